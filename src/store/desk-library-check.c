/* Checking a library: in a thread and on a connection of its own, so that reading and marking go on.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-check-private.h"
#include "desk-database-open-private.h"
#include "desk-library-private.h"

/* The index of a larger library takes minutes, during which nothing could be written. */
#define MAX_SEARCHED_ARTICLES 20000

typedef struct
{
  GTask *task;
  DeskDatabase *reader;
  GPtrArray *problems;
} Check;

static void
check_free (Check *check)
{
  g_clear_object (&check->reader);
  g_clear_object (&check->task);
  g_clear_pointer (&check->problems, g_ptr_array_unref);
  g_free (check);
}

typedef struct
{
  char *folder;
  gboolean read_only;
} Place;

static void
place_free (gpointer data)
{
  g_free (((Place *) data)->folder);
  g_free (data);
}

static gboolean
reader_job (DeskDatabase *reader,
            gpointer data,
            DeskJobResult *result,
            GCancellable *cancellable,
            GError **error)
{
  Place *place = data;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (!desk_database_open_to_check (reader, place->folder, place->read_only, error) || !desk_check_run (reader, problems, error))
    return FALSE;

  result->data = g_steal_pointer (&problems);
  result->free_data = (GDestroyNotify) g_ptr_array_unref;

  return TRUE;
}

/* Stands behind what is still to be written, such as an index that is being built again. */
static gboolean
settle_job (DeskDatabase *database,
            gpointer data,
            DeskJobResult *result,
            GCancellable *cancellable,
            GError **error)
{
  return TRUE;
}

static gboolean
search_job (DeskDatabase *database,
            gpointer data,
            DeskJobResult *result,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (!desk_database_get_read_only (database) &&
      desk_database_query_number (desk_database_get_connection (database), "SELECT n_all FROM section_count WHERE sort = 'total'") <= MAX_SEARCHED_ARTICLES &&
      !desk_check_run_search (database, problems, error))
    return FALSE;

  result->data = g_steal_pointer (&problems);
  result->free_data = (GDestroyNotify) g_ptr_array_unref;

  return TRUE;
}

static void
answer (Check *check,
        GError *error)
{
  if (error != NULL)
    g_task_return_error (check->task, error);
  else
    g_task_return_pointer (check->task, g_ptr_array_steal (check->problems, NULL), (GDestroyNotify) g_strfreev);
  check_free (check);
}

static void
search_checked_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer data)
{
  Check *check = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_task_propagate_pointer (G_TASK (result), &error);

  if (problems != NULL)
    g_ptr_array_extend_and_steal (check->problems, g_steal_pointer (&problems));
  answer (check, g_steal_pointer (&error));
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  Check *check = data;
  DeskLibrary *self = g_task_get_source_object (check->task);
  g_autoptr (GError) error = NULL;
  const char *problem = desk_library_get_problem (self);

  check->problems = g_task_propagate_pointer (G_TASK (result), &error);
  if (check->problems == NULL)
    {
      /* What cannot even be opened is found to be damaged, and that is the result. */
      if (!g_error_matches (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED))
        {
          answer (check, g_steal_pointer (&error));
          return;
        }
      check->problems = g_ptr_array_new_null_terminated (4, g_free, TRUE);
      g_ptr_array_add (check->problems, g_strdup (problem != NULL ? problem : error->message));
      answer (check, NULL);
      return;
    }

  desk_library_push (self, DESK_JOB_BARE, search_job, NULL, NULL, read_cb, g_task_get_cancellable (check->task), search_checked_cb, check);
}

static void
settled_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  Check *check = data;
  DeskLibrary *self = g_task_get_source_object (check->task);
  g_autoptr (GTask) reader_task = NULL;
  g_autoptr (GError) error = NULL;
  Place *place;

  g_task_propagate_pointer (G_TASK (result), &error);
  /* A library that is not open is looked at all the same. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      answer (check, g_steal_pointer (&error));
      return;
    }

  check->reader = desk_database_new ();
  reader_task = g_task_new (NULL, g_task_get_cancellable (check->task), read_cb, check);
  g_task_set_source_tag (reader_task, settled_cb);
  place = g_new0 (Place, 1);
  place->folder = g_strdup (desk_library_get_path (self));
  place->read_only = desk_library_get_read_only (self);
  desk_database_push (check->reader, DESK_JOB_BARE, reader_job, place, place_free, reader_task);
}

/**
 * desk_library_check_async:
 * @self: a library
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is checked
 * @user_data: data for @callback
 *
 * Looks through the whole library: the file, every original and every text with its SHA-256, every mark with its words,
 * the numbers and the search index. Nothing is repaired.
 */
void
desk_library_check_async (DeskLibrary *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Check *check;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  check = g_new0 (Check, 1);
  check->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (check->task, desk_library_check_async);
  desk_library_push (self, DESK_JOB_BARE, settle_job, NULL, NULL, settled_cb, cancellable, settled_cb, check);
}

/**
 * desk_library_check_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (array zero-terminated=1): a sentence for each problem; empty if all is well
 */
char **
desk_library_check_finish (DeskLibrary *self,
                           GAsyncResult *result,
                           GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_check_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}
