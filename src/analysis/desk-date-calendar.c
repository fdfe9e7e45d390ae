/* Reads dates that name a weekday, month, season, quarter, year, decade or century.
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
is_capital (const DeskDateParser *self,
            guint token)
{
  return token < self->end && desk_token_is_capital (desk_prose_get_token (self->prose, token));
}

static gboolean
is_dash (const DeskDateParser *self,
         guint token)
{
  gunichar c = token < self->end ? desk_prose_character (self->prose, token) : 0;

  return c == '-' || c == 0x2013 || c == 0x2014;
}

/* 5, 5th, fifth, twenty-first. */
static guint
parse_day (const DeskDateParser *self,
           guint token,
           int *day)
{
  DeskDateWord word = desk_date_parser_word (self, token);

  if (word.kind == DESK_DATE_WORD_ORDINAL)
    {
      *day = word.value;
      return 1;
    }
  if (token >= self->end || desk_prose_get_token (self->prose, token)->kind != DESK_TOKEN_NUMBER || desk_prose_get_token (self->prose, token)->n_bytes > 2 || desk_date_parse_number (self, token, day) != 1 || *day < 1 || *day > 31)
    return 0;

  return token + 1 < self->end && desk_prose_get_token (self->prose, token + 1)->glued && desk_prose_is_one_of (self->prose, token + 1, " st nd rd th ") ? 2 : 1;
}

/* The year after a month or season: "2019", ", 2019", "of 2019". */
static guint
parse_year_after (const DeskDateParser *self,
                  guint token,
                  DeskWhen *when)
{
  guint skip = token < self->end && desk_prose_is_one_of (self->prose, token, " , of ") ? 1 : 0;
  guint n = desk_date_parse_year (self, token + skip, &when->year);
  guint after = token + skip + n;

  if (n == 0)
    return 0;
  /* "June 5, 2000 people" */
  if (skip == 1 && after < self->end && desk_prose_is_one_of (self->prose, after, " people men women soldiers troops "))
    {
      when->year = 0;
      return 0;
    }
  when->mode = DESK_WHEN_ABSOLUTE;

  return skip + n;
}

/* The end of a range of days: "-8", "– 8", "to 8". */
static guint
parse_last_day (const DeskDateParser *self,
                guint token,
                DeskWhen *when)
{
  int day;
  guint n;

  if (!is_dash (self, token) && !(token < self->end && desk_prose_is (self->prose, token, "to")))
    return 0;
  n = parse_day (self, token + 1, &day);
  if (n == 0 || day <= when->day)
    return 0;
  when->last_day = day;

  return n + 1;
}

/* Names that are words too count only where more tells that they are months. */
static gboolean
is_month (const DeskDateParser *self,
          guint token)
{
  const DeskProse *prose = self->prose;

  if (kind_at (self, token) != DESK_DATE_WORD_MONTH || !is_capital (self, token))
    return FALSE;
  if (desk_prose_is_one_of (prose, token, " may march april june august mar sat ") && ((token > 0 && desk_prose_get_token (prose, token - 1)->shape == DESK_SHAPE_CAPITAL && (desk_prose_classes (prose, token - 1) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_TITLE))) || (token + 1 < self->end && is_capital (self, token + 1) && kind_at (self, token + 1) == DESK_DATE_WORD_NONE && !(desk_prose_classes (prose, token + 1) & (DESK_CLASS_COMMON | DESK_CLASS_NATIONALITY)))))
    return FALSE;
  if (desk_prose_is_one_of (prose, token, " may march mar "))
    return token + 1 < self->end && desk_prose_get_token (prose, token + 1)->kind == DESK_TOKEN_NUMBER
             ? TRUE
             : token > 0 && desk_prose_is_one_of (prose, token - 1, " in since by until till from to of during last next this late early mid - before after for through every and between previous past ");

  return TRUE;
}

static guint
parse_month_first (const DeskDateParser *self,
                   guint token,
                   DeskWhen *when)
{
  guint n = 1, more;
  int day;

  if (!is_month (self, token))
    return 0;

  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_MONTH;
  when->month = desk_date_parser_word (self, token).value;

  /* January–March 2020 */
  if (is_dash (self, token + 1) && is_month (self, token + 2) && desk_date_parser_word (self, token + 2).value > when->month)
    {
      when->last_month = desk_date_parser_word (self, token + 2).value;
      n = 3;
      return n + parse_year_after (self, token + n, when);
    }

  more = desk_prose_is (self->prose, token + 1, "the") ? 1 : 0;
  if (parse_day (self, token + 1 + more, &day) > 0)
    {
      more += parse_day (self, token + 1 + more, &day);
      when->unit = DESK_UNIT_DAY;
      when->day = day;
      n += more;
      n += parse_last_day (self, token + n, when);
    }

  return n + parse_year_after (self, token + n, when);
}

