/* One sweep over the text: marks enter where they start and leave where they end, and between two such places lies a
 * run. A mark is known by its rank, its index in the order of picking, so the active marks are a sorted array.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-page-runs-private.h"

#include <string.h>

typedef struct
{
  DeskPageRuns *runs;
  GArray *by_start; /* ranks */
  GArray *by_end;
  guint next_start;
  guint next_end;
  GArray *active;  /* ranks, sorted */
  GArray *unnamed; /* active ranks that no run has shown yet, sorted */
} Sweep;

static DeskAnnotation *
get_annotation (DeskPageRuns *self,
                guint rank)
{
  return g_ptr_array_index (self->annotations, rank);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  guint first = desk_annotation_get_start (get_annotation (user_data, *(const guint *) a));
  guint second = desk_annotation_get_start (get_annotation (user_data, *(const guint *) b));

  return (first > second) - (first < second);
}

static int
compare_ends (gconstpointer a,
              gconstpointer b,
              gpointer user_data)
{
  guint first = desk_annotation_get_end (get_annotation (user_data, *(const guint *) a));
  guint second = desk_annotation_get_end (get_annotation (user_data, *(const guint *) b));

  return (first > second) - (first < second);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Index of the rank, or where it belongs. */
static gboolean
find_rank (GArray *ranks,
           guint rank,
           guint *index)
{
  guint low = 0;
  guint high = ranks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ranks, guint, middle) < rank)
        low = middle + 1;
      else
        high = middle;
    }

  *index = low;

  return low < ranks->len && g_array_index (ranks, guint, low) == rank;
}

static void
insert_rank (GArray *ranks,
             guint rank)
{
  guint index;

  if (!find_rank (ranks, rank, &index))
    g_array_insert_val (ranks, index, rank);
}

static void
remove_rank (GArray *ranks,
             guint rank)
{
  guint index;

  if (find_rank (ranks, rank, &index))
    g_array_remove_index (ranks, index);
}

/* Lets marks leave and enter up to a place. */
static void
advance (Sweep *sweep,
         guint position)
{
  for (; sweep->next_end < sweep->by_end->len; sweep->next_end++)
    {
      guint rank = g_array_index (sweep->by_end, guint, sweep->next_end);

      if (desk_annotation_get_end (get_annotation (sweep->runs, rank)) > position)
        break;
      remove_rank (sweep->active, rank);
      remove_rank (sweep->unnamed, rank);
    }

  for (; sweep->next_start < sweep->by_start->len; sweep->next_start++)
    {
      guint rank = g_array_index (sweep->by_start, guint, sweep->next_start);
      DeskAnnotation *annotation = get_annotation (sweep->runs, rank);

      if (desk_annotation_get_start (annotation) > position)
        break;
      /* One that lies between two blocks as a whole never shows. */
      if (desk_annotation_get_end (annotation) > position)
        {
          insert_rank (sweep->active, rank);
          insert_rank (sweep->unnamed, rank);
        }
    }
}

/* The next place after the last one where a mark starts or ends. */
static guint
find_next (Sweep *sweep,
           guint limit)
{
  guint next = limit;

  if (sweep->next_start < sweep->by_start->len)
    next = MIN (next, desk_annotation_get_start (get_annotation (sweep->runs, g_array_index (sweep->by_start, guint, sweep->next_start))));
  if (sweep->next_end < sweep->by_end->len)
    next = MIN (next, desk_annotation_get_end (get_annotation (sweep->runs, g_array_index (sweep->by_end, guint, sweep->next_end))));

  return next;
}

static void
add_mark (Sweep *sweep,
          guint rank)
{
  guint index;
  DeskPageMark mark = {
    .annotation = get_annotation (sweep->runs, rank),
    .starts = find_rank (sweep->unnamed, rank, &index),
  };

  g_array_append_val (sweep->runs->marks, mark);
}

/* Of the marks below the limit, those that start or end here. */
static void
add_deep_marks (Sweep *sweep,
                guint end)
{
  guint last_shown = g_array_index (sweep->active, guint, DESK_PAGE_RUN_MARKS - 1);
  g_autoptr (GArray) ranks = g_array_copy (sweep->unnamed);

  for (guint i = sweep->next_end; i < sweep->by_end->len; i++)
    {
      guint rank = g_array_index (sweep->by_end, guint, i);
      guint index;

      if (desk_annotation_get_end (get_annotation (sweep->runs, rank)) > end)
        break;
      if (find_rank (sweep->active, rank, &index) && !find_rank (sweep->unnamed, rank, &index))
        g_array_append_val (ranks, rank);
    }

  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len; i++)
    if (g_array_index (ranks, guint, i) > last_shown)
      add_mark (sweep, g_array_index (ranks, guint, i));
}

static void
add_run (Sweep *sweep,
         guint start,
         guint end)
{
  DeskPageRun run = { .start = start, .end = end, .first_mark = sweep->runs->marks->len };

  for (guint i = 0; i < sweep->active->len && i < DESK_PAGE_RUN_MARKS; i++)
    add_mark (sweep, g_array_index (sweep->active, guint, i));
  if (sweep->active->len > DESK_PAGE_RUN_MARKS)
    add_deep_marks (sweep, end);

  run.n_marks = sweep->runs->marks->len - run.first_mark;
  g_array_append_val (sweep->runs->runs, run);
  g_array_set_size (sweep->unnamed, 0);
}

