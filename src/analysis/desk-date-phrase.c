/* Reads a whole date of a text: a date with the words of portion before it, a range, a part of a longer span, a day at a distance
 * from another one, a day with its time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-phrase.h"

#define LINKS " to through until till thru "

/* Whether any date begins with this token: keeps most words from being looked at more than once. */
static gboolean
can_begin (const DeskDateParser *self,
           guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);

  return desk_date_kind (self, token) != DESK_DATE_WORD_NONE || at->kind == DESK_TOKEN_NUMBER || at->kind == DESK_TOKEN_QUOTE || desk_prose_character (self->prose, token) == '[';
}

/* early last week, mid-March, the end of 2019, late on Friday: how many tokens stand before the date itself. */
static guint
parse_portion (const DeskDateParser *self,
               guint token)
{
  if (desk_date_kind (self, token) != DESK_DATE_WORD_PORTION)
    return 0;
  if (desk_date_is (self, token, " beginning start end middle "))
    {
      guint n = 1;

      if (!desk_date_is (self, token + n, " of "))
        return 0;
      n++;
      return n + (desk_date_is (self, token + n, " the ") ? 1 : 0);
    }
  if (desk_date_is (self, token + 1, " hours ") && desk_date_is (self, token + 2, " of ") && desk_date_is (self, token, " early "))
    return 3;
  if (desk_date_is_dash (self, token + 1) && desk_date_is (self, token, " mid early late "))
    return 2;
  if (desk_date_is (self, token + 1, " in on ") && !desk_date_is (self, token, " mid "))
    return desk_date_is (self, token + 2, " the ") ? 3 : 2;

  return 1;
}

static guint
parse_date (const DeskDateParser *self,
            guint token,
            gboolean english,
            DeskWhen *when)
{
  static const DeskDateForm forms[] = { desk_date_parse_clock, desk_date_parse_relative, desk_date_parse_calendar, desk_date_parse_often, desk_date_parse_counted };
  guint n;

  *when = (DeskWhen) DESK_WHEN_INIT;
  if (token >= self->end || !can_begin (self, token))
    return 0;
  n = desk_date_parse_digits (self, token, when);
  for (guint i = 0; english && n == 0 && i < G_N_ELEMENTS (forms); i++)
    {
      *when = (DeskWhen) DESK_WHEN_INIT;
      n = forms[i](self, token, when);
    }

  return n;
}

static gboolean
is_day (const DeskWhen *when)
{
  return when->hour < 0 && when->unit == DESK_UNIT_DAY && when->mode != DESK_WHEN_LENGTH && when->mode != DESK_WHEN_OFTEN && when->mode != DESK_WHEN_PRESENT && when->mode != DESK_WHEN_UNKNOWN;
}

/* A date that others may be counted from. */
static gboolean
is_base (const DeskWhen *when)
{
  return when->hour < 0 && when->mode != DESK_WHEN_LENGTH && when->mode != DESK_WHEN_OFTEN && when->mode != DESK_WHEN_PRESENT && when->mode != DESK_WHEN_UNKNOWN && when->unit >= DESK_UNIT_DAY;
}

/* A base after "of", "after", perhaps with its article. */
static guint
parse_base (const DeskDateParser *self,
            guint token,
            DeskWhen *when)
{
  guint the = desk_date_is (self, token, " the ") ? 1 : 0;
  guint portion = parse_portion (self, token + the);
  guint n = parse_date (self, token + the + portion, TRUE, when);
  DeskDateWord unit = desk_date_word (self, token + 1);

  if (n > 0 && is_base (when))
    return the + portion + n;
  /* "of the year" */
  if (the == 1 && unit.kind == DESK_DATE_WORD_UNIT && unit.value >= DESK_UNIT_WEEK && unit.value != DESK_UNIT_SEASON && unit.value != DESK_UNIT_HALF && desk_date_get_digits (self, token + 2, 4) < 0)
    {
      *when = (DeskWhen) { .hour = -1, .mode = DESK_WHEN_SHIFTED, .unit = unit.value };
      return 2;
    }

  return 0;
}

