/* The ways of writing a date: ISO 8601, numbers, names of months in either order, East Asian characters.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-date-pattern.h"
#include "desk-month-names.h"
#include "desk-phrase.h"

/**
 * desk_date_pattern_is_day:
 *
 * Returns: whether there is such a day
 */
gboolean
desk_date_pattern_is_day (int year,
                          int month,
                          int day)
{
  return year >= 1000 && year <= 9999 && g_date_valid_dmy (day, month, year);
}

/**
 * desk_date_pattern_read_number:
 * @max_digits: how many digits it has at most, of any script
 * @n_digits: (out) (optional): how many it has
 *
 * Returns: (nullable): what follows the number
 */
const char *
desk_date_pattern_read_number (const char *p,
                               guint max_digits,
                               int *value,
                               guint *n_digits)
{
  guint n = 0;

  *value = 0;
  while (n < max_digits)
    {
      gunichar c = g_utf8_get_char (p);
      int digit = c < 0x80 ? (g_ascii_isdigit (c) ? (int) c - '0' : -1) : g_unichar_digit_value (c);

      if (digit < 0)
        break;
      *value = *value * 10 + digit;
      n++;
      p = g_utf8_next_char (p);
    }
  if (n_digits != NULL)
    *n_digits = n;

  return n > 0 ? p : NULL;
}

static gboolean
is_digit_at (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c != 0 && g_unichar_digit_value (c) >= 0;
}

/* "Z", "+01:00", "-0500", "GMT": what stands after a time. */
static const char *
read_zone (const char *p,
           char zone[8])
{
  static const struct
  {
    const char *name;
    const char *offset;
  } names[] = {
    { "GMT", "+00:00" }, { "UTC", "+00:00" }, { "EST", "-05:00" }, { "EDT", "-04:00" }, { "CST", "-06:00" }, { "CDT", "-05:00" }, { "MST", "-07:00" }, { "MDT", "-06:00" }, { "PST", "-08:00" }, { "PDT", "-07:00" }, { "CET", "+01:00" }, { "CEST", "+02:00" }, { "MEZ", "+01:00" }, { "MESZ", "+02:00" }, { "BST", "+01:00" }, { "EET", "+02:00" }, { "EEST", "+03:00" }, { "MSK", "+03:00" }, { "JST", "+09:00" }, { "KST", "+09:00" }, { "IST", "+05:30" }
  };
  int hours;
  int minutes = 0;
  guint n;
  const char *q = p;

  *zone = '\0';
  while (*q == ' ' || *q == '(')
    q++;

  if ((*q == 'Z' || *q == 'z') && !g_ascii_isalpha (q[1]))
    {
      g_strlcpy (zone, "+00:00", 8);
      return q + 1;
    }

  if ((*q == '+' || *q == '-') && g_ascii_isdigit (q[1]))
    {
      const char *after = desk_date_pattern_read_number (q + 1, 2, &hours, &n);
      const char *rest;

      if (*after == ':')
        after++;
      rest = desk_date_pattern_read_number (after, 2, &minutes, NULL);
      if (n == 2 && hours <= 14 && minutes < 60)
        {
          g_snprintf (zone, 8, "%c%02d:%02d", *q, hours, minutes);
          return rest != NULL ? rest : after;
        }
      return p;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].name);

      if (strncmp (q, names[i].name, length) == 0 && !g_ascii_isalpha (q[length]))
        {
          g_strlcpy (zone, names[i].offset, 8);
          return q + length;
        }
    }

  return p;
}

/**
 * desk_date_pattern_read_time:
 * @is_text: whether people wrote it: "2.05 p.m.", "14h05", "10.15 Uhr" besides "14:05:33"
 * @time: (out): "14:05:33+01:00"; without a zone where none was given
 *
 * Returns: (nullable): what follows the time
 */
