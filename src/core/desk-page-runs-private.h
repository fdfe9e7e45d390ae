/* The marks of an article cut into disjoint runs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-annotation.h"

G_BEGIN_DECLS

/* As many marks of a run are seen: the topmost and three below it. Of the others a run lists only those that start or
 * end on it, so that a page grows with the number of marks and runs, however many lie over each other. */
#define DESK_PAGE_RUN_MARKS 4

typedef struct
{
  DeskAnnotation *annotation;
  gboolean starts; /* the first run of that mark which the page shows */
  gboolean ends;   /* the last one */
} DeskPageMark;

/* Code points, end exclusive; within one block. */
typedef struct
{
  guint start;
  guint end;
  guint first_mark; /* the marks that it lists, in the order of picking */
  guint n_marks;
  guint n_over; /* all marks that lie over it */
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