/* the last week of July, the first 2 weeks of 2021, the second Monday in May, the first decade of the 18th century */
static guint
parse_part (const DeskDateParser *self,
            guint token,
            DeskDatePhrase *phrase)
{
  DeskDateWord word = desk_date_word (self, token), unit;
  DeskAmount count = { 1, 0 };
  guint n = 1, base;

  if (word.kind == DESK_DATE_WORD_ORDINAL)
    phrase->nth = word.value;
  else if (desk_date_is (self, token, " last final closing "))
    phrase->nth = -1;
  else if (desk_date_is_glued (self, token + 1) && desk_date_is (self, token + 1, " st nd rd th "))
    {
      n = desk_date_parse_day (self, token, &phrase->nth);
      if (n != 2)
        return 0;
    }
  else if (desk_date_is (self, token, " opening "))
    phrase->nth = 1;
  else
    return 0;

  if (desk_date_kind (self, token + n) == DESK_DATE_WORD_NUMBER || desk_date_get_digits (self, token + n, 3) > 0)
    n += desk_date_parse_number (self, token + n, &count);
  else if (desk_date_is (self, token + n, " full "))
    n++;
  unit = desk_date_word (self, token + n);
  if (unit.kind == DESK_DATE_WORD_WEEKDAY)
    {
      phrase->unit = DESK_UNIT_DAY;
      phrase->weekday = unit.value;
    }
  else if ((unit.kind == DESK_DATE_WORD_UNIT || unit.kind == DESK_DATE_WORD_UNITS) && unit.value >= DESK_UNIT_DAY && unit.value != DESK_UNIT_SEASON && unit.value != DESK_UNIT_CENTURY)
    phrase->unit = unit.value;
  else
    return 0;
  n++;
  if (!desk_date_is (self, token + n, " of in ") || count.whole < 1 || count.tenths > 0)
    return 0;
  n++;
  base = parse_base (self, token + n, &phrase->when);
  if (base == 0 || phrase->when.unit <= phrase->unit || phrase->when.part_of_day)
    return 0;
  phrase->join = DESK_JOIN_PART;
  phrase->count = count.whole;

  return n + base;
}

/* the week of April 10, the weekend of July 4, the night of September 14 */
static guint
parse_around (const DeskDateParser *self,
              guint token,
              DeskDatePhrase *phrase)
{
  DeskDateWord word = desk_date_word (self, token);
  guint n;

  if (!desk_date_is (self, token, " week weekend night morning evening afternoon hours ") || !desk_date_is (self, token + 1, " of commencing beginning starting "))
    return 0;
  n = parse_base (self, token + 2, &phrase->when);
  if (n == 0 || !is_day (&phrase->when))
    return 0;
  if (word.kind == DESK_DATE_WORD_UNIT && phrase->when.holiday > 0)
    {
      phrase->when.unit = word.value;
      return n + 2;
    }
  if (word.kind == DESK_DATE_WORD_UNIT)
    {
      phrase->join = DESK_JOIN_AROUND;
      phrase->unit = word.value;
    }
  else
    phrase->when.part_of_day = TRUE;

  return n + 2;
}

/* two days after Christmas, a week from Tuesday, the day before yesterday, a week ago Tuesday, thirty years ago on Friday */
static guint
parse_away (const DeskDateParser *self,
            guint token,
            DeskDatePhrase *phrase)
{
  DeskWhen length;
  guint n = desk_date_parse_counted (self, token, &length), base, on = 0;
  int sign;

  if (n == 0 && (desk_date_is (self, token, " day week month year ")) && desk_date_follows (self, token, " the ") && desk_date_is (self, token + 1, " after before "))
    {
      length = (DeskWhen) { .mode = DESK_WHEN_LENGTH, .unit = desk_date_word (self, token).value, .count = { 1, 0 } };
      n = 1;
    }
  if (n == 0 || length.unit < DESK_UNIT_DAY)
    return 0;
  if (length.mode == DESK_WHEN_SHIFTED && length.amount < 0 && !length.exact)
    {
      on = desk_date_is (self, token + n, " on ") ? 1 : 0;
      base = parse_base (self, token + n + on, &phrase->when);
      if (base == 0 || phrase->when.mode != DESK_WHEN_NEAREST || phrase->when.weekday == 0 || phrase->when.month > 0)
        {
          on = 0;
          base = desk_date_is (self, token + n, " today ") ? parse_base (self, token + n, &phrase->when) : 0;
        }
      sign = -1;
    }
  else if (length.mode == DESK_WHEN_LENGTH && length.count.tenths == 0 && length.count.whole > 0 && length.more.whole == 0)
    {
      sign = desk_date_is (self, token + n, " before ") ? -1 : 1;
      if (!desk_date_is (self, token + n, " after before from following "))
        return 0;
      on = 1;
      base = parse_base (self, token + n + on, &phrase->when);
    }
  else
    return 0;
  if (base == 0)
    return 0;
  phrase->join = DESK_JOIN_AWAY;
  phrase->unit = length.unit;
  phrase->count = sign * length.count.whole;

  return n + on + base;
}

