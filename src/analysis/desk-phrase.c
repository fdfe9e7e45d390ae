/* The words that say who: "the mayor of Oban", "Inspector Helen Marsh", "she".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-phrase-private.h"

static gunichar
character (const DeskSyntax *syntax,
           guint token)
{
  return desk_prose_character (syntax->prose, token);
}

/* The opening bracket of the one that closes before @end; @end where there is none. */
guint
desk_phrase_skip_bracket (const DeskSyntax *syntax,
                          guint lower,
                          guint end)
{
  if (end <= lower || (character (syntax, end - 1) != ')' && character (syntax, end - 1) != ']'))
    return end;
  for (guint i = end - 1; i > lower && end - i < DESK_MAX_BRACKET; i--)
    if (character (syntax, i - 1) == '(' || character (syntax, i - 1) == '[')
      return i - 1;

  return end;
}

/* Words that may stand in a phrase before its last one. */
gboolean
desk_phrase_may_hold (const DeskSyntax *syntax,
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
      return character (syntax, token) == '-' ||
                 character (syntax, token) == 0x2013
               ? at->glued
               : (character (syntax, token) == '/' || character (syntax, token) == '&' || character (syntax, token) == '%');
    case DESK_TOKEN_WORD:
      return !desk_syntax_is (syntax, token, others) || desk_syntax_is (syntax, token, DESK_GRAMMAR_NUMBER);
    case DESK_TOKEN_QUOTE:
      break;
    }

  return FALSE;
}

gboolean
desk_phrase_is_person (const DeskSyntax *syntax,
                       guint name)
{
  return desk_syntax_name (syntax, name)->kind == DESK_ENTITY_KIND_PERSON;
}

/* "the head of Unicef Jane Roe": what stands before the person belongs to the preposition, not he. */
static gboolean
stands_alone (const DeskSyntax *syntax,
              guint first,
              guint index)
{
  const DeskName *name = desk_syntax_name (syntax, index);
  guint start = MIN (name->first, name->title), i;

  /* "the Secretary for Education Mr. Kole": what stands before "Mr." belongs to the preposition. */
  if (start < name->first && desk_prose_is_one_of (syntax->prose, name->first - 1, " mr. mr mrs. mrs ms. ms miss "))
    start = name->first - 1;
  i = start;
  while (i > first && syntax->name[i - 1] == DESK_NO_NAME && (desk_prose_classes (syntax->prose, i - 1) & (DESK_CLASS_TITLE | DESK_CLASS_ROLE)))
    i--;

  return i > first && !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_AND) &&
         (i == start || syntax->name[i - 1] != DESK_NO_NAME || desk_token_is_capital (desk_prose_get_token (syntax->prose, i - 1)));
}

/* "Yonhap news agency": common nouns behind the name of a body. */
static gboolean
is_called (const DeskSyntax *syntax,
           guint first,
           guint end)
{
  for (guint i = first; i < end; i++)
    if (syntax->name[i] != DESK_NO_NAME || desk_prose_get_token (syntax->prose, i)->shape != DESK_SHAPE_LOWER || !desk_phrase_may_hold (syntax, i))
      return FALSE;

  return desk_syntax_is (syntax, end - 1, DESK_GRAMMAR_BODY) && !desk_syntax_is (syntax, end - 1, DESK_GRAMMAR_MEDIUM);
}

/* "Acme and Zantor": of several who say it the first one is taken. */
static gboolean
is_coordinated (const DeskSyntax *syntax,
                guint end,
                guint first)
{
  gboolean found = FALSE;

  for (guint i = end; i < first; i++)
    {
      if (desk_prose_is_one_of (syntax->prose, i, " and or & , "))
        found = TRUE;
      else if (character (syntax, i) == '(' && i + 2 < first && character (syntax, i + 2) == ')')
        i += 2;
      else if (!desk_syntax_is (syntax, i, DESK_GRAMMAR_DETERMINER))
        return FALSE;
    }

  return found;
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
      if (name->first < first || (tied && !(desk_phrase_is_person (syntax, index) && stands_alone (syntax, first, index))) ||
          (name->end < end && (desk_prose_is (syntax->prose, name->end, "'s") || desk_prose_is (syntax->prose, name->end, "'"))))
        continue;
      if (desk_phrase_is_person (syntax, index))
        {
          /* the Kole administration */
          if (name->end < end && desk_prose_get_token (syntax->prose, name->end)->shape == DESK_SHAPE_LOWER &&
              desk_syntax_is_noun (syntax, name->end) && desk_prose_is (syntax->prose, first, "the"))
            continue;
          return index;
        }
      /* A body is what the phrase ends with, or what stands before "of", "in" or a bracket. */
      if ((name->end >= end || desk_syntax_is (syntax, name->end, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AND) ||
           character (syntax, name->end) == '(' || character (syntax, name->end) == ',' || is_called (syntax, name->end, end)) &&
          !(best != DESK_NO_NAME && is_coordinated (syntax, desk_syntax_name (syntax, best)->end, name->first)))
        best = index;
    }

  return best;
}

gboolean
desk_phrase_settle (const DeskSyntax *syntax,
                    DeskPhrase *phrase)
{
  phrase->name = DESK_NO_NAME;
  if (phrase->first >= phrase->end)
    return FALSE;
  phrase->name = find_name (syntax, phrase->first, phrase->end);
  if (phrase->name != DESK_NO_NAME && desk_phrase_is_person (syntax, phrase->name))
    {
      const DeskName *name = desk_syntax_name (syntax, phrase->name);

      /* What follows a person belongs to the sentence: "Helen Marsh of the board". */
      if (name->end < phrase->end && desk_syntax_is (syntax, name->end, DESK_GRAMMAR_PREPOSITION))
        phrase->end = name->end;
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
