/* Writes days, weeks, months and lengths as EDTF and ISO 8601 have them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-format.h"

/* Years that a value of four digits can tell. */
#define FIRST_YEAR 1
#define LAST_YEAR 9998

/* From the first day of a season, YYYY-03-01 for spring. */
int
desk_season_month (int season)
{
  return 3 * (season - 20);
}

gboolean
desk_year_is_good (int year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

gboolean
desk_resolution_set_first (DeskResolution *resolution,
                           int year,
                           int month,
                           int day)
{
  g_date_clear (&resolution->first, 1);
  if (!desk_year_is_good (year) || month < 1 || month > 12 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (&resolution->first, day, month, year);

  return TRUE;
}

char *
desk_format_day (const GDate *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

static char *
format_week (const GDate *day)
{
  GDate thursday = *day;
  int weekday = g_date_get_weekday (day);

  /* A week belongs to the year of its Thursday. */
  if (weekday < 4)
    g_date_add_days (&thursday, 4 - weekday);
  else
    g_date_subtract_days (&thursday, weekday - 4);

  return g_strdup_printf ("%04d-W%02u", g_date_get_year (&thursday), (g_date_get_day_of_year (&thursday) - 1) / 7 + 1);
}

void
desk_resolution_set_value (DeskResolution *resolution,
                           DeskUnit unit,
                           int season)
{
  int year, month;

  g_clear_pointer (&resolution->value, g_free);
  if (!g_date_valid (&resolution->first))
    return;
  year = g_date_get_year (&resolution->first);
  month = g_date_get_month (&resolution->first);

  switch (unit)
    {
    case DESK_UNIT_SECOND:
    case DESK_UNIT_MINUTE:
    case DESK_UNIT_HOUR:
    case DESK_UNIT_DAY:
      resolution->value = desk_format_day (&resolution->first);
      break;
    case DESK_UNIT_WEEK:
    case DESK_UNIT_FORTNIGHT:
      resolution->value = format_week (&resolution->first);
      break;
    case DESK_UNIT_WEEKEND:
      {
        GDate sunday = resolution->first;
        g_autofree char *from = desk_format_day (&resolution->first);
        g_autofree char *to = NULL;

        g_date_add_days (&sunday, 1);
        to = desk_format_day (&sunday);
        resolution->value = g_strconcat (from, "/", to, NULL);
        break;
      }
    case DESK_UNIT_MONTH:
      resolution->value = g_strdup_printf ("%04d-%02d", year, month);
      break;
    case DESK_UNIT_QUARTER:
      /* EDTF has quarters at level 2 only; the months say the same at level 0. */
      resolution->value = g_strdup_printf ("%04d-%02d/%04d-%02d", year, month, year, month + 2);
      break;
    case DESK_UNIT_SEASON:
      resolution->value = g_strdup_printf ("%04d-%02d", year, season);
      break;
    case DESK_UNIT_YEAR:
      resolution->value = g_strdup_printf ("%04d", year);
      break;
    case DESK_UNIT_DECADE:
      resolution->value = g_strdup_printf ("%03dX", year / 10);
      break;
    case DESK_UNIT_CENTURY:
      resolution->value = g_strdup_printf ("%02dXX", year / 100);
      break;
    }
}

/* The end of a range that is written as one: 5–8 June, 2019–2021. */
void
desk_resolution_add_end (DeskResolution *resolution,
                         const DeskWhen *when)
{
  g_autofree char *first = resolution->value;
  int year, month;

  if (first == NULL || (when->last_day == 0 && when->last_month == 0 && when->last_year == 0))
    {
      resolution->value = g_steal_pointer (&first);
      return;
    }

  year = g_date_get_year (&resolution->first);
  month = g_date_get_month (&resolution->first);
  if (when->last_year > 0)
    resolution->value = g_strdup_printf ("%s/%04d", first, when->last_year);
  else if (when->last_month > 0)
    resolution->value = g_strdup_printf ("%s/%04d-%02d", first, year, when->last_month);
  else if (g_date_valid_dmy (when->last_day, month, year))
    resolution->value = g_strdup_printf ("%s/%04d-%02d-%02d", first, year, month, when->last_day);
  else
    resolution->value = g_steal_pointer (&first);
}

char *
desk_format_length (DeskUnit unit,
                    int amount)
{
  switch (unit)
    {
    case DESK_UNIT_SECOND:
      return g_strdup_printf ("PT%dS", amount);
    case DESK_UNIT_MINUTE:
      return g_strdup_printf ("PT%dM", amount);
    case DESK_UNIT_HOUR:
      return g_strdup_printf ("PT%dH", amount);
    case DESK_UNIT_DAY:
      return g_strdup_printf ("P%dD", amount);
    case DESK_UNIT_WEEK:
    case DESK_UNIT_WEEKEND:
      return g_strdup_printf ("P%dW", amount);
    case DESK_UNIT_FORTNIGHT:
      return g_strdup_printf ("P%dW", 2 * amount);
    case DESK_UNIT_MONTH:
      return g_strdup_printf ("P%dM", amount);
    case DESK_UNIT_QUARTER:
    case DESK_UNIT_SEASON:
      return g_strdup_printf ("P%dM", 3 * amount);
    case DESK_UNIT_YEAR:
      return g_strdup_printf ("P%dY", amount);
    case DESK_UNIT_DECADE:
      return g_strdup_printf ("P%dY", 10 * amount);
    case DESK_UNIT_CENTURY:
      return g_strdup_printf ("P%dY", 100 * amount);
    }

  return NULL;
}
