/* A titled group of rows in the inspector; a long one shows its first rows and a way to more.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_ROW_GROUP (desk_row_group_get_type ())

/* Properties: title (string), counted (b): whether the number of items is shown.
 * Signal: "row-activated" (GtkListBoxRow) */
G_DECLARE_FINAL_TYPE (DeskRowGroup, desk_row_group, DESK, ROW_GROUP, GtkWidget)

GtkWidget *desk_row_group_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Shows one row an item; an empty model hides the group. Rows come from `create`. */
void desk_row_group_bind (DeskRowGroup *self,
                          GListModel *model,
                          GtkListBoxCreateWidgetFunc create,
                          gpointer user_data);
GtkListBox *desk_row_group_get_list (DeskRowGroup *self);
/* Makes sure that the row of an item exists; NULL where there is no such item. */
GtkListBoxRow *desk_row_group_show_item (DeskRowGroup *self,
                                         gpointer item);

GListModel *desk_row_group_get_model (DeskRowGroup *self);
/* Lights the row of an item; NULL for none. */
void desk_row_group_light (DeskRowGroup *self,
                           gpointer item);

G_END_DECLS
