/* Analyses the library in the background, one article at a time, newest first.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis-worker.h"
#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_ANALYSIS_QUEUE (desk_analysis_queue_get_type ())

/* Read-only properties: busy (b): there is something left, even while it is paused; paused (b); done, total (uint):
 * articles since it became busy, total 0 until they are counted. */
G_DECLARE_FINAL_TYPE (DeskAnalysisQueue, desk_analysis_queue, DESK, ANALYSIS_QUEUE, GObject)

DeskAnalysisQueue *desk_analysis_queue_new        (DeskLibrary        *library,
                                                   DeskAnalysisWorker *worker) G_GNUC_WARN_UNUSED_RESULT;
void               desk_analysis_queue_start      (DeskAnalysisQueue  *self);
void               desk_analysis_queue_stop       (DeskAnalysisQueue  *self);
gboolean           desk_analysis_queue_get_busy   (DeskAnalysisQueue  *self);
gboolean           desk_analysis_queue_get_paused (DeskAnalysisQueue  *self);
void               desk_analysis_queue_set_paused (DeskAnalysisQueue  *self,
                                                   gboolean            paused);

G_END_DECLS
