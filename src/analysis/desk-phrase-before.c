/* The words before a verb that say who does it: "the mayor of Oban said".
 *
 * They are read from the verb to the left, as long as they can belong to one phrase.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-phrase-private.h"

static gboolean
is_at (const DeskSyntax *syntax,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (syntax->prose, token, words);
}

static gunichar
character (const DeskSyntax *syntax,
           guint token)
{
  return desk_prose_character (syntax->prose, token);
}

/* "officials in Kyiv", "a spokesman for the company": the preposition ties two nouns. */
static gboolean
ties (const DeskSyntax *syntax,
      guint lower,
      guint token)
{
  /* "a review seen by the Post" */
  if (token > lower + 1 && is_at (syntax, token, " by ") && desk_syntax_is (syntax, token - 1, DESK_GRAMMAR_PARTICIPLE) &&
      desk_syntax_is_noun (syntax, token - 2))
    return TRUE;
  if (token <= lower || !desk_syntax_is_noun (syntax, token - 1) || desk_syntax_is_time (syntax, token - 1))
    return token > lower &&
           (is_at (syntax, token, " of ") || is_at (syntax, token - 1, " somebody someone those others everybody everyone anybody anyone nobody ")) &&
           desk_syntax_is (syntax, token - 1, DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_SUBJECT);
  if (is_at (syntax, token, " of "))
    return TRUE;

  return is_at (syntax, token, " for at from in with on to between against near by over about behind across within under outside representing ") &&
         !desk_syntax_is_finite (syntax, token - 1);
}

/* Whether the clause before a conjunction has its verb already: "X left and officials said". */
static gboolean
has_verb_before (const DeskSyntax *syntax,
                 guint lower,
                 guint token)
{
  guint from = MAX (lower, token > 20 ? token - 20 : 0);

  for (guint i = token; i > from; i--)
    {
      if (character (syntax, i - 1) == ',')
        break;
      if (desk_syntax_is_finite (syntax, i - 1))
        return TRUE;
    }

  return FALSE;
}

/* Where the phrase starts that ends before @end. */
static guint
extend_left (const DeskSyntax *syntax,
             guint lower,
             guint end)
{
  guint i = end;

  while (i > lower && end - i < DESK_MAX_PHRASE)
    {
      guint p = i - 1;
      guint bracket = desk_phrase_skip_bracket (syntax, lower, i);

      if (bracket < i)
        {
          i = bracket;
          continue;
        }
      if (syntax->quotation[p] != DESK_NOT_QUOTED)
        {
          const DeskQuoted *quoted = desk_syntax_quoted (syntax, syntax->quotation[p]);

          /* the “quiet room” committee */
          if (quoted->open <= lower || !quoted->closed || quoted->end - quoted->first > 4 || i == end)
            break;
          i = quoted->open;
          continue;
        }
      if (syntax->name[p] != DESK_NO_NAME)
        {
          const DeskName *name = desk_syntax_name (syntax, syntax->name[p]);

          i = MAX (lower, MIN (name->first, name->title));
          continue;
        }
      if (desk_prose_is (syntax->prose, p, "'s") || desk_prose_is (syntax->prose, p, "'"))
        {
          if (p == lower || i == end)
            break;
          i = p;
          continue;
        }
      if (i < end && desk_syntax_is_time (syntax, p) && !desk_prose_is (syntax->prose, i, "'s") && character (syntax, i) != '-')
        break;
      if (desk_syntax_is (syntax, p, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE))
        {
          i = p;
          if (p > lower && desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_DETERMINER) && !desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_SUBORDINATE))
            continue;
          if (p > lower && ties (syntax, lower, p - 1))
            {
              i = p - 1;
              continue;
            }
          if (!(p > lower + 1 && is_at (syntax, p - 1, " and or ") && desk_syntax_is_noun (syntax, p - 2) && !has_verb_before (syntax, lower, p - 1)))
            break;
          i = p - 1;
          continue;
        }
      if (desk_syntax_is (syntax, p, DESK_GRAMMAR_PREPOSITION) && !desk_syntax_is_noun (syntax, p))
        {
          /* more than 40 states */
          if (p > lower && is_at (syntax, p, " than ") && is_at (syntax, p - 1, " more less fewer other "))
            {
              i = p - 1;
              continue;
            }
          if (!ties (syntax, lower, p))
            break;
          i = p;
          continue;
        }
      if (is_at (syntax, p, " and or & "))
        {
          if (p == lower || i == end ||
              !(desk_syntax_is_noun (syntax, p - 1) || desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_PARTICIPLE)) || has_verb_before (syntax, lower, p))
            break;
          i = p;
          continue;
        }
      if (!desk_phrase_may_hold (syntax, p))
        break;
      if (desk_syntax_is (syntax, p, DESK_GRAMMAR_VERB))
        {
          if (p == lower && desk_syntax_is (syntax, p, DESK_GRAMMAR_PAST) && !desk_syntax_is (syntax, p, DESK_GRAMMAR_NOUN) &&
              desk_prose_get_token (syntax->prose, p)->shape == DESK_SHAPE_LOWER)
            break;
          if (desk_syntax_is_finite (syntax, p) && p > lower &&
              (desk_syntax_is_noun (syntax, p - 1) || desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_SUBJECT)))
            break;
          if (i == end && !desk_syntax_is (syntax, p, DESK_GRAMMAR_NOUN | DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY))
            break;
        }
      if (desk_syntax_is_adverb (syntax, p) && !(p > lower && i < end && desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_DETERMINER)))
        break;
      i = p;
    }

  return i;
}

