/* The words that say who: "the mayor of Oban", "Inspector Helen Marsh", "she".
 *
 * A phrase is read from its known edge, the verb, towards the other one: as long as the words can
 * belong to one phrase.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-phrase.h"

/* The longest phrase, in tokens. */
#define MAX_PHRASE 40

/* The longest bracket inside one. */
#define MAX_BRACKET 16

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

/* The opening bracket of the one that closes before @end; @end where there is none. */
static guint
skip_bracket_before (const DeskSyntax *syntax,
                     guint lower,
                     guint end)
{
  if (end <= lower || (character (syntax, end - 1) != ')' && character (syntax, end - 1) != ']'))
    return end;
  for (guint i = end - 1; i > lower && end - i < MAX_BRACKET; i--)
    if (character (syntax, i - 1) == '(' || character (syntax, i - 1) == '[')
      return i - 1;

  return end;
}

/* Words that may stand in a phrase before its last one. */
static gboolean
is_plain (const DeskSyntax *syntax,
          guint token)
{
  const DeskToken *at = desk_prose_get_token (syntax->prose, token);
  const DeskGrammar others = DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AUXILIARY | DESK_GRAMMAR_NOT | DESK_GRAMMAR_AND | DESK_GRAMMAR_SUBORDINATE | DESK_GRAMMAR_QUESTION | DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_OBJECT;

  switch ((DeskTokenKind) at->kind)
    {
    case DESK_TOKEN_NUMBER:
    case DESK_TOKEN_SYMBOL:
    case DESK_TOKEN_ADDRESS:
      return TRUE;
    case DESK_TOKEN_PUNCTUATION:
      return character (syntax, token) == '-' || character (syntax, token) == 0x2013 ? at->glued : (character (syntax, token) == '/' || character (syntax, token) == '&' || character (syntax, token) == '%');
    case DESK_TOKEN_WORD:
      return !desk_syntax_is (syntax, token, others) || desk_syntax_is (syntax, token, DESK_GRAMMAR_NUMBER);
    case DESK_TOKEN_QUOTE:
      break;
    }

  return FALSE;
}

