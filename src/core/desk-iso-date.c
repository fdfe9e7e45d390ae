/* Days and times as ISO 8601 writes them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-iso-date.h"

static gboolean
read_number (const char **text,
             guint digits,
             int *number)
{
  *number = 0;
  for (guint i = 0; i < digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**text);
    }

  return TRUE;
}

/**
 * desk_iso_date_get_day:
 * @text: (nullable): a day or a time, "2023-02-08" or "2023-02-08T14:05:00-05:00"
 * @day: (out): the day as it stands there, in the zone of the text
 *
 * Returns: whether the text starts with a day that exists
 */
gboolean
desk_iso_date_get_day (const char *text,
                       GDate *day)
{
  int y, m, d;

  if (text == NULL || !read_number (&text, 4, &y) || *text++ != '-' || !read_number (&text, 2, &m) ||
      *text++ != '-' || !read_number (&text, 2, &d) || (*text != '\0' && *text != 'T') ||
      y < 1 || !g_date_valid_dmy (d, m, y))
    return FALSE;

  g_date_set_dmy (day, d, m, y);

  return TRUE;
}

/**
 * desk_iso_date_is_valid:
 * @text: (nullable): what somebody typed
 *
 * Returns: whether it is a day, or a day with a time and perhaps a zone
 */
gboolean
desk_iso_date_is_valid (const char *text)
{
  GDate day;
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (!desk_iso_date_get_day (text, &day))
    return FALSE;
  if (text[10] == '\0')
    return TRUE;

  utc = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL;
}
