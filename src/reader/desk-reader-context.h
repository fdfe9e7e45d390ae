/* What all article panes of a process share: web processes, the dead network, the content filter.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define DESK_TYPE_READER_CONTEXT (desk_reader_context_get_type ())

G_DECLARE_FINAL_TYPE (DeskReaderContext, desk_reader_context, DESK, READER_CONTEXT, GObject)

/* Call once at the start of main(), before there are threads. */
void                     desk_reader_context_prepare_process   (void);

DeskReaderContext       *desk_reader_context_new               (void) G_GNUC_WARN_UNUSED_RESULT;
WebKitWebContext        *desk_reader_context_get_web_context   (DeskReaderContext *self);
WebKitNetworkSession    *desk_reader_context_get_network       (DeskReaderContext *self);

/* A view with all layers of protection; `related` shares its web process, nullable. It is floating. */
WebKitWebView           *desk_reader_context_new_view          (DeskReaderContext        *self,
                                                                WebKitUserContentManager *content,
                                                                WebKitWebView            *related);

/* Compiles or loads the content filter, or waits for it; a view adds it before its first load. */
void                     desk_reader_context_load_filter_async  (DeskReaderContext    *self,
                                                                 GCancellable         *cancellable,
                                                                 GAsyncReadyCallback   callback,
                                                                 gpointer              user_data);
WebKitUserContentFilter *desk_reader_context_load_filter_finish (DeskReaderContext    *self,
                                                                 GAsyncResult         *result,
                                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