const char *
desk_date_pattern_read_time (const char *p,
                             gboolean is_text,
                             char time[24])
{
  int hours;
  int minutes = 0;
  int seconds = 0;
  guint n;
  char zone[8];
  const char *q = desk_date_pattern_read_number (p, 2, &hours, NULL);
  const char *rest;
  const char *half;

  if (q == NULL || hours > 24)
    return NULL;

  if (*q == ':' || (is_text && (*q == '.' || *q == 'h' || *q == 'H')))
    {
      gboolean dot = *q == '.';

      rest = desk_date_pattern_read_number (q + 1, 2, &minutes, &n);
      if (rest == NULL || n != 2 || minutes > 59)
        return NULL;
      /* "12.03" is as often a day. */
      if (dot && desk_phrase_skip_word (rest, " uhr| h| a.m| p.m| am| pm|am|pm| gmt| ч|") == NULL)
        return NULL;
      q = rest;
      if (*q == ':' && (rest = desk_date_pattern_read_number (q + 1, 2, &seconds, &n)) != NULL && n == 2 && seconds <= 60)
        {
          q = rest;
          if (*q == '.' || *q == ',')
            {
              const char *fraction = q + 1;

              while (g_ascii_isdigit (*fraction))
                fraction++;
              if (fraction > q + 1)
                q = fraction;
            }
        }
    }
  else if (!is_text || desk_phrase_skip_word (q, " uhr| a.m| p.m| am| pm|am|pm|") == NULL)
    return NULL;

  half = q;
  while (*half == ' ')
    half++;
  rest = desk_phrase_skip_word (half, "p.m.|p.m|pm|");
  if (rest != NULL && hours <= 12)
    {
      hours = hours % 12 + 12;
      q = rest;
    }
  else if ((rest = desk_phrase_skip_word (half, "a.m.|a.m|am|")) != NULL && hours <= 12)
    {
      hours %= 12;
      q = rest;
    }
  else if ((rest = desk_phrase_skip_word (half, "uhr|")) != NULL)
    q = rest;
  if (hours == 24)
    hours = 0;

  q = read_zone (q, zone);
  g_snprintf (time, 24, "%02d:%02d:%02d%s", hours, minutes, MIN (seconds, 59), zone);

  return q;
}

