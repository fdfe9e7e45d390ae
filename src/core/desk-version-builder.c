/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-version-builder.h"

#include <string.h>

#include "desk-text-private.h"

#define GAP "\n\n"
#define GAP_LENGTH 2

struct _DeskVersionBuilder
{
  GObject parent_instance;

  GString *text;
  guint length; /* of the text in code points */
  GPtrArray *blocks;
  GPtrArray *left_out;
  GPtrArray *images;

  DeskBlock *block;  /* the open one */
  gsize block_bytes; /* where its text starts */
  guint text_end;    /* code point after its last character that is not white space */
  gsize text_end_bytes;
};

G_DEFINE_FINAL_TYPE (DeskVersionBuilder, desk_version_builder, G_TYPE_OBJECT)

static void
start_over (DeskVersionBuilder *self)
{
  self->text = g_string_new (NULL);
  self->length = 0;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_block_free);
  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_left_out_free);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_image_free);
}

static void
clear (DeskVersionBuilder *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->block, desk_block_free);
}

static void
desk_version_builder_finalize (GObject *object)
{
  clear (DESK_VERSION_BUILDER (object));

  G_OBJECT_CLASS (desk_version_builder_parent_class)->finalize (object);
}

static void
desk_version_builder_class_init (DeskVersionBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_version_builder_finalize;
}

static void
desk_version_builder_init (DeskVersionBuilder *self)
{
  start_over (self);
}

/**
 * desk_version_builder_new:
 *
 * Returns: (transfer full): an empty builder
 */
DeskVersionBuilder *
desk_version_builder_new (void)
{
  return g_object_new (DESK_TYPE_VERSION_BUILDER, NULL);
}

/**
 * desk_version_builder_begin_block:
 * @self: a builder without an open block
 * @kind: a kind
 *
 * Opens a block.
 */
void
desk_version_builder_begin_block (DeskVersionBuilder *self,
                                  DeskBlockKind kind)
{
  g_return_if_fail (DESK_IS_VERSION_BUILDER (self));
  g_return_if_fail (self->block == NULL);

  if (self->blocks->len > 0)
    {
      g_string_append_len (self->text, GAP, GAP_LENGTH);
      self->length += GAP_LENGTH;
    }

  self->block = desk_block_new (kind, self->length, self->length);
  self->block_bytes = self->text_end_bytes = self->text->len;
  self->text_end = self->length;
}

/* Invisible at the edge of a block: white space, zero width space, word joiner, byte order mark. */
static gboolean
is_trimmed (gunichar ch)
{
  return g_unichar_isspace (ch) || ch == 0x200b || ch == 0x2060 || ch == 0xfeff;
}

static void
append_char (DeskVersionBuilder *self,
             const char *utf8,
             gunichar ch)
{
  gboolean empty = self->text->len == self->block_bytes;

  if (ch == '\r' || ch == '\f' || ch == '\v' || ch == 0x85)
    ch = '\n';

  if (ch == '\n')
    {
      /* A blank line inside would look like the end of the block. */
      if (empty || self->text->str[self->text->len - 1] == '\n')
        return;
      g_string_append_c (self->text, '\n');
      self->length++;
      return;
    }

  if ((ch < 0x20 && ch != '\t') || (ch >= 0x7f && ch < 0xa0))
    return;

  if (is_trimmed (ch))
    {
      if (empty)
        return;
      g_string_append_len (self->text, utf8, g_utf8_skip[(guchar) *utf8]);
      self->length++;
      return;
    }

  g_string_append_len (self->text, utf8, g_utf8_skip[(guchar) *utf8]);
  self->length++;
  self->text_end = self->length;
  self->text_end_bytes = self->text->len;
}

static inline gboolean
is_graphic_ascii (char byte)
{
  return byte > ' ' && byte < 0x7f;
}

/* Most text is words of ASCII letters with single spaces between: those go in one piece. */
static const char *
append_plain (DeskVersionBuilder *self,
              const char *p,
              const char *end)
{
  const char *start = p;
  const char *last;

  if (!is_graphic_ascii (*p))
    return p;

  for (last = p; p < end && (is_graphic_ascii (*p) || *p == ' '); p++)
    if (*p != ' ')
      last = p;

  g_string_append_len (self->text, start, p - start);
  self->text_end = self->length + (last + 1 - start);
  self->text_end_bytes = self->text->len - (p - (last + 1));
  self->length += p - start;

  return p;
}

