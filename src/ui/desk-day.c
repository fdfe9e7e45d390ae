/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-day.h"

/* Groups are numbered so that no two kinds meet: unknown and last week, single days, months. */
#define GROUP_UNKNOWN 0
#define GROUP_LAST_WEEK 1
#define GROUP_FIRST_DAY 0x1000
#define GROUP_FIRST_MONTH 0x40000000

void
desk_day_today (GDate *today)
{
  g_return_if_fail (today != NULL);

  desk_day_from_time (g_get_real_time (), today);
}

gboolean
desk_day_parse (const char *iso,
                GDate *day)
{
  int year, month, dom;

  g_return_val_if_fail (day != NULL, FALSE);

  g_date_clear (day, 1);

  if (iso == NULL || strlen (iso) < 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;

  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso[i]))
      return FALSE;

  year = g_ascii_strtoll (iso, NULL, 10);
  month = g_ascii_strtoll (iso + 5, NULL, 10);
  dom = g_ascii_strtoll (iso + 8, NULL, 10);

  if (!g_date_valid_dmy (dom, month, year))
    return FALSE;

  g_date_set_dmy (day, dom, month, year);
  return TRUE;
}

void
desk_day_from_time (gint64 microseconds,
                    GDate *day)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  int year, month, dom;

  g_return_if_fail (day != NULL);

  g_date_clear (day, 1);

  utc = g_date_time_new_from_unix_utc_usec (microseconds);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return;

  g_date_time_get_ymd (local, &year, &month, &dom);
  if (g_date_valid_dmy (dom, month, year))
    g_date_set_dmy (day, dom, month, year);
}

guint
desk_day_get_group (const GDate *day,
                    const GDate *today)
{
  int age;

  g_return_val_if_fail (day != NULL, GROUP_UNKNOWN);
  g_return_val_if_fail (today != NULL && g_date_valid (today), GROUP_UNKNOWN);

  if (!g_date_valid (day))
    return GROUP_UNKNOWN;

  age = g_date_days_between (day, today);

  if (age < 7)
    return GROUP_FIRST_DAY + g_date_get_julian (day);
  if (age < 14)
    return GROUP_LAST_WEEK;

  return GROUP_FIRST_MONTH + g_date_get_year (day) * 12 + g_date_get_month (day);
}

static char *
format_day (const GDate *day,
            const char *format)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day),
                                                    g_date_get_day (day), 12, 0, 0);

  return g_date_time_format (noon, format);
}

char *
desk_day_dup_group_title (const GDate *day,
                          const GDate *today)
{
  int age;

  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  if (!g_date_valid (day))
    /* Translators: heading over articles whose day of publication is not known. */
    return g_strdup (_ ("Unknown Date"));

  age = g_date_days_between (day, today);

  if (age == 0)
    /* Translators: heading over the articles of this day. */
    return g_strdup (_ ("Today"));
  if (age == 1)
    /* Translators: heading over the articles of the day before. */
    return g_strdup (_ ("Yesterday"));
  if (age > 1 && age < 7)
    return format_day (day, "%A");
  if (age >= 7 && age < 14)
    /* Translators: heading over articles that are 7 to 13 days old. */
    return g_strdup (_ ("Last Week"));
  if (age < 0)
    /* Translators: heading over articles of a coming day, as “8 February 2030”; see strftime(3). */
    return format_day (day, _ ("%-e %B %Y"));
  if (g_date_get_year (day) == g_date_get_year (today))
    /* Translators: heading over the articles of a month of this year; %OB is its name standing alone. */
    return format_day (day, C_ ("month of this year", "%OB"));

  /* Translators: heading over the articles of a month of another year; %OB is its name standing alone. */
  return format_day (day, _ ("%OB %Y"));
}

char *
desk_day_dup_short (const GDate *day,
                    const GDate *today)
{
  int age;

  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  if (!g_date_valid (day))
    return NULL;

  age = g_date_days_between (day, today);

  if (age == 0)
    return g_strdup (_ ("Today"));
  if (age > 0 && age < 7)
    return format_day (day, "%a");
  if (g_date_get_year (day) == g_date_get_year (today))
    /* Translators: a day of this year in a line of the list, as “8 Feb”; see strftime(3). */
    return format_day (day, _ ("%-e %b"));

  /* Translators: a day of another year in a line of the list, as “8 Feb 2023”; see strftime(3). */
  return format_day (day, _ ("%-e %b %Y"));
}
