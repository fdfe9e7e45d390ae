/* The round sign of an entity: its initials in the colour of its kind.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-entity.h"

G_BEGIN_DECLS

#define DESK_TYPE_ENTITY_SIGN (desk_entity_sign_get_type ())

G_DECLARE_FINAL_TYPE (DeskEntitySign, desk_entity_sign, DESK, ENTITY_SIGN, GtkWidget)

GtkWidget *desk_entity_sign_new (DeskEntityKind kind,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
void desk_entity_sign_set_entity (DeskEntitySign *self,
                                  DeskEntity *entity);

G_END_DECLS
