/* Clauses, and what stands between a verb and its object.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-content-private.h"

/* How far behind the start of a clause its verb is looked for, in tokens. */
#define MAX_VERB 30

static gboolean
is_at (const DeskSyntax *syntax,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (syntax->prose, token, words);
}

/* The end of a noun phrase that a preposition governs. */
static guint
skip_object (const DeskSyntax *syntax,
             guint first,
             guint upper)
{
  guint i = first;

  while (i < upper && i - first < 8)
    {
      if (syntax->quotation[i] != DESK_NOT_QUOTED)
        break;
      if (syntax->name[i] != DESK_NO_NAME)
        {
          i = MIN (upper, MAX (i + 1, desk_syntax_name (syntax, syntax->name[i])->end));
          continue;
        }
      if (desk_syntax_is (syntax, i, DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_AUXILIARY | DESK_GRAMMAR_AND | DESK_GRAMMAR_QUESTION) ||
          is_at (syntax, i, " that "))
        break;
      if (desk_syntax_is (syntax, i, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE) && i > first &&
          !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_PREPOSITION))
        break;
      if (desk_prose_get_token (syntax->prose, i)->kind == DESK_TOKEN_PUNCTUATION && desk_prose_character (syntax->prose, i) != '-')
        break;
      i++;
      /* A noun of time or of what things are said in ends it, unless "of" goes on. */
      if (desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_MEDIUM) || desk_syntax_is_time (syntax, i - 1))
        if (!is_at (syntax, i, " of ") && !desk_syntax_is (syntax, i, DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_MEDIUM) && !desk_syntax_is_time (syntax, i))
          break;
    }

  return i;
}

/**
 * desk_skip_circumstances:
 * @first: the token behind words of saying
 * @upper: the end of the sentence
 *
 * "in a statement", "on Monday", "also", "after the hearing".
 *
 * Returns: the token behind them; @first where none stand there
 */
guint
desk_skip_circumstances (const DeskSyntax *syntax,
                         guint first,
                         guint upper)
{
  guint i = first;

  for (guint n = 0; n < 6 && i < upper; n++)
    {
      guint end;

      if (desk_syntax_is_adverb (syntax, i) && !desk_syntax_is (syntax, i, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_SUBORDINATE))
        {
          i++;
          continue;
        }
      if (desk_syntax_is_time (syntax, i) ||
          (is_at (syntax, i, " last this next early late earlier ") && i + 1 < upper && desk_syntax_is_time (syntax, i + 1)))
        {
          i++;
          while (i < upper && (desk_syntax_is_time (syntax, i) || desk_syntax_is (syntax, i, DESK_GRAMMAR_NUMBER)))
            i++;
          continue;
        }
      if (!desk_syntax_is (syntax, i, DESK_GRAMMAR_PREPOSITION) ||
          !(is_at (syntax, i, " in on at during via through from by after before to with over ") ||
            (is_at (syntax, i, " for ") && (desk_syntax_is_time (syntax, i + 1) || desk_syntax_is_time (syntax, i + 2)))))
        break;
      if (syntax->name[i] != DESK_NO_NAME || is_at (syntax, i + 1, " that ") ||
          (desk_prose_is (syntax->prose, i, "to") && desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_BASE) && !desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_NOUN)))
        break;
      end = skip_object (syntax, i + 1, upper);
      if (end == i + 1)
        break;
      i = end;
    }

  return i;
}

/* "the fault lies in", "balances rise 14%": a word that is a noun as well, where no noun follows. */
static gboolean
is_perhaps_finite (const DeskSyntax *syntax,
                   guint token)
{
  const DeskToken *before = desk_prose_get_token (syntax->prose, token - 1);

  if (!desk_syntax_is (syntax, token, DESK_GRAMMAR_THIRD | DESK_GRAMMAR_BASE) || !desk_syntax_is_noun (syntax, token - 1) ||
      desk_prose_get_token (syntax->prose, token)->glued)
    return FALSE;
  if (!desk_syntax_is (syntax, token, DESK_GRAMMAR_THIRD) && !g_str_has_suffix (desk_prose_get_word (syntax->prose, before->word)->folded, "s"))
    return FALSE;

  return desk_syntax_is (syntax, token + 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE | DESK_GRAMMAR_OBJECT | DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_ADVERB | DESK_GRAMMAR_QUESTION);
}

/**
 * desk_is_clause:
 * @first: a token
 * @upper: the end of the sentence
 *
 * Returns: whether a clause with a verb of its own starts at the token
 */
gboolean
desk_is_clause (const DeskSyntax *syntax,
                guint first,
                guint upper)
{
  gboolean noun = FALSE;
  guint n_relative = 0;

  if (first + 1 >= upper)
    return FALSE;
  /* "he bore no grudge" */
  if (is_at (syntax, first, " he she they we i it ") && syntax->name[first] == DESK_NO_NAME &&
      desk_prose_get_token (syntax->prose, first + 1)->kind == DESK_TOKEN_WORD &&
      !desk_syntax_is (syntax, first + 1, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AND))
    return TRUE;
  for (guint i = first; i < MIN (upper, first + MAX_VERB); i++)
    {
      if (syntax->quotation[i] != DESK_NOT_QUOTED)
        return noun || i > first;
      if (desk_syntax_is_stop (syntax, i) || (desk_prose_character (syntax->prose, i) == ',' && desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_AND)))
        break;
      /* "reported it, got no answer" */
      if (desk_prose_character (syntax->prose, i) == ',' && n_relative == 0 && desk_syntax_is_finite (syntax, i + 1))
        break;
      /* A relative clause has a verb of its own: "a rule that bans it". */
      if (noun && (is_at (syntax, i, " who which whose where ") || (desk_prose_is (syntax->prose, i, "that") && desk_syntax_is_noun (syntax, i - 1))))
        n_relative++;
      else if (noun && (desk_syntax_is_finite (syntax, i) || is_perhaps_finite (syntax, i)))
        {
          if (n_relative == 0)
            return TRUE;
          n_relative--;
        }
      noun |= desk_syntax_is_noun (syntax, i) || desk_syntax_is (syntax, i, DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_NUMBER);
    }

  return FALSE;
}
