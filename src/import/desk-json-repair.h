/* Mends JSON as it stands in pages, and rescues single values of what cannot be mended.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *desk_json_repair_dup (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_json_repair_is_shallow (const char *json,
                                      guint max_depth);
char *desk_json_repair_dup_string (const char *json,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
