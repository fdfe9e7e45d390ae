/* Finds the files that a list of files and folders stands for.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-import-scan.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *path_a = g_file_get_uri (*(GFile **) a);
  g_autofree char *path_b = g_file_get_uri (*(GFile **) b);

  return strcmp (path_a, path_b);
}

/* Links to folders are not followed, so a folder can never hold itself. */
static void
scan_folder (GFile *folder,
             GQueue *folders,
             GPtrArray *found,
             GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) children = NULL;
  guint first = found->len;

  children = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  if (children == NULL)
    {
      /* Reading it as a file gives the message that says why. */
      g_ptr_array_add (found, g_object_ref (folder));
      return;
    }

  while (TRUE)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) || info == NULL)
        break;
      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        g_queue_push_tail (folders, g_object_ref (child));
      else
        g_ptr_array_add (found, g_object_ref (child));
    }

  if (found->len > first)
    qsort (found->pdata + first, found->len - first, sizeof (gpointer), compare_files);
}

static void
scan_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  GPtrArray *roots = data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoqueue (GQueue) folders = g_queue_new ();

  for (guint i = 0; i < roots->len; i++)
    {
      GFile *root = g_ptr_array_index (roots, i);

      if (g_file_query_file_type (root, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
        {
          g_ptr_array_add (found, g_object_ref (root));
          continue;
        }

      g_queue_push_tail (folders, g_object_ref (root));
      while (!g_queue_is_empty (folders))
        {
          g_autoptr (GFile) folder = g_queue_pop_head (folders);

          scan_folder (folder, folders, found, cancellable);
          if (g_task_return_error_if_cancelled (task))
            {
              g_queue_clear_full (folders, g_object_unref);
              return;
            }
        }
    }

  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * desk_import_scan_async:
 * @files: a list model of `GFile`
 *
 * Looks into folders, and folders in them, in a thread. Hidden files are passed over.
 */
void
desk_import_scan_async (GListModel *files,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *roots = g_ptr_array_new_with_free_func (g_object_unref);

  g_task_set_source_tag (task, desk_import_scan_async);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (roots, g_list_model_get_item (files, i));
  g_task_set_task_data (task, roots, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, scan_thread);
}

/**
 * desk_import_scan_finish:
 *
 * Returns: (transfer full) (element-type GFile): the files, each folder's by name
 */
GPtrArray *
desk_import_scan_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_import_scan_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
