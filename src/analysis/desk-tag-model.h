/* The trained model of the tagger: one block of memory, read where it lies.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the tagger tells apart. Finer than the four classes of `newsdesk-cli tag`. */
typedef enum
{
  DESK_TAG_PERSON,
  DESK_TAG_ORGANISATION,
  DESK_TAG_PLACE,
  DESK_TAG_FACILITY,
  DESK_TAG_GROUP,
  DESK_TAG_EVENT,
  DESK_TAG_PRODUCT,
  DESK_TAG_WORK,
} DeskTagType;

#define DESK_N_TAG_TYPES 8

/* Where a token stands in a name of several: first, inside, last, the only one. */
typedef enum
{
  DESK_TAG_BEGIN,
  DESK_TAG_INSIDE,
  DESK_TAG_LAST,
  DESK_TAG_UNIT,
} DeskTagPlace;

#define DESK_TAG_OUTSIDE 0
#define DESK_TAG_LABEL(type, place) (1 + 4 * (guint) (type) + (guint) (place))
#define DESK_TAG_LABEL_TYPE(label) (((label) - 1) / 4)
#define DESK_TAG_LABEL_PLACE(label) (((label) - 1) % 4)
#define DESK_N_TAG_LABELS 33
/* Rows are padded, so that loops over them come out even. */
#define DESK_TAG_ROW 36

/* Lists that a phrase can stand in, as bits. */
#define DESK_N_GAZETTEER_CLASSES 15

#define DESK_TAG_VECTOR 100 /* numbers of a word vector */
#define DESK_TAG_CODES 20   /* bytes that stand for one */
#define DESK_TAG_CODE_LENGTH (DESK_TAG_VECTOR / DESK_TAG_CODES)
#define DESK_TAG_WINDOW 5 /* words that the hidden layer sees */
#define DESK_TAG_HIDDEN 64
#define DESK_TAG_SHAPES 24
#define DESK_TAG_SUFFIXES 2048
/* For each class of the gazetteer where in the phrase a word stands: first, inside, last, alone. */
#define DESK_TAG_SIGNS (DESK_N_GAZETTEER_CLASSES * 4)

/* All tables are open hash tables of a power of two; key 0 is an empty place. */
typedef struct
{
  guint32 *phrase_keys;
  guint16 *phrase_classes; /* bits; DESK_TAG_PHRASE_PREFIX: a longer phrase begins so */
  guint32 phrase_mask;

  guint32 *word_keys;
  guint16 *word_clusters;
  guint8 *word_codes; /* DESK_TAG_CODES of each place */
  guint32 word_mask;

  float *codebook; /* [DESK_TAG_CODES][256][DESK_TAG_CODE_LENGTH] */
  guint16 *coarse; /* the coarser cluster of each fine one */
  guint32 n_clusters;

  guint32 *row_keys;
  gint8 *rows; /* DESK_N_TAG_LABELS of each place */
  guint32 row_mask;
  float row_scale;

  float *transitions;        /* [DESK_N_TAG_LABELS][DESK_TAG_ROW] from, to */
  float *vectors_to_hidden;  /* [DESK_TAG_WINDOW][DESK_TAG_VECTOR][DESK_TAG_HIDDEN] */
  float *shapes_to_hidden;   /* [DESK_TAG_WINDOW][DESK_TAG_SHAPES][DESK_TAG_HIDDEN] */
  float *suffixes_to_hidden; /* [DESK_TAG_SUFFIXES][DESK_TAG_HIDDEN] */
  float *signs_to_hidden;    /* [3][DESK_TAG_SIGNS][DESK_TAG_HIDDEN] of the word before, the word, the next */
  float *sentence_to_hidden; /* [DESK_TAG_VECTOR][DESK_TAG_HIDDEN] */
  float *hidden_bias;        /* [DESK_TAG_HIDDEN] */
  float *hidden_to_labels;   /* [DESK_TAG_HIDDEN][DESK_TAG_ROW] */
  float *hidden_to_upper;    /* [3][DESK_TAG_HIDDEN][DESK_TAG_HIDDEN] of the word before, the word, the next */
  float *upper_bias;         /* [DESK_TAG_HIDDEN] */
  float *upper_to_labels;    /* [DESK_TAG_HIDDEN][DESK_TAG_ROW] */
} DeskTagModel;

#define DESK_TAG_PHRASE_PREFIX (1 << 15)

/* A fingerprint never is 0. */
static inline guint32
desk_tag_fingerprint (guint64 hash)
{
  guint32 key = hash >> 32;

  return key != 0 ? key : 1;
}

static inline guint64
desk_tag_mix (guint64 hash,
              guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash ^ (hash >> 29);
}

/* The place of a key, or of the empty place where it belongs. */
static inline guint32
desk_tag_find_place (const guint32 *keys,
                     guint32 mask,
                     guint64 hash)
{
  const guint32 key = desk_tag_fingerprint (hash);
  guint32 place = (guint32) hash & mask;

  while (keys[place] != 0 && keys[place] != key)
    place = (place + 1) & mask;

  return place;
}

DeskTagModel *desk_tag_model_new_from_bytes (const guint8 *data,
                                             gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void desk_tag_model_free (DeskTagModel *self);
GByteArray *desk_tag_model_write (const DeskTagModel *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTagModel, desk_tag_model_free)

G_END_DECLS
