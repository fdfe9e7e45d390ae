/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-migrations-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "desk-sql-private.h"

#define RESOURCE_FOLDER "/org/example/NewsDesk/store/sql"

static void
migration_free (gpointer data)
{
  DeskMigration *migration = data;

  g_free ((char *) migration->sql);
  g_free (migration);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const DeskMigration *first = *(DeskMigration *const *) a;
  const DeskMigration *second = *(DeskMigration *const *) b;

  return first->number - second->number;
}

GPtrArray *
desk_migrations_load (GError **error)
{
  g_autoptr (GPtrArray) migrations = g_ptr_array_new_with_free_func (migration_free);
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      DeskMigration *migration;

      if (bytes == NULL)
        return NULL;

      migration = g_new0 (DeskMigration, 1);
      migration->number = (int) g_ascii_strtoll (names[i], NULL, 10);
      migration->sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_ptr_array_add (migrations, migration);
    }
  g_ptr_array_sort (migrations, compare_numbers);

  for (guint i = 0; i < migrations->len; i++)
    g_assert (((DeskMigration *) g_ptr_array_index (migrations, i))->number == (int) i + 1);

  return g_steal_pointer (&migrations);
}

static gboolean
check_foreign_keys (DeskDatabase *database,
                    GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "PRAGMA foreign_key_check", error);

  if (statement == NULL)
    return FALSE;

  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                   "Table %s has rows that belong to nothing", desk_sql_get_text (statement, 0, NULL));
      return FALSE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
run_step (DeskDatabase *database,
          const DeskMigration *migration,
          GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", migration->number);

  if (desk_database_exec (database, "BEGIN IMMEDIATE", error) &&
      desk_database_exec (database, migration->sql, error) &&
      check_foreign_keys (database, error) &&
      desk_database_exec (database, set_version, error) &&
      desk_database_exec (database, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (desk_database_get_connection (database)))
    desk_database_exec (database, "ROLLBACK", NULL);

  return FALSE;
}

static gboolean
read_version (DeskDatabase *database,
              int *version,
              GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "PRAGMA user_version", error);

  if (statement == NULL || !desk_sql_find (statement, "", error))
    return FALSE;

  *version = (int) desk_sql_get_int (statement, 0);

  return TRUE;
}

gboolean
desk_migrations_run (DeskDatabase *database,
                     GPtrArray *migrations,
                     GError **error)
{
  int version;

  if (!read_version (database, &version, error))
    return FALSE;
  if (version >= (int) migrations->len)
    return TRUE;

  /* A table that is built anew is dropped for a moment, which must not take its children with it. The switch does
   * nothing inside a transaction, so it stands around all of them; run_step() checks by hand. */
  if (!desk_database_exec (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (guint i = version; i < migrations->len; i++)
    {
      const DeskMigration *migration = g_ptr_array_index (migrations, i);

      if (!run_step (database, migration, error))
        {
          g_prefix_error (error, _ ("The library could not be brought to form %d; it stays as it was. "), migration->number);
          desk_database_exec (database, "PRAGMA foreign_keys = ON", NULL);
          return FALSE;
        }
      g_debug ("The library is in form %d now", migration->number);
    }

  return desk_database_exec (database, "PRAGMA foreign_keys = ON", error);
}
