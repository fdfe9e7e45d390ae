/* The dialogs: what they show and what they do.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-import-row.h"
#include "desk-import-summary.h"
#include "desk-keycaps.h"
#include "desk-preferences.h"
#include "desk-restore-dialog.h"
#include "desk-shortcuts-dialog.h"
#include "desk-shortcuts.h"
#include "ui-fixture.h"

static GtkWidget *
present (AdwDialog *dialog)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("A window"));
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));

  return window;
}

static GtkWidget *
find_by_tooltip (GtkWidget *root,
                 const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_rows (GtkWidget *widget,
            GType type)
{
  guint count = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child, type);

  return count;
}

/* Each shortcut of the table has its row, with its keys in words, and there are no others. */
static void
test_shortcuts (void)
{
  AdwDialog *dialog = desk_shortcuts_dialog_new ();
  GtkWidget *window = present (dialog);
  GtkEditable *search = GTK_EDITABLE (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_SHORTCUTS_DIALOG,
                                                            "search_entry"));
  const DeskShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = desk_shortcuts_get (&n_shortcuts);
  g_assert_cmpuint (count_rows (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), ==, n_shortcuts);

  for (gsize i = 0; i < n_shortcuts; i++)
    {
      GtkWidget *row = ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, shortcuts[i].title);

      g_assert_nonnull (row);
    }

  gtk_editable_set_text (search, "undo");
  wait_until (count_rows (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW) == 1);
  gtk_editable_set_text (search, "CTRL+O");
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Open Files") != NULL);
  gtk_editable_set_text (search, "no such shortcut");
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No Results") != NULL);

  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_keycaps (const char *accels)
{
  g_autoptr (GtkWidget) keycaps = g_object_ref_sink (desk_keycaps_new (accels));
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (keycaps); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += gtk_widget_has_css_class (child, "keycap");

  return count;
}

static void
test_keycaps (void)
{
  g_assert_cmpuint (count_keycaps ("F9"), ==, 1);
  g_assert_cmpuint (count_keycaps ("<Shift><Control>o"), ==, 3);
  g_assert_cmpuint (count_keycaps ("<Control>plus <Control>equal <Control>KP_Add"), ==, 2);
  g_assert_cmpuint (count_keycaps ("1...8"), ==, 2);
  g_assert_cmpuint (count_keycaps ("<Control><Alt>1...8"), ==, 4);
  g_assert_cmpuint (count_keycaps ("<Control>question F1"), ==, 3);
}

static void
test_preferences (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AdwDialog *dialog = desk_preferences_new (settings, fixture->folder, fixture->session);
  GtkWidget *window = present (dialog);
  AdwComboRow *font = ADW_COMBO_ROW (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_PREFERENCES, "font_row"));
  AdwComboRow *theme = ADW_COMBO_ROW (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_PREFERENCES, "theme_row"));
  AdwSpinRow *size = ADW_SPIN_ROW (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_PREFERENCES, "size_row"));
  GtkWidget *check = ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_PREFERENCES, "check_row");

  /* Every value of an enumeration has a word, and stands at its own place. */
  for (guint i = 0; i < 3; i++)
    {
      adw_combo_row_set_selected (font, i);
      g_assert_cmpint (g_settings_get_enum (settings, "reader-font"), ==, i);
    }
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (font)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (theme)), ==, 4);
  g_settings_set_string (settings, "reader-theme", "sepia");
  wait_until (adw_combo_row_get_selected (theme) == 3);

  adw_spin_row_set_value (size, 150);
  g_assert_cmpint (g_settings_get_int (settings, "reader-size"), ==, 150);

  g_signal_emit_by_name (check, "activated");
  g_assert_false (gtk_widget_get_sensitive (check));
  wait_until (gtk_widget_get_sensitive (check));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What was removed comes back by the button of the toast, while the dialog is open. */
