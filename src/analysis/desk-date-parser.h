/* Reads one date at a place of the text, as it is written.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-words.h"
#include "desk-prose.h"

G_BEGIN_DECLS

/* How what is written becomes a day. */
typedef enum
{
  DESK_WHEN_ABSOLUTE, /* the year is given */
  DESK_WHEN_NEAREST,  /* a weekday, month, day or season; the tense tells which */
  DESK_WHEN_SHIFTED,  /* so many units before or after publication */
  DESK_WHEN_LAST,     /* last Friday, last June */
  DESK_WHEN_THIS,
  DESK_WHEN_NEXT,
  DESK_WHEN_ANCHORED, /* the next day, that year: counted from the date named before */
  DESK_WHEN_LENGTH,   /* three days */
  DESK_WHEN_OFTEN,    /* every Friday */
  DESK_WHEN_UNKNOWN,  /* some weeks ago */
} DeskWhenMode;

/* What stands there. Fields that are not given are 0. */
typedef struct
{
  DeskWhenMode mode;
  DeskUnit unit; /* its granularity; what is counted */
  int year;
  int month;
  int day;
  int weekday;
  int season; /* 21 to 24 */
  int quarter;
  int amount;    /* of shifts and lengths */
  int last_year; /* of a range; only the fields that are given for it */
  int last_month;
  int last_day;
  int hour; /* -1 where none is given */
  int minute;
  gboolean part_of_day; /* Tuesday night */
  gboolean ambiguous;   /* 3/4/2021 */
} DeskWhen;

typedef struct
{
  const DeskProse *prose;
  const DeskDateWord *words; /* of each distinct word of the prose */
  guint end;                 /* of the sentence */
} DeskDateParser;

DeskDateWord desk_date_parser_word (const DeskDateParser *self,
                                    guint token);
guint desk_date_parse_number (const DeskDateParser *self,
                              guint token,
                              int *number);
guint desk_date_parse_year (const DeskDateParser *self,
                            guint token,
                            int *year);
guint desk_date_parse_digits (const DeskDateParser *self,
                              guint token,
                              DeskWhen *when);
guint desk_date_parse_calendar (const DeskDateParser *self,
                                guint token,
                                DeskWhen *when);
guint desk_date_parse_relative (const DeskDateParser *self,
                                guint token,
                                DeskWhen *when);
guint desk_date_parse_time (const DeskDateParser *self,
                            guint token,
                            DeskWhen *when);

G_END_DECLS
