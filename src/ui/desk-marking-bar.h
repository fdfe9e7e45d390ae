/* The bar below a selection or a mark: kinds to choose from, and what else can be done.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-annotation.h"

G_BEGIN_DECLS

#define DESK_TYPE_MARKING_BAR (desk_marking_bar_get_type ())

/* It never takes the focus or a grab; its buttons run the actions "article.…" of the page around it. */
G_DECLARE_FINAL_TYPE (DeskMarkingBar, desk_marking_bar, DESK, MARKING_BAR, GtkPopover)

DeskMarkingBar *desk_marking_bar_new (GListModel *kinds) G_GNUC_WARN_UNUSED_RESULT;
/* The kind that comes first and is larger. */
void desk_marking_bar_set_last_kind (DeskMarkingBar *self,
                                     const char *kind_id);

/* For a selection. */
void desk_marking_bar_set_selection (DeskMarkingBar *self);
/* For one of the marks at a place (of DeskAnnotation, in picking order). */
void desk_marking_bar_set_mark (DeskMarkingBar *self,
                                GPtrArray *marks,
                                guint position);
/* Places it below the last line of a passage, or above the first where there is no room; rectangles in
 * coordinates of the parent. */
void desk_marking_bar_show_at (DeskMarkingBar *self,
                               const GdkRectangle *first_line,
                               const GdkRectangle *last_line);
/* Goes away by itself: after three seconds, or when the pointer has been in it and leaves. */
void desk_marking_bar_linger (DeskMarkingBar *self);
void desk_marking_bar_hide (DeskMarkingBar *self);

G_END_DECLS
