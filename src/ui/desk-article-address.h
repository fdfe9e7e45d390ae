/* Addresses of articles and passages: newsdesk:article/ID#START-END.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean desk_is_article_address (const char *uri);
/* `start` and `end` (code points, end exclusive) become 0 where it names no passage. NULL when it names
 * no article. */
char *desk_article_address_parse (const char *uri,
                                  guint *start,
                                  guint *end,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
