/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-answer-list.h"
#include "desk-library.h"

G_BEGIN_DECLS

DeskAnswerList *desk_answer_list_new (DeskLibrary *library,
                                      const DeskQuestion *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
