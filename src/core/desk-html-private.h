/* Safe pieces of HTML.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     desk_html_append_escaped (GString    *html,
                                   const char *utf8,
                                   gssize      n_bytes);
gboolean desk_html_is_safe_href   (const char *href);

G_END_DECLS
