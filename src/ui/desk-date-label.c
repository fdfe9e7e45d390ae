/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "desk-date-label.h"

static gboolean
read_digits (const char **text,
             guint n_digits,
             int *number)
{
  const char *p = *text;

  *number = 0;
  for (guint i = 0; i < n_digits; i++, p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      *number = *number * 10 + (*p - '0');
    }
  *text = p;
  return TRUE;
}

static char *
format_day (int year,
            int month,
            int day,
            const char *format)
{
  g_autoptr (GDateTime) date = NULL;

  if (year < 1)
    return NULL;
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return date ? g_date_time_format (date, format) : NULL;
}

static char *
format_season (int year,
               int season)
{
  switch (season)
    {
    case 21:
      /* Translators: %d is a year. */
      return g_strdup_printf (_ ("spring %d"), year);
    case 22:
      return g_strdup_printf (_ ("summer %d"), year);
    case 23:
      return g_strdup_printf (_ ("autumn %d"), year);
    case 24:
      return g_strdup_printf (_ ("winter %d"), year);
    default:
      /* Quarters and halves of a year, EDTF level 2. */
      if (season >= 33 && season <= 36)
        /* Translators: the first %d is the number of a quarter, the second a year. */
        return g_strdup_printf (_ ("quarter %d of %d"), season - 32, year);
      if (season == 40 || season == 41)
        /* Translators: the first %d is 1 or 2, the second a year. */
        return g_strdup_printf (_ ("half %d of %d"), season - 39, year);
      return NULL;
    }
}

static char *
format_week (int year,
             int week)
{
  g_autoptr (GDate) date = g_date_new_dmy (4, G_DATE_JANUARY, year);
  g_autofree char *day = NULL;

  /* The week with 4 January is the first; count from its Monday. */
  g_date_subtract_days (date, g_date_get_weekday (date) - 1);
  g_date_add_days (date, (week - 1) * 7);
  /* Translators: a day in a sentence; see g_date_time_format(). */
  day = format_day (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), _ ("%-d %B %Y"));
  /* Translators: %s is the Monday of a week. */
  return day ? g_strdup_printf (_ ("week of %s"), day) : NULL;
}

static char *
format_date (const char *text)
{
  g_autofree char *day_words = NULL;
  int year, month, day, week;
  gsize length = strlen (text);

  if (length == 4 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) && text[3] == 'X')
    /* Translators: a decade; %.3s are the first three digits of its years. */
    return g_strdup_printf (_ ("the %.3s0s"), text);
  if (!read_digits (&text, 4, &year))
    return NULL;
  if (*text == '\0')
    return g_strdup_printf ("%d", year);
  if (*text++ != '-')
    return NULL;
  if (*text == 'W')
    {
      text++;
      if (!read_digits (&text, 2, &week) || week < 1 || week > 53 || year < 1)
        return NULL;
      return *text == '\0' ? format_week (year, week) : NULL;
    }
  if (!read_digits (&text, 2, &month))
    return NULL;
  if (*text == '\0' && month > 20)
    return format_season (year, month);
  if (month < 1 || month > 12)
    return NULL;
  if (*text == '\0')
    /* Translators: a month in a sentence; see g_date_time_format(). */
    return format_day (year, month, 1, _ ("%OB %Y"));
  if (*text++ != '-' || !read_digits (&text, 2, &day))
    return NULL;
  /* Translators: a day with its weekday; see g_date_time_format(). */
  day_words = format_day (year, month, day, _ ("%A, %-d %B %Y"));
  if (day_words == NULL || *text == '\0')
    return g_steal_pointer (&day_words);
  if (*text != 'T' || text[1] == '\0')
    return NULL;
  text++;
  if (strlen (text) >= 5 && g_ascii_isdigit (text[0]) && text[2] == ':')
    {
      gboolean utc = strchr (text, 'Z') != NULL;

      /* Translators: a day and a time of day. */
      return g_strdup_printf (utc ? _ ("%s, %.5s UTC") : _ ("%s, %.5s"), day_words, text);
    }
  if (strcmp (text, "MO") == 0)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("morning of %s"), day_words);
  if (strcmp (text, "MI") == 0)
    return g_strdup_printf (_ ("noon of %s"), day_words);
  if (strcmp (text, "AF") == 0)
    return g_strdup_printf (_ ("afternoon of %s"), day_words);
  if (strcmp (text, "EV") == 0)
    return g_strdup_printf (_ ("evening of %s"), day_words);
  if (strcmp (text, "NI") == 0)
    return g_strdup_printf (_ ("night of %s"), day_words);
  return NULL;
}

static char *
format_duration (const char *text)
{
  gboolean time = FALSE;
  guint64 number;
  char *end;

  text++;
  if (*text == 'T')
    {
      time = TRUE;
      text++;
    }
  if (!g_ascii_isdigit (*text))
    return NULL;
  number = g_ascii_strtoull (text, &end, 10);
  /* Only durations of one unit are said in words. */
  if (number > G_MAXINT || *end == '\0' || end[1] != '\0')
    return NULL;
  switch (*end)
    {
    case 'Y':
      return g_strdup_printf (ngettext ("%d year", "%d years", number), (int) number);
    case 'M':
      if (time)
        return g_strdup_printf (ngettext ("%d minute", "%d minutes", number), (int) number);
      return g_strdup_printf (ngettext ("%d month", "%d months", number), (int) number);
    case 'W':
      return g_strdup_printf (ngettext ("%d week", "%d weeks", number), (int) number);
    case 'D':
      return g_strdup_printf (ngettext ("%d day", "%d days", number), (int) number);
    case 'H':
      return g_strdup_printf (ngettext ("%d hour", "%d hours", number), (int) number);
    case 'S':
      return g_strdup_printf (ngettext ("%d second", "%d seconds", number), (int) number);
    default:
      return NULL;
    }
}

