/* Opens a library as far as its state allows.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

/* Store thread. Afterwards there is a connection, read-only with a problem where it has to be; or an error: NEWER, BUSY,
 * a folder that cannot be made, a file that cannot be read, a migration that failed. */
gboolean desk_database_open (DeskDatabase *self,
                             const char *folder,
                             GPtrArray *migrations,
                             GError **error);
gboolean desk_database_open_to_check (DeskDatabase *self,
                                      const char *folder,
                                      gboolean is_protected,
                                      GError **error);
/* A number that SQLite tells about a connection; -1 where it does not. */
gint64 desk_database_query_number (sqlite3 *connection,
                                   const char *sql);

G_END_DECLS
