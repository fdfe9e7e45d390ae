/* The bar beside a result of the analysis: what it is, why, and what can be done about it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-finding.h"
#include "desk-version.h"

G_BEGIN_DECLS

#define DESK_TYPE_FINDING_BAR (desk_finding_bar_get_type ())

/* Its buttons are actions "article.…" on the finding that is selected in the text. */
G_DECLARE_FINAL_TYPE (DeskFindingBar, desk_finding_bar, DESK, FINDING_BAR, GtkPopover)

GtkWidget *desk_finding_bar_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       desk_finding_bar_set_finding (DeskFindingBar     *self,
                                         DeskFinding        *finding,
                                         DeskVersion        *version,
                                         GMenuModel         *menu);
/* Below the last line, or above the first where there is no room below. */
void       desk_finding_bar_show_at     (DeskFindingBar     *self,
                                         const GdkRectangle *first_line,
                                         const GdkRectangle *last_line);

G_END_DECLS