static void
sweep_blocks (Sweep *sweep,
              GPtrArray *blocks)
{
  GArray *runs = sweep->runs->runs;

  for (guint i = 0; i < blocks->len; i++)
    {
      DeskBlock *block = g_ptr_array_index (blocks, i);
      guint position = block->start;

      g_array_append_val (sweep->runs->first_runs, runs->len);

      while (position < block->end)
        {
          guint next;

          advance (sweep, position);
          next = find_next (sweep, block->end);
          if (sweep->active->len > 0)
            add_run (sweep, position, next);
          position = next;
        }
    }

  g_array_append_val (sweep->runs->first_runs, runs->len);
}

static void
collect (DeskPageRuns *self,
         DeskVersion *version,
         GPtrArray *annotations)
{
  guint length = desk_text_get_length (desk_version_get_text (version));

  for (guint i = 0; i < annotations->len; i++)
    {
      DeskAnnotation *annotation = g_ptr_array_index (annotations, i);

      if (desk_annotation_get_end (annotation) <= length &&
          g_str_equal (desk_annotation_get_version_hash (annotation), desk_version_get_hash (version)))
        g_ptr_array_add (self->annotations, g_object_ref (annotation));
    }

  g_ptr_array_sort_values (self->annotations, (GCompareFunc) desk_annotation_compare_picking);
}

/**
 * desk_page_runs_new:
 * @version: a version
 * @annotations: (element-type DeskAnnotation): marks; those that do not fit the version are left out
 *
 * Returns: (transfer full): the runs
 */
DeskPageRuns *
desk_page_runs_new (DeskVersion *version,
                    GPtrArray *annotations)
{
  DeskPageRuns *self = g_new0 (DeskPageRuns, 1);
  Sweep sweep = { .runs = self };

  self->annotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->runs = g_array_new (FALSE, FALSE, sizeof (DeskPageRun));
  self->marks = g_array_new (FALSE, FALSE, sizeof (DeskPageMark));
  self->first_runs = g_array_sized_new (FALSE, FALSE, sizeof (guint), desk_version_get_n_blocks (version) + 1);
  collect (self, version, annotations);

  sweep.by_start = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->annotations->len);
  for (guint rank = 0; rank < self->annotations->len; rank++)
    g_array_append_val (sweep.by_start, rank);
  sweep.by_end = g_array_copy (sweep.by_start);
  g_array_sort_with_data (sweep.by_start, compare_starts, self);
  g_array_sort_with_data (sweep.by_end, compare_ends, self);
  sweep.active = g_array_new (FALSE, FALSE, sizeof (guint));
  sweep.unnamed = g_array_new (FALSE, FALSE, sizeof (guint));

  sweep_blocks (&sweep, desk_version_get_blocks (version));

  g_array_unref (sweep.by_start);
  g_array_unref (sweep.by_end);
  g_array_unref (sweep.active);
  g_array_unref (sweep.unnamed);

  return self;
}

/**
 * desk_page_runs_free:
 * @self: (transfer full): runs
 */
void
desk_page_runs_free (DeskPageRuns *self)
{
  g_ptr_array_unref (self->annotations);
  g_array_unref (self->runs);
  g_array_unref (self->marks);
  g_array_unref (self->first_runs);
  g_free (self);
}

/**
 * desk_page_runs_get_block:
 * @self: runs
 * @block: index of a block
 * @n_runs: (out): their number
 *
 * Returns: (array length=n_runs): the runs of the block in order of the text
 */
const DeskPageRun *
desk_page_runs_get_block (DeskPageRuns *self,
                          guint block,
                          guint *n_runs)
{
  guint first = g_array_index (self->first_runs, guint, block);

  *n_runs = g_array_index (self->first_runs, guint, block + 1) - first;

  return *n_runs > 0 ? &g_array_index (self->runs, DeskPageRun, first) : NULL;
}

/**
 * desk_page_runs_get_marks:
 * @self: runs
 * @run: one of them
 *
 * Returns: its marks in the order of picking
 */
const DeskPageMark *
desk_page_runs_get_marks (DeskPageRuns *self,
                          const DeskPageRun *run)
{
  return &g_array_index (self->marks, DeskPageMark, run->first_mark);
}

/* Whether two marks look the same on the page. */
static gboolean
looks_same (const DeskPageMark *a,
            const DeskPageMark *b)
{
  if (a->starts != b->starts)
    return FALSE;
  if (a->annotation == b->annotation)
    return TRUE;

  return (g_str_equal (desk_annotation_get_id (a->annotation), desk_annotation_get_id (b->annotation)) &&
          g_str_equal (desk_annotation_get_kind_id (a->annotation), desk_annotation_get_kind_id (b->annotation)) &&
          (desk_annotation_get_note (a->annotation) == NULL) == (desk_annotation_get_note (b->annotation) == NULL));
}

/**
 * desk_page_runs_equal_block:
 * @a: runs
 * @b: runs of the same version
 * @block: index of a block
 *
 * Returns: whether the block looks the same with both
 */
gboolean
desk_page_runs_equal_block (DeskPageRuns *a,
                            DeskPageRuns *b,
                            guint block)
{
  guint n_a;
  guint n_b;
  const DeskPageRun *runs_a = desk_page_runs_get_block (a, block, &n_a);
  const DeskPageRun *runs_b = desk_page_runs_get_block (b, block, &n_b);

  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      const DeskPageMark *marks_a = desk_page_runs_get_marks (a, &runs_a[i]);
      const DeskPageMark *marks_b = desk_page_runs_get_marks (b, &runs_b[i]);

      if (runs_a[i].start != runs_b[i].start || runs_a[i].end != runs_b[i].end || runs_a[i].n_marks != runs_b[i].n_marks)
        return FALSE;
      for (guint mark = 0; mark < runs_a[i].n_marks; mark++)
        if (!looks_same (&marks_a[mark], &marks_b[mark]))
          return FALSE;
    }

  return TRUE;
}
