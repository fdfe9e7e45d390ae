/* Conditional likelihood of all label sequences that the annotation allows, against all that are possible
 * (Sutton and McCallum, An Introduction to Conditional Random Fields, 2012; partly labelled: Bellare and McCallum 2007),
 * by steps of AdaGrad for the sparse rows and Adam for the hidden layer.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train-crf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LABELS DESK_N_TAG_LABELS
#define BATCH 24
#define MIN_COUNT 2
#define IMPOSSIBLE (-1e4f)
#define HIDDEN DESK_TAG_HIDDEN
#define CLIP 2.5f
#define AVERAGED 4

/* Dense weights that are learnt together, in one piece of memory. */
typedef struct
{
  float *values, *gradients, *first, *second;
  gsize n;
} Dense;

typedef struct
{
  guint n_words;
  guint *vocabulary;
  guint32 **joint; /* rows of each word, ended by G_MAXUINT32 */
  guint64 *signs;
  const guint64 *allowed;
  float weight;
} Example;

typedef struct
{
  DeskTagModel *model;
  TrainOptions options;
  GArray *vocabulary; /* of DeskTagWord */
  float (*vectors)[DESK_TAG_VECTOR];
  guint32 *(*unary)[DESK_TAG_WINDOW];
  Example *examples;
  guint n_examples;

  guint64 *features; /* hash of each row */
  guint n_rows;
  float (*rows)[DESK_TAG_ROW];
  float (*row_gradients)[DESK_TAG_ROW];
  float (*row_squares)[DESK_TAG_ROW];
  guint8 *touched;
  guint32 *touched_rows;
  guint n_touched;

  Dense dense;
  /* Within the dense weights. */
  gsize vectors_at, shapes_at, suffixes_at, signs_at, topic_at, bias_at, output_at, upper_at, upper_bias_at, upper_output_at, transitions_at;

  float (*row_sums)[DESK_TAG_ROW];
  float *dense_sums;
  guint n_remembered;

  guint64 random;
  guint64 step;

  /* Room for one sentence. */
  guint size;
  float (*emissions)[DESK_TAG_ROW];
  float (*hidden)[HIDDEN];
  float (*hidden_mask)[HIDDEN];
  float (*hidden_back)[HIDDEN];
  float (*upper)[HIDDEN];
  float (*upper_mask)[HIDDEN];
  float (*forward)[DESK_TAG_ROW];
  float (*backward)[DESK_TAG_ROW];
  float (*belief)[DESK_TAG_ROW];
  float (*edge)[DESK_TAG_ROW]; /* expected transitions */
  float *scales;
  guint8 *seen;
} Learner;

static inline float
uniform (Learner *self)
{
  self->random ^= self->random << 13;
  self->random ^= self->random >> 7;
  self->random ^= self->random << 17;

  return (self->random >> 40) * (1.0f / (1 << 24));
}

