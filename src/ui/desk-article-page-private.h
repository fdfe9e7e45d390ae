/* What the parts of the article page share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-page.h"
#include "desk-find-bar.h"
#include "desk-finding-bar.h"
#include "desk-finding-chip.h"
#include "desk-inspector.h"
#include "desk-layer-bar.h"
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
  GtkOverlay *reader_overlay;
  AdwBin *reader_bin;
  DeskLayerBar *layer_bar;
  GtkLabel *zoom_label;

  /* Made with the first session. */
  DeskReaderView *view;
  DeskMarkingBar *bar;
  DeskNotePopover *note;
  GtkPopover *context_menu;
  DeskFindingBar *finding_bar;
  DeskFindingChip *chip;
  GtkPopover *inspector_menu;

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

  /* To be shown once the article is painted; empty for none. */
  DeskRange waiting_range;
  char *waiting_mark;
  gboolean waiting_focus;

  /* Marking. */
  GListModel *kinds;
  char *selected;   /* id of the selected mark */
  GPtrArray *picks; /* of char *, ids at the place of the last click, in picking order; of results "@…" */
  guint pick_at;
  GdkRectangle pick_place;
  gboolean bar_wanted; /* the bar is shown, or comes back when scrolling rests */
  gboolean bar_lingers;
  guint bar_serial; /* of the question where the bar goes */

  /* Results of the analysis. */
  guint layers; /* those that are shown, see DESK_LAYERS_ALL */
  gboolean marks_shown;
  gboolean clean;       /* the plain text, whatever is shown otherwise */
  DeskFinding *finding; /* the selected one */
  gboolean finding_bar_wanted;
  guint finding_serial; /* of the question where its bar or chip goes */
  guint hover_timeout;
  guint hovered_at; /* code point under the pointer */
  GdkRectangle hovered_line;
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

/* -layers: what of the analysis and of the marks is shown. */
void desk_article_page_install_layers (GtkWidgetClass *widget_class);
/* To a view that knows of none yet. */
void desk_article_page_apply_layers (DeskArticlePage *self);
guint desk_article_page_get_layers (DeskArticlePage *self);
gboolean desk_article_page_get_marks_shown (DeskArticlePage *self);
void desk_article_page_set_marks_shown (DeskArticlePage *self,
                                        gboolean shown);
gboolean desk_article_page_get_layer_shown (DeskArticlePage *self,
                                            DeskLayer layer);
void desk_article_page_set_layer_shown (DeskArticlePage *self,
                                        DeskLayer layer,
                                        gboolean shown);
void desk_article_page_set_clean (DeskArticlePage *self,
                                  gboolean clean);
/* Their names, with a space between them: to be kept for the next start. */
char *desk_article_page_dup_layers (DeskArticlePage *self) G_GNUC_WARN_UNUSED_RESULT;
void desk_article_page_set_layers (DeskArticlePage *self,
                                   const char *names);

/* -results: the result of the analysis that is selected, and the one under the pointer. */
void desk_article_page_init_results (DeskArticlePage *self);
void desk_article_page_install_results (GtkWidgetClass *widget_class);
/* NULL deselects. */
void desk_article_page_select_finding (DeskArticlePage *self,
                                       DeskFinding *finding);
void desk_article_page_show_finding_bar (DeskArticlePage *self);
void desk_article_page_hide_finding_bar (DeskArticlePage *self);
/* Another set of layers is shown. */
void desk_article_page_layers_changed (DeskArticlePage *self);
void desk_article_page_forget_results (DeskArticlePage *self);
/* The same passages in a new analysis. */
void desk_article_page_follow_results (DeskArticlePage *self);
void desk_article_page_update_results (DeskArticlePage *self);

/* -repairs: what the reader corrects about the selected one. */
void desk_article_page_install_repairs (GtkWidgetClass *widget_class);
void desk_article_page_update_repairs (DeskArticlePage *self);

/* -result-menu: what can be done with the selected one. */
GMenuModel *desk_article_page_create_finding_menu (DeskArticlePage *self) G_GNUC_WARN_UNUSED_RESULT;

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
