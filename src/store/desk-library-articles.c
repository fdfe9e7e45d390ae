/* Articles, originals, marks: reading them, and what is written without a step.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation-store-private.h"
#include "desk-article-store-private.h"
#include "desk-library-private.h"
#include "desk-sql-private.h"

static gboolean
count_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (DeskSql) row = NULL;
  DeskLibraryCounts counts;

  row = desk_sql_get (database, "SELECT n_all, n_unread, n_starred, n_marked FROM section_count WHERE sort = 'total'", error);
  if (row == NULL || !desk_sql_find (row, "", error))
    return FALSE;

  counts.all = MAX (desk_sql_get_int (row, 0), 0);
  counts.unread = MAX (desk_sql_get_int (row, 1), 0);
  counts.starred = MAX (desk_sql_get_int (row, 2), 0);
  counts.marked = MAX (desk_sql_get_int (row, 3), 0);
  result->data = g_memdup2 (&counts, sizeof counts);
  result->free_data = g_free;

  return TRUE;
}

/**
 * desk_library_count_async:
 * @self: a library
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Asks how many articles there are.
 */
void
desk_library_count_async (DeskLibrary *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_push (self, DESK_JOB_READ, count_job, NULL, NULL, desk_library_count_async, cancellable, callback, user_data);
}

/**
 * desk_library_count_finish:
 * @self: a library
 * @result: the result
 * @counts: (out): the numbers
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: %TRUE if they are known
 */
gboolean
desk_library_count_finish (DeskLibrary *self,
                           GAsyncResult *result,
                           DeskLibraryCounts *counts,
                           GError **error)
{
  g_autofree DeskLibraryCounts *found = NULL;

  if (!desk_library_is_result (self, result, desk_library_count_async))
    return FALSE;

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return FALSE;

  *counts = *found;

  return TRUE;
}

typedef struct
{
  DeskArticle *article;
  GBytes *original;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_object_unref (addition->article);
  g_clear_pointer (&addition->original, g_bytes_unref);
  g_free (addition);
}

typedef struct
{
  char *id;
  gboolean added;
} AdditionResult;

static void
addition_result_free (gpointer data)
{
  g_free (((AdditionResult *) data)->id);
  g_free (data);
}

static gboolean
add_job (DeskDatabase *database,
         gpointer data,
         DeskJobResult *result,
         GCancellable *cancellable,
         GError **error)
{
  Addition *addition = data;
  AdditionResult *added = g_new0 (AdditionResult, 1);

  added->id = desk_article_store_add (database, addition->article, addition->original, &added->added, error);
  if (added->id == NULL)
    {
      addition_result_free (added);
      return FALSE;
    }

  result->data = added;
  result->free_data = addition_result_free;

  return TRUE;
}

/* The caller's article belongs to the caller's thread; its version may be read by all. */
static DeskArticle *
copy_article (DeskArticle *article)
{
  DeskArticle *copy = desk_article_new (desk_article_get_id (article), desk_article_get_version (article));
  const char *const *warnings = desk_article_get_warnings (article);

  for (int field = 0; field < DESK_N_FIELDS; field++)
    desk_article_set_field (copy, (DeskField) field,
                            desk_article_get_field (article, (DeskField) field),
                            desk_article_get_origin (article, (DeskField) field),
                            desk_article_get_confidence (article, (DeskField) field));
  desk_article_set_authors (copy, desk_article_get_authors (article));
  for (guint i = 0; warnings[i] != NULL; i++)
    desk_article_add_warning (copy, warnings[i]);
  desk_article_set_original (copy, desk_article_get_media_type (article), desk_article_get_original_hash (article),
                             desk_article_get_original_size (article), desk_article_get_original_name (article));
  desk_article_set_unread (copy, desk_article_get_unread (article));
  desk_article_set_starred (copy, desk_article_get_starred (article));
  desk_article_set_position (copy, desk_article_get_position (article));

  return copy;
}

/**
 * desk_library_add_article_async:
 * @self: a library
 * @article: an article that is not in the library yet
 * @original: (nullable): the bytes that it was made of
 * @cancellable: (nullable): a cancellable; what is being written is written to the end
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Stores an article with its original in one transaction. Its time of adding is the library's clock.
 */
