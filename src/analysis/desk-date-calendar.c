/* Reads dates that name a weekday, a month, a day of a month or a year.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

/* Words after a number that make it no year. */
#define COUNTED " % bc bce b.c. people men women children soldiers troops residents homes houses jobs gmt utc hours metres meters miles kilometers kilometres km feet dollars euros tons tonnes year years days members students workers police officers others more pounds kg euro mm cm m million billion "

/* Digits, or a day in words. */
static gboolean
is_number (const DeskDateParser *self,
           guint token)
{
  int day;

  return token < self->end && (desk_prose_get_token (self->prose, token)->kind == DESK_TOKEN_NUMBER || (desk_date_kind (self, token) != DESK_DATE_WORD_NUMBER && desk_date_parse_day (self, token, &day) > 0) || (desk_date_kind (self, token) == DESK_DATE_WORD_NUMBER && desk_date_parse_day (self, token, &day) > 1));
}

/* Names that are words too count only where more tells that they are months. */
static gboolean
is_month (const DeskDateParser *self,
          guint token)
{
  const DeskProse *prose = self->prose;
  gboolean number_beside;

  if (desk_date_kind (self, token) != DESK_DATE_WORD_MONTH)
    return FALSE;
  number_beside = is_number (self, token + 1) || (desk_date_is (self, token + 1, " , of ") && is_number (self, token + 2)) || (desk_date_is_dash (self, token + 1) && desk_date_kind (self, token + 2) == DESK_DATE_WORD_MONTH) || (token > 1 && desk_date_is_dash (self, token - 1) && desk_date_kind (self, token - 2) == DESK_DATE_WORD_MONTH) || (desk_date_is (self, token + 1, " - / ") && is_number (self, token + 2)) || (token > 0 && (desk_prose_get_token (prose, token - 1)->kind == DESK_TOKEN_NUMBER || desk_date_follows (self, token, " of st nd rd th ")));
  if (desk_date_is (self, token, " may march mar jan dec feb sep oct nov jun jul apr aug sept ") && !desk_date_is_capital (self, token))
    return FALSE;
  if (!desk_date_is_capital (self, token))
    return number_beside || desk_date_follows (self, token, " in since by until till from to of during last next this late early mid before after for every and between previous past ");
  /* Jan and Dec are names of people and of things where no number stands beside them. */
  if (desk_date_is (self, token, " jan dec feb sep oct nov jun jul apr aug mar ") && !number_beside)
    return desk_date_follows (self, token, " in since by until till from during last next this late early mid before after between ");
  if (desk_date_is (self, token, " may march april june august mar september "))
    {
      gboolean name_before = token > 0 && desk_prose_get_token (prose, token - 1)->shape == DESK_SHAPE_CAPITAL && (desk_prose_classes (prose, token - 1) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_TITLE));
      gboolean name_after = desk_date_is_capital (self, token + 1) && desk_date_kind (self, token + 1) == DESK_DATE_WORD_NONE && !(desk_prose_classes (prose, token + 1) & (DESK_CLASS_COMMON | DESK_CLASS_NATIONALITY));

      if (name_before || name_after)
        return FALSE;
    }
  /* "the May election", but "the May government" was that of a Theresa May */
  if (desk_date_is (self, token, " may march ") && desk_date_follows (self, token, " the ") && token + 1 < self->end && desk_prose_get_token (prose, token + 1)->shape == DESK_SHAPE_LOWER && !desk_date_is (self, token + 1, " government administration cabinet premiership era deal of "))
    return TRUE;
  if (desk_date_is (self, token, " may march mar "))
    return (token + 1 < self->end && desk_prose_get_token (prose, token + 1)->kind == DESK_TOKEN_NUMBER) || desk_date_kind (self, token + 1) == DESK_DATE_WORD_ORDINAL ||
           desk_date_follows (self, token, " in since by until till from to of during last next this late early mid - before after for through throughout every and or between previous past that following least like ");

  return TRUE;
}

static gboolean
is_valid_day (int month,
              int day)
{
  return g_date_valid_dmy (day, month, 2000);
}

