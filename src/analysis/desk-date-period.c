/* Reads dates that name a span of the calendar: seasons, quarters, halves, fiscal years, weeks by number, decades, centuries.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-holiday.h"
#include "desk-date-parser.h"

/* A year without its month, or "of last year"; nothing is nearest where none stands. */
static guint
finish (const DeskDateParser *self,
        guint token,
        DeskWhen *when)
{
  guint fiscal = desk_date_is (self, token, " of ") && desk_date_kind (self, token + 1) == DESK_DATE_WORD_FISCAL ? 2 : desk_date_kind (self, token) == DESK_DATE_WORD_FISCAL ? 1
                                                                                                                                                                             : 0;
  guint n;

  when->mode = DESK_WHEN_NEAREST;
  if (fiscal > 0 && desk_date_is (self, token + fiscal, " year "))
    fiscal++;
  n = desk_date_parse_year_after (self, token + fiscal, when);
  if (n == 0 && fiscal > 0)
    return 0;

  return fiscal + n;
}

/* The third quarter of 2019, Q3 2019, third-quarter profit, the first half of last year, H1 2021 */
static guint
parse_quarter (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);
  guint dash = desk_date_is (self, token + 1, " - ") ? 1 : 0;
  guint n = 0;

  if (word.kind == DESK_DATE_WORD_ORDINAL && word.value <= 4 && desk_date_is (self, token + 1 + dash, " quarter "))
    {
      when->quarter = word.value;
      n = 2 + dash;
    }
  else if (word.kind == DESK_DATE_WORD_QUARTER)
    {
      when->quarter = word.value;
      n = 1;
    }
  if (n > 0)
    {
      when->unit = DESK_UNIT_QUARTER;
      n += finish (self, token + n, when);
      /* Each match has its quarters. */
      return when->mode != DESK_WHEN_NEAREST || word.kind == DESK_DATE_WORD_QUARTER || dash > 0 || !desk_date_is (self, token + n, " of ") ? n : 0;
    }

  if (word.kind == DESK_DATE_WORD_ORDINAL && word.value <= 2 && desk_date_kind (self, token + 1 + dash) == DESK_DATE_WORD_HALF)
    {
      when->half = word.value;
      n = 2 + dash;
    }
  else if (word.kind == DESK_DATE_WORD_HALVES)
    {
      when->half = word.value;
      n = 1;
    }
  if (n == 0)
    return 0;
  when->unit = DESK_UNIT_HALF;
  n += finish (self, token + n, when);
  if (when->mode != DESK_WHEN_NEAREST)
    return n;

  /* The first half of a match, a film, a book is no date. */
  return word.kind == DESK_DATE_WORD_HALVES && desk_date_is_capital (self, token) ? n : 0;
}

/* fiscal 2020, the 2019 financial year, fiscal year 2021 */
static guint
parse_fiscal (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  guint n = 1;

  if (desk_date_kind (self, token) != DESK_DATE_WORD_FISCAL)
    return 0;
  if (desk_date_is (self, token, " fy ") && !desk_date_is_capital (self, token))
    return 0;
  if (desk_date_is (self, token + n, " year "))
    n++;
  if (desk_date_parse_year (self, token + n, &when->year) == 0)
    return 0;
  when->mode = DESK_WHEN_ABSOLUTE;
  when->unit = DESK_UNIT_YEAR;

  return n + 1;
}

/* A noun after a season: what happens in it is told, not when. */
static gboolean
names_more (const DeskDateParser *self,
            guint token)
{
  const DeskToken *next = token < self->end ? desk_prose_get_token (self->prose, token) : NULL;

  if (next == NULL || next->shape != DESK_SHAPE_LOWER || (desk_prose_classes (self->prose, token) & DESK_CLASS_STARTER))
    return FALSE;

  return !g_str_has_suffix (desk_prose_get_word (self->prose, next->word)->folded, "ed") && !desk_date_is (self, token, " is was were are has had will would could can may and or but of to in on at by for with from until than as when after before while because that which who too running 's ' ");
}

