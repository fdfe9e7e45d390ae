/* From the result codes of SQLite to messages that say what to do.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "desk-database-private.h"
#include "desk-search-text-private.h"

G_DEFINE_QUARK (desk - library - error - quark, desk_library_error)

static gboolean
is_disk_full (sqlite3 *connection,
              int code)
{
  int reason;

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR || connection == NULL)
    return FALSE;

  reason = sqlite3_system_errno (connection);

  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

/**
 * desk_database_take_failure:
 * @self: the database
 * @code: a result code of SQLite that stands for a failure
 * @error: return location for an error of %DESK_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Makes an error of a failure. A damaged file makes the library read-only at once: whatever is written on top of damage
 * makes it worse.
 */
void
desk_database_take_failure (DeskDatabase *self,
                            int code,
                            GError **error)
{
  sqlite3 *connection = desk_database_get_connection (self);
  const char *detail = connection != NULL ? sqlite3_errmsg (connection) : sqlite3_errstr (code);

  if (is_disk_full (connection, code))
    {
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL,
                           _ ("The disk is full, so this was not saved. Free some space and try again; nothing that was saved before is lost."));
      return;
    }

  /* Derived data: it is made again from what it was made of. */
  if (code == SQLITE_CORRUPT_VTAB)
    {
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                           _ ("The search index is damaged. It is being built again; try again in a moment."));
      desk_search_text_rebuild (self);
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                   _ ("The library file is damaged (%s). Restore a backup; the damaged file is kept."), detail);
      desk_database_set_problem (self, _ ("The library file is damaged. You can read what is still readable, and restore a backup."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY,
                           _ ("The library can’t be changed: its folder or its file is write-protected."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_BUSY,
                           _ ("Another program is using the library. Wait until it is done, then try again."));
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                           _ ("This is too large for the library; it takes files of up to 1 GB."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      break;
    default:
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                   _ ("The library did not work as expected: %s."), detail);
      break;
    }
}
