/* The menu section with Undo and Redo, each with the name of its step.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_UNDO_MENU (desk_undo_menu_get_type ())

G_DECLARE_FINAL_TYPE (DeskUndoMenu, desk_undo_menu, DESK, UNDO_MENU, GObject)

/* Keeps `section` filled with win.undo and win.redo. */
DeskUndoMenu *desk_undo_menu_new (GMenu *section) G_GNUC_WARN_UNUSED_RESULT;
void desk_undo_menu_set_library (DeskUndoMenu *self,
                                 DeskLibrary *library);

G_END_DECLS
