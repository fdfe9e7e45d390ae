/* Finds the best sequence of labels (Viterbi).
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-tag-model.h"

G_BEGIN_DECLS

typedef struct _DeskTagDecoder DeskTagDecoder;

DeskTagDecoder *desk_tag_decoder_new (const DeskTagModel *model) G_GNUC_WARN_UNUSED_RESULT;
void desk_tag_decoder_free (DeskTagDecoder *self);
void desk_tag_decode (DeskTagDecoder *self,
                      const float (*emissions)[DESK_TAG_ROW],
                      guint n,
                      guint8 *labels,
                      float *margins);

G_END_DECLS
