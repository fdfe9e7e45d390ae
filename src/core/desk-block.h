/* One block of an article: a kind, a range of the canonical text and inline spans.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-enums.h"

G_BEGIN_DECLS

/* Offsets are code points of the canonical text, end exclusive. */
typedef struct
{
  guint start;
  guint end;
  DeskSpanKind kind;
  char *href; /* of links only */
} DeskSpan;

DeskSpan *desk_span_new  (guint         start,
                          guint         end,
                          DeskSpanKind  kind,
                          const char   *href) G_GNUC_WARN_UNUSED_RESULT;
void      desk_span_free (DeskSpan     *self);

/* Immutable once it belongs to a version. */
typedef struct
{
  DeskBlockKind kind;
  guint start;
  guint end;
  GPtrArray *spans; /* of DeskSpan, in text order; nullable */
} DeskBlock;

DeskBlock *desk_block_new  (DeskBlockKind  kind,
                            guint          start,
                            guint          end) G_GNUC_WARN_UNUSED_RESULT;
void       desk_block_free (DeskBlock     *self);

/* A text of the source that is kept but is no block. */
typedef struct
{
  char *text;
  DeskLeftOutReason why;
  int after; /* index of the block before it, -1 before the first */
} DeskLeftOut;

DeskLeftOut *desk_left_out_new  (const char        *text,
                                 DeskLeftOutReason  why,
                                 int                after) G_GNUC_WARN_UNUSED_RESULT;
void         desk_left_out_free (DeskLeftOut       *self);

typedef struct
{
  char *src;
  char *alt;
  char *credit;      /* nullable */
  int caption_block; /* index, -1 for none */
} DeskImage;

DeskImage *desk_image_new  (const char *src,
                            const char *alt,
                            const char *credit,
                            int         caption_block) G_GNUC_WARN_UNUSED_RESULT;
void       desk_image_free (DeskImage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSpan, desk_span_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBlock, desk_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLeftOut, desk_left_out_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImage, desk_image_free)

G_END_DECLS
