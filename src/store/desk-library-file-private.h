/* The files of a library, looked at from outside SQLite: what state they are in, and who holds them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-library-error.h"

G_BEGIN_DECLS

#define DESK_LIBRARY_FILE "library.db"
#define DESK_LIBRARY_BACKUPS "backups"
/* Leave to make a new library although there are backups of another one. */
#define DESK_LIBRARY_FRESH "library.fresh"

typedef enum
{
  DESK_LIBRARY_FILE_MISSING,
  DESK_LIBRARY_FILE_EMPTY,   /* no bytes at all, which NewsDesk never leaves behind */
  DESK_LIBRARY_FILE_FOREIGN, /* does not begin as a library of NewsDesk */
  DESK_LIBRARY_FILE_CUT,     /* shorter than it says itself */
  DESK_LIBRARY_FILE_UNREADABLE,
  DESK_LIBRARY_FILE_GOOD, /* as far as its beginning tells */
} DeskLibraryFileState;

DeskLibraryFileState desk_library_file_look (const char *path,
                                             int *user_version);
/* Whether changes wait in the log beside the file. */
gboolean desk_library_file_has_log (const char *path);
gboolean desk_library_file_sync (const char *path);

typedef enum
{
  DESK_LIBRARY_LOCK_SHARED, /* by everybody who has it open */
  DESK_LIBRARY_LOCK_ALONE,  /* by who makes, migrates or replaces the file */
} DeskLibraryLockKind;

/* Returns a file descriptor that holds the lock until it is closed; -1 with an error, which is READ_ONLY where the
 * folder is write-protected. */
int desk_library_lock_take (const char *folder,
                            DeskLibraryLockKind kind,
                            guint max_milliseconds,
                            GError **error);
/* Changes the kind of a lock; between the two nobody may hold it. */
gboolean desk_library_lock_change (int lock,
                                   DeskLibraryLockKind kind,
                                   guint max_milliseconds,
                                   GError **error);

G_END_DECLS