static guint
parse_month_first (const DeskDateParser *self,
                   guint token,
                   DeskWhen *when)
{
  guint n = 1, more, length;
  int day;

  if (!is_month (self, token))
    return 0;

  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_MONTH;
  when->month = desk_date_word (self, token).value;

  more = desk_date_is (self, token + 1, " the ") ? 1 : 0;
  length = desk_date_parse_day (self, token + 1 + more, &day);
  /* "in May 12 people died", "by June 5 per cent", "the March second bus" */
  if (length > 0 && is_valid_day (when->month, day) && !desk_date_is (self, token + 1 + more + length, " % per percent people men women children million billion ") &&
      (more == 0 || desk_date_kind (self, token + 1 + more) != DESK_DATE_WORD_ORDINAL || !(token + 2 + more < self->end && desk_prose_get_token (self->prose, token + 2 + more)->shape == DESK_SHAPE_LOWER && !desk_date_is (self, token + 2 + more, " to until till through and or of when "))))
    {
      when->unit = DESK_UNIT_DAY;
      when->day = day;
      n += more + length;
    }

  return n + desk_date_parse_year_after (self, token + n, when);
}

static guint
parse_day_first (const DeskDateParser *self,
                 guint token,
                 DeskWhen *when)
{
  guint n = desk_date_parse_day (self, token, &when->day);

  if (n == 0 || (desk_date_is_glued (self, token) && desk_date_follows (self, token, " $ £ € ¥ ")))
    return 0;
  if (desk_date_is (self, token + n, " of - ") || (desk_date_is (self, token + n, " day ") && desk_date_is (self, token + n + 1, " of ")))
    n += desk_date_is (self, token + n, " day ") ? 2 : 1;
  if (desk_date_kind (self, token + n) != DESK_DATE_WORD_MONTH)
    return 0;
  if (!desk_date_is_capital (self, token + n) && (desk_date_is (self, token + n, " may march mar ") || desk_prose_get_token (self->prose, token + n)->n_bytes < 3))
    return 0;
  when->month = desk_date_word (self, token + n).value;
  if (!is_valid_day (when->month, when->day))
    return 0;
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;
  n++;

  return n + desk_date_parse_year_after (self, token + n, when);
}

/* "The Sunday Mirror", "the Daily News": papers are named after days. */
static gboolean
is_paper (const DeskDateParser *self,
          guint token)
{
  return desk_date_is_capital (self, token) && desk_date_is (self, token, " mirror times telegraph post express mail herald independent star sun world tribune news journal observer beacon argus mercury life age people record school ");
}

/* 22/04 or 7-6 after a weekday, which makes it a date. */
static guint
parse_short_digits (const DeskDateParser *self,
                    guint token,
                    DeskWhen *when)
{
  int first = desk_date_get_digits (self, token, 2), second = desk_date_get_digits (self, token + 2, 2);
  gboolean swap;

  if (first < 1 || second < 1 || !desk_date_is (self, token + 1, " / - ") || !desk_date_is_glued (self, token + 1) || !desk_date_is_glued (self, token + 2) || desk_date_is (self, token + 3, " / - "))
    return 0;
  swap = self->day_first ? second <= 12 : first > 12;
  when->month = swap ? second : first;
  when->day = swap ? first : second;
  if (when->month > 12 || !is_valid_day (when->month, when->day))
    return 0;
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;

  return 3;
}

/* "the 13th" after a weekday */
static guint
parse_bare_day (const DeskDateParser *self,
                guint token,
                DeskWhen *when)
{
  guint n = desk_date_parse_day (self, token, &when->day);

  if (n == 0 || (n == 1 && desk_date_kind (self, token) != DESK_DATE_WORD_ORDINAL))
    return 0;
  /* "Tuesday, the second day of the trial" */
  if (desk_date_kind (self, token) == DESK_DATE_WORD_ORDINAL && token + n < self->end && desk_prose_get_token (self->prose, token + n)->shape != DESK_SHAPE_NONE)
    return 0;
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;

  return n;
}

