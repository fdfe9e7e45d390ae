/* Turns a date as it is written into a value, counted from the day of publication.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-date-format.h"
#include "desk-date-holiday.h"
#include "desk-date-resolver.h"

static void
resolve_absolute (const DeskWhen *when,
                  DeskResolution *resolution)
{
  int month = when->month > 0 ? when->month : 1;

  resolution->confidence = when->ambiguous ? DESK_CONFIDENCE_WEAK : DESK_CONFIDENCE_SURE;
  resolution->why = when->ambiguous ? N_ ("day and month could change places") : N_ ("written in full");
  if (when->holiday > 0)
    {
      DeskDateContext in_year = { .tense = DESK_TENSE_UNKNOWN };
      DeskWhen of_year = *when;

      g_date_clear (&in_year.anchor, 1);
      if (!desk_day_set (&in_year.published, when->year, 7, 1))
        return;
      of_year.mode = DESK_WHEN_THIS;
      of_year.amount = 0;
      desk_when_resolve_named (&of_year, &in_year, resolution);
      if (resolution->value != NULL)
        {
          resolution->confidence = desk_holiday_is_sure (when->holiday) ? DESK_CONFIDENCE_SURE : DESK_CONFIDENCE_LIKELY;
          resolution->why = N_ ("written in full");
        }
      return;
    }
  if (when->season > 0)
    month = desk_season_month (when->season);
  else if (when->quarter > 0)
    month = 3 * when->quarter - 2;
  else if (when->half > 0)
    month = 6 * when->half - 5;
  if (when->week > 0)
    desk_day_set_week (&resolution->first, when->year, when->week);
  else
    desk_day_set (&resolution->first, when->year, month, when->day > 0 ? when->day : 1);
  resolution->value = desk_format_period (&resolution->first, when->unit, when->season);
  if (when->year == 0 && when->unit == DESK_UNIT_CENTURY)
    resolution->value = g_strdup ("00XX");
}

/* So many units from a day. */
static void
resolve_shift (const DeskWhen *when,
               const GDate *from,
               DeskResolution *resolution)
{
  DeskUnit unit = when->unit;

  resolution->first = *from;
  if (unit == DESK_UNIT_SEASON)
    {
      g_date_clear (&resolution->first, 1);
      return;
    }
  if (when->exact)
    {
      desk_day_move (&resolution->first, unit, when->amount);
      unit = DESK_UNIT_DAY;
    }
  else if (when->more.whole > 0)
    {
      /* two years and three months ago */
      desk_day_move (&resolution->first, unit, when->amount);
      unit = when->more_unit;
      if (g_date_valid (&resolution->first))
        desk_day_move (&resolution->first, unit, when->amount < 0 ? -when->more.whole : when->more.whole);
      if (g_date_valid (&resolution->first))
        desk_day_floor (&resolution->first, unit);
    }
  else if (when->weekday > 0)
    {
      /* Friday last week */
      desk_day_move (&resolution->first, DESK_UNIT_DAY, 7 * when->amount + when->weekday - (int) g_date_get_weekday (from));
    }
  else
    {
      desk_day_floor (&resolution->first, unit);
      if (g_date_valid (&resolution->first))
        desk_day_move (&resolution->first, unit, when->amount);
    }
  resolution->value = desk_format_period (&resolution->first, unit, 0);
}

/* "This weekend" is the one before where the verb tells of the past. */
static void
resolve_weekend (const DeskWhen *when,
                 const DeskDateContext *context,
                 DeskResolution *resolution)
{
  DeskWhen moved = *when;

  if (when->amount == 0 && context->tense == DESK_TENSE_PAST && g_date_get_weekday (&context->published) < G_DATE_SATURDAY)
    moved.amount = -1;
  resolve_shift (&moved, &context->published, resolution);
}

static gboolean
is_named (const DeskWhen *when)
{
  return when->month > 0 || when->weekday > 0 || when->season > 0 || when->holiday > 0;
}

