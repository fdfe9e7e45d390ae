/* Style sheets, script and look of a page as user content of a view.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* The world that our script lives in; the page's own world never sees it. */
#define DESK_READER_WORLD "newsdesk"

void desk_reader_content_add_style    (WebKitUserContentManager *content);
void desk_reader_content_add_script   (WebKitUserContentManager *content);
/* Adds a sheet of custom properties in the place of `*look`, which may be NULL and becomes the new one. */
void desk_reader_content_replace_look (WebKitUserContentManager  *content,
                                       WebKitUserStyleSheet     **look,
                                       const char                *css);

G_END_DECLS
