/* How lists follow what transactions change.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-open-private.h"
#include "desk-id-list-private.h"
#include "desk-list-index-private.h"

/* More changes at once are told as one. */
#define MAX_CHANGES 500

typedef struct
{
  DeskSortKey key;
  DeskSort sort;
  int change; /* 1: the row came, -1: it went */
} Event;

static void
clear_event (gpointer data)
{
  desk_sort_key_clear (&((Event *) data)->key);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *first = a;
  const Event *second = b;

  return desk_sort_key_compare (first->sort, &first->key, &second->key);
}

static void
add_event (DeskListIndex *self,
           GArray *events,
           DeskArticleRecord *record,
           int change)
{
  Event event = { desk_sort_key_of (record, self->query->sort), self->query->sort, change };

  g_array_append_val (events, event);
}

/* Rows that came, went or moved, first in the list first. */
static GArray *
collect_events (DeskListIndex *self,
                DeskChanges *changes)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  g_array_set_clear_func (events, clear_event);

  for (guint i = 0; i < desk_changes_get_n (changes); i++)
    {
      const DeskArticleChange *change = desk_changes_get (changes, i);
      gboolean was_there = change->before != NULL && desk_article_record_passes (change->before, self->query->filter);
      gboolean is_there = change->after != NULL && desk_article_record_passes (change->after, self->query->filter);

      if (was_there && is_there)
        {
          g_auto (DeskSortKey) before = desk_sort_key_of (change->before, self->query->sort);
          g_auto (DeskSortKey) after = desk_sort_key_of (change->after, self->query->sort);

          if (desk_sort_key_compare (self->query->sort, &before, &after) == 0)
            continue;
        }
      if (was_there)
        add_event (self, events, change->before, -1);
      if (is_there)
        add_event (self, events, change->after, 1);
    }
  g_array_sort (events, compare_events);

  return events;
}

/* Rows next to each other make one delta. */
static void
append_event (GArray *deltas,
              guint position,
              int change)
{
  DeskListDelta *last = deltas->len > 0 ? &g_array_index (deltas, DeskListDelta, deltas->len - 1) : NULL;
  DeskListDelta delta = { position, change < 0 ? 1 : 0, change > 0 ? 1 : 0 };

  if (last != NULL && position == last->position + last->n_added)
    {
      last->n_removed += delta.n_removed;
      last->n_added += delta.n_added;
    }
  else
    {
      g_array_append_val (deltas, delta);
    }
}

/* The directory is brought to the new state first. Then the rows before an event are those of the new state, and they
 * are so for the listener too, who has followed all events before it. */
static gboolean
follow_directory (DeskListIndex *self,
                  DeskDatabase *database,
                  DeskChanges *changes,
                  GArray *deltas,
                  GError **error)
{
  g_autoptr (GArray) events = collect_events (self, changes);

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      if (!desk_list_directory_note (self->directory, database, &event->key, event->change, error))
        return FALSE;
    }

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      guint position;

      if (!desk_list_directory_rank (self->directory, database, &event->key, &position, error))
        return FALSE;
      append_event (deltas, position, event->change);
    }

  return TRUE;
}

static void
apply_deltas (DeskListIndex *self,
              GArray *deltas)
{
  for (guint i = 0; i < deltas->len; i++)
    {
      const DeskListDelta *delta = &g_array_index (deltas, DeskListDelta, i);

      self->n_told += delta->n_added;
      self->n_told -= delta->n_removed;
    }
}

