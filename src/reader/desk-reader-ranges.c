/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-ranges.h"

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  const DeskRange *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

GArray *
desk_reader_ranges_flatten (GArray *ranges,
                            guint length)
{
  g_autoptr (GArray) sorted = NULL;
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (DeskRange));

  if (ranges == NULL)
    return flat;

  sorted = g_array_copy (ranges);
  g_array_sort (sorted, compare_start);
  for (guint i = 0; i < sorted->len; i++)
    {
      DeskRange range = g_array_index (sorted, DeskRange, i);
      DeskRange *last = flat->len > 0 ? &g_array_index (flat, DeskRange, flat->len - 1) : NULL;

      range.end = MIN (range.end, length);
      if (range.start >= range.end)
        continue;
      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (flat, range);
    }

  return flat;
}
