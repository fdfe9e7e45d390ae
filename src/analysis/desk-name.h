/* A name as the recogniser hands it on: where it stands and what it is.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-prose.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* tokens, end exclusive */
  guint end;
  guint title; /* where the title before it starts; first where there is none */
  DeskEntityKind kind;
  DeskConfidence confidence;
  const char *why;        /* message id */
  const DeskEntry *entry; /* the known name; nullable */
  const char *country;    /* of a body, as code; nullable */
  float margin;           /* how much surer the tagger was than of anything else; 0 where it found nothing */
  gboolean body;          /* one that every state has: foreign ministry */
} DeskName;

/* The words of a name as one string, for comparing. Clears @key first. */
void desk_name_key (const DeskProse *prose,
                    guint first,
                    guint end,
                    GString *key);

/* A known name at a token. Returns how many tokens it takes. */
guint desk_known_name_match (const DeskProse *prose,
                             guint first,
                             guint end,
                             DeskClass classes,
                             const DeskEntry **entry,
                             DeskClass *found);

/* How much of a run says itself what it is; @limit is the end of the sentence, up to which a known
 * name behind "of" may reach. Returns 0 where nothing does. */
guint desk_name_match_head (const DeskProse *prose,
                            guint p,
                            guint end,
                            guint limit,
                            DeskEntityKind *kind);

/* Titles and roles at a token, one after the other: "Brig. Gen.", "Prime Minister". */
guint desk_name_match_title (const DeskProse *prose,
                             guint first,
                             guint end);

G_END_DECLS
