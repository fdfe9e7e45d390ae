/* Why parts of a page are left out: a reason for each node.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-block.h"
#include "desk-html-tree.h"

G_BEGIN_DECLS

/* 0 where nothing speaks against a node, else its DeskLeftOutReason plus one; it holds for all that is in it. */
typedef guint8 DeskHtmlMark;

#define DESK_HTML_MARK(reason) ((DeskHtmlMark) ((reason) + 1))
#define DESK_HTML_MARK_REASON(mark) ((DeskLeftOutReason) ((mark) - 1))

DeskHtmlMark *desk_html_marks_new (DeskHtmlTree *tree) G_GNUC_WARN_UNUSED_RESULT;
DeskHtmlMark desk_html_marks_for_words (DeskHtmlWords words,
                                        DeskLeftOutReason otherwise);
gboolean desk_html_marks_is_data_table (DeskHtmlTree *tree,
                                        guint index);

G_END_DECLS
