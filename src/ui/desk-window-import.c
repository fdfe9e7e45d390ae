/* How articles come in through a window: chosen, dropped, pasted.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-import-summary.h"
#include "desk-window-private.h"

static void
show_details_cb (AdwToast *toast,
                 DeskWindow *self)
{
  DeskImportJob *job = g_object_get_data (G_OBJECT (toast), "job");

  adw_dialog_present (desk_import_summary_new (job), GTK_WIDGET (self));
}

static void
show_summary (DeskWindow *self,
              DeskImportJob *job)
{
  g_autofree char *text = desk_import_summary_dup_text (job);
  AdwToast *toast = adw_toast_new (text);

  if (g_list_model_get_n_items (desk_import_job_get_failures (job)) > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Details"));
      /* Long enough to be read by someone who did something else meanwhile. */
      adw_toast_set_timeout (toast, 15);
      g_object_set_data_full (G_OBJECT (toast), "job", g_object_ref (job), g_object_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_details_cb), self, 0);
    }

  desk_window_add_toast (self, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_failure (DeskWindow *self,
              DeskImportJob *job)
{
  g_autoptr (DeskImportFailure) failure = g_list_model_get_item (desk_import_job_get_failures (job), 0);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                                  desk_import_failure_get_message (failure));
  const char *name = desk_import_failure_get_name (failure);
  g_autofree char *heading = NULL;

  if (name != NULL && *name != '\0')
    {
      g_autofree char *base = g_path_get_basename (name);

      /* Translators: heading of a message; the name of a file. */
      heading = g_strdup_printf (_ ("“%s” Could Not Be Opened"), base);
    }

  desk_window_show_error (self, heading != NULL ? heading : _ ("The Text Could Not Be Added"), error);
}

static void
finished_cb (DeskImportJob *job,
             DeskWindow *self)
{
  guint n_failures = g_list_model_get_n_items (desk_import_job_get_failures (job));
  const char *id = desk_import_job_get_first_id (job);
  gboolean single = desk_import_job_get_total (job) == 1;

  g_signal_handlers_disconnect_by_func (job, finished_cb, self);

  if (single && n_failures > 0)
    show_failure (self, job);
  else if (desk_import_job_get_total (job) == 0 && !desk_import_job_get_cancelled (job))
    desk_window_add_toast (self, adw_toast_new (_ ("There are no files in it that NewsDesk can read")));
  else if (single && desk_import_job_get_duplicates (job) > 0)
    desk_window_add_toast (self, adw_toast_new (_ ("Already in the library")));
  else if (!single)
    show_summary (self, job);

  if (id != NULL && (single || desk_window_get_article_id (self) == NULL))
    desk_window_open_article (self, id, 0, 0);
}

static void
follow_job (DeskWindow *self,
            DeskImportJob *job)
{
  desk_list_pane_add_job (self->list_pane, job);
  /* The first articles are on their way: the list is where they come. */
  gtk_stack_set_visible_child_name (self->stack, "library");
  g_signal_connect_object (job, "finished", G_CALLBACK (finished_cb), self, 0);
}

static gboolean
can_import (DeskWindow *self)
{
  DeskLibrary *library = self->session != NULL ? desk_session_get_library (self->session) : NULL;

  if (library == NULL)
    return FALSE;

  if (!desk_library_get_read_only (library))
    return TRUE;

  desk_window_add_toast (self, adw_toast_new (_ ("The library is read-only: nothing can be added")));
  return FALSE;
}

void
desk_window_import_files (DeskWindow *self,
                          GListModel *files)
{
  g_autoptr (DeskImportJob) job = NULL;

  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  if (self->session == NULL)
    {
      if (self->waiting_files == NULL)
        self->waiting_files = g_list_store_new (G_TYPE_FILE);
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          g_list_store_append (self->waiting_files, file);
        }
      return;
    }

  if (!can_import (self))
    return;

  job = desk_session_import_files (self->session, files);
  follow_job (self, job);
}

void
desk_window_add_samples (DeskWindow *self)
{
  g_autoptr (DeskImportJob) job = NULL;

  if (!can_import (self))
    return;

  g_settings_set_boolean (self->settings, "samples-offered", TRUE);
  job = desk_session_import_samples (self->session);
  follow_job (self, job);
}

static void
take_in (DeskWindow *self,
         DeskIntake *intake)
{
  g_autoptr (DeskImportJob) job = NULL;

  if (desk_intake_get_files (intake) != NULL)
    {
      desk_window_import_files (self, desk_intake_get_files (intake));
    }
  else if (desk_intake_get_address (intake) != NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("NewsDesk opens no connection to the network. Save the page in the browser "
                                "and open the file, or copy the text of the article and paste it."));

      desk_window_show_error (self, _ ("Pages Are Not Fetched"), error);
    }
  else if (can_import (self))
    {
      job = desk_session_import_bytes (self->session, desk_intake_get_bytes (intake),
                                       desk_intake_get_media_type (intake), NULL);
      follow_job (self, job);
    }
}

