/* The preferences: how articles are set and marked, and the library with its backups.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_PREFERENCES (desk_preferences_get_type ())

G_DECLARE_FINAL_TYPE (DeskPreferences, desk_preferences, DESK, PREFERENCES, AdwPreferencesDialog)

/* `session` is %NULL while no library is open. */
AdwDialog *desk_preferences_new (GSettings *settings,
                                 const char *folder,
                                 DeskSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
