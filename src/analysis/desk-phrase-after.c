/* The words behind a verb that say who does it: "said the mayor of Oban".
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
  for (guint i = next; i < MIN (upper, next + 4) && desk_phrase_may_hold (syntax, i) && syntax->name[i] == DESK_NO_NAME; i++)
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
  upper = MIN (upper, first + DESK_MAX_PHRASE);
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
          gboolean person = desk_phrase_is_person (syntax, syntax->name[i]);

          i = MAX (i + 1, name->end);
          noun = TRUE;
          if (person &&
              !(i < upper && (desk_prose_is (syntax->prose, i, "'s") || (is_at (syntax, i, " and ") && i + 1 < upper && syntax->name[i + 1] != DESK_NO_NAME))))
            break;
          continue;
        }
      if (character (syntax, i) == '(' && noun)
        {
          guint close = i + 1;

          while (close < upper && close - i < DESK_MAX_BRACKET && character (syntax, close) != ')')
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
          if (i + 1 >= upper ||
              !(syntax->name[i + 1] != DESK_NO_NAME || (desk_syntax_is_noun (syntax, i + 1) && !desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_VERB))))
            break;
          i++;
          continue;
        }
      if (!desk_phrase_may_hold (syntax, i) || (desk_syntax_is_adverb (syntax, i) && i > first) || (noun && desk_syntax_is_time (syntax, i)))
        break;
      if (noun && desk_syntax_is (syntax, i, DESK_GRAMMAR_VERB) && !desk_syntax_is (syntax, i, DESK_GRAMMAR_NOUN | DESK_GRAMMAR_PEOPLE))
        break;
      noun |= desk_syntax_is_noun (syntax, i);
      i++;
    }
  while (i > first && !desk_syntax_is_noun (syntax, i - 1) && character (syntax, i - 1) != ')')
    i--;
  i = MIN (i, upper);
  last = desk_phrase_skip_bracket (syntax, first, i);
  phrase->end = last;
  if (!desk_phrase_settle (syntax, phrase))
    return FALSE;
  if (phrase->end == last && (phrase->name == DESK_NO_NAME || !desk_phrase_is_person (syntax, phrase->name)))
    phrase->end = i;
  /* "the watchdog’s food expert, Rosalind Haddow" */
  if (phrase->name == DESK_NO_NAME && phrase->end + 1 < upper && character (syntax, phrase->end) == ',' &&
      syntax->name[phrase->end + 1] != DESK_NO_NAME && desk_phrase_is_person (syntax, syntax->name[phrase->end + 1]))
    {
      phrase->name = syntax->name[phrase->end + 1];
      phrase->end = desk_syntax_name (syntax, phrase->name)->end;
    }

  return TRUE;
}
