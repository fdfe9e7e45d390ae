/* Turns a date as it is written into a value, counted from the day of publication.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-resolver.h"

#include <glib/gi18n-lib.h>

#include "desk-date-format.h"

static void
resolve_absolute (DeskResolution *resolution,
                  const DeskWhen *when)
{
  int month = when->month > 0 ? when->month : 1;

  if (when->season > 0)
    month = desk_season_month (when->season);
  else if (when->quarter > 0)
    month = 3 * when->quarter - 2;

  resolution->confidence = when->ambiguous ? DESK_CONFIDENCE_WEAK : DESK_CONFIDENCE_SURE;
  resolution->why = when->ambiguous ? N_ ("day and month could change places") : N_ ("written in full");
  if (desk_resolution_set_first (resolution, when->year, month, when->day > 0 ? when->day : 1))
    {
      desk_resolution_set_value (resolution, when->unit, when->season);
      desk_resolution_add_end (resolution, when);
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
  desk_resolution_set_value (resolution, DESK_UNIT_DAY, 0);
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
  if (desk_resolution_set_first (resolution, year, when->month, 1))
    {
      desk_resolution_set_value (resolution, DESK_UNIT_MONTH, 0);
      desk_resolution_add_end (resolution, when);
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

      if (!desk_year_is_good (year) || !g_date_valid_dmy (when->day, when->month, year))
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
  if (best_year > 0 && desk_resolution_set_first (resolution, best_year, when->month, when->day))
    {
      desk_resolution_set_value (resolution, DESK_UNIT_DAY, 0);
      desk_resolution_add_end (resolution, when);
    }
}

static void
resolve_season (DeskResolution *resolution,
                const DeskWhen *when,
                const GDate *published)
{
  int year = g_date_get_year (published);
  int month = g_date_get_month (published);
  int start = desk_season_month (when->season);

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
  if (desk_resolution_set_first (resolution, year, start, 1))
    desk_resolution_set_value (resolution, DESK_UNIT_SEASON, when->season);
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
  if (desk_resolution_set_first (resolution, year, 3 * when->quarter - 2, 1))
    desk_resolution_set_value (resolution, DESK_UNIT_QUARTER, 0);
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
      desk_resolution_set_first (resolution, (int) (months / 12), (int) (months % 12) + 1, 1);
      break;
    case DESK_UNIT_QUARTER:
      months += 3 * amount - (g_date_get_month (from) - 1) % 3;
      desk_resolution_set_first (resolution, (int) (months / 12), (int) (months % 12) + 1, 1);
      break;
    case DESK_UNIT_SEASON:
    case DESK_UNIT_YEAR:
      desk_resolution_set_first (resolution, (int) year + amount, 1, 1);
      break;
    case DESK_UNIT_DECADE:
      desk_resolution_set_first (resolution, (int) year / 10 * 10 + 10 * amount, 1, 1);
      break;
    case DESK_UNIT_CENTURY:
      desk_resolution_set_first (resolution, (int) year / 100 * 100 + 100 * amount, 1, 1);
      break;
    }
  desk_resolution_set_value (resolution, when->unit, 0);
}

/* "This weekend" is the one before where the verb tells of the past. */
static void
resolve_weekend (DeskResolution *resolution,
                 const DeskWhen *when,
                 DeskTense tense,
                 const GDate *published)
{
  DeskWhen moved = *when;

  if (when->amount == 0 && tense == DESK_TENSE_PAST && g_date_get_weekday (published) < G_DATE_SATURDAY)
    moved.amount = -1;
  resolve_shift (resolution, &moved, published);
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
          if (when->unit == DESK_UNIT_WEEKEND)
            resolve_weekend (resolution, when, tense, published);
          else
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
      resolution->value = when->amount > 0 ? desk_format_length (when->unit, when->amount) : NULL;
      resolution->why = N_ ("a length of time");
      break;
    case DESK_WHEN_OFTEN:
      resolution->relative = FALSE;
      resolution->type = DESK_DATE_TYPE_SET;
      resolution->value = desk_format_length (when->unit, when->amount);
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
      g_autofree char *date = desk_format_day (day);

      g_free (resolution->value);
      resolution->value = g_strdup_printf ("%sT%02d:%02d", date, when->hour, when->minute);
      resolution->confidence = DESK_CONFIDENCE_LIKELY;
      resolution->why = N_ ("time of the day named beside it");
    }
  else
    resolution->why = N_ ("time of a day that is not named");
}
