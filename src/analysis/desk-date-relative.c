/* Reads dates that point from another one: yesterday, last week, the following Monday, that year, now.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

static void
shift (DeskWhen *when,
       DeskUnit unit,
       int amount)
{
  when->mode = DESK_WHEN_SHIFTED;
  when->unit = unit;
  when->amount = amount;
}

/* A part of the day after a date: "morning", "evening". */
static guint
add_part (const DeskDateParser *self,
          guint token,
          DeskWhen *when)
{
  if (desk_date_kind (self, token) != DESK_DATE_WORD_DAY_PART)
    return 0;
  when->part_of_day = TRUE;

  return 1;
}

/* yesterday, tomorrow morning, the day before yesterday, earlier today */
static guint
parse_day_word (const DeskDateParser *self,
                guint token,
                DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);

  if (word.kind == DESK_DATE_WORD_DAY)
    {
      /* the programme of that name */
      if (desk_date_is (self, token, " today ") && desk_date_is_capital (self, token) && desk_date_is (self, token + 1, " programme show "))
        return 0;
      shift (when, DESK_UNIT_DAY, word.value);
      when->part_of_day = desk_date_is (self, token, " tonight ");
      return 1 + add_part (self, token + 1, when);
    }
  if (desk_date_is (self, token, " day ") && desk_date_is (self, token + 1, " before after "))
    {
      DeskDateWord day = desk_date_word (self, token + 2);

      if (day.kind == DESK_DATE_WORD_DAY && day.value != 0 && (day.value < 0) == desk_date_is (self, token + 1, " before "))
        {
          shift (when, DESK_UNIT_DAY, 2 * day.value);
          return 3;
        }
    }
  /* "the storm hit overnight": the night that ends on the day of publication */
  if (desk_date_is (self, token, " overnight ") && !(token + 1 < self->end && desk_prose_get_token (self->prose, token + 1)->shape == DESK_SHAPE_LOWER && desk_date_is (self, token + 1, " stay stays success sensation rate rates lending bus train trains service shift curfew fame hit accommodation ")))
    {
      shift (when, DESK_UNIT_DAY, 0);
      when->part_of_day = TRUE;
      return 1;
    }

  return 0;
}

/* the past three days, the next two weeks: a length. */
static guint
parse_counted_span (const DeskDateParser *self,
                    guint token,
                    DeskWhen *when)
{
  guint n = desk_date_parse_number (self, token + 1, &when->count);
  DeskDateWord unit = desk_date_word (self, token + 1 + n);

  if (n == 0 || (unit.kind != DESK_DATE_WORD_UNITS && unit.kind != DESK_DATE_WORD_UNIT))
    return 0;
  when->mode = when->count.whole > 0 ? DESK_WHEN_LENGTH : DESK_WHEN_UNKNOWN;
  when->unit = unit.value;

  return n + 2;
}

/* How far off the weekday is that "Friday last week" or "next week on Tuesday" names. */
static guint
add_week (const DeskDateParser *self,
          guint token,
          DeskWhen *when)
{
  guint of = desk_date_is (self, token, " of ") ? 1 : 0;

  if (!desk_date_is (self, token + of, " last this next ") || !desk_date_is (self, token + of + 1, " week "))
    return 0;
  when->mode = DESK_WHEN_SHIFTED;
  when->amount = desk_date_word (self, token + of).value;

  return of + 2;
}

