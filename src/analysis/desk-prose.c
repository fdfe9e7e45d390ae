/* A version as the analysis reads it: blocks cut into sentences and tokens, each word looked up.
 *
 *   blocks ─ tokenize ─► tokens ─ fold, look up ─► words ─ split ─► sentences ─ count ─► evidence
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-prose.h"

#include <string.h>

#include "desk-fold.h"
#include "desk-sentence-splitter.h"
#include "desk-tokenizer.h"
#include "desk-word-table.h"

struct _DeskProse
{
  DeskLexicon *lexicon;
  DeskVersion *version;
  const char *utf8;
  DeskWordTable *table;
  GArray *words;     /* of DeskWord, by their number in the table */
  GArray *tokens;    /* of DeskToken */
  GArray *sentences; /* of DeskSentence */
};

static void
look_up_words (DeskProse *self,
               guint first)
{
  g_autoptr (GString) folded = g_string_sized_new (64);

  for (guint i = first; i < self->tokens->len; i++)
    {
      DeskToken *token = desk_token_at (self->tokens, i);

      desk_fold_word (self->utf8 + token->byte, token->n_bytes, folded);
      token->word = desk_word_table_add (self->table, folded->str, folded->len);
      if (token->word >= self->words->len)
        {
          DeskWord word = { 0 };

          word.folded = desk_word_table_get_word (self->table, token->word);
          word.lexicon_word = desk_lexicon_find_word (self->lexicon, folded->str, folded->len);
          word.classes = desk_lexicon_get_classes (self->lexicon, word.lexicon_word);
          g_array_append_val (self->words, word);
        }
    }
}

static gboolean
is_story (DeskBlockKind kind)
{
  switch (kind)
    {
    case DESK_BLOCK_KIND_HEADLINE:
    case DESK_BLOCK_KIND_DEK:
    case DESK_BLOCK_KIND_DATELINE:
    case DESK_BLOCK_KIND_PARAGRAPH:
    case DESK_BLOCK_KIND_SUBHEADING:
    case DESK_BLOCK_KIND_LIST_ITEM:
    case DESK_BLOCK_KIND_BLOCKQUOTE:
    case DESK_BLOCK_KIND_PREFORMATTED:
    case DESK_BLOCK_KIND_TABLE_ROW:
    case DESK_BLOCK_KIND_CAPTION:
    case DESK_BLOCK_KIND_CORRECTION:
      return TRUE;
    case DESK_BLOCK_KIND_BYLINE:
    case DESK_BLOCK_KIND_CREDIT:
    case DESK_BLOCK_KIND_BOILERPLATE:
      return FALSE;
    }

  return FALSE;
}

/* Whether capitals tell nothing in a sentence: nearly every word of weight has one. A short name
 * alone, or a name before a colon, is no such sentence. */
static gboolean
is_title_case (DeskProse *self,
               const DeskSentence *sentence)
{
  guint n_capital = 0, n_lower = 0, n_upper = 0, n_plain = 0;
  gboolean small = FALSE;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const DeskToken *token = desk_token_at (self->tokens, i);
      DeskClass classes = desk_prose_classes (self, i);

      if (token->kind != DESK_TOKEN_WORD || token->shape == DESK_SHAPE_NONE || token->end - token->start < 3)
        continue;
      small |= token->shape == DESK_SHAPE_LOWER;
      if (classes & (DESK_CLASS_STARTER | DESK_CLASS_PARTICLE))
        continue;
      if (token->shape == DESK_SHAPE_LOWER)
        n_lower++;
      else
        {
          n_capital++;
          n_upper += token->shape == DESK_SHAPE_UPPER;
          n_plain += (classes & (DESK_CLASS_COMMON | DESK_CLASS_CUE | DESK_CLASS_ACT)) != 0 || g_array_index (self->words, DeskWord, token->word).n_lower > 0;
        }
    }

  if (n_lower == 0 && n_upper == n_capital && n_capital >= 3)
    return TRUE;
  /* A sentence with its full stop may well have more names than other words. */
  if (small && desk_prose_character (self, sentence->end - 1) == '.')
    return FALSE;

  return n_capital >= 3 && n_lower * 5 <= n_capital && (n_plain > 0 || n_capital >= 5);
}

/* In captions the credit stands after the last sentence: NAME/AGENCY, "AP Photo", "via Getty Images". */
static gboolean
is_credit (DeskProse *self,
           const DeskSentence *sentence)
{
  guint last = sentence->end - 1;
  gboolean marked = FALSE;

  if (sentence->end - sentence->first > 16)
    return FALSE;
  if (desk_prose_is_one_of (self, sentence->first, " photo photograph photos picture image credit courtesy handout pool via source ") && sentence->end - sentence->first <= 12)
    return TRUE;
  if (desk_prose_character (self, last) == '.' && desk_token_at (self->tokens, last)->kind == DESK_TOKEN_PUNCTUATION)
    return FALSE;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const DeskToken *token = desk_token_at (self->tokens, i);

      marked |= desk_prose_character (self, i) == '/' || desk_prose_character (self, i) == 0x00A9;
      marked |= desk_prose_is_one_of (self, i, " via photo getty reuters afp shutterstock ");
      if (token->shape == DESK_SHAPE_LOWER && !desk_prose_is_one_of (self, i, " via for the of by and photo file pool handout courtesy image images de von van "))
        return FALSE;
    }

  return marked;
}

