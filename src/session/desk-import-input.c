/* One file, or what was pasted, on its way into the library: loaded in a thread, looked up, read in a thread unless the
 * library has the same bytes, stored article by article.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-import-input-private.h"

#include "desk-importer.h"

typedef struct
{
  GFile *file; /* NULL for bytes */
  char *media_type;
  char *name;
  GBytes *original;
  char *sha256;
  GPtrArray *articles;
  guint next_article;
  char *id;
  gboolean added;
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->file);
  g_free (input->media_type);
  g_free (input->name);
  g_clear_pointer (&input->original, g_bytes_unref);
  g_free (input->sha256);
  g_clear_pointer (&input->articles, g_ptr_array_unref);
  g_free (input->id);
  g_free (input);
}

static void store_next_article (GTask *owned_task);

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  Input *input = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *id = NULL;
  gboolean added = FALSE;

  id = desk_library_add_article_finish (DESK_LIBRARY (object), result, &added, &error);
  if (id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  input->added |= added;
  if (input->id == NULL)
    input->id = g_steal_pointer (&id);
  store_next_article (g_steal_pointer (&task));
}

static void
store_next_article (GTask *owned_task)
{
  g_autoptr (GTask) task = owned_task;
  Input *input = g_task_get_task_data (task);

  if (input->next_article == input->articles->len)
    g_task_return_boolean (task, TRUE);
  else
    desk_library_add_article_async (g_task_get_source_object (task),
                                    g_ptr_array_index (input->articles, input->next_article++), input->original,
                                    g_task_get_cancellable (task), stored_cb, g_object_ref (task));
}

/* Runs a step of the task in a thread; its callback gets the task. */
static void
run_in_thread (GTask *task,
               GTaskThreadFunc function,
               GAsyncReadyCallback callback)
{
  g_autoptr (GTask) step = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  g_task_set_source_tag (step, run_in_thread);
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (step, function);
}

static void
read_thread (GTask *step,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Input *input = data;
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportHints hints = { .name = input->name, .media_type = input->media_type };
  GError *error = NULL;

  input->articles = desk_importer_read_bytes (input->original, &hints, &limits, cancellable, &error);
  if (input->articles != NULL)
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    store_next_article (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GTask) task = data;
  Input *input = g_task_get_task_data (task);
  GError *error = NULL;

  input->id = desk_library_find_original_finish (DESK_LIBRARY (object), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (input->id != NULL)
    g_task_return_boolean (task, TRUE);
  else
    run_in_thread (task, read_thread, read_cb);
}

static void
load_thread (GTask *step,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Input *input = data;
  DeskImportLimits limits = desk_import_limits_default ();
  GError *error = NULL;

  if (input->file != NULL)
    input->original = desk_importer_load_file (input->file, &limits, &input->name, cancellable, &error);
  if (input->original == NULL)
    {
      g_task_return_error (step, error);
      return;
    }

  input->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, input->original);
  g_task_return_boolean (step, TRUE);
}

static void
loaded_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  Input *input = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    desk_library_find_original_async (g_task_get_source_object (task), input->sha256, g_task_get_cancellable (task),
                                      found_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
start (DeskLibrary *library,
       Input *input,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, start);
  /* What was stored before it was stopped is told. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, input, (GDestroyNotify) input_free);
  run_in_thread (task, load_thread, loaded_cb);
}

/**
 * desk_import_file_async:
 * @library: the library that it goes to
 * @file: a file
 * @cancellable: (nullable): stops it
 * @callback: called when it is stored, or was there before
 * @user_data: data for @callback
 *
 * Adds the articles of a file to a library.
 */
void
desk_import_file_async (DeskLibrary *library,
                        GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Input *input;

  g_return_if_fail (DESK_IS_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  input = g_new0 (Input, 1);
  input->file = g_object_ref (file);
  start (library, input, cancellable, callback, user_data);
}

/**
 * desk_import_bytes_async:
 * @library: the library that it goes to
 * @bytes: what was pasted or dropped
 * @media_type: (nullable): its media type
 * @name: (nullable): what the user would call it
 * @cancellable: (nullable): stops it
 * @callback: called when it is stored, or was there before
 * @user_data: data for @callback
 *
 * Adds the articles in bytes to a library.
 */
void
desk_import_bytes_async (DeskLibrary *library,
                         GBytes *bytes,
                         const char *media_type,
                         const char *name,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Input *input;

  g_return_if_fail (DESK_IS_LIBRARY (library));
  g_return_if_fail (bytes != NULL);

  input = g_new0 (Input, 1);
  input->original = g_bytes_ref (bytes);
  input->media_type = g_strdup (media_type);
  input->name = g_strdup (name);
  start (library, input, cancellable, callback, user_data);
}

/**
 * desk_import_input_finish:
 * @result: the result
 * @added: (out): whether an article is new in the library
 * @error: return location for an error of %DESK_IMPORT_ERROR or %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): id of the first article; %NULL on errors
 */
char *
desk_import_input_finish (GAsyncResult *result,
                          gboolean *added,
                          GError **error)
{
  Input *input;

  g_return_val_if_fail (g_async_result_is_tagged (result, start), NULL);

  input = g_task_get_task_data (G_TASK (result));
  *added = input->added;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_steal_pointer (&input->id);
}
