/* Gives the analysis of an article that is being read: the stored one, or a new one at once.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis-worker.h"
#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_ANALYSIS_PROVIDER (desk_analysis_provider_get_type ())

G_DECLARE_FINAL_TYPE (DeskAnalysisProvider, desk_analysis_provider, DESK, ANALYSIS_PROVIDER, GObject)

DeskAnalysisProvider *desk_analysis_provider_new (DeskLibrary *library,
                                                  DeskAnalysisWorker *worker) G_GNUC_WARN_UNUSED_RESULT;
void desk_analysis_provider_get_async (DeskAnalysisProvider *self,
                                       DeskArticle *article,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
DeskAnalysis *desk_analysis_provider_get_finish (DeskAnalysisProvider *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
