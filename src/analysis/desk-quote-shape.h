/* What the words in quotation marks look like: a sentence, a title, a word.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-quoted.h"

G_BEGIN_DECLS

/* So many words and more make a clause rather than a phrase. */
#define DESK_MIN_CLAUSE 5

guint desk_quoted_count_words (const DeskProse *prose,
                               const DeskQuoted *quoted);
gboolean desk_quoted_ends_with (const DeskProse *prose,
                                const DeskQuoted *quoted,
                                const char *marks);
gboolean desk_quoted_is_sentence (const DeskProse *prose,
                                  const DeskQuoted *quoted);
gboolean desk_quoted_is_title (const DeskProse *prose,
                               const DeskQuoted *quoted);

G_END_DECLS
