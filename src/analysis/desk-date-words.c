/* The words of dates: months, weekdays, units, numbers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-words.h"

#include <stdlib.h>
#include <string.h>

#define WEEKDAY DESK_DATE_WORD_WEEKDAY
#define WEEKDAYS DESK_DATE_WORD_WEEKDAYS
#define MONTH DESK_DATE_WORD_MONTH
#define UNIT DESK_DATE_WORD_UNIT
#define SEASON DESK_DATE_WORD_SEASON
#define NUMBER DESK_DATE_WORD_NUMBER
#define VAGUE DESK_DATE_WORD_VAGUE
#define ORDINAL DESK_DATE_WORD_ORDINAL
#define PART DESK_DATE_WORD_DAY_PART
#define DAY DESK_DATE_WORD_DAY
#define DIRECTION DESK_DATE_WORD_DIRECTION
#define PORTION DESK_DATE_WORD_PORTION
#define EVERY DESK_DATE_WORD_EVERY
#define FREQUENCY DESK_DATE_WORD_FREQUENCY

/* Sorted, for bsearch(). */
static const struct
{
  const char *word;
  DeskDateWordKind kind;
  int value;
} words[] = {
  { "a", NUMBER, 1 },
  { "afternoon", PART, 12 },
  { "an", NUMBER, 1 },
  { "annual", FREQUENCY, DESK_UNIT_YEAR },
  { "annually", FREQUENCY, DESK_UNIT_YEAR },
  { "apr", MONTH, 4 },
  { "apr.", MONTH, 4 },
  { "april", MONTH, 4 },
  { "aug", MONTH, 8 },
  { "aug.", MONTH, 8 },
  { "august", MONTH, 8 },
  { "autumn", SEASON, 23 },
  { "beginning", PORTION, 0 },
  { "centuries", UNIT, DESK_UNIT_CENTURY },
  { "century", UNIT, DESK_UNIT_CENTURY },
  { "coming", DIRECTION, 1 },
  { "couple", VAGUE, 2 },
  { "current", DIRECTION, 0 },
  { "daily", FREQUENCY, DESK_UNIT_DAY },
  { "dawn", PART, 5 },
  { "day", UNIT, DESK_UNIT_DAY },
  { "days", UNIT, DESK_UNIT_DAY },
  { "dec", MONTH, 12 },
  { "dec.", MONTH, 12 },
  { "decade", UNIT, DESK_UNIT_DECADE },
  { "decades", UNIT, DESK_UNIT_DECADE },
  { "december", MONTH, 12 },
  { "dozen", NUMBER, 12 },
  { "dusk", PART, 19 },
  { "each", EVERY, 0 },
  { "earlier", PORTION, 0 },
  { "early", PORTION, 0 },
  { "eight", NUMBER, 8 },
  { "eighteen", NUMBER, 18 },
  { "eighteenth", ORDINAL, 18 },
  { "eighth", ORDINAL, 8 },
  { "eighty", NUMBER, 80 },
  { "eleven", NUMBER, 11 },
  { "eleventh", ORDINAL, 11 },
  { "end", PORTION, 0 },
  { "evening", PART, 18 },
  { "every", EVERY, 0 },
  { "fall", SEASON, 23 },
  { "feb", MONTH, 2 },
  { "feb.", MONTH, 2 },
  { "february", MONTH, 2 },
  { "few", VAGUE, 0 },
  { "fifteen", NUMBER, 15 },
  { "fifteenth", ORDINAL, 15 },
  { "fifth", ORDINAL, 5 },
  { "fifty", NUMBER, 50 },
  { "first", ORDINAL, 1 },
  { "five", NUMBER, 5 },
  { "following", DIRECTION, 1 },
  { "fortnight", UNIT, DESK_UNIT_FORTNIGHT },
  { "fortnights", UNIT, DESK_UNIT_FORTNIGHT },
  { "forty", NUMBER, 40 },
  { "four", NUMBER, 4 },
  { "fourteen", NUMBER, 14 },
  { "fourteenth", ORDINAL, 14 },
  { "fourth", ORDINAL, 4 },
  { "fri.", WEEKDAY, 5 },
  { "friday", WEEKDAY, 5 },
  { "fridays", WEEKDAYS, 5 },
  { "hour", UNIT, DESK_UNIT_HOUR },
  { "hourly", FREQUENCY, DESK_UNIT_HOUR },
  { "hours", UNIT, DESK_UNIT_HOUR },
  { "hundred", NUMBER, 100 },
  { "jan", MONTH, 1 },
  { "jan.", MONTH, 1 },
  { "january", MONTH, 1 },
  { "jul", MONTH, 7 },
  { "jul.", MONTH, 7 },
  { "july", MONTH, 7 },
  { "jun", MONTH, 6 },
  { "jun.", MONTH, 6 },
  { "june", MONTH, 6 },
  { "last", DIRECTION, -1 },
  { "late", PORTION, 0 },
  { "later", PORTION, 0 },
  { "lunchtime", PART, 12 },
  { "many", VAGUE, 0 },
  { "mar", MONTH, 3 },
  { "mar.", MONTH, 3 },
  { "march", MONTH, 3 },
  { "may", MONTH, 5 },
  { "mid", PORTION, 0 },
  { "midday", PART, 12 },
  { "middle", PORTION, 0 },
  { "midnight", PART, 0 },
  { "minute", UNIT, DESK_UNIT_MINUTE },
  { "minutes", UNIT, DESK_UNIT_MINUTE },
  { "mon.", WEEKDAY, 1 },
  { "monday", WEEKDAY, 1 },
  { "mondays", WEEKDAYS, 1 },
  { "month", UNIT, DESK_UNIT_MONTH },
  { "monthly", FREQUENCY, DESK_UNIT_MONTH },
  { "months", UNIT, DESK_UNIT_MONTH },
  { "morning", PART, 6 },
  { "next", DIRECTION, 1 },
  { "night", PART, 21 },
  { "nine", NUMBER, 9 },
  { "nineteen", NUMBER, 19 },
  { "nineteenth", ORDINAL, 19 },
  { "ninety", NUMBER, 90 },
  { "ninth", ORDINAL, 9 },
  { "noon", PART, 12 },
  { "nov", MONTH, 11 },
  { "nov.", MONTH, 11 },
  { "november", MONTH, 11 },
  { "numerous", VAGUE, 0 },
  { "oct", MONTH, 10 },
  { "oct.", MONTH, 10 },
  { "october", MONTH, 10 },
  { "one", NUMBER, 1 },
  { "overnight", PART, 0 },
  { "past", DIRECTION, -1 },
  { "preceding", DIRECTION, -1 },
  { "previous", DIRECTION, -1 },
  { "quarter", UNIT, DESK_UNIT_QUARTER },
  { "quarterly", FREQUENCY, DESK_UNIT_QUARTER },
  { "quarters", UNIT, DESK_UNIT_QUARTER },
  { "sat.", WEEKDAY, 6 },
  { "saturday", WEEKDAY, 6 },
  { "saturdays", WEEKDAYS, 6 },
  { "second", ORDINAL, 2 },
  { "seconds", UNIT, DESK_UNIT_SECOND },
  { "sep", MONTH, 9 },
  { "sep.", MONTH, 9 },
  { "sept", MONTH, 9 },
  { "sept.", MONTH, 9 },
  { "september", MONTH, 9 },
  { "seven", NUMBER, 7 },
  { "seventeen", NUMBER, 17 },
  { "seventeenth", ORDINAL, 17 },
  { "seventh", ORDINAL, 7 },
  { "seventy", NUMBER, 70 },
  { "several", VAGUE, 0 },
  { "six", NUMBER, 6 },
  { "sixteen", NUMBER, 16 },
  { "sixteenth", ORDINAL, 16 },
  { "sixth", ORDINAL, 6 },
  { "sixty", NUMBER, 60 },
  { "some", VAGUE, 0 },
  { "spring", SEASON, 21 },
  { "start", PORTION, 0 },
  { "summer", SEASON, 22 },
  { "sun.", WEEKDAY, 7 },
  { "sunday", WEEKDAY, 7 },
  { "sundays", WEEKDAYS, 7 },
  { "ten", NUMBER, 10 },
  { "tenth", ORDINAL, 10 },
  { "third", ORDINAL, 3 },
  { "thirteen", NUMBER, 13 },
  { "thirteenth", ORDINAL, 13 },
  { "thirtieth", ORDINAL, 30 },
  { "thirty", NUMBER, 30 },
  { "this", DIRECTION, 0 },
  { "three", NUMBER, 3 },
  { "thu.", WEEKDAY, 4 },
  { "thur.", WEEKDAY, 4 },
  { "thurs.", WEEKDAY, 4 },
  { "thursday", WEEKDAY, 4 },
  { "thursdays", WEEKDAYS, 4 },
  { "today", DAY, 0 },
  { "tomorrow", DAY, 1 },
  { "tonight", DAY, 0 },
  { "tue.", WEEKDAY, 2 },
  { "tues.", WEEKDAY, 2 },
  { "tuesday", WEEKDAY, 2 },
  { "tuesdays", WEEKDAYS, 2 },
  { "twelfth", ORDINAL, 12 },
  { "twelve", NUMBER, 12 },
  { "twentieth", ORDINAL, 20 },
  { "twenty", NUMBER, 20 },
  { "two", NUMBER, 2 },
  { "upcoming", DIRECTION, 1 },
  { "wed.", WEEKDAY, 3 },
  { "wednesday", WEEKDAY, 3 },
  { "wednesdays", WEEKDAYS, 3 },
  { "week", UNIT, DESK_UNIT_WEEK },
  { "weekend", UNIT, DESK_UNIT_WEEKEND },
  { "weekends", UNIT, DESK_UNIT_WEEKEND },
  { "weekly", FREQUENCY, DESK_UNIT_WEEK },
  { "weeks", UNIT, DESK_UNIT_WEEK },
  { "winter", SEASON, 24 },
  { "year", UNIT, DESK_UNIT_YEAR },
  { "yearly", FREQUENCY, DESK_UNIT_YEAR },
  { "years", UNIT, DESK_UNIT_YEAR },
  { "yesterday", DAY, -1 },
};

static int
compare (const void *key,
         const void *element)
{
  return strcmp (key, *(const char *const *) element);
}

/**
 * desk_date_word_find:
 * @folded: a word as desk_fold_word() writes it
 *
 * Returns: what the word is in a date; %DESK_DATE_WORD_NONE for most words
 */
DeskDateWord
desk_date_word_find (const char *folded)
{
  const char *const *found = bsearch (folded, words, G_N_ELEMENTS (words), sizeof words[0], compare);
  DeskDateWord none = { DESK_DATE_WORD_NONE, 0 };
  gsize index;

  if (found == NULL)
    return none;

  index = ((const char *) found - (const char *) words) / sizeof words[0];

  return (DeskDateWord) { words[index].kind, words[index].value };
}