static guint
parse_weekday (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  static const DeskDateForm forms[] = { parse_month_first, parse_day_first, desk_date_parse_digits, parse_short_digits, parse_bare_day };
  DeskDateWord word = desk_date_word (self, token);
  guint at = token + 1;
  gboolean short_form = desk_date_is (self, token, " mon tue wed thu fri sat sun thur thurs tues ");

  if (word.kind != DESK_DATE_WORD_WEEKDAY || is_paper (self, token + 1))
    return 0;
  if (short_form && !desk_date_is_capital (self, token))
    return 0;

  if (desk_date_is (self, at, " , ("))
    at++;
  if (desk_date_is (self, at, " the "))
    at++;
  for (guint i = 0; at < self->end && i < G_N_ELEMENTS (forms); i++)
    {
      guint n;

      *when = (DeskWhen) DESK_WHEN_INIT;
      n = forms[i](self, at, when);
      if (n == 0 || when->day == 0)
        continue;
      when->weekday = word.value;
      return at + n - token;
    }
  /* "Mon" alone is somebody's name, "SUN" a paper. */
  if (short_form)
    return 0;

  *when = (DeskWhen) DESK_WHEN_INIT;
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;
  when->weekday = word.value;

  return 1;
}

/* "survey of 1709 schoolchildren" counts heads, "the 2014 protests" does not. */
static gboolean
counts (const DeskDateParser *self,
        guint token)
{
  const DeskToken *next = token + 1 < self->end ? desk_prose_get_token (self->prose, token + 1) : NULL;
  const char *word;

  if (next == NULL || next->shape != DESK_SHAPE_LOWER || (desk_prose_classes (self->prose, token + 1) & DESK_CLASS_STARTER))
    return FALSE;
  word = desk_prose_get_word (self->prose, next->word)->folded;
  if (desk_date_follows (self, token, " the in since its this that his her their ' 's "))
    return FALSE;

  return g_str_has_suffix (word, "s") || g_str_has_suffix (word, "men") || g_str_has_suffix (word, "children") || g_str_has_suffix (word, "people");
}

/* 2023/24 */
static gboolean
is_season_year (const DeskDateParser *self,
                guint token)
{
  return desk_date_is (self, token + 1, " / ") && desk_date_is_glued (self, token + 2) && desk_date_get_digits (self, token + 2, 2) == (desk_date_get_digits (self, token, 4) + 1) % 100;
}

/* Four digits are a year only where the words around say so. */
static gboolean
is_year_here (const DeskDateParser *self,
              guint token)
{
  const DeskProse *prose = self->prose;
  const DeskToken *next = token + 1 < self->end ? desk_prose_get_token (prose, token + 1) : NULL;
  gunichar before = token > 0 ? desk_prose_character (prose, token - 1) : 0;
  gboolean glued = desk_prose_get_token (prose, token)->glued;

  if (glued && before != '(' && before != '[' && before != '-' && before != 0x2013 && before != '"' && before != 0x201C && before != 0x2018 && before != '\'')
    return FALSE;
  if (desk_date_follows (self, token, " $ £ € ¥ no. nos. flight room route highway "))
    return FALSE;
  /* 133-03-2020 */
  if (glued && token > 1 && desk_date_is_dash (self, token - 1) && desk_prose_get_token (prose, token - 2)->kind == DESK_TOKEN_NUMBER)
    return FALSE;
  if (next == NULL)
    return TRUE;
  if (desk_date_is (self, token + 1, COUNTED))
    return FALSE;
  if (next->glued && (next->kind == DESK_TOKEN_WORD || next->kind == DESK_TOKEN_SYMBOL || desk_date_is (self, token + 1, " / ")) && !desk_date_is (self, token + 1, " 's ") && !is_season_year (self, token))
    return FALSE;
  /* A telephone number goes on. */
  if (next->kind == DESK_TOKEN_NUMBER && !next->glued)
    return FALSE;
  if (desk_date_follows (self, token, " about around than least nearly over some almost all only another total "))
    return !counts (self, token);
  /* "a survey of 1709 schoolchildren", but "the coup of 1966 closed clubs" */
  if (desk_date_follows (self, token, " of to by ") && (desk_date_get_digits (self, token, 4) < 1900 || desk_date_get_digits (self, token, 4) > 2050))
    return !counts (self, token);

  return TRUE;
}