/* last Friday, this June, next summer: what @word names in the direction of @mode */
static guint
parse_named (const DeskDateParser *self,
             guint token,
             DeskWhenMode mode,
             DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);
  guint n = 1;

  if (word.kind == DESK_DATE_WORD_SEASON)
    {
      when->unit = DESK_UNIT_SEASON;
      when->season = word.value;
    }
  else if (word.kind == DESK_DATE_WORD_WEEKDAY)
    {
      /* "this Tuesday, May 9" is told by its day */
      n = desk_date_parse_calendar (self, token, when);
      if (n == 0 || (when->month == 0 && when->day == 0 && when->year == 0))
        {
          *when = (DeskWhen) DESK_WHEN_INIT;
          when->unit = DESK_UNIT_DAY;
          when->weekday = word.value;
          n = 1;
        }
      else
        return n;
      n += add_part (self, token + n, when);
    }
  else if (word.kind == DESK_DATE_WORD_MONTH)
    {
      if (!desk_date_is_capital (self, token) && desk_date_is (self, token, " may march "))
        return 0;
      when->unit = DESK_UNIT_MONTH;
      when->month = word.value;
      /* "this March 5" */
      if (desk_date_parse_day (self, token + 1, &when->day) > 0)
        {
          n += desk_date_parse_day (self, token + 1, &when->day);
          when->unit = DESK_UNIT_DAY;
        }
    }
  else if (word.kind == DESK_DATE_WORD_HOLIDAY)
    {
      n = desk_date_parse_calendar (self, token, when);
      if (n == 0 || when->holiday == 0 || when->year > 0)
        return 0;
    }
  else
    return 0;
  when->mode = mode;

  return n;
}

/* The unit after "last", "this", "next"; "this second" and "the last minute" are no dates. */
static guint
parse_unit (const DeskDateParser *self,
            guint token,
            int direction,
            gboolean narrated,
            DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);

  if (word.value < DESK_UNIT_DAY || (word.value == DESK_UNIT_DAY && !narrated && direction < 1))
    return 0;
  shift (when, word.value, direction);
  if (narrated || word.value == DESK_UNIT_DAY)
    when->mode = DESK_WHEN_ANCHORED;
  /* next week on Tuesday */
  if (word.value == DESK_UNIT_WEEK && !narrated)
    {
      guint on = desk_date_is (self, token + 1, " on ") ? 1 : 0;

      if (desk_date_kind (self, token + 1 + on) == DESK_DATE_WORD_WEEKDAY)
        {
          when->unit = DESK_UNIT_DAY;
          when->weekday = desk_date_word (self, token + 1 + on).value;
          return 2 + on;
        }
    }

  return 1;
}

/* last week, next Friday, this June, the following day, this coming Friday */
static guint
parse_direction (const DeskDateParser *self,
                 guint token,
                 DeskWhen *when)
{
  static const DeskWhenMode modes[] = { DESK_WHEN_LAST, DESK_WHEN_THIS, DESK_WHEN_NEXT };
  DeskDateWord direction = desk_date_word (self, token);
  gboolean narrated = desk_date_is (self, token, " following previous preceding ensuing ") || (desk_date_follows (self, token, " the ") && desk_date_is (self, token, " next "));
  guint skip = 0, n;
  DeskDateWord word;

  if (direction.kind != DESK_DATE_WORD_DIRECTION)
    return 0;
  /* "this past week", "this coming Friday" */
  if (desk_date_is (self, token, " this ") && desk_date_is (self, token + 1, " past last coming next "))
    {
      skip = 1;
      direction = desk_date_word (self, token + 1);
    }
  word = desk_date_word (self, token + skip + 1);
  n = parse_named (self, token + skip + 1, narrated && direction.value != 0 ? DESK_WHEN_ANCHORED : modes[direction.value + 1], when);
  if (n > 0)
    {
      if (when->mode == DESK_WHEN_ANCHORED)
        when->amount = direction.value;
      return n + skip + 1;
    }

  *when = (DeskWhen) DESK_WHEN_INIT;
  if (word.kind == DESK_DATE_WORD_DAY_PART)
    {
      /* this morning is today, last night was yesterday */
      if (desk_date_is (self, token + skip, " past coming "))
        return 0;
      shift (when, DESK_UNIT_DAY, direction.value);
      when->part_of_day = TRUE;
      if (narrated || direction.value > 0)
        when->mode = DESK_WHEN_ANCHORED;
      return 2 + skip;
    }
  if (word.kind == DESK_DATE_WORD_UNITS && word.value >= DESK_UNIT_DAY && desk_date_is (self, token + skip, " coming following ensuing "))
    {
      when->mode = DESK_WHEN_UNKNOWN;
      when->unit = word.value;
      return 2 + skip;
    }
  /* "this years" is a slip of the pen. */
  if (word.kind == DESK_DATE_WORD_UNIT || (word.kind == DESK_DATE_WORD_UNITS && desk_date_is (self, token, " this ")))
    {
      n = parse_unit (self, token + skip + 1, direction.value, narrated, when);
      return n > 0 ? n + skip + 1 : 0;
    }
  if (desk_date_is (self, token + skip, " this "))
    return 0;
  n = parse_counted_span (self, token + skip, when);

  return n > 0 ? n + skip : 0;
}