/**
 * desk_version_builder_append_text:
 * @self: a builder with an open block
 * @utf8: (array length=n_bytes): text
 * @n_bytes: its size; -1 if it ends with a NUL
 *
 * Adds text to the open block. It is stored as it is, but that white space at the start of the block is dropped, so
 * are control characters other than tab and line end, that line ends of all kinds become "\n" and several of them one,
 * and that a byte that is not UTF-8 becomes U+FFFD.
 */
void
desk_version_builder_append_text (DeskVersionBuilder *self,
                                  const char *utf8,
                                  gssize n_bytes)
{
  const char *p = utf8;
  const char *end;

  g_return_if_fail (DESK_IS_VERSION_BUILDER (self));
  g_return_if_fail (self->block != NULL);
  g_return_if_fail (utf8 != NULL || n_bytes == 0);

  end = utf8 + (n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes);

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, end - p, &valid_end);

      while (p < valid_end)
        {
          const char *after = append_plain (self, p, valid_end);

          if (after == p)
            {
              append_char (self, p, g_utf8_get_char (p));
              after = g_utf8_next_char (p);
            }
          p = after;
        }

      if (p < end)
        {
          if (*p != '\0')
            append_char (self, "\357\277\275", 0xfffd);
          p++;
        }
    }
}

/**
 * desk_version_builder_get_offset:
 * @self: a builder
 *
 * Gets the place in the canonical text where the next text will be, for a span that starts or ends here.
 *
 * Returns: a code point
 */
guint
desk_version_builder_get_offset (DeskVersionBuilder *self)
{
  g_return_val_if_fail (DESK_IS_VERSION_BUILDER (self), 0);

  if (self->block == NULL && self->blocks->len > 0)
    return self->length + GAP_LENGTH;

  return self->length;
}

/**
 * desk_version_builder_add_span:
 * @self: a builder with an open block
 * @start: first code point, from desk_version_builder_get_offset()
 * @end: code point after the last
 * @kind: a kind
 * @href: (nullable): where a link leads; only for links
 *
 * Adds a span to the open block. What lies outside the block when it is closed is cut off; an empty span vanishes.
 */
void
desk_version_builder_add_span (DeskVersionBuilder *self,
                               guint start,
                               guint end,
                               DeskSpanKind kind,
                               const char *href)
{
  g_return_if_fail (DESK_IS_VERSION_BUILDER (self));
  g_return_if_fail (self->block != NULL);
  g_return_if_fail (start <= end);

  if (self->block->spans == NULL)
    self->block->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_span_free);

  g_ptr_array_add (self->block->spans, desk_span_new (start, end, kind, kind == DESK_SPAN_KIND_LINK ? href : NULL));
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DeskSpan *first = a;
  const DeskSpan *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;

  return (int) first->kind - (int) second->kind;
}

static void
clip_spans (DeskBlock *block)
{
  guint n_kept = 0;

  for (guint i = 0; i < block->spans->len; i++)
    {
      DeskSpan *span = g_ptr_array_index (block->spans, i);

      span->start = MAX (span->start, block->start);
      span->end = MIN (span->end, block->end);
      if (span->start < span->end)
        {
          block->spans->pdata[i] = block->spans->pdata[n_kept];
          block->spans->pdata[n_kept++] = span;
        }
    }

  g_ptr_array_set_size (block->spans, n_kept);
  if (n_kept == 0)
    g_clear_pointer (&block->spans, g_ptr_array_unref);
  else
    g_ptr_array_sort_values (block->spans, compare_spans);
}

/**
 * desk_version_builder_end_block:
 * @self: a builder with an open block
 *
 * Closes the open block. White space at its end is dropped; a block without text vanishes with its spans.
 *
 * Returns: %TRUE if there is a new block
 */
