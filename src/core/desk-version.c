/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-version.h"

#include <string.h>

#include "desk-words-private.h"

struct _DeskVersion
{
  GObject parent_instance;

  DeskText *text;
  GPtrArray *blocks;
  GPtrArray *left_out;
  GPtrArray *images;
  char *hash;
  guint n_words_plus_one; /* 0 until somebody asks; a version may be read by several threads */
};

G_DEFINE_FINAL_TYPE (DeskVersion, desk_version, G_TYPE_OBJECT)

typedef enum
{
  PROP_HASH = 1,
  PROP_N_BLOCKS,
} DeskVersionProps;

static GParamSpec *props[PROP_N_BLOCKS + 1];

static gboolean
spans_fit (DeskBlock *block)
{
  guint last_start = block->start;

  if (block->spans == NULL)
    return TRUE;

  for (guint i = 0; i < block->spans->len; i++)
    {
      DeskSpan *span = g_ptr_array_index (block->spans, i);

      if (span->start >= span->end || span->start < last_start || span->end > block->end)
        return FALSE;
      last_start = span->start;
    }

  return TRUE;
}

/**
 * desk_version_blocks_fit:
 * @text: a canonical text
 * @blocks: (element-type DeskBlock): blocks
 *
 * Checks that blocks belong to a text: they follow each other in order, none is empty, a blank line joins each to the
 * next, they end where the text ends, and spans stay inside their blocks and are sorted by their start. What a store or
 * a file gives must pass this before it is made a version.
 *
 * Returns: %TRUE if they fit
 */
gboolean
desk_version_blocks_fit (DeskText *text,
                         GPtrArray *blocks)
{
  guint next = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (blocks != NULL, FALSE);

  if (blocks->len == 0)
    return desk_text_get_length (text) == 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      DeskBlock *block = g_ptr_array_index (blocks, i);

      if (block->start != next || block->end <= block->start || block->end > desk_text_get_length (text) ||
          !spans_fit (block))
        return FALSE;

      next = block->end;
      if (i + 1 < blocks->len)
        {
          const char *gap = desk_text_get_utf8 (text) + desk_text_get_byte_offset (text, next);

          if (strncmp (gap, "\n\n", 2) != 0)
            return FALSE;
          next += 2;
        }
    }

  return next == desk_text_get_length (text);
}

static void
desk_version_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DeskVersion *self = DESK_VERSION (object);

  switch ((DeskVersionProps) prop_id)
    {
    case PROP_HASH:
      g_value_set_string (value, self->hash);
      break;
    case PROP_N_BLOCKS:
      g_value_set_uint (value, self->blocks->len);
      break;
    }
}

static void
desk_version_finalize (GObject *object)
{
  DeskVersion *self = DESK_VERSION (object);

  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->hash, g_free);

  G_OBJECT_CLASS (desk_version_parent_class)->finalize (object);
}

static void
desk_version_class_init (DeskVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_version_get_property;
  object_class->finalize = desk_version_finalize;

  props[PROP_HASH] =
    g_param_spec_string ("hash", NULL, NULL, NULL,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  props[PROP_N_BLOCKS] =
    g_param_spec_uint ("n-blocks", NULL, NULL, 0, G_MAXUINT, 0,
                       (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_version_init (DeskVersion *self)
{
}

/**
 * desk_version_new:
 * @text: (transfer none): the canonical text
 * @blocks: (transfer none) (element-type DeskBlock): its blocks, which pass desk_version_blocks_fit()
 * @left_out: (transfer none) (nullable) (element-type DeskLeftOut): texts that are kept but are no blocks
 * @images: (transfer none) (nullable) (element-type DeskImage): images
 *
 * Makes a version. It is immutable and any thread may read it; the arrays belong to it from now on and must not be
 * changed. They need a free function for what they hold.
 *
 * Returns: (transfer full): a version
 */
DeskVersion *
desk_version_new (DeskText *text,
                  GPtrArray *blocks,
                  GPtrArray *left_out,
                  GPtrArray *images)
{
  DeskVersion *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (blocks != NULL, NULL);
  g_return_val_if_fail (desk_version_blocks_fit (text, blocks), NULL);

  self = g_object_new (DESK_TYPE_VERSION, NULL);
  self->text = desk_text_ref (text);
  self->blocks = g_ptr_array_ref (blocks);
  self->left_out = left_out != NULL ? g_ptr_array_ref (left_out) : g_ptr_array_new_with_free_func ((GDestroyNotify) desk_left_out_free);
  self->images = images != NULL ? g_ptr_array_ref (images) : g_ptr_array_new_with_free_func ((GDestroyNotify) desk_image_free);
  self->hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                            (const guchar *) desk_text_get_utf8 (text),
                                            desk_text_get_n_bytes (text));

  return self;
}

/**
 * desk_version_get_text:
 * @self: a version
 *
 * Returns: (transfer none): the canonical text
 */
DeskText *
desk_version_get_text (DeskVersion *self)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);

  return self->text;
}

/**
 * desk_version_get_hash:
 * @self: a version
 *
 * Returns: SHA-256 of the UTF-8 of the canonical text, in hexadecimal
 */
const char *
desk_version_get_hash (DeskVersion *self)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);

  return self->hash;
}