static gboolean
may_follow (guint from,
            guint to)
{
  gboolean open = from != DESK_TAG_OUTSIDE && (DESK_TAG_LABEL_PLACE (from) == DESK_TAG_BEGIN || DESK_TAG_LABEL_PLACE (from) == DESK_TAG_INSIDE);
  gboolean goes_on = to != DESK_TAG_OUTSIDE && (DESK_TAG_LABEL_PLACE (to) == DESK_TAG_INSIDE || DESK_TAG_LABEL_PLACE (to) == DESK_TAG_LAST);

  return open == goes_on && (!open || DESK_TAG_LABEL_TYPE (from) == DESK_TAG_LABEL_TYPE (to));
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

/* Counts all features, gives those that are seen often enough a row, and lists the rows of each word. */
static void
prepare (Learner *self,
         GPtrArray *sentences)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key, value;
  guint n_rows = 0;

  self->vocabulary = g_array_new (FALSE, FALSE, sizeof (DeskTagWord));
  self->n_examples = sentences->len;
  self->examples = g_new0 (Example, sentences->len);
  for (guint s = 0; s < sentences->len; s++)
    {
      TrainSentence *sentence = sentences->pdata[s];
      Example *example = &self->examples[s];

      example->n_words = sentence->words->len;
      example->vocabulary = g_new (guint, example->n_words);
      example->joint = g_new0 (guint32 *, example->n_words);
      example->signs = g_new0 (guint64, example->n_words);
      example->allowed = (const guint64 *) sentence->allowed->data;
      example->weight = sentence->weight;
      self->size = MAX (self->size, example->n_words);
      for (guint i = 0; i < example->n_words; i++)
        {
          char *word = sentence->words->pdata[i];
          gpointer number = g_hash_table_lookup (words, word);

          if (number == NULL)
            {
              DeskTagWord described;

              desk_tag_word_init (&described, self->model, word, strlen (word));
              g_array_append_val (self->vocabulary, described);
              number = GUINT_TO_POINTER (self->vocabulary->len);
              g_hash_table_insert (words, word, number);
            }
          example->vocabulary[i] = GPOINTER_TO_UINT (number) - 1;
        }
    }

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autofree const DeskTagWord **pointers = g_new (const DeskTagWord *, self->size);
      g_autofree guint *occurrences = g_new0 (guint, self->vocabulary->len);

      for (guint s = 0; s < self->n_examples; s++)
        {
          Example *example = &self->examples[s];
          DeskTagSentence sentence;

          for (guint i = 0; i < example->n_words; i++)
            {
              pointers[i] = &g_array_index (self->vocabulary, DeskTagWord, example->vocabulary[i]);
              occurrences[example->vocabulary[i]]++;
            }
          desk_tag_sentence_init (&sentence, self->model, pointers, example->n_words, example->signs);
          for (guint i = 0; i < example->n_words; i++)
            {
              guint64 features[DESK_TAG_MAX_JOINT];
              guint n = desk_tag_joint_features (&sentence, i, features);
              guint kept = 0;

              if (pass == 1)
                example->joint[i] = g_new (guint32, n + 1);
              for (guint k = 0; k < n; k++)
                {
                  if (pass == 0)
                    {
                      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &features[k]));

                      g_hash_table_insert (counts, g_memdup2 (&features[k], 8), GUINT_TO_POINTER (count + 1));
                    }
                  else if (g_hash_table_lookup_extended (rows, &features[k], NULL, &value))
                    {
                      example->joint[i][kept++] = GPOINTER_TO_UINT (value);
                    }
                }
              if (pass == 1)
                example->joint[i][kept] = G_MAXUINT32;
            }
        }
      if (pass == 1)
        self->unary = g_malloc0_n (self->vocabulary->len, sizeof *self->unary);
      for (guint w = 0; w < self->vocabulary->len; w++)
        for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
          {
            guint64 features[DESK_TAG_MAX_UNARY];
            guint n = desk_tag_unary_features (&g_array_index (self->vocabulary, DeskTagWord, w), offset, features);
            guint32 *list = pass == 1 ? g_new (guint32, n + 1) : NULL;
            guint kept = 0;

            for (guint k = 0; k < n; k++)
              {
                if (pass == 0)
                  {
                    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &features[k]));

                    g_hash_table_insert (counts, g_memdup2 (&features[k], 8), GUINT_TO_POINTER (count + occurrences[w]));
                  }
                else if (g_hash_table_lookup_extended (rows, &features[k], NULL, &value))
                  {
                    list[kept++] = GPOINTER_TO_UINT (value);
                  }
              }
            if (pass == 1)
              {
                list[kept] = G_MAXUINT32;
                self->unary[w][offset + DESK_TAG_REACH] = list;
              }
          }

      if (pass == 0)
        {
          g_hash_table_iter_init (&iter, counts);
          while (g_hash_table_iter_next (&iter, &key, &value))
            if (GPOINTER_TO_UINT (value) >= MIN_COUNT)
              g_hash_table_insert (rows, key, GUINT_TO_POINTER (n_rows++));
          self->features = g_new (guint64, n_rows);
          g_hash_table_iter_init (&iter, rows);
          while (g_hash_table_iter_next (&iter, &key, &value))
            self->features[GPOINTER_TO_UINT (value)] = *(guint64 *) key;
          self->n_rows = n_rows;
        }
    }

  self->vectors = g_malloc0_n (self->vocabulary->len, sizeof *self->vectors);
  for (guint w = 0; w < self->vocabulary->len; w++)
    desk_tag_word_get_vector (&g_array_index (self->vocabulary, DeskTagWord, w), self->model, self->vectors[w]);
  g_printerr ("%u sentences, %u words, %u of %u features\n", self->n_examples, self->vocabulary->len, n_rows, g_hash_table_size (counts));
}

