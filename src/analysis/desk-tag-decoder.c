/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tag-decoder.h"

#include <string.h>

#include "desk-tag-sums.h"

#define EIGHTS (DESK_TAG_ROW / 8)
#define IMPOSSIBLE (-1e9f)

typedef gint32 EightInts __attribute__ ((vector_size (32)));

struct _DeskTagDecoder
{
  float transitions[DESK_N_TAG_LABELS][DESK_TAG_ROW]; /* from, to */
  float transposed[DESK_N_TAG_LABELS][DESK_TAG_ROW];  /* to, from */

  guint size;
  float (*forward)[DESK_TAG_ROW];
  float (*backward)[DESK_TAG_ROW];
  gint32 (*from)[DESK_TAG_ROW];
};

DeskTagDecoder *
desk_tag_decoder_new (const DeskTagModel *model)
{
  DeskTagDecoder *self = g_new0 (DeskTagDecoder, 1);

  for (guint from = 0; from < DESK_N_TAG_LABELS; from++)
    for (guint to = 0; to < DESK_TAG_ROW; to++)
      {
        self->transitions[from][to] = to < DESK_N_TAG_LABELS ? model->transitions[from * DESK_TAG_ROW + to] : IMPOSSIBLE;
        self->transposed[from][to] = to < DESK_N_TAG_LABELS ? model->transitions[to * DESK_TAG_ROW + from] : IMPOSSIBLE;
      }

  return self;
}

void
desk_tag_decoder_free (DeskTagDecoder *self)
{
  g_free (self->forward);
  g_free (self->backward);
  g_free (self->from);
  g_free (self);
}

static void
make_room (DeskTagDecoder *self,
           guint n)
{
  if (n <= self->size)
    return;

  self->size = MAX (64, n);
  self->forward = g_realloc_n (self->forward, self->size, sizeof *self->forward);
  self->backward = g_realloc_n (self->backward, self->size, sizeof *self->backward);
  self->from = g_realloc_n (self->from, self->size, sizeof *self->from);
}

static gboolean
may_begin (guint label)
{
  return label == DESK_TAG_OUTSIDE || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_BEGIN || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_UNIT;
}

static gboolean
may_end (guint label)
{
  return label == DESK_TAG_OUTSIDE || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_LAST || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_UNIT;
}

#define choose(which, yes, no) ((DeskEight) (((EightInts) (yes) & (which)) | ((EightInts) (no) & ~(which))))

/* For each label the best one before it. */
DESK_TAG_FAST static void
step_forward (const DeskTagDecoder *self,
              const float *before,
              const float *emission,
              float *now,
              gint32 *from)
{
  DeskEight best[EIGHTS];
  EightInts origin[EIGHTS];

  for (guint k = 0; k < EIGHTS; k++)
    {
      best[k] = desk_tag_eight_at (self->transitions[0] + 8 * k) + before[0];
      origin[k] = (EightInts) { 0 };
    }
  for (guint label = 1; label < DESK_N_TAG_LABELS; label++)
    for (guint k = 0; k < EIGHTS; k++)
      {
        DeskEight other = desk_tag_eight_at (self->transitions[label] + 8 * k) + before[label];
        EightInts better = other > best[k];

        best[k] = choose (better, other, best[k]);
        origin[k] = (origin[k] & ~better) | (better & (gint32) label);
      }
  for (guint k = 0; k < EIGHTS; k++)
    {
      DeskEight sum = best[k] + desk_tag_eight_at (emission + 8 * k);

      desk_tag_eight_at (now + 8 * k) = sum;
      memcpy (from + 8 * k, &origin[k], sizeof origin[k]);
    }
}

DESK_TAG_FAST static void
step_backward (const DeskTagDecoder *self,
               const float *emission,
               const float *after,
               float *now)
{
  DeskEight best[EIGHTS];

  for (guint k = 0; k < EIGHTS; k++)
    best[k] = desk_tag_eight_at (self->transposed[0] + 8 * k) + (emission[0] + after[0]);
  for (guint label = 1; label < DESK_N_TAG_LABELS; label++)
    for (guint k = 0; k < EIGHTS; k++)
      {
        DeskEight other = desk_tag_eight_at (self->transposed[label] + 8 * k) + (emission[label] + after[label]);

        best[k] = choose (other > best[k], other, best[k]);
      }
  memcpy (now, best, sizeof best);
}

/* How much worse the best sequence is that has another label at a word. */
static void
find_margins (DeskTagDecoder *self,
              const float (*emissions)[DESK_TAG_ROW],
              guint n,
              const guint8 *labels,
              float *margins)
{
  for (guint label = 0; label < DESK_TAG_ROW; label++)
    self->backward[n - 1][label] = label < DESK_N_TAG_LABELS && may_end (label) ? 0 : IMPOSSIBLE;
  for (guint i = n - 1; i > 0; i--)
    step_backward (self, emissions[i], self->backward[i], self->backward[i - 1]);

  for (guint i = 0; i < n; i++)
    {
      float second = 2 * IMPOSSIBLE;

      for (guint label = 0; label < DESK_N_TAG_LABELS; label++)
        if (label != labels[i])
          second = MAX (second, self->forward[i][label] + self->backward[i][label]);
      margins[i] = MAX (0, self->forward[i][labels[i]] + self->backward[i][labels[i]] - second);
    }
}

/**
 * desk_tag_decode: (skip)
 * @emissions: (array length=n): what speaks for each label at each word
 * @labels: (out) (array length=n): the best sequence
 * @margins: (out) (nullable) (array length=n): how much surer each is than any other label
 */
void
desk_tag_decode (DeskTagDecoder *self,
                 const float (*emissions)[DESK_TAG_ROW],
                 guint n,
                 guint8 *labels,
                 float *margins)
{
  guint best = 0;

  make_room (self, n);
  for (guint label = 0; label < DESK_TAG_ROW; label++)
    self->forward[0][label] = label < DESK_N_TAG_LABELS && may_begin (label) ? emissions[0][label] : IMPOSSIBLE;
  for (guint i = 1; i < n; i++)
    step_forward (self, self->forward[i - 1], emissions[i], self->forward[i], self->from[i]);

  for (guint label = 1; label < DESK_N_TAG_LABELS; label++)
    if (may_end (label) && self->forward[n - 1][label] > self->forward[n - 1][best])
      best = label;
  labels[n - 1] = best;
  for (guint i = n - 1; i > 0; i--)
    labels[i - 1] = self->from[i][labels[i]];
  if (margins != NULL)
    find_margins (self, emissions, n, labels, margins);
}
