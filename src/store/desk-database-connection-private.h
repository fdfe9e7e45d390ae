/* Connections and their settings.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

char *desk_database_dup_uri (const char *path,
                             const char *parameters) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_database_open_connection (DeskDatabase *self,
                                        const char *uri,
                                        int flags,
                                        GError **error);
gboolean desk_database_configure (DeskDatabase *self,
                                  gboolean writable,
                                  GError **error);
/* Whether the file is a whole library, as far as that can be seen in a moment. */
gboolean desk_database_check_quickly (DeskDatabase *self,
                                      const char *path,
                                      GError **error);

G_END_DECLS