/* "a clerk, a farmer and his aunt": what stands before the comma is said of as well. */
static guint
extend_list (const DeskSyntax *syntax,
             guint lower,
             guint first,
             guint end)
{
  gboolean list = FALSE;

  for (guint i = first; i < end && !list; i++)
    list = is_at (syntax, i, " and or ") && syntax->name[i] == DESK_NO_NAME;
  for (guint n = 0; list && n < 6 && first > lower + 1; n++)
    {
      guint start;

      if (character (syntax, first - 1) != ',' || !desk_syntax_is_noun (syntax, first - 2) || desk_syntax_is_time (syntax, first - 2))
        break;
      start = extend_left (syntax, lower, first - 1);
      if (start >= first - 1 || (start > 0 && desk_syntax_is (syntax, start - 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_VERB)) ||
          desk_syntax_is (syntax, start, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_SUBORDINATE | DESK_GRAMMAR_ADVERB))
        break;
      first = start;
    }

  return first;
}

/* "In London officials said": what the sentence begins with belongs to the preposition. */
static guint
skip_leading (const DeskSyntax *syntax,
              guint lower,
              guint first,
              guint end)
{
  guint i = first;

  if (first == lower || first == 0 || !desk_syntax_is (syntax, first - 1, DESK_GRAMMAR_PREPOSITION) ||
      desk_syntax_is (syntax, first - 1, DESK_GRAMMAR_SUBORDINATE))
    return first;
  /* "with officials saying": behind "with" a participle has somebody of its own. */
  if (is_at (syntax, first - 1, " with ") && desk_syntax_is (syntax, end, DESK_GRAMMAR_ING))
    return first;
  /* A person with what stands before him: roles in lower case. */
  for (guint k = first; k < end; k++)
    if (syntax->name[k] != DESK_NO_NAME && desk_phrase_is_person (syntax, syntax->name[k]))
      {
        const DeskName *name = desk_syntax_name (syntax, syntax->name[k]);

        i = MAX (first, MIN (name->first, name->title));
        while (i > first && syntax->name[i - 1] == DESK_NO_NAME && !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_DETERMINER) &&
               desk_phrase_may_hold (syntax, i - 1) && desk_prose_get_token (syntax->prose, i - 1)->shape == DESK_SHAPE_LOWER)
          i--;
        return i;
      }
  /* "In its papers Tarn Foods said" */
  if (syntax->name[end - 1] != DESK_NO_NAME && desk_syntax_name (syntax, syntax->name[end - 1])->first > first + 1 &&
      !desk_syntax_is (syntax, desk_syntax_name (syntax, syntax->name[end - 1])->first - 1, DESK_GRAMMAR_PREPOSITION))
    {
      i = desk_syntax_name (syntax, syntax->name[end - 1])->first;
      return desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_DETERMINER) ? i - 1 : i;
    }
  if (desk_syntax_is (syntax, i, DESK_GRAMMAR_DETERMINER))
    i++;
  if (i < end && syntax->name[i] != DESK_NO_NAME)
    return MIN (end, desk_syntax_name (syntax, syntax->name[i])->end);
  if (desk_syntax_is (syntax, end - 1, DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY))
    return end - 1;

  return first;
}

/**
 * desk_phrase_before:
 * @lower: where the clause starts
 * @end: the verb's first token
 * @phrase: (out): who does it
 *
 * Returns: whether a phrase ends there
 */
gboolean
desk_phrase_before (const DeskSyntax *syntax,
                    guint lower,
                    guint end,
                    DeskPhrase *phrase)
{
  guint last;

  *phrase = (DeskPhrase) { .first = end, .end = end, .name = DESK_NO_NAME };
  if (end <= lower)
    return FALSE;
  last = desk_phrase_skip_bracket (syntax, lower, end);
  if (last <= lower)
    return FALSE;
  if (desk_syntax_is (syntax, last - 1, DESK_GRAMMAR_SUBJECT) && syntax->quotation[last - 1] == DESK_NOT_QUOTED)
    {
      phrase->first = last - 1;
      phrase->end = last;
      return TRUE;
    }
  if (!desk_syntax_is_noun (syntax, last - 1) &&
      !desk_syntax_is (syntax, last - 1, DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_OBJECT))
    return FALSE;
  phrase->first = extend_left (syntax, lower, last);
  phrase->first = skip_leading (syntax, lower, phrase->first, last);
  /* "10:05 Reader Moira writes" */
  if (phrase->first == lower && phrase->first + 1 < last &&
      desk_prose_get_token (syntax->prose, lower)->kind == DESK_TOKEN_NUMBER &&
      desk_token_is_capital (desk_prose_get_token (syntax->prose, lower + 1)))
    phrase->first++;
  phrase->first = extend_list (syntax, lower, phrase->first, last);
  phrase->end = last;
  if (!desk_phrase_settle (syntax, phrase))
    return FALSE;
  /* "the agency (NASA)"; "Helen Marsh (Labour)" without. */
  if (phrase->end == last && (phrase->name == DESK_NO_NAME || !desk_phrase_is_person (syntax, phrase->name)))
    phrase->end = end;

  return TRUE;
}
