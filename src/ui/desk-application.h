/* The program: one instance, one library, its windows.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-window.h"

G_BEGIN_DECLS

#define DESK_TYPE_APPLICATION (desk_application_get_type ())

/* Read-only property: library-folder (string). */
G_DECLARE_FINAL_TYPE (DeskApplication, desk_application, DESK, APPLICATION, AdwApplication)

DeskApplication *desk_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
DeskWindow *desk_application_add_window (DeskApplication *self);
DeskSession *desk_application_get_session (DeskApplication *self);
GSettings *desk_application_get_settings (DeskApplication *self);
const char *desk_application_get_library_folder (DeskApplication *self);
/* Opens the library again, after trouble or with a backup in its place; an empty name stands for a new one. */
void desk_application_reopen (DeskApplication *self);
void desk_application_restore_backup (DeskApplication *self,
                                      const char *backup);
/* Ends the program; every window comes back at the next start. */
void desk_application_quit (DeskApplication *self);

/* desk-application-actions.c */
void desk_application_add_actions (DeskApplication *self);

G_END_DECLS
