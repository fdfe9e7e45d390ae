/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-edtf.h"

#include <string.h>

#define MAX_WEEK 53
#define FIRST_SEASON 21
#define LAST_SEASON 24

static gboolean
read_digits (const char **p,
             guint n_digits,
             gboolean unspecified,
             guint *number)
{
  *number = 0;

  for (guint i = 0; i < n_digits; i++, (*p)++)
    {
      if (g_ascii_isdigit (**p))
        *number = *number * 10 + (guint) g_ascii_digit_value (**p);
      else if (!unspecified || **p != 'X')
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_unspecified (const char *start,
                const char *end)
{
  return memchr (start, 'X', (gsize) (end - start)) != NULL;
}

/* What may follow a whole date: it is uncertain, approximate, both. */
static gboolean
ends_well (const char *p)
{
  return *p == '\0' || (strchr ("?~%", *p) != NULL && p[1] == '\0');
}

/* After the year: a week, a month, a season, a day. */
static gboolean
is_rest (const char *p,
         guint year,
         gboolean unspecified_year)
{
  const char *start = p + 1;
  guint month;
  guint day;

  if (ends_well (p))
    return TRUE;
  if (*p != '-')
    return FALSE;

  if (*start == 'W')
    {
      start++;
      return read_digits (&start, 2, FALSE, &month) && month >= 1 && month <= MAX_WEEK && ends_well (start);
    }

  p = start;
  if (!read_digits (&p, 2, TRUE, &month))
    return FALSE;
  if (!is_unspecified (start, p) && !(month >= 1 && month <= 12) && !(month >= FIRST_SEASON && month <= LAST_SEASON))
    return FALSE;
  if (ends_well (p))
    return TRUE;
  if (*p != '-' || (month >= FIRST_SEASON && !is_unspecified (start, p)))
    return FALSE;

  unspecified_year |= is_unspecified (start, p);
  start = ++p;
  if (!read_digits (&p, 2, TRUE, &day) || !ends_well (p))
    return FALSE;
  if (unspecified_year || is_unspecified (start, p))
    return day <= 31;

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
is_date (const char *text)
{
  const char *p = text;
  guint year;

  return read_digits (&p, 4, TRUE, &year) && is_rest (p, year, is_unspecified (text, p));
}

static gboolean
is_duration (const char *text)
{
  gboolean any = FALSE;

  if (*text != 'P')
    return FALSE;

  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (*p == 'T' && p[1] != '\0')
        continue;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      while (g_ascii_isdigit (*p))
        p++;
      if (*p == '\0' || strchr ("YMWDHS", *p) == NULL)
        return FALSE;
      any = TRUE;
    }

  return any;
}

static gboolean
is_clock (const char *text)
{
  guint hour;
  guint minute;
  guint second;

  if (!read_digits (&text, 2, FALSE, &hour) || hour > 24 || *text++ != ':' || !read_digits (&text, 2, FALSE, &minute) ||
      minute > 59)
    return FALSE;
  if (*text == ':')
    {
      text++;
      if (!read_digits (&text, 2, FALSE, &second) || second > 60)
        return FALSE;
    }
  if (*text == '\0' || strcmp (text, "Z") == 0)
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;

  text++;

  return (read_digits (&text, 2, FALSE, &hour) && hour <= 14 && *text++ == ':' && read_digits (&text, 2, FALSE, &minute) &&
          minute <= 59 && *text == '\0');
}

static gboolean
is_time (const char *text,
         const char *clock)
{
  g_autofree char *day = g_strndup (text, (gsize) (clock - text));

  return is_date (day) && strpbrk (day, "X?~%") == NULL && is_clock (clock + 1);
}

static gboolean
is_end (const char *text)
{
  return *text == '\0' || strcmp (text, "..") == 0 || is_date (text);
}

/**
 * desk_edtf_is_valid:
 * @text: (nullable): a text
 *
 * Tells whether a text is a date, a time, an interval or a duration.
 *
 * Returns: %TRUE if it is
 */
gboolean
desk_edtf_is_valid (const char *text)
{
  const char *slash;
  g_autofree char *start = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (*text == 'P')
    return is_duration (text);
  if (strchr (text, 'T') != NULL)
    return is_time (text, strchr (text, 'T'));

  slash = strchr (text, '/');
  if (slash == NULL)
    return is_date (text);

  start = g_strndup (text, (gsize) (slash - text));

  return is_end (start) && is_end (slash + 1) && (is_date (start) || is_date (slash + 1));
}
