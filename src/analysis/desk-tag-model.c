/* The file: a header of counts, then the tables one after the other, little-endian, each at a multiple of 16 bytes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tag-model.h"

#include <string.h>

#define MAGIC "NDTAG\0\0\2"
#define ALIGNMENT 16

typedef struct
{
  char magic[8];
  guint32 n_phrases; /* places of each table, not entries */
  guint32 n_words;
  guint32 n_rows;
  guint32 n_clusters;
  float row_scale;
  guint32 reserved[9];
} Header;

G_STATIC_ASSERT (sizeof (Header) == 64);
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);

typedef struct
{
  gsize offset; /* of the pointer in DeskTagModel */
  gsize n_bytes;
} Table;

#define N_TABLES 20

static void
list_tables (const Header *header,
             Table *tables)
{
  const Table all[N_TABLES] = {
    { G_STRUCT_OFFSET (DeskTagModel, phrase_keys), (gsize) header->n_phrases * 4 },
    { G_STRUCT_OFFSET (DeskTagModel, phrase_classes), (gsize) header->n_phrases * 2 },
    { G_STRUCT_OFFSET (DeskTagModel, word_keys), (gsize) header->n_words * 4 },
    { G_STRUCT_OFFSET (DeskTagModel, word_clusters), (gsize) header->n_words * 2 },
    { G_STRUCT_OFFSET (DeskTagModel, word_codes), (gsize) header->n_words * DESK_TAG_CODES },
    { G_STRUCT_OFFSET (DeskTagModel, codebook), sizeof (float) * DESK_TAG_CODES * 256 * DESK_TAG_CODE_LENGTH },
    { G_STRUCT_OFFSET (DeskTagModel, coarse), (gsize) header->n_clusters * 2 },
    { G_STRUCT_OFFSET (DeskTagModel, row_keys), (gsize) header->n_rows * 4 },
    { G_STRUCT_OFFSET (DeskTagModel, rows), (gsize) header->n_rows * DESK_N_TAG_LABELS },
    { G_STRUCT_OFFSET (DeskTagModel, transitions), sizeof (float) * DESK_N_TAG_LABELS * DESK_TAG_ROW },
    { G_STRUCT_OFFSET (DeskTagModel, vectors_to_hidden), sizeof (float) * DESK_TAG_WINDOW * DESK_TAG_VECTOR * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, shapes_to_hidden), sizeof (float) * DESK_TAG_WINDOW * DESK_TAG_SHAPES * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, suffixes_to_hidden), sizeof (float) * DESK_TAG_SUFFIXES * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, signs_to_hidden), sizeof (float) * 3 * DESK_TAG_SIGNS * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, sentence_to_hidden), sizeof (float) * DESK_TAG_VECTOR * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, hidden_bias), sizeof (float) * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, hidden_to_labels), sizeof (float) * DESK_TAG_HIDDEN * DESK_TAG_ROW },
    { G_STRUCT_OFFSET (DeskTagModel, hidden_to_upper), sizeof (float) * 3 * DESK_TAG_HIDDEN * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, upper_bias), sizeof (float) * DESK_TAG_HIDDEN },
    { G_STRUCT_OFFSET (DeskTagModel, upper_to_labels), sizeof (float) * DESK_TAG_HIDDEN * DESK_TAG_ROW },
  };

  memcpy (tables, all, sizeof all);
}

static gboolean
is_power_of_two (guint32 n)
{
  return n != 0 && (n & (n - 1)) == 0;
}

/**
 * desk_tag_model_new_from_bytes: (skip)
 * @data: (array length=n_bytes): kept, not copied, at a multiple of 16 bytes
 *
 * Returns: (nullable): the model; %NULL when the bytes are none
 */
DeskTagModel *
desk_tag_model_new_from_bytes (const guint8 *data,
                               gsize n_bytes)
{
  g_autoptr (DeskTagModel) self = g_new0 (DeskTagModel, 1);
  const Header *header = (const Header *) data;
  Table tables[N_TABLES];
  gsize at = sizeof *header;

  if (n_bytes < sizeof *header || memcmp (header->magic, MAGIC, sizeof header->magic) != 0 ||
      !is_power_of_two (header->n_phrases) || !is_power_of_two (header->n_words) || !is_power_of_two (header->n_rows))
    return NULL;

  list_tables (header, tables);
  for (guint i = 0; i < N_TABLES; i++)
    {
      if (tables[i].n_bytes > n_bytes || at > n_bytes - tables[i].n_bytes)
        return NULL;
      G_STRUCT_MEMBER (const guint8 *, self, tables[i].offset) = data + at;
      at += (tables[i].n_bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
  self->phrase_mask = header->n_phrases - 1;
  self->word_mask = header->n_words - 1;
  self->row_mask = header->n_rows - 1;
  self->n_clusters = header->n_clusters;
  self->row_scale = header->row_scale;

  return g_steal_pointer (&self);
}

void
desk_tag_model_free (DeskTagModel *self)
{
  g_free (self);
}

/**
 * desk_tag_model_write: (skip)
 *
 * Returns: (transfer full): the bytes of a model, as desk_tag_model_new_from_bytes() reads them
 */
GByteArray *
desk_tag_model_write (const DeskTagModel *self)
{
  GByteArray *bytes = g_byte_array_new ();
  const guint8 padding[ALIGNMENT] = { 0 };
  Header header = { 0 };
  Table tables[N_TABLES];

  memcpy (header.magic, MAGIC, sizeof header.magic);
  header.n_phrases = self->phrase_mask + 1;
  header.n_words = self->word_mask + 1;
  header.n_rows = self->row_mask + 1;
  header.n_clusters = self->n_clusters;
  header.row_scale = self->row_scale;
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);

  list_tables (&header, tables);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_byte_array_append (bytes, G_STRUCT_MEMBER (const guint8 *, self, tables[i].offset), tables[i].n_bytes);
      g_byte_array_append (bytes, padding, -tables[i].n_bytes % ALIGNMENT);
    }

  return bytes;
}
