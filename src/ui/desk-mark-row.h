/* One mark in the list of an article's marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-annotation.h"

G_BEGIN_DECLS

#define DESK_TYPE_MARK_ROW (desk_mark_row_get_type ())

G_DECLARE_FINAL_TYPE (DeskMarkRow, desk_mark_row, DESK, MARK_ROW, GtkWidget)

GtkWidget *desk_mark_row_new (GListModel *kinds) G_GNUC_WARN_UNUSED_RESULT;
/* `place` says where the mark stands, such as “paragraph 5”. */
void desk_mark_row_set_annotation (DeskMarkRow *self,
                                   DeskAnnotation *annotation,
                                   const char *place);
/* What is read aloud for a row: kind, number of it, place, passage, note; NULL while it shows no mark. */
char *desk_mark_row_dup_label (DeskMarkRow *self,
                               guint position,
                               guint n_marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
