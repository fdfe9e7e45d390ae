/* Reads what counts time: two days ago, a year earlier, for three weeks, half an hour, every two years, once a week.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

/* After these, "a week" is a length; after others it is a rate, as in "$5 a week". */
#define BEFORE_LENGTH " for in within after over during about around least nearly almost than by only just another under every most spend spent spends spending take takes took taken taking last lasts lasted give gave given gives has have had wait waited need needs needed serve served serving lose lost add adds added is was be been , ( . : \" ' not exactly roughly some barely up to "

static gboolean
is_unit (DeskDateWord word)
{
  return word.kind == DESK_DATE_WORD_UNIT || word.kind == DESK_DATE_WORD_UNITS;
}

/* "45 years old" and "a 45-year-old" tell an age. */
static gboolean
is_age (const DeskDateParser *self,
        guint after)
{
  if (desk_date_character (self, after) == '-')
    after++;

  return desk_date_is (self, after, " old older younger ") || (desk_date_is (self, after, " of ") && desk_date_is (self, after + 1, " age "));
}

/* A number and its unit: "two weeks", "10-day", "half an hour", "a quarter of an hour", "3h", "eleven lost days". */
static guint
parse_length (const DeskDateParser *self,
              guint token,
              DeskAmount *count,
              DeskUnit *unit,
              gboolean *hyphen)
{
  DeskDateWord word;
  guint n;

  *hyphen = FALSE;
  if (desk_date_kind (self, token) == DESK_DATE_WORD_HALF && desk_date_is (self, token + 1, " a an - "))
    {
      word = desk_date_word (self, token + 2);
      if (!is_unit (word) || word.value == DESK_UNIT_SECOND)
        return 0;
      *count = (DeskAmount) { 0, 5 };
      *unit = word.value;
      *hyphen = desk_date_is (self, token + 1, " - ");
      return 3;
    }
  if (desk_date_is (self, token, " a ") && desk_date_is (self, token + 1, " quarter ") && desk_date_is (self, token + 2, " of ") && desk_date_is (self, token + 3, " an ") && desk_date_is (self, token + 4, " hour "))
    {
      *count = (DeskAmount) { 15, 0 };
      *unit = DESK_UNIT_MINUTE;
      return 5;
    }

  n = desk_date_parse_number (self, token, count);
  if (n == 0)
    return 0;
  /* "two more weeks", "a single week", "eleven lost days" */
  if (desk_date_is (self, token + n, " more single full whole consecutive straight long lost short working calendar further additional ") && is_unit (desk_date_word (self, token + n + 1)))
    n++;
  else if (desk_date_is_dash (self, token + n))
    {
      *hyphen = TRUE;
      n++;
    }
  word = desk_date_word (self, token + n);
  if (!is_unit (word))
    return 0;
  /* "3 h", "5 min" and the like only close to their number */
  if (desk_date_is (self, token + n, " h hr min sec yr ") && desk_prose_get_token (self->prose, token)->kind != DESK_TOKEN_NUMBER)
    return 0;
  *unit = word.value;
  n++;
  /* a year and a half */
  if (count->whole > 0 && count->tenths == 0 && desk_date_is (self, token + n, " and ") && desk_date_is (self, token + n + 1, " a ") && desk_date_kind (self, token + n + 2) == DESK_DATE_WORD_HALF && !is_unit (desk_date_word (self, token + n + 3)))
    {
      count->tenths = 5;
      n += 3;
    }

  return n;
}

static void
set_shift (DeskWhen *when,
           int sign)
{
  when->mode = DESK_WHEN_SHIFTED;
  when->amount = sign * when->count.whole;
  if (when->count.whole == 0 && when->count.tenths == 0)
    {
      when->mode = DESK_WHEN_UNKNOWN;
      return;
    }

  /* A decade ago was ten years ago, half a century fifty; a year and a half is eighteen months. */
  if (when->unit == DESK_UNIT_CENTURY || when->unit == DESK_UNIT_DECADE)
    {
      int years = when->unit == DESK_UNIT_CENTURY ? 100 : 10;

      when->amount = sign * (when->count.whole * years + when->count.tenths * years / 10);
      when->unit = DESK_UNIT_YEAR;
    }
  else if (when->count.tenths == 0)
    return;
  else if (when->unit == DESK_UNIT_YEAR)
    {
      when->amount = sign * (12 * when->count.whole + 12 * when->count.tenths / 10);
      when->unit = DESK_UNIT_MONTH;
    }
  else if (when->unit > DESK_UNIT_HOUR)
    when->mode = DESK_WHEN_UNKNOWN;
}

