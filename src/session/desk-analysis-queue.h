/* Analyses the library in the background, one article at a time, newest first.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analyzer.h"
#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_ANALYSIS_QUEUE (desk_analysis_queue_get_type ())

/* Read-only properties: busy (b): there is something left, even while it is paused; paused (b); done, total (uint):
 * articles since it became busy, total 0 until they are counted. */
G_DECLARE_FINAL_TYPE (DeskAnalysisQueue, desk_analysis_queue, DESK, ANALYSIS_QUEUE, GObject)

DeskAnalysisQueue *desk_analysis_queue_new          (DeskLibrary          *library) G_GNUC_WARN_UNUSED_RESULT;
void               desk_analysis_queue_start        (DeskAnalysisQueue    *self);
void               desk_analysis_queue_stop         (DeskAnalysisQueue    *self);
/* Whether there are word lists for a language; without them only names, numbers, dates and quotations are known. */
gboolean           desk_analysis_queue_knows_language (const char         *language);
gboolean           desk_analysis_queue_get_busy     (DeskAnalysisQueue    *self);
gboolean           desk_analysis_queue_get_paused   (DeskAnalysisQueue    *self);
void               desk_analysis_queue_set_paused   (DeskAnalysisQueue    *self,
                                                     gboolean              paused);
/* What is known of an article, worked out at once where it is not stored yet. */
void               desk_analysis_queue_get_async    (DeskAnalysisQueue    *self,
                                                     DeskArticle          *article,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
DeskAnalysis      *desk_analysis_queue_get_finish   (DeskAnalysisQueue    *self,
                                                     GAsyncResult         *result,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
