/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-undo-menu.h"

struct _DeskUndoMenu
{
  GObject parent_instance;

  GMenu *section;
  GSignalGroup *library_signals;
};

G_DEFINE_FINAL_TYPE (DeskUndoMenu, desk_undo_menu, G_TYPE_OBJECT)

static void
append (DeskUndoMenu *self,
        const char *label,
        const char *action)
{
  g_autoptr (GString) escaped = g_string_new (label);

  /* A menu would take the underscore of a name for a mnemonic. */
  g_string_replace (escaped, "_", "__", 0);
  g_menu_append (self->section, escaped->str, action);
}

static void
update (DeskUndoMenu *self)
{
  g_autoptr (DeskLibrary) library = g_signal_group_dup_target (self->library_signals);
  const char *undo_name = library != NULL ? desk_library_get_undo_name (library) : NULL;
  const char *redo_name = library != NULL ? desk_library_get_redo_name (library) : NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  /* Translators: menu items with the name of a step, as “Undo: Delete Article”. */
  undo = undo_name != NULL ? g_strdup_printf (_ ("Undo: %s"), undo_name) : g_strdup (_ ("Undo"));
  redo = redo_name != NULL ? g_strdup_printf (_ ("Redo: %s"), redo_name) : g_strdup (_ ("Redo"));

  g_menu_remove_all (self->section);
  append (self, undo, "win.undo");
  append (self, redo, "win.redo");
}

static void
desk_undo_menu_dispose (GObject *object)
{
  DeskUndoMenu *self = DESK_UNDO_MENU (object);

  g_clear_object (&self->library_signals);
  g_clear_object (&self->section);

  G_OBJECT_CLASS (desk_undo_menu_parent_class)->dispose (object);
}

static void
desk_undo_menu_class_init (DeskUndoMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_undo_menu_dispose;
}

static void
desk_undo_menu_init (DeskUndoMenu *self)
{
  self->library_signals = g_signal_group_new (DESK_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "notify::undo-name", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::redo-name", G_CALLBACK (update), self);
}

DeskUndoMenu *
desk_undo_menu_new (GMenu *section)
{
  DeskUndoMenu *self;

  g_return_val_if_fail (G_IS_MENU (section), NULL);

  self = g_object_new (DESK_TYPE_UNDO_MENU, NULL);
  self->section = g_object_ref (section);
  update (self);

  return self;
}

void
desk_undo_menu_set_library (DeskUndoMenu *self,
                            DeskLibrary *library)
{
  g_return_if_fail (DESK_IS_UNDO_MENU (self));
  g_return_if_fail (library == NULL || DESK_IS_LIBRARY (library));

  g_signal_group_set_target (self->library_signals, library);
  update (self);
}
