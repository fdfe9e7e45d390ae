/* The reader's marks on an article, in the order of the text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-document.h"

G_BEGIN_DECLS

#define DESK_TYPE_MARKS_PANE (desk_marks_pane_get_type ())

/* Property: n-marks (uint, read-only). */
G_DECLARE_FINAL_TYPE (DeskMarksPane, desk_marks_pane, DESK, MARKS_PANE, AdwBin)

/* Before the first document. */
void desk_marks_pane_set_kinds (DeskMarksPane *self,
                                GListModel *kinds);
void desk_marks_pane_set_document (DeskMarksPane *self,
                                   DeskDocument *document);
/* Shows which mark is selected in the text; NULL for none. */
void desk_marks_pane_select (DeskMarksPane *self,
                             const char *annotation_id);
guint desk_marks_pane_get_n_marks (DeskMarksPane *self);

G_END_DECLS
