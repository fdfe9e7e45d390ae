/* The dialog of keyboard shortcuts, made from their table.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_SHORTCUTS_DIALOG (desk_shortcuts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (DeskShortcutsDialog, desk_shortcuts_dialog, DESK, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *desk_shortcuts_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
