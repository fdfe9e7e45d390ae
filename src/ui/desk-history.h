/* The articles that a window showed, for going back and forward.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY (desk_history_get_type ())

/* Signal "changed" (): going back or forward became possible or impossible. */
G_DECLARE_FINAL_TYPE (DeskHistory, desk_history, DESK, HISTORY, GObject)

DeskHistory *desk_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Something is shown: everything that lay ahead is forgotten. The current one again changes nothing. */
void desk_history_visit (DeskHistory *self,
                         const char *id);
/* Forgets an article that is gone. */
void desk_history_remove (DeskHistory *self,
                          const char *id);
void desk_history_clear (DeskHistory *self);
gboolean desk_history_can_go_back (DeskHistory *self);
gboolean desk_history_can_go_forward (DeskHistory *self);
const char *desk_history_go_back (DeskHistory *self);
const char *desk_history_go_forward (DeskHistory *self);
const char *desk_history_get_current (DeskHistory *self);

G_END_DECLS
