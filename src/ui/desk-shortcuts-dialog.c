/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-dialog-focus.h"
#include "desk-keycaps.h"
#include "desk-shortcuts-dialog.h"
#include "desk-shortcuts.h"

struct _DeskShortcutsDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (DeskShortcutsDialog, desk_shortcuts_dialog, ADW_TYPE_DIALOG)

static gboolean
matches (const DeskShortcut *shortcut,
         const char *text)
{
  g_autofree char *needle = g_utf8_casefold (text, -1);
  g_autofree char *title = g_utf8_casefold (desk_shortcut_get_title (shortcut), -1);
  g_autofree char *keys = desk_keycaps_dup_label (shortcut->accels);
  g_autofree char *folded_keys = g_utf8_casefold (keys, -1);

  return strstr (title, needle) != NULL || strstr (folded_keys, needle) != NULL;
}

static GtkWidget *
create_row (const DeskShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = desk_keycaps_dup_label (shortcut->accels);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), desk_shortcut_get_title (shortcut));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), desk_keycaps_new (shortcut->accels));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys,
                                  -1);

  return row;
}

static void
fill (DeskShortcutsDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const DeskShortcut *shortcuts;
  gsize n_shortcuts;
  gboolean any = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);

  shortcuts = desk_shortcuts_get (&n_shortcuts);

  for (guint group = 0; group < DESK_N_SHORTCUT_GROUPS; group++)
    {
      GtkWidget *list = NULL;

      for (gsize i = 0; i < n_shortcuts; i++)
        {
          if (shortcuts[i].group != group || !matches (&shortcuts[i], text))
            continue;

          if (list == NULL)
            {
              list = adw_preferences_group_new ();
              adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list),
                                               desk_shortcut_group_get_title (group));
              gtk_box_append (GTK_BOX (self->groups), list);
              any = TRUE;
            }
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), create_row (&shortcuts[i]));
        }
    }

  gtk_stack_set_visible_child_name (self->stack, any ? "shortcuts" : "none");
}

static void
desk_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (desk_shortcuts_dialog_parent_class)->dispose (object);
}

static void
desk_shortcuts_dialog_class_init (DeskShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskShortcutsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskShortcutsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskShortcutsDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, fill);
}

static void
desk_shortcuts_dialog_init (DeskShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  desk_dialog_focus_entry (ADW_DIALOG (self), GTK_EDITABLE (self->search_entry));
  fill (self);
}

AdwDialog *
desk_shortcuts_dialog_new (void)
{
  return g_object_new (DESK_TYPE_SHORTCUTS_DIALOG, NULL);
}
