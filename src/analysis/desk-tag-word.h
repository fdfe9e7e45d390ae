/* One distinct word as the tagger sees it: its shape, its parts, its vector.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-tag-model.h"

G_BEGIN_DECLS

#define DESK_TAG_NO_CLUSTER G_MAXUINT16
#define DESK_TAG_MAX_AFFIX 5

typedef struct
{
  guint64 exact; /* hashes */
  guint64 lower;
  guint64 shape;       /* Xxxx.9 */
  guint64 short_shape; /* the same with repeats left out */
  guint64 prefixes[DESK_TAG_MAX_AFFIX];
  guint64 suffixes[DESK_TAG_MAX_AFFIX];
  guint32 place; /* of its vector; G_MAXUINT32 where it has none */
  guint16 cluster;
  guint16 coarse;
  guint8 n_characters; /* at most 255 */
  guint8 shape_class;  /* below DESK_TAG_SHAPES */
  guint8 capital : 1;
  guint8 upper : 1;
  guint8 alphabetic : 1;
} DeskTagWord;

void desk_tag_word_init (DeskTagWord *self,
                         const DeskTagModel *model,
                         const char *utf8,
                         gsize n_bytes);
void desk_tag_word_get_vector (const DeskTagWord *self,
                               const DeskTagModel *model,
                               float *vector);
guint64 desk_tag_hash_lower (const char *utf8,
                             gsize n_bytes);

G_END_DECLS
