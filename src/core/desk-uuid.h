/* A global id that sorts by time: UUID version 7.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *desk_uuid_new      (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_uuid_is_valid (const char *uuid);

G_END_DECLS
