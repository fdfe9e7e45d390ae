/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-record-private.h"
#include "desk-article-row.h"

G_BEGIN_DECLS

DeskArticleRow *desk_article_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what a record says, and notifies what is different. */
void desk_article_row_fill (DeskArticleRow *self,
                            DeskArticleRecord *record);

/* Whether its page has to be read (again). */
gboolean desk_article_row_get_stale (DeskArticleRow *self);
void desk_article_row_set_stale (DeskArticleRow *self);

G_END_DECLS
