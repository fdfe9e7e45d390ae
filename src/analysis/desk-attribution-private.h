/* How the attributions of a sentence are gathered.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-attribution.h"

G_BEGIN_DECLS

typedef struct
{
  const DeskSyntax *syntax;
  const DeskSentence *sentence;
  guint first;   /* of the sentence, behind its dateline */
  guint end;     /* the sentence with the quotation that it ends in */
  guint done;    /* up to here the text is used up */
  guint8 *taken; /* tokens that are said or say so */
  GArray *found; /* of DeskAttribution */
} DeskAttributionFinder;

static inline gunichar
desk_attribution_character (const DeskAttributionFinder *self,
                            guint token)
{
  return desk_prose_character (self->syntax->prose, token);
}

static inline gboolean
desk_attribution_is_quoted (const DeskAttributionFinder *self,
                            guint token)
{
  return token < self->syntax->n_tokens && self->syntax->quotation[token] != DESK_NOT_QUOTED;
}

void desk_attribution_clear (DeskAttribution *attribution);
void desk_attribution_add (DeskAttributionFinder *self,
                           const DeskAttribution *attribution);
guint desk_attribution_quoted_before (DeskAttributionFinder *self,
                                      guint token);
gboolean desk_attribution_read_apart (DeskAttributionFinder *self,
                                      const DeskCue *cue);

G_END_DECLS
