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
  guint body : 1;         /* one that every state has: foreign ministry */
  guint guess : 1;        /* the words around decide; see desk-name-evidence.c */
  guint opening : 1;      /* stands where every word is capitalised */
  guint before_role : 1;  /* "Acme chairwoman" */
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

/* Reads the names of one run of capitalised words; @limit is the end of the sentence.
 * Returns the token after the last one read. */
guint desk_name_read_chunk (const DeskProse *prose,
                            guint first,
                            guint end,
                            guint limit,
                            gboolean opening,
                            GArray *names);

/* How far a run of capitalised words goes that starts at a token; 0 where none starts. */
guint desk_name_find_chunk (const DeskProse *prose,
                            guint first,
                            guint end,
                            gboolean opening);

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
