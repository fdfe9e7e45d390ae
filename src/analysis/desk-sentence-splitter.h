/* Finds where sentences end.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"
#include "desk-token.h"

G_BEGIN_DECLS

guint desk_find_sentence_end (const char *utf8,
                              const GArray *tokens,
                              const DeskClass *classes,
                              guint first,
                              guint end,
                              gboolean lines);

G_END_DECLS
