/* A text as the rules of grammar see it: for each token its parts, its name and its quotation.
 *
 * There is no parser. Which part a word has is asked of lists and endings; what stands beside it
 * decides between several.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-syntax.h"

#include <string.h>

#include "desk-turns.h"

/* The parts of a distinct word, wherever it stands. */
static DeskGrammar
read_word (const DeskProse *prose,
           const DeskWord *word)
{
  DeskLexicon *lexicon = desk_prose_get_lexicon (prose);
  guint node = desk_lexicon_step (lexicon, DESK_LEXICON_ROOT, word->lexicon_word);
  DeskGrammar grammar = node != DESK_LEXICON_NOWHERE ? desk_lexicon_node_grammar (lexicon, node) : 0;
  gsize n = strlen (word->folded);

  if (word->classes & DESK_CLASS_ROLE)
    grammar |= DESK_GRAMMAR_PEOPLE;
  if (grammar != 0 || n < 5)
    return grammar;
  if (g_str_has_suffix (word->folded, "ed") && !g_str_has_suffix (word->folded, "eed"))
    grammar |= DESK_GRAMMAR_PAST | DESK_GRAMMAR_PARTICIPLE;
  else if (g_str_has_suffix (word->folded, "ing"))
    grammar |= DESK_GRAMMAR_ING | DESK_GRAMMAR_NOUN;
  else if (g_str_has_suffix (word->folded, "ly"))
    grammar |= DESK_GRAMMAR_ADVERB;

  return grammar;
}

/**
 * desk_syntax_new:
 * @names: (element-type DeskName): in text order
 *
 * Returns: (transfer full): the parts of all tokens
 */
DeskSyntax *
desk_syntax_new (const DeskProse *prose,
                 GArray *names)
{
  DeskSyntax *self = g_new0 (DeskSyntax, 1);
  guint n_words = desk_prose_get_n_words (prose);
  g_autofree DeskGrammar *of_word = g_new0 (DeskGrammar, n_words + 1);

  self->prose = prose;
  self->names = names;
  self->quoted = desk_find_quoted (prose);
  desk_find_turns (prose, names, self->quoted);
  self->n_tokens = desk_prose_get_n_tokens (prose);
  self->grammar = g_new0 (DeskGrammar, self->n_tokens + 1);
  self->name = g_new (guint, self->n_tokens + 1);
  self->quotation = g_new (guint, self->n_tokens + 1);

  for (guint i = 1; i < n_words; i++)
    of_word[i] = read_word (prose, desk_prose_get_word (prose, i));
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const DeskToken *token = desk_prose_get_token (prose, i);

      self->name[i] = DESK_NO_NAME;
      self->quotation[i] = DESK_NOT_QUOTED;
      if (token->kind == DESK_TOKEN_WORD)
        self->grammar[i] = of_word[token->word];
      else if (token->kind == DESK_TOKEN_NUMBER)
        self->grammar[i] = DESK_GRAMMAR_NUMBER;
    }

  for (guint i = 0; i < names->len; i++)
    for (guint k = desk_syntax_name (self, i)->first; k < desk_syntax_name (self, i)->end; k++)
      {
        self->name[k] = i;
        self->grammar[k] = 0;
      }
  for (guint i = 0; i < self->quoted->len; i++)
    {
      const DeskQuoted *quoted = desk_syntax_quoted (self, i);

      for (guint k = quoted->open; k < quoted->end + (quoted->closed ? 1 : 0); k++)
        self->quotation[k] = i;
    }

  /* A capitalised word inside a sentence is no verb, unless all of them are. */
  for (guint i = 0; i < desk_prose_get_n_sentences (prose); i++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

      if (sentence->title_case)
        continue;
      for (guint k = sentence->first + 1; k < sentence->end; k++)
        if (desk_token_is_capital (desk_prose_get_token (prose, k)) && desk_prose_get_token (prose, k - 1)->kind == DESK_TOKEN_WORD)
          self->grammar[k] &= ~DESK_GRAMMAR_VERB;
    }

  return self;
}

void
desk_syntax_free (DeskSyntax *self)
{
  g_array_unref (self->quoted);
  g_free (self->grammar);
  g_free (self->name);
  g_free (self->quotation);
  g_free (self);
}

/**
 * desk_syntax_is:
 * @token: index of a token; may be past the last one
 *
 * Returns: whether the token can have one of these parts
 */
gboolean
desk_syntax_is (const DeskSyntax *self,
                guint token,
                DeskGrammar grammar)
{
  return token < self->n_tokens && (self->grammar[token] & grammar) != 0;
}

/**
 * desk_syntax_is_finite:
 *
 * Returns: whether the token is most likely the verb of a clause: "is", "went", "rejects"
 */
