/* A list of the entities of an article, and then of the library, to choose from by typing; also for a name that neither
 * has yet.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-analysis.h"
#include "desk-library.h"
#include "desk-scope-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENTITY_CHOOSER (desk_entity_chooser_get_type ())

/* Signal: "chosen" (DeskIdentity, uint scope)   the identity is NULL where nobody was chosen */
G_DECLARE_FINAL_TYPE (DeskEntityChooser, desk_entity_chooser, DESK, ENTITY_CHOOSER, AdwDialog)

/* Without `left_out`, which is the one to be joined, those that can speak come first. */
DeskEntityChooser *desk_entity_chooser_new         (const char        *title,
                                                    DeskAnalysis      *analysis,
                                                    DeskEntity        *left_out) G_GNUC_WARN_UNUSED_RESULT;
void               desk_entity_chooser_set_scopes  (DeskEntityChooser *self,
                                                    guint              scopes,
                                                    DeskRuleScope      active);
/* Looks for names in other articles, too. `hint`: what to look for before anything is typed; nullable. */
void               desk_entity_chooser_set_library (DeskEntityChooser *self,
                                                    DeskLibrary       *library,
                                                    const char        *hint);
/* A last row for nobody, as where it is not known who said something. */
void               desk_entity_chooser_set_nobody  (DeskEntityChooser *self,
                                                    const char        *label);

G_END_DECLS
