/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-open-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-backup-private.h"
#include "desk-library-file-private.h"
#include "desk-migrations-private.h"
#include "desk-search-text-private.h"

#define MAX_WAIT_MILLISECONDS 10000
#define BUSY_MILLISECONDS 5000
/* A small library is checked whole when it is opened; of a large one that would take minutes. */
#define MAX_CHECKED_BYTES (8 * 1024 * 1024)

#define MESSAGE_DAMAGED _ ("The library file is damaged. You can read what is still readable, and restore a backup.")

gint64
desk_database_query_number (sqlite3 *connection,
                            const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 number = -1;

  if (sqlite3_prepare_v2 (connection, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return number;
}

static gboolean
query_is (sqlite3 *connection,
          const char *sql,
          const char *expected)
{
  sqlite3_stmt *stmt = NULL;
  gboolean equal;

  equal = (sqlite3_prepare_v2 (connection, sql, -1, &stmt, NULL) == SQLITE_OK &&
           sqlite3_step (stmt) == SQLITE_ROW &&
           g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), expected) == 0);
  sqlite3_finalize (stmt);

  return equal;
}

/* SQLite takes a setting that it does not know, or cannot follow, without a word: each is read back. */
static gboolean
set_pragma (DeskDatabase *self,
            const char *name,
            const char *value,
            const char *expected,
            GError **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", name);
  sqlite3 *connection = desk_database_get_connection (self);

  if (!desk_database_exec (self, set, error))
    return FALSE;
  if (query_is (connection, get, expected))
    return TRUE;

  if (sqlite3_errcode (connection) != SQLITE_OK && sqlite3_errcode (connection) != SQLITE_ROW)
    desk_database_take_failure (self, sqlite3_extended_errcode (connection), error);
  else
    g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                 _ ("The library’s folder does not support what a safe library needs (%s). Put it on a local disk."), name);

  return FALSE;
}

static gboolean
configure (DeskDatabase *self,
           gboolean writable,
           GError **error)
{
  sqlite3 *connection = desk_database_get_connection (self);

  sqlite3_extended_result_codes (connection, 1);
  sqlite3_busy_timeout (connection, BUSY_MILLISECONDS);
  /* The file may come from anywhere: nothing in it is to run or to reach further than it has to. */
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  if (!sqlite3_compileoption_used ("ENABLE_FTS5"))
    {
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                           _ ("This system’s SQLite was built without full-text search (FTS5), which NewsDesk needs."));
      return FALSE;
    }

  if (!set_pragma (self, "trusted_schema", "OFF", "0", error) ||
      !set_pragma (self, "foreign_keys", "ON", "1", error) ||
      !set_pragma (self, "cell_size_check", "ON", "1", error) ||
      !set_pragma (self, "temp_store", "MEMORY", "2", error) ||
      !set_pragma (self, "cache_size", "-16000", "-16000", error))
    return FALSE;

  if (!writable)
    return set_pragma (self, "query_only", "ON", "1", error);

  /* FULL: what was confirmed survives a power cut, too. */
  return (set_pragma (self, "journal_mode", "WAL", "wal", error) &&
          set_pragma (self, "synchronous", "FULL", "2", error) &&
          set_pragma (self, "wal_autocheckpoint", "4000", "4000", error) &&
          set_pragma (self, "journal_size_limit", "67108864", "67108864", error));
}

static gboolean
open_connection (DeskDatabase *self,
                 const char *uri,
                 int flags,
                 GError **error)
{
  sqlite3 *connection = NULL;
  int code = sqlite3_open_v2 (uri, &connection, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  desk_database_set_connection (self, connection);
  if (code == SQLITE_OK)
    return TRUE;

  desk_database_take_failure (self, code, error);
  desk_database_close_connection (self);

  return FALSE;
}

static char *
dup_uri (const char *path,
         const char *parameters)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strconcat ("file:", escaped, parameters, NULL);
}

