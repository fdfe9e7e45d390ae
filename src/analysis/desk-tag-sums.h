/* The sums that the tagger spends its time on, eight numbers at once.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-tag-model.h"

G_BEGIN_DECLS

/* One function for old processors and one for new ones, chosen when the program starts. Nothing is added up in another
 * order, so both give the same. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define DESK_TAG_FAST __attribute__ ((target_clones ("avx2", "default")))
#else
#define DESK_TAG_FAST
#endif

typedef float DeskEight __attribute__ ((vector_size (32)));
/* The same where it stands in an array. */
typedef float DeskEightAt __attribute__ ((vector_size (32), aligned (4), may_alias));

#define desk_tag_eight_at(pointer) (*(DeskEightAt *) (pointer))

void desk_tag_add_hidden (float *sum,
                          const float *row);
void desk_tag_add_product (float *sum,
                           const float *matrix,
                           const float *vector,
                           guint n);
void desk_tag_add_labels (float *labels,
                          const float *matrix,
                          const float *layer);
void desk_tag_squash (float *layer);
void desk_tag_prefetch_rows (const DeskTagModel *model,
                             const guint64 *features,
                             guint n);
void desk_tag_add_rows (gint16 *labels,
                        const DeskTagModel *model,
                        const guint64 *features,
                        guint n);

G_END_DECLS
