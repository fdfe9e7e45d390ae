/* One row of the article list: filled when its page arrives, notifies its properties then.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_ARTICLE_ROW (desk_article_row_get_type ())

/* Properties, all readable: id, headline, source, published, added (int64), lead, snippet (plain text,
 * hits between U+2068 and U+2069; NULL without a search), unread, starred, n-marks (uint), loaded. */
G_DECLARE_FINAL_TYPE (DeskArticleRow, desk_article_row, DESK, ARTICLE_ROW, GObject)

const char *desk_article_row_get_id        (DeskArticleRow *self); /* nullable until loaded */
const char *desk_article_row_get_headline  (DeskArticleRow *self);
const char *desk_article_row_get_source    (DeskArticleRow *self);
const char *desk_article_row_get_published (DeskArticleRow *self);
gint64      desk_article_row_get_added     (DeskArticleRow *self);
const char *desk_article_row_get_lead      (DeskArticleRow *self);
const char *desk_article_row_get_snippet   (DeskArticleRow *self);
gboolean    desk_article_row_get_unread    (DeskArticleRow *self);
gboolean    desk_article_row_get_starred   (DeskArticleRow *self);
guint       desk_article_row_get_n_marks   (DeskArticleRow *self);
gboolean    desk_article_row_get_loaded    (DeskArticleRow *self);

G_END_DECLS
