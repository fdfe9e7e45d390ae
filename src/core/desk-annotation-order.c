/* When marks are the same, and their two orders, which are the same everywhere.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation-private.h"

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * desk_annotation_equal:
 * @a: an annotation
 * @b: an annotation
 *
 * Returns: whether the two are the same in all that is stored
 */
gboolean
desk_annotation_equal (DeskAnnotation *a,
                       DeskAnnotation *b)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (a), FALSE);
  g_return_val_if_fail (DESK_IS_ANNOTATION (b), FALSE);

  return a == b || (a->start == b->start && a->end == b->end &&
                    a->created == b->created && a->modified == b->modified &&
                    g_str_equal (a->id, b->id) && g_str_equal (a->article_id, b->article_id) &&
                    g_str_equal (a->version_hash, b->version_hash) && g_str_equal (a->exact, b->exact) &&
                    g_str_equal (a->prefix, b->prefix) && g_str_equal (a->suffix, b->suffix) &&
                    g_str_equal (a->kind_id, b->kind_id) && g_strcmp0 (a->note, b->note) == 0);
}

/**
 * desk_annotation_compare_picking:
 * @a: an annotation
 * @b: an annotation
 *
 * Compares by the order of picking: the smaller first, then the newer, then the greater id, so that the order never
 * depends on how marks were loaded.
 *
 * Returns: negative if @a is before @b, positive if after
 */
int
desk_annotation_compare_picking (DeskAnnotation *a,
                                 DeskAnnotation *b)
{
  int order;

  g_return_val_if_fail (DESK_IS_ANNOTATION (a), 0);
  g_return_val_if_fail (DESK_IS_ANNOTATION (b), 0);

  order = compare_numbers (a->end - a->start, b->end - b->start);
  if (order == 0)
    order = compare_numbers (b->created, a->created);
  if (order == 0)
    order = g_strcmp0 (b->id, a->id);

  return order;
}

/**
 * desk_annotation_compare_text:
 * @a: an annotation
 * @b: an annotation
 *
 * Compares by the order of the text: what starts first, then the greater, then the older.
 *
 * Returns: negative if @a is before @b, positive if after
 */
int
desk_annotation_compare_text (DeskAnnotation *a,
                              DeskAnnotation *b)
{
  int order;

  g_return_val_if_fail (DESK_IS_ANNOTATION (a), 0);
  g_return_val_if_fail (DESK_IS_ANNOTATION (b), 0);

  order = compare_numbers (a->start, b->start);
  if (order == 0)
    order = compare_numbers (b->end - b->start, a->end - a->start);
  if (order == 0)
    order = compare_numbers (a->created, b->created);
  if (order == 0)
    order = g_strcmp0 (a->id, b->id);

  return order;
}