void
desk_library_add_article_async (DeskLibrary *self,
                                DeskArticle *article,
                                GBytes *original,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Addition *addition;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  addition = g_new0 (Addition, 1);
  addition->article = copy_article (article);
  addition->original = original != NULL ? g_bytes_ref (original) : NULL;
  desk_library_push (self, DESK_JOB_WRITE, add_job, addition, addition_free, desk_library_add_article_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_add_article_finish:
 * @self: a library
 * @result: the result
 * @added: (out) (optional): %FALSE if an article of the same bytes was there already
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): id of the article in the library
 */
char *
desk_library_add_article_finish (DeskLibrary *self,
                                 GAsyncResult *result,
                                 gboolean *added,
                                 GError **error)
{
  AdditionResult *found;
  char *id;

  if (!desk_library_is_result (self, result, desk_library_add_article_async))
    return NULL;

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;

  if (added != NULL)
    *added = found->added;
  id = g_steal_pointer (&found->id);
  addition_result_free (found);

  return id;
}

static gboolean
find_original_job (DeskDatabase *database,
                   gpointer data,
                   DeskJobResult *result,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GError) local_error = NULL;

  result->data = desk_article_store_find_original (database, data, &local_error);
  result->free_data = g_free;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * desk_library_find_original_async:
 * @self: a library
 * @sha256: SHA-256 of a file, in hexadecimal
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks for the article that was made of a file.
 */
void
desk_library_find_original_async (DeskLibrary *self,
                                  const char *sha256,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (sha256 != NULL);

  desk_library_push (self, DESK_JOB_READ, find_original_job, g_strdup (sha256), g_free, desk_library_find_original_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_find_original_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): id of the article; %NULL without an error if there is none
 */
char *
desk_library_find_original_finish (DeskLibrary *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_find_original_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
load_article_job (DeskDatabase *database,
                  gpointer data,
                  DeskJobResult *result,
                  GCancellable *cancellable,
                  GError **error)
{
  result->data = desk_article_store_load (database, data, error);
  result->free_data = g_object_unref;

  return result->data != NULL;
}

/**
 * desk_library_load_article_async:
 * @self: a library
 * @article_id: id of an article
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is read
 * @user_data: data for @callback
 *
 * Reads an article with its current version.
 */
void
desk_library_load_article_async (DeskLibrary *self,
                                 const char *article_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);

  desk_library_push (self, DESK_JOB_READ, load_article_job, g_strdup (article_id), g_free, desk_library_load_article_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_load_article_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): the article
 */
DeskArticle *
desk_library_load_article_finish (DeskLibrary *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_load_article_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
load_original_job (DeskDatabase *database,
                   gpointer data,
                   DeskJobResult *result,
                   GCancellable *cancellable,
                   GError **error)
{
  result->data = desk_article_store_load_original (database, data, error);
  result->free_data = (GDestroyNotify) g_bytes_unref;

  return result->data != NULL;
}

/**
 * desk_library_load_original_async:
 * @self: a library
 * @article_id: id of an article
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are read
 * @user_data: data for @callback
 *
 * Reads the bytes that an article was made of, and compares them with their SHA-256.
 */
void
desk_library_load_original_async (DeskLibrary *self,
                                  const char *article_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);

  desk_library_push (self, DESK_JOB_READ, load_original_job, g_strdup (article_id), g_free, desk_library_load_original_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_load_original_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR; NOT_FOUND where the article has no original
 *
 * Returns: (transfer full): the bytes as they came
 */
GBytes *
desk_library_load_original_finish (DeskLibrary *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_load_original_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
load_annotations_job (DeskDatabase *database,
                      gpointer data,
                      DeskJobResult *result,
                      GCancellable *cancellable,
                      GError **error)
{
  result->data = desk_annotation_store_load (database, data, error);
  result->free_data = (GDestroyNotify) g_ptr_array_unref;

  return result->data != NULL;
}

/**
 * desk_library_load_annotations_async:
 * @self: a library
 * @article_id: id of an article
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are read
 * @user_data: data for @callback
 *
 * Reads the marks of an article.
 */
void
desk_library_load_annotations_async (DeskLibrary *self,
                                     const char *article_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);

  desk_library_push (self, DESK_JOB_READ, load_annotations_job, g_strdup (article_id), g_free,
                     desk_library_load_annotations_async, cancellable, callback, user_data);
}

/**
 * desk_library_load_annotations_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full) (element-type DeskAnnotation): the marks in text order
 */
GPtrArray *
desk_library_load_annotations_finish (DeskLibrary *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_load_annotations_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}
