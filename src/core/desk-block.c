/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-block.h"

/**
 * desk_span_new:
 * @start: first code point
 * @end: code point after the last
 * @kind: a kind
 * @href: (nullable): where a link leads
 *
 * Returns: (transfer full): a span
 */
DeskSpan *
desk_span_new (guint start,
               guint end,
               DeskSpanKind kind,
               const char *href)
{
  DeskSpan *self = g_new0 (DeskSpan, 1);

  self->start = start;
  self->end = end;
  self->kind = kind;
  self->href = g_strdup (href);

  return self;
}

/**
 * desk_span_free:
 * @self: (transfer full): a span
 */
void
desk_span_free (DeskSpan *self)
{
  g_free (self->href);
  g_free (self);
}

/**
 * desk_block_new:
 * @kind: a kind
 * @start: first code point
 * @end: code point after the last
 *
 * Returns: (transfer full): a block without spans
 */
DeskBlock *
desk_block_new (DeskBlockKind kind,
                guint start,
                guint end)
{
  DeskBlock *self = g_new0 (DeskBlock, 1);

  self->kind = kind;
  self->start = start;
  self->end = end;

  return self;
}

/**
 * desk_block_free:
 * @self: (transfer full): a block
 */
void
desk_block_free (DeskBlock *self)
{
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_free (self);
}

/**
 * desk_left_out_new:
 * @text: the text
 * @why: the reason
 * @after: index of the block before it, -1 before the first
 *
 * Returns: (transfer full): a text that is kept but is no block
 */
DeskLeftOut *
desk_left_out_new (const char *text,
                   DeskLeftOutReason why,
                   int after)
{
  DeskLeftOut *self = g_new0 (DeskLeftOut, 1);

  self->text = g_strdup (text);
  self->why = why;
  self->after = after;

  return self;
}

/**
 * desk_left_out_free:
 * @self: (transfer full): a left-out text
 */
void
desk_left_out_free (DeskLeftOut *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * desk_image_new:
 * @src: its address
 * @alt: (nullable): the text that stands for it
 * @credit: (nullable): who made it
 * @caption_block: index of the block with its caption, -1 for none
 *
 * Returns: (transfer full): an image
 */
DeskImage *
desk_image_new (const char *src,
                const char *alt,
                const char *credit,
                int caption_block)
{
  DeskImage *self = g_new0 (DeskImage, 1);

  self->src = g_strdup (src);
  self->alt = g_strdup (alt != NULL ? alt : "");
  self->credit = g_strdup (credit);
  self->caption_block = caption_block;

  return self;
}

/**
 * desk_image_free:
 * @self: (transfer full): an image
 */
void
desk_image_free (DeskImage *self)
{
  g_free (self->src);
  g_free (self->alt);
  g_free (self->credit);
  g_free (self);
}
