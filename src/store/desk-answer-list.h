/* The answers to a question about the library, as a GListModel that grows page by page and follows the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-question.h"

G_BEGIN_DECLS

#define DESK_TYPE_ANSWER_LIST (desk_answer_list_get_type ())

/* Properties: loading (b), complete (b: there are no more). Made by desk_library_ask(). Of DeskSaid, DeskNaming,
 * DeskCoNamed, DeskKnown or DeskRule, as the question wants. Asking for one of the last rows loads the next page, so a
 * list view needs to do nothing. After a change of the library it is asked again, and rows that stayed the same stay. */
G_DECLARE_FINAL_TYPE (DeskAnswerList, desk_answer_list, DESK, ANSWER_LIST, GObject)

/* Another question; for a word typed more the rows stay until the new ones are there. */
void                desk_answer_list_set_question (DeskAnswerList     *self,
                                                   const DeskQuestion *question);
const DeskQuestion *desk_answer_list_get_question (DeskAnswerList     *self);
gboolean            desk_answer_list_get_loading  (DeskAnswerList     *self);
gboolean            desk_answer_list_get_complete (DeskAnswerList     *self);
void                desk_answer_list_load_more    (DeskAnswerList     *self);

G_END_DECLS
