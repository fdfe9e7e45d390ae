/* The row of a passage: its words, a caption, and on demand why the analysis says so.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-passage.h"

G_BEGIN_DECLS

#define DESK_TYPE_PASSAGE_ROW (desk_passage_row_get_type ())

G_DECLARE_FINAL_TYPE (DeskPassageRow, desk_passage_row, DESK, PASSAGE_ROW, GtkListBoxRow)

GtkWidget *desk_passage_row_new (DeskPassage *passage) G_GNUC_WARN_UNUSED_RESULT;
DeskPassage *desk_passage_row_get_passage (DeskPassageRow *self);

/* Goes to the passage in the text. */
void desk_passage_row_show (DeskPassageRow *self);

G_END_DECLS
