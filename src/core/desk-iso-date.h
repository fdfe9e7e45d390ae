/* Days and times as ISO 8601 writes them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean desk_iso_date_is_valid (const char *text);
gboolean desk_iso_date_get_day  (const char *text,
                                 GDate      *day);

G_END_DECLS
