/* Resolves two dates with what joins them: ranges, parts of a span, days at a distance, days with their time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-date-format.h"
#include "desk-date-resolver.h"

static void
set_value (DeskResolution *resolution,
           char *value)
{
  g_free (resolution->value);
  resolution->value = value;
  if (value == NULL)
    g_date_clear (&resolution->first, 1);
}

/* 3 to 5 May; June 28–July 3: the end is the first such day after the start. */
static void
resolve_range (const DeskDatePhrase *phrase,
               const DeskDateContext *context,
               DeskResolution *resolution)
{
  DeskWhen first = phrase->when, last = phrase->last;
  DeskResolution end;
  DeskDateContext later = *context;

  /* "January–March 2020": the year stands for both. */
  if (first.year == 0 && last.mode == DESK_WHEN_ABSOLUTE)
    {
      first.mode = DESK_WHEN_ABSOLUTE;
      first.year = last.year - (first.month > last.month);
    }
  desk_when_resolve (&first, context, resolution);
  if (!g_date_valid (&resolution->first))
    return;
  if (last.mode == DESK_WHEN_NEAREST || last.mode == DESK_WHEN_THIS)
    {
      later.published = resolution->first;
      later.tense = DESK_TENSE_FUTURE;
      last.mode = DESK_WHEN_NEAREST;
    }
  desk_when_resolve (&last, &later, &end);
  if (g_date_valid (&end.first) && g_date_compare (&resolution->first, &end.first) <= 0)
    set_value (resolution, g_strconcat (resolution->value, "/", end.value, NULL));
  g_free (end.value);
}

/* How many units a span counts from its end. */
static void
end_of (const GDate *first,
        const DeskWhen *when,
        GDate *end)
{
  DeskUnit unit = when->unit;

  *end = *first;
  desk_day_move (end, unit, 1);
}

/* the second week of July, the last three months of 2021, the first Monday in May */
static void
resolve_part (const DeskDatePhrase *phrase,
              const DeskDateContext *context,
              DeskResolution *resolution)
{
  GDate end, last;
  int nth = phrase->nth;

  desk_when_resolve (&phrase->when, context, resolution);
  resolution->type = DESK_DATE_TYPE_DATE;
  if (!g_date_valid (&resolution->first))
    return;
  end_of (&resolution->first, &phrase->when, &end);
  if (!g_date_valid (&end))
    {
      set_value (resolution, NULL);
      return;
    }
  if (phrase->weekday > 0)
    {
      if (nth > 0)
        desk_day_move (&resolution->first, DESK_UNIT_DAY, (phrase->weekday - (int) g_date_get_weekday (&resolution->first) + 7) % 7 + 7 * (nth - 1));
      else
        {
          resolution->first = end;
          desk_day_move (&resolution->first, DESK_UNIT_DAY, -(((int) g_date_get_weekday (&end) - phrase->weekday + 6) % 7 + 1));
        }
    }
  else if (phrase->unit == DESK_UNIT_WEEK || phrase->unit == DESK_UNIT_WEEKEND)
    {
      /* The week that has most of its days there is the first one. */
      GDate *from = nth > 0 ? &resolution->first : &end;

      if (nth < 0)
        {
          desk_day_move (from, DESK_UNIT_DAY, -1);
          resolution->first = *from;
          desk_day_move (&end, DESK_UNIT_DAY, 1);
        }
      if (nth > 0 && phrase->unit == DESK_UNIT_WEEK && g_date_get_weekday (&resolution->first) > G_DATE_THURSDAY)
        desk_day_move (&resolution->first, DESK_UNIT_WEEK, 1);
      else if (nth < 0 && g_date_get_weekday (&resolution->first) < (phrase->unit == DESK_UNIT_WEEK ? G_DATE_THURSDAY : G_DATE_SATURDAY))
        desk_day_move (&resolution->first, DESK_UNIT_WEEK, -1);
      desk_day_floor (&resolution->first, phrase->unit);
      if (nth > 0 && g_date_valid (&resolution->first))
        desk_day_move (&resolution->first, phrase->unit, (nth - 1) * phrase->count);
      else if (g_date_valid (&resolution->first))
        desk_day_move (&resolution->first, phrase->unit, 1 - phrase->count);
    }
  else if (nth > 0)
    desk_day_move (&resolution->first, phrase->unit, (nth - 1) * phrase->count);
  else
    {
      resolution->first = end;
      desk_day_move (&resolution->first, phrase->unit, -phrase->count);
    }
  /* There is no fifth week in a month of four. */
  if (!g_date_valid (&resolution->first) || g_date_compare (&resolution->first, &end) >= 0)
    {
      set_value (resolution, NULL);
      return;
    }
  set_value (resolution, desk_format_period (&resolution->first, phrase->unit, 0));
  if (phrase->count > 1 && resolution->value != NULL)
    {
      g_autofree char *value = NULL;

      last = resolution->first;
      desk_day_move (&last, phrase->unit, phrase->count - 1);
      value = desk_format_period (&last, phrase->unit, 0);
      set_value (resolution, value != NULL ? g_strconcat (resolution->value, "/", value, NULL) : NULL);
    }
}

