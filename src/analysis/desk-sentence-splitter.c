/* Finds where sentences end.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-sentence-splitter.h"

#include "desk-tokenizer.h"

/* The part of a block that is looked at. */
typedef struct
{
  const char *utf8;
  const GArray *tokens;
  const DeskClass *classes; /* of each token */
  guint end;
} Block;

typedef enum
{
  END_NONE,
  END_STRONG,       /* ! ? and the stops of scripts without capitals */
  END_STOP,         /* a full stop of its own, or dots */
  END_ABBREVIATION, /* a full stop that belongs to a word */
} End;

static gunichar
character (const Block *block,
           guint i)
{
  return desk_token_get_character (desk_token_at (block->tokens, i), block->utf8);
}

static End
end_at (const Block *block,
        guint i)
{
  const DeskToken *token = desk_token_at (block->tokens, i);

  if (token->kind == DESK_TOKEN_WORD)
    return block->utf8[token->byte + token->n_bytes - 1] == '.' ? END_ABBREVIATION : END_NONE;
  if (token->kind != DESK_TOKEN_PUNCTUATION)
    return END_NONE;

  switch (character (block, i))
    {
    case '.':
    case 0x2026: /* … */
      return END_STOP;
    case '!':
    case '?':
    case 0x203C: /* ‼ */
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x037E: /* Greek question mark */
    case 0x0589: /* Armenian */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Urdu full stop */
    case 0x0964: /* danda */
    case 0x0965:
    case 0x104A: /* Burmese */
    case 0x104B:
    case 0x1362: /* Ethiopic */
    case 0x1367:
    case 0x17D4: /* Khmer */
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return END_STRONG;
    default:
      return END_NONE;
    }
}

/* Quotation marks and brackets that close what was said, and further stops. */
static guint
skip_closing (const Block *block,
              guint i)
{
  while (i < block->end)
    {
      const DeskToken *token = desk_token_at (block->tokens, i);
      gunichar c = character (block, i);

      if (!token->glued)
        break;
      if (token->kind == DESK_TOKEN_QUOTE)
        {
          /* A mark that touches the next word opens, unless the next word is its own clitic. */
          if (c != 0x201D && c != 0x2019 && c != 0x00BB && c != 0x203A && c != 0x300D && c != 0x300F && i + 1 < block->end && desk_token_at (block->tokens, i + 1)->glued && desk_token_at (block->tokens, i + 1)->kind == DESK_TOKEN_WORD)
            break;
        }
      else if (c != ')' && c != ']' && c != '}' && c != 0xFF09 && end_at (block, i) == END_NONE)
        break;
      else if (token->kind == DESK_TOKEN_WORD)
        break;
      i++;
    }

  return i;
}

/* What a new sentence may open with before its first word. */
static guint
skip_opening (const Block *block,
              guint i)
{
  while (i < block->end)
    {
      const DeskToken *token = desk_token_at (block->tokens, i);
      gunichar c = character (block, i);

      if (token->kind != DESK_TOKEN_QUOTE && c != '(' && c != '[' && c != 0x00BF && c != 0x00A1 && c != 0x2022)
        break;
      i++;
    }

  return i;
}

/* "Stop!" the judge said; "Why?" Kim asked: a verb of saying within a few words goes on. */
static gboolean
attribution_follows (const Block *block,
                     guint i)
{
  for (guint n = 0; n < 4 && i < block->end; n++, i++)
    {
      const DeskToken *token = desk_token_at (block->tokens, i);

      if (token->kind != DESK_TOKEN_WORD)
        return FALSE;
      if ((block->classes[i] & DESK_CLASS_CUE) && !(block->classes[i] & DESK_CLASS_WEAK_CUE))
        return TRUE;
      if (n == 0 && (block->classes[i] & DESK_CLASS_STARTER) && !desk_token_equals (token, block->utf8, "he") && !desk_token_equals (token, block->utf8, "she") && !desk_token_equals (token, block->utf8, "they"))
        return FALSE;
    }

  return FALSE;
}

static gboolean
ends_here (const Block *block,
           guint mark,
           guint after)
{
  End kind = end_at (block, mark);
  guint next = skip_opening (block, after);
  const DeskToken *token;
  gboolean quoted = FALSE;

  if (after >= block->end || next >= block->end)
    return TRUE;

  /* Without a space it is a name of the web, a version, a typing slip. */
  if (desk_token_at (block->tokens, after)->glued && kind != END_STRONG)
    return FALSE;
  if (desk_token_at (block->tokens, after)->glued && character (block, mark) < 0x80)
    return FALSE;

  token = desk_token_at (block->tokens, next);
  for (guint i = mark + 1; i < after; i++)
    quoted |= desk_token_at (block->tokens, i)->kind == DESK_TOKEN_QUOTE;

  if (token->shape == DESK_SHAPE_LOWER && next == after)
    return FALSE;
  if (token->kind == DESK_TOKEN_PUNCTUATION && next == after && character (block, next) != '-' && character (block, next) != 0x2013 && character (block, next) != 0x2014)
    return kind == END_STRONG && character (block, mark) >= 0x80;

  switch (kind)
    {
    case END_STRONG:
      return !(quoted && token->shape != DESK_SHAPE_NONE && attribution_follows (block, next));

    case END_STOP:
      /* "We will … The rest" ends, "We … he said" went on above. */
      return token->shape != DESK_SHAPE_LOWER;

    case END_ABBREVIATION:
      if (block->classes[mark] & DESK_CLASS_OPEN)
        return FALSE;
      if (token->kind == DESK_TOKEN_NUMBER)
        return FALSE;
      if (next > after || token->kind == DESK_TOKEN_SYMBOL)
        return TRUE;
      /* After "U.S." or "Inc." a name may go on; a word that begins sentences does not. */
      return (block->classes[next] & DESK_CLASS_STARTER) != 0 || ((block->classes[mark] & DESK_CLASS_ABBREVIATION) == 0 && token->shape == DESK_SHAPE_CAPITAL && (block->classes[next] & DESK_CLASS_COMMON) && desk_token_at (block->tokens, mark)->shape != DESK_SHAPE_CAPITAL && desk_token_at (block->tokens, mark)->shape != DESK_SHAPE_UPPER);

    case END_NONE:
      break;
    }

  return FALSE;
}

/**
 * desk_find_sentence_end:
 * @utf8: the whole text
 * @tokens: (element-type DeskToken): its tokens
 * @classes: what each of these tokens can be
 * @first: the first token of a sentence
 * @end: the end of its block
 * @lines: whether a line break ends a sentence
 *
 * Looks at each token once; the whole of a text takes linear time.
 *
 * Returns: the token after the last one of the sentence
 */
guint
desk_find_sentence_end (const char *utf8,
                        const GArray *tokens,
                        const DeskClass *classes,
                        guint first,
                        guint end,
                        gboolean lines)
{
  Block block = { utf8, tokens, classes, end };

  for (guint i = first; i < end; i++)
    {
      if (lines && i > first && desk_token_at (tokens, i)->newline)
        return i;
      if (end_at (&block, i) != END_NONE)
        {
          guint after = skip_closing (&block, i + 1);

          if (ends_here (&block, i, after))
            return after;
          i = after - 1;
        }
    }

  return end;
}
