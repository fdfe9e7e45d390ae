/* A keyboard shortcut drawn as keys: Ctrl + Shift + F.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `accels` as in DeskShortcut: alternatives by spaces, "1...8" for a range. Keypad twins are left out. */
GtkWidget *desk_keycaps_new (const char *accels) G_GNUC_WARN_UNUSED_RESULT;
/* The same in words, for screen readers. */
char *desk_keycaps_dup_label (const char *accels) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
