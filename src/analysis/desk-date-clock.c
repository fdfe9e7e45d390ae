/* Reads times of day: 5 p.m., 14:05 GMT, noon, three o'clock, half past two, eight in the evening.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

#include <string.h>

#define ZONES " gmt utc bst est edt cst cdt mst mdt pst pdt et pt cet cest eet eest ist jst aest aedt msk "
#define BEFORE_TIME " at by until till since around before after from to about about past shortly nearly between and "

/* 10:30, 9.30, or the hour alone: the number and the minutes, -1 for none. */
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

static gboolean
has_colon (const DeskDateParser *self,
           guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);

  return at->n_bytes >= 4 && memchr (desk_prose_get_utf8 (self->prose) + at->byte, ':', at->n_bytes) != NULL;
}

/* 10:30 is no time inside "10:30-A". */
static gboolean
ends_before (const DeskDateParser *self,
             guint token)
{
  const DeskToken *next = token < self->end ? desk_prose_get_token (self->prose, token) : NULL;

  return next == NULL || !next->glued || ((next->kind == DESK_TOKEN_PUNCTUATION || next->kind == DESK_TOKEN_QUOTE) && !desk_date_is (self, token, " - / "));
}

static guint
skip_zone (const DeskDateParser *self,
           guint token)
{
  if (!desk_date_is (self, token, ZONES))
    return 0;
  /* "et al.", "pt" as a word */
  if (desk_prose_get_token (self->prose, token)->shape != DESK_SHAPE_UPPER)
    return 0;

  return 1;
}

/* 5 p.m., 14:05, 1405 GMT */
static guint
parse_digits (const DeskDateParser *self,
              guint token,
              DeskWhen *when)
{
  guint n = 1;
  int hour, minute;
  gboolean afternoon;

  if (!read_clock (self, token, &hour, &minute) || (desk_prose_get_token (self->prose, token)->glued && desk_date_follows (self, token, " $ £ € ¥ / ")))
    return 0;
  if (desk_date_is (self, token + 1, " a.m. p.m. a.m p.m am pm "))
    {
      if (hour < 1 || hour > 12)
        return 0;
      afternoon = desk_date_character (self, token + 1) == 'p' || desk_date_character (self, token + 1) == 'P';
      hour = hour % 12 + (afternoon ? 12 : 0);
      n = 2;
    }
  else if (minute < 0 && skip_zone (self, token + 1) > 0 && desk_prose_get_token (self->prose, token)->n_bytes == 4 && hour % 100 < 60)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (minute < 0 || !has_colon (self, token) || !ends_before (self, token + 1))
    return 0;
  if (hour > 23)
    return 0;
  when->hour = hour;
  when->minute = MAX (minute, 0);

  return n + skip_zone (self, token + n);
}

/* The hours that a part of the day makes of an hour by its face. */
static int
hour_in_part (int hour,
              int part)
{
  if (hour < 1 || hour > 12)
    return hour;
  if (part == 12 || part == 18)
    return hour % 12 + 12;
  if (part == 21)
    return hour >= 6 && hour < 12 ? hour + 12 : hour % 12;

  return hour % 12;
}

/* "in the morning", "this morning", "last night": takes no "this", which is a date of its own. */
static guint
parse_part (const DeskDateParser *self,
            guint token,
            DeskWhen *when)
{
  if (desk_date_is (self, token, " in ") && desk_date_is (self, token + 1, " the ") && desk_date_is (self, token + 2, " morning afternoon evening "))
    {
      when->hour = hour_in_part (when->hour, desk_date_word (self, token + 2).value);
      return 3;
    }
  if (desk_date_is (self, token, " at ") && desk_date_is (self, token + 1, " night "))
    {
      when->hour = hour_in_part (when->hour, 21);
      return 2;
    }

  return 0;
}

