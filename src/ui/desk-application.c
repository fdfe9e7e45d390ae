/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-application.h"
#include "desk-article-address.h"
#include "desk-shortcuts.h"
#include "desk-test-actions.h"

struct _DeskApplication
{
  AdwApplication parent_instance;

  char *folder; /* as given on the command line; NULL for the default one */
  GSettings *settings;
  DeskState *state;
  DeskSession *session;
  GError *error; /* why there is no open library */
  gboolean opened;
  gboolean quitting;
};

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, ADW_TYPE_APPLICATION)

typedef enum
{
  PROP_LIBRARY_FOLDER = 1,
} DeskApplicationProps;

static GParamSpec *props[PROP_LIBRARY_FOLDER + 1];

static const GOptionEntry options[] = {
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_ ("Show the version and exit"), NULL },
  { "library", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
    /* Translators: help for a command line option. */
    N_ ("Use the library in another folder, in a process of its own"), N_ ("FOLDER") },
  { NULL },
};

static void
tell_windows (DeskApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DESK_IS_WINDOW (l->data))
      desk_window_set_session (l->data, self->opened ? self->session : NULL, self->error);
}

/* Written at once: whoever saw that the analysis rests finds it so, however the program ends. */
static void
paused_cb (DeskApplication *self,
           GParamSpec *pspec,
           DeskAnalysisQueue *queue)
{
  g_autoptr (GError) error = NULL;

  desk_state_set_boolean (self->state, DESK_STATE_LIBRARY, "analysis-paused", desk_analysis_queue_get_paused (queue));
  if (!desk_state_save (self->state, &error))
    g_message ("The pause of the analysis could not be kept: %s", error->message);
}

static void
follow_queue (DeskApplication *self)
{
  DeskAnalysisQueue *queue = desk_session_get_analysis_queue (self->session);

  desk_analysis_queue_set_paused (queue, desk_state_get_boolean (self->state, DESK_STATE_LIBRARY, "analysis-paused"));
  g_signal_connect_object (queue, "notify::paused", G_CALLBACK (paused_cb), self, G_CONNECT_SWAPPED);
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskApplication) self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = desk_session_open_finish (DESK_SESSION (object), result, &error);

  if (self->session != DESK_SESSION (object))
    return;

  self->opened = opened;
  self->error = g_steal_pointer (&error);
  if (opened)
    follow_queue (self);
  tell_windows (self);
  /* Behind what the windows ask of the library. */
  desk_session_analyze (self->session);
}

static void
open_library (DeskApplication *self)
{
  self->session = desk_session_new (self->folder);
  desk_session_open_async (self->session, NULL, opened_cb, g_object_ref (self));
}

static void
close_library (DeskApplication *self)
{
  g_autoptr (DeskSession) session = g_steal_pointer (&self->session);

  self->opened = FALSE;
  g_clear_error (&self->error);
  tell_windows (self);

  if (session != NULL)
    desk_session_close (session);
}

static gboolean
close_request_cb (DeskWindow *window,
                  DeskApplication *self)
{
  guint n_windows = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    n_windows += DESK_IS_WINDOW (l->data);

  /* The last one comes back at the next start; one of several was done with. */
  if (n_windows > 1 && !self->quitting)
    desk_state_remove_window (self->state, desk_window_get_id (window));

  return GDK_EVENT_PROPAGATE;
}

static DeskWindow *
create_window (DeskApplication *self,
               guint id)
{
  DeskWindow *window = desk_window_new (ADW_APPLICATION (self), self->settings, self->state, id);

  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, 0);
  if (self->opened || self->error != NULL)
    desk_window_set_session (window, self->opened ? self->session : NULL, self->error);

  return window;
}

DeskWindow *
desk_application_add_window (DeskApplication *self)
{
  g_return_val_if_fail (DESK_IS_APPLICATION (self), NULL);

  return create_window (self, desk_state_add_window (self->state));
}

static DeskWindow *
get_window (DeskApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DESK_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* The windows of the last time, the first of them in front. */
static DeskWindow *
ensure_window (DeskApplication *self)
{
  DeskWindow *window = get_window (self);
  g_autofree guint *ids = NULL;
  gsize n_ids;

  if (window != NULL)
    return window;

  ids = desk_state_dup_windows (self->state, &n_ids);
  for (gsize i = n_ids; i > 0; i--)
    {
      window = create_window (self, ids[i - 1]);
      gtk_window_present (GTK_WINDOW (window));
    }

  return window != NULL ? window : desk_application_add_window (self);
}

static void
desk_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (DESK_APPLICATION (application))));
}

static void
desk_application_open (GApplication *application,
                       GFile **files,
                       int n_files,
                       const char *hint)
{
  DeskApplication *self = DESK_APPLICATION (application);
  DeskWindow *window = ensure_window (self);
  g_autoptr (GListStore) to_import = g_list_store_new (G_TYPE_FILE);

  gtk_window_present (GTK_WINDOW (window));

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;
      guint start, end;

      if (!desk_is_article_address (uri))
        {
          g_list_store_append (to_import, files[i]);
          continue;
        }

      id = desk_article_address_parse (uri, &start, &end, &error);
      if (id != NULL)
        desk_window_open_article (window, id, start, end);
      else
        desk_window_show_error (window, _ ("The Article Could Not Be Opened"), error);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (to_import)) > 0)
    desk_window_import_files (window, G_LIST_MODEL (to_import));
}

