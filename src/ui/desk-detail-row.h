/* A field of an article: what it is, its value, and where that came from.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_DETAIL_ROW (desk_detail_row_get_type ())

/* Properties: title, value, note (strings; without a note its line is hidden), monospace (b).
 * A child of type "suffix" stands at the end. */
G_DECLARE_FINAL_TYPE (DeskDetailRow, desk_detail_row, DESK, DETAIL_ROW, GtkListBoxRow)

GtkWidget *desk_detail_row_new (const char *title,
                                const char *value,
                                const char *note) G_GNUC_WARN_UNUSED_RESULT;
void desk_detail_row_set (DeskDetailRow *self,
                          const char *value,
                          const char *note);

G_END_DECLS
