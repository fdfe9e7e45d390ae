/* The page of one entity: its names, roles, quotes and mentions, each leading to its passage.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-document.h"
#include "desk-mention-stepper.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENTITY_PAGE (desk_entity_page_get_type ())

/* Signal: "menu" (GtkWidget widget, int x, int y)   the menu of the selected name, at this place of the widget */
G_DECLARE_FINAL_TYPE (DeskEntityPage, desk_entity_page, DESK, ENTITY_PAGE, AdwNavigationPage)

DeskEntityPage *desk_entity_page_new (DeskMentionStepper *stepper) G_GNUC_WARN_UNUSED_RESULT;
/* The document must have its analysis. */
void desk_entity_page_show (DeskEntityPage *self,
                            DeskDocument *document,
                            DeskEntity *entity);
const char *desk_entity_page_get_id (DeskEntityPage *self);

/* Where it looks for other articles; none without. */
void desk_entity_page_set_library (DeskEntityPage *self,
                                   DeskLibrary *library);

G_END_DECLS
