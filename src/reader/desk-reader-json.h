/* Writes the JSON that goes to the script; strings, numbers and lists of numbers are all it needs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-analysis.h"

G_BEGIN_DECLS

/* Appends a quoted string; NULL becomes an empty one. */
void desk_reader_json_append_string (GString    *json,
                                     const char *text);
/* Appends [start,end,start,end,…] of an array of DeskRange; NULL becomes an empty one. */
void desk_reader_json_append_ranges (GString    *json,
                                     GArray     *ranges);

G_END_DECLS
