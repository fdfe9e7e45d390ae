/* Reads what is typed into the search box, and writes it as an expression that the index understands.
 *
 *   words            all of them, anywhere; the last one may be unfinished
 *   "exact words"    these words in a row, also in “ ”, „ “ and « »
 *   word*            words that begin so
 *   a OR b           either
 *   -word  NOT word  without it
 *   a NEAR b         at most ten words between them; NEAR/3: at most three
 *   ( … )            together
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *match;         /* a valid FTS5 expression; NULL: nothing to search for */
  gboolean complement; /* what does not match is wanted */
  GPtrArray *singles;  /* texts in scripts without spaces that it asks for, as typed */
  gboolean only_singles;
} DeskSearchQuery;

DeskSearchQuery *desk_search_query_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* What has one of these names in it is wanted as well. */
void desk_search_query_add_names (DeskSearchQuery *self,
                                  const char *const *names);
void desk_search_query_free (DeskSearchQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSearchQuery, desk_search_query_free)

G_END_DECLS
