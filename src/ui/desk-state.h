/* What the windows showed, kept over a restart: written whole on every change, so that a crash loses nothing.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_STATE (desk_state_get_type ())

G_DECLARE_FINAL_TYPE (DeskState, desk_state, DESK, STATE, GObject)

/* `file` need not exist; a damaged one counts as empty. */
DeskState *desk_state_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
GFile *desk_state_default_file (void) G_GNUC_WARN_UNUSED_RESULT;

/* Windows are named by numbers that stay theirs. What holds for all of them belongs to the library. */
#define DESK_STATE_LIBRARY 0
guint *desk_state_dup_windows (DeskState *self,
                               gsize *n_windows) G_GNUC_WARN_UNUSED_RESULT;
guint desk_state_add_window (DeskState *self);
void desk_state_remove_window (DeskState *self,
                               guint window);

char *desk_state_dup_string (DeskState *self,
                             guint window,
                             const char *key) G_GNUC_WARN_UNUSED_RESULT;
void desk_state_set_string (DeskState *self,
                            guint window,
                            const char *key,
                            const char *value);
gboolean desk_state_get_boolean (DeskState *self,
                                 guint window,
                                 const char *key);
void desk_state_set_boolean (DeskState *self,
                             guint window,
                             const char *key,
                             gboolean value);

/* Writes what changed now; without it that happens as soon as the program is idle. */
gboolean desk_state_save (DeskState *self,
                          GError **error);

G_END_DECLS
