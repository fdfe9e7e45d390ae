/* Resolves what the calendar names without a year: a weekday, a month, a day of a month, a season, a quarter, a holiday.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-date-format.h"
#include "desk-date-holiday.h"
#include "desk-date-resolver.h"

/* A day so near is meant even where the verb speaks against it and the other one is most of a year away. */
#define NEAR_DAYS 60

static void
take (DeskResolution *resolution,
      DeskUnit unit,
      int season,
      DeskConfidence confidence,
      const char *why)
{
  resolution->value = desk_format_period (&resolution->first, unit, season);
  resolution->confidence = confidence;
  resolution->why = why;
}

static void
resolve_weekday (const DeskWhen *when,
                 const DeskDateContext *context,
                 DeskResolution *resolution)
{
  const GDate *from = when->mode == DESK_WHEN_ANCHORED ? &context->anchor : &context->published;
  int today = g_date_get_weekday (from);
  int back = (today - when->weekday + 7) % 7;
  int forth = (when->weekday - today + 7) % 7;

  resolution->first = *from;
  if (when->mode == DESK_WHEN_LAST || (when->mode == DESK_WHEN_ANCHORED && when->amount < 0))
    {
      desk_day_move (&resolution->first, DESK_UNIT_DAY, back == 0 ? -7 : -back);
      take (resolution, DESK_UNIT_DAY, 0, DESK_CONFIDENCE_SURE, N_ ("last such weekday before publication"));
    }
  else if (when->mode == DESK_WHEN_NEXT || (when->mode == DESK_WHEN_ANCHORED && when->amount > 0))
    {
      desk_day_move (&resolution->first, DESK_UNIT_DAY, (forth == 0 ? 7 : forth) + (when->mode == DESK_WHEN_NEXT ? 7 * when->amount : 0));
      take (resolution, DESK_UNIT_DAY, 0, DESK_CONFIDENCE_LIKELY, N_ ("next such weekday after publication"));
    }
  else if (when->mode == DESK_WHEN_ANCHORED)
    {
      desk_day_move (&resolution->first, DESK_UNIT_DAY, when->weekday - today);
      take (resolution, DESK_UNIT_DAY, 0, DESK_CONFIDENCE_LIKELY, N_ ("counted from the date named before"));
    }
  else if (context->tense == DESK_TENSE_FUTURE || (when->mode == DESK_WHEN_THIS && context->tense != DESK_TENSE_PAST))
    {
      desk_day_move (&resolution->first, DESK_UNIT_DAY, forth);
      take (resolution, DESK_UNIT_DAY, 0, DESK_CONFIDENCE_LIKELY, N_ ("next such weekday on or after publication"));
    }
  else
    {
      desk_day_move (&resolution->first, DESK_UNIT_DAY, -back);
      take (resolution, DESK_UNIT_DAY, 0, context->tense == DESK_TENSE_UNKNOWN ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE, N_ ("last such weekday on or before publication"));
    }
}

static void
resolve_month (const DeskWhen *when,
               const DeskDateContext *context,
               DeskResolution *resolution)
{
  int year = g_date_get_year (&context->published);
  int order = when->month - (int) g_date_get_month (&context->published);
  DeskConfidence confidence = context->tense == DESK_TENSE_UNKNOWN && when->mode == DESK_WHEN_NEAREST ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE;
  const char *why;

  if (when->mode == DESK_WHEN_ANCHORED)
    {
      int other = when->month - (int) g_date_get_month (&context->anchor);

      year = g_date_get_year (&context->anchor) + (when->amount > 0 && other <= 0) - (when->amount < 0 && other >= 0);
      confidence = DESK_CONFIDENCE_WEAK;
      why = N_ ("counted from the date named before");
    }
  else if (when->mode == DESK_WHEN_LAST)
    {
      year -= order >= 0;
      why = N_ ("last such month before publication");
    }
  else if (when->mode == DESK_WHEN_NEXT)
    {
      year += order <= 0;
      why = N_ ("next such month after publication");
    }
  else if (when->mode == DESK_WHEN_THIS)
    {
      year += when->amount;
      why = N_ ("in the year of publication");
    }
  else if (context->tense == DESK_TENSE_FUTURE)
    {
      year += order < 0;
      why = N_ ("next such month at or after publication");
    }
  else
    {
      year -= order > 0;
      why = N_ ("last such month at or before publication");
    }
  if (desk_day_set (&resolution->first, year, when->month, 1))
    take (resolution, DESK_UNIT_MONTH, 0, confidence, why);
}

