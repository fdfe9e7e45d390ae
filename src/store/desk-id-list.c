/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-id-list-private.h"

#include <string.h>

/* Fewer matches are sorted by their keys; for more it is cheaper to walk the whole order and pick. */
#define MAX_SORTED_MATCHES 2000

struct _DeskIdList
{
  DeskSort sort;
  DeskFilter filter;
  DeskSearchQuery *search; /* nullable, not owned */

  GArray *ids;
  gboolean complete;

  /* While it is looked for. */
  gint64 below;    /* matches with smaller ids are to come */
  GArray *passing; /* nullable: ids that pass the filter, newest first */
  guint next_passing;
  GByteArray *matches; /* one bit for each id, where matches are collected first */
  guint n_matches;
  gboolean collected;
  DeskSortKey walked; /* the last row of the order that was looked at */
  gboolean walking;
};

DeskIdList *
desk_id_list_new (DeskSort sort,
                  DeskFilter filter,
                  DeskSearchQuery *search)
{
  DeskIdList *self = g_new0 (DeskIdList, 1);

  self->sort = sort;
  self->filter = filter;
  self->search = search;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->below = G_MAXINT64;
  /* Nothing to search for finds nothing. */
  self->complete = search != NULL && search->match == NULL;

  return self;
}

static void
forget_search (DeskIdList *self)
{
  g_clear_pointer (&self->passing, g_array_unref);
  g_clear_pointer (&self->matches, g_byte_array_unref);
  desk_sort_key_clear (&self->walked);
  self->below = G_MAXINT64;
  self->next_passing = 0;
  self->n_matches = 0;
  self->collected = FALSE;
  self->walking = FALSE;
}

void
desk_id_list_free (DeskIdList *self)
{
  if (self == NULL)
    return;

  forget_search (self);
  g_array_unref (self->ids);
  g_free (self);
}

gboolean
desk_id_list_is_complete (DeskIdList *self)
{
  return self->complete;
}

GArray *
desk_id_list_get_ids (DeskIdList *self)
{
  return self->ids;
}

static gboolean
read_ids (DeskSql *rows,
          GArray *ids,
          GError **error)
{
  DeskSqlState state;

  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      gint64 id = desk_sql_get_int (rows, 0);

      g_array_append_val (ids, id);
    }

  return state == DESK_SQL_DONE;
}

/* Both this list and the matches come newest first, so that one look through it is enough. */
static gboolean
passes_filter (DeskIdList *self,
               gint64 id)
{
  if (self->passing == NULL)
    return TRUE;

  while (self->next_passing < self->passing->len &&
         g_array_index (self->passing, gint64, self->next_passing) > id)
    self->next_passing++;

  return self->next_passing < self->passing->len && g_array_index (self->passing, gint64, self->next_passing) == id;
}

static gboolean
load_passing (DeskIdList *self,
              DeskDatabase *database,
              GError **error)
{
  g_autoptr (DeskSql) rows = NULL;

  if (self->filter == DESK_FILTER_ALL || self->passing != NULL)
    return TRUE;

  rows = desk_list_order_collect (database, DESK_SORT_ADDED, self->filter, error);
  self->passing = g_array_new (FALSE, FALSE, sizeof (gint64));

  return rows != NULL && read_ids (rows, self->passing, error);
}

static void
set_match (DeskIdList *self,
           gint64 id)
{
  guint byte = (guint) (id / 8);

  if (byte >= self->matches->len)
    {
      guint old = self->matches->len;

      g_byte_array_set_size (self->matches, byte + 1);
      memset (self->matches->data + old, 0, self->matches->len - old);
    }
  self->matches->data[byte] |= (guint8) (1 << (id % 8));
  self->n_matches++;
}

static gboolean
is_match (DeskIdList *self,
          gint64 id)
{
  guint byte = (guint) (id / 8);

  return byte < self->matches->len && (self->matches->data[byte] & (1 << (id % 8))) != 0;
}

/* Asks the index for the next matches, newest first, and puts each where it belongs. */
static gboolean
search_some (DeskIdList *self,
             DeskDatabase *database,
             guint n_rows,
             gboolean *at_end,
             GError **error)
{
  g_autoptr (DeskSql) rows = NULL;
  DeskSqlState state;
  guint n_seen = 0;

  rows = desk_sql_get (database, "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3", error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, self->search->match);
  desk_sql_bind_int (rows, 1, self->below);
  desk_sql_bind_int (rows, 2, n_rows);
  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      gint64 id = desk_sql_get_int (rows, 0);

      n_seen++;
      self->below = id;
      if (self->matches != NULL)
        set_match (self, id);
      else if (passes_filter (self, id))
        g_array_append_val (self->ids, id);
    }

  *at_end = n_seen < n_rows;

  return state == DESK_SQL_DONE;
}

