/* Finds who stands beside words of saying: a name or a pronoun.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-speaker-finder.h"

G_BEGIN_DECLS

gboolean desk_find_subject_before (DeskSpeakerFinder *self,
                                   guint first,
                                   guint cue,
                                   DeskSpeaker *speaker);
gboolean desk_find_subject_after (DeskSpeakerFinder *self,
                                  guint cue_end,
                                  guint end,
                                  DeskSpeaker *speaker);
gboolean desk_stands_beside_verb (DeskSpeakerFinder *self,
                                  guint token);

G_END_DECLS
