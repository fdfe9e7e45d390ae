/* Turns a date as it is written into a value, counted from the day of publication.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-parser.h"
#include "desk-enums.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_TENSE_UNKNOWN,
  DESK_TENSE_PAST,
  DESK_TENSE_FUTURE,
} DeskTense;

typedef struct
{
  char *value; /* EDTF; nullable */
  gboolean relative;
  DeskDateType type;
  DeskConfidence confidence;
  const char *why; /* message id */
  GDate first;     /* not valid where there is no value */
} DeskResolution;

void desk_when_resolve (const DeskWhen *when,
                        DeskTense tense,
                        const GDate *published,
                        const GDate *anchor,
                        DeskResolution *resolution);
void desk_resolution_set_time (DeskResolution *resolution,
                               const DeskWhen *when,
                               const GDate *day);

G_END_DECLS
