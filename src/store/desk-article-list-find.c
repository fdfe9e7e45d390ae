/* Questions to a list that need its other half.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-list-private.h"
#include "desk-sort-keys-private.h"
#include "desk-sql-private.h"

/* So many articles that begin alike are compared; where there are more, one comes soon when walking on. */
#define MAX_CANDIDATES 1000
#define WALK_ROWS 500

typedef struct
{
  DeskListIndex *index;
  guint generation;
  char *text;
  guint position;
  GArray *positions;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  desk_list_index_unref (question->index);
  g_free (question->text);
  g_clear_pointer (&question->positions, g_array_unref);
  g_free (question);
}

/* Starts a question; a closed list answers with an error. */
static void
ask (DeskArticleList *self,
     DeskJobFunc func,
     Question *question,
     GCancellable *cancellable,
     gpointer source_tag,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  question->index = desk_list_index_ref (desk_article_list_get_index (self));
  question->generation = desk_article_list_get_generation (self);
  desk_database_push (desk_article_list_get_database (self), DESK_JOB_READ, func, question, question_free, task);
}

/* Positions of another query mean nothing any more. */
static gboolean
check_generation (Question *question,
                  GError **error)
{
  if (question->index->query != NULL && question->index->generation == question->generation)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The list shows something else by now");

  return FALSE;
}

/* G_MAXUINT is an answer as well, so the number goes by address. */
static void
set_position (DeskJobResult *result,
              guint position)
{
  result->data = g_memdup2 (&position, sizeof position);
  result->free_data = g_free;
}

static guint
finish_position (DeskArticleList *self,
                 GAsyncResult *result,
                 gpointer source_tag,
                 GError **error)
{
  g_autofree guint *position = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), G_MAXUINT);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), G_MAXUINT);

  position = g_task_propagate_pointer (G_TASK (result), error);

  return position != NULL ? *position : G_MAXUINT;
}