/* the summer of 2018, winter 2020, in spring, by the autumn */
static guint
parse_season (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);
  guint n;

  if (word.kind != DESK_DATE_WORD_SEASON)
    return 0;
  when->unit = DESK_UNIT_SEASON;
  when->season = word.value;
  n = desk_date_parse_year_after (self, token + 1, when);
  if (n > 0)
    return n + 1;

  when->mode = DESK_WHEN_NEAREST;
  /* the Winter Gardens, the spring rain */
  if ((desk_date_is_capital (self, token) && desk_date_is_capital (self, token + 1)) || names_more (self, token + 1) || desk_date_is (self, token + 1, " of "))
    return 0;
  if (desk_date_follows (self, token, " the "))
    return desk_date_is (self, token, " spring fall ") && !(token > 1 && desk_prose_is_one_of (self->prose, token - 2, " in by until since during over before after for through throughout ")) ? 0 : 1;
  if (desk_date_is (self, token, " fall "))
    return desk_date_follows (self, token, " in since until ") && !desk_date_is (self, token + 1, " of ") ? 1 : 0;

  return desk_date_follows (self, token, " in by until since till during before after ") ? 1 : 0;
}

/* 1990s, the '90s, the nineties, 19th century, the first decade of the 18th century */
static guint
parse_era (const DeskDateParser *self,
           guint token,
           DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);
  guint n = desk_date_parse_year (self, token, &when->year);
  int number;

  when->mode = DESK_WHEN_ABSOLUTE;
  if (n > 0 && when->year % 10 == 0 && desk_date_is_glued (self, token + n) && desk_date_is (self, token + n, " s 's "))
    {
      when->unit = when->year % 100 == 0 && when->year < 2000 ? DESK_UNIT_CENTURY : DESK_UNIT_DECADE;
      return n + 1;
    }
  /* "the 90s" */
  number = desk_date_get_digits (self, token, 2);
  if (number >= 20 && number % 10 == 0 && desk_date_is_glued (self, token + 1) && desk_date_is (self, token + 1, " s ") && (desk_date_follows (self, token, " the early mid late - ")))
    {
      when->year = 1900 + number;
      when->unit = DESK_UNIT_DECADE;
      return 2;
    }
  /* Nobody's twenties are meant. */
  if (word.kind == DESK_DATE_WORD_TIES)
    {
      guint before = token;

      while (before > 0 && token - before < 3 && desk_prose_is_one_of (self->prose, before - 1, " early mid late - "))
        before--;
      if (!desk_date_follows (self, before, " the ") || desk_date_is (self, token + 1, " and "))
        return 0;
      when->year = 1900 + word.value;
      when->unit = DESK_UNIT_DECADE;
      return 1;
    }

  when->year = 0;
  n = desk_date_parse_day (self, token, &number);
  if (n == 0)
    return 0;
  if (desk_date_is_dash (self, token + n))
    n++;
  if (!desk_date_is (self, token + n, " century centuries ") || number > 30)
    return 0;
  when->unit = DESK_UNIT_CENTURY;
  when->year = (number - 1) * 100;
  /* Before the first year there is no value of four digits. */
  if (desk_date_is (self, token + n + 1, " bc bce b.c. "))
    {
      when->mode = DESK_WHEN_UNKNOWN;
      return n + 2;
    }

  return n + 1;
}

/* week 31, week 3 of 2027 */
static guint
parse_week_number (const DeskDateParser *self,
                   guint token,
                   DeskWhen *when)
{
  if (!desk_date_is (self, token, " week "))
    return 0;
  when->week = desk_date_get_digits (self, token + 1, 2);
  if (when->week < 1 || when->week > 53)
    return 0;
  /* "week 3 of the strike", "week 2 in Paris" */
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_WEEK;
  if (desk_date_parse_year_after (self, token + 2, when) > 0)
    return 2 + desk_date_parse_year_after (self, token + 2, when);

  return desk_date_follows (self, token, " in by until the from of ") ? 2 : 0;
}

/**
 * desk_date_parse_period:
 *
 * Returns: how many tokens a span of the calendar takes
 */
guint
desk_date_parse_period (const DeskDateParser *self,
                        guint token,
                        DeskWhen *when)
{
  static const DeskDateForm forms[] = { parse_era, parse_quarter, parse_fiscal, parse_season, parse_week_number, desk_date_parse_holiday };

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
