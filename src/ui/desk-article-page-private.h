/* What the parts of the article page share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-page.h"
#include "desk-find-bar.h"
#include "desk-inspector.h"
#include "desk-marking-bar.h"
#include "desk-mention-stepper.h"
#include "desk-note-popover.h"
#include "desk-reader-view.h"
#include "desk-typography-popover.h"
#include "desk-undo-menu.h"

G_BEGIN_DECLS

struct _DeskArticlePage
{
  AdwBin parent_instance;

  AdwOverlaySplitView *split;
  DeskInspector *inspector;
  GtkRevealer *title_revealer;
  GtkLabel *title;
  GtkButton *star_button;
  GtkMenuButton *menu_button;
  GMenu *undo_section;
  DeskTypographyPopover *typography;
  DeskFindBar *find_bar;
  GtkStack *stack;
  AdwBin *reader_bin;
  GtkLabel *zoom_label;

  /* Made with the first session. */
  DeskReaderView *view;
  DeskMarkingBar *bar;
  DeskNotePopover *note;
  GtkPopover *context_menu;

  GSettings *settings;
  DeskSession *session;
  DeskUndoMenu *undo_menu;
  DeskMentionStepper *stepper;

  DeskDocument *document;
  GSignalGroup *document_signals;
  GSignalGroup *annotation_signals;
  GCancellable *cancellable; /* of the document */
  char *header;              /* what the head of the page says now */
  gboolean painted;
  gboolean underline_names;

  /* To be shown once the article is painted; empty for none. */
  DeskRange waiting_range;
  char *waiting_mark;
  gboolean waiting_focus;

  /* Marking. */
  GListModel *kinds;
  char *selected;   /* id of the selected mark */
  GPtrArray *picks; /* of char *, ids at the place of the last click, in picking order */
  GdkRectangle pick_place;
  gboolean bar_wanted; /* the bar is shown, or comes back when scrolling rests */
  gboolean bar_lingers;
  guint bar_serial; /* of the question where the bar goes */
};

/* -reader: the view, what it shows and what it reports. */
void desk_article_page_init_reader (DeskArticlePage *self);
void desk_article_page_load (DeskArticlePage *self);
void desk_article_page_send_annotations (DeskArticlePage *self);
void desk_article_page_send_layers (DeskArticlePage *self);
void desk_article_page_send_glow (DeskArticlePage *self);

/* -marking */
void desk_article_page_install_marking (GtkWidgetClass *widget_class);
void desk_article_page_stop_marking (DeskArticlePage *self);
void desk_article_page_marks_changed (DeskArticlePage *self);
/* NULL deselects. */
void desk_article_page_select_mark (DeskArticlePage *self,
                                    const char *id,
                                    gboolean scroll);
DeskAnnotation *desk_article_page_get_selected_mark (DeskArticlePage *self);
/* Says its kind, and which of `n` marks it is. */
void desk_article_page_announce_mark (DeskArticlePage *self,
                                      DeskAnnotation *annotation,
                                      guint position,
                                      guint n);
void desk_article_page_update_marking (DeskArticlePage *self);

/* -picking: what selections, clicks and keys in the text mean. */
void desk_article_page_init_picking (DeskArticlePage *self);
gboolean desk_article_page_press_key (DeskArticlePage *self,
                                      guint keyval);

/* -bar: the bar, the note and the menu beside a passage. */
void desk_article_page_init_bar (DeskArticlePage *self);
void desk_article_page_show_bar (DeskArticlePage *self,
                                 gboolean lingers);
void desk_article_page_hide_bar (DeskArticlePage *self);
void desk_article_page_write_note (DeskArticlePage *self,
                                   const char *id);

/* -actions: find, zoom, mentions, inspector. */
void desk_article_page_install_actions (GtkWidgetClass *widget_class);
void desk_article_page_update_actions (DeskArticlePage *self);

/* -files: print, PDF, original. */
void desk_article_page_install_files (GtkWidgetClass *widget_class);

/* Takes an inspector away that covers the text which is about to be shown. */
void desk_article_page_uncover (DeskArticlePage *self);
void desk_article_page_add_toast (DeskArticlePage *self,
                                  AdwToast *toast);
/* A change could not be made. */
void desk_article_page_report (DeskArticlePage *self,
                               const char *problem,
                               const GError *error);
void desk_article_page_announce (DeskArticlePage *self,
                                 const char *words);

G_END_DECLS