static gsize
reserve (Dense *dense,
         gsize n)
{
  gsize at = dense->n;

  dense->n += n;

  return at;
}

static void
make_weights (Learner *self)
{
  Dense *dense = &self->dense;

  self->vectors_at = reserve (dense, DESK_TAG_WINDOW * DESK_TAG_VECTOR * HIDDEN);
  self->shapes_at = reserve (dense, DESK_TAG_WINDOW * DESK_TAG_SHAPES * HIDDEN);
  self->suffixes_at = reserve (dense, DESK_TAG_SUFFIXES * HIDDEN);
  self->signs_at = reserve (dense, 3 * DESK_TAG_SIGNS * HIDDEN);
  self->topic_at = reserve (dense, DESK_TAG_VECTOR * HIDDEN);
  self->bias_at = reserve (dense, HIDDEN);
  self->output_at = reserve (dense, HIDDEN * DESK_TAG_ROW);
  self->upper_at = reserve (dense, 3 * HIDDEN * HIDDEN);
  self->upper_bias_at = reserve (dense, HIDDEN);
  self->upper_output_at = reserve (dense, HIDDEN * DESK_TAG_ROW);
  self->transitions_at = reserve (dense, LABELS * DESK_TAG_ROW);
  dense->values = g_new0 (float, dense->n);
  dense->gradients = g_new0 (float, dense->n);
  dense->first = g_new0 (float, dense->n);
  dense->second = g_new0 (float, dense->n);
  for (gsize i = 0; i < self->bias_at; i++)
    dense->values[i] = (uniform (self) - 0.5f) * (i >= self->topic_at || i < self->shapes_at ? 0.14f : 0.1f);
  for (gsize i = self->output_at; i < self->transitions_at; i++)
    if (i < self->upper_bias_at || i >= self->upper_output_at)
      dense->values[i] = (uniform (self) - 0.5f) * 0.2f;

  self->rows = g_malloc0_n (self->n_rows, sizeof *self->rows);
  self->row_gradients = g_malloc0_n (self->n_rows, sizeof *self->row_gradients);
  self->row_squares = g_malloc0_n (self->n_rows, sizeof *self->row_squares);
  self->touched = g_new0 (guint8, self->n_rows);
  self->touched_rows = g_new (guint32, self->n_rows);

  self->emissions = g_malloc0_n (self->size, sizeof *self->emissions);
  self->hidden = g_malloc0_n (self->size, sizeof *self->hidden);
  self->hidden_mask = g_malloc0_n (self->size, sizeof *self->hidden_mask);
  self->hidden_back = g_malloc0_n (self->size, sizeof *self->hidden_back);
  self->upper = g_malloc0_n (self->size, sizeof *self->upper);
  self->upper_mask = g_malloc0_n (self->size, sizeof *self->upper_mask);
  self->forward = g_malloc0_n (self->size, sizeof *self->forward);
  self->backward = g_malloc0_n (self->size, sizeof *self->backward);
  self->belief = g_malloc0_n (self->size, sizeof *self->belief);
  self->edge = g_malloc0_n (LABELS, sizeof *self->edge);
  self->scales = g_new0 (float, self->size);
  self->seen = g_new0 (guint8, self->size);
}

/* A feature is seen or not in this step, the same in both directions. */
static inline gboolean
is_dropped (const Learner *self,
            guint32 row,
            guint position)
{
  guint64 hash = desk_tag_mix (desk_tag_mix (self->step, row), position);

  return (hash >> 40) < self->options.row_drop * (1 << 24);
}

static inline void
add_times (float *sum,
           const float *row,
           float factor,
           guint n)
{
  for (guint i = 0; i < n; i++)
    sum[i] += row[i] * factor;
}

static void
topic_of (Learner *self,
          const Example *example,
          float *mean)
{
  guint n = 0;

  memset (mean, 0, DESK_TAG_VECTOR * sizeof *mean);
  for (guint i = 0; i < example->n_words; i++)
    {
      const DeskTagWord *word = &g_array_index (self->vocabulary, DeskTagWord, example->vocabulary[i]);

      if (word->place == G_MAXUINT32 || !word->alphabetic)
        continue;
      add_times (mean, self->vectors[example->vocabulary[i]], 1, DESK_TAG_VECTOR);
      n++;
    }
  for (guint k = 0; k < DESK_TAG_VECTOR && n > 0; k++)
    mean[k] /= n;
}

