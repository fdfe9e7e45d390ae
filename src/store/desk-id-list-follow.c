/* How the results of a search follow what transactions change.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-id-list-private.h"

static gboolean
probe (DeskIdList *self,
       DeskDatabase *database,
       DeskArticleRecord *record,
       gboolean *wanted,
       GError **error)
{
  g_autoptr (DeskSql) row = NULL;
  DeskSqlState state;

  *wanted = record != NULL && desk_article_record_passes (record, self->filter);
  if (!*wanted || self->search == NULL)
    return TRUE;
  if (self->search->match == NULL)
    {
      *wanted = FALSE;
      return TRUE;
    }

  row = desk_sql_get (database, "SELECT 1 FROM search WHERE search MATCH ?1 AND rowid = ?2", error);
  if (row == NULL)
    return FALSE;

  desk_sql_bind_text (row, 0, self->search->match);
  desk_sql_bind_int (row, 1, record->id);
  state = desk_sql_step (row, error);
  *wanted = (state == DESK_SQL_ROW) != self->search->complement;

  return state != DESK_SQL_FAILED;
}

/* A scan: a few milliseconds for a million, and no second structure to keep. */
static guint
find_id (DeskIdList *self,
         gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;

  return G_MAXUINT;
}

static gboolean
find_place (DeskIdList *self,
            DeskDatabase *database,
            DeskArticleRecord *record,
            guint *place,
            GError **error)
{
  g_auto (DeskSortKey) key = desk_sort_key_of (record, self->sort);
  guint low = 0;
  guint high = self->ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 id = g_array_index (self->ids, gint64, middle);
      g_auto (DeskSortKey) other = { NULL, 0, id };

      if (self->sort != DESK_SORT_ADDED)
        {
          g_autoptr (GError) local_error = NULL;
          g_autoptr (DeskArticleRecord) middle_record = desk_article_record_load (database, id, &local_error);

          if (local_error != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
          if (middle_record != NULL)
            other = desk_sort_key_of (middle_record, self->sort);
        }

      if (desk_sort_key_compare (self->sort, &other, &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;

  return TRUE;
}

static gboolean
is_moved (DeskIdList *self,
          const DeskArticleChange *change)
{
  g_auto (DeskSortKey) before = { NULL };
  g_auto (DeskSortKey) after = { NULL };

  if (change->before == NULL || change->after == NULL)
    return TRUE;

  before = desk_sort_key_of (change->before, self->sort);
  after = desk_sort_key_of (change->after, self->sort);

  return desk_sort_key_compare (self->sort, &before, &after) != 0;
}

static gboolean
follow (DeskIdList *self,
        DeskDatabase *database,
        const DeskArticleChange *change,
        GArray *deltas,
        GError **error)
{
  guint index = find_id (self, change->id);
  gboolean wanted;

  if (!probe (self, database, change->after, &wanted, error))
    return FALSE;

  if (index != G_MAXUINT && (!wanted || is_moved (self, change)))
    {
      DeskListDelta delta = { index, 1, 0 };

      g_array_remove_index (self->ids, index);
      g_array_append_val (deltas, delta);
      index = G_MAXUINT;
    }
  if (index == G_MAXUINT && wanted)
    {
      DeskListDelta delta = { 0, 0, 1 };

      if (!find_place (self, database, change->after, &delta.position, error))
        return FALSE;
      g_array_insert_val (self->ids, delta.position, change->id);
      g_array_append_val (deltas, delta);
    }

  return TRUE;
}

gboolean
desk_id_list_update (DeskIdList *self,
                     DeskDatabase *database,
                     DeskChanges *changes,
                     GArray *deltas,
                     GError **error)
{
  /* A search that still runs in another order cannot be joined in the middle. */
  if (!self->complete && (self->matches != NULL || self->passing != NULL || self->search == NULL))
    return desk_id_list_recount (self, database, deltas, error);

  for (guint i = 0; i < desk_changes_get_n (changes); i++)
    {
      const DeskArticleChange *change = desk_changes_get (changes, i);

      /* The search did not come there yet. */
      if (!self->complete && change->id < self->below)
        continue;
      if (!follow (self, database, change, deltas, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
desk_id_list_recount (DeskIdList *self,
                      DeskDatabase *database,
                      GArray *deltas,
                      GError **error)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint n_same_head = 0;
  guint n_same_tail = 0;
  guint n_common;
  DeskListDelta delta;

  desk_id_list_forget_search (self);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->complete = self->search != NULL && self->search->match == NULL;
  while (!self->complete)
    if (!desk_id_list_extend (self, database, desk_list_limits.slice_rows, error))
      return FALSE;

  n_common = MIN (old->len, self->ids->len);
  while (n_same_head < n_common &&
         g_array_index (old, gint64, n_same_head) == g_array_index (self->ids, gint64, n_same_head))
    n_same_head++;
  while (n_same_tail < n_common - n_same_head &&
         g_array_index (old, gint64, old->len - 1 - n_same_tail) == g_array_index (self->ids, gint64, self->ids->len - 1 - n_same_tail))
    n_same_tail++;

  delta.position = n_same_head;
  delta.n_removed = old->len - n_same_head - n_same_tail;
  delta.n_added = self->ids->len - n_same_head - n_same_tail;
  if (delta.n_removed > 0 || delta.n_added > 0)
    g_array_append_val (deltas, delta);

  return TRUE;
}
