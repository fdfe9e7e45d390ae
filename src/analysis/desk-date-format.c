/* Counts in the calendar, and writes days, weeks, months and lengths as EDTF and ISO 8601 have them.
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

/* Leaves @day not valid where there is no such day. */
gboolean
desk_day_set (GDate *day,
              int year,
              int month,
              int day_of_month)
{
  g_date_clear (day, 1);
  if (!desk_year_is_good (year) || month < 1 || month > 12 || !g_date_valid_dmy (day_of_month, month, year))
    return FALSE;
  g_date_set_dmy (day, day_of_month, month, year);

  return TRUE;
}

static void
move_days (GDate *day,
           gint64 amount)
{
  gint64 target = (gint64) g_date_get_julian (day) + amount;

  /* Beyond what a value can tell there is none. */
  if (target < 1 || target > 3652000)
    g_date_clear (day, 1);
  else
    g_date_set_julian (day, (guint32) target);
}

static void
move_months (GDate *day,
             gint64 amount)
{
  gint64 months = (gint64) g_date_get_year (day) * 12 + g_date_get_month (day) - 1 + amount;
  int day_of_month = g_date_get_day (day);

  if (months < 12 * FIRST_YEAR || months >= 12 * (LAST_YEAR + 1))
    {
      g_date_clear (day, 1);
      return;
    }
  day_of_month = MIN (day_of_month, g_date_get_days_in_month ((GDateMonth) (months % 12 + 1), (GDateYear) (months / 12)));
  g_date_set_dmy (day, day_of_month, (GDateMonth) (months % 12 + 1), (GDateYear) (months / 12));
}

/**
 * desk_day_move:
 * @day: (inout): a valid day; not valid any more when it leaves the years that a value can tell
 *
 * Moves a day by so many units; the 31st goes to the last day of a shorter month.
 */
void
desk_day_move (GDate *day,
               DeskUnit unit,
               int amount)
{
  amount = CLAMP (amount, -1000000, 1000000);
  switch (unit)
    {
    case DESK_UNIT_SECOND:
    case DESK_UNIT_MINUTE:
    case DESK_UNIT_HOUR:
      break;
    case DESK_UNIT_DAY:
      move_days (day, amount);
      break;
    case DESK_UNIT_WEEK:
    case DESK_UNIT_WEEKEND:
      move_days (day, 7 * (gint64) amount);
      break;
    case DESK_UNIT_FORTNIGHT:
      move_days (day, 14 * (gint64) amount);
      break;
    case DESK_UNIT_MONTH:
      move_months (day, amount);
      break;
    case DESK_UNIT_QUARTER:
    case DESK_UNIT_SEASON:
      move_months (day, 3 * (gint64) amount);
      break;
    case DESK_UNIT_HALF:
      move_months (day, 6 * (gint64) amount);
      break;
    case DESK_UNIT_YEAR:
      move_months (day, 12 * (gint64) amount);
      break;
    case DESK_UNIT_DECADE:
      move_months (day, 120 * (gint64) amount);
      break;
    case DESK_UNIT_CENTURY:
      move_months (day, 1200 * (gint64) amount);
      break;
    }
}

/* To the first day of the unit that the day lies in. */
void
desk_day_floor (GDate *day,
                DeskUnit unit)
{
  int year = g_date_get_year (day), month = g_date_get_month (day);

  switch (unit)
    {
    case DESK_UNIT_SECOND:
    case DESK_UNIT_MINUTE:
    case DESK_UNIT_HOUR:
    case DESK_UNIT_DAY:
      break;
    case DESK_UNIT_WEEK:
    case DESK_UNIT_FORTNIGHT:
      move_days (day, 1 - (int) g_date_get_weekday (day));
      break;
    case DESK_UNIT_WEEKEND:
      /* On a Sunday "this weekend" is still this one. */
      move_days (day, 6 - (int) g_date_get_weekday (day));
      break;
    case DESK_UNIT_MONTH:
      desk_day_set (day, year, month, 1);
      break;
    case DESK_UNIT_QUARTER:
    case DESK_UNIT_SEASON:
      desk_day_set (day, year, month - (month - 1) % 3, 1);
      break;
    case DESK_UNIT_HALF:
      desk_day_set (day, year, month > 6 ? 7 : 1, 1);
      break;
    case DESK_UNIT_YEAR:
      desk_day_set (day, year, 1, 1);
      break;
    case DESK_UNIT_DECADE:
      desk_day_set (day, MAX (year / 10 * 10, FIRST_YEAR), 1, 1);
      break;
    case DESK_UNIT_CENTURY:
      desk_day_set (day, MAX (year / 100 * 100, FIRST_YEAR), 1, 1);
      break;
    }
}

/* The Monday of a week by its number. */
void
desk_day_set_week (GDate *day,
                   int year,
                   int week)
{
  /* The fourth of January is always in the first week. */
  if (!desk_day_set (day, year, 1, 4))
    return;
  desk_day_floor (day, DESK_UNIT_WEEK);
  move_days (day, 7 * (week - 1));
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

  /* A week belongs to the year of its Thursday. */
  move_days (&thursday, 4 - (int) g_date_get_weekday (day));
  if (!g_date_valid (&thursday))
    return NULL;

  return g_strdup_printf ("%04d-W%02u", g_date_get_year (&thursday), (g_date_get_day_of_year (&thursday) - 1) / 7 + 1);
}

