/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-private.h"

#include "desk-article-list-private.h"
#include "desk-database-open-private.h"
#include "desk-library-file-private.h"
#include "desk-list-index-private.h"
#include "desk-migrations-private.h"
#include "desk-step-store-private.h"

/* More articles at once are told by one “reset”. */
#define MAX_SIGNALS 1000
#define MONITOR_MILLISECONDS 1000

struct _DeskLibrary
{
  GObject parent_instance;

  char *path; /* the folder */
  DeskDatabase *database;
  GMainContext *context;
  GFileMonitor *monitor;
  GSource *backup_timer;

  gboolean read_only;
  char *problem;
  DeskStepNames steps;
};

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

enum
{
  ARTICLE_ADDED,
  ARTICLE_CHANGED,
  ARTICLE_DELETED,
  ANNOTATIONS_CHANGED,
  ANALYSIS_CHANGED,
  RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

static guint
add_signal (const char *name)
{
  return g_signal_new (name, DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
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

  signals[ARTICLE_ADDED] = add_signal ("article-added");
  signals[ARTICLE_CHANGED] = add_signal ("article-changed");
  signals[ARTICLE_DELETED] = add_signal ("article-deleted");
  signals[ANNOTATIONS_CHANGED] = add_signal ("annotations-changed");
  signals[ANALYSIS_CHANGED] = add_signal ("analysis-changed");
  signals[RESET] =
    g_signal_new ("reset", DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_library_init (DeskLibrary *self)
{
}

/* What happened in the store thread, told to the thread of the library. */
typedef struct
{
  GWeakRef library;
  gboolean has_state;
  gboolean read_only;
  char *problem;
  gboolean has_steps;
  DeskStepNames steps;
  DeskChanges *changes; /* nullable */
  gboolean reset;
  gboolean opened;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->library);
  g_free (news->problem);
  desk_step_names_clear (&news->steps);
  g_clear_pointer (&news->changes, desk_changes_unref);
  g_free (news);
}

static void
tell_change (DeskLibrary *self,
             const DeskArticleChange *change)
{
  const gboolean was_there = change->before != NULL && !change->before->deleted;
  const gboolean is_there = change->after != NULL && !change->after->deleted;
  const char *id = change->after != NULL ? change->after->uuid : change->before != NULL ? change->before->uuid
                                                                                        : NULL;

  if (!was_there && is_there)
    g_signal_emit (self, signals[ARTICLE_ADDED], 0, id);
  else if (was_there && !is_there)
    g_signal_emit (self, signals[ARTICLE_DELETED], 0, id);
  else if (was_there && is_there)
    {
      if (change->touch & DESK_TOUCH_ANNOTATIONS)
        g_signal_emit (self, signals[ANNOTATIONS_CHANGED], 0, id);
      if (change->touch & DESK_TOUCH_ANALYSIS)
        g_signal_emit (self, signals[ANALYSIS_CHANGED], 0, id);
      if (change->touch != DESK_TOUCH_ANALYSIS)
        g_signal_emit (self, signals[ARTICLE_CHANGED], 0, id);
    }
}

static void
log_changed_cb (DeskLibrary *self)
{
  desk_library_look_around (self);
}

static gboolean
backup_timer_cb (gpointer data)
{
  DeskLibrary *self = data;

  g_clear_pointer (&self->backup_timer, g_source_unref);
  desk_library_back_up_async (self, NULL, NULL, NULL);

  return G_SOURCE_REMOVE;
}

/* Watches the log of the database, which every writer appends to, oneself included. */
static void
watch (DeskLibrary *self)
{
  g_autofree char *path = g_build_filename (self->path, DESK_LIBRARY_FILE "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, MONITOR_MILLISECONDS);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (log_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
start_care (DeskLibrary *self)
{
  if (self->read_only)
    return;

  watch (self);
  desk_library_tidy_up (self);

  self->backup_timer = g_timeout_source_new_seconds (DESK_LIBRARY_BACKUP_DELAY);
  g_source_set_static_name (self->backup_timer, "[newsdesk] dated backup");
  g_source_set_callback (self->backup_timer, backup_timer_cb, self, NULL);
  g_source_attach (self->backup_timer, self->context);
}

static void
take_steps (DeskLibrary *self,
            DeskStepNames *steps)
{
  if (g_set_str (&self->steps.undo, steps->undo))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_NAME]);
  if (g_set_str (&self->steps.redo, steps->redo))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_NAME]);
}

static void
take_state (DeskLibrary *self,
            gboolean read_only,
            const char *problem)
{
  gboolean changed = self->read_only != read_only;

  self->read_only = read_only;
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;
  g_autoptr (DeskLibrary) self = g_weak_ref_get (&news->library);
  gboolean all;

  if (self == NULL)
    return G_SOURCE_REMOVE;

  if (news->has_state)
    take_state (self, news->read_only, news->problem);
  if (news->has_steps)
    take_steps (self, &news->steps);
  if (news->opened)
    start_care (self);

  all = news->reset || (news->changes != NULL && (desk_changes_get_all (news->changes) || desk_changes_get_n (news->changes) > MAX_SIGNALS));
  if (all)
    g_signal_emit (self, signals[RESET], 0);
  else if (news->changes != NULL)
    for (guint i = 0; i < desk_changes_get_n (news->changes); i++)
      tell_change (self, desk_changes_get (news->changes, i));

  return G_SOURCE_REMOVE;
}

/* (transfer full); store thread. */
static void
tell (DeskLibrary *self,
      News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_weak_ref_init (&news->library, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[newsdesk] library news");
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, self->context);
}

static void
add_steps (DeskDatabase *database,
           News *news)
{
  news->has_steps = desk_step_store_read_names (database, &news->steps, NULL);
}

static void
committed_cb (DeskDatabase *database,
              DeskChanges *changes,
              gpointer user_data)
{
  News *news = g_new0 (News, 1);

  desk_list_index_follow_all (database, changes);

  news->changes = desk_changes_ref (changes);
  add_steps (database, news);
  tell (user_data, news);
}

static void
problem_cb (DeskDatabase *database,
            gpointer user_data)
{
  News *news = g_new0 (News, 1);

  news->has_state = TRUE;
  news->read_only = desk_database_get_read_only (database);
  news->problem = g_strdup (desk_database_get_problem (database));
  tell (user_data, news);
}

static void
foreign_change_cb (DeskDatabase *database,
                   gpointer user_data)
{
  News *news = g_new0 (News, 1);

  news->reset = TRUE;
  add_steps (database, news);
  tell (user_data, news);
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
  News *news;

  if (migrations == NULL || !desk_database_open (database, self->path, migrations, error))
    return FALSE;

  desk_database_notice_version (database, desk_database_query_number (desk_database_get_connection (database), "PRAGMA data_version"));

  news = g_new0 (News, 1);
  news->opened = TRUE;
  news->has_state = TRUE;
  news->read_only = desk_database_get_read_only (database);
  news->problem = g_strdup (desk_database_get_problem (database));
  add_steps (database, news);
  tell (self, news);

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
  desk_database_set_hooks (self->database, committed_cb, problem_cb, foreign_change_cb, self);

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