static gboolean
find_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Question *question = data;
  g_autoptr (GError) local_error = NULL;
  guint position = G_MAXUINT;
  gint64 id;

  desk_list_index_look_around (database);
  if (!check_generation (question, error))
    return FALSE;

  id = desk_article_record_find_id (database, question->text, &local_error);
  if (id != 0 && !desk_list_index_rank (question->index, database, id, &position, error))
    return FALSE;
  if (local_error != NULL && !g_error_matches (local_error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  set_position (result, position);

  return TRUE;
}

/**
 * desk_article_list_find_async:
 * @self: a list
 * @article_id: global id of an article
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is found
 * @user_data: data for @callback
 *
 * Looks where in the list an article stands.
 */
void
desk_article_list_find_async (DeskArticleList *self,
                              const char *article_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Question *question;

  g_return_if_fail (DESK_IS_ARTICLE_LIST (self));
  g_return_if_fail (article_id != NULL);

  question = g_new0 (Question, 1);
  question->text = g_strdup (article_id);
  ask (self, find_job, question, cancellable, desk_article_list_find_async, callback, user_data);
}

/**
 * desk_article_list_find_finish:
 * @self: a list
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: a position; %G_MAXUINT if the list does not hold the article
 */
guint
desk_article_list_find_finish (DeskArticleList *self,
                               GAsyncResult *result,
                               GError **error)
{
  return finish_position (self, result, desk_article_list_find_async, error);
}

static char *
load_uuid (DeskDatabase *database,
           gint64 id,
           GError **error)
{
  g_autoptr (DeskSql) row = desk_sql_get (database, "SELECT uuid FROM article WHERE id = ?", error);

  if (row == NULL)
    return NULL;

  desk_sql_bind_int (row, 0, id);

  return desk_sql_step (row, error) == DESK_SQL_ROW ? desk_sql_dup_text (row, 0) : NULL;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* The ids of all rows asked for; those next to each other are read together. */
static gboolean
get_ids_job (DeskDatabase *database,
             gpointer data,
             DeskJobResult *result,
             GCancellable *cancellable,
             GError **error)
{
  Question *question = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *positions = question->positions;

  desk_list_index_look_around (database);
  if (!check_generation (question, error))
    return FALSE;

  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < positions->len;)
    {
      guint first = g_array_index (positions, guint, i);
      guint n_rows = 0;

      while (i < positions->len && g_array_index (positions, guint, i) == first + n_rows)
        {
          n_rows++;
          i++;
        }
      /* Twice the same position: once is enough. */
      while (i < positions->len && g_array_index (positions, guint, i) < first + n_rows)
        i++;
      if (!desk_list_index_read_ids (question->index, database, first, n_rows, ids, error))
        return FALSE;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      char *uuid = load_uuid (database, g_array_index (ids, gint64, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (uuid != NULL)
        g_strv_builder_take (builder, uuid);
    }

  result->data = g_strv_builder_end (builder);
  result->free_data = (GDestroyNotify) g_strfreev;

  return TRUE;
}

/**
 * desk_article_list_get_ids_async:
 * @self: a list
 * @positions: (element-type guint): positions, in any order
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are known
 * @user_data: data for @callback
 *
 * Reads the ids of rows, loaded or not.
 */
void
desk_article_list_get_ids_async (DeskArticleList *self,
                                 GArray *positions,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Question *question;

  g_return_if_fail (DESK_IS_ARTICLE_LIST (self));
  g_return_if_fail (positions != NULL);

  question = g_new0 (Question, 1);
  question->positions = g_array_copy (positions);
  ask (self, get_ids_job, question, cancellable, desk_article_list_get_ids_async, callback, user_data);
}

/**
 * desk_article_list_get_ids_finish:
 * @self: a list
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (array zero-terminated=1): global ids in order of the list
 */
char **
desk_article_list_get_ids_finish (DeskArticleList *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_article_list_get_ids_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* All articles that begin with a text, if they are not too many. */
static GArray *
load_candidates (DeskDatabase *database,
                 const char *fold,
                 GError **error)
{
  g_autoptr (DeskSql) rows = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *beyond = g_strconcat (fold, "\xf4\x8f\xbf\xbf", NULL);
  DeskSqlState state;

  rows = desk_sql_get (database,
                       "SELECT id FROM article INDEXED BY article_by_fold "
                       "WHERE deleted = 0 AND headline_fold >= ? AND headline_fold < ? LIMIT ?",
                       error);
  if (rows == NULL)
    return NULL;

  desk_sql_bind_text (rows, 0, fold);
  desk_sql_bind_text (rows, 1, beyond);
  desk_sql_bind_int (rows, 2, MAX_CANDIDATES + 1);
  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      gint64 id = desk_sql_get_int (rows, 0);

      g_array_append_val (ids, id);
    }

  return state == DESK_SQL_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
begins_with (DeskDatabase *database,
             gint64 id,
             const char *fold,
             gboolean *begins,
             GError **error)
{
  g_autoptr (DeskSql) row = desk_sql_get (database, "SELECT headline_fold FROM article WHERE id = ?", error);
  DeskSqlState state;

  if (row == NULL)
    return FALSE;

  desk_sql_bind_int (row, 0, id);
  state = desk_sql_step (row, error);
  *begins = state == DESK_SQL_ROW && g_str_has_prefix (desk_sql_get_text (row, 0, NULL), fold);

  return state != DESK_SQL_FAILED;
}

/* There are many: one of the next rows will be among them. */
static gboolean
walk_to_prefix (Question *question,
                DeskDatabase *database,
                const char *fold,
                guint *position,
                GError **error)
{
  for (guint at = question->position;;)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (!desk_list_index_read_ids (question->index, database, at, WALK_ROWS, ids, error))
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        {
          gboolean begins;

          if (!begins_with (database, g_array_index (ids, gint64, i), fold, &begins, error))
            return FALSE;
          if (begins)
            {
              *position = at + i;
              return TRUE;
            }
        }
      if (ids->len < WALK_ROWS)
        return TRUE;
      at += ids->len;
    }
}

static gboolean
find_prefix_job (DeskDatabase *database,
                 gpointer data,
                 DeskJobResult *result,
                 GCancellable *cancellable,
                 GError **error)
{
  Question *question = data;
  g_autofree char *fold = desk_sort_fold (question->text, DESK_SORT_FOLD_LENGTH);
  g_autoptr (GArray) candidates = NULL;
  guint best = G_MAXUINT;

  desk_list_index_look_around (database);
  if (!check_generation (question, error))
    return FALSE;

  if (*fold == '\0')
    {
      set_position (result, G_MAXUINT);
      return TRUE;
    }

  candidates = load_candidates (database, fold, error);
  if (candidates == NULL)
    return FALSE;

  if (candidates->len > MAX_CANDIDATES)
    {
      if (!walk_to_prefix (question, database, fold, &best, error))
        return FALSE;
    }
  else
    {
      for (guint i = 0; i < candidates->len; i++)
        {
          guint position;

          if (!desk_list_index_rank (question->index, database, g_array_index (candidates, gint64, i), &position, error))
            return FALSE;
          if (position >= question->position)
            best = MIN (best, position);
        }
    }
  set_position (result, best);

  return TRUE;
}

/**
 * desk_article_list_find_prefix_async:
 * @self: a list
 * @prefix: the beginning of a headline; case and accents do not count
 * @from: position to begin with
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is found
 * @user_data: data for @callback
 *
 * Looks for the first row, at or after a position, whose headline begins with a text.
 */
void
desk_article_list_find_prefix_async (DeskArticleList *self,
                                     const char *prefix,
                                     guint from,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Question *question;

  g_return_if_fail (DESK_IS_ARTICLE_LIST (self));
  g_return_if_fail (prefix != NULL && g_utf8_validate (prefix, -1, NULL));

  question = g_new0 (Question, 1);
  question->text = g_strdup (prefix);
  question->position = from;
  ask (self, find_prefix_job, question, cancellable, desk_article_list_find_prefix_async, callback, user_data);
}

/**
 * desk_article_list_find_prefix_finish:
 * @self: a list
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: a position; %G_MAXUINT if there is no such row
 */
guint
desk_article_list_find_prefix_finish (DeskArticleList *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  return finish_position (self, result, desk_article_list_find_prefix_async, error);
}
