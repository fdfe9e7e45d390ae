/* Analyses in the database: derived data, replaced as a whole.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-database-private.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Stores an analysis of the current version, in place of all earlier ones. One of another text or another date is
 * dropped without an error: it is outdated already. */
gboolean desk_analysis_store_save (DeskDatabase *database,
                                   const char *article_uuid,
                                   const char *version_hash,
                                   const char *published,
                                   DeskAnalysis *analysis,
                                   GError **error);
/* NULL without error where there is none that fits. */
DeskAnalysis *desk_analysis_store_load (DeskDatabase *database,
                                        const char *article_uuid,
                                        const char *engine,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The analysis of an article's current version, whichever engine made it, with the text. NULL without error for none. */
DeskAnalysis *desk_analysis_store_load_current (DeskDatabase *database,
                                                gint64 article_id,
                                                DeskText **text,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_analysis_store_count_unanalysed (DeskDatabase *database,
                                               const char *engine,
                                               guint *count,
                                               GError **error);
char *desk_analysis_store_find_unanalysed (DeskDatabase *database,
                                           const char *engine,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
