/* One sweep over the text: marks enter where they start and leave where they end, and between two such places lies a
 * run. A mark is known by its rank, its index in the order of picking, so the topmost marks of a run are the first
 * ranks of a set. No step looks at more than it changes: thousands of marks over one passage cost no more than
 * elsewhere.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-page-runs-private.h"

#include <string.h>

#include "desk-rank-set-private.h"

/* A place where a mark starts or ends. */
typedef struct
{
  guint position;
  guint rank;
} Place;

typedef struct
{
  DeskPageRuns *runs;
  GArray *starts; /* Place, in text order */
  GArray *ends;
  guint next_start;
  guint next_end;
  DeskRankSet *active;
  guint n_active;
  GArray *entered; /* active ranks that no run has shown yet */
} Sweep;

static DeskAnnotation *
get_annotation (DeskPageRuns *self,
                guint rank)
{
  return g_ptr_array_index (self->annotations, rank);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static const Place *
peek (GArray *places,
      guint next)
{
  return next < places->len ? &g_array_index (places, Place, next) : NULL;
}

/* Lets marks leave and enter up to a place. */
static void
advance (Sweep *sweep,
         guint position)
{
  const Place *place;

  for (; (place = peek (sweep->ends, sweep->next_end)) != NULL && place->position <= position; sweep->next_end++)
    if (desk_rank_set_remove (sweep->active, place->rank))
      sweep->n_active--;

  for (; (place = peek (sweep->starts, sweep->next_start)) != NULL && place->position <= position; sweep->next_start++)
    /* One that lies between two blocks as a whole never shows. */
    if (desk_annotation_get_end (get_annotation (sweep->runs, place->rank)) > position)
      {
        desk_rank_set_add (sweep->active, place->rank);
        sweep->n_active++;
        g_array_append_val (sweep->entered, place->rank);
      }
}

/* The next place after the last one where a mark starts or ends. */
static guint
find_next (Sweep *sweep,
           guint limit)
{
  const Place *start = peek (sweep->starts, sweep->next_start);
  const Place *end = peek (sweep->ends, sweep->next_end);

  if (start != NULL)
    limit = MIN (limit, start->position);
  if (end != NULL)
    limit = MIN (limit, end->position);

  return limit;
}

/* The ranks that a run lists: the topmost, those that it is the first to show, and those that it is the last to. */
static GArray *
list_ranks (Sweep *sweep,
            guint last_end)
{
  GArray *ranks = g_array_copy (sweep->entered);
  const Place *place;
  guint rank = 0;

  for (guint i = 0; i < DESK_PAGE_RUN_MARKS && desk_rank_set_find (sweep->active, &rank); i++)
    {
      g_array_append_val (ranks, rank);
      rank++;
    }
  for (guint i = sweep->next_end; (place = peek (sweep->ends, i)) != NULL && place->position <= last_end; i++)
    if (desk_rank_set_contains (sweep->active, place->rank))
      g_array_append_val (ranks, place->rank);
  g_array_sort (ranks, compare_ranks);

  return ranks;
}

static void
add_run (Sweep *sweep,
         guint start,
         guint end,
         guint last_end)
{
  g_autoptr (GArray) ranks = list_ranks (sweep, last_end);
  DeskPageRun run = { .start = start, .end = end, .first_mark = sweep->runs->marks->len, .n_over = sweep->n_active };
  guint entered = 0;

  g_array_sort (sweep->entered, compare_ranks);
  for (guint i = 0; i < ranks->len; i++)
    {
      guint rank = g_array_index (ranks, guint, i);
      DeskPageMark mark = { .annotation = get_annotation (sweep->runs, rank) };

      if (i > 0 && rank == g_array_index (ranks, guint, i - 1))
        continue;
      if (entered < sweep->entered->len && g_array_index (sweep->entered, guint, entered) == rank)
        {
          mark.starts = TRUE;
          entered++;
        }
      mark.ends = desk_annotation_get_end (mark.annotation) <= last_end;
      g_array_append_val (sweep->runs->marks, mark);
    }

  run.n_marks = sweep->runs->marks->len - run.first_mark;
  g_array_append_val (sweep->runs->runs, run);
  g_array_set_size (sweep->entered, 0);
}

/* Where the text goes on behind a block; what ends before that ends with the block. */
static guint
find_end_of_gap (GPtrArray *blocks,
                 guint block)
{
  for (guint i = block + 1; i < blocks->len; i++)
    {
      DeskBlock *next = g_ptr_array_index (blocks, i);

      if (next->end > next->start)
        return next->start;
    }

  return G_MAXUINT;
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
          if (sweep->n_active > 0)
            add_run (sweep, position, next, next < block->end ? next : find_end_of_gap (blocks, i));
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

  sweep.starts = g_array_sized_new (FALSE, FALSE, sizeof (Place), self->annotations->len);
  sweep.ends = g_array_sized_new (FALSE, FALSE, sizeof (Place), self->annotations->len);
  for (guint rank = 0; rank < self->annotations->len; rank++)
    {
      DeskAnnotation *annotation = get_annotation (self, rank);
      Place start = { desk_annotation_get_start (annotation), rank };
      Place end = { desk_annotation_get_end (annotation), rank };

      g_array_append_val (sweep.starts, start);
      g_array_append_val (sweep.ends, end);
    }
  g_array_sort (sweep.starts, compare_places);
  g_array_sort (sweep.ends, compare_places);
  sweep.active = desk_rank_set_new (self->annotations->len);
  sweep.entered = g_array_new (FALSE, FALSE, sizeof (guint));

  sweep_blocks (&sweep, desk_version_get_blocks (version));

  g_array_unref (sweep.starts);
  g_array_unref (sweep.ends);
  desk_rank_set_free (sweep.active);
  g_array_unref (sweep.entered);

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
 * Returns: the marks that it lists, in the order of picking
 */
const DeskPageMark *
desk_page_runs_get_marks (DeskPageRuns *self,
                          const DeskPageRun *run)
{
  return &g_array_index (self->marks, DeskPageMark, run->first_mark);
}

/* Whether two marks look the same on the page: a mark is told of where it starts and known by its id where it ends. */
static gboolean
looks_same (const DeskPageMark *a,
            const DeskPageMark *b)
{
  if (a->starts != b->starts || a->ends != b->ends)
    return FALSE;
  if (a->annotation == b->annotation)
    return TRUE;

  return (g_str_equal (desk_annotation_get_kind_id (a->annotation), desk_annotation_get_kind_id (b->annotation)) &&
          (!a->ends || g_str_equal (desk_annotation_get_id (a->annotation), desk_annotation_get_id (b->annotation))) &&
          (!a->starts || (desk_annotation_get_note (a->annotation) == NULL) == (desk_annotation_get_note (b->annotation) == NULL)));
}

static gboolean
is_equal (const DeskPageRun *a,
          const DeskPageRun *b)
{
  return a->start == b->start && a->end == b->end && a->n_marks == b->n_marks &&
         (a->n_over > DESK_PAGE_RUN_MARKS) == (b->n_over > DESK_PAGE_RUN_MARKS);
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

      if (!is_equal (&runs_a[i], &runs_b[i]))
        return FALSE;
      for (guint mark = 0; mark < runs_a[i].n_marks; mark++)
        if (!looks_same (&marks_a[mark], &marks_b[mark]))
          return FALSE;
    }

  return TRUE;
}