static int
desk_application_handle_local_options (GApplication *application,
                                       GVariantDict *dict)
{
  DeskApplication *self = DESK_APPLICATION (application);

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("newsdesk %s\n", PACKAGE_VERSION);
      return 0;
    }

  /* Another library is another program: the one that runs has its own. */
  if (g_variant_dict_lookup (dict, "library", "^ay", &self->folder))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
desk_application_startup (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);
  g_autoptr (GFile) file = NULL;

  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);

  self->settings = g_settings_new (APPLICATION_ID);
  file = self->folder != NULL ? g_file_new_build_filename (self->folder, "windows.ini", NULL)
                              : desk_state_default_file ();
  self->state = desk_state_new (file);

  desk_application_add_actions (self);
  desk_test_actions_add (self);
  desk_shortcuts_install (GTK_APPLICATION (self));
  open_library (self);
}

static void
desk_application_shutdown (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (self->state != NULL && !desk_state_save (self->state, &error))
    g_message ("The state of the windows could not be kept: %s", error->message);
  if (self->session != NULL)
    desk_session_close (self->session);

  G_APPLICATION_CLASS (desk_application_parent_class)->shutdown (application);
}

static void
desk_application_finalize (GObject *object)
{
  DeskApplication *self = DESK_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_object (&self->state);
  g_clear_object (&self->settings);
  g_clear_error (&self->error);
  g_free (self->folder);

  G_OBJECT_CLASS (desk_application_parent_class)->finalize (object);
}

static void
desk_application_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch ((DeskApplicationProps) prop_id)
    {
    case PROP_LIBRARY_FOLDER:
      g_value_set_string (value, desk_application_get_library_folder (DESK_APPLICATION (object)));
      break;
    }
}

static void
desk_application_class_init (DeskApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = desk_application_finalize;
  object_class->get_property = desk_application_get_property;
  application_class->activate = desk_application_activate;
  application_class->open = desk_application_open;
  application_class->startup = desk_application_startup;
  application_class->shutdown = desk_application_shutdown;
  application_class->handle_local_options = desk_application_handle_local_options;

  props[PROP_LIBRARY_FOLDER] = g_param_spec_string ("library-folder", NULL, NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_application_init (DeskApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

DeskApplication *
desk_application_new (void)
{
  return g_object_new (DESK_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/org/example/NewsDesk",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

DeskSession *
desk_application_get_session (DeskApplication *self)
{
  g_return_val_if_fail (DESK_IS_APPLICATION (self), NULL);

  return self->opened ? self->session : NULL;
}

GSettings *
desk_application_get_settings (DeskApplication *self)
{
  g_return_val_if_fail (DESK_IS_APPLICATION (self), NULL);

  return self->settings;
}

const char *
desk_application_get_library_folder (DeskApplication *self)
{
  g_return_val_if_fail (DESK_IS_APPLICATION (self), NULL);

  return self->session != NULL ? desk_session_get_folder (self->session) : self->folder;
}

void
desk_application_reopen (DeskApplication *self)
{
  g_return_if_fail (DESK_IS_APPLICATION (self));

  close_library (self);
  open_library (self);
}

typedef struct
{
  char *folder;
  char *backup;
} RestoreData;

static void
restore_data_free (RestoreData *data)
{
  g_free (data->folder);
  g_free (data->backup);
  g_free (data);
}

static void
restore_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  RestoreData *data = task_data;
  g_autoptr (GError) error = NULL;

  if (desk_library_restore_backup (data->folder, *data->backup != '\0' ? data->backup : NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
restored_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  DeskApplication *self = DESK_APPLICATION (object);
  DeskWindow *window = get_window (self);
  g_autoptr (GError) error = NULL;
  gboolean restored = g_task_propagate_boolean (G_TASK (result), &error);

  g_application_release (G_APPLICATION (self));
  open_library (self);

  if (window == NULL)
    return;

  if (restored)
    desk_window_add_toast (window, adw_toast_new (_ ("The library is restored")));
  else
    desk_window_show_error (window, _ ("The Backup Could Not Be Restored"), error);
}

void
desk_application_restore_backup (DeskApplication *self,
                                 const char *backup)
{
  g_autoptr (GTask) task = NULL;
  RestoreData *data;

  g_return_if_fail (DESK_IS_APPLICATION (self));
  g_return_if_fail (backup != NULL);

  data = g_new0 (RestoreData, 1);
  data->folder = g_strdup (desk_application_get_library_folder (self));
  data->backup = g_strdup (backup);

  close_library (self);
  g_application_hold (G_APPLICATION (self));
  task = g_task_new (self, NULL, restored_cb, NULL);
  g_task_set_source_tag (task, desk_application_restore_backup);
  g_task_set_task_data (task, data, (GDestroyNotify) restore_data_free);
  g_task_run_in_thread (task, restore_thread);
}

void
desk_application_quit (DeskApplication *self)
{
  g_autoptr (GList) windows = NULL;

  g_return_if_fail (DESK_IS_APPLICATION (self));

  self->quitting = TRUE;
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_application_quit (G_APPLICATION (self));
}
