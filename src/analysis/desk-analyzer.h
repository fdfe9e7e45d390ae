/* Works out what a version is about: sentences, entities, quotes and dates.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-analysis.h"
#include "desk-version.h"

G_BEGIN_DECLS

/* Stamped on each result; a stored result of another engine is recomputed. */
#define DESK_ANALYSIS_ENGINE "en-3"

#define DESK_TYPE_ANALYZER (desk_analyzer_get_type ())

/* Immutable after construction: one object may serve any number of threads at the same time. */
G_DECLARE_FINAL_TYPE (DeskAnalyzer, desk_analyzer, DESK, ANALYZER, GObject)

/* Whether there are word lists for a language; without them only names, numbers, dates and quotations are known. */
gboolean desk_analyzer_knows_language (const char *language);

DeskAnalyzer *desk_analyzer_new (void) G_GNUC_WARN_UNUSED_RESULT;
DeskAnalysis *desk_analyzer_run (DeskAnalyzer *self,
                                 DeskVersion *version,
                                 const char *language,
                                 const char *published,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
DeskAnalysis *desk_analyzer_find_dates (DeskAnalyzer *self,
                                        DeskVersion *version,
                                        const char *language,
                                        const char *published) G_GNUC_WARN_UNUSED_RESULT;
void desk_analyzer_run_async (DeskAnalyzer *self,
                              DeskVersion *version,
                              const char *language,
                              const char *published,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
DeskAnalysis *desk_analyzer_run_finish (DeskAnalyzer *self,
                                        GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
