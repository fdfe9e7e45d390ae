/* Words of saying as they stand in a sentence.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-syntax.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* tokens, end exclusive */
  guint end;
  DeskTraits traits;
  DeskGrammar form;     /* the forms that the verb can have here */
  guint passive : 1;    /* "was told", "is said" */
  guint infinitive : 1; /* "went on to say" */
  guint participle : 1; /* ", saying": says what its clause's subject says */
} DeskCue;

gboolean desk_cue_match (const DeskSyntax *syntax,
                         guint token,
                         guint end,
                         DeskCue *cue);

G_END_DECLS
