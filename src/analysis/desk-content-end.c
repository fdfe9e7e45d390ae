/* Where what is said ends.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-content-private.h"

#include "desk-phrase.h"

/* No statement is longer, in tokens. */
#define MAX_CONTENT 250

static gboolean
is_at (const DeskSyntax *syntax,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (syntax->prose, token, words);
}

/* Whether somebody else says something from here on. */
static gboolean
starts_saying (const DeskSyntax *syntax,
               guint first,
               guint end)
{
  DeskPhrase phrase;
  DeskCue cue;
  guint start;

  return desk_phrase_after (syntax, first, end, &phrase) && phrase.end < end && desk_cue_match (syntax, phrase.end, end, &cue) &&
         (cue.form & (DESK_GRAMMAR_PAST | DESK_GRAMMAR_THIRD)) && desk_find_content_start (syntax, &cue, end, &start) != DESK_CONTENT_NONE;
}

/**
 * desk_find_content_end:
 * @first: where the content starts
 * @upper: the end of the sentence
 *
 * The content goes on to the end of the sentence, but for a semicolon and for what somebody says in
 * the same sentence.
 *
 * Returns: the token behind its last one, without the stop
 */
guint
desk_find_content_end (const DeskSyntax *syntax,
                       guint first,
                       guint upper)
{
  guint end = MIN (upper, first + MAX_CONTENT);

  for (guint i = first; i < end; i++)
    {
      gunichar c;
      gboolean comma;
      guint next;
      DeskCue cue;

      if (syntax->quotation[i] != DESK_NOT_QUOTED)
        {
          i = MAX (i, MIN (end, desk_syntax_quoted (syntax, syntax->quotation[i])->end + 1) - 1);
          continue;
        }
      c = desk_prose_character (syntax->prose, i);
      if (c == ';' || (c == ':' && desk_syntax_opens_quotation (syntax, i + 1)))
        {
          end = i;
          break;
        }
      comma = c == ',';
      if ((!comma && !is_at (syntax, i, " and but ")) || i <= first + 1)
        continue;
      next = comma ? i + 1 : i;
      while (next < end && next - i < 4 &&
             (is_at (syntax, next, " and but while ") || (desk_syntax_is_adverb (syntax, next) && !desk_syntax_is (syntax, next, DESK_GRAMMAR_DETERMINER))))
        next++;
      if (next >= end)
        break;
      /* ", but it insisted …" */
      if (comma && next > i + 1 && starts_saying (syntax, next, end))
        {
          end = i;
          break;
        }
      if (!desk_cue_match (syntax, next, end, &cue))
        continue;
      /* ", saying …", "and said …", ", according to …" */
      if ((comma && cue.participle && (cue.traits & (DESK_TRAIT_APART | DESK_TRAIT_THAT))) || (cue.traits & DESK_TRAIT_SOURCE))
        {
          end = i;
          break;
        }
      if (next > i && !(cue.form & DESK_GRAMMAR_BASE) && (cue.form & (DESK_GRAMMAR_PAST | DESK_GRAMMAR_THIRD)) &&
          (cue.traits & (DESK_TRAIT_APART | DESK_TRAIT_THAT | DESK_TRAIT_WHOM)) && !cue.passive)
        {
          guint start;

          if (desk_find_content_start (syntax, &cue, end, &start) != DESK_CONTENT_NONE)
            {
              end = i;
              break;
            }
        }
    }
  while (end > first)
    {
      const DeskToken *token = desk_prose_get_token (syntax->prose, end - 1);

      if (syntax->quotation[end - 1] != DESK_NOT_QUOTED || token->kind != DESK_TOKEN_PUNCTUATION ||
          desk_prose_character (syntax->prose, end - 1) == ')' || desk_prose_character (syntax->prose, end - 1) == '%')
        break;
      end--;
    }

  return end;
}
