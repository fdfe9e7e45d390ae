/* Whom the words for a speaker mean.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-alias-resolver.h"
#include "desk-phrase.h"

G_BEGIN_DECLS

typedef struct
{
  guint cluster; /* DESK_NO_CLUSTER where nobody is known */
  DeskConfidence confidence;
  const char *why; /* message id */
} DeskSpeaker;

typedef struct
{
  const DeskSyntax *syntax;
  const DeskClusters *clusters;
  GHashTable *roles;    /* what somebody is → GArray of the clusters of those who are it, so many at most */
  GHashTable *broader;  /* the same by words that say less: officer for an inspector */
  GHashTable *surnames; /* last word of a person's name → the same */
  const GArray *among;  /* whom a description can mean just now; nullable */
  guint last_speaker;   /* cluster of the last person found */
  guint last_block;     /* where that was */
} DeskSpeakerResolver;

void desk_speaker_resolver_init (DeskSpeakerResolver *self,
                                 const DeskSyntax *syntax,
                                 const DeskClusters *clusters);
void desk_speaker_resolver_clear (DeskSpeakerResolver *self);
DeskSpeaker desk_resolve_speaker (DeskSpeakerResolver *self,
                                  const DeskPhrase *phrase);
DeskSpeaker desk_resolve_answer (DeskSpeakerResolver *self,
                                 guint token);

G_END_DECLS
