/* Reads who wrote an article from the line that says so.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean desk_byline_is_line (const char *text);
char **desk_byline_dup_authors (const char *raw,
                                gboolean is_structured) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
