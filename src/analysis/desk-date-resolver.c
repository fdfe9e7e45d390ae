/* Turns a date as it is written into a value, counted from the day of publication.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-resolver.h"

#include <glib/gi18n-lib.h>

/* Years that a value of four digits can tell. */
#define FIRST_YEAR 1
#define LAST_YEAR 9998

/* From the first day of a season, YYYY-03-01 for spring. */
static int
season_month (int season)
{
  return 3 * (season - 20);
}

static gboolean
year_is_good (int year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
set_first (DeskResolution *resolution,
           int year,
           int month,
           int day)
{
  g_date_clear (&resolution->first, 1);
  if (!year_is_good (year) || month < 1 || month > 12 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (&resolution->first, day, month, year);

  return TRUE;
}

static char *
format_day (const GDate *day)
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

static void
set_value (DeskResolution *resolution,
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
      resolution->value = format_day (&resolution->first);
      break;
    case DESK_UNIT_WEEK:
    case DESK_UNIT_FORTNIGHT:
      resolution->value = format_week (&resolution->first);
      break;
    case DESK_UNIT_WEEKEND:
      {
        GDate sunday = resolution->first;
        g_autofree char *from = format_day (&resolution->first);
        g_autofree char *to = NULL;

        g_date_add_days (&sunday, 1);
        to = format_day (&sunday);
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
static void
add_range_end (DeskResolution *resolution,
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

static void
resolve_absolute (DeskResolution *resolution,
                  const DeskWhen *when)
{
  int month = when->month > 0 ? when->month : 1;

  if (when->season > 0)
    month = season_month (when->season);
  else if (when->quarter > 0)
    month = 3 * when->quarter - 2;

  resolution->confidence = when->ambiguous ? DESK_CONFIDENCE_WEAK : DESK_CONFIDENCE_SURE;
  resolution->why = when->ambiguous ? N_ ("day and month could change places") : N_ ("written in full");
  if (set_first (resolution, when->year, month, when->day > 0 ? when->day : 1))
    {
      set_value (resolution, when->unit, when->season);
      add_range_end (resolution, when);
    }
  else if (when->year == 0 && when->unit == DESK_UNIT_CENTURY)
    resolution->value = g_strdup ("00XX");
}

static void
move_days (GDate *day,
           int amount)
{
  gint64 target = (gint64) g_date_get_julian (day) + amount;

  /* Beyond what a value can tell there is none. */
  if (target < 1 || target > 3652000)
    g_date_clear (day, 1);
  else
    g_date_set_julian (day, (guint32) target);
}

static void
resolve_weekday (DeskResolution *resolution,
                 const DeskWhen *when,
                 DeskTense tense,
                 const GDate *published)
{
  int today = g_date_get_weekday (published);
  int back = (today - when->weekday + 7) % 7;
  int forth = (when->weekday - today + 7) % 7;
  DeskWhenMode mode = when->mode;

  resolution->first = *published;
  resolution->confidence = DESK_CONFIDENCE_SURE;
  if (mode == DESK_WHEN_LAST)
    {
      move_days (&resolution->first, back == 0 ? -7 : -back);
      resolution->why = N_ ("last such weekday before publication");
    }
  else if (mode == DESK_WHEN_NEXT)
    {
      move_days (&resolution->first, forth == 0 ? 7 : forth);
      resolution->confidence = DESK_CONFIDENCE_LIKELY;
      resolution->why = N_ ("next such weekday after publication");
    }
  else if (tense == DESK_TENSE_FUTURE || (mode == DESK_WHEN_THIS && tense != DESK_TENSE_PAST))
    {
      move_days (&resolution->first, forth);
      resolution->confidence = DESK_CONFIDENCE_LIKELY;
      resolution->why = N_ ("next such weekday on or after publication");
    }
  else
    {
      move_days (&resolution->first, -back);
      resolution->why = N_ ("last such weekday on or before publication");
      if (tense == DESK_TENSE_UNKNOWN)
        resolution->confidence = DESK_CONFIDENCE_LIKELY;
    }
  set_value (resolution, DESK_UNIT_DAY, 0);
}

/* Before, at or after the month of publication: less than, equal to, greater than zero. */
static int
compare_month (int month,
               const GDate *published)
{
  return month - (int) g_date_get_month (published);
}

static void
resolve_month (DeskResolution *resolution,
               const DeskWhen *when,
               DeskTense tense,
               const GDate *published)
{
  int year = g_date_get_year (published);
  int order = compare_month (when->month, published);

  resolution->confidence = tense == DESK_TENSE_UNKNOWN && when->mode == DESK_WHEN_NEAREST ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE;
  switch (when->mode)
    {
    case DESK_WHEN_LAST:
      year -= order >= 0;
      resolution->why = N_ ("last such month before publication");
      break;
    case DESK_WHEN_NEXT:
      year += order <= 0;
      resolution->why = N_ ("next such month after publication");
      break;
    case DESK_WHEN_THIS:
      resolution->why = N_ ("in the year of publication");
      break;
    case DESK_WHEN_ABSOLUTE:
    case DESK_WHEN_NEAREST:
    case DESK_WHEN_SHIFTED:
    case DESK_WHEN_ANCHORED:
    case DESK_WHEN_LENGTH:
    case DESK_WHEN_OFTEN:
    case DESK_WHEN_UNKNOWN:
      if (tense == DESK_TENSE_FUTURE)
        {
          year += order < 0;
          resolution->why = N_ ("next such month at or after publication");
        }
      else
        {
          year -= order > 0;
          resolution->why = N_ ("last such month at or before publication");
        }
      break;
    }
  if (set_first (resolution, year, when->month, 1))
    {
      set_value (resolution, DESK_UNIT_MONTH, 0);
      add_range_end (resolution, when);
    }
}

/* A day of a month without a year. */
static void
resolve_month_day (DeskResolution *resolution,
                   const DeskWhen *when,
                   DeskTense tense,
                   const GDate *published)
{
  int best = G_MAXINT;
  int best_year = 0;
  int reach = when->month == 2 && when->day == 29 ? 4 : 1;

  for (int year = (int) g_date_get_year (published) - reach; year <= (int) g_date_get_year (published) + reach; year++)
    {
      GDate day;
      int distance;

      if (!year_is_good (year) || !g_date_valid_dmy (when->day, when->month, year))
        continue;
      g_date_clear (&day, 1);
      g_date_set_dmy (&day, when->day, when->month, year);
      distance = g_date_days_between (published, &day);
      /* The weekday that stands beside it decides; else the tense, else nearness. */
      if (when->weekday > 0)
        distance = ABS (distance) + ((int) g_date_get_weekday (&day) == when->weekday ? 0 : 3000);
      else if (tense == DESK_TENSE_PAST)
        distance = distance <= 0 ? -distance : distance + 3000;
      else if (tense == DESK_TENSE_FUTURE)
        distance = distance >= 0 ? distance : 3000 - distance;
      else
        distance = ABS (distance);
      if (distance < best)
        {
          best = distance;
          best_year = year;
        }
    }

  resolution->confidence = tense == DESK_TENSE_UNKNOWN && when->weekday == 0 ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE;
  resolution->why = N_ ("such a day nearest to publication, by the tense");
  if (best_year > 0 && set_first (resolution, best_year, when->month, when->day))
    {
      set_value (resolution, DESK_UNIT_DAY, 0);
      add_range_end (resolution, when);
    }
}

static void
resolve_season (DeskResolution *resolution,
                const DeskWhen *when,
                const GDate *published)
{
  int year = g_date_get_year (published);
  int month = g_date_get_month (published);
  int start = season_month (when->season);

  /* A winter goes by the year of its December. */
  if (when->season == 24 && month <= 2)
    year--;
  if (when->mode == DESK_WHEN_LAST)
    {
      gboolean ended = when->season != 24 && month >= start + 3;

      year -= !ended;
    }
  else if (when->mode == DESK_WHEN_NEXT)
    year += month >= start || (when->season == 24 && month <= 2);
  resolution->confidence = DESK_CONFIDENCE_LIKELY;
  resolution->why = N_ ("season counted from the day of publication");
  if (set_first (resolution, year, start, 1))
    set_value (resolution, DESK_UNIT_SEASON, when->season);
}

static void
resolve_quarter (DeskResolution *resolution,
                 const DeskWhen *when,
                 DeskTense tense,
                 const GDate *published)
{
  int year = g_date_get_year (published);
  int now = (g_date_get_month (published) - 1) / 3 + 1;

  if (tense == DESK_TENSE_FUTURE)
    year += when->quarter < now;
  else
    year -= when->quarter > now;
  resolution->confidence = DESK_CONFIDENCE_LIKELY;
  resolution->why = N_ ("quarter nearest to publication, by the tense");
  if (set_first (resolution, year, 3 * when->quarter - 2, 1))
    set_value (resolution, DESK_UNIT_QUARTER, 0);
}

/* So many units from a day. */
static void
resolve_shift (DeskResolution *resolution,
               const DeskWhen *when,
               const GDate *from)
{
  gint64 year = g_date_get_year (from);
  gint64 months = year * 12 + g_date_get_month (from) - 1;
  int amount = CLAMP (when->amount, -100000, 100000);

  resolution->first = *from;
  switch (when->unit)
    {
    case DESK_UNIT_SECOND:
    case DESK_UNIT_MINUTE:
    case DESK_UNIT_HOUR:
      break;
    case DESK_UNIT_DAY:
      move_days (&resolution->first, amount);
      break;
    case DESK_UNIT_WEEK:
    case DESK_UNIT_FORTNIGHT:
      move_days (&resolution->first, (when->unit == DESK_UNIT_WEEK ? 7 : 14) * amount + 1 - (int) g_date_get_weekday (from));
      break;
    case DESK_UNIT_WEEKEND:
      /* On a Sunday "this weekend" is still this one. */
      move_days (&resolution->first, 7 * amount + 6 - (int) g_date_get_weekday (from));
      break;
    case DESK_UNIT_MONTH:
      months += amount;
      set_first (resolution, (int) (months / 12), (int) (months % 12) + 1, 1);
      break;
    case DESK_UNIT_QUARTER:
      months += 3 * amount - (g_date_get_month (from) - 1) % 3;
      set_first (resolution, (int) (months / 12), (int) (months % 12) + 1, 1);
      break;
    case DESK_UNIT_SEASON:
    case DESK_UNIT_YEAR:
      set_first (resolution, (int) year + amount, 1, 1);
      break;
    case DESK_UNIT_DECADE:
      set_first (resolution, (int) year / 10 * 10 + 10 * amount, 1, 1);
      break;
    case DESK_UNIT_CENTURY:
      set_first (resolution, (int) year / 100 * 100 + 100 * amount, 1, 1);
      break;
    }
  set_value (resolution, when->unit, 0);
}

static char *
format_length (DeskUnit unit,
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

static void
resolve_named (DeskResolution *resolution,
               const DeskWhen *when,
               DeskTense tense,
               const GDate *published)
{
  if (when->month > 0 && when->day > 0)
    resolve_month_day (resolution, when, tense, published);
  else if (when->month > 0)
    resolve_month (resolution, when, tense, published);
  else if (when->weekday > 0)
    resolve_weekday (resolution, when, tense, published);
  else if (when->season > 0)
    resolve_season (resolution, when, published);
  else
    resolve_quarter (resolution, when, tense, published);
}

/**
 * desk_when_resolve:
 * @when: what is written
 * @tense: of the verb nearest to it
 * @published: the day of publication; not valid where it is unknown
 * @anchor: the day named before it in the text; not valid where there is none
 * @resolution: (out): is overwritten; its value is owned by the caller
 */
void
desk_when_resolve (const DeskWhen *when,
                   DeskTense tense,
                   const GDate *published,
                   const GDate *anchor,
                   DeskResolution *resolution)
{
  gboolean known = g_date_valid (published);

  *resolution = (DeskResolution) { .relative = TRUE, .type = when->part_of_day ? DESK_DATE_TYPE_TIME : DESK_DATE_TYPE_DATE };
  g_date_clear (&resolution->first, 1);
  resolution->confidence = DESK_CONFIDENCE_LIKELY;
  resolution->why = N_ ("depends on the day of publication, which is unknown");

  switch (when->mode)
    {
    case DESK_WHEN_ABSOLUTE:
      resolution->relative = FALSE;
      resolve_absolute (resolution, when);
      break;
    case DESK_WHEN_NEAREST:
    case DESK_WHEN_LAST:
    case DESK_WHEN_THIS:
    case DESK_WHEN_NEXT:
      if (known)
        resolve_named (resolution, when, tense, published);
      break;
    case DESK_WHEN_SHIFTED:
      if (known)
        {
          resolve_shift (resolution, when, published);
          resolution->confidence = DESK_CONFIDENCE_SURE;
          resolution->why = N_ ("counted from the day of publication");
        }
      break;
    case DESK_WHEN_ANCHORED:
      if (g_date_valid (anchor))
        {
          resolve_shift (resolution, when, anchor);
          resolution->confidence = DESK_CONFIDENCE_WEAK;
          resolution->why = N_ ("counted from the date named before");
        }
      else
        resolution->why = N_ ("counted from a day that is not named");
      break;
    case DESK_WHEN_LENGTH:
      resolution->relative = FALSE;
      resolution->type = DESK_DATE_TYPE_DURATION;
      resolution->value = when->amount > 0 ? format_length (when->unit, when->amount) : NULL;
      resolution->why = N_ ("a length of time");
      break;
    case DESK_WHEN_OFTEN:
      resolution->relative = FALSE;
      resolution->type = DESK_DATE_TYPE_SET;
      resolution->value = format_length (when->unit, when->amount);
      resolution->why = N_ ("again and again");
      break;
    case DESK_WHEN_UNKNOWN:
      resolution->why = N_ ("too vague for a day");
      break;
    }

  if (resolution->value == NULL && resolution->type == DESK_DATE_TYPE_DATE && resolution->confidence == DESK_CONFIDENCE_SURE)
    resolution->confidence = DESK_CONFIDENCE_WEAK;
}

/**
 * desk_resolution_set_time:
 * @when: a time of day
 * @day: the day that it belongs to; not valid where none is named
 */
void
desk_resolution_set_time (DeskResolution *resolution,
                          const DeskWhen *when,
                          const GDate *day)
{
  resolution->type = DESK_DATE_TYPE_TIME;
  resolution->relative = TRUE;
  if (g_date_valid (day))
    {
      g_autofree char *date = format_day (day);

      g_free (resolution->value);
      resolution->value = g_strdup_printf ("%sT%02d:%02d", date, when->hour, when->minute);
      resolution->confidence = DESK_CONFIDENCE_LIKELY;
      resolution->why = N_ ("time of the day named beside it");
    }
  else
    resolution->why = N_ ("time of a day that is not named");
}
