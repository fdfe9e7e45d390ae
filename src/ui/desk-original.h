/* The original bytes of an article as a file: checked, exported, opened.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-library.h"

G_BEGIN_DECLS

/* A name that the file system takes, with an ending that fits the media type. */
char *desk_original_dup_name (DeskArticle *article) G_GNUC_WARN_UNUSED_RESULT;
/* Computes the SHA-256 of the stored bytes again; *unchanged tells whether it is that of the import. */
void desk_original_verify_async (DeskLibrary *library,
                                 DeskArticle *article,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean desk_original_verify_finish (GAsyncResult *result,
                                      gboolean *unchanged,
                                      GError **error);
void desk_original_export_async (DeskLibrary *library,
                                 DeskArticle *article,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean desk_original_export_finish (GAsyncResult *result,
                                      GError **error);
/* Opens a read-only copy in the program that the desktop has for it. */
void desk_original_open_async (DeskLibrary *library,
                               DeskArticle *article,
                               GtkWindow *parent,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean desk_original_open_finish (GAsyncResult *result,
                                    GError **error);

G_END_DECLS
