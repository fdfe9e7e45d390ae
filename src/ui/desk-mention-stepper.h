/* Which entity is lit in the text, and at which of its mentions the reader stands.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-entity.h"

G_BEGIN_DECLS

#define DESK_TYPE_MENTION_STEPPER (desk_mention_stepper_get_type ())

/* Read-only properties: entity (DeskEntity, nullable), index (uint, from 0).
 * Signal: "moved" ()   a mention is to be shown; also when it is the same as before. */
G_DECLARE_FINAL_TYPE (DeskMentionStepper, desk_mention_stepper, DESK, MENTION_STEPPER, GObject)

DeskMentionStepper *desk_mention_stepper_new (void) G_GNUC_WARN_UNUSED_RESULT;
DeskEntity *desk_mention_stepper_get_entity (DeskMentionStepper *self);
guint desk_mention_stepper_get_index (DeskMentionStepper *self);
/* NULL where no entity is lit. */
DeskMention *desk_mention_stepper_get_mention (DeskMentionStepper *self);
gboolean desk_mention_stepper_is_at (DeskMentionStepper *self,
                                     const char *entity_id);

/* Lights an entity and goes to one of its mentions. */
void desk_mention_stepper_start (DeskMentionStepper *self,
                                 DeskEntity *entity,
                                 guint index);
/* Lights an entity where it is, for a click in the text: nothing is to be scrolled. */
void desk_mention_stepper_light (DeskMentionStepper *self,
                                 DeskEntity *entity,
                                 guint index);
/* Next (1) or previous (-1) mention, round the end; FALSE where no entity is lit. */
gboolean desk_mention_stepper_step (DeskMentionStepper *self,
                                    int direction);
void desk_mention_stepper_clear (DeskMentionStepper *self);

G_END_DECLS
