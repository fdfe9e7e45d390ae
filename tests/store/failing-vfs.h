/* A file system for SQLite whose disk gets full when a test wants it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Makes it the one that is used from now on. */
void failing_vfs_register (void);
/* Files can grow by so many bytes together; -1 for no limit. */
void failing_vfs_set_room (gint64 n_bytes);
