/* A place where a text names an entity.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-enums.h"
#include "desk-repair.h"

G_BEGIN_DECLS

#define DESK_TYPE_MENTION (desk_mention_get_type ())

G_DECLARE_FINAL_TYPE (DeskMention, desk_mention, DESK, MENTION, GObject)

DeskMention    *desk_mention_new               (guint           start,
                                                guint           end,
                                                const char     *text,
                                                DeskConfidence  confidence,
                                                const char     *why) G_GNUC_WARN_UNUSED_RESULT;
guint           desk_mention_get_start         (DeskMention    *self);
guint           desk_mention_get_end           (DeskMention    *self);
const char     *desk_mention_get_text          (DeskMention    *self);
DeskConfidence  desk_mention_get_confidence    (DeskMention    *self);
const char     *desk_mention_get_why           (DeskMention    *self);

/* For a mention that can be read two ways: the id of the entity that it could also name. */
const char     *desk_mention_get_other_reading (DeskMention    *self);
void            desk_mention_set_other_reading (DeskMention    *self,
                                                const char     *entity_id);

/* Where a rule of the reader put the mention to its entity, or made it. */
const DeskRepair *desk_mention_get_repair      (DeskMention    *self);
void            desk_mention_set_repair        (DeskMention    *self,
                                                const DeskRepair *repair);

G_END_DECLS
