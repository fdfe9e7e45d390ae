/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-directory-private.h"

#define CHUNK_ROWS 128
/* A chunk that grew beyond this is cut; up to there the walk inside it costs nothing to speak of. */
#define MAX_CHUNK_ROWS 512

typedef struct
{
  DeskSortKey first; /* no row of the chunk stands before it; it may be gone itself */
  guint n_rows;
} Chunk;

struct _DeskListDirectory
{
  DeskSort sort;
  DeskFilter filter;
  GArray *chunks;       /* of Chunk */
  GArray *starts;       /* of guint: position of each chunk, as far as it was worked out */
  DeskSortKey frontier; /* the last row that was looked at */
  guint n_rows;
  gboolean complete;
};

static void
clear_chunk (gpointer data)
{
  desk_sort_key_clear (&((Chunk *) data)->first);
}

static GArray *
new_chunks (void)
{
  GArray *chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));

  g_array_set_clear_func (chunks, clear_chunk);

  return chunks;
}

DeskListDirectory *
desk_list_directory_new (DeskSort sort,
                         DeskFilter filter)
{
  DeskListDirectory *self = g_new0 (DeskListDirectory, 1);

  self->sort = sort;
  self->filter = filter;
  self->chunks = new_chunks ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
desk_list_directory_free (DeskListDirectory *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->chunks);
  g_array_unref (self->starts);
  desk_sort_key_clear (&self->frontier);
  g_free (self);
}

static Chunk *
get_chunk (DeskListDirectory *self,
           guint index)
{
  return &g_array_index (self->chunks, Chunk, index);
}

/* Chunks from @index on begin somewhere else now. */
static void
forget_starts (DeskListDirectory *self,
               guint index)
{
  g_array_set_size (self->starts, MIN (self->starts->len, index + 1));
}

static guint
get_start (DeskListDirectory *self,
           guint index)
{
  while (self->starts->len <= index)
    {
      guint done = self->starts->len;
      guint start = done == 0 ? 0 : g_array_index (self->starts, guint, done - 1) + get_chunk (self, done - 1)->n_rows;

      g_array_append_val (self->starts, start);
    }

  return g_array_index (self->starts, guint, index);
}

/* Takes the key. */
static void
append_row (GArray *chunks,
            DeskSortKey *key)
{
  Chunk *last = chunks->len > 0 ? &g_array_index (chunks, Chunk, chunks->len - 1) : NULL;

  if (last != NULL && last->n_rows < CHUNK_ROWS)
    {
      last->n_rows++;
      desk_sort_key_clear (key);
    }
  else
    {
      Chunk chunk = { *key, 1 };

      g_array_append_val (chunks, chunk);
    }
}