/* What joins the ends of a range: a dash that is glued, "to", or "and" after "between". */
static guint
parse_link (const DeskDateParser *self,
            guint first,
            guint token)
{
  if (desk_date_is_dash (self, token))
    return 1;
  if (desk_date_is (self, token, LINKS))
    return 1;

  return desk_date_is (self, token, " and ") && (desk_date_follows (self, first, " between ") || (desk_date_follows (self, first, " the ") && first > 1 && desk_prose_is (self->prose, first - 2, "between"))) ? 1 : 0;
}

/* 3-5 May, from 3 to 5 May, between the 3rd and the 5th of May 2020 */
static guint
parse_days_of_month (const DeskDateParser *self,
                     guint token,
                     DeskDatePhrase *phrase)
{
  int day;
  guint n = desk_date_parse_day (self, token, &day), link, end, the;
  gboolean pair;

  if (n == 0)
    return 0;
  link = parse_link (self, token, token + n);
  pair = link == 0 && desk_date_is (self, token + n, " and ");
  link += pair;
  if (link == 0)
    return 0;
  the = desk_date_is (self, token + n + link, " the ") ? 1 : 0;
  end = desk_date_parse_calendar (self, token + n + link + the, &phrase->last);
  if (end == 0 || phrase->last.day <= day || (pair && phrase->last.day != day + 1) || phrase->last.month == 0 || phrase->last.weekday > 0 || phrase->last.holiday > 0)
    return 0;
  /* "May 3" after a number is no end of a range */
  if (desk_date_kind (self, token + n + link + the) == DESK_DATE_WORD_MONTH)
    return 0;
  phrase->when = phrase->last;
  phrase->when.day = day;
  phrase->join = DESK_JOIN_RANGE;

  return n + link + the + end;
}

/* A year in two digits, or four, after a glued dash: 2019-20, 1914–18, 2013/14 */
static guint
parse_last_year (const DeskDateParser *self,
                 guint token,
                 int year,
                 int *last)
{
  guint digits = token + 1 < self->end ? desk_prose_get_token (self->prose, token + 1)->n_bytes : 0;
  gboolean slash = desk_date_is (self, token, " / ");

  if ((!slash && !desk_date_is_dash (self, token)) || !desk_date_is_glued (self, token) || !desk_date_is_glued (self, token + 1))
    return 0;
  *last = desk_date_get_digits (self, token + 1, 4);
  if (*last < 0 || (digits != 2 && digits != 4))
    return 0;
  if (digits == 2)
    *last += year / 100 * 100;
  if (digits == 2 && year % 100 == 99 && *last % 100 == 0)
    *last += 100;

  /* A telephone number goes on. */
  if (desk_date_is_dash (self, token + 2) && desk_date_is_glued (self, token + 2) && desk_date_is_glued (self, token + 3))
    return 0;

  return *last > year && *last <= 2200 && (!slash || *last == year + 1) ? 2 : 0;
}

/* The end of a range after the date that begins it, where the two are one date: May 3-5, 2019–21, June 28–July 3. */
static guint
parse_end (const DeskDateParser *self,
           guint first,
           guint token,
           DeskDatePhrase *phrase)
{
  DeskWhen *when = &phrase->when;
  guint link = parse_link (self, first, token), n;
  gboolean pair = link == 0 && desk_date_is (self, token, " and ");
  int number;

  if (when->mode == DESK_WHEN_ABSOLUTE && (when->unit == DESK_UNIT_YEAR || when->unit == DESK_UNIT_SEASON) && (n = parse_last_year (self, token, when->year, &number)) > 0)
    {
      /* The winter of 2013–14 is one winter. */
      if (when->unit == DESK_UNIT_SEASON)
        return n;
      phrase->last = *when;
      phrase->last.year = number;
      phrase->join = DESK_JOIN_RANGE;
      return n;
    }
  /* "May 3 and 4" are one stretch of time. */
  link += pair;
  if (link == 0)
    return 0;

  /* May 3 to 5, 2020 */
  if (when->day > 0 && when->month > 0 && when->weekday == 0 && (when->mode == DESK_WHEN_NEAREST || when->mode == DESK_WHEN_THIS))
    {
      guint the = desk_date_is (self, token + link, " the ") ? 1 : 0;

      n = desk_date_parse_day (self, token + link + the, &number);
      if (n > 0 && number > when->day && (!pair || number == when->day + 1) && desk_date_kind (self, token + link + the + n) != DESK_DATE_WORD_MONTH && desk_date_kind (self, token + link + the + n) != DESK_DATE_WORD_UNITS && !desk_date_is (self, token + link + the + n, " % per percent people - : of "))
        {
          n += link + the;
          n += desk_date_parse_year_after (self, token + n, when);
          phrase->last = *when;
          phrase->last.day = number;
          phrase->join = DESK_JOIN_RANGE;
          return n;
        }
    }
  /* June 28–July 3, January-March 2020: only where nothing stands between */
  if (!desk_date_is_dash (self, token) || !desk_date_is_glued (self, token) || !desk_date_is_glued (self, token + 1) || when->month == 0 || when->weekday > 0)
    return 0;
  n = desk_date_parse_calendar (self, token + 1, &phrase->last);
  if (n == 0 || phrase->last.month == 0 || phrase->last.unit != when->unit)
    return 0;
  phrase->join = DESK_JOIN_RANGE;

  return n + 1;
}

