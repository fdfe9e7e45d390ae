/* Scores the nodes of a page by the text below them, after the measures of mozilla/readability (ab4027a), in own code.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-marks.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_HTML_TRY_PRUNE = 1 << 0, /* leave unlikely names out first */
  DESK_HTML_TRY_WEIGH = 1 << 1, /* let names count */
  DESK_HTML_TRY_CLEAN = 1 << 2, /* throw out what looks unlike text */
  DESK_HTML_TRY_MUTE = 1 << 3,  /* leave comments out */
} DeskHtmlTry;

/* A link text's share of the text, 0 to 1. */
static inline double
desk_html_link_density (const DeskHtmlNode *node)
{
  return node->length > 0 ? (double) node->link_length / node->length : 0.0;
}

int desk_html_score_class_weight (const DeskHtmlNode *node);
void desk_html_score_prune (DeskHtmlTree *tree,
                            DeskHtmlMark *marks,
                            DeskHtmlWords words);
GArray *desk_html_score_pick (DeskHtmlTree *tree,
                              const DeskHtmlMark *marks,
                              DeskHtmlTry how,
                              DeskImportGuard *guard,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