/* "to the day" after a distance */
static guint
add_exact (const DeskDateParser *self,
           guint token,
           DeskWhen *when)
{
  if (!desk_date_is (self, token, " to ") || !desk_date_is (self, token + 1, " the ") || !desk_date_is (self, token + 2, " day "))
    return 0;
  when->exact = TRUE;

  return 3;
}

/* Words after a length that make a date of it: ago, earlier, from now, in two weeks. */
static guint
parse_direction (const DeskDateParser *self,
                 guint token,
                 gboolean hyphen,
                 DeskWhen *when)
{
  guint exact = add_exact (self, token, when), n = 1;

  token += exact;
  if (desk_date_is (self, token, " ago "))
    set_shift (when, -1);
  else if (desk_date_is (self, token, " from ") && desk_date_is (self, token + 1, " now today "))
    {
      set_shift (when, 1);
      n = 2;
    }
  else if (desk_date_is (self, token, " hence "))
    set_shift (when, 1);
  else if (!hyphen && when->unit >= DESK_UNIT_DAY && (desk_date_is (self, token, " earlier later afterwards afterward ") || (desk_date_is (self, token, " on ") && when->count.whole > 0 && (token + 1 >= self->end || desk_prose_get_token (self->prose, token + 1)->kind == DESK_TOKEN_PUNCTUATION))))
    {
      set_shift (when, desk_date_is (self, token, " earlier ") ? -1 : 1);
      if (when->mode == DESK_WHEN_SHIFTED)
        when->mode = DESK_WHEN_ANCHORED;
    }
  else
    return 0;

  return exact + n + (exact == 0 ? add_exact (self, token + n, when) : 0);
}

/* two months and ten days, 2 hours 15 minutes */
static guint
add_more (const DeskDateParser *self,
          guint token,
          DeskWhen *when)
{
  guint skip = desk_date_is (self, token, " and , ") ? 1 : 0, n;
  gboolean hyphen;
  DeskUnit unit;
  DeskAmount more;

  if (when->count.tenths > 0 || when->count.whole == 0 || desk_date_is (self, token + skip, " a an "))
    return 0;
  n = parse_length (self, token + skip, &more, &unit, &hyphen);
  if (n == 0 || hyphen || unit >= when->unit || more.tenths > 0 || more.whole == 0)
    return 0;
  when->more = more;
  when->more_unit = unit;

  return skip + n;
}

/**
 * desk_date_parse_counted:
 *
 * Returns: how many tokens a length, or a date so many units away, takes
 */
guint
desk_date_parse_counted (const DeskDateParser *self,
                         guint token,
                         DeskWhen *when)
{
  gboolean hyphen, plural, article;
  guint n, more;

  *when = (DeskWhen) DESK_WHEN_INIT;
  /* the year-earlier period, the year-ago quarter */
  if (desk_date_is (self, token, " year ") && desk_date_is_dash (self, token + 1) && desk_date_is (self, token + 2, " earlier ago "))
    {
      when->unit = DESK_UNIT_YEAR;
      when->count.whole = 1;
      set_shift (when, -1);
      if (desk_date_is (self, token + 2, " earlier "))
        when->mode = DESK_WHEN_ANCHORED;
      return 3;
    }
  /* for years, in decades */
  if (desk_date_kind (self, token) == DESK_DATE_WORD_UNITS && desk_date_word (self, token).value >= DESK_UNIT_DAY && desk_date_follows (self, token, " for in ") && !desk_date_is (self, token + 1, " of "))
    {
      when->mode = DESK_WHEN_LENGTH;
      when->unit = desk_date_word (self, token).value;
      return 1;
    }
  /* years ago */
  if (desk_date_kind (self, token) == DESK_DATE_WORD_UNITS && desk_date_is (self, token + 1, " ago "))
    {
      when->mode = DESK_WHEN_UNKNOWN;
      when->unit = desk_date_word (self, token).value;
      return 2;
    }
  n = parse_length (self, token, &when->count, &when->unit, &hyphen);
  if (n == 0)
    return 0;
  plural = desk_date_kind (self, token + n - 1) == DESK_DATE_WORD_UNITS;
  article = desk_date_is (self, token, " a an ");

  more = parse_direction (self, token + n, hyphen, when);
  if (more > 0)
    return n + more;
  /* two years and three months ago */
  more = hyphen ? 0 : add_more (self, token + n, when);
  if (more > 0)
    {
      guint away = parse_direction (self, token + n + more, FALSE, when);

      if (away > 0)
        return n + more + away;
    }
  if (is_age (self, token + n) || desk_date_follows (self, token, " aged ") || (desk_date_follows (self, token, " of ") && token > 1 && desk_prose_is (self->prose, token - 2, "age")))
    return 0;
  if (when->count.whole == 0 && when->count.tenths == 0)
    {
      /* "some day", "many seasons" */
      if (!plural || desk_date_is (self, token, " some many "))
        return 0;
      when->mode = DESK_WHEN_UNKNOWN;
    }
  if (article && n == 2 && !plural && token > 0 && !desk_date_follows (self, token, BEFORE_LENGTH) && !desk_date_is (self, token + n, " after before from following early late off ahead long away or "))
    return 0;
  /* "one day", "one week in May" */
  if (!article && !hyphen && !plural && when->count.whole == 1 && when->count.tenths == 0 && desk_date_kind (self, token) == DESK_DATE_WORD_NUMBER && !desk_date_follows (self, token, " for in within after over during about least nearly almost than only just "))
    return 0;
  /* "the second quarter" is none of two seconds */
  if (when->unit == DESK_UNIT_QUARTER || when->unit == DESK_UNIT_SEASON || when->unit == DESK_UNIT_HALF || (when->unit == DESK_UNIT_SECOND && !plural && !hyphen))
    return 0;

  when->mode = DESK_WHEN_LENGTH;

  return n + more;
}

