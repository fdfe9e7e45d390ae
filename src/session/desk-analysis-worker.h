/* The threads that analyse: one at low priority for the library, others at once for what is being read.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-analysis.h"
#include "desk-article.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_ANALYSIS_IN_BACKGROUND,
  DESK_ANALYSIS_AT_ONCE,
} DeskAnalysisHaste;

#define DESK_TYPE_ANALYSIS_WORKER (desk_analysis_worker_get_type ())

G_DECLARE_FINAL_TYPE (DeskAnalysisWorker, desk_analysis_worker, DESK, ANALYSIS_WORKER, GObject)

DeskAnalysisWorker *desk_analysis_worker_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_analysis_worker_stop (DeskAnalysisWorker *self);
void desk_analysis_worker_run_async (DeskAnalysisWorker *self,
                                     DeskArticle *article,
                                     DeskAnalysisHaste haste,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
DeskAnalysis *desk_analysis_worker_run_finish (DeskAnalysisWorker *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