static guint
parse_year_alone (const DeskDateParser *self,
                  guint token,
                  DeskWhen *when)
{
  guint skip = desk_date_is (self, token, " year ") ? (desk_date_is (self, token + 1, " of ") ? 2 : 1) : 0;
  guint n = desk_date_parse_year (self, token + skip, &when->year);

  when->mode = DESK_WHEN_ABSOLUTE;
  when->unit = DESK_UNIT_YEAR;
  /* the year 892 */
  if (skip == 1 && desk_date_follows (self, token, " the ") && desk_date_get_digits (self, token + 1, 3) > 99)
    {
      when->year = desk_date_get_digits (self, token + 1, 3);
      return 2;
    }
  /* the summer of '69, in '99 */
  if (n == 2 && desk_date_follows (self, token, " in since of from until "))
    return skip + n;
  if (n != 1 || when->year > 2100 || !is_year_here (self, token + skip))
    return 0;
  /* Before printing, years are rarer than numbers. */
  if (when->year < 1500 && !(desk_date_follows (self, token, " in since until ") && (token + 1 >= self->end || desk_prose_get_token (self->prose, token + 1)->kind == DESK_TOKEN_PUNCTUATION)))
    return 0;

  /* 2015-03, where it is no range of years */
  if (skip == 0 && desk_date_is (self, token + 1, " - ") && desk_date_is_glued (self, token + 1) && desk_date_is_glued (self, token + 2) && desk_prose_get_token (self->prose, token + 2)->n_bytes == 2 && !(desk_date_is (self, token + 3, " - / ") && desk_date_is_glued (self, token + 3)))
    {
      int month = desk_date_get_digits (self, token + 2, 2);

      if (month >= 1 && month <= 12 && month <= when->year % 100)
        {
          when->month = month;
          when->unit = DESK_UNIT_MONTH;
          return 3;
        }
    }
  /* 2019 Q3, 2019-H2 */
  if (skip == 0)
    {
      guint dash = desk_date_is (self, token + 1, " - ") && desk_date_is_glued (self, token + 1) ? 1 : 0;
      DeskDateWord next = desk_date_word (self, token + 1 + dash);

      /* the 2019 third quarter */
      if (next.kind == DESK_DATE_WORD_ORDINAL && next.value <= 4 && (desk_date_is (self, token + 2, " quarter ") || (next.value <= 2 && desk_date_is (self, token + 2, " half "))))
        {
          when->unit = desk_date_is (self, token + 2, " quarter ") ? DESK_UNIT_QUARTER : DESK_UNIT_HALF;
          when->quarter = when->unit == DESK_UNIT_QUARTER ? next.value : 0;
          when->half = when->unit == DESK_UNIT_HALF ? next.value : 0;
          return 3;
        }
      if (next.kind == DESK_DATE_WORD_QUARTER || next.kind == DESK_DATE_WORD_HALVES)
        {
          when->unit = next.kind == DESK_DATE_WORD_QUARTER ? DESK_UNIT_QUARTER : DESK_UNIT_HALF;
          when->quarter = next.kind == DESK_DATE_WORD_QUARTER ? next.value : 0;
          when->half = next.kind == DESK_DATE_WORD_HALVES ? next.value : 0;
          return 2 + dash;
        }
    }
  /* 2017 April */
  if (skip == 0 && desk_date_kind (self, token + 1) == DESK_DATE_WORD_MONTH && desk_date_get_digits (self, token + 2, 4) < 0 && is_month (self, token + 1))
    {
      when->month = desk_date_word (self, token + 1).value;
      when->unit = DESK_UNIT_MONTH;
      return 2;
    }

  return skip + n;
}

/**
 * desk_date_parse_calendar:
 *
 * Returns: how many tokens a date that the calendar names takes
 */
guint
desk_date_parse_calendar (const DeskDateParser *self,
                          guint token,
                          DeskWhen *when)
{
  static const DeskDateForm forms[] = { parse_weekday, parse_month_first, desk_date_parse_period, parse_day_first, parse_year_alone };

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
