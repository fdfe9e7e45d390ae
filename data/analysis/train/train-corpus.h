/* Annotated sentences, of any of the corpora.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"
#include "desk-tagger.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *words; /* of char* */
  GArray *allowed;  /* of guint64: bits of the labels that each word may have */
  float weight;
} TrainSentence;

/* What an unmarked word of a corpus may be. */
typedef enum
{
  TRAIN_MISC_FULL,    /* nothing */
  TRAIN_MISC_UNKNOWN, /* a group, event, product or work that the corpus does not mark */
} TrainMisc;

void train_read_conll (GPtrArray *sentences,
                       DeskLexicon *lexicon,
                       const char *path,
                       TrainMisc misc,
                       float weight);
void train_read_stories (GPtrArray *sentences,
                         DeskLexicon *lexicon,
                         const char *path,
                         float weight);
void train_sentence_free (TrainSentence *self);

G_END_DECLS