/* "Friday last week", "Tuesday of next week", "Tuesday week" */
static guint
parse_weekday_of_week (const DeskDateParser *self,
                       guint token,
                       DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);
  guint part, n;

  if (word.kind != DESK_DATE_WORD_WEEKDAY)
    return 0;
  when->unit = DESK_UNIT_DAY;
  when->weekday = word.value;
  part = add_part (self, token + 1, when);
  n = add_week (self, token + 1 + part, when);
  if (n > 0)
    return 1 + part + n;
  if (desk_date_is (self, token + 1, " week ") && !desk_date_is (self, token + 2, " - "))
    {
      when->mode = DESK_WHEN_NEXT;
      when->amount = 1;
      return 2;
    }

  return 0;
}

/* that day, the same year, that December, that night */
static guint
parse_pointing (const DeskDateParser *self,
                guint token,
                DeskWhen *when)
{
  DeskDateWord unit;
  guint n = 1;

  if (desk_date_kind (self, token) != DESK_DATE_WORD_POINTING)
    return 0;
  if (desk_date_is (self, token, " that ") && desk_date_is (self, token + 1, " same "))
    n = 2;
  unit = desk_date_word (self, token + n);
  if (unit.kind == DESK_DATE_WORD_UNIT)
    {
      if (unit.value < DESK_UNIT_DAY || unit.value > DESK_UNIT_DECADE || unit.value == DESK_UNIT_QUARTER || unit.value == DESK_UNIT_SEASON)
        return 0;
      shift (when, unit.value, 0);
    }
  else if (unit.kind == DESK_DATE_WORD_DAY_PART)
    {
      if (desk_date_is (self, token + n, " overnight dawn dusk "))
        return 0;
      shift (when, DESK_UNIT_DAY, 0);
      when->part_of_day = TRUE;
    }
  else if (unit.kind == DESK_DATE_WORD_MONTH || unit.kind == DESK_DATE_WORD_SEASON || unit.kind == DESK_DATE_WORD_WEEKDAY)
    {
      /* "said that September was hot" points at nothing; "that May 3" neither */
      if (unit.kind != DESK_DATE_WORD_SEASON && (!desk_date_is_capital (self, token + n) || desk_date_follows (self, token, " said says ")))
        return 0;
      if (parse_named (self, token + n, DESK_WHEN_ANCHORED, when) != 1 || when->day > 0)
        return 0;
    }
  else
    return 0;
  when->mode = DESK_WHEN_ANCHORED;

  return n + 1;
}

/* the year before, the day after, the week after next, next day */
static guint
parse_beside (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  DeskDateWord unit = desk_date_word (self, token);

  if (unit.kind != DESK_DATE_WORD_UNIT || unit.value < DESK_UNIT_DAY || unit.value > DESK_UNIT_DECADE || !desk_date_follows (self, token, " the "))
    return 0;
  if (desk_date_is (self, token + 1, " after before ") && desk_date_is (self, token + 2, " next last ") && desk_date_kind (self, token + 3) != DESK_DATE_WORD_UNIT && desk_date_kind (self, token + 3) != DESK_DATE_WORD_WEEKDAY)
    {
      shift (when, unit.value, 2 * desk_date_word (self, token + 2).value);
      return 3;
    }
  /* Nothing may follow that would be counted from: "the day after the vote". */
  if (desk_date_is (self, token + 1, " after before ") && (token + 2 >= self->end || desk_prose_get_token (self->prose, token + 2)->kind == DESK_TOKEN_PUNCTUATION || desk_date_is (self, token + 2, " and but when to ")))
    {
      shift (when, unit.value, desk_date_is (self, token + 1, " after ") ? 1 : -1);
      when->mode = DESK_WHEN_ANCHORED;
      return 2;
    }

  return 0;
}