/* "officials in Kyiv", "a spokesman for the company": the preposition ties two nouns. */
static gboolean
ties (const DeskSyntax *syntax,
      guint lower,
      guint token)
{
  /* "a review seen by the Post" */
  if (token > lower + 1 && is_at (syntax, token, " by ") && desk_syntax_is (syntax, token - 1, DESK_GRAMMAR_PARTICIPLE) && desk_syntax_is_noun (syntax, token - 2))
    return TRUE;
  if (token <= lower || !desk_syntax_is_noun (syntax, token - 1) || desk_syntax_is_time (syntax, token - 1))
    return token > lower && (is_at (syntax, token, " of ") || is_at (syntax, token - 1, " somebody someone those others everybody everyone anybody anyone nobody ")) && desk_syntax_is (syntax, token - 1, DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_SUBJECT);
  if (is_at (syntax, token, " of "))
    return TRUE;

  return is_at (syntax, token, " for at from in with on to between against near by over about behind across within under outside representing ") && !desk_syntax_is_finite (syntax, token - 1);
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

  while (i > lower && end - i < MAX_PHRASE)
    {
      guint p = i - 1;
      guint bracket = skip_bracket_before (syntax, lower, i);

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
          if (p == lower || i == end || !(desk_syntax_is_noun (syntax, p - 1) || desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_PARTICIPLE)) || has_verb_before (syntax, lower, p))
            break;
          i = p;
          continue;
        }
      if (!is_plain (syntax, p))
        break;
      if (desk_syntax_is (syntax, p, DESK_GRAMMAR_VERB))
        {
          if (p == lower && desk_syntax_is (syntax, p, DESK_GRAMMAR_PAST) && !desk_syntax_is (syntax, p, DESK_GRAMMAR_NOUN) && desk_prose_get_token (syntax->prose, p)->shape == DESK_SHAPE_LOWER)
            break;
          if (desk_syntax_is_finite (syntax, p) && p > lower && (desk_syntax_is_noun (syntax, p - 1) || desk_syntax_is (syntax, p - 1, DESK_GRAMMAR_SUBJECT)))
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

static gboolean
is_person (const DeskSyntax *syntax,
           guint name)
{
  return desk_syntax_name (syntax, name)->kind == DESK_ENTITY_KIND_PERSON;
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
      if (start >= first - 1 || (start > 0 && desk_syntax_is (syntax, start - 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_VERB)) || desk_syntax_is (syntax, start, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_SUBORDINATE | DESK_GRAMMAR_ADVERB))
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

  if (first == lower || first == 0 || !desk_syntax_is (syntax, first - 1, DESK_GRAMMAR_PREPOSITION) || desk_syntax_is (syntax, first - 1, DESK_GRAMMAR_SUBORDINATE))
    return first;
  /* A person with what stands before him: roles in lower case. */
  for (guint k = first; k < end; k++)
    if (syntax->name[k] != DESK_NO_NAME && is_person (syntax, syntax->name[k]))
      {
        const DeskName *name = desk_syntax_name (syntax, syntax->name[k]);

        i = MAX (first, MIN (name->first, name->title));
        while (i > first && syntax->name[i - 1] == DESK_NO_NAME && !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_DETERMINER) && is_plain (syntax, i - 1) && desk_prose_get_token (syntax->prose, i - 1)->shape == DESK_SHAPE_LOWER)
          i--;
        return i;
      }
  /* "In its papers Tarn Foods said" */
  if (syntax->name[end - 1] != DESK_NO_NAME && desk_syntax_name (syntax, syntax->name[end - 1])->first > first + 1 && !desk_syntax_is (syntax, desk_syntax_name (syntax, syntax->name[end - 1])->first - 1, DESK_GRAMMAR_PREPOSITION))
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

/* "the head of Unicef Jane Roe": what stands before the person belongs to the preposition, not he. */
static gboolean
stands_alone (const DeskSyntax *syntax,
              guint first,
              guint index)
{
  const DeskName *name = desk_syntax_name (syntax, index);
  guint i = MIN (name->first, name->title);

  while (i > first && syntax->name[i - 1] == DESK_NO_NAME && (desk_prose_classes (syntax->prose, i - 1) & (DESK_CLASS_TITLE | DESK_CLASS_ROLE)))
    i--;

  return i > first && !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_AND) && (syntax->name[i - 1] != DESK_NO_NAME || desk_token_is_capital (desk_prose_get_token (syntax->prose, i - 1)));
}

/* "Yonhap news agency": common nouns behind the name of a body. */
static gboolean
is_called (const DeskSyntax *syntax,
           guint first,
           guint end)
{
  for (guint i = first; i < end; i++)
    if (syntax->name[i] != DESK_NO_NAME || desk_prose_get_token (syntax->prose, i)->shape != DESK_SHAPE_LOWER || !is_plain (syntax, i))
      return FALSE;

  return desk_syntax_is (syntax, end - 1, DESK_GRAMMAR_BODY) && !desk_syntax_is (syntax, end - 1, DESK_GRAMMAR_MEDIUM);
}

/* Whom or what a phrase names: not those that belong to others: "the lawyer of Mr Kole", "Kole’s wife". */
static guint
find_name (const DeskSyntax *syntax,
           guint first,
           guint end)
{
  guint best = DESK_NO_NAME;
  gboolean tied = FALSE;

  for (guint i = first; i < end;)
    {
      guint index = syntax->name[i];
      const DeskName *name;

      if (index == DESK_NO_NAME)
        {
          tied |= desk_syntax_is (syntax, i, DESK_GRAMMAR_PREPOSITION);
          i++;
          continue;
        }
      name = desk_syntax_name (syntax, index);
      i = MAX (i + 1, MIN (end, name->end));
      if (name->first < first || (tied && !(is_person (syntax, index) && stands_alone (syntax, first, index))) || (name->end < end && (desk_prose_is (syntax->prose, name->end, "'s") || desk_prose_is (syntax->prose, name->end, "'"))))
        continue;
      if (is_person (syntax, index))
        {
          /* the Kole administration */
          if (name->end < end && desk_prose_get_token (syntax->prose, name->end)->shape == DESK_SHAPE_LOWER && desk_syntax_is_noun (syntax, name->end) && desk_prose_is (syntax->prose, first, "the"))
            continue;
          return index;
        }
      /* A body is what the phrase ends with, or what stands before "of", "in" or a bracket. */
      if (name->end >= end || desk_syntax_is (syntax, name->end, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AND) || character (syntax, name->end) == '(' || is_called (syntax, name->end, end))
        best = index;
    }

  return best;
}

