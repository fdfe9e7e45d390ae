/* The words of dates: months, weekdays, units, numbers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date begins with one of these words, with digits or with a mark. */
typedef enum
{
  DESK_DATE_WORD_NONE,
  DESK_DATE_WORD_WEEKDAY,  /* 1 Monday … 7 Sunday */
  DESK_DATE_WORD_WEEKDAYS, /* Mondays */
  DESK_DATE_WORD_MONTH,    /* 1 … 12 */
  DESK_DATE_WORD_UNIT,     /* DeskUnit */
  DESK_DATE_WORD_UNITS,    /* in the plural */
  DESK_DATE_WORD_SEASON,   /* 21 spring … 24 winter, as EDTF has it */
  DESK_DATE_WORD_NUMBER,
  DESK_DATE_WORD_VAGUE,   /* few, several */
  DESK_DATE_WORD_HALF,    /* half an hour, half-year */
  DESK_DATE_WORD_ORDINAL, /* first: 1 */
  DESK_DATE_WORD_QUARTER, /* Q1 … Q4 */
  DESK_DATE_WORD_HALVES,  /* H1, H2 */
  DESK_DATE_WORD_FISCAL,
  DESK_DATE_WORD_TIES,      /* sixties: 60 */
  DESK_DATE_WORD_DAY_PART,  /* the hour where it begins */
  DESK_DATE_WORD_DAY,       /* yesterday -1, today 0, tomorrow 1 */
  DESK_DATE_WORD_DIRECTION, /* last -1, this 0, next 1 */
  DESK_DATE_WORD_POINTING,  /* that, same */
  DESK_DATE_WORD_PORTION,   /* early, mid, late */
  DESK_DATE_WORD_EVERY,
  DESK_DATE_WORD_FREQUENCY, /* daily, weekly: its unit */
  DESK_DATE_WORD_TIMES,     /* once, twice a week */
  DESK_DATE_WORD_NOW,       /* now, nowadays, these days */
  DESK_DATE_WORD_RECENT,    /* in recent weeks */
  DESK_DATE_WORD_HOLIDAY,   /* the first word of a holiday */
  DESK_DATE_WORD_ARTICLE,   /* the */
} DeskDateWordKind;

typedef enum
{
  DESK_UNIT_SECOND,
  DESK_UNIT_MINUTE,
  DESK_UNIT_HOUR,
  DESK_UNIT_DAY,
  DESK_UNIT_WEEK,
  DESK_UNIT_FORTNIGHT,
  DESK_UNIT_WEEKEND,
  DESK_UNIT_MONTH,
  DESK_UNIT_QUARTER,
  DESK_UNIT_SEASON,
  DESK_UNIT_HALF, /* of a year */
  DESK_UNIT_YEAR,
  DESK_UNIT_DECADE,
  DESK_UNIT_CENTURY,
} DeskUnit;

typedef struct
{
  DeskDateWordKind kind;
  int value;
} DeskDateWord;

DeskDateWord desk_date_word_find (const char *folded);

G_END_DECLS
