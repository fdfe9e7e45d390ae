/* The list of articles with its sections: days joined into "Last Week" and months, sources, letters.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-article-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_SECTION_LIST (desk_section_list_get_type ())

/* A GListModel and GtkSectionModel over a DeskArticleList. */
G_DECLARE_FINAL_TYPE (DeskSectionList, desk_section_list, DESK, SECTION_LIST, GObject)

DeskSectionList *desk_section_list_new (DeskArticleList *model) G_GNUC_WARN_UNUSED_RESULT;
DeskArticleList *desk_section_list_get_model (DeskSectionList *self);
/* What counts as today; the headings follow. */
void desk_section_list_set_today (DeskSectionList *self,
                                  const GDate *today);
const GDate *desk_section_list_get_today (DeskSectionList *self);
gboolean desk_section_list_has_sections (DeskSectionList *self);
char *desk_section_list_dup_title (DeskSectionList *self,
                                   guint position) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