static float
draw_mask (Learner *self)
{
  return uniform (self) < self->options.hidden_drop ? 0 : 1 / (1 - self->options.hidden_drop);
}

static void
compute (Learner *self,
         const Example *example,
         const float *topic)
{
  const float *values = self->dense.values;
  const float keep = 1 / (1 - self->options.row_drop);

  for (guint i = 0; i < example->n_words; i++)
    self->seen[i] = uniform (self) >= self->options.word_drop;
  for (guint i = 0; i < example->n_words; i++)
    {
      float *emission = self->emissions[i];
      float *hidden = self->hidden[i];
      const DeskTagWord *word = &g_array_index (self->vocabulary, DeskTagWord, example->vocabulary[i]);

      memset (emission, 0, sizeof self->emissions[i]);
      for (const guint32 *row = example->joint[i]; *row != G_MAXUINT32; row++)
        if (!is_dropped (self, *row, i))
          add_times (emission, self->rows[*row], keep, DESK_TAG_ROW);
      memcpy (hidden, values + self->bias_at, sizeof self->hidden[i]);
      for (guint k = 0; k < DESK_TAG_VECTOR; k++)
        add_times (hidden, values + self->topic_at + k * HIDDEN, topic[k], HIDDEN);
      for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
        {
          gint64 at = (gint64) i + offset;
          guint w, place = offset + DESK_TAG_REACH;
          const DeskTagWord *other;

          if (at < 0 || at >= example->n_words)
            continue;
          w = example->vocabulary[at];
          other = &g_array_index (self->vocabulary, DeskTagWord, w);
          for (const guint32 *row = self->unary[w][place]; *row != G_MAXUINT32; row++)
            if (!is_dropped (self, *row, i))
              add_times (emission, self->rows[*row], keep, DESK_TAG_ROW);
          if (other->place != G_MAXUINT32 && self->seen[at])
            for (guint k = 0; k < DESK_TAG_VECTOR; k++)
              add_times (hidden, values + self->vectors_at + ((gsize) place * DESK_TAG_VECTOR + k) * HIDDEN, self->vectors[w][k], HIDDEN);
          add_times (hidden, values + self->shapes_at + ((gsize) place * DESK_TAG_SHAPES + other->shape_class) * HIDDEN, 1, HIDDEN);
          if (ABS (offset) <= 1)
            for (guint64 signs = example->signs[at]; signs != 0; signs &= signs - 1)
              add_times (hidden, values + self->signs_at + ((gsize) (offset + 1) * DESK_TAG_SIGNS + __builtin_ctzll (signs)) * HIDDEN, 1, HIDDEN);
        }
      if (word->n_characters > 2)
        add_times (hidden, values + self->suffixes_at + (gsize) (word->suffixes[2] % DESK_TAG_SUFFIXES) * HIDDEN, 1, HIDDEN);
      for (guint k = 0; k < HIDDEN; k++)
        {
          hidden[k] = tanhf (hidden[k]);
          self->hidden_mask[i][k] = draw_mask (self);
          if (self->hidden_mask[i][k] != 0)
            add_times (emission, values + self->output_at + k * DESK_TAG_ROW, hidden[k] * self->hidden_mask[i][k], DESK_TAG_ROW);
        }
    }

  for (guint i = 0; i < example->n_words; i++)
    {
      float *upper = self->upper[i];

      memcpy (upper, values + self->upper_bias_at, sizeof self->upper[i]);
      for (guint side = 0; side < 3; side++)
        if (i + side > 0 && i + side <= example->n_words)
          for (guint k = 0; k < HIDDEN; k++)
            if (self->hidden_mask[i + side - 1][k] != 0)
              add_times (upper, values + self->upper_at + ((gsize) side * HIDDEN + k) * HIDDEN, self->hidden[i + side - 1][k] * self->hidden_mask[i + side - 1][k], HIDDEN);
      for (guint k = 0; k < HIDDEN; k++)
        {
          upper[k] = tanhf (upper[k]);
          self->upper_mask[i][k] = draw_mask (self);
          if (self->upper_mask[i][k] != 0)
            add_times (self->emissions[i], values + self->upper_output_at + k * DESK_TAG_ROW, upper[k] * self->upper_mask[i][k], DESK_TAG_ROW);
        }
    }
}

