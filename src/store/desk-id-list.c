/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-id-list-private.h"

#include <string.h>

DeskListLimits desk_list_limits = { .slice_rows = 50000, .max_sorted = 2000, .max_held = 10000 };

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

void
desk_id_list_forget_search (DeskIdList *self)
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

  desk_id_list_forget_search (self);
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
      n_rows = MAX (n_rows, desk_list_limits.slice_rows);
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
      if (!search_some (self, database, MAX (n_rows, desk_list_limits.slice_rows), &self->collected, error))
        return FALSE;
      if (!self->collected)
        return TRUE;
      if (self->n_matches <= desk_list_limits.max_sorted && !self->search->complement)
        {
          self->complete = TRUE;
          return sort_matches (self, database, error);
        }
    }

  return walk_some (self, database, MAX (n_rows, desk_list_limits.slice_rows), &self->complete, error);
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

      desk_id_list_forget_search (self);
      self->below = below;
    }

  return done;
}
