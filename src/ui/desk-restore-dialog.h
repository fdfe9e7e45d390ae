/* The dated backups of a library: one is chosen to take its place.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_RESTORE_DIALOG (desk_restore_dialog_get_type ())

/* Activates app.restore-backup with the name of the chosen backup. */
G_DECLARE_FINAL_TYPE (DeskRestoreDialog, desk_restore_dialog, DESK, RESTORE_DIALOG, AdwDialog)

AdwDialog *desk_restore_dialog_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
