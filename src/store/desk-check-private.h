/* Looks through a whole library for what should not be.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

/* Adds a sentence for each problem, up to a reasonable number. FALSE if the check could not be done. */
gboolean desk_check_run (DeskDatabase *database,
                         GPtrArray *problems, /* of char * */
                         GError **error);
/* The part that SQLite does only on a connection that may write. */
gboolean desk_check_run_search (DeskDatabase *database,
                                GPtrArray *problems,
                                GError **error);

G_END_DECLS
