/* What an article is about: its people, organisations, places, dates and quotes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-document.h"
#include "desk-finding.h"
#include "desk-mention-stepper.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENTITIES_PANE (desk_entities_pane_get_type ())

/* Property: document (DeskDocument, nullable).
 * Signals: "open-entity" (DeskEntity)   its page is wanted;
 *          "menu" (GtkWidget row, int x, int y)   the menu of what is selected now, at this place of the row */
G_DECLARE_FINAL_TYPE (DeskEntitiesPane, desk_entities_pane, DESK, ENTITIES_PANE, AdwBin)

/* Before the first document. */
void desk_entities_pane_set_stepper (DeskEntitiesPane *self,
                                     DeskMentionStepper *stepper);
void desk_entities_pane_set_document (DeskEntitiesPane *self,
                                      DeskDocument *document);

/* A date or a quote that is selected in the text. */
void desk_entities_pane_select_finding (DeskEntitiesPane *self,
                                        DeskFinding *finding);

G_END_DECLS
