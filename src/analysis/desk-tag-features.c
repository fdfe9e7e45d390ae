/* Features are hashes: of the number of a template and of what it sees. Those that depend on one word alone
 * are apart, since the tagger adds up their weights once for each distinct word.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tag-features.h"

#include <string.h>

/* Numbers of templates; a model fits to the program that knows the same ones. */
enum
{
  EXACT = 1,
  LOWER,
  SHAPE,
  SHORT_SHAPE,
  PREFIX,
  SUFFIX = PREFIX + DESK_TAG_MAX_AFFIX,
  CLUSTER = SUFFIX + DESK_TAG_MAX_AFFIX,
  COARSE,
  LENGTH,
  UNKNOWN,
  CLUSTER_SHAPE,
  SUFFIX_SHAPE,
  FIRST_JOINT = 64,
  PAIR_BEFORE,
  PAIR_AFTER,
  AROUND,
  SHAPES_BEFORE,
  SHAPES_AFTER,
  SHAPES_AROUND,
  CLUSTERS_BEFORE,
  CLUSTERS_AFTER,
  COARSE_AROUND,
  SHAPE_OPENING,
  SHAPE_CAPITALS,
  SIGN,
  SIGN_BEFORE,
  SIGN_AFTER,
  SIGNS,
  SIGNS_SHAPE,
  SIGNS_BEFORE,
  SIGNS_AFTER,
  BEFORE_CAPITAL,
  AFTER_CAPITAL,
  OPENING_LOWER,
  BIAS,
};

/* Longer phrases are no names. */
#define MAX_PHRASE 8
#define MIN_CAPITALS 4

static inline guint64
feature (guint template,
         guint64 value)
{
  return desk_tag_mix (desk_tag_mix (0x51ed270b, template), value);
}

/**
 * desk_tag_unary_features: (skip)
 * @offset: where the word stands from the place that is judged, −%DESK_TAG_REACH to %DESK_TAG_REACH
 * @features: (out): room for %DESK_TAG_MAX_UNARY
 *
 * Returns: the number of features
 */
guint
desk_tag_unary_features (const DeskTagWord *word,
                         int offset,
                         guint64 *features)
{
  const guint base = 256 * (offset + DESK_TAG_REACH + 1);
  guint n = 0;

  features[n++] = feature (base + LOWER, word->lower);
  features[n++] = feature (base + SHORT_SHAPE, word->short_shape);
  if (word->coarse != DESK_TAG_NO_CLUSTER)
    features[n++] = feature (base + COARSE, word->coarse);
  else
    features[n++] = feature (base + UNKNOWN, word->shape_class);
  if (ABS (offset) > 1)
    return n;

  if (word->cluster != DESK_TAG_NO_CLUSTER)
    features[n++] = feature (base + CLUSTER, word->cluster);
  if (word->n_characters > 3)
    features[n++] = feature (base + SUFFIX + 2, word->suffixes[2]);
  if (offset != 0)
    return n;

  features[n++] = feature (base + BIAS, 0);
  features[n++] = feature (base + EXACT, word->exact);
  features[n++] = feature (base + SHAPE, word->shape);
  features[n++] = feature (base + LENGTH, MIN (word->n_characters, 12));
  for (guint i = 0; i < DESK_TAG_MAX_AFFIX && i < word->n_characters; i++)
    {
      features[n++] = feature (base + PREFIX + i, word->prefixes[i]);
      if (i != 2)
        features[n++] = feature (base + SUFFIX + i, word->suffixes[i]);
    }
  if (word->cluster != DESK_TAG_NO_CLUSTER)
    features[n++] = feature (base + CLUSTER_SHAPE, desk_tag_mix (word->cluster, word->shape_class));
  if (word->n_characters > 3)
    features[n++] = feature (base + SUFFIX_SHAPE, desk_tag_mix (word->suffixes[2], word->shape_class));

  return n;
}

static inline const DeskTagWord *
word_at (const DeskTagSentence *sentence,
         gint64 index)
{
  return index < 0 || index >= sentence->n_words ? NULL : sentence->words[index];
}

static inline guint64
lower_at (const DeskTagSentence *sentence,
          gint64 index)
{
  const DeskTagWord *word = word_at (sentence, index);

  return word != NULL ? word->lower : 1;
}

static inline guint64
shape_at (const DeskTagSentence *sentence,
          gint64 index)
{
  const DeskTagWord *word = word_at (sentence, index);

  return word != NULL ? word->shape_class : 99;
}

static inline guint64
cluster_at (const DeskTagSentence *sentence,
            gint64 index)
{
  const DeskTagWord *word = word_at (sentence, index);

  return word != NULL ? word->cluster : 100000;
}

static inline guint64
coarse_at (const DeskTagSentence *sentence,
           gint64 index)
{
  const DeskTagWord *word = word_at (sentence, index);

  return word != NULL ? word->coarse : 100000;
}

static inline guint64
signs_at (const DeskTagSentence *sentence,
          gint64 index)
{
  return index < 0 || index >= sentence->n_words ? 0 : sentence->signs[index];
}

/**
 * desk_tag_joint_features: (skip)
 * @index: the word that is judged
 * @features: (out): room for %DESK_TAG_MAX_JOINT
 *
 * Returns: the number of features, of those that see more than one word
 */
