/* Analyses in the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis-store-private.h"
#include "desk-library-private.h"

typedef struct
{
  char *article_id;
  char *engine;
  char *version_hash;
  char *published;
  DeskAnalysis *analysis;
} Data;

static void
data_free (gpointer pointer)
{
  Data *data = pointer;

  g_free (data->article_id);
  g_free (data->engine);
  g_free (data->version_hash);
  g_free (data->published);
  g_clear_object (&data->analysis);
  g_free (data);
}

static gboolean
load_job (DeskDatabase *database,
          gpointer pointer,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Data *data = pointer;
  g_autoptr (GError) local_error = NULL;

  result->data = desk_analysis_store_load (database, data->article_id, data->engine, &local_error);
  result->free_data = g_object_unref;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * desk_library_load_analysis_async:
 * @self: a library
 * @article_id: id of an article
 * @engine: the engine whose analysis is wanted
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is read
 * @user_data: data for @callback
 *
 * Reads the analysis of an article's current version.
 */
void
desk_library_load_analysis_async (DeskLibrary *self,
                                  const char *article_id,
                                  const char *engine,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Data *data;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);
  g_return_if_fail (engine != NULL);

  data = g_new0 (Data, 1);
  data->article_id = g_strdup (article_id);
  data->engine = g_strdup (engine);
  desk_library_push (self, DESK_JOB_READ, load_job, data, data_free, desk_library_load_analysis_async, cancellable, callback, user_data);
}

/**
 * desk_library_load_analysis_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the analysis; %NULL without an error where the version was not analysed by this
 *   engine with the publication date that the article has now
 */
DeskAnalysis *
desk_library_load_analysis_finish (DeskLibrary *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_load_analysis_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
save_job (DeskDatabase *database,
          gpointer pointer,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Data *data = pointer;

  result->data = GINT_TO_POINTER (TRUE);

  return desk_analysis_store_save (database, data->article_id, data->version_hash, data->published, data->analysis, error);
}

/**
 * desk_library_save_analysis_async:
 * @self: a library
 * @article_id: id of an article
 * @version_hash: hash of the version that was analysed
 * @published: (nullable): the publication date that it was made with
 * @analysis: the analysis, not changed any more
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Stores an analysis in place of all earlier ones. If the article has another text or another date by now, it is
 * outdated and nothing is stored.
 */
void
desk_library_save_analysis_async (DeskLibrary *self,
                                  const char *article_id,
                                  const char *version_hash,
                                  const char *published,
                                  DeskAnalysis *analysis,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Data *data;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);
  g_return_if_fail (version_hash != NULL);
  g_return_if_fail (DESK_IS_ANALYSIS (analysis));

  data = g_new0 (Data, 1);
  data->article_id = g_strdup (article_id);
  data->version_hash = g_strdup (version_hash);
  data->published = g_strdup (published);
  data->analysis = g_object_ref (analysis);
  desk_library_push (self, DESK_JOB_WRITE, save_job, data, data_free, desk_library_save_analysis_async, cancellable, callback, user_data);
}

/**
 * desk_library_save_analysis_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: %TRUE if nothing went wrong
 */
gboolean
desk_library_save_analysis_finish (DeskLibrary *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_save_analysis_async))
    return FALSE;

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

static gboolean
next_job (DeskDatabase *database,
          gpointer pointer,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GError) local_error = NULL;

  result->data = desk_analysis_store_find_unanalysed (database, pointer, &local_error);
  result->free_data = g_free;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * desk_library_next_unanalysed_async:
 * @self: a library
 * @engine: the engine that looks for work
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks for an article without an analysis by this engine: newest first, those without any analysis before others.
 */
void
desk_library_next_unanalysed_async (DeskLibrary *self,
                                    const char *engine,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (engine != NULL);

  desk_library_push (self, DESK_JOB_READ, next_job, g_strdup (engine), g_free, desk_library_next_unanalysed_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_next_unanalysed_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): id of an article; %NULL without an error if all are analysed
 */
char *
desk_library_next_unanalysed_finish (DeskLibrary *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_next_unanalysed_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
count_job (DeskDatabase *database,
           gpointer pointer,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  guint count = 0;

  if (!desk_analysis_store_count_unanalysed (database, pointer, &count, error))
    return FALSE;

  /* One more: a result of nothing is an error. */
  result->data = GUINT_TO_POINTER (count + 1);

  return TRUE;
}

/**
 * desk_library_count_unanalysed_async:
 * @self: a library
 * @engine: the engine that looks for work
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Counts the articles without an analysis by this engine.
 */
void
desk_library_count_unanalysed_async (DeskLibrary *self,
                                     const char *engine,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (engine != NULL);

  desk_library_push (self, DESK_JOB_READ, count_job, g_strdup (engine), g_free, desk_library_count_unanalysed_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_count_unanalysed_finish:
 * @self: a library
 * @result: the result
 * @count: (out): number of articles
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: %TRUE if nothing went wrong
 */
gboolean
desk_library_count_unanalysed_finish (DeskLibrary *self,
                                      GAsyncResult *result,
                                      guint *count,
                                      GError **error)
{
  guint found;

  if (!desk_library_is_result (self, result, desk_library_count_unanalysed_async))
    return FALSE;

  found = GPOINTER_TO_UINT (g_task_propagate_pointer (G_TASK (result), error));
  if (found == 0)
    return FALSE;

  *count = found - 1;

  return TRUE;
}
