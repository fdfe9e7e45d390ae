/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-private.h"

#include "desk-article-list-private.h"
#include "desk-database-open-private.h"
#include "desk-migrations-private.h"

G_DEFINE_FINAL_TYPE (DeskLibrary, desk_library, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_PROBLEM,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
} DeskLibraryProps;

static GParamSpec *props[PROP_REDO_NAME + 1];

static void
desk_library_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DeskLibrary *self = DESK_LIBRARY (object);

  switch ((DeskLibraryProps) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, self->steps.undo);
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, self->steps.redo);
      break;
    }
}

static void
desk_library_dispose (GObject *object)
{
  desk_library_close (DESK_LIBRARY (object));

  G_OBJECT_CLASS (desk_library_parent_class)->dispose (object);
}

static void
desk_library_finalize (GObject *object)
{
  DeskLibrary *self = DESK_LIBRARY (object);

  g_clear_object (&self->database);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->problem, g_free);
  desk_step_names_clear (&self->steps);

  G_OBJECT_CLASS (desk_library_parent_class)->finalize (object);
}

static void
add_signal (const char *name)
{
  g_signal_new (name, DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_library_class_init (DeskLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_library_get_property;
  object_class->dispose = desk_library_dispose;
  object_class->finalize = desk_library_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  props[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  props[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  add_signal ("article-added");
  add_signal ("article-changed");
  add_signal ("article-deleted");
  add_signal ("annotations-changed");
  add_signal ("analysis-changed");
  add_signal ("rules-changed");
  g_signal_new ("reset", DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_library_init (DeskLibrary *self)
{
}

static gboolean
open_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  DeskLibrary *self = data;
  g_autoptr (GPtrArray) migrations = desk_migrations_load (error);

  if (migrations == NULL || !desk_database_open (database, self->path, migrations, error))
    return FALSE;

  desk_database_notice_version (database, desk_database_query_number (desk_database_get_connection (database), "PRAGMA data_version"));

  desk_library_tell_opened (self, database);

  return TRUE;
}

/**
 * desk_library_dup_default_path:
 *
 * Returns: (transfer full): the folder of the user's library
 */
char *
desk_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "newsdesk", NULL);
}

/**
 * desk_library_open_async:
 * @folder: the folder of a library, made if it is missing
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is open
 * @user_data: data for @callback
 *
 * Opens a library. One that is damaged or write-protected opens read-only and says so in its `problem`.
 */
void
desk_library_open_async (const char *folder,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (DeskLibrary) self = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (folder != NULL);

  self = g_object_new (DESK_TYPE_LIBRARY, NULL);
  self->path = g_strdup (folder);
  self->context = g_main_context_ref_thread_default ();
  self->database = desk_database_new ();
  desk_database_set_hooks (self->database, desk_library_committed_cb, desk_library_problem_cb, desk_library_foreign_change_cb, self);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_library_open_async);
  /* The task keeps it alive, and so the job needs not. */
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  desk_database_push (self->database, DESK_JOB_BARE, open_job, self, NULL, task);
}

/**
 * desk_library_open_finish:
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): the library
 */
DeskLibrary *
desk_library_open_finish (GAsyncResult *result,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_library_open_async), NULL);

  g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

/**
 * desk_library_close:
 * @self: a library
 *
 * Finishes what is in the queue, closes the file and ends the thread. What is asked of the library afterwards fails.
 */
void
desk_library_close (DeskLibrary *self)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  if (self->backup_timer != NULL)
    g_source_destroy (self->backup_timer);
  g_clear_pointer (&self->backup_timer, g_source_unref);
  g_clear_object (&self->monitor);
  if (self->database != NULL)
    desk_database_stop (self->database);
}

/**
 * desk_library_get_path:
 * @self: a library
 *
 * Returns: its folder
 */
const char *
desk_library_get_path (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * desk_library_get_read_only:
 * @self: a library
 *
 * Returns: %TRUE if nothing can be changed
 */
gboolean
desk_library_get_read_only (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), TRUE);

  return self->read_only;
}

/**
 * desk_library_get_problem:
 * @self: a library
 *
 * Returns: (nullable): why it can only be read, and what to do, in the user's language
 */
const char *
desk_library_get_problem (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return self->problem;
}

/**
 * desk_library_get_undo_name:
 * @self: a library
 *
 * Returns: (nullable): name of the step that would be undone
 */
const char *
desk_library_get_undo_name (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return self->steps.undo;
}

/**
 * desk_library_get_redo_name:
 * @self: a library
 *
 * Returns: (nullable): name of the step that would be redone
 */
const char *
desk_library_get_redo_name (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return self->steps.redo;
}

/**
 * desk_library_create_list:
 * @self: a library
 * @query: what it is to show
 *
 * Returns: (transfer full): a list that follows the library; it fills itself soon
 */
DeskArticleList *
desk_library_create_list (DeskLibrary *self,
                          const DeskQuery *query)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return desk_article_list_new (self->database, query);
}

DeskDatabase *
desk_library_get_database (DeskLibrary *self)
{
  return self->database;
}

void
desk_library_push (DeskLibrary *self,
                   DeskJobKind kind,
                   DeskJobFunc func,
                   gpointer data,
                   GDestroyNotify free_data,
                   gpointer source_tag,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  desk_database_push (self->database, kind, func, data, free_data, task);
}

gboolean
desk_library_is_result (DeskLibrary *self,
                        GAsyncResult *result,
                        gpointer source_tag)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), FALSE);

  return TRUE;
}