/**
 * desk_version_get_n_blocks:
 * @self: a version
 *
 * Returns: the number of blocks
 */
guint
desk_version_get_n_blocks (DeskVersion *self)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), 0);

  return self->blocks->len;
}

/**
 * desk_version_get_block:
 * @self: a version
 * @index: index of a block
 *
 * Returns: (transfer none): the block
 */
DeskBlock *
desk_version_get_block (DeskVersion *self,
                        guint index)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, index);
}

/**
 * desk_version_find_block:
 * @self: a version
 * @code_point: a code point of the canonical text
 *
 * Finds the block that holds a code point. The blank line after a block counts as a part of it; so does all that lies
 * beyond the end of the text, for the last one.
 *
 * Returns: index of the block; 0 too in a version without blocks
 */
guint
desk_version_find_block (DeskVersion *self,
                         guint code_point)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (DESK_IS_VERSION (self), 0);

  if (self->blocks->len == 0)
    return 0;

  high = self->blocks->len - 1;
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;
      DeskBlock *block = g_ptr_array_index (self->blocks, middle);

      if (block->start <= code_point)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

/**
 * desk_version_get_blocks:
 * @self: a version
 *
 * Returns: (transfer none) (element-type DeskBlock): the blocks in order of the text
 */
GPtrArray *
desk_version_get_blocks (DeskVersion *self)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);

  return self->blocks;
}

/**
 * desk_version_get_left_out:
 * @self: a version
 *
 * Returns: (transfer none) (element-type DeskLeftOut): the texts that are kept but are no blocks
 */
GPtrArray *
desk_version_get_left_out (DeskVersion *self)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);

  return self->left_out;
}

/**
 * desk_version_get_images:
 * @self: a version
 *
 * Returns: (transfer none) (element-type DeskImage): the images
 */
GPtrArray *
desk_version_get_images (DeskVersion *self)
{
  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);

  return self->images;
}

/**
 * desk_version_count_words:
 * @self: a version
 *
 * Counts the words of the canonical text. It is done once, on first use.
 *
 * Returns: the number of words
 */
guint
desk_version_count_words (DeskVersion *self)
{
  guint n_words_plus_one;

  g_return_val_if_fail (DESK_IS_VERSION (self), 0);

  n_words_plus_one = g_atomic_int_get (&self->n_words_plus_one);
  if (n_words_plus_one == 0)
    {
      n_words_plus_one = 1 + desk_words_count (desk_text_get_utf8 (self->text), desk_text_get_n_bytes (self->text));
      g_atomic_int_set (&self->n_words_plus_one, n_words_plus_one);
    }

  return n_words_plus_one - 1;
}

/* Which kinds may speak for an article without paragraphs, best first. */
static DeskBlock *
find_lead (DeskVersion *self)
{
  static const DeskBlockKind kinds[] = {
    DESK_BLOCK_KIND_PARAGRAPH,
    DESK_BLOCK_KIND_DEK,
    DESK_BLOCK_KIND_BLOCKQUOTE,
    DESK_BLOCK_KIND_LIST_ITEM,
    DESK_BLOCK_KIND_PREFORMATTED,
    DESK_BLOCK_KIND_TABLE_ROW,
    DESK_BLOCK_KIND_CAPTION,
  };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < self->blocks->len; i++)
      {
        DeskBlock *block = g_ptr_array_index (self->blocks, i);

        if (block->kind == kinds[kind])
          return block;
      }

  return NULL;
}

/**
 * desk_version_dup_lead:
 * @self: a version
 * @max_length: length in code points that the result keeps to, the ellipsis included
 *
 * Gets the beginning of the first paragraph on one line, cut after a word with an ellipsis where it is longer. Where
 * there is no paragraph another block that is neither headline nor byline speaks for the article.
 *
 * Returns: (transfer full): the lead; empty if there is nothing to show
 */
char *
desk_version_dup_lead (DeskVersion *self,
                       guint max_length)
{
  DeskBlock *block;
  g_autofree char *slice = NULL;

  g_return_val_if_fail (DESK_IS_VERSION (self), NULL);

  block = find_lead (self);
  if (block == NULL || max_length == 0)
    return g_strdup ("");

  /* No more is read than can be needed, for a paragraph may be a whole book; white space runs are short. */
  slice = desk_text_dup_slice (self->text, block->start,
                               MIN ((guint64) block->end, (guint64) block->start + 4 * (guint64) max_length + 64));

  return desk_words_dup_shortened (slice, max_length);
}