/* The week of April 10, the weekend of July 4. */
static void
resolve_around (const DeskDatePhrase *phrase,
                const DeskDateContext *context,
                DeskResolution *resolution)
{
  desk_when_resolve (&phrase->when, context, resolution);
  if (!g_date_valid (&resolution->first))
    return;
  desk_day_floor (&resolution->first, phrase->unit);
  set_value (resolution, desk_format_period (&resolution->first, phrase->unit, 0));
}

/* Two days after Christmas, a week ago Tuesday. */
static void
resolve_away (const DeskDatePhrase *phrase,
              const DeskDateContext *context,
              DeskResolution *resolution)
{
  desk_when_resolve (&phrase->when, context, resolution);
  if (!g_date_valid (&resolution->first))
    return;
  /* "Thirty years ago on Friday": an anniversary is kept on the day nearest to publication. */
  if (phrase->unit == DESK_UNIT_YEAR && phrase->when.weekday > 0 && phrase->when.mode == DESK_WHEN_NEAREST && phrase->when.month == 0 && g_date_days_between (&resolution->first, &context->published) > 3)
    desk_day_move (&resolution->first, DESK_UNIT_WEEK, 1);
  /* Two days after March are no day. */
  if (phrase->unit < phrase->when.unit)
    {
      set_value (resolution, NULL);
      resolution->why = N_ ("too vague for a day");
      return;
    }
  desk_day_move (&resolution->first, phrase->unit, phrase->count);
  set_value (resolution, desk_format_period (&resolution->first, phrase->when.unit, phrase->when.season));
  if (resolution->confidence == DESK_CONFIDENCE_SURE)
    resolution->confidence = DESK_CONFIDENCE_LIKELY;
}

/**
 * desk_resolution_set_time:
 * @day: the day that it belongs to; not valid where none is known
 * @sure: whether the text names the day beside the time
 */
void
desk_resolution_set_time (DeskResolution *resolution,
                          int hour,
                          int minute,
                          const GDate *day,
                          gboolean sure)
{
  resolution->type = DESK_DATE_TYPE_TIME;
  if (g_date_valid (day))
    {
      g_autofree char *date = desk_format_day (day);

      set_value (resolution, g_strdup_printf ("%sT%02d:%02d", date, hour, minute));
      if (!sure)
        {
          resolution->relative = TRUE;
          resolution->confidence = DESK_CONFIDENCE_WEAK;
          resolution->why = N_ ("time of the day told before, or of publication");
        }
    }
  else
    {
      resolution->relative = TRUE;
      resolution->why = N_ ("time of a day that is not named");
    }
}

/**
 * desk_phrase_resolve:
 * @phrase: what is written
 * @resolution: (out): is overwritten; its value is owned by the caller
 */
void
desk_phrase_resolve (const DeskDatePhrase *phrase,
                     const DeskDateContext *context,
                     DeskResolution *resolution)
{
  switch (phrase->join)
    {
    case DESK_JOIN_NONE:
      desk_when_resolve (&phrase->when, context, resolution);
      break;
    case DESK_JOIN_RANGE:
      resolve_range (phrase, context, resolution);
      break;
    case DESK_JOIN_PART:
      resolve_part (phrase, context, resolution);
      break;
    case DESK_JOIN_AROUND:
      resolve_around (phrase, context, resolution);
      break;
    case DESK_JOIN_AWAY:
      resolve_away (phrase, context, resolution);
      break;
    }
  if (phrase->hour >= 0 && phrase->when.hour < 0)
    desk_resolution_set_time (resolution, phrase->hour, phrase->minute, &resolution->first, g_date_valid (&resolution->first));
}
