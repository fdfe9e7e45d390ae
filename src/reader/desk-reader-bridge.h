/* Both ways between the view and its script in the private world.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define DESK_TYPE_READER_BRIDGE (desk_reader_bridge_get_type ())

/* Signal "message" (string type, JSCValue message): from the page that the bridge is set to; messages
 * of an earlier page and such without a type never come through. */
G_DECLARE_FINAL_TYPE (DeskReaderBridge, desk_reader_bridge, DESK, READER_BRIDGE, GObject)

DeskReaderBridge         *desk_reader_bridge_new         (void) G_GNUC_WARN_UNUSED_RESULT;
WebKitUserContentManager *desk_reader_bridge_get_content (DeskReaderBridge    *self);
/* The view must have been made with the content of the bridge. */
void                      desk_reader_bridge_set_view    (DeskReaderBridge    *self,
                                                          WebKitWebView       *view);
/* The number at the end of the path of the page whose messages count. */
void                      desk_reader_bridge_set_page    (DeskReaderBridge    *self,
                                                          guint                page);
void                      desk_reader_bridge_set_look    (DeskReaderBridge    *self,
                                                          const char          *css);

/* Runs a command of the script (main.js) with one JSON argument. */
void                      desk_reader_bridge_call        (DeskReaderBridge    *self,
                                                          const char          *command,
                                                          const char          *json);
void                      desk_reader_bridge_call_async  (DeskReaderBridge    *self,
                                                          const char          *command,
                                                          const char          *json,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
JSCValue                 *desk_reader_bridge_call_finish (DeskReaderBridge    *self,
                                                          GAsyncResult        *result,
                                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
