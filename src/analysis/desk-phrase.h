/* The words that say who: "the mayor of Oban", "Inspector Helen Marsh", "she".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-syntax.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* tokens, end exclusive; empty for none */
  guint end;
  guint name; /* whom or what it names; DESK_NO_NAME for a pronoun or a description */
} DeskPhrase;

gboolean desk_phrase_before (const DeskSyntax *syntax,
                             guint lower,
                             guint end,
                             DeskPhrase *phrase);
gboolean desk_phrase_after (const DeskSyntax *syntax,
                            guint first,
                            guint upper,
                            DeskPhrase *phrase);
guint desk_phrase_head (const DeskSyntax *syntax,
                        const DeskPhrase *phrase);

G_END_DECLS
