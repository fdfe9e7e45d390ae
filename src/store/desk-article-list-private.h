/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-list.h"
#include "desk-database-private.h"
#include "desk-list-index-private.h"

G_BEGIN_DECLS

DeskArticleList *desk_article_list_new (DeskDatabase *database,
                                        const DeskQuery *query) G_GNUC_WARN_UNUSED_RESULT;
DeskDatabase *desk_article_list_get_database (DeskArticleList *self);
DeskListIndex *desk_article_list_get_index (DeskArticleList *self);
guint desk_article_list_get_generation (DeskArticleList *self);

G_END_DECLS