static void
resolve_anchored (const DeskWhen *when,
                  const DeskDateContext *context,
                  DeskResolution *resolution)
{
  DeskDateContext other = *context;
  const char *why = N_ ("counted from the date named before");

  if (!g_date_valid (&context->anchor))
    {
      /* "A year earlier" is counted from the news itself where it names no other day; "the next day" cannot be. */
      gboolean ahead = when->amount > 0 && context->tense != DESK_TENSE_PAST && (when->unit >= DESK_UNIT_WEEK || is_named (when));

      if (!g_date_valid (&context->published) || (when->amount >= 0 && !ahead))
        {
          resolution->why = N_ ("counted from a day that is not named");
          return;
        }
      other.anchor = context->published;
      why = N_ ("counted from the day of publication");
    }
  if (!is_named (when))
    resolve_shift (when, &other.anchor, resolution);
  else
    {
      if (!g_date_valid (&other.published))
        other.published = other.anchor;
      desk_when_resolve_named (when, &other, resolution);
    }
  resolution->confidence = DESK_CONFIDENCE_WEAK;
  resolution->why = why;
}

/**
 * desk_when_resolve:
 * @when: what is written
 * @resolution: (out): is overwritten; its value is owned by the caller
 */
void
desk_when_resolve (const DeskWhen *when,
                   const DeskDateContext *context,
                   DeskResolution *resolution)
{
  gboolean known = g_date_valid (&context->published);

  *resolution = (DeskResolution) { .relative = TRUE, .type = when->part_of_day ? DESK_DATE_TYPE_TIME : DESK_DATE_TYPE_DATE };
  g_date_clear (&resolution->first, 1);
  resolution->confidence = DESK_CONFIDENCE_LIKELY;
  resolution->why = N_ ("depends on the day of publication, which is unknown");

  switch (when->mode)
    {
    case DESK_WHEN_ABSOLUTE:
      resolution->relative = FALSE;
      resolve_absolute (when, resolution);
      break;
    case DESK_WHEN_NEAREST:
    case DESK_WHEN_LAST:
    case DESK_WHEN_THIS:
    case DESK_WHEN_NEXT:
      if (known)
        desk_when_resolve_named (when, context, resolution);
      break;
    case DESK_WHEN_SHIFTED:
      if (!known)
        break;
      if (when->unit == DESK_UNIT_WEEKEND)
        resolve_weekend (when, context, resolution);
      else
        resolve_shift (when, &context->published, resolution);
      resolution->confidence = DESK_CONFIDENCE_SURE;
      resolution->why = N_ ("counted from the day of publication");
      break;
    case DESK_WHEN_ANCHORED:
      resolve_anchored (when, context, resolution);
      break;
    case DESK_WHEN_LENGTH:
      resolution->relative = FALSE;
      resolution->type = DESK_DATE_TYPE_DURATION;
      if (when->count.whole > 0 || when->count.tenths > 0)
        resolution->value = desk_format_length (when->unit, when->count, when->more_unit, when->more);
      resolution->why = N_ ("a length of time");
      break;
    case DESK_WHEN_OFTEN:
      resolution->relative = FALSE;
      resolution->type = DESK_DATE_TYPE_SET;
      resolution->value = desk_format_length (when->unit, when->count, when->more_unit, when->more);
      resolution->why = N_ ("again and again");
      break;
    case DESK_WHEN_PRESENT:
      resolution->why = N_ ("the time of writing, no day of its own");
      break;
    case DESK_WHEN_UNKNOWN:
      resolution->why = N_ ("too vague for a day");
      break;
    }

  if (resolution->value == NULL)
    {
      g_date_clear (&resolution->first, 1);
      if (resolution->confidence == DESK_CONFIDENCE_SURE)
        resolution->confidence = DESK_CONFIDENCE_WEAK;
    }
}