/**
 * desk_format_period:
 * @first: the first day
 * @season: 21 to 24 where @unit is a season
 *
 * Returns: (nullable): the unit of time that begins on the day
 */
char *
desk_format_period (const GDate *first,
                    DeskUnit unit,
                    int season)
{
  int year, month;

  if (!g_date_valid (first))
    return NULL;
  year = g_date_get_year (first);
  month = g_date_get_month (first);

  switch (unit)
    {
    case DESK_UNIT_SECOND:
    case DESK_UNIT_MINUTE:
    case DESK_UNIT_HOUR:
    case DESK_UNIT_DAY:
      return desk_format_day (first);
    case DESK_UNIT_WEEK:
    case DESK_UNIT_FORTNIGHT:
      return format_week (first);
    case DESK_UNIT_WEEKEND:
      {
        GDate sunday = *first;
        g_autofree char *from = desk_format_day (first);
        g_autofree char *to = NULL;

        move_days (&sunday, 1);
        if (!g_date_valid (&sunday))
          return NULL;
        to = desk_format_day (&sunday);
        return g_strconcat (from, "/", to, NULL);
      }
    case DESK_UNIT_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case DESK_UNIT_QUARTER:
      /* EDTF has quarters and halves at level 2 only; the months say the same at level 0. */
      return g_strdup_printf ("%04d-%02d/%04d-%02d", year, month, year, month + 2);
    case DESK_UNIT_HALF:
      return g_strdup_printf ("%04d-%02d/%04d-%02d", year, month, year, month + 5);
    case DESK_UNIT_SEASON:
      return season > 0 ? g_strdup_printf ("%04d-%02d", year, season) : NULL;
    case DESK_UNIT_YEAR:
      return g_strdup_printf ("%04d", year);
    case DESK_UNIT_DECADE:
      return g_strdup_printf ("%03dX", year / 10);
    case DESK_UNIT_CENTURY:
      return g_strdup_printf ("%02dXX", year / 100);
    }

  return NULL;
}

/* What ISO 8601 counts: how many of it a unit has, its letter, and the smaller unit for a half. */
static void
append_length (GString *length,
               GString *time,
               DeskUnit unit,
               DeskAmount count)
{
  static const struct
  {
    int factor;
    char letter;
    gboolean is_time;
  } forms[] = {
    [DESK_UNIT_SECOND] = { 1, 'S', TRUE },
    [DESK_UNIT_MINUTE] = { 1, 'M', TRUE },
    [DESK_UNIT_HOUR] = { 1, 'H', TRUE },
    [DESK_UNIT_DAY] = { 1, 'D', FALSE },
    [DESK_UNIT_WEEK] = { 1, 'W', FALSE },
    [DESK_UNIT_FORTNIGHT] = { 2, 'W', FALSE },
    [DESK_UNIT_WEEKEND] = { 1, 'W', FALSE },
    [DESK_UNIT_MONTH] = { 1, 'M', FALSE },
    [DESK_UNIT_QUARTER] = { 3, 'M', FALSE },
    [DESK_UNIT_SEASON] = { 3, 'M', FALSE },
    [DESK_UNIT_HALF] = { 6, 'M', FALSE },
    [DESK_UNIT_YEAR] = { 1, 'Y', FALSE },
    [DESK_UNIT_DECADE] = { 10, 'Y', FALSE },
    [DESK_UNIT_CENTURY] = { 100, 'Y', FALSE },
  };
  gint64 tenths = ((gint64) count.whole * 10 + count.tenths) * forms[unit].factor;
  GString *to = forms[unit].is_time ? time : length;

  /* Half an hour is thirty minutes, half a year six months. */
  if (tenths % 10 == 5 && (unit == DESK_UNIT_HOUR || unit == DESK_UNIT_MINUTE || (unit == DESK_UNIT_YEAR && tenths < 10)))
    {
      if (tenths >= 10)
        g_string_append_printf (to, "%" G_GINT64_FORMAT "%c", tenths / 10, forms[unit].letter);
      g_string_append_printf (to, "%d%c", unit == DESK_UNIT_YEAR ? 6 : 30, unit == DESK_UNIT_MINUTE ? 'S' : 'M');
    }
  else if (tenths % 10 != 0)
    g_string_append_printf (to, "%" G_GINT64_FORMAT ".%d%c", tenths / 10, (int) (tenths % 10), forms[unit].letter);
  else
    g_string_append_printf (to, "%" G_GINT64_FORMAT "%c", tenths / 10, forms[unit].letter);
}

/**
 * desk_format_length:
 * @more_unit: the unit of @more
 * @more: what is added, as in "two months and ten days"; 0 for nothing
 *
 * Returns: a length as ISO 8601 has it, "P2M10D"
 */
char *
desk_format_length (DeskUnit unit,
                    DeskAmount count,
                    DeskUnit more_unit,
                    DeskAmount more)
{
  g_autoptr (GString) length = g_string_new ("P");
  g_autoptr (GString) time = g_string_new (NULL);

  append_length (length, time, unit, count);
  if (more.whole > 0)
    append_length (length, time, more_unit, more);
  if (time->len > 0)
    g_string_append_printf (length, "T%s", time->str);

  return g_strdup (length->str);
}
