/* Reads one date at a place of the text, as it is written: numbers, years, digits, times.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

#include <string.h>

/* What a token is in a date; nothing past the end of the sentence. */
DeskDateWord
desk_date_parser_word (const DeskDateParser *self,
                       guint token)
{
  const DeskDateWord none = { DESK_DATE_WORD_NONE, 0 };

  return token < self->end ? self->words[desk_prose_get_token (self->prose, token)->word] : none;
}

/* A whole number in digits alone, at most @max_digits of them; -1 for none. */
static int
plain_number (const DeskDateParser *self,
              guint token,
              guint max_digits)
{
  const DeskToken *at;
  const char *digits;
  int number = 0;

  if (token >= self->end)
    return -1;
  at = desk_prose_get_token (self->prose, token);
  if (at->kind != DESK_TOKEN_NUMBER || at->n_bytes > max_digits)
    return -1;
  digits = desk_prose_get_utf8 (self->prose) + at->byte;
  for (guint i = 0; i < at->n_bytes; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return -1;
      number = number * 10 + (digits[i] - '0');
    }

  return number;
}

static gboolean
is_glued (const DeskDateParser *self,
          guint token)
{
  return token < self->end && desk_prose_get_token (self->prose, token)->glued;
}

/**
 * desk_date_parse_number:
 * @number: (out): set to the number, 0 for "a few", "several"
 *
 * Returns: how many tokens it takes
 */
guint
desk_date_parse_number (const DeskDateParser *self,
                        guint token,
                        int *number)
{
  DeskDateWord word = desk_date_parser_word (self, token);
  DeskDateWord next = desk_date_parser_word (self, token + 1);
  int digits = plain_number (self, token, 4);

  *number = 0;
  if (digits >= 0)
    {
      *number = digits;
      return 1;
    }
  if (word.kind == DESK_DATE_WORD_NUMBER)
    {
      gboolean article = desk_prose_is_one_of (self->prose, token, " a an ");

      if (article && next.kind == DESK_DATE_WORD_VAGUE)
        {
          *number = next.value;
          return desk_prose_is (self->prose, token + 2, "of") ? 3 : 2;
        }
      if (article && next.kind == DESK_DATE_WORD_NUMBER && next.value >= 12)
        {
          *number = next.value;
          return 2;
        }
      *number = word.value;
      if (word.value >= 20 && word.value < 100 && desk_prose_character (self->prose, token + 1) == '-' && is_glued (self, token + 2) && desk_date_parser_word (self, token + 2).kind == DESK_DATE_WORD_NUMBER && desk_date_parser_word (self, token + 2).value < 10)
        {
          *number += desk_date_parser_word (self, token + 2).value;
          return 3;
        }
      return 1;
    }
  if (word.kind == DESK_DATE_WORD_VAGUE)
    {
      *number = word.value;
      return desk_prose_is (self->prose, token + 1, "of") ? 2 : 1;
    }

  return 0;
}

/**
 * desk_date_parse_year:
 *
 * Returns: how many tokens a year with four digits, or '19, takes
 */
guint
desk_date_parse_year (const DeskDateParser *self,
                      guint token,
                      int *year)
{
  int number = plain_number (self, token, 4);

  if (number >= 1000 && number < 2200 && desk_prose_get_token (self->prose, token)->n_bytes == 4)
    {
      *year = number;
      return 1;
    }
  if (token + 1 < self->end && desk_prose_get_token (self->prose, token)->kind == DESK_TOKEN_QUOTE && desk_prose_is (self->prose, token, "'") && is_glued (self, token + 1) && desk_prose_get_token (self->prose, token + 1)->n_bytes == 2)
    {
      number = plain_number (self, token + 1, 2);
      if (number >= 0)
        {
          *year = number + (number < 50 ? 2000 : 1900);
          return 2;
        }
    }

  return 0;
}

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
  if (day_first || parts[0] > 12)
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

/**
 * desk_date_parse_digits:
 *
 * 2023-02-08, 2023/02/08, 8/2/2023, 08.02.2023, in any language.
 *
 * Returns: how many tokens the date takes
 */