/* Adds @sign times the probabilities of labels and of transitions, over the sequences that are allowed (all if NULL).
 * Returns the logarithm of the sum over them. */
static double
infer (Learner *self,
       guint n,
       const guint64 *allowed,
       float sign,
       const float (*potentials)[DESK_TAG_ROW])
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    {
      guint64 bits = allowed != NULL ? allowed[i] : ~G_GUINT64_CONSTANT (0);
      float sum = 0;
      float most = -INFINITY;
      float *now = self->forward[i];

      for (guint label = 0; label < LABELS; label++)
        most = MAX (most, self->emissions[i][label]);
      memset (now, 0, sizeof self->forward[i]);
      if (i == 0)
        for (guint label = 0; label < LABELS; label++)
          now[label] = may_begin (label);
      else
        for (guint from = 0; from < LABELS; from++)
          if (self->forward[i - 1][from] > 0)
            add_times (now, potentials[from], self->forward[i - 1][from], DESK_TAG_ROW);
      for (guint label = 0; label < LABELS; label++)
        {
          now[label] = bits >> label & 1 && (i + 1 < n || may_end (label)) ? now[label] * expf (self->emissions[i][label] - most) : 0;
          sum += now[label];
        }
      for (guint label = LABELS; label < DESK_TAG_ROW; label++)
        now[label] = 0;
      if (sum <= 0)
        return NAN;
      self->scales[i] = 1 / sum;
      for (guint label = 0; label < LABELS; label++)
        now[label] /= sum;
      total += logf (sum) + most;
    }

  /* Backward holds, for each label, what follows: scaled so that forward × backward is the probability. */
  for (guint label = 0; label < DESK_TAG_ROW; label++)
    self->backward[n - 1][label] = 1;
  for (guint i = n; i-- > 0;)
    {
      for (guint label = 0; label < LABELS; label++)
        self->belief[i][label] += sign * self->forward[i][label] * self->backward[i][label];
      if (i > 0)
        {
          float after[DESK_TAG_ROW] = { 0 };
          float most = -INFINITY;

          for (guint label = 0; label < LABELS; label++)
            most = MAX (most, self->emissions[i][label]);
          for (guint label = 0; label < LABELS; label++)
            {
              guint64 bits = allowed != NULL ? allowed[i] : ~G_GUINT64_CONSTANT (0);

              if (bits >> label & 1 && (i + 1 < n || may_end (label)))
                after[label] = expf (self->emissions[i][label] - most) * self->backward[i][label] * self->scales[i];
            }
          for (guint from = 0; from < LABELS; from++)
            {
              float sum = 0;
              const float before = self->forward[i - 1][from] * sign;

              for (guint label = 0; label < DESK_TAG_ROW; label++)
                sum += potentials[from][label] * after[label];
              self->backward[i - 1][from] = sum;
              if (before != 0)
                for (guint label = 0; label < DESK_TAG_ROW; label++)
                  self->edge[from][label] += before * potentials[from][label] * after[label];
            }
        }
    }

  return total;
}

static void
touch (Learner *self,
       guint32 row,
       const float *gradient,
       float factor)
{
  if (!self->touched[row])
    {
      self->touched[row] = TRUE;
      self->touched_rows[self->n_touched++] = row;
    }
  add_times (self->row_gradients[row], gradient, factor, DESK_TAG_ROW);
}

/* What an output layer gives back to the layer below it. */
static void
propagate_output (Learner *self,
                  const float *belief,
                  gsize at,
                  const float *layer,
                  const float *mask,
                  float *back)
{
  for (guint k = 0; k < HIDDEN; k++)
    {
      const float *output = self->dense.values + at + k * DESK_TAG_ROW;
      float sum = 0;

      if (mask[k] == 0)
        continue;
      for (guint label = 0; label < DESK_TAG_ROW; label++)
        sum += output[label] * belief[label];
      add_times (self->dense.gradients + at + k * DESK_TAG_ROW, belief, layer[k] * mask[k], DESK_TAG_ROW);
      back[k] += sum * mask[k];
    }
}

