/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-open-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-backup-private.h"
#include "desk-database-connection-private.h"
#include "desk-library-file-private.h"
#include "desk-migrations-private.h"

#define MAX_WAIT_MILLISECONDS 10000

#define MESSAGE_DAMAGED _ ("The library file is damaged. You can read what is still readable, and restore a backup.")

/* An empty library in memory: what is shown where nothing of the file can be read. */
static gboolean
open_nothing (DeskDatabase *self,
              GPtrArray *migrations,
              GError **error)
{
  return (desk_database_open_connection (self, "file::memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) &&
          desk_migrations_run (self, migrations, error) &&
          desk_database_configure (self, FALSE, error));
}

/* Opens what cannot be written to, or must not be any more. */
static gboolean
open_to_read (DeskDatabase *self,
              const char *path,
              GPtrArray *migrations,
              const char *problem,
              GError **error)
{
  g_autofree char *plain = desk_database_dup_uri (path, "");
  /* Without the file that readers share no log can be read; then the state before it is better than nothing. */
  g_autofree char *immutable = desk_database_dup_uri (path, "?immutable=1");
  const char *uris[] = { plain, immutable };

  for (guint i = desk_library_file_has_log (path) ? 0 : 1; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GError) local_error = NULL;
      int version;

      if (desk_database_open_connection (self, uris[i], SQLITE_OPEN_READONLY, &local_error) &&
          desk_database_configure (self, FALSE, &local_error))
        {
          version = (int) desk_database_query_number (desk_database_get_connection (self), "PRAGMA user_version");
          if (version == (int) migrations->len &&
              desk_database_query_number (desk_database_get_connection (self), "SELECT count(*) FROM section_count") >= 0)
            {
              desk_database_set_problem (self, problem);
              return TRUE;
            }
        }
      desk_database_close_connection (self);
    }

  desk_database_set_problem (self, problem);

  return open_nothing (self, migrations, error);
}

/* Makes a new library under another name first: an interrupted start never leaves half a library behind. */
static gboolean
create (DeskDatabase *self,
        const char *folder,
        const char *path,
        GPtrArray *migrations,
        GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  g_autofree char *uri = desk_database_dup_uri (draft, "");
  g_autofree char *fresh = g_build_filename (folder, DESK_LIBRARY_FRESH, NULL);
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id = %d", DESK_MIGRATIONS_APPLICATION_ID);
  gboolean made;

  g_unlink (draft);
  if (!desk_database_open_connection (self, uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return FALSE;

  /* With its log from the start: of several that open it at once only one could switch it on, and SQLite has no
   * patience with the others. */
  made = desk_database_exec (self, set_id, error) &&
         desk_migrations_run (self, migrations, error) &&
         desk_database_exec (self, "PRAGMA journal_mode = WAL", error);
  desk_database_close_connection (self);

  if (made && g_rename (draft, path) != 0)
    {
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                   _ ("The library “%s” could not be made: %s."), path, g_strerror (errno));
      made = FALSE;
    }
  if (!made)
    g_unlink (draft);
  else
    {
      g_unlink (fresh);
      desk_library_file_sync (folder);
    }

  return made;
}

/* Waits until nobody else has the library open, or until there is no need to any more because another one has done what
 * was to be done: he may keep it open for hours. */
static gboolean
lock_alone (int lock,
            gboolean (*is_done) (const char *path, GPtrArray *migrations),
            const char *path,
            GPtrArray *migrations,
            GError **error)
{
  const gint64 deadline = g_get_monotonic_time () + MAX_WAIT_MILLISECONDS * G_TIME_SPAN_MILLISECOND;

  for (;;)
    {
      const gboolean last = g_get_monotonic_time () >= deadline;

      if (desk_library_lock_change (lock, DESK_LIBRARY_LOCK_ALONE, MAX_WAIT_MILLISECONDS / 100, last ? error : NULL))
        return TRUE;
      if (is_done (path, migrations))
        return TRUE;
      if (last)
        return FALSE;
    }
}

static gboolean
is_there (const char *path,
          GPtrArray *migrations)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
set_newer (GError **error,
           int version,
           GPtrArray *migrations)
{
  g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NEWER,
               _ ("This library was made by a newer NewsDesk (its form is %d, this program knows forms up to %u). "
                  "Nothing in it was changed. Open it with the newer program, or install an update."),
               version, migrations->len);
}

