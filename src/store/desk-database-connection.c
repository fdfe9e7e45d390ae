/* Connections and their settings.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-database-connection-private.h"
#include "desk-database-open-private.h"
#include "desk-migrations-private.h"
#include "desk-search-text-private.h"

#define BUSY_MILLISECONDS 5000
/* A small library is checked whole when it is opened; of a large one that would take minutes. */
#define MAX_CHECKED_BYTES (8 * 1024 * 1024)

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

gboolean
desk_database_configure (DeskDatabase *self,
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
      !set_pragma (self, "cache_size", "-8000", "-8000", error))
    return FALSE;

  if (!writable)
    return set_pragma (self, "query_only", "ON", "1", error);

  /* FULL: what was confirmed survives a power cut, too. */
  return (set_pragma (self, "journal_mode", "WAL", "wal", error) &&
          set_pragma (self, "synchronous", "FULL", "2", error) &&
          set_pragma (self, "wal_autocheckpoint", "4000", "4000", error) &&
          set_pragma (self, "journal_size_limit", "67108864", "67108864", error));
}

gboolean
desk_database_open_connection (DeskDatabase *self,
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

char *
desk_database_dup_uri (const char *path,
                       const char *parameters)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strconcat ("file:", escaped, parameters, NULL);
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
gboolean
desk_database_check_quickly (DeskDatabase *self,
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
