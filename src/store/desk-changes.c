/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-changes-private.h"

#include "desk-sql-private.h"

struct _DeskChanges
{
  gatomicrefcount ref_count;
  GPtrArray *changes; /* of DeskArticleChange, in the order of touching */
  GHashTable *by_id;
  gboolean all;
  gboolean rules;
  gint64 n_before; /* rows that the connection had changed until the transaction began */
};

static void
change_free (gpointer data)
{
  DeskArticleChange *change = data;

  g_clear_pointer (&change->before, desk_article_record_unref);
  g_clear_pointer (&change->after, desk_article_record_unref);
  g_free (change);
}

DeskChanges *
desk_changes_new (sqlite3 *connection)
{
  DeskChanges *self = g_new0 (DeskChanges, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_before = sqlite3_total_changes64 (connection);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  return self;
}

DeskChanges *
desk_changes_ref (DeskChanges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
desk_changes_unref (DeskChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

gboolean
desk_changes_touch (DeskDatabase *database,
                    gint64 id,
                    DeskTouch touch,
                    GError **error)
{
  DeskChanges *self = desk_database_get_changes (database);
  DeskArticleChange *change;
  g_autoptr (GError) local_error = NULL;

  g_assert (self != NULL);

  change = g_hash_table_lookup (self->by_id, &id);
  if (change != NULL)
    {
      change->touch |= touch;
      return TRUE;
    }

  change = g_new0 (DeskArticleChange, 1);
  change->id = id;
  change->touch = touch;
  if (!(touch & DESK_TOUCH_NEW))
    change->before = desk_article_record_load (database, id, &local_error);
  g_ptr_array_add (self->changes, change);
  g_hash_table_insert (self->by_id, &change->id, change);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

void
desk_changes_mark_all (DeskChanges *self)
{
  self->all = TRUE;
}

gboolean
desk_changes_get_all (DeskChanges *self)
{
  return self->all;
}

void
desk_changes_mark_rules (DeskChanges *self)
{
  self->rules = TRUE;
}

gboolean
desk_changes_get_rules (DeskChanges *self)
{
  return self->rules;
}

gboolean
desk_changes_finish (DeskChanges *self,
                     DeskDatabase *database,
                     GError **error)
{
  g_autoptr (DeskSql) revision = NULL;

  for (guint i = 0; i < self->changes->len; i++)
    {
      DeskArticleChange *change = g_ptr_array_index (self->changes, i);
      g_autoptr (GError) local_error = NULL;

      change->after = desk_article_record_load (database, change->id, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  if (sqlite3_total_changes64 (desk_database_get_connection (database)) == self->n_before)
    return TRUE;

  /* Backups tell by it whether anything happened since the last one. */
  revision = desk_sql_get (database, "UPDATE meta SET value = value + 1 WHERE key = 'revision'", error);

  return revision != NULL && desk_sql_run (revision, error);
}

guint
desk_changes_get_n (DeskChanges *self)
{
  return self->changes->len;
}

const DeskArticleChange *
desk_changes_get (DeskChanges *self,
                  guint index)
{
  return g_ptr_array_index (self->changes, index);
}