gboolean
desk_syntax_is_finite (const DeskSyntax *self,
                       guint token)
{
  const DeskGrammar adjective_before = DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE | DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_BE | DESK_GRAMMAR_HAVE;
  DeskGrammar at;

  if (token >= self->n_tokens || self->quotation[token] != DESK_NOT_QUOTED)
    return FALSE;
  at = self->grammar[token];
  /* Chicago-bound */
  if (token > 0 && desk_prose_get_token (self->prose, token)->glued && desk_prose_character (self->prose, token - 1) == '-')
    return FALSE;
  if (at & DESK_GRAMMAR_AUXILIARY)
    return !desk_prose_is_one_of (self->prose, token, " be been being having doing done ") &&
           !(token > 0 && desk_prose_is (self->prose, token - 1, "to"));
  if (!(at & DESK_GRAMMAR_VERB) || token == 0)
    return FALSE;
  if ((at & DESK_GRAMMAR_PAST) && !(at & (DESK_GRAMMAR_PARTICIPLE | DESK_GRAMMAR_BASE)))
    return TRUE;
  /* "the proposed plan", "was told" */
  if (self->grammar[token - 1] & adjective_before)
    return FALSE;
  if (at & DESK_GRAMMAR_PAST)
    return !desk_prose_is (self->prose, token + 1, "by") && !(at & DESK_GRAMMAR_NOUN);
  if (at & DESK_GRAMMAR_THIRD)
    return !(at & DESK_GRAMMAR_NOUN) || self->name[token - 1] != DESK_NO_NAME ||
           (self->grammar[token - 1] & DESK_GRAMMAR_SUBJECT) != 0 ||
           desk_syntax_is (self, token + 1, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE | DESK_GRAMMAR_OBJECT);
  if (at & DESK_GRAMMAR_BASE)
    return (self->grammar[token - 1] & DESK_GRAMMAR_SUBJECT) != 0;

  return FALSE;
}

/**
 * desk_syntax_has_finite:
 *
 * Returns: whether a clause has its verb between two tokens, outside of quotations
 */
gboolean
desk_syntax_has_finite (const DeskSyntax *self,
                        guint first,
                        guint end)
{
  for (guint i = first; i < end; i++)
    if (desk_syntax_is_finite (self, i))
      return TRUE;

  return FALSE;
}

/**
 * desk_syntax_is_noun:
 *
 * Returns: whether the token can be the last word of who or what does something
 */
gboolean
desk_syntax_is_noun (const DeskSyntax *self,
                     guint token)
{
  const DeskGrammar nouns = DESK_GRAMMAR_NOUN | DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY | DESK_GRAMMAR_MEDIUM | DESK_GRAMMAR_TIME;
  const DeskToken *at;

  if (token >= self->n_tokens)
    return FALSE;
  at = desk_prose_get_token (self->prose, token);
  if (self->name[token] != DESK_NO_NAME || (self->grammar[token] & nouns))
    return TRUE;
  if (at->kind == DESK_TOKEN_ADDRESS)
    return TRUE;

  return at->kind == DESK_TOKEN_WORD && self->grammar[token] == 0 && !desk_prose_is (self->prose, token, "'s");
}

/**
 * desk_syntax_is_adverb:
 *
 * Returns: whether the token may stand beside a verb without being its subject or object
 */
gboolean
desk_syntax_is_adverb (const DeskSyntax *self,
                       guint token)
{
  return desk_syntax_is (self, token, DESK_GRAMMAR_ADVERB) && self->quotation[token] == DESK_NOT_QUOTED;
}

/**
 * desk_syntax_is_time:
 *
 * Returns: whether the token is a day, month or stretch of time
 */
gboolean
desk_syntax_is_time (const DeskSyntax *self,
                     guint token)
{
  return token < self->n_tokens &&
         ((self->grammar[token] & DESK_GRAMMAR_TIME) || ((desk_prose_classes (self->prose, token) & DESK_CLASS_CALENDAR) && self->name[token] == DESK_NO_NAME));
}

/**
 * desk_syntax_is_stop:
 *
 * Returns: whether no clause goes on over the token: ";", ":", "…", a dash between spaces
 */
gboolean
desk_syntax_is_stop (const DeskSyntax *self,
                     guint token)
{
  gunichar c = desk_prose_character (self->prose, token);

  if (token >= self->n_tokens || desk_prose_get_token (self->prose, token)->kind != DESK_TOKEN_PUNCTUATION)
    return FALSE;

  return c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026 || c == 0x2022 || desk_syntax_is_dash (self, token);
}

/**
 * desk_syntax_is_dash:
 *
 * Returns: whether the token is a dash between clauses: "—", " – ", " - "
 */
gboolean
desk_syntax_is_dash (const DeskSyntax *self,
                     guint token)
{
  gunichar c = desk_prose_character (self->prose, token);

  if (token >= self->n_tokens || desk_prose_get_token (self->prose, token)->kind != DESK_TOKEN_PUNCTUATION)
    return FALSE;
  if (c == 0x2014)
    return TRUE;
  if (c != 0x2013 && c != '-')
    return FALSE;
  if (desk_prose_get_token (self->prose, token)->n_bytes == 2 && c == '-')
    return TRUE;

  return !desk_prose_get_token (self->prose, token)->glued && !(token + 1 < self->n_tokens && desk_prose_get_token (self->prose, token + 1)->glued);
}

/**
 * desk_syntax_opens_quotation:
 * @token: index of a token; may be past the last one
 *
 * Returns: whether a quotation starts at the token
 */
gboolean
desk_syntax_opens_quotation (const DeskSyntax *self,
                             guint token)
{
  return token < self->n_tokens && self->quotation[token] != DESK_NOT_QUOTED && desk_syntax_quoted (self, self->quotation[token])->open == token;
}
