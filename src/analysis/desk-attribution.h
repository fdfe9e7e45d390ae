/* Where a text says that somebody says something.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-content.h"
#include "desk-subject.h"

G_BEGIN_DECLS

typedef struct
{
  DeskCue cue;       /* empty where a colon stands for it */
  DeskPhrase source; /* empty for none */
  DeskSubjectKind subject;
  DeskContentKind kind;
  guint first; /* what is said, behind the words of saying: tokens, end exclusive; empty for none */
  guint end;
  guint before_first; /* the same before them */
  guint before_end;
  guint quoted_before; /* a quotation right before; DESK_NOT_QUOTED for none */
  guint quoted_after;  /* the same behind */
  const char *why;     /* message id: how the source was found where no words of saying tell; nullable */
  guint inverted : 1;  /* the source stands behind the words of saying */
  guint answer : 1;    /* of an interview, where nobody is named: by whom it is with */
} DeskAttribution;

#define desk_attribution_at(attributions, index) (&g_array_index ((attributions), DeskAttribution, (index)))

GArray *desk_find_attributions (const DeskSyntax *syntax) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
