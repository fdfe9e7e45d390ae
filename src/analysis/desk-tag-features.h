/* What the tagger looks at: for each word of a sentence a set of numbered features.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-tag-word.h"

G_BEGIN_DECLS

/* How far around a word its neighbours count by themselves. */
#define DESK_TAG_REACH 2
#define DESK_TAG_MAX_UNARY 32
#define DESK_TAG_MAX_JOINT 64

/* A sentence: its words, and for each the phrases of the gazetteer in which it stands. */
typedef struct
{
  const DeskTagModel *model;
  const DeskTagWord **words;
  guint n_words;
  guint64 *signs;    /* DESK_TAG_SIGNS bits of each word */
  gboolean capitals; /* most words are capitalised, so that capitals tell nothing */
} DeskTagSentence;

guint desk_tag_unary_features (const DeskTagWord *word,
                               int offset,
                               guint64 *features);
guint desk_tag_joint_features (const DeskTagSentence *sentence,
                               guint index,
                               guint64 *features);
void desk_tag_sentence_init (DeskTagSentence *self,
                             const DeskTagModel *model,
                             const DeskTagWord **words,
                             guint n_words,
                             guint64 *signs);

G_END_DECLS