/* a day, each week, per month: how often something happens */
static guint
parse_rate (const DeskDateParser *self,
            guint token,
            DeskWhen *when)
{
  DeskDateWord unit = desk_date_word (self, token + 1);

  if (!desk_date_is (self, token, " a an per each every ") || unit.kind != DESK_DATE_WORD_UNIT)
    return 0;
  when->unit = unit.value;

  return 2;
}

/**
 * desk_date_parse_often:
 *
 * every Friday, each year, every two weeks, every other day, Mondays, once a week, three times a year, annually
 *
 * Returns: how many tokens a repeated time takes
 */
guint
desk_date_parse_often (const DeskDateParser *self,
                       guint token,
                       DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token), next;
  guint skip = 1, n;
  gboolean hyphen;

  *when = (DeskWhen) DESK_WHEN_INIT;
  when->mode = DESK_WHEN_OFTEN;
  when->count.whole = 1;
  if (word.kind == DESK_DATE_WORD_WEEKDAYS && desk_date_is_capital (self, token))
    {
      when->unit = DESK_UNIT_WEEK;
      return 1;
    }
  if (word.kind == DESK_DATE_WORD_FREQUENCY)
    {
      /* "the daily newspaper", "the annual meeting" tell no time; "the Daily Mail" is a name. */
      when->unit = word.value;
      return desk_prose_get_token (self->prose, token)->shape == DESK_SHAPE_LOWER && !desk_date_is (self, token, " annual ") && (token + 1 >= self->end || desk_prose_get_token (self->prose, token + 1)->kind == DESK_TOKEN_PUNCTUATION || desk_date_is (self, token + 1, " and or in at on to from for by until since ")) ? 1 : 0;
    }
  if (word.kind == DESK_DATE_WORD_TIMES)
    {
      n = parse_rate (self, token + 1, when);
      return n > 0 ? n + 1 : 0;
    }
  if ((word.kind == DESK_DATE_WORD_NUMBER || desk_date_get_digits (self, token, 3) > 0))
    {
      n = desk_date_parse_number (self, token, &when->more);
      when->more = (DeskAmount) { 0, 0 };
      if (n == 0 || !desk_date_is (self, token + n, " times "))
        return 0;
      skip = parse_rate (self, token + n + 1, when);
      return skip > 0 ? n + skip + 1 : 0;
    }
  if (word.kind != DESK_DATE_WORD_EVERY)
    return 0;

  if (desk_date_is (self, token + 1, " other second "))
    {
      when->count.whole = 2;
      skip = 2;
    }
  next = desk_date_word (self, token + skip);
  if (next.kind == DESK_DATE_WORD_WEEKDAY)
    when->unit = DESK_UNIT_WEEK;
  else if ((next.kind == DESK_DATE_WORD_MONTH && desk_date_is_capital (self, token + skip)) || next.kind == DESK_DATE_WORD_SEASON || next.kind == DESK_DATE_WORD_HOLIDAY)
    when->unit = DESK_UNIT_YEAR;
  else if (next.kind == DESK_DATE_WORD_DAY_PART || desk_date_is (self, token + skip, " weekday weeknight "))
    when->unit = DESK_UNIT_DAY;
  else if (next.kind == DESK_DATE_WORD_UNIT)
    when->unit = next.value;
  else if (skip == 1 && (n = parse_length (self, token + 1, &when->count, &when->unit, &hyphen)) > 0 && when->count.whole > 0)
    return n + 1;
  else
    return 0;

  return skip + 1;
}