/* By adding: what the index says is the list. */
static gboolean
extend_by_added (DeskIdList *self,
                 DeskDatabase *database,
                 guint n_rows,
                 GError **error)
{
  const guint n_before = self->ids->len;

  if (!load_passing (self, database, error))
    return FALSE;

  /* A filter may let none of them pass. */
  while (!self->complete && self->ids->len == n_before)
    {
      if (!search_some (self, database, n_rows, &self->complete, error))
        return FALSE;
      n_rows = MAX (n_rows, 50000);
    }

  return TRUE;
}

typedef struct
{
  DeskSortKey key;
  DeskSort sort;
} KeyedRow;

static void
clear_keyed_row (gpointer data)
{
  desk_sort_key_clear (&((KeyedRow *) data)->key);
}

static int
compare_keyed_rows (gconstpointer a,
                    gconstpointer b)
{
  const KeyedRow *first = a;
  const KeyedRow *second = b;

  return desk_sort_key_compare (first->sort, &first->key, &second->key);
}

/* A few matches: their keys are read and sorted. */
static gboolean
sort_matches (DeskIdList *self,
              DeskDatabase *database,
              GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KeyedRow));

  g_array_set_clear_func (rows, clear_keyed_row);

  for (guint byte = 0; byte < self->matches->len; byte++)
    for (guint bit = 0; self->matches->data[byte] >> bit != 0; bit++)
      {
        gint64 id = (gint64) byte * 8 + bit;
        g_autoptr (DeskArticleRecord) record = NULL;
        g_autoptr (GError) local_error = NULL;

        if (!is_match (self, id))
          continue;

        record = desk_article_record_load (database, id, &local_error);
        if (local_error != NULL)
          {
            g_propagate_error (error, g_steal_pointer (&local_error));
            return FALSE;
          }
        if (record != NULL && desk_article_record_passes (record, self->filter))
          {
            KeyedRow row = { desk_sort_key_of (record, self->sort), self->sort };

            g_array_append_val (rows, row);
          }
      }

  g_array_sort (rows, compare_keyed_rows);
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (self->ids, g_array_index (rows, KeyedRow, i).key.id);

  return TRUE;
}

/* Many matches: the order is walked, and what matches is picked. */
static gboolean
walk_some (DeskIdList *self,
           DeskDatabase *database,
           guint n_rows,
           gboolean *at_end,
           GError **error)
{
  g_autoptr (DeskSql) walk = NULL;
  DeskSqlState state;
  guint n_seen = 0;

  walk = desk_list_order_walk (database, self->sort, self->filter, self->walking ? &self->walked : NULL, (gint64) n_rows + 1, error);
  if (walk == NULL)
    return FALSE;

  while ((state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      DeskSortKey key = desk_sort_key_read (walk);
      gboolean again = self->walking && desk_sort_key_compare (self->sort, &key, &self->walked) == 0;

      n_seen++;
      if (!again && is_match (self, key.id) != self->search->complement)
        g_array_append_val (self->ids, key.id);
      desk_sort_key_clear (&self->walked);
      self->walked = key;
      self->walking = TRUE;
    }

  *at_end = n_seen <= n_rows;

  return state == DESK_SQL_DONE;
}

static gboolean
extend_by_key (DeskIdList *self,
               DeskDatabase *database,
               guint n_rows,
               GError **error)
{
  if (!self->collected)
    {
      if (self->matches == NULL)
        self->matches = g_byte_array_new ();
      if (!search_some (self, database, MAX (n_rows, 50000), &self->collected, error))
        return FALSE;
      if (!self->collected)
        return TRUE;
      if (self->n_matches <= MAX_SORTED_MATCHES && !self->search->complement)
        {
          self->complete = TRUE;
          return sort_matches (self, database, error);
        }
    }

  return walk_some (self, database, MAX (n_rows, 50000), &self->complete, error);
}

gboolean
desk_id_list_extend (DeskIdList *self,
                     DeskDatabase *database,
                     guint n_rows,
                     GError **error)
{
  g_autoptr (DeskSql) rows = NULL;
  gboolean done;

  if (self->complete)
    return TRUE;

  if (self->search == NULL)
    {
      rows = desk_list_order_collect (database, self->sort, self->filter, error);
      done = rows != NULL && read_ids (rows, self->ids, error);
      self->complete = done;
      return done;
    }

  done = self->sort == DESK_SORT_ADDED && !self->search->complement
           ? extend_by_added (self, database, n_rows, error)
           : extend_by_key (self, database, n_rows, error);
  if (done && self->complete)
    {
      gint64 below = self->below;

      forget_search (self);
      self->below = below;
    }

  return done;
}

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

  forget_search (self);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->complete = self->search != NULL && self->search->match == NULL;
  while (!self->complete)
    if (!desk_id_list_extend (self, database, 50000, error))
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
