/* Puts a backup in the place of a library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-backup-private.h"
#include "desk-database-open-private.h"
#include "desk-library-file-private.h"
#include "desk-library.h"
#include "desk-migrations-private.h"

static gboolean
check_backup (const char *path,
              GError **error)
{
  g_autoptr (GPtrArray) migrations = desk_migrations_load (error);
  sqlite3 *connection = NULL;
  gint64 version;
  gboolean good;

  if (migrations == NULL)
    return FALSE;

  good = (sqlite3_open_v2 (path, &connection, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
          desk_database_query_number (connection, "PRAGMA application_id") == DESK_MIGRATIONS_APPLICATION_ID &&
          desk_database_query_number (connection, "SELECT count(*) FROM section_count") >= 0 &&
          desk_database_query_number (connection, "SELECT count(*) = 1 AND max(quick_check) = 'ok' FROM pragma_quick_check") == 1);
  version = good ? desk_database_query_number (connection, "PRAGMA user_version") : 0;
  sqlite3_close (connection);

  if (!good)
    g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                 _ ("The backup “%s” is damaged. Choose another one; nothing was changed."), path);
  else if (version > migrations->len)
    g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NEWER,
                 _ ("The backup “%s” was made by a newer NewsDesk. Choose another one, or install an update."), path);
  else
    return TRUE;

  return FALSE;
}

static void
set_failure (GError **error,
             const char *what,
             int reason)
{
  g_set_error (error, DESK_LIBRARY_ERROR,
               reason == ENOSPC || reason == EDQUOT ? DESK_LIBRARY_ERROR_FULL : DESK_LIBRARY_ERROR_FAILED,
               _ ("“%s” could not be put in place: %s. Nothing was lost."), what, g_strerror (reason));
}

/* The log belongs to the damaged file and must never be played into another one. */
static gboolean
set_aside (const char *path,
           GError **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "" };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf ("library-damaged-%s-%06d.db", stamp, g_date_time_get_microsecond (now));
  g_autofree char *aside = g_build_filename (folder, name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          set_failure (error, to, errno);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
copy_whole (const char *from,
            const char *to,
            GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &local_error) &&
      desk_library_file_sync (to))
    return TRUE;

  g_set_error (error, DESK_LIBRARY_ERROR,
               g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? DESK_LIBRARY_ERROR_FULL : DESK_LIBRARY_ERROR_FAILED,
               _ ("The backup “%s” could not be copied: %s. Nothing was changed."), from,
               local_error != NULL ? local_error->message : g_strerror (errno));
  g_unlink (to);

  return FALSE;
}

/**
 * desk_library_restore_backup:
 * @folder: the folder of a library that is not open
 * @backup: (nullable): name of one of its backups; %NULL for a new, empty library
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Puts a backup in the place of the library. The files that stood there are kept beside it, as
 * `library-damaged-….db`.
 *
 * Returns: %TRUE if the library can be opened now
 */
gboolean
desk_library_restore_backup (const char *folder,
                             const char *backup,
                             GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *draft = NULL;
  g_autofd int lock = -1;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (backup == NULL || strchr (backup, '/') == NULL, FALSE);

  path = g_build_filename (folder, DESK_LIBRARY_FILE, NULL);
  draft = g_strconcat (path, ".restored", NULL);

  lock = desk_library_lock_take (folder, DESK_LIBRARY_LOCK_ALONE, 0, error);
  if (lock < 0)
    return FALSE;

  if (backup != NULL)
    {
      g_autofree char *from = g_build_filename (folder, DESK_LIBRARY_BACKUPS, backup, NULL);

      if (!check_backup (from, error) || !copy_whole (from, draft, error))
        return FALSE;
    }
  else
    {
      g_autofree char *leave = g_build_filename (folder, DESK_LIBRARY_FRESH, NULL);

      if (!g_file_set_contents (leave, "", 0, error))
        return FALSE;
    }

  if (!set_aside (path, error))
    return FALSE;
  if (backup != NULL && g_rename (draft, path) != 0)
    {
      set_failure (error, path, errno);
      return FALSE;
    }
  desk_library_file_sync (folder);

  return TRUE;
}
