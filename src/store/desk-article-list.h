/* The paged list of articles: a GListModel of DeskArticleRow over the store that never loads a whole table.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-article-row.h"
#include "desk-query.h"

G_BEGIN_DECLS

#define DESK_TYPE_ARTICLE_LIST (desk_article_list_get_type ())

/* Properties: loading (b), generation (u). Made by desk_library_create_list(); follows the changes of its
 * library by itself. */
G_DECLARE_FINAL_TYPE (DeskArticleList, desk_article_list, DESK, ARTICLE_LIST, GObject)

void             desk_article_list_set_query      (DeskArticleList     *self,
                                                   const DeskQuery     *query);
const DeskQuery *desk_article_list_get_query      (DeskArticleList     *self);
gboolean         desk_article_list_get_loading    (DeskArticleList     *self);

/* Sections (days, sources, first letters): the range of rows around a position and its key,
 * "2026-11-23" or "" for unknown when sorted by time, the source or letter otherwise. FALSE where the
 * query has no sections. */
gboolean         desk_article_list_get_section    (DeskArticleList     *self,
                                                   guint                position,
                                                   guint               *start,
                                                   guint               *end);
char            *desk_article_list_dup_section_key (DeskArticleList    *self,
                                                   guint                position) G_GNUC_WARN_UNUSED_RESULT;

/* The position of an article in the list; G_MAXUINT where the query does not hold it. */
void             desk_article_list_find_async     (DeskArticleList     *self,
                                                   const char          *article_id,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
guint            desk_article_list_find_finish    (DeskArticleList     *self,
                                                   GAsyncResult        *result,
                                                   GError             **error);
/* The ids of a range of rows, loaded or not, for actions on a selection. */
void             desk_article_list_get_ids_async  (DeskArticleList     *self,
                                                   GArray              *positions, /* of guint */
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
char           **desk_article_list_get_ids_finish (DeskArticleList     *self,
                                                   GAsyncResult        *result,
                                                   GError             **error);
/* Type-ahead: the first row whose headline starts with a text, at or after a position. */
void             desk_article_list_find_prefix_async  (DeskArticleList     *self,
                                                       const char          *prefix,
                                                       guint                from,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
guint            desk_article_list_find_prefix_finish (DeskArticleList     *self,
                                                       GAsyncResult        *result,
                                                       GError             **error);

/* Signal "sections-changed" (uint position, uint n_items): as GtkSectionModel's. */

G_END_DECLS
