/* The passage of an article in which a search found something.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"
#include "desk-search-query-private.h"

G_BEGIN_DECLS

/* By id (gint64) of an article: plain text on one line, hits between U+2068 and U+2069; NULL where there is none to
 * show. */
GHashTable *desk_snippet_load (DeskDatabase *database,
                               DeskSearchQuery *search,
                               GArray *ids,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same around the first place where one of some texts stands as it is; NULL where none does. */
char *desk_snippet_cut (const char *text,
                        GPtrArray *needles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
