/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train-tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "desk-tag-word.h"
#include "desk-tokenizer.h"

#define N_WORDS 114000
#define N_FINE 1024
#define N_COARSE 96
#define WORD_PLACES (1u << 17)
#define MIN_LARGE_CITY 100000
#define ROUNDS 12

/* In the order of the bits. Cities are told apart by size. */
static const char *const classes[] = {
  "given",
  "family",
  "person",
  "country",
  "region",
  "city",
  "demonym",
  "company",
  "institution",
  "work",
  "product",
  "event",
  "title",
  "facility",
};

#define CITY_CLASS 5
#define LARGE_CITY_CLASS 14

G_STATIC_ASSERT (G_N_ELEMENTS (classes) < DESK_N_GAZETTEER_CLASSES);

static guint64 random_state = 88172645463325252u;

static guint
random_below (guint n)
{
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;

  return (random_state >> 20) % n;
}

/* Lloyd's algorithm. @of gets the cluster of each point. */
static void
cluster (const float *points,
         guint n_points,
         guint stride,
         guint n_dimensions,
         guint n_clusters,
         float *centres,
         guint16 *of)
{
  g_autofree guint *counts = g_new (guint, n_clusters);
  g_autofree float *norms = g_new (float, n_clusters);

  for (guint k = 0; k < n_clusters; k++)
    memcpy (centres + (gsize) k * n_dimensions, points + (gsize) random_below (n_points) * stride, n_dimensions * sizeof *centres);
  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint k = 0; k < n_clusters; k++)
        {
          norms[k] = 0;
          for (guint d = 0; d < n_dimensions; d++)
            norms[k] += centres[(gsize) k * n_dimensions + d] * centres[(gsize) k * n_dimensions + d];
        }
      for (guint i = 0; i < n_points; i++)
        {
          const float *point = points + (gsize) i * stride;
          float least = INFINITY;

          for (guint k = 0; k < n_clusters; k++)
            {
              const float *centre = centres + (gsize) k * n_dimensions;
              float product = 0;

              for (guint d = 0; d < n_dimensions; d++)
                product += point[d] * centre[d];
              if (norms[k] - 2 * product < least)
                {
                  least = norms[k] - 2 * product;
                  of[i] = k;
                }
            }
        }
      if (round == ROUNDS - 1)
        break;
      memset (centres, 0, (gsize) n_clusters * n_dimensions * sizeof *centres);
      memset (counts, 0, n_clusters * sizeof *counts);
      for (guint i = 0; i < n_points; i++)
        {
          counts[of[i]]++;
          for (guint d = 0; d < n_dimensions; d++)
            centres[(gsize) of[i] * n_dimensions + d] += points[(gsize) i * stride + d];
        }
      for (guint k = 0; k < n_clusters; k++)
        {
          float *centre = centres + (gsize) k * n_dimensions;

          if (counts[k] == 0)
            memcpy (centre, points + (gsize) random_below (n_points) * stride, n_dimensions * sizeof *centre);
          else
            for (guint d = 0; d < n_dimensions; d++)
              centre[d] /= counts[k];
        }
    }
}

static char *
read_file (const char *folder,
           const char *name,
           gsize *n_bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;

  if (!g_file_get_contents (path, &content, n_bytes, &error))
    g_error ("%s", error->message);

  return content;
}

static void
make_words (DeskTagModel *model,
            const char *folder)
{
  gsize n_bytes;
  g_autofree char *names = read_file (folder, "vectors.words", NULL);
  g_autofree float *vectors = (float *) read_file (folder, "vectors.f32", &n_bytes);
  g_auto (GStrv) words = g_strsplit (names, "\n", -1);
  const guint n = MIN (N_WORDS, MIN (g_strv_length (words), n_bytes / sizeof (float) / DESK_TAG_VECTOR));
  g_autofree float *fine_centres = g_new (float, N_FINE *DESK_TAG_VECTOR);
  g_autofree float *coarse_centres = g_new (float, N_COARSE *DESK_TAG_VECTOR);
  g_autofree float *directions = g_new (float, (gsize) n *DESK_TAG_VECTOR);
  g_autofree guint16 *fine = g_new (guint16, n);
  g_autofree guint16 *codes = g_new (guint16, (gsize) n * DESK_TAG_CODES);
  double square = 0;
  float scale;

  /* Clusters go by direction, which tells of the kind of word; length tells how frequent it is. */
  for (guint i = 0; i < n; i++)
    {
      double length = 0;

      for (guint d = 0; d < DESK_TAG_VECTOR; d++)
        length += vectors[(gsize) i * DESK_TAG_VECTOR + d] * vectors[(gsize) i * DESK_TAG_VECTOR + d];
      square += length;
      for (guint d = 0; d < DESK_TAG_VECTOR; d++)
        directions[(gsize) i * DESK_TAG_VECTOR + d] = vectors[(gsize) i * DESK_TAG_VECTOR + d] / sqrt (MAX (length, 1e-9));
    }
  cluster (directions, n, DESK_TAG_VECTOR, DESK_TAG_VECTOR, N_FINE, fine_centres, fine);
  model->n_clusters = N_FINE;
  model->coarse = g_new0 (guint16, N_FINE);
  cluster (fine_centres, N_FINE, DESK_TAG_VECTOR, DESK_TAG_VECTOR, N_COARSE, coarse_centres, model->coarse);

  /* Numbers of about 0.5, which suits the hidden layer. */
  scale = 0.5 / sqrt (square / n / DESK_TAG_VECTOR);
  for (gsize i = 0; i < (gsize) n * DESK_TAG_VECTOR; i++)
    vectors[i] *= scale;
  model->codebook = g_new0 (float, DESK_TAG_CODES * 256 * DESK_TAG_CODE_LENGTH);
  for (guint c = 0; c < DESK_TAG_CODES; c++)
    cluster (vectors + c * DESK_TAG_CODE_LENGTH, n, DESK_TAG_VECTOR, DESK_TAG_CODE_LENGTH, 256,
             model->codebook + (gsize) c * 256 * DESK_TAG_CODE_LENGTH, codes + (gsize) c * n);

  model->word_mask = WORD_PLACES - 1;
  model->word_keys = g_new0 (guint32, WORD_PLACES);
  model->word_clusters = g_new0 (guint16, WORD_PLACES);
  model->word_codes = g_new0 (guint8, (gsize) WORD_PLACES * DESK_TAG_CODES);
  for (guint i = 0; i < n; i++)
    {
      guint64 hash = desk_tag_hash_lower (words[i], strlen (words[i]));
      guint32 place = desk_tag_find_place (model->word_keys, model->word_mask, hash);

      if (model->word_keys[place] != 0)
        continue;
      model->word_keys[place] = desk_tag_fingerprint (hash);
      model->word_clusters[place] = fine[i];
      for (guint c = 0; c < DESK_TAG_CODES; c++)
        model->word_codes[(gsize) place * DESK_TAG_CODES + c] = codes[(gsize) c * n + i];
    }
}