static guint
parse_day_first (const DeskDateParser *self,
                 guint token,
                 DeskWhen *when)
{
  guint n = parse_day (self, token, &when->day);

  if (n == 0)
    return 0;
  n += parse_last_day (self, token + n, when);
  if (token + n < self->end && desk_prose_is (self->prose, token + n, "of"))
    n++;
  if (kind_at (self, token + n) != DESK_DATE_WORD_MONTH || !is_capital (self, token + n))
    return 0;
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;
  when->month = desk_date_parser_word (self, token + n).value;
  n++;

  return n + parse_year_after (self, token + n, when);
}

static guint
parse_weekday (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  DeskDateWord word = desk_date_parser_word (self, token);
  guint at = token + 1, n;

  if (!is_capital (self, token))
    return 0;
  if (word.kind == DESK_DATE_WORD_WEEKDAYS)
    {
      when->mode = DESK_WHEN_OFTEN;
      when->unit = DESK_UNIT_WEEK;
      when->amount = 1;
      return 1;
    }
  if (word.kind != DESK_DATE_WORD_WEEKDAY)
    return 0;

  if (desk_prose_character (self->prose, at) == ',')
    at++;
  if (desk_prose_is (self->prose, at, "the"))
    at++;
  if (at < self->end)
    {
      n = parse_month_first (self, at, when);
      if (n > 0 && when->day == 0)
        n = 0;
      if (n == 0)
        {
          *when = (DeskWhen) { .hour = -1 };
          n = parse_day_first (self, at, when);
        }
      if (n == 0)
        {
          *when = (DeskWhen) { .hour = -1 };
          n = desk_date_parse_digits (self, at, when);
        }
      if (n > 0)
        {
          when->weekday = word.value;
          return at + n - token;
        }
    }

  *when = (DeskWhen) { .hour = -1 };
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;
  when->weekday = word.value;

  return 1;
}

/* The third quarter of 2019, Q3 2019. */
static guint
parse_quarter (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  DeskDateWord word = desk_date_parser_word (self, token);
  guint n = 0;

  if (word.kind == DESK_DATE_WORD_ORDINAL && word.value <= 4 && desk_prose_is (self->prose, token + 1, "quarter") && token + 1 < self->end)
    {
      when->quarter = word.value;
      n = 2;
    }
  else if (desk_prose_is_one_of (self->prose, token, " q1 q2 q3 q4 "))
    {
      when->quarter = desk_prose_get_utf8 (self->prose)[desk_prose_get_token (self->prose, token)->byte + 1] - '0';
      n = 1;
    }
  else
    return 0;

  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_QUARTER;

  return n + parse_year_after (self, token + n, when);
}

static guint
parse_season (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  DeskDateWord word = desk_date_parser_word (self, token);
  guint n;

  if (word.kind != DESK_DATE_WORD_SEASON)
    return 0;
  when->unit = DESK_UNIT_SEASON;
  when->season = word.value;
  n = parse_year_after (self, token + 1, when);

  return n > 0 ? n + 1 : 0;
}

