/* A linear-chain conditional random field over weights of features and one hidden layer on word vectors.
 *
 *   words ──► weights of each distinct word, of pairs, of phrases ──────────┐
 *         └─► vectors of five words, shapes, phrases ──► hidden ──► upper ──┴─► labels ──► best sequence of them
 *
 * What one distinct word adds at each place of the window is worked out once and kept.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tagger.h"

#include <math.h>
#include <string.h>

#define OFFSETS (2 * DESK_TAG_REACH + 1)

/* What distinct words add is kept of so many; a text of more forgets them all and goes on. */
#define MAX_KEPT 16384
#define NOT_KEPT G_MAXUINT32

/* A longer run without an end is cut; memory would grow with it. */
#define MAX_SENTENCE 4096

G_STATIC_ASSERT (OFFSETS == DESK_TAG_WINDOW);

/* Four numbers at once, on every processor. */
typedef float Four __attribute__ ((vector_size (16)));

#define LABEL_FOURS (DESK_TAG_ROW / 4)
#define HIDDEN_FOURS (DESK_TAG_HIDDEN / 4)

typedef struct
{
  Four labels[OFFSETS][LABEL_FOURS];
  Four hidden[OFFSETS][HIDDEN_FOURS];
} Share;

struct _DeskTagger
{
  const DeskTagModel *model;

  GArray *words;      /* of DeskTagWord */
  GArray *kept;       /* of guint32: the share of each word; NOT_KEPT */
  GHashTable *places; /* exact hash → index */
  Share *shares;
  guint n_shares;
  guint n_allocated;

  /* Room for one sentence. */
  guint size;
  const DeskTagWord **sentence;
  guint64 *signs;
  Four (*hidden)[HIDDEN_FOURS];
  Four (*emissions)[LABEL_FOURS];
  Four (*forward)[LABEL_FOURS];
  Four (*backward)[LABEL_FOURS];
  guint8 (*from)[DESK_TAG_ROW];
  Four transposed[DESK_N_TAG_LABELS][LABEL_FOURS];  /* to, from */
  Four transitions[DESK_N_TAG_LABELS][LABEL_FOURS]; /* from, to */
};

#define IMPOSSIBLE (-1e9f)

DeskTagger *
desk_tagger_new (const DeskTagModel *model)
{
  DeskTagger *self = g_new0 (DeskTagger, 1);

  self->model = model;
  self->words = g_array_new (FALSE, FALSE, sizeof (DeskTagWord));
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint from = 0; from < DESK_N_TAG_LABELS; from++)
    for (guint to = 0; to < DESK_TAG_ROW; to++)
      {
        float weight = to < DESK_N_TAG_LABELS ? model->transitions[from * DESK_TAG_ROW + to] : IMPOSSIBLE;

        ((float *) self->transitions[from])[to] = weight;
        if (to < DESK_N_TAG_LABELS)
          ((float *) self->transposed[to])[from] = weight;
      }
  for (guint to = 0; to < DESK_N_TAG_LABELS; to++)
    for (guint from = DESK_N_TAG_LABELS; from < DESK_TAG_ROW; from++)
      ((float *) self->transposed[to])[from] = IMPOSSIBLE;

  return self;
}

void
desk_tagger_free (DeskTagger *self)
{
  g_array_unref (self->words);
  g_array_unref (self->kept);
  g_hash_table_unref (self->places);
  g_free (self->shares);
  g_free (self->sentence);
  g_free (self->signs);
  g_free (self->hidden);
  g_free (self->emissions);
  g_free (self->forward);
  g_free (self->backward);
  g_free (self->from);
  g_free (self);
}

/**
 * desk_tagger_add_word: (skip)
 *
 * Returns: the number of a word, the same for the same word
 */
