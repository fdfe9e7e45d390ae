/* One file, or what was pasted, on its way into the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-library.h"

G_BEGIN_DECLS

void desk_import_file_async    (DeskLibrary         *library,
                                GFile               *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
void desk_import_bytes_async   (DeskLibrary         *library,
                                GBytes              *bytes,
                                const char          *media_type,
                                const char          *name,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
char *desk_import_input_finish (GAsyncResult        *result,
                                gboolean            *added,
                                GError             **error);

G_END_DECLS
