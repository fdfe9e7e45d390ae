/* A small label beside a passage: the day of a date, the speaker of a quote, the full name. Takes no pointer and no focus.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-finding.h"
#include "desk-version.h"

G_BEGIN_DECLS

#define DESK_TYPE_FINDING_CHIP (desk_finding_chip_get_type ())

G_DECLARE_FINAL_TYPE (DeskFindingChip, desk_finding_chip, DESK, FINDING_CHIP, GtkWidget)

GtkWidget   *desk_finding_chip_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: nothing is shown. */
DeskFinding *desk_finding_chip_get_finding (DeskFindingChip    *self);
/* Shows one at a line of the text; `line` in the coordinates of the overlay that holds the chip. */
void         desk_finding_chip_show        (DeskFindingChip    *self,
                                            DeskFinding        *finding,
                                            DeskVersion        *version,
                                            const GdkRectangle *line);
void         desk_finding_chip_hide        (DeskFindingChip    *self);
/* Where it goes in an overlay of this size: above the line, or below where there is no room. */
void         desk_finding_chip_allocate_in (DeskFindingChip    *self,
                                            int                 width,
                                            int                 height,
                                            GdkRectangle       *place);

G_END_DECLS
