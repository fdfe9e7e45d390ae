/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-index-private.h"

#include "desk-database-open-private.h"
#include "desk-id-list-private.h"
#include "desk-snippet-private.h"
#include "desk-sql-private.h"

/* What is found before anything is shown. */
#define FIRST_SEARCH_ROWS 200

void
desk_list_message_free (DeskListMessage *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->deltas, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

DeskListIndex *
desk_list_index_new (GObject *listener,
                     DeskListMessageFunc func)
{
  DeskListIndex *self = g_new0 (DeskListIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_weak_ref_init (&self->listener, listener);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;

  return self;
}

DeskListIndex *
desk_list_index_ref (DeskListIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
desk_list_index_forget_query (DeskListIndex *self)
{
  g_clear_pointer (&self->directory, desk_list_directory_free);
  g_clear_pointer (&self->ids, desk_id_list_free);
  g_clear_pointer (&self->search, desk_search_query_free);
  g_clear_pointer (&self->query, desk_query_free);
  self->n_told = 0;
}

void
desk_list_index_unref (DeskListIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  desk_list_index_forget_query (self);
  g_weak_ref_clear (&self->listener);
  g_main_context_unref (self->context);
  g_free (self);
}

typedef struct
{
  GObject *listener;
  DeskListMessageFunc func;
  DeskListMessage *message;
} Delivery;

static gboolean
deliver_cb (gpointer data)
{
  Delivery *delivery = data;

  delivery->func (delivery->listener, g_steal_pointer (&delivery->message));

  return G_SOURCE_REMOVE;
}

/* Runs in the listener's thread, so that it never dies in this one. */
static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_pointer (&delivery->message, desk_list_message_free);
  g_object_unref (delivery->listener);
  g_free (delivery);
}

/* (transfer full) */
void
desk_list_index_send (DeskListIndex *self,
                      DeskListMessage *message)
{
  GObject *listener = g_weak_ref_get (&self->listener);
  g_autoptr (GSource) source = NULL;
  Delivery *delivery;

  if (listener == NULL)
    {
      desk_list_message_free (message);
      return;
    }

  delivery = g_new0 (Delivery, 1);
  delivery->listener = listener;
  delivery->func = self->func;
  delivery->message = message;

  /* As answers to tasks: in the order in which they were sent. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[newsdesk] list message");
  g_source_set_callback (source, deliver_cb, delivery, delivery_free);
  g_source_attach (source, self->context);
}

DeskListMessage *
desk_list_index_new_message (DeskListIndex *self,
                             DeskListMessageKind kind)
{
  DeskListMessage *message = g_new0 (DeskListMessage, 1);

  message->kind = kind;
  message->generation = self->generation;
  message->complete = self->ids == NULL || desk_id_list_is_complete (self->ids);

  return message;
}

void
desk_list_index_send_error (DeskListIndex *self,
                            DeskListMessageKind kind,
                            GError *error)
{
  DeskListMessage *message;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }

  message = desk_list_index_new_message (self, kind);
  message->complete = TRUE;
  message->error = error;
  desk_list_index_send (self, message);
}

gboolean
desk_list_index_read_ids (DeskListIndex *self,
                          DeskDatabase *database,
                          guint position,
                          guint n_rows,
                          GArray *ids,
                          GError **error)
{
  GArray *all;

  if (self->directory != NULL)
    return desk_list_directory_read_ids (self->directory, database, position, n_rows, ids, error);

  all = desk_id_list_get_ids (self->ids);
  if (position < all->len)
    g_array_append_vals (ids, &g_array_index (all, gint64, position), MIN (n_rows, all->len - position));

  return TRUE;
}

gboolean
desk_list_index_rank (DeskListIndex *self,
                      DeskDatabase *database,
                      gint64 id,
                      guint *position,
                      GError **error)
{
  g_autoptr (DeskArticleRecord) record = NULL;
  g_autoptr (GError) local_error = NULL;
  g_auto (DeskSortKey) key = { NULL };

  *position = G_MAXUINT;

  if (self->ids != NULL)
    {
      GArray *all = desk_id_list_get_ids (self->ids);

      for (guint i = 0; i < all->len && *position == G_MAXUINT; i++)
        if (g_array_index (all, gint64, i) == id)
          *position = i;
      return TRUE;
    }

  record = desk_article_record_load (database, id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (record == NULL || !desk_article_record_passes (record, self->query->filter))
    return TRUE;

  key = desk_sort_key_of (record, self->query->sort);

  return desk_list_directory_rank (self->directory, database, &key, position, error);
}

GPtrArray *
desk_list_index_read_rows (DeskListIndex *self,
                           DeskDatabase *database,
                           guint position,
                           GError **error)
{
  const guint n_rows = self->search != NULL ? DESK_LIST_SEARCH_PAGE_ROWS : DESK_LIST_PAGE_ROWS;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_article_record_unref);
  g_autoptr (GHashTable) snippets = NULL;

  if (!desk_list_index_read_ids (self, database, position, n_rows, ids, error))
    return NULL;

  if (self->search != NULL)
    {
      snippets = desk_snippet_load (database, self->search, ids, error);
      if (snippets == NULL)
        return NULL;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GError) local_error = NULL;
      DeskArticleRecord *record = desk_article_record_load (database, id, &local_error);

      if (record == NULL)
        {
          if (local_error != NULL)
            g_propagate_error (error, g_steal_pointer (&local_error));
          else
            g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND, "A row of the list is gone");
          return NULL;
        }
      g_ptr_array_add (rows, record);

      if (snippets != NULL)
        record->snippet = g_strdup (g_hash_table_lookup (snippets, &id));
    }

  return g_steal_pointer (&rows);
}

gboolean
desk_list_index_load_sections (DeskListIndex *self,
                               DeskDatabase *database,
                               DeskListMessage *message,
                               GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->search != NULL)
    return TRUE;

  message->sections = desk_list_order_load_sections (database, self->query->sort, self->query->filter, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The first answer to a query. */
gboolean
desk_list_index_start (DeskListIndex *self,
                       DeskDatabase *database,
                       GError **error)
{
  g_autoptr (DeskListMessage) message = desk_list_index_new_message (self, DESK_LIST_MESSAGE_START);

  if (!desk_list_order_count (database, self->query->filter, &message->count, error))
    return FALSE;

  if (self->search != NULL || (self->query->sort != DESK_SORT_ADDED && self->query->filter != DESK_FILTER_ALL && message->count <= desk_list_limits.max_held))
    {
      self->ids = desk_id_list_new (self->query->sort, self->query->filter, self->search);
      /* Enough to show something; the rest follows in slices. */
      do
        if (!desk_id_list_extend (self->ids, database, MIN (FIRST_SEARCH_ROWS, desk_list_limits.slice_rows), error))
          return FALSE;
      while (!desk_id_list_is_complete (self->ids) && desk_id_list_get_ids (self->ids)->len == 0);

      message->count = desk_id_list_get_ids (self->ids)->len;
      message->complete = desk_id_list_is_complete (self->ids);
    }
  else
    {
      self->directory = desk_list_directory_new (self->query->sort, self->query->filter);
    }

  message->rows = desk_list_index_read_rows (self, database, 0, error);
  if (message->rows == NULL || !desk_list_index_load_sections (self, database, message, error))
    return FALSE;

  self->n_told = message->count;
  desk_list_index_send (self, g_steal_pointer (&message));

  return TRUE;
}

/* What was found since the listener was told last. */
void
desk_list_index_tell_growth (DeskListIndex *self,
                             guint count)
{
  DeskListMessage *message = desk_list_index_new_message (self, DESK_LIST_MESSAGE_CHANGE);
  DeskListDelta delta = { MIN (self->n_told, count), self->n_told - MIN (self->n_told, count), count - MIN (self->n_told, count) };

  message->deltas = g_array_new (FALSE, FALSE, sizeof (DeskListDelta));
  if (delta.n_removed > 0 || delta.n_added > 0)
    g_array_append_val (message->deltas, delta);
  self->n_told = count;
  desk_list_index_send (self, message);
}
