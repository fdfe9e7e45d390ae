/* Small questions about a piece of running text, in any script.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* g_str_has_prefix() measures the whole text first, which costs too much in a loop over it. */
static inline gboolean
desk_phrase_starts_with (const char *text,
                         const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

gboolean desk_phrase_ends_sentence (const char *text,
                                    gsize length);
const char *desk_phrase_last_sentence (const char *text,
                                       gsize length);
guint desk_phrase_count_words (const char *text,
                               gsize length);
guint desk_phrase_width (const char *text,
                         gsize length);
gboolean desk_phrase_is_capitals (const char *text,
                                  gsize length);
gboolean desk_phrase_is_wide (gunichar c);
const char *desk_phrase_skip_word (const char *text,
                                   const char *words);
char *desk_phrase_squeeze (const char *text,
                           gssize length) G_GNUC_WARN_UNUSED_RESULT;
char *desk_phrase_dup_bare (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
