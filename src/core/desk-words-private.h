/* Words of a text in any language, where only their number and their borders matter.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint  desk_words_count         (const char *utf8,
                                 gsize       n_bytes);
char  *desk_words_dup_shortened (const char *utf8,
                                 guint       max_length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
