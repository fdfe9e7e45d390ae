/* Turns a date as it is written into a value, counted from the day of publication.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-phrase.h"
#include "desk-date-tense.h"
#include "desk-enums.h"

G_BEGIN_DECLS

/* What a date is counted from. */
typedef struct
{
  GDate published; /* not valid where it is unknown */
  GDate anchor;    /* the date named before it in the text; not valid where there is none */
  DeskTense tense; /* of the verb nearest to it */
} DeskDateContext;

typedef struct
{
  char *value; /* EDTF; nullable */
  gboolean relative;
  DeskDateType type;
  DeskConfidence confidence;
  const char *why; /* message id */
  GDate first;     /* not valid where there is no value */
} DeskResolution;

void desk_phrase_resolve (const DeskDatePhrase *phrase,
                          const DeskDateContext *context,
                          DeskResolution *resolution);
void desk_when_resolve (const DeskWhen *when,
                        const DeskDateContext *context,
                        DeskResolution *resolution);
void desk_when_resolve_named (const DeskWhen *when,
                              const DeskDateContext *context,
                              DeskResolution *resolution);
void desk_resolution_set_time (DeskResolution *resolution,
                               int hour,
                               int minute,
                               const GDate *day,
                               gboolean sure);

G_END_DECLS