static char *
format_interval (const char *value,
                 const char *slash)
{
  g_autofree char *first = g_strndup (value, slash - value);
  g_autofree char *first_words = NULL;
  g_autofree char *last_words = NULL;

  if (strchr (slash + 1, '/') != NULL)
    return NULL;
  first_words = desk_date_label_dup (first);
  last_words = desk_date_label_dup (slash + 1);
  if (*first == '\0' || strcmp (first, "..") == 0)
    /* Translators: %s is a day, month or year. */
    return g_strdup_printf (_ ("until %s"), last_words);
  if (slash[1] == '\0' || strcmp (slash + 1, "..") == 0)
    /* Translators: %s is a day, month or year. */
    return g_strdup_printf (_ ("from %s"), first_words);
  /* Translators: from a day, month or year to another. */
  return g_strdup_printf (_ ("%s to %s"), first_words, last_words);
}

char *
desk_date_label_dup (const char *value)
{
  g_autofree char *plain = NULL;
  g_autofree char *words = NULL;
  const char *slash;
  gsize length;
  char sign;

  if (value == NULL)
    return NULL;
  slash = strchr (value, '/');
  if (slash != NULL)
    {
      words = format_interval (value, slash);
      return words ? g_steal_pointer (&words) : g_strdup (value);
    }
  length = strlen (value);
  sign = length > 0 ? value[length - 1] : '\0';
  if (sign == '~' || sign == '?' || sign == '%')
    length--;
  plain = g_strndup (value, length);
  words = *plain == 'P' ? format_duration (plain) : format_date (plain);
  if (words == NULL)
    return g_strdup (value);
  if (sign == '~')
    /* Translators: %s is a day, month or year that is not exact. */
    return g_strdup_printf (_ ("about %s"), words);
  if (sign == '?')
    /* Translators: %s is a day, month or year that is not certain. */
    return g_strdup_printf (_ ("perhaps %s"), words);
  if (sign == '%')
    /* Translators: %s is a day, month or year that is neither exact nor certain. */
    return g_strdup_printf (_ ("perhaps about %s"), words);
  return g_steal_pointer (&words);
}

char *
desk_date_label_dup_instant (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (microseconds);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day and a time of day; see g_date_time_format(). */
  return local ? g_date_time_format (local, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}

static char *
iso_day (int year,
         int month,
         int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static gboolean
names_month (const char *typed,
             const GDate *date)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = format_day (g_date_get_year (date), g_date_get_month (date), 1, formats[i]);
      g_autofree char *folded_name = name ? g_utf8_casefold (name, -1) : NULL;

      if (folded_name != NULL && strstr (folded, folded_name) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "8 February 2023" and "February 2023", as the locale writes months. GLib takes much for a date: the year must
 * have four digits, or the day could be taken for it, and the month must be named. GLib also makes the first day of
 * a month that is named without one, which nobody said. */
static gboolean
read_words (const char *typed,
            GDate *date,
            gboolean *has_day)
{
  guint run = 0, longest = 0, n_runs = 0;

  for (const char *p = typed; *p != '\0'; p++)
    {
      run = g_ascii_isdigit (*p) ? run + 1 : 0;
      n_runs += run == 1;
      longest = MAX (longest, run);
    }
  if (longest != 4)
    return FALSE;
  *has_day = n_runs > 1;
  g_date_set_parse (date, typed);
  return g_date_valid (date) && names_month (typed, date);
}

char *
desk_date_label_parse (const char *typed)
{
  g_autofree char *text = NULL;
  GDate date;
  gboolean has_day;
  int a, b, c, n = 0;

  g_return_val_if_fail (typed != NULL, NULL);

  g_date_clear (&date, 1);
  text = g_strstrip (g_strdup (typed));
  if (sscanf (text, "%4d-%2d-%2d%n", &a, &b, &c, &n) == 3 && text[n] == '\0')
    return iso_day (a, b, c);
  if (sscanf (text, "%2d.%2d.%4d%n", &a, &b, &c, &n) == 3 && text[n] == '\0' && c > 99)
    return iso_day (c, b, a);
  if (sscanf (text, "%2d/%2d/%4d%n", &a, &b, &c, &n) == 3 && text[n] == '\0' && c > 99)
    {
      if (a > 12 || a == b)
        return iso_day (c, b, a);
      if (b > 12)
        return iso_day (c, a, b);
      return NULL;
    }
  if (!read_words (text, &date, &has_day) || !has_day)
    return NULL;
  return iso_day (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

char *
desk_date_label_parse_month (const char *typed)
{
  GDate date;
  gboolean has_day;

  g_return_val_if_fail (typed != NULL, NULL);

  g_date_clear (&date, 1);
  if (!read_words (typed, &date, &has_day) || has_day)
    return NULL;
  return g_strdup_printf ("%04d-%02d", g_date_get_year (&date), g_date_get_month (&date));
}
