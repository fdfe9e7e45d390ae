/* The pane beside the article: entities, marks, details.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-finding.h"
#include "desk-mention-stepper.h"
#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTOR (desk_inspector_get_type ())

/* Properties: page ("entities", "marks" or "details"), collapsed (b): it covers the article.
 * Signal: "menu" (int x, int y)   the menu of the selected result is wanted, at this place of the inspector */
G_DECLARE_FINAL_TYPE (DeskInspector, desk_inspector, DESK, INSPECTOR, AdwBin)

/* Once, before the first document. */
void desk_inspector_set_up (DeskInspector *self,
                            GListModel *kinds,
                            DeskMentionStepper *stepper);
/* Where the page of an entity looks for other articles. */
void desk_inspector_set_library (DeskInspector *self,
                                 DeskLibrary *library);
void desk_inspector_set_document (DeskInspector *self,
                                  DeskDocument *document);
const char *desk_inspector_get_page (DeskInspector *self);
void desk_inspector_set_page (DeskInspector *self,
                              const char *page);
/* The mark that is selected in the text; NULL for none. */
void desk_inspector_select_mark (DeskInspector *self,
                                 const char *annotation_id);
/* The result of the analysis that is selected in the text; NULL for none. */
void desk_inspector_select_finding (DeskInspector *self,
                                    DeskFinding *finding);
/* Shows the page of an entity. */
void desk_inspector_open_entity (DeskInspector *self,
                                 DeskEntity *entity);
void desk_inspector_edit_published (DeskInspector *self);
void desk_inspector_set_verified (DeskInspector *self,
                                  const char *words,
                                  gboolean good);

G_END_DECLS
