/* The article page: header bar, article pane and inspector.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_ARTICLE_PAGE (desk_article_page_get_type ())

/* Goes into an AdwNavigationPage as its child; brings its own toolbar view and header bar.
 * Read-write properties: session (DeskSession), document (DeskDocument, nullable),
 * inspector-shown (b), inspector-collapsed (b: narrow windows, the inspector covers the article).
 * Actions of the class have the prefix "article."; history, star, undo and the like are the window's. */
G_DECLARE_FINAL_TYPE (DeskArticlePage, desk_article_page, DESK, ARTICLE_PAGE, AdwBin)

GtkWidget    *desk_article_page_new                     (void) G_GNUC_WARN_UNUSED_RESULT;
DeskSession  *desk_article_page_get_session             (DeskArticlePage *self);
void          desk_article_page_set_session             (DeskArticlePage *self,
                                                         DeskSession     *session);
DeskDocument *desk_article_page_get_document            (DeskArticlePage *self);
void          desk_article_page_set_document            (DeskArticlePage *self,
                                                         DeskDocument    *document);
gboolean      desk_article_page_get_inspector_shown     (DeskArticlePage *self);
void          desk_article_page_set_inspector_shown     (DeskArticlePage *self,
                                                         gboolean         shown);
gboolean      desk_article_page_get_inspector_collapsed (DeskArticlePage *self);
void          desk_article_page_set_inspector_collapsed (DeskArticlePage *self,
                                                         gboolean         collapsed);

/* Scrolls to a passage (code points, end exclusive) and lets it glow. */
void          desk_article_page_show_range              (DeskArticlePage *self,
                                                         guint            start,
                                                         guint            end);
/* Scrolls to a mark and selects it. */
void          desk_article_page_show_annotation         (DeskArticlePage *self,
                                                         const char      *id);

G_END_DECLS
