/* Jobs of lists for the store thread.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-id-list-private.h"
#include "desk-list-index-private.h"
#include "desk-rule-store-private.h"

typedef struct
{
  DeskListIndex *index;
  DeskQuery *query;
  guint generation;
  guint position;
  GCancellable *cancellable;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  desk_list_index_unref (request->index);
  g_clear_pointer (&request->query, desk_query_free);
  g_clear_object (&request->cancellable);
  g_free (request);
}

static void push_slice (DeskDatabase *database,
                        Request *request);

static gboolean
slice_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  Request *request = data;
  DeskListIndex *self = request->index;
  g_autoptr (GError) local_error = NULL;
  gboolean complete;

  if (!self->open || self->generation != request->generation)
    return TRUE;

  if (self->directory != NULL)
    {
      if (!desk_list_directory_extend (self->directory, database, desk_list_limits.slice_rows, &local_error))
        {
          desk_list_index_send_error (self, DESK_LIST_MESSAGE_CHANGE, g_steal_pointer (&local_error));
          return TRUE;
        }
      complete = desk_list_directory_is_complete (self->directory);
      /* The count was known from the beginning; it differs only if the counters were wrong. */
      if (complete && desk_list_directory_count (self->directory) != self->n_told)
        desk_list_index_tell_growth (self, desk_list_directory_count (self->directory));
    }
  else
    {
      if (!desk_id_list_extend (self->ids, database, desk_list_limits.slice_rows, &local_error))
        {
          desk_list_index_send_error (self, DESK_LIST_MESSAGE_CHANGE, g_steal_pointer (&local_error));
          return TRUE;
        }
      complete = desk_id_list_is_complete (self->ids);
      if (complete || desk_id_list_get_ids (self->ids)->len > self->n_told)
        desk_list_index_tell_growth (self, desk_id_list_get_ids (self->ids)->len);
    }

  if (!complete)
    push_slice (database, request);

  return TRUE;
}

static Request *
request_new (DeskListIndex *index,
             guint generation,
             GCancellable *cancellable)
{
  Request *request = g_new0 (Request, 1);

  request->index = desk_list_index_ref (index);
  request->generation = generation;
  request->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;

  return request;
}

/* A task without a callback: the way in which a job is cancelled. */
static void
push_request (DeskDatabase *database,
              DeskJobFunc func,
              Request *request)
{
  g_autoptr (GTask) task = g_task_new (NULL, request->cancellable, NULL, NULL);

  g_task_set_source_tag (task, push_request);
  desk_database_push (database, DESK_JOB_READ, func, request, request_free, task);
}

static void
push_slice (DeskDatabase *database,
            Request *request)
{
  push_request (database, slice_job, request_new (request->index, request->generation, request->cancellable));
}

/* A name that the reader joined with others finds what is called by those, too. */
static DeskSearchQuery *
parse_search (DeskDatabase *database,
              const char *typed)
{
  DeskSearchQuery *search = desk_search_query_parse (typed);
  DeskRuleSet *rules = desk_rule_store_get_set (database, NULL);
  g_auto (GStrv) names = rules != NULL ? desk_rule_set_dup_other_names (rules, typed) : NULL;

  if (names != NULL)
    desk_search_query_add_names (search, (const char *const *) names);

  return search;
}

static gboolean
query_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  Request *request = data;
  DeskListIndex *self = request->index;
  g_autoptr (GError) local_error = NULL;
  GPtrArray *lists = desk_database_get_lists (database);

  desk_list_index_look_around (database);

  if (!self->open)
    {
      self->open = TRUE;
      g_ptr_array_add (lists, desk_list_index_ref (self));
    }
  desk_list_index_forget_query (self);
  self->generation = request->generation;
  self->query = desk_query_copy (request->query);
  if (self->query->search != NULL)
    self->search = parse_search (database, self->query->search);

  if (!desk_list_index_start (self, database, &local_error))
    {
      desk_list_index_send_error (self, DESK_LIST_MESSAGE_START, g_steal_pointer (&local_error));
      desk_list_index_forget_query (self);
      return TRUE;
    }

  if (self->directory != NULL || !desk_id_list_is_complete (self->ids))
    push_slice (database, request);

  return TRUE;
}

static gboolean
page_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Request *request = data;
  DeskListIndex *self = request->index;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (DeskListMessage) message = NULL;

  if (!self->open || self->query == NULL)
    return TRUE;

  desk_list_index_look_around (database);
  if (self->generation != request->generation)
    return TRUE;

  message = desk_list_index_new_message (self, DESK_LIST_MESSAGE_PAGE);
  message->position = request->position;
  message->rows = desk_list_index_read_rows (self, database, request->position, &local_error);
  if (message->rows != NULL)
    desk_list_index_send (self, g_steal_pointer (&message));
  else
    desk_list_index_send_error (self, DESK_LIST_MESSAGE_PAGE, g_steal_pointer (&local_error));

  return TRUE;
}

static gboolean
close_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  Request *request = data;

  request->index->open = FALSE;
  g_ptr_array_remove_fast (desk_database_get_lists (database), request->index);

  return TRUE;
}

void
desk_list_index_push_query (DeskListIndex *self,
                            DeskDatabase *database,
                            const DeskQuery *query,
                            guint generation,
                            GCancellable *cancellable)
{
  Request *request = request_new (self, generation, cancellable);

  request->query = desk_query_copy (query);
  push_request (database, query_job, request);
}

void
desk_list_index_push_page (DeskListIndex *self,
                           DeskDatabase *database,
                           guint generation,
                           guint position)
{
  Request *request = request_new (self, generation, NULL);

  request->position = position;
  push_request (database, page_job, request);
}

void
desk_list_index_push_close (DeskListIndex *self,
                            DeskDatabase *database)
{
  desk_database_push (database, DESK_JOB_BARE, close_job, request_new (self, 0, NULL), request_free, NULL);
}