guint
desk_tag_joint_features (const DeskTagSentence *sentence,
                         guint index,
                         guint64 *features)
{
  const gint64 i = index;
  const DeskTagWord *word = sentence->words[i];
  const guint64 before = lower_at (sentence, i - 1);
  const guint64 after = lower_at (sentence, i + 1);
  const guint64 shape = word->shape_class;
  const guint64 shape_before = shape_at (sentence, i - 1);
  const guint64 shape_after = shape_at (sentence, i + 1);
  const guint64 signs = sentence->signs[i];
  guint n = 0;

  features[n++] = feature (PAIR_BEFORE, desk_tag_mix (before, word->lower));
  features[n++] = feature (PAIR_AFTER, desk_tag_mix (word->lower, after));
  features[n++] = feature (AROUND, desk_tag_mix (before, after));
  features[n++] = feature (SHAPES_BEFORE, shape_before * 100 + shape);
  features[n++] = feature (SHAPES_AFTER, shape * 100 + shape_after);
  features[n++] = feature (SHAPES_AROUND, (shape_before * 100 + shape) * 100 + shape_after);
  features[n++] = feature (CLUSTERS_BEFORE, desk_tag_mix (cluster_at (sentence, i - 1), word->cluster));
  features[n++] = feature (CLUSTERS_AFTER, desk_tag_mix (word->cluster, cluster_at (sentence, i + 1)));
  features[n++] = feature (COARSE_AROUND, desk_tag_mix (desk_tag_mix (coarse_at (sentence, i - 1), word->coarse), coarse_at (sentence, i + 1)));
  features[n++] = feature (BEFORE_CAPITAL, desk_tag_mix (before, shape));
  features[n++] = feature (AFTER_CAPITAL, desk_tag_mix (after, shape));
  if (i == 0)
    {
      features[n++] = feature (SHAPE_OPENING, shape);
      features[n++] = feature (OPENING_LOWER, word->lower);
    }
  if (sentence->capitals)
    features[n++] = feature (SHAPE_CAPITALS, shape);

  for (guint64 rest = signs; rest != 0 && n < DESK_TAG_MAX_JOINT - 20; rest &= rest - 1)
    features[n++] = feature (SIGN, __builtin_ctzll (rest));
  for (guint64 rest = signs_at (sentence, i - 1); rest != 0 && n < DESK_TAG_MAX_JOINT - 12; rest &= rest - 1)
    features[n++] = feature (SIGN_BEFORE, __builtin_ctzll (rest));
  for (guint64 rest = signs_at (sentence, i + 1); rest != 0 && n < DESK_TAG_MAX_JOINT - 6; rest &= rest - 1)
    features[n++] = feature (SIGN_AFTER, __builtin_ctzll (rest));
  if (signs != 0)
    {
      features[n++] = feature (SIGNS, signs);
      features[n++] = feature (SIGNS_SHAPE, desk_tag_mix (signs, shape));
      features[n++] = feature (SIGNS_BEFORE, desk_tag_mix (signs, signs_at (sentence, i - 1)));
      features[n++] = feature (SIGNS_AFTER, desk_tag_mix (signs, signs_at (sentence, i + 1)));
    }

  return n;
}

/* Every phrase of the gazetteer that a capitalised word begins; for each class only the longest. */
static void
find_signs (DeskTagSentence *self)
{
  guint ends[DESK_N_GAZETTEER_CLASSES] = { 0 };

  memset (self->signs, 0, self->n_words * sizeof *self->signs);
  for (guint i = 0; i < self->n_words; i++)
    {
      guint lengths[DESK_N_GAZETTEER_CLASSES] = { 0 };
      guint64 hash = 0;

      if (!self->words[i]->alphabetic && self->words[i]->shape_class > 3)
        continue;

      for (guint k = 0; k < MAX_PHRASE && i + k < self->n_words; k++)
        {
          guint32 place;
          guint16 classes;

          hash = desk_tag_mix (hash, self->words[i + k]->lower);
          place = desk_tag_find_place (self->model->phrase_keys, self->model->phrase_mask, hash);
          if (self->model->phrase_keys[place] == 0)
            break;

          classes = self->model->phrase_classes[place];
          for (guint rest = classes & ~DESK_TAG_PHRASE_PREFIX; rest != 0; rest &= rest - 1)
            lengths[__builtin_ctz (rest)] = k + 1;
          if (!(classes & DESK_TAG_PHRASE_PREFIX))
            break;
        }

      for (guint class = 0; class < DESK_N_GAZETTEER_CLASSES; class ++)
        {
          guint length = lengths[class];
          guint64 first = 4 * class;

          /* A phrase within a longer one of its class says nothing more. */
          if (length == 0 || i + length <= ends[class])
            continue;
          ends[class] = i + length;
          if (length == 1)
            {
              self->signs[i] |= G_GUINT64_CONSTANT (1) << (first + DESK_TAG_UNIT);
              continue;
            }
          self->signs[i] |= G_GUINT64_CONSTANT (1) << (first + DESK_TAG_BEGIN);
          for (guint k = 1; k + 1 < length; k++)
            self->signs[i + k] |= G_GUINT64_CONSTANT (1) << (first + DESK_TAG_INSIDE);
          self->signs[i + length - 1] |= G_GUINT64_CONSTANT (1) << (first + DESK_TAG_LAST);
        }
    }
}

/**
 * desk_tag_sentence_init: (skip)
 * @words: (array length=n_words): kept, not copied
 * @signs: (array length=n_words): room, kept
 */
void
desk_tag_sentence_init (DeskTagSentence *self,
                        const DeskTagModel *model,
                        const DeskTagWord **words,
                        guint n_words,
                        guint64 *signs)
{
  guint n_alphabetic = 0;
  guint n_capital = 0;

  self->model = model;
  self->words = words;
  self->n_words = n_words;
  self->signs = signs;
  for (guint i = 0; i < n_words; i++)
    {
      n_alphabetic += words[i]->alphabetic && words[i]->n_characters > 3;
      n_capital += words[i]->alphabetic && words[i]->n_characters > 3 && words[i]->capital;
    }
  self->capitals = n_capital >= MIN_CAPITALS && n_capital * 10 >= n_alphabetic * 8;
  find_signs (self);
}
