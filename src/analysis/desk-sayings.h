/* Who says what: quotations and statements of a text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-attribution.h"
#include "desk-speaker.h"

G_BEGIN_DECLS

/* Where the text says that somebody says something, and who that is. */
typedef struct
{
  const DeskSyntax *syntax;
  const DeskClusters *clusters;
  DeskAnalysis *analysis;
  GArray *attributions; /* of DeskAttribution */
  GArray *speakers;     /* of DeskSpeaker, one for each of these */
} DeskSayings;

#define desk_sayings_speaker(self, index) (&g_array_index ((self)->speakers, DeskSpeaker, (index)))

void desk_find_sayings (const DeskProse *prose,
                        GArray *names,
                        const DeskClusters *clusters,
                        gboolean english,
                        DeskAnalysis *analysis);

DeskRange desk_sayings_range (const DeskSayings *self,
                              guint first,
                              guint end);
char *desk_sayings_dup_speaker (const DeskSayings *self,
                                const DeskSpeaker *speaker);

G_END_DECLS