/* A newer program may have left its form in the log only; asked in a way that changes nothing. */
static int
read_version_of_log (const char *path)
{
  sqlite3 *connection = NULL;
  int version = 0;

  if (sqlite3_open_v2 (path, &connection, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    version = (int) desk_database_query_number (connection, "PRAGMA user_version");
  sqlite3_close (connection);

  return version;
}

static gboolean
is_current (const char *path,
            GPtrArray *migrations)
{
  return read_version_of_log (path) == (int) migrations->len;
}

/* The file looks good and may be written to. */
static gboolean
open_to_write (DeskDatabase *self,
               const char *folder,
               const char *path,
               int lock,
               GPtrArray *migrations,
               GError **error)
{
  g_autofree char *uri = desk_database_dup_uri (path, "");
  int version;

  if (!desk_database_open_connection (self, uri, SQLITE_OPEN_READWRITE, error))
    return FALSE;
  /* SQLite opens for reading, without a word, what it may not write to. */
  if (sqlite3_db_readonly (desk_database_get_connection (self), "main") != 0)
    {
      desk_database_take_failure (self, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!desk_database_configure (self, TRUE, error))
    return FALSE;

  version = (int) desk_database_query_number (desk_database_get_connection (self), "PRAGMA user_version");
  if (version < (int) migrations->len && version > 0)
    {
      if (!lock_alone (lock, is_current, path, migrations, error) ||
          (!is_current (path, migrations) &&
           (!desk_backup_before_migration (desk_database_get_connection (self), folder, version, error) ||
            !desk_migrations_run (self, migrations, error))) ||
          !desk_library_lock_change (lock, DESK_LIBRARY_LOCK_SHARED, MAX_WAIT_MILLISECONDS, error))
        return FALSE;
    }

  return desk_database_check_quickly (self, path, error);
}

static gboolean
open_good (DeskDatabase *self,
           const char *folder,
           const char *path,
           int lock,
           GPtrArray *migrations,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (lock < 0 || g_access (path, W_OK) != 0)
    return open_to_read (self, path, migrations,
                         _ ("The library’s folder or file is write-protected, so it can only be read."), error);

  if (open_to_write (self, folder, path, lock, migrations, &local_error))
    return TRUE;

  desk_database_close_connection (self);
  if (g_error_matches (local_error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED))
    return open_to_read (self, path, migrations, MESSAGE_DAMAGED, error);
  if (g_error_matches (local_error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY))
    return open_to_read (self, path, migrations,
                         _ ("The library’s folder or file is write-protected, so it can only be read."), error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* There was a library once, and nobody said that it may be replaced. */
static gboolean
is_lost (const char *folder,
         const char *path)
{
  g_autofree char *fresh = g_build_filename (folder, DESK_LIBRARY_FRESH, NULL);

  return (!g_file_test (fresh, G_FILE_TEST_EXISTS) &&
          (desk_backup_exist (folder) || desk_library_file_has_log (path)));
}

static gboolean
open_locked (DeskDatabase *self,
             const char *folder,
             const char *path,
             int lock,
             GPtrArray *migrations,
             GError **error)
{
  int version;
  DeskLibraryFileState state = desk_library_file_look (path, &version);

  if (state == DESK_LIBRARY_FILE_GOOD && version <= (int) migrations->len && desk_library_file_has_log (path))
    version = MAX (version, read_version_of_log (path));
  if (state == DESK_LIBRARY_FILE_GOOD && version > (int) migrations->len)
    {
      set_newer (error, version, migrations);
      return FALSE;
    }

  switch (state)
    {
    case DESK_LIBRARY_FILE_MISSING:
      if (is_lost (folder, path))
        {
          desk_database_set_problem (self, _ ("The library file is missing, but there are backups of it. Restore one."));
          return open_nothing (self, migrations, error);
        }
      if (lock < 0)
        {
          g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY,
                       _ ("There is no library in “%s”, and none can be made: the folder is write-protected."), folder);
          return FALSE;
        }
      return (lock_alone (lock, is_there, path, migrations, error) &&
              (is_there (path, migrations) || create (self, folder, path, migrations, error)) &&
              desk_library_lock_change (lock, DESK_LIBRARY_LOCK_SHARED, MAX_WAIT_MILLISECONDS, error) &&
              open_good (self, folder, path, lock, migrations, error));

    case DESK_LIBRARY_FILE_EMPTY:
      desk_database_set_problem (self, _ ("The library file is empty: something destroyed it. Restore a backup; the file is kept."));
      return open_nothing (self, migrations, error);

    case DESK_LIBRARY_FILE_FOREIGN:
      desk_database_set_problem (self, _ ("The library file is no library any more: something overwrote its beginning. Restore a backup; the file is kept."));
      return open_nothing (self, migrations, error);

    case DESK_LIBRARY_FILE_CUT:
      return open_to_read (self, path, migrations, MESSAGE_DAMAGED, error);

    case DESK_LIBRARY_FILE_UNREADABLE:
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                   _ ("The library file “%s” can’t be read. Check its permissions."), path);
      return FALSE;

    case DESK_LIBRARY_FILE_GOOD:
      return open_good (self, folder, path, lock, migrations, error);
    }

  g_return_val_if_reached (FALSE);
}

/**
 * desk_database_open:
 * @self: a database without connection
 * @folder: the folder of the library, made if it is missing
 * @migrations: (element-type DeskMigration): all steps to the current form
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Opens the library of a folder, or makes one where there never was one. One that is damaged or write-protected is
 * opened for reading, with a problem that says why; it is never made anew.
 *
 * Returns: %TRUE if there is a connection now
 */
gboolean
desk_database_open (DeskDatabase *self,
                    const char *folder,
                    GPtrArray *migrations,
                    GError **error)
{
  g_autofree char *path = g_build_filename (folder, DESK_LIBRARY_FILE, NULL);
  g_autoptr (GError) lock_error = NULL;
  gboolean opened;
  int lock;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int reason = errno;

      g_set_error (error, DESK_LIBRARY_ERROR,
                   reason == ENOSPC || reason == EDQUOT ? DESK_LIBRARY_ERROR_FULL : DESK_LIBRARY_ERROR_FAILED,
                   _ ("The library’s folder “%s” could not be made: %s."), folder, g_strerror (reason));
      return FALSE;
    }

  lock = desk_library_lock_take (folder, DESK_LIBRARY_LOCK_SHARED, MAX_WAIT_MILLISECONDS, &lock_error);
  if (lock < 0 && !g_error_matches (lock_error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&lock_error));
      return FALSE;
    }

  opened = open_locked (self, folder, path, lock, migrations, error);
  if (!opened)
    {
      desk_database_close_connection (self);
      g_clear_fd (&lock, NULL);
    }
  desk_database_set_lock (self, lock);

  return opened;
}

/* The file as it is, for reading and without a word about its state. */
gboolean
desk_database_open_to_check (DeskDatabase *self,
                             const char *folder,
                             gboolean is_protected,
                             GError **error)
{
  g_autofree char *path = g_build_filename (folder, DESK_LIBRARY_FILE, NULL);
  g_autofree char *uri = NULL;
  int version;

  switch (desk_library_file_look (path, &version))
    {
    case DESK_LIBRARY_FILE_GOOD:
    case DESK_LIBRARY_FILE_CUT:
      break;
    case DESK_LIBRARY_FILE_MISSING:
    case DESK_LIBRARY_FILE_EMPTY:
    case DESK_LIBRARY_FILE_FOREIGN:
    case DESK_LIBRARY_FILE_UNREADABLE:
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED, _ ("The file “%s” is no library."), path);
      return FALSE;
    }

  /* In a folder that is write-protected a log cannot be read, and nobody can be writing one. */
  uri = desk_database_dup_uri (path, desk_library_file_has_log (path) || !is_protected ? "" : "?immutable=1");

  return desk_database_open_connection (self, uri, SQLITE_OPEN_READONLY, error) && desk_database_configure (self, FALSE, error);
}