static void
split_block (DeskProse *self,
             DeskBlock *block,
             guint index,
             guint first,
             GArray *classes)
{
  gboolean lines = block->kind != DESK_BLOCK_KIND_PARAGRAPH && block->kind != DESK_BLOCK_KIND_BLOCKQUOTE;
  guint n = self->sentences->len;

  for (guint i = first; i < self->tokens->len; i++)
    {
      DeskClass of_token = desk_prose_classes (self, i);

      g_array_append_val (classes, of_token);
    }

  for (guint at = first; at < self->tokens->len;)
    {
      DeskSentence sentence = { .first = at, .block = index, .story = is_story (block->kind) };

      sentence.end = desk_find_sentence_end (self->utf8, self->tokens, (const DeskClass *) classes->data, at, self->tokens->len, lines);
      g_array_append_val (self->sentences, sentence);
      at = sentence.end;
    }

  if (block->kind == DESK_BLOCK_KIND_CAPTION && self->sentences->len - n > 1)
    {
      DeskSentence *last = &g_array_index (self->sentences, DeskSentence, self->sentences->len - 1);

      if (is_credit (self, last))
        last->story = FALSE;
    }
}

/* Capitals count where a name alone would have one: inside sentences, not after a quotation mark. */
static void
count_capitals (DeskProse *self)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const DeskSentence *sentence = &g_array_index (self->sentences, DeskSentence, i);
      gboolean opening = TRUE;

      if (sentence->title_case || !sentence->story)
        continue;
      for (guint t = sentence->first; t < sentence->end; t++)
        {
          const DeskToken *token = desk_token_at (self->tokens, t);

          if (token->kind == DESK_TOKEN_QUOTE || desk_prose_character (self, t) == ':')
            opening = TRUE;
          else if (token->kind == DESK_TOKEN_WORD)
            {
              if (!opening && desk_token_is_capital (token))
                g_array_index (self->words, DeskWord, token->word).n_capital++;
              opening = FALSE;
            }
        }
    }
}

/**
 * desk_prose_new:
 * @lexicon: looks the words up
 * @version: what is to be read
 *
 * Returns: (transfer full): the version cut up; immutable
 */
DeskProse *
desk_prose_new (DeskLexicon *lexicon,
                DeskVersion *version)
{
  DeskProse *self = g_new0 (DeskProse, 1);
  DeskText *text = desk_version_get_text (version);
  guint n_blocks = desk_version_get_n_blocks (version);
  DeskWord none = { .folded = "" };
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (DeskClass));

  self->lexicon = g_object_ref (lexicon);
  self->version = g_object_ref (version);
  self->utf8 = desk_text_get_utf8 (text);
  self->table = desk_word_table_new (1024);
  self->words = g_array_new (FALSE, FALSE, sizeof (DeskWord));
  g_array_append_val (self->words, none);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (DeskSentence));

  for (guint i = 0; i < n_blocks; i++)
    {
      DeskBlock *block = desk_version_get_block (version, i);
      gsize start = desk_text_get_byte_offset (text, block->start);
      gsize end = desk_text_get_byte_offset (text, block->end);
      guint first = self->tokens->len;

      desk_tokenize (lexicon, self->utf8 + start, end - start, block->start, start, self->tokens);
      look_up_words (self, first);
      split_block (self, block, i, first, classes);
    }

  for (guint i = 0; i < self->tokens->len; i++)
    if (desk_token_at (self->tokens, i)->shape == DESK_SHAPE_LOWER)
      g_array_index (self->words, DeskWord, desk_token_at (self->tokens, i)->word).n_lower++;
  for (guint i = 0; i < self->sentences->len; i++)
    {
      DeskSentence *sentence = &g_array_index (self->sentences, DeskSentence, i);

      sentence->title_case = is_title_case (self, sentence);
    }
  count_capitals (self);

  return self;
}

void
desk_prose_free (DeskProse *self)
{
  g_array_unref (self->sentences);
  g_array_unref (self->tokens);
  g_array_unref (self->words);
  desk_word_table_free (self->table);
  g_object_unref (self->version);
  g_object_unref (self->lexicon);
  g_free (self);
}

DeskLexicon *
desk_prose_get_lexicon (const DeskProse *self)
{
  return self->lexicon;
}

