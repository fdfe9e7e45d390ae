/* What a library does by itself: emptying the bin, sort keys in the user's language, dated backups, a look around.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "desk-article-store-private.h"
#include "desk-library-file-private.h"
#include "desk-library-private.h"
#include "desk-list-index-private.h"
#include "desk-name-index-private.h"
#include "desk-sort-keys-private.h"
#include "desk-sql-private.h"

#define MONITOR_MILLISECONDS 1000

/* Jobs that go on by themselves push the next one; the database outlives its thread, in which they run. */

static void
push_write (DeskDatabase *database,
            DeskJobFunc func,
            gint64 value)
{
  desk_database_push (database, DESK_JOB_WRITE, func, g_memdup2 (&value, sizeof value), g_free, NULL);
}

static gboolean
purge_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  const gint64 before = *(gint64 *) data;
  guint n_removed;

  if (!desk_article_store_purge (database, before, &n_removed, error))
    return FALSE;
  if (n_removed > 0)
    push_write (database, purge_job, before);

  return TRUE;
}

void
desk_library_purge (DeskLibrary *self,
                    gint64 before)
{
  push_write (desk_library_get_database (self), purge_job, before);
}

static gboolean
set_meta (DeskDatabase *database,
          const char *key,
          const char *value,
          GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, key);
  desk_sql_bind_text (statement, 1, value);

  return desk_sql_run (statement, error);
}

static char *
dup_meta (DeskDatabase *database,
          const char *key,
          GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "SELECT value FROM meta WHERE key = ?", error);

  if (statement == NULL)
    return NULL;

  desk_sql_bind_text (statement, 0, key);

  return desk_sql_step (statement, error) == DESK_SQL_ROW ? desk_sql_dup_text (statement, 0) : NULL;
}

static gboolean
keys_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *from = dup_meta (database, "keys_from", error);
  g_autofree char *after = NULL;
  gint64 next;

  if (from == NULL || *from == '\0')
    return TRUE;
  if (!desk_article_store_make_keys (database, g_ascii_strtoll (from, NULL, 10), &next, error))
    return FALSE;
  if (next == 0)
    {
      desk_changes_mark_all (desk_database_get_changes (database));
      return desk_database_exec (database, "DELETE FROM meta WHERE key = 'keys_from'", error);
    }

  after = g_strdup_printf ("%" G_GINT64_FORMAT, next);
  if (!set_meta (database, "keys_from", after, error))
    return FALSE;
  push_write (database, keys_job, 0);

  return TRUE;
}

/* The rules of no language, as in a script: they are no reason to sort a whole library anew. */
static gboolean
is_plain (const char *collation)
{
  return g_str_has_suffix (collation, ":C") || g_str_has_suffix (collation, ":POSIX") || strstr (collation, ":C.") != NULL;
}

static gboolean
collation_job (DeskDatabase *database,
               gpointer data,
               DeskJobResult *result,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *ours = desk_sort_dup_collation ();
  g_autofree char *theirs = dup_meta (database, "collation", error);

  if (theirs == NULL)
    return FALSE;

  if (strcmp (ours, theirs) != 0)
    {
      if (*theirs != '\0' && is_plain (ours))
        return TRUE;
      if (!set_meta (database, "collation", ours, error) ||
          (*theirs != '\0' && !set_meta (database, "keys_from", "1", error)))
        return FALSE;
    }
  push_write (database, keys_job, 0);

  return TRUE;
}

/* Of a library from before there was this index. */
static gboolean
names_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  guint n_made;

  if (!desk_name_index_make_some (database, &n_made, error))
    return FALSE;
  if (n_made > 0)
    push_write (database, names_job, 0);

  return TRUE;
}

void
desk_library_tidy_up (DeskLibrary *self)
{
  DeskDatabase *database = desk_library_get_database (self);

  push_write (database, collation_job, 0);
  push_write (database, names_job, 0);
  desk_library_purge (self, g_get_real_time () - DESK_LIBRARY_PURGE_DAYS * G_TIME_SPAN_DAY);
}

static gboolean
look_around_job (DeskDatabase *database,
                 gpointer data,
                 DeskJobResult *result,
                 GCancellable *cancellable,
                 GError **error)
{
  desk_list_index_look_around (database);

  return TRUE;
}

void
desk_library_look_around (DeskLibrary *self)
{
  desk_database_push (desk_library_get_database (self), DESK_JOB_READ, look_around_job, NULL, NULL, NULL);
}

static void
log_changed_cb (DeskLibrary *self)
{
  desk_library_look_around (self);
}

static gboolean
backup_timer_cb (gpointer data)
{
  DeskLibrary *self = data;

  g_clear_pointer (&self->backup_timer, g_source_unref);
  desk_library_back_up_async (self, NULL, NULL, NULL);

  return G_SOURCE_REMOVE;
}

/* Watches the log of the database, which every writer appends to, oneself included. */
static void
watch (DeskLibrary *self)
{
  g_autofree char *path = g_build_filename (self->path, DESK_LIBRARY_FILE "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, MONITOR_MILLISECONDS);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (log_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

void
desk_library_start_care (DeskLibrary *self)
{
  if (self->read_only)
    return;

  watch (self);
  desk_library_tidy_up (self);

  self->backup_timer = g_timeout_source_new_seconds (DESK_LIBRARY_BACKUP_DELAY);
  g_source_set_static_name (self->backup_timer, "[newsdesk] dated backup");
  g_source_set_callback (self->backup_timer, backup_timer_cb, self, NULL);
  g_source_attach (self->backup_timer, self->context);
}
