/* Finds who says what is quoted.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-alias-resolver.h"

G_BEGIN_DECLS

typedef struct
{
  guint cluster; /* DESK_NO_CLUSTER where nobody is known */
  guint first;   /* the words that name the speaker; empty for none */
  guint end;
  guint cue; /* the words of saying; empty for none */
  guint cue_end;
  DeskConfidence confidence;
  const char *why; /* message id */
} DeskSpeaker;

typedef struct
{
  const DeskProse *prose;
  GArray *names; /* of DeskName */
  const DeskClusters *clusters;
  GHashTable *roles;  /* what somebody is → cluster plus one; 0 for several people */
  guint last_speaker; /* cluster of the last one found */
  guint last_block;   /* where that was */
  guint last_token;
} DeskSpeakerFinder;

gboolean desk_find_speaker_after (DeskSpeakerFinder *self,
                                  guint first,
                                  guint end,
                                  DeskSpeaker *speaker);
gboolean desk_find_speaker_before (DeskSpeakerFinder *self,
                                   guint first,
                                   guint end,
                                   DeskSpeaker *speaker);
gboolean desk_find_source (DeskSpeakerFinder *self,
                           guint first,
                           guint end,
                           DeskSpeaker *speaker);
gboolean desk_find_signature (DeskSpeakerFinder *self,
                              guint first,
                              guint end,
                              DeskSpeaker *speaker);

G_END_DECLS