static guint
add_part_of_day (const DeskDateParser *self,
                 guint token,
                 DeskWhen *when)
{
  if (!is_day (when) || when->part_of_day || desk_date_kind (self, token) != DESK_DATE_WORD_DAY_PART || desk_date_is (self, token, " noon midnight midday "))
    return 0;
  when->part_of_day = TRUE;

  return 1;
}

/* "on Monday", ", Monday", "the next day" after a time */
static guint
add_day (const DeskDateParser *self,
         guint token,
         DeskDatePhrase *phrase)
{
  guint skip = desk_date_is (self, token, " on , ") ? 1 : 0, portion;
  DeskWhen day;
  guint n;

  if (desk_date_is (self, token + skip, " the "))
    skip++;
  portion = parse_portion (self, token + skip);
  n = parse_date (self, token + skip + portion, TRUE, &day);
  if (n == 0 || !is_day (&day) || (desk_date_is (self, token, " , ") && day.mode != DESK_WHEN_NEAREST && day.mode != DESK_WHEN_ABSOLUTE))
    return 0;
  phrase->when = day;

  return skip + portion + n + add_part_of_day (self, token + skip + portion + n, &phrase->when);
}

/* "at 9 p.m.", ", 7 pm" after a day */
static guint
add_clock (const DeskDateParser *self,
           guint token,
           DeskDatePhrase *phrase)
{
  guint skip = desk_date_is (self, token, " at , ") ? 1 : 0;
  DeskWhen clock = DESK_WHEN_INIT;
  guint n;

  if (desk_date_is (self, token, " , ") && desk_date_is (self, token + 1, " at "))
    skip = 2;
  if (token + skip >= self->end || !can_begin (self, token + skip))
    return 0;
  n = desk_date_parse_clock (self, token + skip, &clock);
  if (n == 0)
    return 0;
  phrase->hour = clock.hour;
  phrase->minute = clock.minute;

  return skip + n;
}

/**
 * desk_date_parse_phrase:
 * @english: whether words are read, not only digits
 * @phrase: (out): what stands at @token
 *
 * Returns: how many tokens it takes, 0 for none
 */
guint
desk_date_parse_phrase (const DeskDateParser *self,
                        guint token,
                        gboolean english,
                        DeskDatePhrase *phrase)
{
  static guint (*const forms[]) (const DeskDateParser *, guint, DeskDatePhrase *) = { parse_part, parse_around, parse_away, parse_days_of_month };
  guint portion, n;

  *phrase = (DeskDatePhrase) { .hour = -1 };
  if (!can_begin (self, token))
    return 0;
  for (guint i = 0; english && i < G_N_ELEMENTS (forms); i++)
    {
      n = forms[i](self, token, phrase);
      if (n > 0)
        return n;
      *phrase = (DeskDatePhrase) { .hour = -1 };
    }

  portion = english ? parse_portion (self, token) : 0;
  n = portion > 0 ? parse_date (self, token + portion, english, &phrase->when) : 0;
  /* "early ones", "late 20 minutes" are no portions of a time */
  if (n > 0 && !is_base (&phrase->when))
    n = 0;
  phrase->portion = n > 0;
  if (n > 0)
    n += portion;
  else
    n = parse_date (self, token, english, &phrase->when);
  if (n == 0 || !english)
    return n;

  if (phrase->when.hour >= 0)
    {
      phrase->hour = phrase->when.hour;
      phrase->minute = phrase->when.minute;
      return n + add_day (self, token + n, phrase);
    }
  n += add_part_of_day (self, token + n, &phrase->when);
  if (is_day (&phrase->when))
    {
      guint clock = add_clock (self, token + n, phrase);

      if (clock > 0)
        return n + clock;
    }

  return n + parse_end (self, token, token + n, phrase);
}
