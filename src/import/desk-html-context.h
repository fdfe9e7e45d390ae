/* What a node of a page hands down to what is in it: kind of block, reason, link.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-marks.h"

G_BEGIN_DECLS

/* What each node is; see desk_html_blocks_write(). */
typedef struct
{
  const DeskHtmlMark *marks; /* why nodes are left out */
  GArray *roots;             /* of guint: what is kept */
  guint headline;            /* node; 0 for none */
  guint dek;
  guint byline;
} DeskHtmlPlan;

/* What a node hands down to what is in it. */
typedef struct
{
  guint8 kind; /* DeskBlockKind */
  DeskHtmlMark mark;
  DeskHtmlMark outside; /* the reason where nothing else speaks against it */
  guint is_kept : 1;
  guint is_fixed : 1; /* the kind stays whatever elements follow */
  guint in_row : 1;
  guint link; /* node indices; 0 for none */
  guint strong;
  guint emphasis;
  guint figure;
} DeskHtmlContext;

gboolean desk_html_plan_is_root (const DeskHtmlPlan *plan,
                                 guint index);
void desk_html_context_derive (DeskHtmlTree *tree,
                               const DeskHtmlPlan *plan,
                               guint index,
                               DeskHtmlContext *context,
                               const DeskHtmlContext *above);
DeskLeftOutReason desk_html_context_find_reason (DeskHtmlTree *tree,
                                                 guint index,
                                                 const DeskHtmlContext *context);

G_END_DECLS
