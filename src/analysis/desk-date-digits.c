/* Reads dates in digits, in any language: 2023-02-08, 8/2/2023, 08.02.2023, 8-Feb-2023.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

static gboolean
set_day (DeskWhen *when,
         int year,
         int month,
         int day)
{
  if (year < 100)
    year += year < 50 ? 2000 : 1900;
  if (month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  when->mode = DESK_WHEN_ABSOLUTE;
  when->unit = DESK_UNIT_DAY;
  when->year = year;
  when->month = month;
  when->day = day;

  return TRUE;
}

/* Year, month and day from three numbers in the order in which they stand. */
static gboolean
set_from_digits (DeskWhen *when,
                 const int parts[3],
                 gboolean year_first,
                 gboolean day_first)
{
  if (year_first)
    return set_day (when, parts[0], parts[1], parts[2]);
  if ((day_first && parts[1] <= 12) || parts[0] > 12)
    return set_day (when, parts[2], parts[1], parts[0]);

  /* 3/4/2021 is the fourth of March or the third of April. */
  when->ambiguous = parts[1] <= 12 && parts[0] != parts[1];

  return set_day (when, parts[2], parts[0], parts[1]);
}

/* 08.02.2023 is one token. */
static guint
parse_dotted (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  const char *p = desk_prose_get_utf8 (self->prose) + at->byte;
  const char *end = p + at->n_bytes;
  int parts[3] = { 0 };
  guint n = 0, first_length = 0;

  if (at->n_bytes < 6 || at->n_bytes > 10)
    return 0;
  for (const char *start = p; p <= end; p++)
    {
      if (p == end || *p == '.')
        {
          if (p == start || p - start > 4 || n == 3)
            return 0;
          if (n == 0)
            first_length = p - start;
          for (const char *q = start; q < p; q++)
            parts[n] = parts[n] * 10 + (*q - '0');
          n++;
          start = p + 1;
        }
      else if (!g_ascii_isdigit (*p))
        return 0;
    }
  if (n != 3 || (first_length == 4 ? parts[0] : parts[2]) < 1000)
    return 0;

  return set_from_digits (when, parts, first_length == 4, TRUE) ? 1 : 0;
}

/* 20161016, as logs and file names have it. */
static guint
parse_packed (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  int number = desk_date_get_digits (self, token, 8);

  if (number < 19000101 || number > 20991231 || desk_prose_get_token (self->prose, token)->n_bytes != 8)
    return 0;

  return set_day (when, number / 10000, number / 100 % 100, number % 100) ? 1 : 0;
}

/* 8-Feb-2023, Feb/8/2023, 2023-Feb-8: three parts, one of which is a month by name. */
static guint
parse_joined (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  gunichar mark = desk_date_character (self, token + 1);
  int numbers[2] = { 0 }, month = 0;
  guint n_numbers = 0, long_one = 2;

  if (mark != '-' && mark != '/')
    return 0;
  for (guint i = 0; i < 5; i++)
    if (i % 2 == 1 ? desk_date_character (self, token + i) != mark : token + i >= self->end)
      return 0;
    else if (i > 0 && !desk_date_is_glued (self, token + i))
      return 0;
  for (guint i = 0; i < 5; i += 2)
    {
      int number = desk_date_get_digits (self, token + i, 4);

      if (number >= 0 && n_numbers < 2)
        {
          if (number >= 1000)
            long_one = n_numbers;
          numbers[n_numbers++] = number;
        }
      else if (desk_date_kind (self, token + i) == DESK_DATE_WORD_MONTH && month == 0)
        month = desk_date_word (self, token + i).value;
      else
        return 0;
    }
  if (n_numbers != 2 || month == 0 || long_one == 2)
    return 0;

  return set_day (when, numbers[long_one], month, numbers[1 - long_one]) ? 5 : 0;
}

/**
 * desk_date_parse_digits:
 *
 * Returns: how many tokens a date in digits takes
 */
guint
desk_date_parse_digits (const DeskDateParser *self,
                        guint token,
                        DeskWhen *when)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  guint n = parse_joined (self, token, when);
  int parts[3];
  gunichar mark;

  if (n > 0)
    return n;
  if (at->kind != DESK_TOKEN_NUMBER || (at->glued && token > 0 && desk_prose_is_one_of (self->prose, token - 1, " / ")))
    return 0;
  if (parse_packed (self, token, when) > 0)
    return 1;
  if (at->glued && desk_date_follows (self, token, " - ") && (at->n_bytes != 4 || (token > 1 && desk_prose_get_token (self->prose, token - 2)->kind == DESK_TOKEN_NUMBER)))
    return 0;
  if (parse_dotted (self, token, when) > 0)
    return 1;

  mark = desk_date_character (self, token + 1);
  if ((mark != '-' && mark != '/') || !desk_date_is_glued (self, token + 1) || !desk_date_is_glued (self, token + 2) || !desk_date_is_glued (self, token + 3) || desk_date_character (self, token + 3) != mark || !desk_date_is_glued (self, token + 4))
    return 0;
  parts[0] = desk_date_get_digits (self, token, 4);
  parts[1] = desk_date_get_digits (self, token + 2, 2);
  parts[2] = desk_date_get_digits (self, token + 4, 4);
  if (parts[0] < 0 || parts[1] < 0 || parts[2] < 0)
    return 0;
  if (at->n_bytes == 4)
    return set_from_digits (when, parts, TRUE, FALSE) ? 5 : 0;
  if (parts[2] < 1000 && (mark != '/' || desk_prose_get_token (self->prose, token + 4)->n_bytes != 2))
    return 0;

  return set_from_digits (when, parts, FALSE, self->day_first) ? 5 : 0;
}
