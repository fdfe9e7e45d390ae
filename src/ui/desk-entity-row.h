/* The row of an entity in the inspector.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-analysis.h"
#include "desk-mention-stepper.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENTITY_ROW (desk_entity_row_get_type ())

/* Signal: "open" ()   the reader asks for the entity's page */
G_DECLARE_FINAL_TYPE (DeskEntityRow, desk_entity_row, DESK, ENTITY_ROW, GtkListBoxRow)

GtkWidget *desk_entity_row_new (DeskEntity *entity,
                                DeskAnalysis *analysis,
                                DeskMentionStepper *stepper) G_GNUC_WARN_UNUSED_RESULT;
DeskEntity *desk_entity_row_get_entity (DeskEntityRow *self);

G_END_DECLS