/* An empty library in memory: what is shown where nothing of the file can be read. */
static gboolean
open_nothing (DeskDatabase *self,
              GPtrArray *migrations,
              GError **error)
{
  return (open_connection (self, "file::memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) &&
          desk_migrations_run (self, migrations, error) &&
          configure (self, FALSE, error));
}

/* Looks through a file; a broken search index alone is no damage, for it can be made again. */
static gboolean
is_whole (DeskDatabase *self)
{
  sqlite3_stmt *stmt = NULL;
  gboolean whole = FALSE;

  if (sqlite3_prepare_v2 (desk_database_get_connection (self), "PRAGMA quick_check (10)", -1, &stmt, NULL) != SQLITE_OK)
    return FALSE;

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *finding = (const char *) sqlite3_column_text (stmt, 0);

      whole = g_strcmp0 (finding, "ok") == 0;
      if (!whole && finding != NULL && strstr (finding, "FTS5") != NULL)
        {
          desk_search_text_rebuild (self);
          whole = TRUE;
        }
      if (!whole)
        break;
    }
  sqlite3_finalize (stmt);

  return whole;
}

/* The schema is there and is ours; a small file is looked through. */
static gboolean
check_quickly (DeskDatabase *self,
               const char *path,
               GError **error)
{
  sqlite3 *connection = desk_database_get_connection (self);
  GStatBuf info;

  if (desk_database_query_number (connection, "PRAGMA application_id") != DESK_MIGRATIONS_APPLICATION_ID ||
      desk_database_query_number (connection,
                                  "SELECT count(*) FROM sqlite_schema WHERE name IN ('article', 'version', 'block', "
                                  "'annotation', 'step', 'search', 'section_count', 'meta')") != 8 ||
      desk_database_query_number (connection, "SELECT count(*) FROM section_count WHERE sort = 'total'") != 1)
    {
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                   _ ("The file “%s” is no whole library."), path);
      return FALSE;
    }

  if (g_stat (path, &info) == 0 && info.st_size <= MAX_CHECKED_BYTES &&
      !is_whole (self))
    {
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                   _ ("The file “%s” is damaged."), path);
      return FALSE;
    }

  return TRUE;
}

/* Opens what cannot be written to, or must not be any more. */
static gboolean
open_to_read (DeskDatabase *self,
              const char *path,
              GPtrArray *migrations,
              const char *problem,
              GError **error)
{
  g_autofree char *plain = dup_uri (path, "");
  /* Without the file that readers share no log can be read; then the state before it is better than nothing. */
  g_autofree char *immutable = dup_uri (path, "?immutable=1");
  const char *uris[] = { plain, immutable };

  for (guint i = desk_library_file_has_log (path) ? 0 : 1; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GError) local_error = NULL;
      int version;

      if (open_connection (self, uris[i], SQLITE_OPEN_READONLY, &local_error) &&
          configure (self, FALSE, &local_error))
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
  g_autofree char *uri = dup_uri (draft, "");
  g_autofree char *fresh = g_build_filename (folder, DESK_LIBRARY_FRESH, NULL);
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id = %d", DESK_MIGRATIONS_APPLICATION_ID);
  gboolean made;

  g_unlink (draft);
  if (!open_connection (self, uri, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return FALSE;

  made = desk_database_exec (self, set_id, error) && desk_migrations_run (self, migrations, error);
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
  g_autofree char *uri = dup_uri (path, "");
  int version;

  if (!open_connection (self, uri, SQLITE_OPEN_READWRITE, error))
    return FALSE;
  /* SQLite opens for reading, without a word, what it may not write to. */
  if (sqlite3_db_readonly (desk_database_get_connection (self), "main") != 0)
    {
      desk_database_take_failure (self, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!configure (self, TRUE, error))
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

  return check_quickly (self, path, error);
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
  uri = dup_uri (path, desk_library_file_has_log (path) || !is_protected ? "" : "?immutable=1");

  return open_connection (self, uri, SQLITE_OPEN_READONLY, error) && configure (self, FALSE, error);
}