/* The day that @when names in a year. */
static gboolean
day_in_year (const DeskWhen *when,
             int year,
             GDate *day)
{
  if (when->holiday > 0)
    return desk_holiday_get_day (when->holiday, year, day);

  return desk_day_set (day, year, when->month, when->day);
}

static void
take_day (const DeskWhen *when,
          DeskResolution *resolution,
          DeskConfidence confidence,
          const char *why)
{
  GDate last;

  if (when->holiday > 0 && !desk_holiday_is_sure (when->holiday) && confidence == DESK_CONFIDENCE_SURE)
    confidence = DESK_CONFIDENCE_LIKELY;
  if (when->holiday == 0 || when->unit == DESK_UNIT_DAY)
    {
      take (resolution, DESK_UNIT_DAY, 0, confidence, why);
      return;
    }
  if (when->unit == DESK_UNIT_WEEKEND)
    {
      g_autofree char *from = NULL, *to = NULL;

      desk_holiday_get_weekend (when->holiday, &resolution->first, &last);
      from = desk_format_day (&resolution->first);
      to = desk_format_day (&last);
      take (resolution, DESK_UNIT_DAY, 0, confidence, why);
      g_free (resolution->value);
      resolution->value = g_strconcat (from, "/", to, NULL);
      return;
    }
  desk_day_floor (&resolution->first, when->unit);
  take (resolution, when->unit, 0, confidence, why);
}

/* A day of a month, or a holiday, without a year. */
static void
resolve_month_day (const DeskWhen *when,
                   const DeskDateContext *context,
                   DeskResolution *resolution)
{
  const GDate *published = &context->published;
  int best = G_MAXINT, now = g_date_get_year (published);
  int reach = when->month == 2 && when->day == 29 ? 4 : 1;
  GDate day;

  if (when->mode == DESK_WHEN_THIS || when->mode == DESK_WHEN_ANCHORED)
    {
      now = when->mode == DESK_WHEN_ANCHORED ? g_date_get_year (&context->anchor) : now + when->amount;
      if (when->mode == DESK_WHEN_ANCHORED && when->amount != 0 && day_in_year (when, now, &day) && g_date_compare (&day, &context->anchor) * when->amount <= 0)
        now += when->amount;
      if (day_in_year (when, now, &resolution->first))
        take_day (when, resolution, DESK_CONFIDENCE_LIKELY, when->mode == DESK_WHEN_THIS ? N_ ("in the year of publication") : N_ ("counted from the date named before"));
      return;
    }
  for (int year = now - reach; year <= now + reach; year++)
    {
      int distance;

      if (!day_in_year (when, year, &day))
        continue;
      distance = g_date_days_between (published, &day);
      /* The weekday that stands beside it decides; else the tense, else nearness. */
      if (when->weekday > 0)
        distance = ABS (distance) + ((int) g_date_get_weekday (&day) == when->weekday ? 0 : 3000);
      else if (when->mode == DESK_WHEN_LAST)
        distance = distance < 0 ? -distance : distance + 3000;
      else if (when->mode == DESK_WHEN_NEXT)
        distance = distance > 0 ? distance : 3000 - distance;
      else if (context->tense == DESK_TENSE_PAST)
        distance = distance <= 0 ? -distance : distance + 3000;
      else if (context->tense == DESK_TENSE_FUTURE)
        distance = distance >= 0 ? distance : 3000 - distance;
      else
        distance = ABS (distance);
      /* A day without a year is rarely a year away, whatever the verb. */
      if (when->weekday == 0 && when->mode == DESK_WHEN_NEAREST && when->holiday == 0 && ABS (g_date_days_between (published, &day)) <= NEAR_DAYS)
        distance = MIN (distance, 250);
      if (distance < best)
        {
          best = distance;
          resolution->first = day;
        }
    }
  if (best < G_MAXINT)
    take_day (when, resolution, context->tense == DESK_TENSE_UNKNOWN && when->weekday == 0 ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE, N_ ("such a day nearest to publication, by the tense"));
}