/* 1990s, the '90s, 19th century. */
static guint
parse_era (const DeskDateParser *self,
           guint token,
           DeskWhen *when)
{
  guint n = desk_date_parse_year (self, token, &when->year);
  int number;

  when->mode = DESK_WHEN_ABSOLUTE;
  if (n > 0 && when->year % 10 == 0 && token + n < self->end && desk_prose_get_token (self->prose, token + n)->glued && desk_prose_is_one_of (self->prose, token + n, " s 's "))
    {
      when->unit = when->year % 100 == 0 && when->year < 2000 ? DESK_UNIT_CENTURY : DESK_UNIT_DECADE;
      return n + 1;
    }

  when->year = 0;
  n = parse_day (self, token, &number);
  if (n == 0)
    return 0;
  if (is_dash (self, token + n))
    n++;
  if (!desk_prose_is_one_of (self->prose, token + n, " century centuries ") || token + n >= self->end || number > 30)
    return 0;
  when->unit = DESK_UNIT_CENTURY;
  when->year = (number - 1) * 100;

  return n + 1;
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

  if (glued && before != '(' && before != '[' && before != '-' && before != '/' && before != 0x2013 && before != '"' && before != 0x201C)
    return FALSE;
  if (token > 0 && desk_prose_is_one_of (prose, token - 1, " $ £ € ¥ no. nos. flight "))
    return FALSE;
  if (next != NULL)
    {
      if (desk_prose_is_one_of (prose, token + 1, " % people men women children soldiers troops residents homes houses jobs gmt utc hours metres meters miles kilometers kilometres km feet dollars euros tons tonnes years days members students workers police officers others more "))
        return FALSE;
      if (next->glued && (next->kind == DESK_TOKEN_WORD || next->kind == DESK_TOKEN_SYMBOL) && !desk_prose_is_one_of (prose, token + 1, " 's "))
        return FALSE;
    }
  if (token > 0 && desk_prose_is_one_of (prose, token - 1, " of to about around by than least nearly over some "))
    {
      const char *word = next != NULL ? desk_prose_get_word (prose, next->word)->folded : "";

      return !(next != NULL && next->shape == DESK_SHAPE_LOWER && g_str_has_suffix (word, "s") && !(desk_prose_classes (prose, token + 1) & DESK_CLASS_STARTER));
    }

  return TRUE;
}

static guint
parse_year_alone (const DeskDateParser *self,
                  guint token,
                  DeskWhen *when)
{
  guint n = desk_date_parse_year (self, token, &when->year);
  int last;

  if (n != 1 || when->year < 1500 || when->year > 2100 || !is_year_here (self, token))
    return 0;

  when->mode = DESK_WHEN_ABSOLUTE;
  when->unit = DESK_UNIT_YEAR;

  /* 2019–2021, 2019-20 */
  if (is_dash (self, token + 1) && desk_prose_get_token (self->prose, token + 1)->glued && token + 2 < self->end && desk_prose_get_token (self->prose, token + 2)->glued && desk_date_parse_number (self, token + 2, &last) == 1)
    {
      guint length = desk_prose_get_token (self->prose, token + 2)->n_bytes;

      if (length == 2)
        last += when->year / 100 * 100;
      if ((length == 2 || length == 4) && last > when->year && last <= 2200)
        {
          when->last_year = last;
          return 3;
        }
    }

  return 1;
}

static guint
parse_holiday (const DeskDateParser *self,
               guint token,
               DeskWhen *when)
{
  static const struct
  {
    const char *words[3];
    int month;
    int day;
  } holidays[] = {
    { { "christmas", "eve", NULL }, 12, 24 },
    { { "christmas", "day", NULL }, 12, 25 },
    { { "christmas", NULL, NULL }, 12, 25 },
    { { "boxing", "day", NULL }, 12, 26 },
    { { "halloween", NULL, NULL }, 10, 31 },
    { { "valentine", "'s", "day" }, 2, 14 },
    { { "independence", "day", NULL }, 7, 4 },
    { { "armistice", "day", NULL }, 11, 11 },
  };

  if (!is_capital (self, token))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      guint n = 0;

      while (n < 3 && holidays[i].words[n] != NULL && token + n < self->end && desk_prose_is (self->prose, token + n, holidays[i].words[n]))
        n++;
      if (n == 0 || (n < 3 && holidays[i].words[n] != NULL))
        continue;
      when->mode = DESK_WHEN_NEAREST;
      when->unit = DESK_UNIT_DAY;
      when->month = holidays[i].month;
      when->day = holidays[i].day;
      return n + parse_year_after (self, token + n, when);
    }
  if (desk_prose_is (self->prose, token, "new") && desk_prose_is (self->prose, token + 1, "year") && desk_prose_is (self->prose, token + 2, "'s") && token + 3 < self->end && desk_prose_is_one_of (self->prose, token + 3, " eve day "))
    {
      gboolean eve = desk_prose_is (self->prose, token + 3, "eve");

      when->mode = DESK_WHEN_NEAREST;
      when->unit = DESK_UNIT_DAY;
      when->month = eve ? 12 : 1;
      when->day = eve ? 31 : 1;
      return 4 + parse_year_after (self, token + 4, when);
    }

  return 0;
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
  static guint (*const forms[]) (const DeskDateParser *, guint, DeskWhen *) = {
    parse_weekday,
    parse_month_first,
    parse_era,
    parse_day_first,
    parse_quarter,
    parse_season,
    parse_year_alone,
    parse_holiday,
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
