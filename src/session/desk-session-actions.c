/* What the user does with articles of the list, and undo.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-session.h"

static void
applied_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (desk_library_apply_finish (DESK_LIBRARY (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* One step that sets a flag of several articles, whatever it was before. */
static void
set_flag (DeskSession *self,
          DeskChangeKind kind,
          const char *const *article_ids,
          gboolean value,
          const char *name,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (DeskStep) step = desk_step_new (name);

  g_task_set_source_tag (task, set_flag);
  for (guint i = 0; article_ids[i] != NULL; i++)
    desk_step_add (step, kind, article_ids[i], NULL, g_variant_new_boolean (!value), g_variant_new_boolean (value));
  desk_library_apply_async (desk_session_get_library (self), step, cancellable, applied_cb, g_steal_pointer (&task));
}

/**
 * desk_session_delete_async:
 * @article_ids: (array zero-terminated=1): ids of articles
 *
 * Deletes articles with their marks. Undo brings them back; after 30 days they are gone for good.
 */
void
desk_session_delete_async (DeskSession *self,
                           const char *const *article_ids,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  guint n = g_strv_length ((char **) article_ids);
  g_autofree char *name = NULL;

  g_return_if_fail (DESK_IS_SESSION (self));

  /* Translators: an action that can be undone */
  name = g_strdup_printf (ngettext ("Delete Article", "Delete %u Articles", n), n);
  set_flag (self, DESK_CHANGE_DELETED, article_ids, TRUE, name, cancellable, callback, user_data);
}

/**
 * desk_session_set_starred_async:
 * @article_ids: (array zero-terminated=1): ids of articles that are not in this state yet
 *
 * Stars articles or takes the star away.
 */
void
desk_session_set_starred_async (DeskSession *self,
                                const char *const *article_ids,
                                gboolean starred,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (DESK_IS_SESSION (self));

  /* Translators: actions that can be undone */
  set_flag (self, DESK_CHANGE_STARRED, article_ids, starred, starred ? _ ("Star") : _ ("Remove Star"), cancellable,
            callback, user_data);
}

/**
 * desk_session_set_unread_async:
 * @article_ids: (array zero-terminated=1): ids of articles that are not in this state yet
 *
 * Marks articles as unread or read.
 */
void
desk_session_set_unread_async (DeskSession *self,
                               const char *const *article_ids,
                               gboolean unread,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (DESK_IS_SESSION (self));

  /* Translators: actions that can be undone */
  set_flag (self, DESK_CHANGE_UNREAD, article_ids, unread, unread ? _ ("Mark as Unread") : _ ("Mark as Read"),
            cancellable, callback, user_data);
}

/**
 * desk_session_action_finish:
 *
 * Finishes the three actions above.
 *
 * Returns: whether it is done and on disk
 */
gboolean
desk_session_action_finish (DeskSession *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
undone_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskStep *step;
  GError *error = NULL;

  if (g_task_get_source_tag (task) == desk_session_undo_async)
    step = desk_library_undo_finish (DESK_LIBRARY (object), result, &error);
  else
    step = desk_library_redo_finish (DESK_LIBRARY (object), result, &error);

  if (step != NULL)
    g_task_return_pointer (task, step, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * desk_session_undo_async:
 *
 * Takes back the last step of this library, also one from before a restart.
 */
void
desk_session_undo_async (DeskSession *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_session_undo_async);
  desk_library_undo_async (desk_session_get_library (self), cancellable, undone_cb, g_steal_pointer (&task));
}

/**
 * desk_session_redo_async:
 *
 * Does again what was undone last.
 */
void
desk_session_redo_async (DeskSession *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_session_redo_async);
  desk_library_redo_async (desk_session_get_library (self), cancellable, undone_cb, g_steal_pointer (&task));
}

/**
 * desk_session_undo_finish:
 *
 * Returns: (transfer full): the step that was undone, so that its place can be shown
 */
DeskStep *
desk_session_undo_finish (DeskSession *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_session_undo_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * desk_session_redo_finish:
 *
 * Returns: (transfer full): the step that was done again
 */
DeskStep *
desk_session_redo_finish (DeskSession *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_session_redo_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