static void
propagate_upper (Learner *self,
                 const Example *example)
{
  memset (self->hidden_back, 0, example->n_words * sizeof *self->hidden_back);
  for (guint i = 0; i < example->n_words; i++)
    {
      float back[HIDDEN] = { 0 };

      propagate_output (self, self->belief[i], self->upper_output_at, self->upper[i], self->upper_mask[i], back);
      for (guint k = 0; k < HIDDEN; k++)
        back[k] *= 1 - self->upper[i][k] * self->upper[i][k];
      add_times (self->dense.gradients + self->upper_bias_at, back, 1, HIDDEN);
      for (guint side = 0; side < 3; side++)
        {
          guint at = i + side - 1;

          if (i + side == 0 || at >= example->n_words)
            continue;
          for (guint k = 0; k < HIDDEN; k++)
            {
              gsize row = self->upper_at + ((gsize) side * HIDDEN + k) * HIDDEN;
              float sum = 0;

              if (self->hidden_mask[at][k] == 0)
                continue;
              for (guint m = 0; m < HIDDEN; m++)
                sum += self->dense.values[row + m] * back[m];
              add_times (self->dense.gradients + row, back, self->hidden[at][k] * self->hidden_mask[at][k], HIDDEN);
              self->hidden_back[at][k] += sum * self->hidden_mask[at][k];
            }
        }
    }
}

static void
propagate (Learner *self,
           const Example *example,
           const float *topic)
{
  float *gradients = self->dense.gradients;
  const float keep = 1 / (1 - self->options.row_drop);

  for (guint i = 0; i < example->n_words; i++)
    for (guint label = 0; label < LABELS; label++)
      self->belief[i][label] *= example->weight;
  propagate_upper (self, example);
  for (guint i = 0; i < example->n_words; i++)
    {
      float *belief = self->belief[i];
      float *back = self->hidden_back[i];
      const DeskTagWord *word = &g_array_index (self->vocabulary, DeskTagWord, example->vocabulary[i]);

      for (const guint32 *row = example->joint[i]; *row != G_MAXUINT32; row++)
        if (!is_dropped (self, *row, i))
          touch (self, *row, belief, keep);
      propagate_output (self, belief, self->output_at, self->hidden[i], self->hidden_mask[i], back);
      for (guint k = 0; k < HIDDEN; k++)
        back[k] *= 1 - self->hidden[i][k] * self->hidden[i][k];
      add_times (gradients + self->bias_at, back, 1, HIDDEN);
      for (guint k = 0; k < DESK_TAG_VECTOR; k++)
        add_times (gradients + self->topic_at + k * HIDDEN, back, topic[k], HIDDEN);
      for (int offset = -DESK_TAG_REACH; offset <= DESK_TAG_REACH; offset++)
        {
          gint64 at = (gint64) i + offset;
          guint w, place = offset + DESK_TAG_REACH;
          const DeskTagWord *other;

          if (at < 0 || at >= example->n_words)
            continue;
          w = example->vocabulary[at];
          other = &g_array_index (self->vocabulary, DeskTagWord, w);
          for (const guint32 *row = self->unary[w][place]; *row != G_MAXUINT32; row++)
            if (!is_dropped (self, *row, i))
              touch (self, *row, belief, keep);
          if (other->place != G_MAXUINT32 && self->seen[at])
            for (guint k = 0; k < DESK_TAG_VECTOR; k++)
              add_times (gradients + self->vectors_at + ((gsize) place * DESK_TAG_VECTOR + k) * HIDDEN, back, self->vectors[w][k], HIDDEN);
          add_times (gradients + self->shapes_at + ((gsize) place * DESK_TAG_SHAPES + other->shape_class) * HIDDEN, back, 1, HIDDEN);
          if (ABS (offset) <= 1)
            for (guint64 signs = example->signs[at]; signs != 0; signs &= signs - 1)
              add_times (gradients + self->signs_at + ((gsize) (offset + 1) * DESK_TAG_SIGNS + __builtin_ctzll (signs)) * HIDDEN, back, 1, HIDDEN);
        }
      if (word->n_characters > 2)
        add_times (gradients + self->suffixes_at + (gsize) (word->suffixes[2] % DESK_TAG_SUFFIXES) * HIDDEN, back, 1, HIDDEN);
    }
}

