/* Who is named and quoted in which article: derived from analyses and the rules of their own articles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-database-private.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* With the analysis of the current version at hand, as the machine made it. */
gboolean desk_name_index_put (DeskDatabase *database,
                              gint64 article_id,
                              DeskAnalysis *analysis,
                              GError **error);
/* After a change of the article's rules. */
gboolean desk_name_index_update (DeskDatabase *database,
                                 gint64 article_id,
                                 GError **error);
/* Makes the entries of some articles that have none yet; *n_made says how many. */
gboolean desk_name_index_make_some (DeskDatabase *database,
                                    guint *n_made,
                                    GError **error);

/* The form in which words are looked for: folded, with a space before each. */
char *desk_saying_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* What stands in these ranges, with “ … ” between them. */
char *desk_saying_dup_text (DeskText *text,
                            GArray *parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