static gboolean
settle (const DeskSyntax *syntax,
        DeskPhrase *phrase)
{
  phrase->name = DESK_NO_NAME;
  if (phrase->first >= phrase->end)
    return FALSE;
  phrase->name = find_name (syntax, phrase->first, phrase->end);
  if (phrase->name != DESK_NO_NAME && is_person (syntax, phrase->name))
    {
      const DeskName *name = desk_syntax_name (syntax, phrase->name);

      /* What follows a person belongs to the sentence: "Helen Marsh of the board". */
      if (name->end < phrase->end && desk_syntax_is (syntax, name->end, DESK_GRAMMAR_PREPOSITION))
        phrase->end = name->end;
    }

  return TRUE;
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
  last = skip_bracket_before (syntax, lower, end);
  if (last <= lower)
    return FALSE;
  if (desk_syntax_is (syntax, last - 1, DESK_GRAMMAR_SUBJECT) && syntax->quotation[last - 1] == DESK_NOT_QUOTED)
    {
      phrase->first = last - 1;
      phrase->end = last;
      return TRUE;
    }
  if (!desk_syntax_is_noun (syntax, last - 1) && !desk_syntax_is (syntax, last - 1, DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_OBJECT))
    return FALSE;
  phrase->first = extend_left (syntax, lower, last);
  phrase->first = skip_leading (syntax, lower, phrase->first, last);
  /* "10:05 Reader Moira writes" */
  if (phrase->first == lower && phrase->first + 1 < last && desk_prose_get_token (syntax->prose, lower)->kind == DESK_TOKEN_NUMBER && desk_token_is_capital (desk_prose_get_token (syntax->prose, lower + 1)))
    phrase->first++;
  phrase->first = extend_list (syntax, lower, phrase->first, last);
  phrase->end = last;
  if (!settle (syntax, phrase))
    return FALSE;
  /* "the agency (NASA)"; "Helen Marsh (Labour)" without. */
  if (phrase->end == last && (phrase->name == DESK_NO_NAME || !is_person (syntax, phrase->name)))
    phrase->end = end;

  return TRUE;
}

/* Whether a preposition goes on with the phrase before it: not "in a statement", "on Monday". */
static gboolean
goes_on (const DeskSyntax *syntax,
         guint token,
         guint upper)
{
  guint next = token + 1;

  if (next >= upper || !is_at (syntax, token, " of for at from in with to on near representing between "))
    return FALSE;
  if (desk_syntax_is_time (syntax, next))
    return FALSE;
  while (next < upper && desk_syntax_is (syntax, next, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE))
    next++;
  if (next >= upper || desk_syntax_is_time (syntax, next) || is_at (syntax, next, " last next early late "))
    return FALSE;
  if (is_at (syntax, token, " of for from "))
    return TRUE;
  for (guint i = next; i < MIN (upper, next + 4) && is_plain (syntax, i) && syntax->name[i] == DESK_NO_NAME; i++)
    if (desk_syntax_is (syntax, i, DESK_GRAMMAR_MEDIUM))
      return FALSE;

  return !is_at (syntax, token, " to on ");
}

/**
 * desk_phrase_after:
 * @first: the token behind the words of saying
 * @upper: up to where it may reach
 * @phrase: (out): who says it
 *
 * Returns: whether a phrase starts there
 */