static void
update (Learner *self,
        guint step,
        float factor)
{
  Dense *dense = &self->dense;
  const float rate = self->options.hidden_rate * factor * sqrtf (1 - powf (0.999f, step)) / (1 - powf (0.9f, step));
  const float row_rate = self->options.row_rate * factor;

  for (gsize i = 0; i < dense->n; i++)
    {
      float gradient = dense->gradients[i];

      dense->first[i] = 0.9f * dense->first[i] + 0.1f * gradient;
      dense->second[i] = 0.999f * dense->second[i] + 0.001f * gradient * gradient;
      dense->values[i] += rate * dense->first[i] / (sqrtf (dense->second[i]) + 1e-6f) - rate * self->options.decay * dense->values[i];
      dense->gradients[i] = 0;
    }
  for (guint t = 0; t < self->n_touched; t++)
    {
      guint32 row = self->touched_rows[t];

      self->touched[row] = FALSE;
      for (guint label = 0; label < DESK_TAG_ROW; label++)
        {
          float gradient = self->row_gradients[row][label] - self->options.decay * self->rows[row][label];

          self->row_squares[row][label] += gradient * gradient;
          self->rows[row][label] += row_rate * gradient / (sqrtf (self->row_squares[row][label]) + 0.1f);
          self->row_gradients[row][label] = 0;
        }
    }
  self->n_touched = 0;
}

/* The weights at the ends of the last rounds, which differ by what was seen last, are averaged. */
static void
remember (Learner *self)
{
  if (self->n_remembered == 0)
    {
      self->row_sums = g_malloc0_n (self->n_rows, sizeof *self->row_sums);
      self->dense_sums = g_new0 (float, self->dense.n);
    }
  self->n_remembered++;
  for (guint row = 0; row < self->n_rows; row++)
    add_times (self->row_sums[row], self->rows[row], 1, DESK_TAG_ROW);
  for (gsize i = 0; i < self->dense.n; i++)
    self->dense_sums[i] += self->dense.values[i];
}

static void
take_average (Learner *self)
{
  for (guint row = 0; row < self->n_rows; row++)
    for (guint label = 0; label < DESK_TAG_ROW; label++)
      self->rows[row][label] = self->row_sums[row][label] / self->n_remembered;
  for (gsize i = 0; i < self->dense.n; i++)
    self->dense.values[i] = self->dense_sums[i] / self->n_remembered;
}

static int
compare_descending (const void *a,
                    const void *b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return (x < y) - (x > y);
}

/* Keeps the rows that weigh most, as bytes. */
static void
store (Learner *self)
{
  DeskTagModel *model = self->model;
  g_autofree float *strength = g_new0 (float, self->n_rows);
  g_autofree float *sorted = NULL;
  const float *values = self->dense.values;
  float least = 0;
  guint places = 1;
  guint n = 0;

  for (guint row = 0; row < self->n_rows; row++)
    for (guint label = 0; label < LABELS; label++)
      strength[row] = MAX (strength[row], fabsf (self->rows[row][label]));
  if (self->n_rows > self->options.max_rows)
    {
      sorted = g_memdup2 (strength, self->n_rows * sizeof *sorted);
      qsort (sorted, self->n_rows, sizeof *sorted, compare_descending);
      least = sorted[self->options.max_rows];
    }
  while (places * 0.92 < MIN (self->n_rows, self->options.max_rows))
    places *= 2;
  model->row_mask = places - 1;
  model->row_keys = g_new0 (guint32, places);
  model->rows = g_new0 (gint8, (gsize) places * LABELS);
  model->row_scale = CLIP / 127;
  for (guint row = 0; row < self->n_rows; row++)
    {
      guint32 place;

      if (strength[row] <= least)
        continue;
      place = desk_tag_find_place (model->row_keys, model->row_mask, self->features[row]);
      if (model->row_keys[place] != 0)
        continue;
      model->row_keys[place] = desk_tag_fingerprint (self->features[row]);
      for (guint label = 0; label < LABELS; label++)
        model->rows[(gsize) place * LABELS + label] = CLAMP (roundf (self->rows[row][label] / model->row_scale), -127, 127);
      n++;
    }
  g_printerr ("%u rows kept, the least of %.3f\n", n, least);

  model->vectors_to_hidden = g_memdup2 (values + self->vectors_at, (self->shapes_at - self->vectors_at) * sizeof (float));
  model->shapes_to_hidden = g_memdup2 (values + self->shapes_at, (self->suffixes_at - self->shapes_at) * sizeof (float));
  model->suffixes_to_hidden = g_memdup2 (values + self->suffixes_at, (self->signs_at - self->suffixes_at) * sizeof (float));
  model->signs_to_hidden = g_memdup2 (values + self->signs_at, (self->topic_at - self->signs_at) * sizeof (float));
  model->sentence_to_hidden = g_memdup2 (values + self->topic_at, (self->bias_at - self->topic_at) * sizeof (float));
  model->hidden_bias = g_memdup2 (values + self->bias_at, HIDDEN * sizeof (float));
  model->hidden_to_labels = g_memdup2 (values + self->output_at, HIDDEN * DESK_TAG_ROW * sizeof (float));
  model->hidden_to_upper = g_memdup2 (values + self->upper_at, (self->upper_bias_at - self->upper_at) * sizeof (float));
  model->upper_bias = g_memdup2 (values + self->upper_bias_at, HIDDEN * sizeof (float));
  model->upper_to_labels = g_memdup2 (values + self->upper_output_at, HIDDEN * DESK_TAG_ROW * sizeof (float));
  model->transitions = g_memdup2 (values + self->transitions_at, LABELS * DESK_TAG_ROW * sizeof (float));
  for (guint from = 0; from < LABELS; from++)
    for (guint to = 0; to < LABELS; to++)
      if (!may_follow (from, to))
        model->transitions[from * DESK_TAG_ROW + to] = IMPOSSIBLE;
}