static void
pasted_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskIntake) intake = desk_intake_read_finish (result, &error);

  if (self->session == NULL)
    return;

  if (intake != NULL)
    take_in (self, intake);
  else
    desk_window_show_error (self, _ ("The Clipboard Could Not Be Read"), error);
}

void
desk_window_paste (DeskWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!can_import (self))
    return;

  if (desk_intake_can_read (gdk_clipboard_get_formats (clipboard)))
    desk_intake_read_async (G_OBJECT (clipboard), self->cancellable, pasted_cb, g_object_ref (self));
  else
    desk_window_add_toast (self, adw_toast_new (_ ("No text was copied yet")));
}

static void
dropped_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskIntake) intake = desk_intake_read_finish (result, &error);

  gdk_drop_finish (GDK_DROP (object), intake != NULL ? GDK_ACTION_COPY : 0);

  if (self->session == NULL)
    return;

  if (intake != NULL)
    take_in (self, intake);
  else
    desk_window_show_error (self, _ ("What Was Dropped Could Not Be Read"), error);
}

/* What comes from this window itself, as a dragged passage, is no news. */
static gboolean
accept_cb (GtkDropTargetAsync *target,
           GdkDrop *drop,
           DeskWindow *self)
{
  return self->session != NULL && gdk_drop_get_drag (drop) == NULL &&
         desk_intake_can_read (gdk_drop_get_formats (drop));
}

static GdkDragAction
drag_enter_cb (GtkDropTargetAsync *target,
               GdkDrop *drop,
               double x,
               double y,
               DeskWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_highlight, TRUE);
  return GDK_ACTION_COPY;
}

static void
drag_leave_cb (GtkDropTargetAsync *target,
               GdkDrop *drop,
               DeskWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_highlight, FALSE);
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop *drop,
         double x,
         double y,
         DeskWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_highlight, FALSE);
  desk_intake_read_async (G_OBJECT (drop), self->cancellable, dropped_cb, g_object_ref (self));
  return TRUE;
}

void
desk_window_init_drop (DeskWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (desk_intake_dup_formats (), GDK_ACTION_COPY);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drag_enter_cb), self, 0);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drag_leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  /* Before the children: a text box in the window would take the text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
add_filter (GListStore *filters,
            const char *name,
            const char *const *media_types,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (const char *const *type = media_types; *type != NULL; type++)
    gtk_file_filter_add_mime_type (filter, *type);
  for (const char *const *suffix = suffixes; *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (filter, *suffix);
  g_list_store_append (filters, filter);
}

static GListModel *
create_filters (void)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) everything = gtk_file_filter_new ();

  add_filter (filters, _ ("Articles"),
              (const char *[]) { "text/plain", "text/html", "application/xhtml+xml", "text/markdown", NULL },
              (const char *[]) { "txt", "text", "md", "markdown", "html", "htm", "xhtml", NULL });
  add_filter (filters, _ ("Web Pages"),
              (const char *[]) { "text/html", "application/xhtml+xml", NULL },
              (const char *[]) { "html", "htm", "xhtml", NULL });
  add_filter (filters, _ ("Text and Markdown"),
              (const char *[]) { "text/plain", "text/markdown", NULL },
              (const char *[]) { "txt", "text", "md", "markdown", NULL });
  gtk_file_filter_set_name (everything, _ ("All Files"));
  gtk_file_filter_add_pattern (everything, "*");
  g_list_store_append (filters, everything);

  return G_LIST_MODEL (g_steal_pointer (&filters));
}

static void
files_chosen_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, &error);

  if (self->session == NULL)
    return;

  if (files != NULL)
    desk_window_import_files (self, files);
  else
    desk_window_show_error (self, _ ("The Files Could Not Be Opened"), error);
}

void
desk_window_choose_files (DeskWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Open Articles"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, files_chosen_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) files = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);

  if (self->session == NULL)
    return;

  if (folder == NULL)
    {
      desk_window_show_error (self, _ ("The Folder Could Not Be Opened"), error);
      return;
    }

  files = g_list_store_new (G_TYPE_FILE);
  g_list_store_append (files, folder);
  desk_window_import_files (self, G_LIST_MODEL (files));
}

void
desk_window_choose_folder (DeskWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Folder of Articles"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), self->cancellable, folder_chosen_cb, g_object_ref (self));
}
