/* The list of articles: search, filter, sections by day, selection, running imports.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-import-job.h"
#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIST_PANE (desk_list_pane_get_type ())

/* Read-write properties: session (DeskSession, nullable), compact (b: only one pane is shown, so that
 * moving in the list opens nothing).
 *
 * Signals; the window does what they ask for:
 *   "open" (string id, gboolean take_focus), "open-in-new-window" (string id)
 *   "delete" (GStrv ids), "set-starred" (GStrv ids, gboolean), "set-unread" (GStrv ids, gboolean)
 *   "failed" (GError*)
 *
 * Actions of the class have the prefix "list."; the menus use "win." and "app." besides. */
G_DECLARE_FINAL_TYPE (DeskListPane, desk_list_pane, DESK, LIST_PANE, AdwBin)

void desk_list_pane_set_session (DeskListPane *self,
                                 DeskSession *session);
/* Which articles are shown, and how; the search box adds to it. */
void desk_list_pane_set_view (DeskListPane *self,
                              DeskSort sort,
                              DeskFilter filter);
/* The article that is open: its row is selected and brought into view. */
void desk_list_pane_show_article (DeskListPane *self,
                                  const char *id);
void desk_list_pane_add_job (DeskListPane *self,
                             DeskImportJob *job);
/* Names the days anew if another one began. */
void desk_list_pane_follow_day (DeskListPane *self);
void desk_list_pane_popup_menu (DeskListPane *self);
void desk_list_pane_focus_search (DeskListPane *self);
void desk_list_pane_focus_list (DeskListPane *self);
gboolean desk_list_pane_has_list_focus (DeskListPane *self);

G_END_DECLS
