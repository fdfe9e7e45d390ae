/* The actions of the program, and its About dialog.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-application.h"
#include "desk-preferences.h"
#include "desk-shortcuts-dialog.h"

/* Dialogs belong to the window in front. */
static GtkWidget *
get_parent (DeskApplication *self)
{
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  gtk_window_present (GTK_WINDOW (desk_application_add_window (data)));
}

static void
open_in_new_window_action (GSimpleAction *action,
                           GVariant *parameter,
                           gpointer data)
{
  DeskWindow *window = desk_application_add_window (data);

  desk_window_open_article (window, g_variant_get_string (parameter, NULL), 0, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  DeskApplication *self = data;

  adw_dialog_present (desk_preferences_new (desk_application_get_settings (self),
                                            desk_application_get_library_folder (self),
                                            desk_application_get_session (self)),
                      get_parent (self));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  adw_dialog_present (desk_shortcuts_dialog_new (), get_parent (data));
}

static char *
dup_debug_info (DeskApplication *self)
{
  return g_strdup_printf ("NewsDesk %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\nLibrary %s\n",
                          PACKAGE_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          desk_application_get_library_folder (self));
}

static void
about_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  g_autofree char *debug_info = dup_debug_info (data);
  AdwDialog *dialog =
    g_object_new (ADW_TYPE_ABOUT_DIALOG,
                  "application-name", _ ("NewsDesk"),
                  "application-icon", APPLICATION_ID,
                  "version", PACKAGE_VERSION,
                  "comments", _ ("Reads news articles, shows who and what they are about, and keeps what you mark "
                                 "and note. Everything stays on this computer."),
                  "developer-name", _ ("The NewsDesk authors"),
                  "copyright", "© 2026 The NewsDesk authors",
                  "license-type", GTK_LICENSE_GPL_3_0,
                  /* Translators: your names, one a line. */
                  "translator-credits", _ ("translator-credits"),
                  "debug-info", debug_info,
                  "debug-info-filename", "newsdesk-debug-info.txt",
                  NULL);

  adw_dialog_present (dialog, get_parent (data));
}

static void
reopen_library_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  desk_application_reopen (data);
}

static void
restore_backup_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  desk_application_restore_backup (data, g_variant_get_string (parameter, NULL));
}

static void
quit_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  desk_application_quit (data);
}

static const GActionEntry entries[] = {
  { "new-window", new_window_action },
  { "open-in-new-window", open_in_new_window_action, "s" },
  { "preferences", preferences_action },
  { "shortcuts", shortcuts_action },
  { "about", about_action },
  { "reopen-library", reopen_library_action },
  { "restore-backup", restore_backup_action, "s" },
  { "quit", quit_action },
};

void
desk_application_add_actions (DeskApplication *self)
{
  g_return_if_fail (DESK_IS_APPLICATION (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
