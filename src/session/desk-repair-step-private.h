/* A step of rules while it is put together, and its way into the library and back into the document.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-document-private.h"

G_BEGIN_DECLS

typedef struct
{
  DeskDocument *document;
  DeskAnalysis *analysis; /* that the reader sees; nullable */
  DeskEntity *entity;     /* that is repaired; nullable */
  DeskRuleScope scope;
  GTask *task; /* until it is answered */
  DeskStep *step;
} DeskRepairStep;

/* FALSE where the entity is gone, which the task is told. `entity_id`: nullable. */
gboolean desk_repair_step_begin (DeskRepairStep *self,
                                 DeskDocument *document,
                                 const char *entity_id,
                                 DeskRuleScope scope,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data,
                                 gpointer source_tag);
/* (transfer full): the name, as in “Undo: name”. */
void desk_repair_step_take_name (DeskRepairStep *self,
                                 char *name);
/* (transfer full) */
void desk_repair_step_take_rule (DeskRepairStep *self,
                                 DeskRule *rule);
void desk_repair_step_remove_rule (DeskRepairStep *self,
                                   DeskRule *rule);
/* Stores the step and lets the document follow; without a change there is nothing to do. */
/* What the task returns: there was something to change, and it is on disk; or all was so already. */
#define DESK_REPAIR_DONE "done"
#define DESK_REPAIR_NOTHING ""

void desk_repair_step_run (DeskRepairStep *self);

/* A rule about an entity, or about a place where the scope is a mention. `target`: nullable. */
DeskRule *desk_repair_step_new_rule (DeskRepairStep *self,
                                     DeskRuleAction action,
                                     const DeskIdentity *subject,
                                     DeskMention *mention,
                                     const DeskIdentity *target) G_GNUC_WARN_UNUSED_RESULT;
DeskText *desk_repair_step_get_text (DeskRepairStep *self);
const char *desk_repair_step_get_article_id (DeskRepairStep *self);

/* A passage for the name of a step. */
char *desk_session_dup_short (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Adds what makes of one state of a rule another; either may be NULL. */
void desk_step_add_rule (DeskStep *step,
                         DeskRule *before,
                         DeskRule *after);

G_END_DECLS
