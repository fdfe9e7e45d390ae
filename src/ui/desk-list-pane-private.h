/* What the parts of the list pane share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis-row.h"
#include "desk-list-pane.h"
#include "desk-section-list.h"
#include "desk-undo-menu.h"

G_BEGIN_DECLS

struct _DeskListPane
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;
  GtkMenuButton *view_button;
  GMenu *undo_section;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  GtkWidget *show_all_button;
  GtkBox *jobs;
  DeskAnalysisRow *analysis_row;
  GtkActionBar *action_bar;
  GtkLabel *selection_label;
  GtkWidget *row_menu; /* owned; unparented on dispose */

  DeskSession *session;
  DeskArticleList *articles;
  DeskSectionList *sections;
  GtkMultiSelection *selection;
  DeskUndoMenu *undo_menu;
  GCancellable *cancellable; /* of the library that is shown */

  DeskSort sort;
  DeskFilter filter;
  char *shown_id; /* the article that is open in the window */
  gboolean compact;
  gboolean selecting; /* the selection follows the program, not the user */
  guint open_id;
  gboolean at_top;
  guint top_id;   /* scrolls to the top */
  guint n_frames; /* since then */
  guint day_id;

  GString *typed;
  gint64 typed_at;
};

typedef enum
{
  DESK_LIST_PANE_OPEN,
  DESK_LIST_PANE_OPEN_IN_NEW_WINDOW,
  DESK_LIST_PANE_DELETE,
  DESK_LIST_PANE_SET_STARRED,
  DESK_LIST_PANE_SET_UNREAD,
  DESK_LIST_PANE_FAILED,
  DESK_LIST_PANE_N_SIGNALS,
} DeskListPaneSignal;

extern guint desk_list_pane_signals[DESK_LIST_PANE_N_SIGNALS];

/* desk-list-pane.c */
void desk_list_pane_fail (DeskListPane *self,
                          const GError *error);
const char *desk_list_pane_get_search (DeskListPane *self);

/* desk-list-pane-place.c */
void desk_list_pane_follow_scrolling (DeskListPane *self);
void desk_list_pane_scroll_to_top (DeskListPane *self);
void desk_list_pane_stop_scrolling (DeskListPane *self);
void desk_list_pane_select_position (DeskListPane *self,
                                     guint position,
                                     GtkListScrollFlags flags);
/* Selects the row of the article that is open, if the list has it. */
void desk_list_pane_select_shown (DeskListPane *self);
void desk_list_pane_move_cursor (DeskListPane *self);

/* desk-list-pane-rows.c */
void desk_list_pane_bind_rows (GtkWidgetClass *widget_class);

/* desk-list-pane-keys.c */
void desk_list_pane_bind_keys (GtkWidgetClass *widget_class);
guint desk_list_pane_get_focus_position (DeskListPane *self);

/* desk-list-pane-actions.c */
void desk_list_pane_install_actions (GtkWidgetClass *widget_class);
void desk_list_pane_update_selection (DeskListPane *self);
/* Whether the selected row, and no other, is the article that is open. */
gboolean desk_list_pane_is_shown_selected (DeskListPane *self);
void desk_list_pane_open_position (DeskListPane *self,
                                   guint position,
                                   gboolean take_focus);
GArray *desk_list_pane_dup_selected (DeskListPane *self);
void desk_list_pane_popup_row_menu (DeskListPane *self,
                                    guint position,
                                    double x,
                                    double y);

/* desk-list-pane-flags.c */
void desk_list_pane_install_flags (GtkWidgetClass *widget_class);

G_END_DECLS
