/* A linear-chain conditional random field over weights of features and two hidden layers on word vectors.
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

#include <string.h>

#include "desk-tag-decoder.h"
#include "desk-tag-sums.h"

#define OFFSETS (2 * DESK_TAG_REACH + 1)

/* What distinct words add is kept of so many; a text of more forgets them all and goes on. */
#define MAX_KEPT 8192
/* From text to text. */
#define MAX_WORDS 32768
#define NOT_KEPT G_MAXUINT32

/* A longer run without an end is cut; memory would grow with it. */
#define MAX_SENTENCE 4096

G_STATIC_ASSERT (OFFSETS == DESK_TAG_WINDOW);

typedef struct
{
  gint16 labels[OFFSETS][DESK_TAG_ROW];
  float hidden[OFFSETS][DESK_TAG_HIDDEN];
} Share;

struct _DeskTagger
{
  const DeskTagModel *model;
  DeskTagDecoder *decoder;

  GArray *words;      /* of DeskTagWord */
  GArray *kept;       /* of guint32: the share of each word; NOT_KEPT */
  GHashTable *places; /* hash of the bytes → index */
  Share *shares;
  guint n_shares;
  guint n_allocated;

  /* Room for one sentence. */
  guint size;
  const DeskTagWord **sentence;
  guint64 *signs;
  float (*hidden)[DESK_TAG_HIDDEN];
  float (*emissions)[DESK_TAG_ROW];
};

DeskTagger *
desk_tagger_new (const DeskTagModel *model)
{
  DeskTagger *self = g_new0 (DeskTagger, 1);

  self->model = model;
  self->decoder = desk_tag_decoder_new (model);
  self->words = g_array_new (FALSE, FALSE, sizeof (DeskTagWord));
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
desk_tagger_free (DeskTagger *self)
{
  desk_tag_decoder_free (self->decoder);
  g_array_unref (self->words);
  g_array_unref (self->kept);
  g_hash_table_unref (self->places);
  g_free (self->shares);
  g_free (self->sentence);
  g_free (self->signs);
  g_free (self->hidden);
  g_free (self->emissions);
  g_free (self);
}

/**
 * desk_tagger_forget: (skip)
 *
 * Between two texts: the numbers of words are good no longer where too many have come together.
 */
void
desk_tagger_forget (DeskTagger *self)
{
  if (self->words->len <= MAX_WORDS)
    return;

  g_array_set_size (self->words, 0);
  g_array_set_size (self->kept, 0);
  g_hash_table_remove_all (self->places);
  self->n_shares = 0;
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

static void
work_out (const DeskTagModel *model,
          const DeskTagWord *word,
          Share *share)
{
  float vector[DESK_TAG_VECTOR];
  guint64 features[OFFSETS][DESK_TAG_MAX_UNARY];
  guint n_features[OFFSETS];

  memset (share, 0, sizeof *share);
  for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
    {
      guint place = offset + DESK_TAG_REACH;

      n_features[place] = desk_tag_unary_features (word, offset, features[place]);
      desk_tag_prefetch_rows (model, features[place], n_features[place]);
    }
  desk_tag_word_get_vector (word, model, vector);
  for (guint place = 0; place < OFFSETS; place++)
    {
      if (word->place != G_MAXUINT32)
        desk_tag_add_product (share->hidden[place], model->vectors_to_hidden + (gsize) place * DESK_TAG_VECTOR * DESK_TAG_HIDDEN, vector, DESK_TAG_VECTOR);
      desk_tag_add_hidden (share->hidden[place], model->shapes_to_hidden + ((gsize) place * DESK_TAG_SHAPES + word->shape_class) * DESK_TAG_HIDDEN);
      desk_tag_add_rows (share->labels[place], model, features[place], n_features[place]);
    }
  if (word->n_characters > 2)
    desk_tag_add_hidden (share->hidden[DESK_TAG_REACH],
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
}

/* The topic of a sentence: the mean of its words' vectors, put through its own weights. */
static void
add_topic (const DeskTagSentence *sentence,
           float *hidden)
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
    mean[k] /= n;
  desk_tag_add_product (hidden, sentence->model->sentence_to_hidden, mean, DESK_TAG_VECTOR);
}

static inline void
add_signs (const DeskTagModel *model,
           guint side,
           guint64 signs,
           float *hidden)
{
  for (; signs != 0; signs &= signs - 1)
    desk_tag_add_hidden (hidden, model->signs_to_hidden + ((gsize) side * DESK_TAG_SIGNS + __builtin_ctzll (signs)) * DESK_TAG_HIDDEN);
}

/* The lower layer, and what features say. */
static void
emit (DeskTagger *self,
      const DeskTagSentence *sentence,
      const guint *words)
{
  const DeskTagModel *model = self->model;
  float topic[DESK_TAG_HIDDEN];

  memcpy (topic, model->hidden_bias, sizeof topic);
  add_topic (sentence, topic);
  for (guint i = 0; i < sentence->n_words; i++)
    {
      gint16 labels[DESK_TAG_ROW] = { 0 };
      float *hidden = self->hidden[i];
      guint64 features[DESK_TAG_MAX_JOINT];
      guint n = desk_tag_joint_features (sentence, i, features);

      desk_tag_prefetch_rows (model, features, n);
      memcpy (hidden, topic, sizeof topic);
      for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
        {
          gint64 at = (gint64) i + offset;
          const Share *share;

          if (at < 0 || at >= sentence->n_words)
            continue;
          share = get_share (self, words[at]);
          for (guint k = 0; k < DESK_TAG_ROW; k++)
            labels[k] += share->labels[offset + DESK_TAG_REACH][k];
          desk_tag_add_hidden (hidden, share->hidden[offset + DESK_TAG_REACH]);
        }
      desk_tag_add_rows (labels, model, features, n);
      for (guint k = 0; k < DESK_TAG_ROW; k++)
        self->emissions[i][k] = labels[k] * model->row_scale;

      add_signs (model, 0, i > 0 ? sentence->signs[i - 1] : 0, hidden);
      add_signs (model, 1, sentence->signs[i], hidden);
      add_signs (model, 2, i + 1 < sentence->n_words ? sentence->signs[i + 1] : 0, hidden);
      desk_tag_squash (hidden);
      desk_tag_add_labels (self->emissions[i], model->hidden_to_labels, hidden);
    }
}

static void
emit_upper (DeskTagger *self,
            guint n_words)
{
  const DeskTagModel *model = self->model;

  for (guint i = 0; i < n_words; i++)
    {
      float upper[DESK_TAG_HIDDEN];

      memcpy (upper, model->upper_bias, sizeof upper);
      for (guint side = 0; side < 3; side++)
        if (i + side > 0 && i + side <= n_words)
          desk_tag_add_product (upper, model->hidden_to_upper + (gsize) side * DESK_TAG_HIDDEN * DESK_TAG_HIDDEN, self->hidden[i + side - 1], DESK_TAG_HIDDEN);
      desk_tag_squash (upper);
      desk_tag_add_labels (self->emissions[i], model->upper_to_labels, upper);
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
      emit_upper (self, n);
      desk_tag_decode (self->decoder, (const float (*)[DESK_TAG_ROW]) self->emissions, n, labels + first, margins != NULL ? margins + first : NULL);
    }
}
