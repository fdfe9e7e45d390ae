/* The marks of an article cut into disjoint runs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-annotation.h"

G_BEGIN_DECLS

/* More marks than this on one run are only listed where they start or end; who piles up thousands of marks on one
 * passage would otherwise get a page of gigabytes. */
#define DESK_PAGE_RUN_MARKS 64

typedef struct
{
  DeskAnnotation *annotation;
  gboolean starts; /* the first run of that mark which the page shows */
} DeskPageMark;

/* Code points, end exclusive; within one block. */
typedef struct
{
  guint start;
  guint end;
  guint first_mark; /* its marks in the order of picking */
  guint n_marks;
} DeskPageRun;

typedef struct
{
  GPtrArray *annotations; /* those that fit the version, in the order of picking */
  GArray *runs;
  GArray *marks;
  GArray *first_runs; /* for each block the index of its first run, and one more for the end */
} DeskPageRuns;

DeskPageRuns       *desk_page_runs_new         (DeskVersion        *version,
                                                GPtrArray          *annotations) G_GNUC_WARN_UNUSED_RESULT;
void                desk_page_runs_free        (DeskPageRuns       *self);
const DeskPageRun  *desk_page_runs_get_block   (DeskPageRuns       *self,
                                                guint               block,
                                                guint              *n_runs);
const DeskPageMark *desk_page_runs_get_marks   (DeskPageRuns       *self,
                                                const DeskPageRun  *run);
gboolean            desk_page_runs_equal_block (DeskPageRuns       *a,
                                                DeskPageRuns       *b,
                                                guint               block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPageRuns, desk_page_runs_free)

G_END_DECLS
