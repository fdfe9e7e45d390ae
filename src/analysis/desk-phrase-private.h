/* What both ways of reading a phrase share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-phrase.h"

G_BEGIN_DECLS

/* The longest phrase and the longest bracket inside one, in tokens. */
#define DESK_MAX_PHRASE 40
#define DESK_MAX_BRACKET 16

guint desk_phrase_skip_bracket (const DeskSyntax *syntax,
                                guint lower,
                                guint end);
gboolean desk_phrase_may_hold (const DeskSyntax *syntax,
                               guint token);
gboolean desk_phrase_is_person (const DeskSyntax *syntax,
                                guint name);
gboolean desk_phrase_settle (const DeskSyntax *syntax,
                             DeskPhrase *phrase);

G_END_DECLS
