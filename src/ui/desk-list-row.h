/* One article in the list: headline, lead or search hits, source, day, marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-article-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIST_ROW (desk_list_row_get_type ())

/* Read-only property: label (string), the whole row in words for screen readers. */
G_DECLARE_FINAL_TYPE (DeskListRow, desk_list_row, DESK, LIST_ROW, GtkWidget)

/* `item` owns the row as its child. */
GtkWidget *desk_list_row_new (GtkListItem *item) G_GNUC_WARN_UNUSED_RESULT;
guint desk_list_row_get_position (DeskListRow *self);
/* `today` decides how days are named; `row` may be %NULL. */
void desk_list_row_set_row (DeskListRow *self,
                            DeskArticleRow *row,
                            const GDate *today);
DeskArticleRow *desk_list_row_get_row (DeskListRow *self);
const char *desk_list_row_get_label (DeskListRow *self);

G_END_DECLS
