/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-row-table-private.h"

/* About as many as a few screens need, so that going back and forth reads nothing. */
#define MAX_RECENT 1024

struct _DeskRowTable
{
  GHashTable *by_position; /* guint → DeskArticleRow, neither owned */
  GHashTable *positions;   /* the other way */
  GQueue recent;           /* of DeskArticleRow, owned, newest first */
};

DeskRowTable *
desk_row_table_new (void)
{
  DeskRowTable *self = g_new0 (DeskRowTable, 1);

  self->by_position = g_hash_table_new (NULL, NULL);
  self->positions = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->recent);

  return self;
}

static void
row_gone_cb (gpointer data,
             GObject *row)
{
  DeskRowTable *self = data;
  gpointer position;

  if (g_hash_table_steal_extended (self->positions, row, NULL, &position))
    g_hash_table_remove (self->by_position, position);
}

static void
add (DeskRowTable *self,
     guint position,
     DeskArticleRow *row)
{
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  g_hash_table_insert (self->by_position, GUINT_TO_POINTER (position), row);
  g_hash_table_insert (self->positions, row, GUINT_TO_POINTER (position));
}

void
desk_row_table_clear (DeskRowTable *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_object_weak_unref (row, row_gone_cb, self);
  g_hash_table_remove_all (self->positions);
  g_hash_table_remove_all (self->by_position);
  g_queue_clear_full (&self->recent, g_object_unref);
}

void
desk_row_table_free (DeskRowTable *self)
{
  if (self == NULL)
    return;

  desk_row_table_clear (self);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->by_position);
  g_free (self);
}

DeskArticleRow *
desk_row_table_peek (DeskRowTable *self,
                     guint position)
{
  return g_hash_table_lookup (self->by_position, GUINT_TO_POINTER (position));
}

DeskArticleRow *
desk_row_table_get (DeskRowTable *self,
                    guint position)
{
  DeskArticleRow *row = desk_row_table_peek (self, position);

  if (row != NULL)
    return row;

  row = desk_article_row_new ();
  add (self, position, row);
  g_queue_push_head (&self->recent, row);
  if (self->recent.length > MAX_RECENT)
    g_object_unref (g_queue_pop_tail (&self->recent));

  return row;
}

void
desk_row_table_fill (DeskRowTable *self,
                     guint position,
                     DeskArticleRecord *record)
{
  /* A listener may drop the row while it is told. */
  g_autoptr (DeskArticleRow) row = g_object_ref (desk_row_table_get (self, position));

  desk_article_row_fill (row, record);
}

void
desk_row_table_update (DeskRowTable *self,
                       DeskArticleRecord *record)
{
  g_autoptr (DeskArticleRow) found = NULL;
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->positions);
  while (found == NULL && g_hash_table_iter_next (&iter, &row, NULL))
    if (g_strcmp0 (desk_article_row_get_id (row), record->uuid) == 0)
      found = g_object_ref (row);

  if (found != NULL)
    desk_article_row_fill (found, record);
}

void
desk_row_table_shift (DeskRowTable *self,
                      guint position,
                      guint n_removed,
                      guint n_added)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->positions);
  GHashTableIter iter;
  gpointer row;
  gpointer value;

  self->positions = g_hash_table_new (NULL, NULL);
  g_hash_table_remove_all (self->by_position);

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &row, &value))
    {
      guint at = GPOINTER_TO_UINT (value);

      if (at >= position && at - position < n_removed)
        {
          /* It may live on in other hands, but is none of this list. */
          g_object_weak_unref (row, row_gone_cb, self);
          continue;
        }
      if (at >= position)
        at = at - n_removed + n_added;
      g_hash_table_insert (self->by_position, GUINT_TO_POINTER (at), row);
      g_hash_table_insert (self->positions, row, GUINT_TO_POINTER (at));
    }
}

void
desk_row_table_set_stale (DeskRowTable *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    desk_article_row_set_stale (row);
}

guint
desk_row_table_find_stale (DeskRowTable *self,
                           guint page_rows,
                           GHashTable *except_pages)
{
  guint best = G_MAXUINT;
  GHashTableIter iter;
  gpointer row;
  gpointer at;

  /* The newest wish first: while somebody scrolls fast, what was passed by is not read. */
  for (GList *l = self->recent.head; l != NULL; l = l->next)
    {
      gpointer position;

      if (!desk_article_row_get_stale (l->data) ||
          !g_hash_table_lookup_extended (self->positions, l->data, NULL, &position) ||
          g_hash_table_contains (except_pages, GUINT_TO_POINTER (GPOINTER_TO_UINT (position) / page_rows)))
        continue;

      /* One reference is the one of this table. */
      if (G_OBJECT (l->data)->ref_count > 1)
        return GPOINTER_TO_UINT (position);
      if (best == G_MAXUINT)
        best = GPOINTER_TO_UINT (position);
    }
  if (best != G_MAXUINT)
    return best;

  /* Old rows that only others hold still. */
  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &row, &at))
    if (desk_article_row_get_stale (row) &&
        !g_hash_table_contains (except_pages, GUINT_TO_POINTER (GPOINTER_TO_UINT (at) / page_rows)))
      return GPOINTER_TO_UINT (at);

  return G_MAXUINT;
}