/* the weekend, by the end of the week, for the year */
static guint
parse_current (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  DeskDateWord unit = desk_date_word (self, token);
  guint before = token;

  if (desk_date_is (self, token, " weekend ") && (desk_date_follows (self, token, " the over ") || desk_date_is (self, token + 1, " 's ")))
    {
      /* "the weekend of the storm" is another one */
      shift (when, DESK_UNIT_WEEKEND, 0);
      return desk_date_is (self, token + 1, " of ") ? 0 : 1;
    }
  if (unit.kind != DESK_DATE_WORD_UNIT || unit.value < DESK_UNIT_WEEK || unit.value > DESK_UNIT_CENTURY || unit.value == DESK_UNIT_SEASON)
    return 0;
  /* "by year end" */
  if (desk_date_is (self, token, " year ") && desk_date_follows (self, token, " by before at until ") && (desk_date_is (self, token + 1, " end ") || (desk_date_is (self, token + 1, " - ") && desk_date_is (self, token + 2, " end "))))
    {
      shift (when, DESK_UNIT_YEAR, 0);
      return desk_date_is (self, token + 1, " end ") ? 2 : 3;
    }
  if (!desk_date_follows (self, token, " the ") || desk_date_get_digits (self, token + 1, 4) >= 0)
    return 0;
  before = token - 1;
  if (before > 1 && desk_prose_is_one_of (self->prose, before - 1, " of in ") && (desk_prose_is_one_of (self->prose, before - 2, " end beginning start middle rest remainder half later earlier late early ")))
    {
      shift (when, unit.value, 0);
      return desk_date_is (self, token + 1, " of before after since when that ") ? 0 : 1;
    }

  return 0;
}

/* now, at present, these days, in recent weeks, in the coming months */
static guint
parse_present (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  when->mode = DESK_WHEN_PRESENT;
  when->unit = DESK_UNIT_DAY;
  if (desk_date_kind (self, token) == DESK_DATE_WORD_NOW)
    {
      /* "now that", "now and then", "every now and then" */
      if (desk_date_is (self, token, " these "))
        return desk_date_is (self, token + 1, " days ") ? 2 : 0;
      if (desk_date_is (self, token, " present "))
        return desk_date_follows (self, token, " at ") ? 1 : 0;
      if (desk_date_is (self, token, " now ") && (desk_date_is (self, token + 1, " and that defunct - ") || desk_date_follows (self, token, " every - ")))
        return 0;
      return 1;
    }
  if (desk_date_kind (self, token) == DESK_DATE_WORD_RECENT && desk_date_kind (self, token + 1) == DESK_DATE_WORD_UNITS && desk_date_word (self, token + 1).value >= DESK_UNIT_DAY)
    {
      when->mode = DESK_WHEN_UNKNOWN;
      return 2;
    }

  return 0;
}

/**
 * desk_date_parse_relative:
 *
 * Returns: how many tokens a date that points from another one takes
 */
guint
desk_date_parse_relative (const DeskDateParser *self,
                          guint token,
                          DeskWhen *when)
{
  static const DeskDateForm forms[] = { parse_day_word, parse_direction, parse_pointing, parse_beside, parse_weekday_of_week, parse_current, parse_present };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint n;

      *when = (DeskWhen) DESK_WHEN_INIT;
      n = forms[i](self, token, when);
      if (n > 0)
        return n;
    }

  return 0;
}
