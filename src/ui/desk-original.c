/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-original.h"

/* Longest name of a file in bytes that every usual file system takes, with room for an ending. */
#define MAX_NAME 200

typedef struct
{
  DeskArticle *article;
  GFile *file;
  GtkWindow *parent;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->article);
  g_clear_object (&work->file);
  g_clear_object (&work->parent);
  g_free (work);
}

static const char *
ending_for_type (const char *media_type)
{
  static const struct
  {
    const char *media_type;
    const char *ending;
  } endings[] = {
    { "text/plain", ".txt" },
    { "text/markdown", ".md" },
    { "text/html", ".html" },
    { "application/xhtml+xml", ".xhtml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_strcmp0 (endings[i].media_type, media_type) == 0)
      return endings[i].ending;
  return "";
}

char *
desk_original_dup_name (DeskArticle *article)
{
  const char *name;
  g_autofree char *base = NULL;
  gboolean own_ending;

  g_return_val_if_fail (DESK_IS_ARTICLE (article), NULL);

  name = desk_article_get_original_name (article);
  if (name == NULL || *name == '\0')
    name = desk_article_get_headline (article);
  if (name == NULL || *name == '\0')
    /* Translators: the name of a file without a name of its own. */
    name = _ ("Article");
  base = g_path_get_basename (name);
  g_strdelimit (base, "/\\:*?\"<>|\n\r\t", '-');
  own_ending = strrchr (base, '.') != NULL && desk_article_get_original_name (article) != NULL;
  if (strlen (base) > MAX_NAME)
    {
      const char *end = base + MAX_NAME;

      *g_utf8_find_prev_char (base, end) = '\0';
      own_ending = FALSE;
    }
  if (*base == '.')
    *base = '-';
  return own_ending ? g_steal_pointer (&base)
                    : g_strconcat (base, ending_for_type (desk_article_get_media_type (article)), NULL);
}

static GTask *
new_task (DeskLibrary *library,
          DeskArticle *article,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->article = g_object_ref (article);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_set_source_tag (task, tag);
  return task;
}

typedef struct
{
  GBytes *bytes;
  char *expected;
} Check;

static void
check_free (Check *check)
{
  g_bytes_unref (check->bytes);
  g_free (check->expected);
  g_free (check);
}

static void
check_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Check *check = data;
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, check->bytes);

  g_task_return_int (task, g_ascii_strcasecmp (checksum, check->expected) == 0);
}

static void
checked_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_int (task, g_task_propagate_int (G_TASK (result), NULL));
}

static void
verify_loaded_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  GBytes *bytes = desk_library_load_original_finish (DESK_LIBRARY (source), result, &error);
  g_autoptr (GTask) thread = NULL;
  Check *check;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  check = g_new0 (Check, 1);
  check->bytes = bytes;
  check->expected = g_strdup (desk_article_get_original_hash (work->article) ? desk_article_get_original_hash (work->article) : "");
  thread = g_task_new (NULL, g_task_get_cancellable (task), checked_cb, g_object_ref (task));
  g_task_set_task_data (thread, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (thread, check_thread);
}

void
desk_original_verify_async (DeskLibrary *library,
                            DeskArticle *article,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_LIBRARY (library));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  task = new_task (library, article, desk_original_verify_async, cancellable, callback, user_data);
  desk_library_load_original_async (library, desk_article_get_id (article), cancellable, verify_loaded_cb, task);
}

gboolean
desk_original_verify_finish (GAsyncResult *result,
                             gboolean *unchanged,
                             GError **error)
{
  gssize same;

  g_return_val_if_fail (g_async_result_is_tagged (result, desk_original_verify_async), FALSE);

  same = g_task_propagate_int (G_TASK (result), error);
  *unchanged = same == 1;
  return same >= 0;
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
export_loaded_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = desk_library_load_original_finish (DESK_LIBRARY (source), result, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (work->file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                         g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

void
desk_original_export_async (DeskLibrary *library,
                            DeskArticle *article,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_LIBRARY (library));
  g_return_if_fail (DESK_IS_ARTICLE (article));
  g_return_if_fail (G_IS_FILE (file));

  task = new_task (library, article, desk_original_export_async, cancellable, callback, user_data);
  ((Work *) g_task_get_task_data (task))->file = g_object_ref (file);
  desk_library_load_original_async (library, desk_article_get_id (article), cancellable, export_loaded_cb, task);
}

gboolean
desk_original_export_finish (GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_original_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
launched_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_written_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GError *error = NULL;

  if (!desk_original_export_finish (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* What is changed in the copy would be lost. */
  g_chmod (g_file_peek_path (work->file), 0400);
  launcher = gtk_file_launcher_new (work->file);
  gtk_file_launcher_launch (launcher, work->parent, g_task_get_cancellable (task), launched_cb, g_object_ref (task));
}

void
desk_original_open_async (DeskLibrary *library,
                          DeskArticle *article,
                          GtkWindow *parent,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  Work *work;

  g_return_if_fail (DESK_IS_LIBRARY (library));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  task = new_task (library, article, desk_original_open_async, cancellable, callback, user_data);
  work = g_task_get_task_data (task);
  name = desk_original_dup_name (article);
  /* A folder for each article: two originals may have one name. */
  folder = g_build_filename (g_get_user_cache_dir (), "newsdesk", "originals", desk_article_get_id (article), NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (code),
                               _ ("The folder %s for the copy could not be made: %s"), folder, g_strerror (code));
      return;
    }
  work->file = g_file_new_build_filename (folder, name, NULL);
  /* A copy from before is read-only and could not be replaced. */
  g_chmod (g_file_peek_path (work->file), 0600);
  g_set_object (&work->parent, parent);
  desk_original_export_async (library, article, work->file, cancellable, open_written_cb, g_object_ref (task));
}

gboolean
desk_original_open_finish (GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_original_open_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
