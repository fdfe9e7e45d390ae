/* Lists of passages for the inspector, made from an analysis.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-analysis.h"
#include "desk-version.h"

G_BEGIN_DECLS

/* Each a list model of DeskPassage. */
/* All dates, or those of the sentences that name an entity. */
GListModel *desk_passage_list_for_dates (DeskAnalysis *analysis,
                                         DeskEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
/* All quotes, or those of one speaker. */
GListModel *desk_passage_list_for_quotes (DeskAnalysis *analysis,
                                          DeskVersion *version,
                                          DeskEntity *speaker) G_GNUC_WARN_UNUSED_RESULT;
/* What others said where they named the entity. */
GListModel *desk_passage_list_for_said_about (DeskAnalysis *analysis,
                                              DeskVersion *version,
                                              DeskEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
/* One for each other entity that a sentence names with this one, in most sentences first. */
GListModel *desk_passage_list_for_company (DeskAnalysis *analysis,
                                           DeskVersion *version,
                                           DeskEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
GListModel *desk_passage_list_for_roles (DeskAnalysis *analysis,
                                         DeskVersion *version,
                                         DeskEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
GListModel *desk_passage_list_for_mentions (DeskAnalysis *analysis,
                                            DeskVersion *version,
                                            DeskEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
/* One for each wording that the text uses, the most frequent first. */
GListModel *desk_passage_list_for_names (DeskEntity *entity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