/* Learns from the sentences and stores the weights in the model, whose tables are made. */
void
train_learn (DeskTagModel *model,
             GPtrArray *sentences,
             const TrainOptions *options)
{
  Learner learner = { .model = model, .options = *options, .random = 88172645463325252u + options->seed };
  Learner *self = &learner;
  g_autofree guint *order = NULL;
  float (*potentials)[DESK_TAG_ROW] = g_malloc0_n (LABELS, sizeof *potentials);
  guint n_batches = 0;
  guint n_steps;
  guint step = 0;

  prepare (self, sentences);
  make_weights (self);
  order = g_new (guint, self->n_examples);
  for (guint i = 0; i < self->n_examples; i++)
    order[i] = i;
  n_steps = options->n_epochs * (self->n_examples / BATCH + 1);

  for (guint epoch = 0; epoch < options->n_epochs; epoch++)
    {
      double loss = 0;
      gint64 began = g_get_monotonic_time ();
      guint n_words = 0;

      for (guint i = self->n_examples; i-- > 1;)
        {
          guint other = uniform (self) * (i + 1);
          guint old = order[i];

          order[i] = order[other];
          order[other] = old;
        }
      for (guint at = 0; at < self->n_examples; at += BATCH)
        {
          float *transitions = self->dense.values + self->transitions_at;

          for (guint from = 0; from < LABELS; from++)
            for (guint to = 0; to < LABELS; to++)
              potentials[from][to] = may_follow (from, to) ? expf (transitions[from * DESK_TAG_ROW + to]) : 0;
          memset (self->edge, 0, LABELS * sizeof *self->edge);
          for (guint k = at; k < MIN (at + BATCH, self->n_examples); k++)
            {
              const Example *example = &self->examples[order[k]];
              float topic[DESK_TAG_VECTOR];
              double wanted, all;

              self->step++;
              topic_of (self, example, topic);
              compute (self, example, topic);
              memset (self->belief, 0, example->n_words * sizeof *self->belief);
              wanted = infer (self, example->n_words, example->allowed, 1, (const float (*)[DESK_TAG_ROW]) potentials);
              if (isnan (wanted))
                continue;
              all = infer (self, example->n_words, NULL, -1, (const float (*)[DESK_TAG_ROW]) potentials);
              loss += all - wanted;
              n_words += example->n_words;
              propagate (self, example, topic);
            }
          for (guint from = 0; from < LABELS; from++)
            add_times (self->dense.gradients + self->transitions_at + from * DESK_TAG_ROW, self->edge[from], 1, DESK_TAG_ROW);
          n_batches++;
          step++;
          update (self, step, 1 - 0.9f * step / n_steps);
        }
      if (epoch + AVERAGED >= options->n_epochs)
        remember (self);
      g_printerr ("epoch %u: %.4f a word, %.1f s\n", epoch + 1, loss / n_words, (g_get_monotonic_time () - began) / 1e6);
    }
  take_average (self);
  store (self);
}
