/* What stands above the text: kicker, headline, standfirst and the line with date and reading time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article.h"

G_BEGIN_DECLS

void  desk_page_append_kicker   (GString     *html,
                                 DeskArticle *article);
void  desk_page_append_headline (GString     *html,
                                 DeskArticle *article);
void  desk_page_append_dek      (GString     *html,
                                 DeskArticle *article);
void  desk_page_append_meta     (GString     *html,
                                 DeskArticle *article);
char *desk_page_format_time     (const char  *iso8601) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