/* A day that follows a bare hour, or no hour is meant: "nine on Monday night", "9.30 last night". */
static int
part_ahead (const DeskDateParser *self,
            guint token)
{
  if (desk_date_is (self, token, " on "))
    token++;
  if (desk_date_kind (self, token) == DESK_DATE_WORD_WEEKDAY && desk_date_is_capital (self, token) && desk_date_kind (self, token + 1) == DESK_DATE_WORD_DAY_PART)
    return desk_date_word (self, token + 1).value;
  if (desk_date_is (self, token, " this last that yesterday tomorrow every each ") && desk_date_is (self, token + 1, " morning afternoon evening night "))
    return desk_date_word (self, token + 1).value;

  return -1;
}

/* three o'clock, half past two, ten to nine, at eight in the evening */
static guint
parse_words (const DeskDateParser *self,
             guint token,
             DeskWhen *when)
{
  DeskAmount hour, minutes = { 0, 0 };
  guint first = token, n;
  int sign = 0;
  gboolean told = FALSE;

  if (desk_date_kind (self, token) == DESK_DATE_WORD_HALF && desk_date_is (self, token + 1, " past "))
    {
      minutes.whole = 30;
      sign = 1;
      token += 2;
    }
  else if (desk_date_is (self, token, " quarter ") && desk_date_is (self, token + 1, " past to "))
    {
      minutes.whole = 15;
      sign = desk_date_is (self, token + 1, " past ") ? 1 : -1;
      token += 2;
    }
  else if (desk_date_follows (self, token, BEFORE_TIME) && (n = desk_date_parse_number (self, token, &hour)) > 0 && hour.whole > 0 && hour.whole < 30 && hour.whole % 5 == 0 && desk_date_is (self, token + n, " past to ") && !desk_date_is (self, token + n + 1, " the a "))
    {
      minutes = hour;
      sign = desk_date_is (self, token + n, " past ") ? 1 : -1;
      token += n + 1;
    }
  n = desk_date_parse_number (self, token, &hour);
  if (n == 0 || hour.whole < 1 || hour.whole > 12 || hour.tenths > 0 || desk_date_is (self, token, " a an "))
    {
      int h, m;

      /* 9.30 last night */
      if (sign != 0 || token >= self->end || !read_clock (self, token, &h, &m) || h > 23 || m < 0 || part_ahead (self, token + 1) < 0)
        return 0;
      hour = (DeskAmount) { h, 0 };
      minutes.whole = m;
      n = 1;
    }
  else if (sign < 0)
    {
      hour.whole = hour.whole == 1 ? 12 : hour.whole - 1;
      minutes.whole = 60 - minutes.whole;
    }
  when->hour = hour.whole;
  when->minute = minutes.whole;
  token += n;

  if (desk_date_is (self, token, " o'clock "))
    {
      told = TRUE;
      token++;
    }
  n = parse_part (self, token, when);
  told |= n > 0;
  token += n;
  if (part_ahead (self, token) >= 0)
    {
      when->hour = hour_in_part (when->hour, part_ahead (self, token));
      told = TRUE;
    }
  /* "at nine on Monday" */
  if (!told && sign == 0 && !(desk_date_follows (self, first, " at by ") && desk_date_is (self, token, " on ") && desk_date_kind (self, token + 1) == DESK_DATE_WORD_WEEKDAY))
    return 0;

  return token - first;
}

/**
 * desk_date_parse_clock:
 *
 * Returns: how many tokens a time of day takes
 */
guint
desk_date_parse_clock (const DeskDateParser *self,
                       guint token,
                       DeskWhen *when)
{
  guint n;

  if (desk_date_is (self, token, " noon midnight midday "))
    {
      /* "Midday sun" is none. */
      if (!desk_date_follows (self, token, BEFORE_TIME) && !desk_date_is (self, token + 1, " on ") && !(token > 0 && desk_date_kind (self, token - 1) == DESK_DATE_WORD_WEEKDAY))
        return 0;
      when->hour = desk_date_is (self, token, " midnight ") ? 0 : 12;
      n = 1 + skip_zone (self, token + 1);
    }
  else
    {
      n = parse_digits (self, token, when);
      if (n == 0)
        n = parse_words (self, token, when);
    }
  if (n == 0)
    return 0;
  when->mode = DESK_WHEN_UNKNOWN;
  when->unit = DESK_UNIT_MINUTE;

  return n;
}