DeskVersion *
desk_prose_get_version (const DeskProse *self)
{
  return self->version;
}

const char *
desk_prose_get_utf8 (const DeskProse *self)
{
  return self->utf8;
}

guint
desk_prose_get_n_tokens (const DeskProse *self)
{
  return self->tokens->len;
}

const DeskToken *
desk_prose_get_token (const DeskProse *self,
                      guint index)
{
  return desk_token_at (self->tokens, index);
}

const DeskWord *
desk_prose_get_word (const DeskProse *self,
                     guint index)
{
  return &g_array_index (self->words, DeskWord, index);
}

guint
desk_prose_get_n_words (const DeskProse *self)
{
  return self->words->len;
}

guint
desk_prose_get_n_sentences (const DeskProse *self)
{
  return self->sentences->len;
}

const DeskSentence *
desk_prose_get_sentence (const DeskProse *self,
                         guint index)
{
  return &g_array_index (self->sentences, DeskSentence, index);
}

/**
 * desk_prose_find_token:
 * @code_point: a place in the text
 *
 * Returns: the first token that ends after the place
 */
guint
desk_prose_find_token (const DeskProse *self,
                       guint code_point)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (desk_token_at (self->tokens, middle)->end <= code_point)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * desk_prose_find_sentence:
 * @token: index of a token
 *
 * Returns: the sentence that holds the token
 */
guint
desk_prose_find_sentence (const DeskProse *self,
                          guint token)
{
  guint low = 0, high = self->sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sentences, DeskSentence, middle).end <= token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * desk_prose_classes:
 * @token: index of a token
 *
 * Returns: what the single word can be
 */
DeskClass
desk_prose_classes (const DeskProse *self,
                    guint token)
{
  return g_array_index (self->words, DeskWord, desk_token_at (self->tokens, token)->word).classes;
}

/**
 * desk_prose_is:
 * @token: index of a token; may be past the last one
 * @folded: a word as desk_fold_word() writes it
 *
 * Returns: whether the token is this word
 */
gboolean
desk_prose_is (const DeskProse *self,
               guint token,
               const char *folded)
{
  return token < self->tokens->len && strcmp (g_array_index (self->words, DeskWord, desk_token_at (self->tokens, token)->word).folded, folded) == 0;
}

/**
 * desk_prose_is_one_of:
 * @token: index of a token; may be past the last one
 * @words: words with a space before and after each
 *
 * Returns: whether the token is one of these words
 */
gboolean
desk_prose_is_one_of (const DeskProse *self,
                      guint token,
                      const char *words)
{
  const char *folded, *found;
  gsize length;

  if (token >= self->tokens->len)
    return FALSE;

  folded = g_array_index (self->words, DeskWord, desk_token_at (self->tokens, token)->word).folded;
  length = strlen (folded);
  if (length == 0)
    return FALSE;
  for (found = strstr (words, folded); found != NULL; found = strstr (found + 1, folded))
    if (found > words && found[-1] == ' ' && found[length] == ' ')
      return TRUE;

  return FALSE;
}

/**
 * desk_prose_character:
 * @token: index of a token; may be past the last one
 *
 * Returns: the token's first character, 0 past the end
 */
gunichar
desk_prose_character (const DeskProse *self,
                      guint token)
{
  return token < self->tokens->len ? desk_token_get_character (desk_token_at (self->tokens, token), self->utf8) : 0;
}

/**
 * desk_prose_dup_text:
 * @first: a token
 * @end: the token after the last one; above @first
 *
 * Returns: (transfer full): the text from the one to the other
 */
char *
desk_prose_dup_text (const DeskProse *self,
                     guint first,
                     guint end)
{
  const DeskToken *from = desk_token_at (self->tokens, first);
  const DeskToken *to = desk_token_at (self->tokens, end - 1);

  return g_strndup (self->utf8 + from->byte, to->byte + to->n_bytes - from->byte);
}

/**
 * desk_prose_match:
 * @first: where the phrase starts
 * @end: where it must have ended
 * @classes: at least one of these it must be
 * @node: (out) (optional): its node in the lexicon
 *
 * Returns: how many tokens the longest phrase of the lexicon takes, 0 for none
 */
guint
desk_prose_match (const DeskProse *self,
                  guint first,
                  guint end,
                  DeskClass classes,
                  guint *node)
{
  guint at = DESK_LEXICON_ROOT, best = 0;

  for (guint i = first; i < end; i++)
    {
      at = desk_lexicon_step (self->lexicon, at, g_array_index (self->words, DeskWord, desk_token_at (self->tokens, i)->word).lexicon_word);
      if (at == DESK_LEXICON_NOWHERE)
        break;
      if (desk_lexicon_node_classes (self->lexicon, at) & classes)
        {
          best = i + 1 - first;
          if (node != NULL)
            *node = at;
        }
    }

  return best;
}
