/* What the parts of the window share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-page.h"
#include "desk-history.h"
#include "desk-intake.h"
#include "desk-list-pane.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkStack *content_stack;
  DeskListPane *list_pane;
  DeskArticlePage *article_page;
  AdwBanner *banner;
  AdwStatusPage *welcome_page;
  AdwStatusPage *problem_page;
  GtkWidget *restore_button;
  GtkWidget *retry_button;
  GtkRevealer *drop_highlight;

  GSettings *settings;
  DeskState *state;
  guint id;

  DeskSession *session;
  GSignalGroup *library_signals;
  GSignalGroup *document_signals;
  DeskHistory *history;
  GCancellable *cancellable;      /* of the library */
  GCancellable *open_cancellable; /* of the article that is being opened */
  GListStore *waiting_files;      /* came before the library was open */
  char *waiting_id;
  guint waiting_start;
  guint waiting_end;
  gboolean busy; /* an undo or redo is under way */
};

/* desk-window-actions.c */
void desk_window_install_actions (GtkWidgetClass *widget_class);
void desk_window_init_actions (DeskWindow *self);
void desk_window_update_actions (DeskWindow *self);

/* desk-window-articles.c */
void desk_window_bind_articles (GtkWidgetClass *widget_class);
void desk_window_restore_article (DeskWindow *self);
void desk_window_close_article (DeskWindow *self);
void desk_window_delete (DeskWindow *self,
                         const char *const *ids);
void desk_window_set_starred (DeskWindow *self,
                              const char *const *ids,
                              gboolean starred);
void desk_window_set_unread (DeskWindow *self,
                             const char *const *ids,
                             gboolean unread);
void desk_window_undo (DeskWindow *self);
void desk_window_redo (DeskWindow *self);
void desk_window_update_article (DeskWindow *self);

/* desk-window-import.c */
void desk_window_init_drop (DeskWindow *self);
void desk_window_choose_files (DeskWindow *self);
void desk_window_choose_folder (DeskWindow *self);
void desk_window_paste (DeskWindow *self);
void desk_window_add_samples (DeskWindow *self);

/* desk-window-library.c */
void desk_window_bind_library (GtkWidgetClass *widget_class);
void desk_window_follow_library (DeskWindow *self);
void desk_window_update_library (DeskWindow *self);
void desk_window_show_problem (DeskWindow *self,
                               const GError *error);

G_END_DECLS