/* "Friday the 13th": the month is not given. */
static void
resolve_bare_day (const DeskWhen *when,
                  const DeskDateContext *context,
                  DeskResolution *resolution)
{
  GDate month = context->published;
  int best = G_MAXINT;

  desk_day_floor (&month, DESK_UNIT_MONTH);
  desk_day_move (&month, DESK_UNIT_MONTH, -13);
  for (guint i = 0; i < 27 && g_date_valid (&month); i++, desk_day_move (&month, DESK_UNIT_MONTH, 1))
    {
      GDate day;
      int distance;

      if (!desk_day_set (&day, g_date_get_year (&month), g_date_get_month (&month), when->day) || (int) g_date_get_weekday (&day) != when->weekday)
        continue;
      distance = g_date_days_between (&context->published, &day);
      if ((context->tense == DESK_TENSE_PAST && distance > 0) || (context->tense == DESK_TENSE_FUTURE && distance < 0) || ABS (distance) >= best)
        continue;
      best = ABS (distance);
      resolution->first = day;
    }
  if (best < G_MAXINT)
    take (resolution, DESK_UNIT_DAY, 0, DESK_CONFIDENCE_LIKELY, N_ ("such a day nearest to publication, by the tense"));
}

static void
resolve_season (const DeskWhen *when,
                const DeskDateContext *context,
                DeskResolution *resolution)
{
  const GDate *from = when->mode == DESK_WHEN_ANCHORED ? &context->anchor : &context->published;
  int year = g_date_get_year (from);
  int month = g_date_get_month (from);
  int start = desk_season_month (when->season);
  gboolean begun = month >= start;
  gboolean ended = when->season != 24 && month >= start + 3;

  /* A winter goes by the year of its December. */
  if (when->season == 24 && month <= 2)
    {
      year--;
      begun = TRUE;
    }
  if (when->mode == DESK_WHEN_LAST || (when->mode == DESK_WHEN_ANCHORED && when->amount < 0))
    year -= !ended;
  else if (when->mode == DESK_WHEN_NEXT || (when->mode == DESK_WHEN_ANCHORED && when->amount > 0))
    year += begun;
  else if (when->mode == DESK_WHEN_NEAREST)
    {
      /* "The summer" is the last one or the next one; only the verb can tell. */
      if (context->tense == DESK_TENSE_UNKNOWN)
        {
          resolution->why = N_ ("nothing tells which year is meant");
          return;
        }
      if (context->tense == DESK_TENSE_FUTURE)
        year += ended;
      else
        year -= !begun;
    }
  else
    year += when->amount;
  if (desk_day_set (&resolution->first, year, start, 1))
    take (resolution, DESK_UNIT_SEASON, when->season, DESK_CONFIDENCE_LIKELY, N_ ("season counted from the day of publication"));
}

static void
set_numbered (const DeskWhen *when,
              int year,
              GDate *first)
{
  if (when->week > 0)
    desk_day_set_week (first, year, when->week);
  else
    desk_day_set (first, year, when->quarter > 0 ? 3 * when->quarter - 2 : 6 * when->half - 5, 1);
}

/* A quarter, half or week of the year by its number. */
static void
resolve_numbered (const DeskWhen *when,
                  const DeskDateContext *context,
                  DeskResolution *resolution)
{
  int year = g_date_get_year (&context->published) + (when->mode == DESK_WHEN_THIS ? when->amount : 0);
  GDate end;

  set_numbered (when, year, &resolution->first);
  if (!g_date_valid (&resolution->first))
    return;
  end = resolution->first;
  desk_day_move (&end, when->unit, 1);
  if (when->mode == DESK_WHEN_NEAREST && context->tense == DESK_TENSE_FUTURE && g_date_valid (&end) && g_date_compare (&end, &context->published) <= 0)
    set_numbered (when, year + 1, &resolution->first);
  else if (when->mode == DESK_WHEN_NEAREST && context->tense != DESK_TENSE_FUTURE && g_date_compare (&resolution->first, &context->published) > 0)
    set_numbered (when, year - 1, &resolution->first);
  take (resolution, when->unit, 0, DESK_CONFIDENCE_LIKELY, N_ ("quarter nearest to publication, by the tense"));
}

/**
 * desk_when_resolve_named:
 * @context: with a known day of publication, and an anchor where @when is counted from one
 * @resolution: gets value, confidence and reason
 */
void
desk_when_resolve_named (const DeskWhen *when,
                         const DeskDateContext *context,
                         DeskResolution *resolution)
{
  if (when->holiday > 0 || (when->month > 0 && when->day > 0))
    resolve_month_day (when, context, resolution);
  else if (when->month > 0)
    resolve_month (when, context, resolution);
  else if (when->weekday > 0 && when->day > 0)
    resolve_bare_day (when, context, resolution);
  else if (when->weekday > 0)
    resolve_weekday (when, context, resolution);
  else if (when->season > 0)
    resolve_season (when, context, resolution);
  else
    resolve_numbered (when, context, resolution);
}