static void
recount (DeskListIndex *self,
         DeskDatabase *database)
{
  g_autoptr (DeskListMessage) message = NULL;
  g_autoptr (GError) local_error = NULL;

  if (self->query == NULL)
    return;

  message = desk_list_index_new_message (self, DESK_LIST_MESSAGE_REFRESH);
  message->deltas = g_array_new (FALSE, FALSE, sizeof (DeskListDelta));

  /* Only what was looked at has changed places; where the rest begins, the count is known anew. */
  if (self->directory != NULL && !desk_list_directory_is_complete (self->directory))
    {
      DeskListDelta all = { 0, self->n_told, 0 };

      desk_list_directory_free (self->directory);
      self->directory = desk_list_directory_new (self->query->sort, self->query->filter);
      if (desk_list_directory_extend (self->directory, database, G_MAXINT32, &local_error))
        {
          all.n_added = desk_list_directory_count (self->directory);
          g_array_append_val (message->deltas, all);
        }
    }
  else if (self->directory != NULL)
    {
      desk_list_directory_recount (self->directory, database, message->deltas, &local_error);
    }
  else
    {
      desk_id_list_recount (self->ids, database, message->deltas, &local_error);
      message->complete = TRUE;
    }

  if (local_error == NULL)
    desk_list_index_load_sections (self, database, message, &local_error);
  if (local_error != NULL)
    {
      desk_list_index_send_error (self, DESK_LIST_MESSAGE_REFRESH, g_steal_pointer (&local_error));
      return;
    }

  apply_deltas (self, message->deltas);
  desk_list_index_send (self, g_steal_pointer (&message));
}

/* Neither what rows show nor their order hangs on what a machine found or the reader corrected of it; what a search finds
 * does. While a library is analysed that is one transaction after the other. */
static gboolean
is_touched (DeskListIndex *self,
            DeskChanges *changes)
{
  if (self->directory == NULL)
    return TRUE;

  for (guint i = 0; i < desk_changes_get_n (changes); i++)
    if (desk_changes_get (changes, i)->touch & ~(DESK_TOUCH_ANALYSIS | DESK_TOUCH_RULES))
      return TRUE;

  return FALSE;
}

static void
follow (DeskListIndex *self,
        DeskDatabase *database,
        DeskChanges *changes)
{
  g_autoptr (DeskListMessage) message = NULL;
  g_autoptr (GError) local_error = NULL;

  if (self->query == NULL)
    return;
  if (desk_changes_get_all (changes) || desk_changes_get_n (changes) > MAX_CHANGES)
    {
      recount (self, database);
      return;
    }
  if (!is_touched (self, changes))
    return;

  message = desk_list_index_new_message (self, DESK_LIST_MESSAGE_CHANGE);
  message->deltas = g_array_new (FALSE, FALSE, sizeof (DeskListDelta));
  message->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_article_record_unref);
  for (guint i = 0; i < desk_changes_get_n (changes); i++)
    {
      const DeskArticleChange *change = desk_changes_get (changes, i);

      if (change->after != NULL && !change->after->deleted)
        g_ptr_array_add (message->rows, desk_article_record_ref (change->after));
    }

  if ((self->directory != NULL
         ? follow_directory (self, database, changes, message->deltas, &local_error)
         : desk_id_list_update (self->ids, database, changes, message->deltas, &local_error)) &&
      desk_list_index_load_sections (self, database, message, &local_error))
    {
      apply_deltas (self, message->deltas);
      message->complete = self->ids == NULL || desk_id_list_is_complete (self->ids);
      desk_list_index_send (self, g_steal_pointer (&message));
    }
  else
    {
      desk_list_index_send_error (self, DESK_LIST_MESSAGE_CHANGE, g_steal_pointer (&local_error));
    }
}

void
desk_list_index_follow_all (DeskDatabase *database,
                            DeskChanges *changes)
{
  GPtrArray *lists = desk_database_get_lists (database);

  if (desk_list_index_look_around (database))
    return;

  for (guint i = 0; i < lists->len; i++)
    follow (g_ptr_array_index (lists, i), database, changes);
}

gboolean
desk_list_index_look_around (DeskDatabase *database)
{
  gint64 version;

  version = desk_database_query_number (desk_database_get_connection (database), "PRAGMA data_version");
  if (!desk_database_notice_version (database, version))
    return FALSE;

  desk_list_index_recount_all (database);

  return TRUE;
}

void
desk_list_index_recount_all (DeskDatabase *database)
{
  GPtrArray *lists = desk_database_get_lists (database);

  for (guint i = 0; i < lists->len; i++)
    recount (g_ptr_array_index (lists, i), database);
}