guint
desk_date_parse_digits (const DeskDateParser *self,
                        guint token,
                        DeskWhen *when)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  int parts[3];
  gunichar mark;

  if (at->kind != DESK_TOKEN_NUMBER || (at->glued && token > 0 && desk_prose_is_one_of (self->prose, token - 1, " - / ")))
    return 0;
  if (parse_dotted (self, token, when) > 0)
    return 1;

  mark = desk_prose_character (self->prose, token + 1);
  if ((mark != '-' && mark != '/') || !is_glued (self, token + 1) || !is_glued (self, token + 2) || !is_glued (self, token + 3) || desk_prose_character (self->prose, token + 3) != mark || !is_glued (self, token + 4))
    return 0;
  parts[0] = plain_number (self, token, 4);
  parts[1] = plain_number (self, token + 2, 2);
  parts[2] = plain_number (self, token + 4, 4);
  if (parts[0] < 0 || parts[1] < 0 || parts[2] < 0)
    return 0;
  if (at->n_bytes == 4)
    return set_from_digits (when, parts, TRUE, FALSE) ? 5 : 0;
  if (parts[2] < 1000 && mark != '/')
    return 0;

  return set_from_digits (when, parts, FALSE, FALSE) ? 5 : 0;
}

/* 10:30, or the hour alone: the number and the minutes. */
static gboolean
read_clock (const DeskDateParser *self,
            guint token,
            int *hour,
            int *minute)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  const char *p = desk_prose_get_utf8 (self->prose) + at->byte;
  gsize n = at->n_bytes;

  if (at->kind != DESK_TOKEN_NUMBER || n > 5)
    return FALSE;

  *hour = 0;
  *minute = -1;
  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_isdigit (p[i]) && *minute < 0)
        *hour = *hour * 10 + (p[i] - '0');
      else if (g_ascii_isdigit (p[i]))
        *minute = *minute * 10 + (p[i] - '0');
      else if ((p[i] == ':' || p[i] == '.') && *minute < 0 && i > 0 && n - i == 3)
        *minute = 0;
      else
        return FALSE;
    }

  return *hour < 2400 && *minute < 60;
}

/**
 * desk_date_parse_time:
 *
 * 5 p.m., 10:30 am, 14:05, 1405 GMT, noon.
 *
 * Returns: how many tokens the time of day takes
 */
guint
desk_date_parse_time (const DeskDateParser *self,
                      guint token,
                      DeskWhen *when)
{
  guint n = 1;
  int hour, minute;

  if (desk_prose_is_one_of (self->prose, token, " noon midnight midday ") && token > 0 && desk_prose_is_one_of (self->prose, token - 1, " at by until till since around before after from to "))
    {
      when->hour = desk_prose_is (self->prose, token, "midnight") ? 0 : 12;
    }
  else
    {
      gboolean zone, half;

      if (!read_clock (self, token, &hour, &minute))
        return 0;
      half = token + 1 < self->end && desk_prose_is_one_of (self->prose, token + 1, " a.m. p.m. a.m p.m am pm ");
      zone = token + 1 < self->end && desk_prose_is_one_of (self->prose, token + 1, " gmt utc bst est edt cet cest pst pdt ist ");
      if (half)
        {
          if (hour < 1 || hour > 12)
            return 0;
          hour = hour % 12 + (desk_prose_character (self->prose, token + 1) == 'p' || desk_prose_character (self->prose, token + 1) == 'P' ? 12 : 0);
          n = 2;
        }
      else if (zone && minute < 0 && desk_prose_get_token (self->prose, token)->n_bytes == 4 && hour % 100 < 60)
        {
          minute = hour % 100;
          hour /= 100;
        }
      else if (minute < 0 || desk_prose_get_token (self->prose, token)->n_bytes < 4 || memchr (desk_prose_get_utf8 (self->prose) + desk_prose_get_token (self->prose, token)->byte, ':', desk_prose_get_token (self->prose, token)->n_bytes) == NULL)
        return 0;
      if (hour > 23)
        return 0;
      when->hour = hour;
      when->minute = MAX (minute, 0);
      if (token + n < self->end && desk_prose_is_one_of (self->prose, token + n, " gmt utc bst est edt cet cest pst pdt ist "))
        n++;
    }

  when->mode = DESK_WHEN_UNKNOWN;
  when->unit = DESK_UNIT_MINUTE;

  return n;
}