gboolean
desk_phrase_after (const DeskSyntax *syntax,
                   guint first,
                   guint upper,
                   DeskPhrase *phrase)
{
  guint i = first, last;
  gboolean noun = FALSE;

  *phrase = (DeskPhrase) { .first = first, .end = first, .name = DESK_NO_NAME };
  upper = MIN (upper, first + MAX_PHRASE);
  if (first >= upper || syntax->quotation[first] != DESK_NOT_QUOTED)
    return FALSE;
  if (desk_syntax_is (syntax, first, DESK_GRAMMAR_SUBJECT) && syntax->name[first] == DESK_NO_NAME)
    {
      phrase->end = first + 1;
      return TRUE;
    }
  while (i < upper)
    {
      if (syntax->name[i] != DESK_NO_NAME)
        {
          const DeskName *name = desk_syntax_name (syntax, syntax->name[i]);
          gboolean person = is_person (syntax, syntax->name[i]);

          i = MAX (i + 1, name->end);
          noun = TRUE;
          if (person && !(i < upper && (desk_prose_is (syntax->prose, i, "'s") || (is_at (syntax, i, " and ") && i + 1 < upper && syntax->name[i + 1] != DESK_NO_NAME))))
            break;
          continue;
        }
      if (character (syntax, i) == '(' && noun)
        {
          guint close = i + 1;

          while (close < upper && close - i < MAX_BRACKET && character (syntax, close) != ')')
            close++;
          if (close >= upper || character (syntax, close) != ')')
            break;
          i = close + 1;
          continue;
        }
      if (desk_syntax_is (syntax, i, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE))
        {
          if (noun && !(i > first && desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AND)))
            break;
          i++;
          continue;
        }
      if (desk_prose_is (syntax->prose, i, "'s") || desk_prose_is (syntax->prose, i, "'"))
        {
          i++;
          continue;
        }
      if (noun && desk_syntax_is (syntax, i, DESK_GRAMMAR_PREPOSITION))
        {
          if (!goes_on (syntax, i, upper))
            break;
          i++;
          continue;
        }
      if (noun && is_at (syntax, i, " and "))
        {
          if (i + 1 >= upper || !(syntax->name[i + 1] != DESK_NO_NAME || (desk_syntax_is_noun (syntax, i + 1) && !desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_VERB))))
            break;
          i++;
          continue;
        }
      if (!is_plain (syntax, i) || (desk_syntax_is_adverb (syntax, i) && i > first) || (noun && desk_syntax_is_time (syntax, i)))
        break;
      if (noun && desk_syntax_is (syntax, i, DESK_GRAMMAR_VERB) && !desk_syntax_is (syntax, i, DESK_GRAMMAR_NOUN | DESK_GRAMMAR_PEOPLE))
        break;
      noun |= desk_syntax_is_noun (syntax, i);
      i++;
    }
  while (i > first && !desk_syntax_is_noun (syntax, i - 1) && character (syntax, i - 1) != ')')
    i--;
  i = MIN (i, upper);
  last = skip_bracket_before (syntax, first, i);
  phrase->end = last;
  if (!settle (syntax, phrase))
    return FALSE;
  if (phrase->end == last && (phrase->name == DESK_NO_NAME || !is_person (syntax, phrase->name)))
    phrase->end = i;
  /* "the watchdog’s food expert, Rosalind Haddow" */
  if (phrase->name == DESK_NO_NAME && phrase->end + 1 < upper && character (syntax, phrase->end) == ',' && syntax->name[phrase->end + 1] != DESK_NO_NAME && is_person (syntax, syntax->name[phrase->end + 1]))
    {
      phrase->name = syntax->name[phrase->end + 1];
      phrase->end = desk_syntax_name (syntax, phrase->name)->end;
    }

  return TRUE;
}

/**
 * desk_phrase_head:
 *
 * Returns: the word that says what a description describes: "spokesman" of "a spokesman for the mill"
 */
guint
desk_phrase_head (const DeskSyntax *syntax,
                  const DeskPhrase *phrase)
{
  guint head = phrase->first;

  for (guint i = phrase->first; i < phrase->end; i++)
    {
      if (i > phrase->first && desk_syntax_is (syntax, i, DESK_GRAMMAR_PREPOSITION))
        break;
      if (character (syntax, i) == ',' || character (syntax, i) == '(')
        break;
      if (desk_syntax_is_noun (syntax, i))
        head = i;
    }

  return head;
}
