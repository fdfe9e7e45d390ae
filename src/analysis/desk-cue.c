/* Words of saying as they stand in a sentence.
 *
 * "claims" is a verb in "she claims that", a noun in "the claims": what stands before decides.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-cue.h"

/* The longest words of saying, in tokens: "take to Twitter to say". */
#define MAX_CUE 6

static gboolean
is_at (const DeskSyntax *syntax,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (syntax->prose, token, words);
}

/* The longest phrase of the list at a token. */
static guint
match_phrase (const DeskSyntax *syntax,
              guint token,
              guint end,
              DeskCue *cue)
{
  DeskLexicon *lexicon = desk_prose_get_lexicon (syntax->prose);
  guint node = DESK_LEXICON_ROOT, n = 0;

  for (guint i = token; i < MIN (end, token + MAX_CUE); i++)
    {
      const DeskWord *word = desk_prose_get_word (syntax->prose, desk_prose_get_token (syntax->prose, i)->word);

      node = desk_lexicon_step (lexicon, node, word->lexicon_word);
      if (node == DESK_LEXICON_NOWHERE)
        break;
      if (desk_lexicon_node_traits (lexicon, node) == 0)
        continue;
      n = i + 1 - token;
      cue->traits = desk_lexicon_node_traits (lexicon, node);
      cue->form = desk_lexicon_node_grammar (lexicon, node) & (DESK_GRAMMAR_VERB | DESK_GRAMMAR_NOUN);
    }

  return n;
}

/* What stands before the words of saying, adverbs left out. */
static guint
find_before (const DeskSyntax *syntax,
             guint token,
             guint first)
{
  guint i = token;

  while (i > first && token - i < 4 && desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_ADVERB) &&
         !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_AUXILIARY))
    i--;

  return i;
}

/* A noun that is nobody's verb: "the claim", "in reports", "his warnings". */
static gboolean
is_noun_here (const DeskSyntax *syntax,
              const DeskCue *cue,
              guint before)
{
  guint next = cue->end;
  gboolean marked = desk_syntax_is (syntax, next, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE | DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_OBJECT | DESK_GRAMMAR_QUESTION | DESK_GRAMMAR_NUMBER) ||
                    is_at (syntax, next, " that ") || (next < syntax->n_tokens && (syntax->quotation[next] != DESK_NOT_QUOTED || syntax->name[next] != DESK_NO_NAME));

  if (!(cue->form & DESK_GRAMMAR_NOUN) || (cue->form & (DESK_GRAMMAR_PAST | DESK_GRAMMAR_ING)))
    return FALSE;
  /* “Open,” orders the dentist. */
  if (before != cue->first && syntax->quotation[before] != DESK_NOT_QUOTED)
    return FALSE;
  /* "Mr Kole claims", "she claims", "who claims" */
  if (syntax->name[before] != DESK_NO_NAME ||
      desk_syntax_is (syntax, before, DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_QUESTION | DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY))
    return is_at (syntax, next, " of ") || desk_syntax_is_finite (syntax, next);
  if (desk_prose_character (syntax->prose, before) == ',' ||
      desk_syntax_is (syntax, before, DESK_GRAMMAR_AND | DESK_GRAMMAR_MODAL) || is_at (syntax, before, " to ' "))
    return FALSE;

  return !marked;
}

/**
 * desk_cue_match:
 * @token: where the words of saying may start
 * @end: the end of the sentence
 * @cue: (out): what they are
 *
 * Returns: whether somebody says something there
 */
gboolean
desk_cue_match (const DeskSyntax *syntax,
                guint token,
                guint end,
                DeskCue *cue)
{
  const DeskToken *at = desk_prose_get_token (syntax->prose, token);
  const DeskSentence *sentence;
  guint n, before;

  *cue = (DeskCue) { .first = token };
  if (at->kind != DESK_TOKEN_WORD || syntax->quotation[token] != DESK_NOT_QUOTED || syntax->name[token] != DESK_NO_NAME)
    return FALSE;
  n = match_phrase (syntax, token, end, cue);
  if (n == 0)
    return FALSE;
  cue->end = token + n;

  sentence = desk_prose_get_sentence (syntax->prose, desk_prose_find_sentence (syntax->prose, token));
  if (desk_token_is_capital (at) && token != sentence->first && !sentence->title_case && at->shape != DESK_SHAPE_UPPER &&
      desk_prose_get_token (syntax->prose, token - 1)->kind == DESK_TOKEN_WORD)
    return FALSE;
  if (cue->traits & DESK_TRAIT_SOURCE)
    return TRUE;
  if (token == sentence->first)
    return (cue->form & (DESK_GRAMMAR_PAST | DESK_GRAMMAR_ING)) || !(cue->form & DESK_GRAMMAR_NOUN);

  before = find_before (syntax, token, sentence->first);
  if (before == sentence->first)
    return !is_noun_here (syntax, cue, token);
  before--;

  if (is_at (syntax, before, " to "))
    {
      guint verb = find_before (syntax, before, sentence->first);

      /* "went on to say", not "has yet to say" */
      cue->infinitive = TRUE;
      cue->form &= DESK_GRAMMAR_BASE;
      return cue->form != 0 && verb > sentence->first &&
             is_at (syntax, verb - 1, " on called calls call writes wrote continues continued keen quick eager anxious careful likes liked rang rings phoned emailed tweeted wanted wants rushed seemed seems appeared appears hastened used ");
    }
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_NOT))
    return FALSE;
  /* What somebody would or may say is not said. */
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_MODAL))
    return FALSE;
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_DO))
    {
      cue->form &= DESK_GRAMMAR_BASE;
      return cue->form != 0 && is_at (syntax, before, " did does ") && desk_prose_character (syntax->prose, end - 1) != '?';
    }
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_BE) && !is_at (syntax, before, " 's "))
    {
      if (cue->form & DESK_GRAMMAR_ING)
        return TRUE;
      cue->passive = TRUE;
      return (cue->form & DESK_GRAMMAR_PARTICIPLE) != 0;
    }
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_HAVE))
    return (cue->form & DESK_GRAMMAR_PARTICIPLE) != 0;
  if (is_at (syntax, before, " 's ") && syntax->name[before] == DESK_NO_NAME)
    return !(cue->form & DESK_GRAMMAR_NOUN) && before > 0 && desk_syntax_is (syntax, before - 1, DESK_GRAMMAR_SUBJECT);
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_POSSESSIVE))
    return FALSE;
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_DETERMINER))
    return !(cue->form & (DESK_GRAMMAR_NOUN | DESK_GRAMMAR_ING)) &&
           is_at (syntax, before, " all both some many few several most each others enough more ");
  if (cue->form == DESK_GRAMMAR_ING || (cue->form & DESK_GRAMMAR_VERB) == DESK_GRAMMAR_ING)
    {
      cue->participle = TRUE;
      return desk_prose_character (syntax->prose, before) == ',' || desk_syntax_is_dash (syntax, before) ||
             desk_syntax_is (syntax, before, DESK_GRAMMAR_AND | DESK_GRAMMAR_TIME) || is_at (syntax, before, " by ") ||
             syntax->name[before] != DESK_NO_NAME || desk_syntax_is_noun (syntax, before);
    }
  if (desk_syntax_is (syntax, before, DESK_GRAMMAR_PREPOSITION) && !desk_syntax_is (syntax, before, DESK_GRAMMAR_SUBORDINATE | DESK_GRAMMAR_ADVERB))
    return FALSE;

  return !is_noun_here (syntax, cue, before);
}
