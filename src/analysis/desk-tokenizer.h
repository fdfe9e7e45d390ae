/* Cuts text into words, numbers and marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"
#include "desk-token.h"

G_BEGIN_DECLS

/* The longest token; longer runs are cut into several. */
#define DESK_TOKEN_MAX_BYTES 4096

void desk_tokenize (DeskLexicon *lexicon,
                    const char *utf8,
                    gsize n_bytes,
                    guint code_point,
                    gsize byte_offset,
                    GArray *tokens);
gunichar desk_token_get_character (const DeskToken *token,
                                   const char *utf8);
gboolean desk_token_equals (const DeskToken *token,
                            const char *utf8,
                            const char *ascii);

G_END_DECLS
