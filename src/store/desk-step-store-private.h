/* Steps that can be undone: what they do, and their history.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"
#include "desk-step.h"

G_BEGIN_DECLS

/* Steps that are kept. */
#define DESK_STEP_STORE_KEPT 200

typedef struct
{
  char *undo;     /* nullable */
  gint64 undo_id; /* of the step that @undo names, 0 for none */
  char *redo;     /* nullable */
} DeskStepNames;

gboolean desk_step_store_apply (DeskDatabase *database,
                                DeskStep *step,
                                GError **error);
/* A step that can never be undone any more leaves the history, and @refusal says why; that is no failure of the job. */
gboolean desk_step_store_undo (DeskDatabase *database,
                               DeskStep **step,
                               GError **refusal,
                               GError **error);
gboolean desk_step_store_redo (DeskDatabase *database,
                               DeskStep **step,
                               GError **refusal,
                               GError **error);
/* What would be undone and redone now. */
gboolean desk_step_store_read_names (DeskDatabase *database,
                                     DeskStepNames *names,
                                     GError **error);
void desk_step_names_clear (DeskStepNames *self);

/* The text form of a step, as it is stored; a file may hold anything. */
char *desk_step_store_print (DeskStep *step) G_GNUC_WARN_UNUSED_RESULT;
DeskStep *desk_step_store_parse (const char *text,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskStepNames, desk_step_names_clear)

G_END_DECLS
