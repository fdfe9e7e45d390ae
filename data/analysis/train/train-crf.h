/* Learns the weights of a model.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "train-corpus.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_epochs;
  guint max_rows; /* features kept, a power of two of places holds them */
  float row_drop; /* share of features unseen in a step */
  float hidden_drop;
  float word_drop; /* share of words whose vector is unseen */
  float row_rate;  /* steps */
  float hidden_rate;
  float decay;
  guint seed;
} TrainOptions;

void train_learn (DeskTagModel *model,
                  GPtrArray *sentences,
                  const TrainOptions *options);

G_END_DECLS
