/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tag-sums.h"

#include <string.h>

#define HIDDEN_EIGHTS (DESK_TAG_HIDDEN / 8)

G_STATIC_ASSERT (DESK_TAG_HIDDEN % 32 == 0 && DESK_TAG_ROW == 40);

/* @sum, @row: DESK_TAG_HIDDEN numbers */
DESK_TAG_FAST void
desk_tag_add_hidden (float *sum,
                     const float *row)
{
  for (guint i = 0; i < HIDDEN_EIGHTS; i++)
    desk_tag_eight_at (sum + 8 * i) = desk_tag_eight_at (sum + 8 * i) + desk_tag_eight_at (row + 8 * i);
}

/* @matrix: [n][DESK_TAG_HIDDEN]. Half a row at a time, which the registers hold. */
DESK_TAG_FAST void
desk_tag_add_product (float *sum,
                      const float *matrix,
                      const float *vector,
                      guint n)
{
  for (guint half = 0; half < DESK_TAG_HIDDEN; half += 32)
    {
      DeskEight a = desk_tag_eight_at (sum + half);
      DeskEight b = desk_tag_eight_at (sum + half + 8);
      DeskEight c = desk_tag_eight_at (sum + half + 16);
      DeskEight d = desk_tag_eight_at (sum + half + 24);
      const float *row = matrix + half;

      for (guint k = 0; k < n; k++, row += DESK_TAG_HIDDEN)
        {
          const float factor = vector[k];

          a += desk_tag_eight_at (row) * factor;
          b += desk_tag_eight_at (row + 8) * factor;
          c += desk_tag_eight_at (row + 16) * factor;
          d += desk_tag_eight_at (row + 24) * factor;
        }
      desk_tag_eight_at (sum + half) = a;
      desk_tag_eight_at (sum + half + 8) = b;
      desk_tag_eight_at (sum + half + 16) = c;
      desk_tag_eight_at (sum + half + 24) = d;
    }
}

/* @matrix: [DESK_TAG_HIDDEN][DESK_TAG_ROW] */
DESK_TAG_FAST void
desk_tag_add_labels (float *labels,
                     const float *matrix,
                     const float *layer)
{
  DeskEight a = desk_tag_eight_at (labels);
  DeskEight b = desk_tag_eight_at (labels + 8);
  DeskEight c = desk_tag_eight_at (labels + 16);
  DeskEight d = desk_tag_eight_at (labels + 24);
  DeskEight e = desk_tag_eight_at (labels + 32);
  const float *row = matrix;

  for (guint k = 0; k < DESK_TAG_HIDDEN; k++, row += DESK_TAG_ROW)
    {
      const float factor = layer[k];

      a += desk_tag_eight_at (row) * factor;
      b += desk_tag_eight_at (row + 8) * factor;
      c += desk_tag_eight_at (row + 16) * factor;
      d += desk_tag_eight_at (row + 24) * factor;
      e += desk_tag_eight_at (row + 32) * factor;
    }
  desk_tag_eight_at (labels) = a;
  desk_tag_eight_at (labels + 8) = b;
  desk_tag_eight_at (labels + 16) = c;
  desk_tag_eight_at (labels + 24) = d;
  desk_tag_eight_at (labels + 32) = e;
}

/* The hyperbolic tangent by a fraction of polynomials, off by less than 0.0003. */
DESK_TAG_FAST void
desk_tag_squash (float *layer)
{
  typedef gint32 EightInts __attribute__ ((vector_size (32)));
  const DeskEight most = { 4.97f, 4.97f, 4.97f, 4.97f, 4.97f, 4.97f, 4.97f, 4.97f };

  for (guint i = 0; i < HIDDEN_EIGHTS; i++)
    {
      DeskEight x = desk_tag_eight_at (layer + 8 * i);
      EightInts above = x > most;
      EightInts below = x < -most;
      DeskEight square, y;

      x = (DeskEight) (((EightInts) most & above) | ((EightInts) x & ~above));
      x = (DeskEight) (((EightInts) -most & below) | ((EightInts) x & ~below));
      square = x * x;
      y = x * (135135.0f + square * (17325.0f + square * (378.0f + square))) / (135135.0f + square * (62370.0f + square * (3150.0f + square * 28.0f)));
      desk_tag_eight_at (layer + 8 * i) = y;
    }
}

void
desk_tag_prefetch_rows (const DeskTagModel *model,
                        const guint64 *features,
                        guint n)
{
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&model->row_keys[(guint32) features[i] & model->row_mask]);
}

typedef gint8 EightBytesAt __attribute__ ((vector_size (8), aligned (1), may_alias));
typedef gint16 EightShorts __attribute__ ((vector_size (16)));
typedef gint16 EightShortsAt __attribute__ ((vector_size (16), aligned (2), may_alias));

#define shorts_at(pointer) (*(EightShortsAt *) (pointer))
#define bytes_at(pointer) __builtin_convertvector (*(const EightBytesAt *) (pointer), EightShorts)

/* Sums of bytes: a hundred of them stay within sixteen bits. */
DESK_TAG_FAST void
desk_tag_add_rows (gint16 *labels,
                   const DeskTagModel *model,
                   const guint64 *features,
                   guint n)
{
  EightShorts a = shorts_at (labels);
  EightShorts b = shorts_at (labels + 8);
  EightShorts c = shorts_at (labels + 16);
  EightShorts d = shorts_at (labels + 24);
  EightShorts e = shorts_at (labels + 32);

  for (guint i = 0; i < n; i++)
    {
      guint32 place = desk_tag_find_place (model->row_keys, model->row_mask, features[i]);
      const gint8 *row = model->rows + (gsize) place * DESK_TAG_ROW;

      if (model->row_keys[place] == 0)
        continue;
      a += bytes_at (row);
      b += bytes_at (row + 8);
      c += bytes_at (row + 16);
      d += bytes_at (row + 24);
      e += bytes_at (row + 32);
    }
  shorts_at (labels) = a;
  shorts_at (labels + 8) = b;
  shorts_at (labels + 16) = c;
  shorts_at (labels + 24) = d;
  shorts_at (labels + 32) = e;
}