gboolean
desk_version_builder_end_block (DeskVersionBuilder *self)
{
  g_autoptr (DeskBlock) block = NULL;

  g_return_val_if_fail (DESK_IS_VERSION_BUILDER (self), FALSE);
  g_return_val_if_fail (self->block != NULL, FALSE);

  block = g_steal_pointer (&self->block);

  if (self->text_end == block->start)
    {
      gsize gap = self->blocks->len > 0 ? GAP_LENGTH : 0;

      g_string_truncate (self->text, self->block_bytes - gap);
      self->length = block->start - gap;
      return FALSE;
    }

  g_string_truncate (self->text, self->text_end_bytes);
  self->length = block->end = self->text_end;
  if (block->spans != NULL)
    clip_spans (block);
  g_ptr_array_add (self->blocks, g_steal_pointer (&block));

  return TRUE;
}

/**
 * desk_version_builder_add_block:
 * @self: a builder without an open block
 * @kind: a kind
 * @utf8: its text
 *
 * Adds a block without spans, if it has text.
 */
void
desk_version_builder_add_block (DeskVersionBuilder *self,
                                DeskBlockKind kind,
                                const char *utf8)
{
  g_return_if_fail (DESK_IS_VERSION_BUILDER (self));
  g_return_if_fail (self->block == NULL);
  g_return_if_fail (utf8 != NULL);

  desk_version_builder_begin_block (self, kind);
  desk_version_builder_append_text (self, utf8, -1);
  desk_version_builder_end_block (self);
}

/**
 * desk_version_builder_get_n_blocks:
 * @self: a builder
 *
 * Returns: the number of closed blocks, which is the index of the next one
 */
guint
desk_version_builder_get_n_blocks (DeskVersionBuilder *self)
{
  g_return_val_if_fail (DESK_IS_VERSION_BUILDER (self), 0);

  return self->blocks->len;
}

/**
 * desk_version_builder_add_left_out:
 * @self: a builder
 * @text: a text
 * @why: why it is no block
 *
 * Keeps a text that is no block, after the last closed block. A text of white space is nothing to keep.
 */
void
desk_version_builder_add_left_out (DeskVersionBuilder *self,
                                   const char *text,
                                   DeskLeftOutReason why)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (DESK_IS_VERSION_BUILDER (self));
  g_return_if_fail (text != NULL);

  kept = g_strstrip (g_utf8_make_valid (text, -1));
  if (*kept != '\0')
    g_ptr_array_add (self->left_out, desk_left_out_new (kept, why, (int) self->blocks->len - 1));
}

/**
 * desk_version_builder_add_image:
 * @self: a builder
 * @src: its address
 * @alt: (nullable): the text that stands for it
 * @credit: (nullable): who made it
 * @caption_block: index of the block with its caption, -1 for none; the block may come later
 *
 * Adds an image.
 */
void
desk_version_builder_add_image (DeskVersionBuilder *self,
                                const char *src,
                                const char *alt,
                                const char *credit,
                                int caption_block)
{
  g_return_if_fail (DESK_IS_VERSION_BUILDER (self));
  g_return_if_fail (src != NULL);

  g_ptr_array_add (self->images, desk_image_new (src, alt, credit, caption_block));
}

/**
 * desk_version_builder_end:
 * @self: a builder without an open block
 *
 * Makes a version of all that was collected. The builder is empty afterwards and may be used again.
 *
 * Returns: (transfer full): a version; without blocks if there was no text
 */
DeskVersion *
desk_version_builder_end (DeskVersionBuilder *self)
{
  DeskVersion *version;
  g_autoptr (DeskText) text = NULL;
  gsize n_bytes;

  g_return_val_if_fail (DESK_IS_VERSION_BUILDER (self), NULL);
  g_return_val_if_fail (self->block == NULL, NULL);

  for (guint i = 0; i < self->images->len; i++)
    {
      DeskImage *image = g_ptr_array_index (self->images, i);

      if (image->caption_block < 0 || (guint) image->caption_block >= self->blocks->len)
        image->caption_block = -1;
    }

  n_bytes = self->text->len;
  text = desk_text_new_take (g_string_free_and_steal (g_steal_pointer (&self->text)), n_bytes);
  version = desk_version_new (text, self->blocks, self->left_out, self->images);

  clear (self);
  start_over (self);

  return version;
}
