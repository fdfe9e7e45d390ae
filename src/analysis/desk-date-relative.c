/* Reads dates that are counted from another one: yesterday, last week, two days ago, for three years.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

static DeskDateWordKind
kind_at (const DeskDateParser *self,
         guint token)
{
  return desk_date_parser_word (self, token).kind;
}

static gboolean
is_at (const DeskDateParser *self,
       guint token,
       const char *words)
{
  return token < self->end && desk_prose_is_one_of (self->prose, token, words);
}

static gboolean
is_capital (const DeskDateParser *self,
            guint token)
{
  return token < self->end && desk_token_is_capital (desk_prose_get_token (self->prose, token));
}

static void
shift (DeskWhen *when,
       DeskUnit unit,
       int amount)
{
  when->mode = DESK_WHEN_SHIFTED;
  when->unit = unit;
  when->amount = amount;
}

/* yesterday, tomorrow morning, the day before yesterday */
static guint
parse_day_word (const DeskDateParser *self,
                guint token,
                DeskWhen *when)
{
  DeskDateWord word = desk_date_parser_word (self, token);

  if (word.kind == DESK_DATE_WORD_DAY)
    {
      shift (when, DESK_UNIT_DAY, word.value);
      when->part_of_day = is_at (self, token, " tonight ");
      if (kind_at (self, token + 1) == DESK_DATE_WORD_DAY_PART)
        {
          when->part_of_day = TRUE;
          return 2;
        }
      return 1;
    }
  if (is_at (self, token, " day ") && is_at (self, token + 1, " before after "))
    {
      DeskDateWord day = desk_date_parser_word (self, token + 2);

      if (day.kind == DESK_DATE_WORD_DAY && day.value != 0 && (day.value < 0) == is_at (self, token + 1, " before "))
        {
          shift (when, DESK_UNIT_DAY, 2 * day.value);
          return 3;
        }
    }

  return 0;
}

/* the past three days, the next two weeks: a length. */
static guint
parse_counted_span (const DeskDateParser *self,
                    guint token,
                    DeskWhen *when)
{
  int amount;
  guint n = desk_date_parse_number (self, token + 1, &amount);
  DeskDateWord unit = desk_date_parser_word (self, token + 1 + n);

  if (n == 0 || unit.kind != DESK_DATE_WORD_UNIT)
    return 0;
  when->mode = amount > 0 ? DESK_WHEN_LENGTH : DESK_WHEN_UNKNOWN;
  when->unit = unit.value;
  when->amount = amount;

  return n + 2;
}

/* last week, next Friday, this June, the following day */
static guint
parse_direction (const DeskDateParser *self,
                 guint token,
                 DeskWhen *when)
{
  static const DeskWhenMode modes[] = { DESK_WHEN_LAST, DESK_WHEN_THIS, DESK_WHEN_NEXT };
  DeskDateWord direction = desk_date_parser_word (self, token);
  DeskDateWord word = desk_date_parser_word (self, token + 1);
  gboolean definite = token > 0 && desk_prose_is (self->prose, token - 1, "the");
  gboolean narrated = is_at (self, token, " following previous preceding ") || (definite && is_at (self, token, " next "));

  if (direction.kind != DESK_DATE_WORD_DIRECTION)
    return 0;

  switch (word.kind)
    {
    case DESK_DATE_WORD_WEEKDAY:
      if (!is_capital (self, token + 1))
        return 0;
      when->mode = modes[direction.value + 1];
      when->unit = DESK_UNIT_DAY;
      when->weekday = word.value;
      if (kind_at (self, token + 2) == DESK_DATE_WORD_DAY_PART)
        {
          when->part_of_day = TRUE;
          return 3;
        }
      return 2;

    case DESK_DATE_WORD_MONTH:
      if (!is_capital (self, token + 1))
        return 0;
      when->mode = modes[direction.value + 1];
      when->unit = DESK_UNIT_MONTH;
      when->month = word.value;
      return 2;

    case DESK_DATE_WORD_SEASON:
      when->mode = modes[direction.value + 1];
      when->unit = DESK_UNIT_SEASON;
      when->season = word.value;
      return 2;

    case DESK_DATE_WORD_DAY_PART:
      /* this morning is today, last night was yesterday */
      if (direction.value > 0 || is_at (self, token, " past ") || narrated)
        return 0;
      shift (when, DESK_UNIT_DAY, direction.value);
      when->part_of_day = TRUE;
      return 2;

    case DESK_DATE_WORD_UNIT:
      /* "this second" and "the last minute" are no dates; of plurals nothing is known. */
      if (word.value < DESK_UNIT_DAY || is_at (self, token + 1, " days weeks weekends months quarters years decades centuries "))
        return 0;
      if (word.value == DESK_UNIT_DAY && !narrated)
        return 0;
      shift (when, word.value, direction.value);
      if (narrated)
        when->mode = DESK_WHEN_ANCHORED;
      return 2;

    case DESK_DATE_WORD_NUMBER:
    case DESK_DATE_WORD_VAGUE:
      return is_at (self, token, " this ") ? 0 : parse_counted_span (self, token, when);

    case DESK_DATE_WORD_NONE:
    case DESK_DATE_WORD_WEEKDAYS:
    case DESK_DATE_WORD_ORDINAL:
    case DESK_DATE_WORD_DAY:
    case DESK_DATE_WORD_DIRECTION:
    case DESK_DATE_WORD_PORTION:
    case DESK_DATE_WORD_EVERY:
    case DESK_DATE_WORD_FREQUENCY:
      break;
    }
  if (token + 1 < self->end && desk_prose_get_token (self->prose, token + 1)->kind == DESK_TOKEN_NUMBER && !is_at (self, token, " this "))
    return parse_counted_span (self, token, when);

  return 0;
}

