/* Puts quotations of several paragraphs together.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quoted-private.h"

/* So many blocks a quotation goes on that opens once. */
#define MAX_BLOCKS 5

/* Only captions and the like stand between two blocks. */
static gboolean
follows (const DeskProse *prose,
         guint block,
         guint other)
{
  DeskVersion *version = desk_prose_get_version (prose);

  for (guint i = block + 1; i < other; i++)
    switch (desk_version_get_block (version, i)->kind)
      {
      case DESK_BLOCK_KIND_CAPTION:
      case DESK_BLOCK_KIND_CREDIT:
      case DESK_BLOCK_KIND_BYLINE:
      case DESK_BLOCK_KIND_BOILERPLATE:
        break;
      case DESK_BLOCK_KIND_HEADLINE:
      case DESK_BLOCK_KIND_DEK:
      case DESK_BLOCK_KIND_DATELINE:
      case DESK_BLOCK_KIND_PARAGRAPH:
      case DESK_BLOCK_KIND_SUBHEADING:
      case DESK_BLOCK_KIND_LIST_ITEM:
      case DESK_BLOCK_KIND_BLOCKQUOTE:
      case DESK_BLOCK_KIND_PREFORMATTED:
      case DESK_BLOCK_KIND_TABLE_ROW:
      case DESK_BLOCK_KIND_CORRECTION:
        return FALSE;
      }

  return block < other;
}

static gboolean
opens_block (const DeskProse *prose,
             const DeskQuoted *quoted)
{
  return quoted->open == 0 || desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, quoted->open - 1))->block != quoted->block;
}

/* He said: “… and nothing closes it. */
static gboolean
is_introduced (const DeskProse *prose,
               const DeskQuoted *at)
{
  DeskClass classes;

  if (at->open < 2 || opens_block (prose, at) || !desk_prose_is_one_of (prose, at->open - 1, " , : "))
    return FALSE;
  classes = desk_prose_classes (prose, at->open - 2);

  return (classes & DESK_CLASS_CUE) && !(classes & DESK_CLASS_WEAK_CUE);
}

static gboolean
reopens (const DeskProse *prose,
         const DeskQuoted *at,
         const DeskQuoted *next)
{
  return next != NULL && follows (prose, at->block, next->block) && opens_block (prose, next) &&
         desk_prose_character (prose, next->open) == desk_prose_character (prose, at->open);
}

/* The mark some blocks on that closes an open quotation, if nothing is quoted in between. */
static const DeskQuoteCloser *
find_closer (GArray *closers,
             const DeskQuoted *at,
             const DeskQuoted *next)
{
  guint low = 0, high = closers->len;
  const DeskQuoteCloser *closer;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (closers, DeskQuoteCloser, middle).block <= at->block)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == closers->len)
    return NULL;
  closer = &g_array_index (closers, DeskQuoteCloser, low);

  return closer->block - at->block <= MAX_BLOCKS && (next == NULL || next->open > closer->token) ? closer : NULL;
}

/* Adds the blocks of a quotation that opens once and closes some blocks on. */
static void
add_blocks (const DeskProse *prose,
            const DeskQuoted *at,
            const DeskQuoteCloser *closer,
            GArray *settled)
{
  guint sentence = desk_prose_find_sentence (prose, at->end - 1) + 1;

  while (sentence < desk_prose_get_n_sentences (prose))
    {
      const DeskSentence *first = desk_prose_get_sentence (prose, sentence);
      DeskQuoted part = { .block = first->block, .open = first->first, .first = first->first, .continued = TRUE };

      if (first->block > closer->block)
        return;
      for (; sentence < desk_prose_get_n_sentences (prose) && desk_prose_get_sentence (prose, sentence)->block == part.block; sentence++)
        part.end = desk_prose_get_sentence (prose, sentence)->end;
      if (part.block == closer->block)
        {
          part.end = closer->token;
          part.closed = TRUE;
        }
      if (first->story && part.first < part.end)
        g_array_append_val (settled, part);
    }
}

/**
 * desk_settle_quoted:
 * @quoted: (element-type DeskQuoted): what stands in marks, block by block
 * @closers: (element-type DeskQuoteCloser): marks that may close what blocks before have opened
 *
 * An open quotation counts only where the next block of text opens one as well, where a block soon
 * after has a mark that closes it, or right behind words of saying.
 *
 * Returns: (transfer full) (element-type DeskQuoted): what is quoted
 */
GArray *
desk_settle_quoted (const DeskProse *prose,
                    GArray *quoted,
                    GArray *closers)
{
  GArray *settled = g_array_sized_new (FALSE, FALSE, sizeof (DeskQuoted), quoted->len);
  gboolean open = FALSE;

  for (guint i = 0; i < quoted->len; i++)
    {
      DeskQuoted at = g_array_index (quoted, DeskQuoted, i);
      const DeskQuoted *next = i + 1 < quoted->len ? &g_array_index (quoted, DeskQuoted, i + 1) : NULL;
      const DeskQuoteCloser *closer = NULL;

      at.continued = open;
      open = !at.closed && reopens (prose, &at, next);
      if (!at.closed && !open)
        {
          closer = find_closer (closers, &at, next);
          if (closer == NULL && !at.continued && !is_introduced (prose, &at))
            continue;
        }
      g_array_append_val (settled, at);
      if (closer != NULL)
        add_blocks (prose, &at, closer, settled);
    }

  return settled;
}
