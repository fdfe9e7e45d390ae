/* How articles are set: font, size, width, spacing, colours.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_TYPOGRAPHY_POPOVER (desk_typography_popover_get_type ())

G_DECLARE_FINAL_TYPE (DeskTypographyPopover, desk_typography_popover, DESK, TYPOGRAPHY_POPOVER, GtkPopover)

/* Everything is read from and written to the keys "reader-…" of the settings. */
void desk_typography_popover_set_settings (DeskTypographyPopover *self,
                                           GSettings *settings);

G_END_DECLS
