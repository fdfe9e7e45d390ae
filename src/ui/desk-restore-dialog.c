/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-day.h"
#include "desk-library.h"
#include "desk-restore-dialog.h"

struct _DeskRestoreDialog
{
  AdwDialog parent_instance;

  GtkListBox *list;
  GtkWidget *restore_button;

  GtkCheckButton *first_check;
  char *chosen;
};

G_DEFINE_FINAL_TYPE (DeskRestoreDialog, desk_restore_dialog, ADW_TYPE_DIALOG)

static void
toggled_cb (DeskRestoreDialog *self,
            GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    g_set_str (&self->chosen, g_object_get_data (G_OBJECT (check), "backup"));

  gtk_widget_set_sensitive (self->restore_button, self->chosen != NULL);
}

static void
restore_cb (DeskRestoreDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.restore-backup", "s", self->chosen);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The name holds the day; the time of the file may be that of a copy. */
static char *
dup_title (const char *backup)
{
  const char *dash = strchr (backup, '-');
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (dash == NULL || !desk_day_parse (dash + 1, &date))
    return g_strdup (backup);

  day = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  /* Translators: day of a backup, as “Wednesday, 8 February 2023”; see strftime(3). */
  return g_date_time_format (day, _ ("%A, %-e %B %Y"));
}

static char *
dup_subtitle (const char *folder,
              const char *backup)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "backups", backup, NULL);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *size = info != NULL ? g_format_size (g_file_info_get_size (info)) : NULL;

  if (size != NULL && strstr (backup, "-form-") != NULL)
    /* Translators: said of a backup that was made when a new version of NewsDesk changed the library; its size. */
    return g_strdup_printf (_ ("%s, before an update"), size);

  return g_steal_pointer (&size);
}

/* `backup` is empty for a new library. */
static void
add_choice (DeskRestoreDialog *self,
            const char *backup,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "backup", g_strdup (backup), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first_check);
  if (self->first_check == NULL)
    self->first_check = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  gtk_list_box_append (self->list, row);
}

static void
desk_restore_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_RESTORE_DIALOG);

  G_OBJECT_CLASS (desk_restore_dialog_parent_class)->dispose (object);
}

static void
desk_restore_dialog_finalize (GObject *object)
{
  g_free (DESK_RESTORE_DIALOG (object)->chosen);

  G_OBJECT_CLASS (desk_restore_dialog_parent_class)->finalize (object);
}

static void
desk_restore_dialog_class_init (DeskRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_restore_dialog_dispose;
  object_class->finalize = desk_restore_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRestoreDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DeskRestoreDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
desk_restore_dialog_init (DeskRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
desk_restore_dialog_new (const char *folder)
{
  DeskRestoreDialog *self;
  g_auto (GStrv) backups = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (DESK_TYPE_RESTORE_DIALOG, NULL);
  backups = desk_library_list_backups (folder);

  for (char **backup = backups; backup != NULL && *backup != NULL; backup++)
    {
      g_autofree char *title = dup_title (*backup);
      g_autofree char *subtitle = dup_subtitle (folder, *backup);

      add_choice (self, *backup, title, subtitle);
    }

  add_choice (self, "", _ ("A New, Empty Library"), _ ("For when no backup is there or none can be read"));
  gtk_check_button_set_active (self->first_check, backups != NULL && backups[0] != NULL);

  return ADW_DIALOG (self);
}
