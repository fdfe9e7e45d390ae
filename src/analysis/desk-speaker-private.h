/* What the rules for speakers share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-speaker.h"

G_BEGIN_DECLS

/* How many names of one sentence are looked at; a sentence of any length stays linear. */
#define DESK_SPEAKER_MAX_NAMES 48

typedef gboolean (*DeskSpeakerFits) (DeskSpeakerResolver *self,
                                     guint cluster,
                                     DeskClass sex);

static inline gboolean
desk_speaker_is_at (DeskSpeakerResolver *self,
                    guint token,
                    const char *words)
{
  return desk_prose_is_one_of (self->syntax->prose, token, words);
}

static inline const DeskName *
desk_speaker_name_at (DeskSpeakerResolver *self,
                      guint index)
{
  return desk_syntax_name (self->syntax, index);
}

static inline guint
desk_speaker_cluster_of (DeskSpeakerResolver *self,
                         guint name)
{
  return g_array_index (self->clusters->of_name, guint, name);
}

static inline const DeskCluster *
desk_speaker_cluster_at (DeskSpeakerResolver *self,
                         guint cluster)
{
  return &g_array_index (self->clusters->clusters, DeskCluster, cluster);
}

guint desk_speaker_find_name (DeskSpeakerResolver *self,
                              guint token);
gboolean desk_speaker_fits_body (DeskSpeakerResolver *self,
                                 guint cluster,
                                 DeskClass sex);
gboolean desk_speaker_fits_organisation (DeskSpeakerResolver *self,
                                         guint cluster,
                                         DeskClass sex);
guint desk_speaker_find_antecedent (DeskSpeakerResolver *self,
                                    guint token,
                                    DeskSpeakerFits fits,
                                    DeskClass sex,
                                    gboolean sole);
void desk_speaker_resolve_description (DeskSpeakerResolver *self,
                                       const DeskPhrase *phrase,
                                       DeskSpeaker *speaker);
void desk_speaker_resolve_person (DeskSpeakerResolver *self,
                                  const DeskPhrase *phrase,
                                  DeskSpeaker *speaker);
void desk_speaker_resolve_namesake (DeskSpeakerResolver *self,
                                    guint index,
                                    DeskSpeaker *speaker);

G_END_DECLS
