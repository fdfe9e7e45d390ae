/* Keeps what is searched in step with what is stored.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

/* Stands between runs of characters in the index, so that no search reaches across; nobody types it. */
#define DESK_SEARCH_TEXT_GAP 0xe000

/* Whether a character belongs to a script that writes without spaces, and so is indexed by itself. */
gboolean desk_search_text_is_single (gunichar c);
/* Appends the characters of such scripts one by one; nothing for a text without any. */
void desk_search_text_split (GString *split,
                             const char *text,
                             gsize n_bytes);
/* After a change of headline, version, notes, analysis or deletion. */
gboolean desk_search_text_update (DeskDatabase *database,
                                  gint64 article_id,
                                  GError **error);
/* Has the index made again by a later job, once. */
void desk_search_text_rebuild (DeskDatabase *database);

G_END_DECLS
