/* What must hold of everything that is imported, whatever the input.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article.h"
#include "desk-reading.h"

G_BEGIN_DECLS

void import_check_article (DeskArticle *article);
void import_check_html (DeskReading *reading,
                        const char *html,
                        gsize length);
void import_check_text (DeskReading *reading,
                        const char *text,
                        gsize length);

char *import_check_dup_outline (DeskArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