static void
set_value (DeskDateHit *hit,
           int year,
           int month,
           int day,
           const char *time)
{
  if (time != NULL && *time != '\0')
    g_snprintf (hit->value, sizeof hit->value, "%04d-%02d-%02dT%.14s", year % 10000, month % 100, day % 100, time);
  else
    g_snprintf (hit->value, sizeof hit->value, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

/* 2023-02-08, 20230208, with T or a space and a time. */
static const char *
read_iso (const char *p,
          DeskDateHit *hit)
{
  int year;
  int month;
  int day;
  guint n;
  char time[24] = "";
  const char *q = desk_date_pattern_read_number (p, 4, &year, &n);
  gboolean dashed;
  char dash;

  if (q == NULL || n != 4)
    return NULL;
  dash = *q;
  dashed = dash == '-' || dash == '/' || dash == '.';
  q = desk_date_pattern_read_number (dashed ? q + 1 : q, 2, &month, &n);
  if (q == NULL || (!dashed && n != 2) || (dashed && *q != dash))
    return NULL;
  q = desk_date_pattern_read_number (dashed ? q + 1 : q, 2, &day, &n);
  if (q == NULL || (!dashed && n != 2) || !desk_date_pattern_is_day (year, month, day) || is_digit_at (q))
    return NULL;

  if (*q == 'T' || *q == 't' || *q == ' ' || *q == ',')
    {
      const char *start = q + 1;
      const char *after;

      while (*start == ' ')
        start++;
      after = desk_date_pattern_read_time (start, FALSE, time);
      if (after == NULL && g_ascii_isdigit (start[0]) && g_ascii_isdigit (start[1]) && g_ascii_isdigit (start[2]) && g_ascii_isdigit (start[3]))
        {
          char zone[8];

          /* 20241129T170043Z */
          if (g_ascii_isdigit (start[4]) && g_ascii_isdigit (start[5]))
            {
              after = read_zone (start + 6, zone);
              g_snprintf (time, sizeof time, "%.2s:%.2s:%.2s%s", start, start + 2, start + 4, zone);
            }
        }
      if (after != NULL)
        q = after;
      else
        *time = '\0';
    }

  set_value (hit, year, month, day, time);

  return q;
}

/* 8.2.2023, 08/02/23, 2/8/2023: the order of day and month goes by the language. */
static const char *
read_numeric (const char *p,
              const char *language,
              DeskDateHit *hit)
{
  int first;
  int second;
  int year;
  guint n;
  const char *q = desk_date_pattern_read_number (p, 2, &first, NULL);
  char mark;
  gboolean month_first;

  if (q == NULL || strchr ("./-", *q) == NULL || *q == '\0')
    return NULL;
  mark = *q++;
  while (*q == ' ')
    q++;
  q = desk_date_pattern_read_number (q, 2, &second, NULL);
  if (q == NULL || *q != mark)
    return NULL;
  for (q++; *q == ' ';)
    q++;
  q = desk_date_pattern_read_number (q, 4, &year, &n);
  if (q == NULL || (n != 4 && n != 2) || is_digit_at (q))
    return NULL;
  if (n == 2)
    year += year < 70 ? 2000 : 1900;

  month_first = mark == '/' && (language == NULL || (desk_phrase_starts_with (language, "en") && strstr (language, "GB") == NULL && strstr (language, "AU") == NULL && strstr (language, "IE") == NULL && strstr (language, "NZ") == NULL && strstr (language, "IN") == NULL));
  if (month_first ? first > 12 : second > 12)
    month_first = !month_first;
  if (!desk_date_pattern_is_day (year, month_first ? first : second, month_first ? second : first))
    return NULL;

  set_value (hit, year, month_first ? first : second, month_first ? second : first, NULL);

  return q;
}

/* 2023年2月8日, 2023년 2월 8일. */
static const char *
read_east_asian (const char *p,
                 DeskDateHit *hit)
{
  static const gunichar marks[3][2] = { { 0x5e74, 0xb144 }, { 0x6708, 0xc6d4 }, { 0x65e5, 0xc77c } };
  int values[3];

  for (guint i = 0; i < 3; i++)
    {
      gunichar c;

      while (*p == ' ')
        p++;
      p = desk_date_pattern_read_number (p, i == 0 ? 4 : 2, &values[i], NULL);
      if (p == NULL)
        return NULL;
      c = g_utf8_get_char (p);
      if (c != marks[i][0] && c != marks[i][1])
        return NULL;
      p = g_utf8_next_char (p);
    }
  if (!desk_date_pattern_is_day (values[0], values[1], values[2]))
    return NULL;

  set_value (hit, values[0], values[1], values[2], NULL);

  return p;
}

/* What may stand between day, month and year. */
static const char *
skip_joint (const char *p)
{
  static const char joints[] = "de|del|di|of|d'|den|the|";
  const char *after;

  for (;;)
    {
      while (*p == ' ' || *p == ',' || *p == '.' || *p == '-' || *p == '/' || desk_phrase_starts_with (p, "،") || desk_phrase_starts_with (p, "\xc2\xa0"))
        p = g_utf8_next_char (p);
      after = desk_phrase_skip_word (p, joints);
      if (after == NULL)
        return p;
      p = after;
    }
}

static const char *
read_year (const char *p,
           int *year)
{
  guint n;
  const char *q = desk_date_pattern_read_number (p, 4, year, &n);

  if (q == NULL && *p == '\'')
    q = desk_date_pattern_read_number (p + 1, 2, year, &n);
  if (q == NULL || is_digit_at (q))
    return NULL;
  if (n == 2)
    *year += *year < 70 ? 2000 : 1900;
  else if (n != 4)
    return NULL;

  return *year >= 1800 && *year < 2200 ? q : NULL;
}

static const char *
read_ordinal (const char *p,
              int *day)
{
  const char *q = desk_date_pattern_read_number (p, 2, day, NULL);
  const char *after;

  if (q == NULL || *day < 1 || *day > 31 || is_digit_at (q))
    return NULL;
  after = desk_phrase_skip_word (q, "st|nd|rd|th|er|º|°|ª|:e|");

  return after != NULL ? after : q;
}

/* "8 February 2023", "8. Februar 2023", "8 de febrero de 2023". */
static const char *
read_day_first (const char *p,
                DeskDateHit *hit)
{
  int day;
  int year;
  guint month;
  const char *q = read_ordinal (p, &day);

  if (q == NULL || (q = desk_month_names_skip (skip_joint (q), &month)) == NULL)
    return NULL;
  q = read_year (skip_joint (q), &year);
  if (q == NULL || !desk_date_pattern_is_day (year, month, day))
    return NULL;

  set_value (hit, year, month, day, NULL);

  return q;
}

/* "February 8, 2023", "Feb. 8 2023". */
static const char *
read_month_first (const char *p,
                  DeskDateHit *hit)
{
  int day;
  int year;
  guint month;
  const char *q = desk_month_names_skip (p, &month);

  if (q == NULL || (q = read_ordinal (skip_joint (q), &day)) == NULL)
    return NULL;
  q = read_year (skip_joint (q), &year);
  if (q == NULL || !desk_date_pattern_is_day (year, month, day))
    return NULL;

  set_value (hit, year, month, day, NULL);

  return q;
}

/* A time that stands beside a date: "…, 10:15 GMT", "… um 10.15 Uhr", "… at 2 p.m. EST". */
static const char *
read_time_after (const char *p,
                 DeskDateHit *hit)
{
  static const char joints[] = "at|um|à|a las|alle|alle ore|às|om|kl.|kl|ore|o godz.|в||–|-|·|";
  const char *q = p;
  char time[24];
  gsize length = strlen (hit->value);

  while (*q == ' ' || *q == ',' || *q == '|' || *q == '-' || *q == '.' || desk_phrase_starts_with (q, "–") || desk_phrase_starts_with (q, "·") || desk_phrase_starts_with (q, "•"))
    q = g_utf8_next_char (q);
  if (q == p)
    return p;
  {
    const char *after = desk_phrase_skip_word (q, joints);

    while (after != NULL && *after == ' ')
      after++;
    if (after != NULL)
      q = after;
  }
  q = desk_date_pattern_read_time (q, TRUE, time);
  if (q == NULL)
    return p;

  g_snprintf (hit->value + length, sizeof hit->value - length, "T%.14s", time);

  return q;
}

/* Names of months are many, dates few: without a digit nearby nothing is looked up. */
static gboolean
has_digit_near (const char *p)
{
  for (guint i = 0; i < 48 && p[i] != '\0'; i++)
    if (g_ascii_isdigit (p[i]) || ((guint8) p[i] == 0xd9 && (guint8) p[i + 1] >= 0xa0) || ((guint8) p[i] == 0xdb && (guint8) p[i + 1] >= 0xb0))
      return TRUE;

  return FALSE;
}

/**
 * desk_date_pattern_read:
 * @p: where a word or a number begins
 * @language: (nullable): for the order of day and month
 * @hit: (out): takes the value
 *
 * Returns: (nullable): what follows a full date that begins here, with its time
 */
const char *
desk_date_pattern_read (const char *p,
                        const char *language,
                        DeskDateHit *hit)
{
  const char *end = NULL;

  if (is_digit_at (p))
    {
      if ((end = read_iso (p, hit)) == NULL && (end = read_east_asian (p, hit)) == NULL &&
          (end = read_day_first (p, hit)) == NULL)
        end = read_numeric (p, language, hit);
    }
  else if (has_digit_near (p))
    end = read_month_first (p, hit);

  if (end != NULL && strchr (hit->value, 'T') == NULL)
    end = read_time_after (end, hit);

  return end;
}
