/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-preferences.h"

#include "desk-corrections-page.h"

struct _DeskPreferences
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *font_row;
  AdwSpinRow *size_row;
  AdwSpinRow *width_row;
  AdwSpinRow *spacing_row;
  AdwComboRow *theme_row;
  AdwComboRow *toolbar_row;
  AdwSwitchRow *single_keys_row;
  AdwActionRow *folder_row;
  AdwActionRow *articles_row;
  GtkWidget *check_row;
  GtkWidget *backup_row;
  AdwPreferencesGroup *backup_group;
  DeskCorrectionsPage *corrections;

  DeskSession *session;
  char *folder;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskPreferences, desk_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static void
add_toast (DeskPreferences *self,
           const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
show_message (DeskPreferences *self,
              const char *heading,
              const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
is_silent (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED);
}

static void
folder_opened_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (DeskPreferences) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error) && !is_silent (error))
    add_toast (self, _ ("The folder could not be opened"));
}

static void
open_folder_cb (DeskPreferences *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable,
                            folder_opened_cb, g_object_ref (self));
}

static void
checked_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskPreferences) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = desk_library_check_finish (DESK_LIBRARY (object), result, &error);

  if (is_silent (error))
    return;

  gtk_widget_set_sensitive (self->check_row, TRUE);

  if (error != NULL)
    {
      show_message (self, _ ("The Library Could Not Be Checked"), error->message);
    }
  else if (problems[0] == NULL)
    {
      show_message (self, _ ("The Library Is in Good Order"),
                    _ ("Every article and every original file is as it was stored."));
    }
  else
    {
      guint n_problems = g_strv_length (problems);
      g_autofree char *heading = g_strdup_printf (ngettext ("%u Problem Was Found", "%u Problems Were Found", n_problems),
                                                  n_problems);
      g_autofree char *body = NULL;

      /* The first ones tell what happened; a list of thousands would fit on no screen. */
      if (n_problems > 12)
        g_clear_pointer (&problems[12], g_free);
      body = g_strjoinv ("\n", problems);
      show_message (self, heading, body);
    }
}

static void
check_cb (DeskPreferences *self)
{
  gtk_widget_set_sensitive (self->check_row, FALSE);
  desk_library_check_async (desk_session_get_library (self->session), self->cancellable,
                            checked_cb, g_object_ref (self));
}

static void
backed_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (DeskPreferences) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = desk_library_backup_finish (DESK_LIBRARY (object), result, &error);

  if (is_silent (error))
    return;

  gtk_widget_set_sensitive (self->backup_row, TRUE);

  if (done)
    add_toast (self, _ ("The backup is written"));
  else
    show_message (self, _ ("The Backup Could Not Be Written"), error->message);
}

static void
backup_chosen_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (DeskPreferences) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file == NULL)
    {
      if (!is_silent (error))
        show_message (self, _ ("The Backup Could Not Be Written"), error->message);
      return;
    }

  gtk_widget_set_sensitive (self->backup_row, FALSE);
  desk_library_backup_async (desk_session_get_library (self->session), file, self->cancellable,
                             backed_up_cb, g_object_ref (self));
}

static void
backup_cb (DeskPreferences *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");
  g_autofree char *name = NULL;

  /* Translators: suggested name of a backup file, with the day as 2023-02-08. */
  name = g_strdup_printf (_ ("NewsDesk %s.newsdesk-backup"), day);

  gtk_file_dialog_set_title (dialog, _ ("Back Up the Library"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable,
                        backup_chosen_cb, g_object_ref (self));
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskPreferences) self = data;
  DeskLibraryCounts counts;
  g_autofree char *text = NULL;

  if (!desk_library_count_finish (DESK_LIBRARY (object), result, &counts, NULL) || self->articles_row == NULL)
    return;

  /* Translators: a number of articles, with separators as %'d gives them. */
  text = g_strdup_printf ("%'" G_GUINT64_FORMAT, counts.all);
  adw_action_row_set_subtitle (self->articles_row, text);
}

static void
selected_cb (AdwComboRow *row,
             GParamSpec *pspec,
             GSettings *settings)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION && g_settings_get_enum (settings, key) != (int) selected)
    g_settings_set_enum (settings, key, selected);
}

static void
setting_changed_cb (GSettings *settings,
                    const char *key,
                    AdwComboRow *row)
{
  adw_combo_row_set_selected (row, g_settings_get_enum (settings, key));
}

/* The values of these enumerations are the places in the list. */
static void
bind_combo (AdwComboRow *row,
            GSettings *settings,
            const char *key)
{
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  adw_combo_row_set_selected (row, g_settings_get_enum (settings, key));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), settings, 0);
  g_signal_connect_object (settings, signal, G_CALLBACK (setting_changed_cb), row, 0);
}

static void
desk_preferences_dispose (GObject *object)
{
  DeskPreferences *self = DESK_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_PREFERENCES);

  G_OBJECT_CLASS (desk_preferences_parent_class)->dispose (object);
}

static void
desk_preferences_finalize (GObject *object)
{
  g_free (DESK_PREFERENCES (object)->folder);

  G_OBJECT_CLASS (desk_preferences_parent_class)->finalize (object);
}

static void
desk_preferences_class_init (DeskPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_preferences_dispose;
  object_class->finalize = desk_preferences_finalize;

  g_type_ensure (DESK_TYPE_CORRECTIONS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, font_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, size_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, width_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, spacing_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, toolbar_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, single_keys_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, articles_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, check_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, backup_row);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, backup_group);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, corrections);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
}

static void
desk_preferences_init (DeskPreferences *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_backups (DeskPreferences *self)
{
  g_auto (GStrv) backups = desk_library_list_backups (self->folder);
  guint n_backups = backups != NULL ? g_strv_length (backups) : 0;
  g_autofree char *text = NULL;

  if (n_backups == 0)
    text = g_strdup (_ ("NewsDesk makes a backup on every day on which the library changes, and keeps seven."));
  else
    text = g_strdup_printf (ngettext ("There is %u backup. NewsDesk makes one on every day on which the library "
                                      "changes, and keeps seven.",
                                      "There are %u backups. NewsDesk makes one on every day on which the library "
                                      "changes, and keeps seven.",
                                      n_backups),
                            n_backups);
  adw_preferences_group_set_description (self->backup_group, text);
}

AdwDialog *
desk_preferences_new (GSettings *settings,
                      const char *folder,
                      DeskSession *session)
{
  DeskPreferences *self;
  DeskLibrary *library;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (session == NULL || DESK_IS_SESSION (session), NULL);

  self = g_object_new (DESK_TYPE_PREFERENCES, NULL);
  self->folder = g_strdup (folder);
  self->session = session != NULL ? g_object_ref (session) : NULL;
  library = session != NULL ? desk_session_get_library (session) : NULL;

  bind_combo (self->font_row, settings, "reader-font");
  bind_combo (self->theme_row, settings, "reader-theme");
  bind_combo (self->toolbar_row, settings, "toolbar-mode");
  g_settings_bind (settings, "reader-size", self->size_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-width", self->width_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-spacing", self->spacing_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "single-keys", self->single_keys_row, "active", G_SETTINGS_BIND_DEFAULT);

  desk_corrections_page_set_session (self->corrections, library != NULL ? session : NULL);
  adw_action_row_set_subtitle (self->folder_row, folder);
  gtk_widget_set_sensitive (self->check_row, library != NULL);
  gtk_widget_set_sensitive (self->backup_row, library != NULL);
  show_backups (self);
  if (library != NULL)
    desk_library_count_async (library, self->cancellable, counted_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