/* that day, the same year */
static guint
parse_pointing (const DeskDateParser *self,
                guint token,
                DeskWhen *when)
{
  DeskDateWord unit = desk_date_parser_word (self, token + 1);

  if (!is_at (self, token, " that same "))
    return 0;
  if (unit.kind != DESK_DATE_WORD_UNIT || unit.value < DESK_UNIT_DAY || unit.value > DESK_UNIT_YEAR || unit.value == DESK_UNIT_QUARTER || is_at (self, token + 1, " days weeks months years "))
    return 0;
  shift (when, unit.value, 0);
  when->mode = DESK_WHEN_ANCHORED;

  return 2;
}

/* "45 years old" and "a 45-year-old" tell an age. */
static gboolean
is_age (const DeskDateParser *self,
        guint after)
{
  if (desk_prose_character (self->prose, after) == '-')
    after++;

  return is_at (self, after, " old older younger ") || (is_at (self, after, " of ") && is_at (self, after + 1, " age ")) || (is_at (self, after, " in ") && is_at (self, after + 1, " prison jail "));
}

/* two days ago, a year earlier, for three weeks, a 10-day visit */
static guint
parse_counted (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  const DeskProse *prose = self->prose;
  int amount;
  guint n = desk_date_parse_number (self, token, &amount);
  gboolean hyphen, plural;
  DeskDateWord unit;

  if (n == 0)
    return 0;
  hyphen = desk_prose_character (prose, token + n) == '-' && token + n < self->end;
  unit = desk_date_parser_word (self, token + n + hyphen);
  if (unit.kind != DESK_DATE_WORD_UNIT)
    return 0;
  plural = !is_at (self, token + n + hyphen, " second minute hour day week fortnight weekend month quarter year decade century ");
  n += hyphen + 1;
  when->unit = unit.value;
  when->amount = amount;

  if (is_at (self, token + n, " ago "))
    {
      shift (when, unit.value, -amount);
      if (amount == 0)
        when->mode = DESK_WHEN_UNKNOWN;
      return n + 1;
    }
  if (is_at (self, token + n, " earlier later ") && !hyphen)
    {
      shift (when, unit.value, is_at (self, token + n, " earlier ") ? -amount : amount);
      when->mode = amount > 0 ? DESK_WHEN_ANCHORED : DESK_WHEN_UNKNOWN;
      return n + 1;
    }
  if (is_age (self, token + n))
    return 0;
  if (!hyphen && amount == 1 && !plural && !(token > 0 && desk_prose_is_one_of (prose, token - 1, " for in within after over during about least nearly almost than ")))
    return 0;
  /* "the second quarter" is none of two seconds */
  if (unit.value == DESK_UNIT_QUARTER || (unit.value == DESK_UNIT_SECOND && !plural))
    return 0;

  when->mode = DESK_WHEN_LENGTH;

  return n;
}

/* every Friday, each year, every two weeks */
static guint
parse_often (const DeskDateParser *self,
             guint token,
             DeskWhen *when)
{
  DeskDateWord word = desk_date_parser_word (self, token + 1);
  int amount;
  guint n;

  if (kind_at (self, token) != DESK_DATE_WORD_EVERY)
    return 0;
  when->mode = DESK_WHEN_OFTEN;
  when->amount = 1;
  if (word.kind == DESK_DATE_WORD_WEEKDAY && is_capital (self, token + 1))
    {
      when->unit = DESK_UNIT_WEEK;
      return 2;
    }
  if ((word.kind == DESK_DATE_WORD_MONTH && is_capital (self, token + 1)) || word.kind == DESK_DATE_WORD_SEASON)
    {
      when->unit = DESK_UNIT_YEAR;
      return 2;
    }
  if (word.kind == DESK_DATE_WORD_DAY_PART)
    {
      when->unit = DESK_UNIT_DAY;
      return 2;
    }
  if (word.kind == DESK_DATE_WORD_UNIT)
    {
      when->unit = word.value;
      return 2;
    }
  n = desk_date_parse_number (self, token + 1, &amount);
  if (n > 0 && amount > 0 && kind_at (self, token + 1 + n) == DESK_DATE_WORD_UNIT)
    {
      when->unit = desk_date_parser_word (self, token + 1 + n).value;
      when->amount = amount;
      return n + 2;
    }

  return 0;
}

/**
 * desk_date_parse_relative:
 *
 * Returns: how many tokens a date that is counted from another one takes
 */
guint
desk_date_parse_relative (const DeskDateParser *self,
                          guint token,
                          DeskWhen *when)
{
  static guint (*const forms[]) (const DeskDateParser *, guint, DeskWhen *) = {
    parse_day_word,
    parse_direction,
    parse_pointing,
    parse_often,
    parse_counted,
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint n;

      *when = (DeskWhen) { .hour = -1 };
      n = forms[i](self, token, when);
      if (n > 0)
        return n;
    }

  return 0;
}