gboolean
desk_list_directory_extend (DeskListDirectory *self,
                            DeskDatabase *database,
                            guint n_rows,
                            GError **error)
{
  const gboolean begun = self->chunks->len > 0;
  g_autoptr (DeskSql) walk = NULL;
  DeskSqlState state = DESK_SQL_DONE;
  guint n_new = 0;

  if (self->complete)
    return TRUE;

  walk = desk_list_order_walk (database, self->sort, self->filter, begun ? &self->frontier : NULL, (gint64) n_rows + 1, error);
  if (walk == NULL)
    return FALSE;

  while (n_new < n_rows && (state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      DeskSortKey key = desk_sort_key_read (walk);

      /* The walk begins with the row at the frontier, unless that one is gone. */
      if (begun && n_new == 0 && desk_sort_key_compare (self->sort, &key, &self->frontier) == 0)
        {
          desk_sort_key_clear (&key);
          continue;
        }

      desk_sort_key_clear (&self->frontier);
      self->frontier = desk_sort_key_copy (&key);
      append_row (self->chunks, &key);
      self->n_rows++;
      n_new++;
    }

  if (state == DESK_SQL_FAILED)
    return FALSE;
  self->complete = state == DESK_SQL_DONE;

  return TRUE;
}

gboolean
desk_list_directory_is_complete (DeskListDirectory *self)
{
  return self->complete;
}

guint
desk_list_directory_count (DeskListDirectory *self)
{
  return self->n_rows;
}

static gboolean
extend_to_position (DeskListDirectory *self,
                    DeskDatabase *database,
                    guint position,
                    GError **error)
{
  while (!self->complete && self->n_rows <= position)
    if (!desk_list_directory_extend (self, database, MAX (position - self->n_rows + 1, 1000), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_beyond_frontier (DeskListDirectory *self,
                    const DeskSortKey *key)
{
  if (self->complete)
    return FALSE;

  return self->chunks->len == 0 || desk_sort_key_compare (self->sort, &self->frontier, key) < 0;
}

/* The last chunk that begins at or before a position. */
static guint
find_chunk_at (DeskListDirectory *self,
               guint position)
{
  guint low = 0;
  guint high = self->chunks->len - 1;

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (get_start (self, middle) <= position)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

/* The last chunk that begins at or before a key; the first one for a key before all. */
static guint
find_chunk_of (DeskListDirectory *self,
               const DeskSortKey *key)
{
  guint low = 0;
  guint high = self->chunks->len - 1;

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (desk_sort_key_compare (self->sort, &get_chunk (self, middle)->first, key) <= 0)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

gboolean
desk_list_directory_read_ids (DeskListDirectory *self,
                              DeskDatabase *database,
                              guint position,
                              guint n_rows,
                              GArray *ids,
                              GError **error)
{
  g_autoptr (DeskSql) walk = NULL;
  DeskSqlState state;
  guint chunk;
  guint n_skipped;

  if (!extend_to_position (self, database, position, error))
    return FALSE;
  if (position >= self->n_rows)
    return TRUE;

  chunk = find_chunk_at (self, position);
  n_skipped = position - get_start (self, chunk);
  walk = desk_list_order_walk (database, self->sort, self->filter, &get_chunk (self, chunk)->first, (gint64) n_skipped + n_rows, error);
  if (walk == NULL)
    return FALSE;

  while ((state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      gint64 id = desk_sql_get_int (walk, 2);

      if (n_skipped > 0)
        n_skipped--;
      else
        g_array_append_val (ids, id);
    }

  return state == DESK_SQL_DONE;
}

gboolean
desk_list_directory_rank (DeskListDirectory *self,
                          DeskDatabase *database,
                          const DeskSortKey *key,
                          guint *position,
                          GError **error)
{
  g_autoptr (DeskSql) walk = NULL;
  DeskSqlState state = DESK_SQL_DONE;
  guint chunk;

  while (is_beyond_frontier (self, key))
    if (!desk_list_directory_extend (self, database, 50000, error))
      return FALSE;

  *position = 0;
  if (self->chunks->len == 0)
    return TRUE;

  chunk = find_chunk_of (self, key);
  *position = get_start (self, chunk);
  walk = desk_list_order_walk (database, self->sort, self->filter, &get_chunk (self, chunk)->first,
                               get_chunk (self, chunk)->n_rows, error);
  if (walk == NULL)
    return FALSE;

  while ((state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      g_auto (DeskSortKey) row = desk_sort_key_read (walk);

      if (desk_sort_key_compare (self->sort, &row, key) >= 0)
        return TRUE;
      (*position)++;
    }

  return state == DESK_SQL_DONE;
}

/* Cuts a chunk that grew too large. */
static gboolean
cut_chunk (DeskListDirectory *self,
           DeskDatabase *database,
           guint index,
           GError **error)
{
  g_autoptr (GArray) pieces = new_chunks ();
  g_autoptr (DeskSql) walk = NULL;
  DeskSqlState state;
  Chunk *chunk = get_chunk (self, index);

  walk = desk_list_order_walk (database, self->sort, self->filter, &chunk->first, chunk->n_rows, error);
  if (walk == NULL)
    return FALSE;
  while ((state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      DeskSortKey key = desk_sort_key_read (walk);

      append_row (pieces, &key);
    }
  if (state != DESK_SQL_DONE)
    return FALSE;
  if (pieces->len == 0)
    return TRUE;

  g_array_remove_index (self->chunks, index);
  g_array_insert_vals (self->chunks, index, pieces->data, pieces->len);
  /* The keys belong to the directory now. */
  g_array_set_clear_func (pieces, NULL);
  forget_starts (self, index);

  return TRUE;
}

gboolean
desk_list_directory_note (DeskListDirectory *self,
                          DeskDatabase *database,
                          const DeskSortKey *key,
                          int change,
                          GError **error)
{
  Chunk *chunk;
  guint index;

  /* It will be seen, or missed, when the walk comes there. */
  if (is_beyond_frontier (self, key))
    return TRUE;

  if (self->chunks->len == 0)
    {
      Chunk first = { desk_sort_key_copy (key), 0 };

      g_array_append_val (self->chunks, first);
      desk_sort_key_clear (&self->frontier);
      self->frontier = desk_sort_key_copy (key);
    }

  index = find_chunk_of (self, key);
  chunk = get_chunk (self, index);
  if (desk_sort_key_compare (self->sort, key, &chunk->first) < 0)
    {
      desk_sort_key_clear (&chunk->first);
      chunk->first = desk_sort_key_copy (key);
    }
  if (change < 0 && chunk->n_rows == 0)
    return TRUE;

  chunk->n_rows += change;
  self->n_rows += change;
  forget_starts (self, index);
  if (chunk->n_rows == 0)
    {
      g_array_remove_index (self->chunks, index);
      forget_starts (self, index > 0 ? index - 1 : 0);
    }
  else if (chunk->n_rows > MAX_CHUNK_ROWS)
    {
      return cut_chunk (self, database, index, error);
    }

  return TRUE;
}

static void
append_delta (GArray *deltas,
              guint position,
              guint n_removed,
              guint n_added)
{
  DeskListDelta delta = { position, n_removed, n_added };

  if (n_removed > 0 || n_added > 0)
    g_array_append_val (deltas, delta);
}

/* Counts the rows between the known keys; those before the first key come in @n_before. */
static gboolean
count_chunks (DeskListDirectory *self,
              DeskDatabase *database,
              guint *n_before,
              guint *counts,
              GError **error)
{
  g_autoptr (DeskSql) walk = desk_list_order_walk (database, self->sort, self->filter, NULL, -1, error);
  DeskSqlState state;
  guint index = 0;
  gboolean inside = FALSE;

  if (walk == NULL)
    return FALSE;

  while ((state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      g_auto (DeskSortKey) key = desk_sort_key_read (walk);

      inside = inside || desk_sort_key_compare (self->sort, &get_chunk (self, 0)->first, &key) <= 0;
      if (!inside)
        {
          (*n_before)++;
          continue;
        }

      while (index + 1 < self->chunks->len &&
             desk_sort_key_compare (self->sort, &get_chunk (self, index + 1)->first, &key) <= 0)
        index++;
      counts[index]++;
    }

  return state == DESK_SQL_DONE;
}

gboolean
desk_list_directory_recount (DeskListDirectory *self,
                             DeskDatabase *database,
                             GArray *deltas,
                             GError **error)
{
  g_autofree guint *counts = NULL;
  guint n_before = 0;
  guint position;

  /* Nothing to compare with: from the beginning. */
  if (!self->complete || self->chunks->len == 0)
    {
      guint n_old = self->n_rows;

      g_array_set_size (self->chunks, 0);
      forget_starts (self, 0);
      g_array_set_size (self->starts, 0);
      self->n_rows = 0;
      self->complete = FALSE;
      if (!desk_list_directory_extend (self, database, G_MAXINT32, error))
        return FALSE;
      append_delta (deltas, 0, n_old, self->n_rows);
      return TRUE;
    }

  counts = g_new0 (guint, self->chunks->len);
  if (!count_chunks (self, database, &n_before, counts, error))
    return FALSE;

  append_delta (deltas, 0, 0, n_before);
  position = n_before;
  for (guint i = 0; i < self->chunks->len; i++)
    {
      if (counts[i] != get_chunk (self, i)->n_rows)
        append_delta (deltas, position, get_chunk (self, i)->n_rows, counts[i]);
      position += counts[i];
    }
  if (deltas->len == 0)
    return TRUE;

  /* The keys are old ones now; new chunks are cut from the rows as they are. */
  g_array_set_size (self->chunks, 0);
  g_array_set_size (self->starts, 0);
  self->n_rows = 0;
  self->complete = FALSE;

  return desk_list_directory_extend (self, database, G_MAXINT32, error);
}