static void
test_corrections (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (DeskIdentity) short_name = desk_identity_new (DESK_ENTITY_KIND_PERSON, "Lee");
  g_autoptr (DeskIdentity) full_name = desk_identity_new (DESK_ENTITY_KIND_PERSON, "Ann Lee");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;
  GtkWidget *window, *undo, *search;

  desk_session_join_async (fixture->session, short_name, full_name, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_session_action_finish (fixture->session, result, &error));
  dialog = desk_preferences_new (settings, fixture->folder, fixture->session);
  window = present (dialog);
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "“Lee” is “Ann Lee”") != NULL);

  search = ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No Results") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "“Lee” is “Ann Lee”") != NULL);

  g_signal_emit_by_name (find_by_tooltip (GTK_WIDGET (dialog), "Remove the Correction"), "clicked");
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "“Lee” is “Ann Lee”") == NULL);
  wait_until ((undo = ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Undo")) != NULL);
  undo = gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (undo));
  g_signal_emit_by_name (undo, "clicked");
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "“Lee” is “Ann Lee”") != NULL);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_preferences_without_library (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AdwDialog *dialog = desk_preferences_new (settings, "/nowhere", NULL);
  GtkWidget *window = present (dialog);

  g_assert_false (gtk_widget_get_sensitive (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_PREFERENCES, "check_row")));
  g_assert_false (gtk_widget_get_sensitive (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_PREFERENCES, "backup_row")));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
make_backup (const char *folder,
             const char *name)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *path = g_build_filename (backups, name, NULL);

  g_mkdir_with_parents (backups, 0700);
  g_assert_true (g_file_set_contents (path, "backup", 6, NULL));
}

static void
test_restore (Fixture *fixture,
              gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *window, *restore;

  make_backup (fixture->folder, "library-2026-11-20.db");
  make_backup (fixture->folder, "library-2026-11-22.db");
  dialog = desk_restore_dialog_new (fixture->folder);
  window = present (dialog);
  restore = ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_RESTORE_DIALOG, "restore_button");

  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Sunday, 22 November 2026"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Friday, 20 November 2026"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "A New, Empty Library"));
  /* The newest is chosen. */
  g_assert_true (gtk_widget_get_sensitive (restore));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_restore_without_backups (Fixture *fixture,
                              gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("newsdesk-XXXXXX", NULL);
  AdwDialog *dialog = desk_restore_dialog_new (folder);
  GtkWidget *window = present (dialog);

  /* A new library is never taken unasked. */
  g_assert_cmpuint (count_rows (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (ui_fixture_get_child (GTK_WIDGET (dialog), DESK_TYPE_RESTORE_DIALOG,
                                                                  "restore_button")));

  gtk_window_destroy (GTK_WINDOW (window));
  delete_folder (folder);
}

static DeskImportJob *
import_mixed (Fixture *fixture,
              char **folder)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = NULL;

  *folder = g_dir_make_tmp ("newsdesk-XXXXXX", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *path = g_build_filename (*folder, name, NULL);
      g_autofree char *text = g_strdup_printf ("Headline %u\n\nA paragraph that says what happened.", i);

      /* One of them is empty. */
      g_assert_true (g_file_set_contents (path, text, i == 1 ? 0 : -1, NULL));
    }
  file = g_file_new_for_path (*folder);
  g_list_store_append (files, file);

  return desk_session_import_files (fixture->session, G_LIST_MODEL (files));
}

static void
test_import_summary (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autoptr (DeskImportJob) job = import_mixed (fixture, &folder);
  g_autofree char *empty = g_build_filename (folder, "1.txt", NULL);
  g_autofree char *text = NULL;
  AdwDialog *dialog;
  GtkWidget *window;

  wait_for_job (job);
  text = desk_import_summary_dup_text (job);
  g_assert_cmpstr (text, ==, "2 articles added, 1 file could not be read");

  dialog = desk_import_summary_new (job);
  window = present (dialog);
  wait_until (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, empty) != NULL);
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, text));

  gtk_window_destroy (GTK_WINDOW (window));
  delete_folder (folder);
}

static void
test_import_row (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autoptr (DeskImportJob) job = import_mixed (fixture, &folder);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), desk_import_row_new (job));
  gtk_window_present (GTK_WINDOW (window));

  g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (box)));
  /* It goes by itself. */
  wait_until (gtk_widget_get_first_child (box) == NULL);
  g_assert_false (desk_import_job_get_running (job));

  gtk_window_destroy (GTK_WINDOW (window));
  delete_folder (folder);
}

#define ADD(name, function) g_test_add ("/dialogs/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  /* Not isolated: icons need the data of the system. The libraries have folders of their own. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/dialogs/shortcuts", test_shortcuts);
  g_test_add_func ("/dialogs/keycaps", test_keycaps);
  ADD ("preferences", test_preferences);
  ADD ("corrections", test_corrections);
  g_test_add_func ("/dialogs/preferences-without-library", test_preferences_without_library);
  ADD ("restore", test_restore);
  ADD ("restore-without-backups", test_restore_without_backups);
  ADD ("import-summary", test_import_summary);
  ADD ("import-row", test_import_row);

  return g_test_run ();
}