static void
add_phrase (GHashTable *phrases,
            DeskLexicon *lexicon,
            const char *phrase,
            guint class)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  guint64 hash = 0;

  desk_tokenize (lexicon, phrase, strlen (phrase), 0, 0, tokens);
  if (tokens->len == 0 || tokens->len > 8)
    return;
  for (guint i = 0; i < tokens->len; i++)
    {
      const DeskToken *token = desk_token_at (tokens, i);
      guint bits = i + 1 < tokens->len ? DESK_TAG_PHRASE_PREFIX : 1u << class;
      gpointer old;

      hash = desk_tag_mix (hash, desk_tag_hash_lower (phrase + token->byte, token->n_bytes));
      old = g_hash_table_lookup (phrases, &hash);
      g_hash_table_insert (phrases, g_memdup2 (&hash, sizeof hash), GUINT_TO_POINTER (GPOINTER_TO_UINT (old) | bits));
    }
}

static void
make_phrases (DeskTagModel *model,
              DeskLexicon *lexicon,
              const char *folder)
{
  g_autofree char *lists = g_build_filename (folder, "lists", NULL);
  g_autoptr (GHashTable) phrases = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, bits;
  guint size = 1;

  for (guint class = 0; class < G_N_ELEMENTS (classes); class ++)
    {
      g_autofree char *name = g_strconcat (classes[class], ".txt", NULL);
      g_autofree char *content = read_file (lists, name, NULL);
      g_auto (GStrv) lines = g_strsplit (content, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          char *number = strchr (lines[i], '\t');
          guint of = class;

          if (number != NULL)
            *number++ = '\0';
          if (class == CITY_CLASS && number != NULL && atoi (number) >= MIN_LARGE_CITY)
            of = LARGE_CITY_CLASS;
          if (*lines[i] != '\0')
            add_phrase (phrases, lexicon, lines[i], of);
        }
    }

  while (size * 0.92 < g_hash_table_size (phrases))
    size *= 2;
  g_printerr ("%u phrases and beginnings in %u places\n", g_hash_table_size (phrases), size);
  model->phrase_mask = size - 1;
  model->phrase_keys = g_new0 (guint32, size);
  model->phrase_classes = g_new0 (guint16, size);
  g_hash_table_iter_init (&iter, phrases);
  while (g_hash_table_iter_next (&iter, &key, &bits))
    {
      guint32 place = desk_tag_find_place (model->phrase_keys, model->phrase_mask, *(guint64 *) key);

      model->phrase_keys[place] = desk_tag_fingerprint (*(guint64 *) key);
      model->phrase_classes[place] |= GPOINTER_TO_UINT (bits);
    }
}

/* @folder holds vectors.words, vectors.f32 and lists/. */
DeskTagModel *
train_make_tables (DeskLexicon *lexicon,
                   const char *folder)
{
  DeskTagModel *model = g_new0 (DeskTagModel, 1);

  make_words (model, folder);
  make_phrases (model, lexicon, folder);

  model->row_keys = g_new0 (guint32, 1);
  model->rows = g_new0 (gint8, DESK_N_TAG_LABELS);
  model->row_scale = 1;
  model->transitions = g_new0 (float, DESK_N_TAG_LABELS *DESK_TAG_ROW);
  model->vectors_to_hidden = g_new0 (float, DESK_TAG_WINDOW *DESK_TAG_VECTOR *DESK_TAG_HIDDEN);
  model->shapes_to_hidden = g_new0 (float, DESK_TAG_WINDOW *DESK_TAG_SHAPES *DESK_TAG_HIDDEN);
  model->suffixes_to_hidden = g_new0 (float, DESK_TAG_SUFFIXES *DESK_TAG_HIDDEN);
  model->signs_to_hidden = g_new0 (float, 3 * DESK_TAG_SIGNS * DESK_TAG_HIDDEN);
  model->sentence_to_hidden = g_new0 (float, DESK_TAG_VECTOR *DESK_TAG_HIDDEN);
  model->hidden_bias = g_new0 (float, DESK_TAG_HIDDEN);
  model->hidden_to_labels = g_new0 (float, DESK_TAG_HIDDEN *DESK_TAG_ROW);
  model->hidden_to_upper = g_new0 (float, 3 * DESK_TAG_HIDDEN * DESK_TAG_HIDDEN);
  model->upper_bias = g_new0 (float, DESK_TAG_HIDDEN);
  model->upper_to_labels = g_new0 (float, DESK_TAG_HIDDEN *DESK_TAG_ROW);

  return model;
}