guint
desk_tagger_add_word (DeskTagger *self,
                      const char *utf8,
                      gsize n_bytes)
{
  DeskTagWord word;
  gpointer found;
  const guint32 none = NOT_KEPT;
  guint64 key = n_bytes;

  for (gsize i = 0; i < n_bytes; i++)
    key = (key ^ (guchar) utf8[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  if (g_hash_table_lookup_extended (self->places, &key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  desk_tag_word_init (&word, self->model, utf8, n_bytes);
  g_array_append_val (self->words, word);
  g_array_append_val (self->kept, none);
  g_hash_table_insert (self->places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (self->words->len - 1));

  return self->words->len - 1;
}

/* Adds the weights of a feature to a row of labels. */
static inline void
add_row (const DeskTagModel *model,
         guint64 feature,
         float *labels)
{
  guint32 place = desk_tag_find_place (model->row_keys, model->row_mask, feature);
  const gint8 *row = model->rows + (gsize) place * DESK_N_TAG_LABELS;

  if (model->row_keys[place] == 0)
    return;

  for (guint i = 0; i < DESK_N_TAG_LABELS; i++)
    labels[i] += row[i];
}

static inline void
add_hidden (Four *sum,
            const float *row)
{
  for (guint i = 0; i < HIDDEN_FOURS; i++)
    {
      Four values;

      memcpy (&values, row + 4 * i, sizeof values);
      sum[i] += values;
    }
}

static inline void
add_hidden_times (Four *sum,
                  const float *row,
                  float factor)
{
  for (guint i = 0; i < HIDDEN_FOURS; i++)
    {
      Four values;

      memcpy (&values, row + 4 * i, sizeof values);
      sum[i] += values * factor;
    }
}

static void
work_out (const DeskTagModel *model,
          const DeskTagWord *word,
          Share *share)
{
  float vector[DESK_TAG_VECTOR];

  memset (share, 0, sizeof *share);
  desk_tag_word_get_vector (word, model, vector);
  for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
    {
      guint64 features[DESK_TAG_MAX_UNARY];
      guint n = desk_tag_unary_features (word, offset, features);
      guint place = offset + DESK_TAG_REACH;

      for (guint i = 0; i < n; i++)
        add_row (model, features[i], (float *) share->labels[place]);
      if (word->place != G_MAXUINT32)
        for (guint i = 0; i < DESK_TAG_VECTOR; i++)
          add_hidden_times (share->hidden[place], model->vectors_to_hidden + ((gsize) place * DESK_TAG_VECTOR + i) * DESK_TAG_HIDDEN, vector[i]);
      add_hidden (share->hidden[place], model->shapes_to_hidden + ((gsize) place * DESK_TAG_SHAPES + word->shape_class) * DESK_TAG_HIDDEN);
    }
  if (word->n_characters > 2)
    add_hidden (share->hidden[DESK_TAG_REACH],
                model->suffixes_to_hidden + (gsize) (word->suffixes[2] % DESK_TAG_SUFFIXES) * DESK_TAG_HIDDEN);
}

static const Share *
get_share (DeskTagger *self,
           guint word)
{
  guint32 *kept = &g_array_index (self->kept, guint32, word);

  if (*kept == NOT_KEPT)
    {
      if (self->n_shares == MAX_KEPT)
        {
          for (guint i = 0; i < self->kept->len; i++)
            g_array_index (self->kept, guint32, i) = NOT_KEPT;
          self->n_shares = 0;
        }
      if (self->n_shares == self->n_allocated)
        {
          self->n_allocated = MAX (256, 2 * self->n_allocated);
          self->shares = g_renew (Share, self->shares, self->n_allocated);
        }
      work_out (self->model, &g_array_index (self->words, DeskTagWord, word), &self->shares[self->n_shares]);
      *kept = self->n_shares++;
    }

  return &self->shares[*kept];
}

static void
make_room (DeskTagger *self,
           guint n)
{
  if (n <= self->size)
    return;

  self->size = MAX (64, n);
  self->sentence = g_renew (const DeskTagWord *, self->sentence, self->size);
  self->signs = g_renew (guint64, self->signs, self->size);
  self->hidden = g_realloc_n (self->hidden, self->size, sizeof *self->hidden);
  self->emissions = g_realloc_n (self->emissions, self->size, sizeof *self->emissions);
  self->forward = g_realloc_n (self->forward, self->size, sizeof *self->forward);
  self->backward = g_realloc_n (self->backward, self->size, sizeof *self->backward);
  self->from = g_realloc_n (self->from, self->size, sizeof *self->from);
}

/* The topic of a sentence: the mean of its words' vectors, put through its own weights. */
static void
add_topic (const DeskTagSentence *sentence,
           Four *hidden)
{
  float mean[DESK_TAG_VECTOR] = { 0 };
  guint n = 0;

  for (guint i = 0; i < sentence->n_words; i++)
    {
      float vector[DESK_TAG_VECTOR];

      if (sentence->words[i]->place == G_MAXUINT32 || !sentence->words[i]->alphabetic)
        continue;
      desk_tag_word_get_vector (sentence->words[i], sentence->model, vector);
      for (guint k = 0; k < DESK_TAG_VECTOR; k++)
        mean[k] += vector[k];
      n++;
    }
  if (n == 0)
    return;
  for (guint k = 0; k < DESK_TAG_VECTOR; k++)
    add_hidden_times (hidden, sentence->model->sentence_to_hidden + (gsize) k * DESK_TAG_HIDDEN, mean[k] / n);
}

static inline void
add_signs (const DeskTagModel *model,
           guint side,
           guint64 signs,
           Four *hidden)
{
  for (; signs != 0; signs &= signs - 1)
    add_hidden (hidden, model->signs_to_hidden + ((gsize) side * DESK_TAG_SIGNS + __builtin_ctzll (signs)) * DESK_TAG_HIDDEN);
}

/* Of −1 to 1; off by less than 0.0003. */
static inline float
squash (float x)
{
  float square = x * x;

  if (x > 4.97f)
    return 1;
  if (x < -4.97f)
    return -1;

  return x * (135135 + square * (17325 + square * (378 + square))) / (135135 + square * (62370 + square * (3150 + square * 28)));
}

static void
add_labels (Four *labels,
            const float *layer,
            const float *weights)
{
  for (guint k = 0; k < DESK_TAG_HIDDEN; k++)
    for (guint m = 0; m < LABEL_FOURS; m++)
      {
        Four row;

        memcpy (&row, weights + (gsize) k * DESK_TAG_ROW + 4 * m, sizeof row);
        labels[m] += row * layer[k];
      }
}

static void
emit (DeskTagger *self,
      const DeskTagSentence *sentence,
      const guint *words)
{
  const DeskTagModel *model = self->model;
  Four topic[HIDDEN_FOURS];

  for (guint i = 0; i < HIDDEN_FOURS; i++)
    topic[i] = (Four) { 0 };
  add_hidden (topic, model->hidden_bias);
  add_topic (sentence, topic);
  for (guint i = 0; i < sentence->n_words; i++)
    {
      Four *labels = self->emissions[i];
      Four *hidden = self->hidden[i];
      guint64 features[DESK_TAG_MAX_JOINT];
      guint n = desk_tag_joint_features (sentence, i, features);

      for (guint k = 0; k < LABEL_FOURS; k++)
        labels[k] = (Four) { 0 };
      memcpy (hidden, topic, sizeof topic);
      for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
        {
          gint64 at = (gint64) i + offset;
          const Share *share;

          if (at < 0 || at >= sentence->n_words)
            continue;
          share = get_share (self, words[at]);
          for (guint k = 0; k < LABEL_FOURS; k++)
            labels[k] += share->labels[offset + DESK_TAG_REACH][k];
          for (guint k = 0; k < HIDDEN_FOURS; k++)
            hidden[k] += share->hidden[offset + DESK_TAG_REACH][k];
        }
      for (guint k = 0; k < n; k++)
        __builtin_prefetch (&model->row_keys[(guint32) features[k] & model->row_mask]);
      for (guint k = 0; k < n; k++)
        add_row (model, features[k], (float *) labels);
      for (guint k = 0; k < LABEL_FOURS; k++)
        labels[k] *= model->row_scale;

      add_signs (model, 0, i > 0 ? sentence->signs[i - 1] : 0, hidden);
      add_signs (model, 1, sentence->signs[i], hidden);
      add_signs (model, 2, i + 1 < sentence->n_words ? sentence->signs[i + 1] : 0, hidden);
      for (guint k = 0; k < DESK_TAG_HIDDEN; k++)
        ((float *) hidden)[k] = squash (((float *) hidden)[k]);
      add_labels (labels, (float *) hidden, model->hidden_to_labels);
    }

  for (guint i = 0; i < sentence->n_words; i++)
    {
      Four upper[HIDDEN_FOURS];

      memset (upper, 0, sizeof upper);
      add_hidden (upper, model->upper_bias);
      for (guint side = 0; side < 3; side++)
        if (i + side > 0 && i + side <= sentence->n_words)
          for (guint k = 0; k < DESK_TAG_HIDDEN; k++)
            add_hidden_times (upper, model->hidden_to_upper + ((gsize) side * DESK_TAG_HIDDEN + k) * DESK_TAG_HIDDEN, ((float *) self->hidden[i + side - 1])[k]);
      for (guint k = 0; k < DESK_TAG_HIDDEN; k++)
        ((float *) upper)[k] = squash (((float *) upper)[k]);
      add_labels (self->emissions[i], (float *) upper, model->upper_to_labels);
    }
}

static inline gboolean
may_begin (guint label)
{
  return label == DESK_TAG_OUTSIDE || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_BEGIN || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_UNIT;
}

static inline gboolean
may_end (guint label)
{
  return label == DESK_TAG_OUTSIDE || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_LAST || DESK_TAG_LABEL_PLACE (label) == DESK_TAG_UNIT;
}

/* The best sequence, and how much worse the best one is that has another label at a word. */
static void
decode (DeskTagger *self,
        guint n,
        guint8 *labels,
        float *margins)
{
  const float *last;
  guint best = 0;

  for (guint label = 0; label < DESK_TAG_ROW; label++)
    ((float *) self->forward[0])[label] =
      label < DESK_N_TAG_LABELS && may_begin (label) ? ((float *) self->emissions[0])[label] : IMPOSSIBLE;
  for (guint i = 1; i < n; i++)
    {
      const float *before = (const float *) self->forward[i - 1];
      float *now = (float *) self->forward[i];
      Four score[LABEL_FOURS];
      gint32 from[LABEL_FOURS][4] __attribute__ ((aligned (16)));

      for (guint k = 0; k < LABEL_FOURS; k++)
        {
          score[k] = self->transitions[0][k] + before[0];
          memset (from[k], 0, sizeof from[k]);
        }
      for (guint label = 1; label < DESK_N_TAG_LABELS; label++)
        {
          typedef gint32 FourInts __attribute__ ((vector_size (16)));

          for (guint k = 0; k < LABEL_FOURS; k++)
            {
              Four other = self->transitions[label][k] + before[label];
              FourInts better = other > score[k];
              FourInts old;

              memcpy (&old, from[k], sizeof old);
              old = (old & ~better) | (better & (gint32) label);
              memcpy (from[k], &old, sizeof old);
              score[k] = (Four) (((FourInts) other & better) | ((FourInts) score[k] & ~better));
            }
        }
      for (guint k = 0; k < LABEL_FOURS; k++)
        self->forward[i][k] = score[k] + self->emissions[i][k];
      for (guint label = DESK_N_TAG_LABELS; label < DESK_TAG_ROW; label++)
        now[label] = IMPOSSIBLE;
      for (guint label = 0; label < DESK_TAG_ROW; label++)
        self->from[i][label] = from[label / 4][label % 4];
    }

  last = (const float *) self->forward[n - 1];
  for (guint label = 1; label < DESK_N_TAG_LABELS; label++)
    if (may_end (label) && last[label] > last[best])
      best = label;
  labels[n - 1] = best;
  for (guint i = n - 1; i > 0; i--)
    labels[i - 1] = self->from[i][labels[i]];
  if (margins == NULL)
    return;

  for (guint label = 0; label < DESK_TAG_ROW; label++)
    ((float *) self->backward[n - 1])[label] = label < DESK_N_TAG_LABELS && may_end (label) ? 0 : IMPOSSIBLE;
  for (guint i = n - 1; i > 0; i--)
    {
      Four score[LABEL_FOURS];

      for (guint k = 0; k < LABEL_FOURS; k++)
        score[k] = (Four) { IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE };
      for (guint label = 0; label < DESK_N_TAG_LABELS; label++)
        {
          float after = ((float *) self->emissions[i])[label] + ((float *) self->backward[i])[label];

          for (guint k = 0; k < LABEL_FOURS; k++)
            {
              Four other = self->transposed[label][k] + after;

              for (guint m = 0; m < 4; m++)
                score[k][m] = MAX (score[k][m], other[m]);
            }
        }
      memcpy (self->backward[i - 1], score, sizeof score);
    }
  for (guint i = 0; i < n; i++)
    {
      const float *forward = (const float *) self->forward[i];
      const float *backward = (const float *) self->backward[i];
      float second = IMPOSSIBLE;

      for (guint label = 0; label < DESK_N_TAG_LABELS; label++)
        if (label != labels[i])
          second = MAX (second, forward[label] + backward[label]);
      margins[i] = forward[labels[i]] + backward[labels[i]] - second;
    }
}

/**
 * desk_tagger_run: (skip)
 * @words: (array length=n_words): numbers of desk_tagger_add_word(), one sentence
 * @labels: (out) (array length=n_words): a label of each word; see %DESK_TAG_LABEL
 * @margins: (out) (nullable) (array length=n_words): how much surer the label is than any other, above 0
 */
void
desk_tagger_run (DeskTagger *self,
                 const guint *words,
                 guint n_words,
                 guint8 *labels,
                 float *margins)
{
  for (guint first = 0; first < n_words; first += MAX_SENTENCE)
    {
      guint n = MIN (MAX_SENTENCE, n_words - first);
      DeskTagSentence sentence;

      make_room (self, n);
      for (guint i = 0; i < n; i++)
        self->sentence[i] = &g_array_index (self->words, DeskTagWord, words[first + i]);
      desk_tag_sentence_init (&sentence, self->model, self->sentence, n, self->signs);
      emit (self, &sentence, words + first);
      decode (self, n, labels + first, margins != NULL ? margins + first : NULL);
    }
}
