/* The entry that a dialog is typed into from the first key on.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* To be called once, before the dialog is presented. */
void desk_dialog_focus_entry (AdwDialog   *dialog,
                              GtkEditable *entry);

G_END_DECLS
