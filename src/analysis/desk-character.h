/* What a character is to the tokeniser.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-token.h"

G_BEGIN_DECLS

gboolean desk_character_is_apostrophe (gunichar c);
gboolean desk_character_is_quote (gunichar c);
gboolean desk_character_is_extender (gunichar c);
gboolean desk_character_is_letter (gunichar c);
gboolean desk_character_is_punctuation (gunichar c);
gboolean desk_character_is_single (gunichar c);
gboolean desk_character_is_space (gunichar c);
DeskShape desk_shape_of (const char *p,
                         const char *end);

G_END_DECLS
