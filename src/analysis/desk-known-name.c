/* Looks known names up, and writes names as strings for comparing.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name.h"

#include <string.h>

void
desk_name_key (const DeskProse *prose,
               guint first,
               guint end,
               GString *key)
{
  g_string_truncate (key, 0);
  for (guint i = first; i < end; i++)
    {
      const DeskToken *token = desk_prose_get_token (prose, i);

      if (token->kind == DESK_TOKEN_QUOTE)
        continue;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, desk_prose_get_word (prose, token->word)->folded);
    }
}

static gboolean
all_upper (const DeskProse *prose,
           guint first,
           guint end)
{
  for (guint i = first; i < end; i++)
    {
      const DeskToken *token = desk_prose_get_token (prose, i);

      if (token->kind == DESK_TOKEN_WORD && token->shape != DESK_SHAPE_UPPER && !(token->shape == DESK_SHAPE_CAPITAL && token->end - token->start == 1))
        return FALSE;
    }

  return TRUE;
}

/* Whether the words are written as a name: "us" is no country, "Who" no organisation. */
static const DeskEntry *
fitting_entry (const DeskProse *prose,
               guint first,
               guint end,
               const DeskEntry *entry)
{
  gboolean upper = all_upper (prose, first, end);
  gboolean capital = desk_token_is_capital (desk_prose_get_token (prose, first)) || (end - first > 1 && desk_token_is_capital (desk_prose_get_token (prose, end - 1)) && desk_prose_is_one_of (prose, first, " al el as ash sub neo pan ni mainland "));

  if (!capital)
    return NULL;
  while (entry != NULL && entry->acronym && !upper)
    entry = entry->next;

  return entry;
}

/**
 * desk_known_name_match:
 * @classes: %DESK_CLASS_NAME, %DESK_CLASS_BODY or both
 * @entry: (out): its first fitting reading
 * @found: (out): what the lexicon says of the phrase
 *
 * Bodies may stand in lower case, names may not.
 *
 * Returns: how many tokens the longest known name takes, 0 for none
 */
guint
desk_known_name_match (const DeskProse *prose,
                       guint first,
                       guint end,
                       DeskClass classes,
                       const DeskEntry **entry,
                       DeskClass *found)
{
  DeskLexicon *lexicon = desk_prose_get_lexicon (prose);
  guint at = DESK_LEXICON_ROOT, best = 0;

  *entry = NULL;
  for (guint i = first; i < end; i++)
    {
      DeskClass here;
      const DeskEntry *fitting;

      at = desk_lexicon_step (lexicon, at, desk_prose_get_word (prose, desk_prose_get_token (prose, i)->word)->lexicon_word);
      if (at == DESK_LEXICON_NOWHERE)
        break;
      here = desk_lexicon_node_classes (lexicon, at);
      if (!(here & classes))
        continue;
      /* A name ends where a word ends: not in the middle of "Saint-Denis". */
      if (i + 1 < end && desk_prose_character (prose, i) == '-')
        continue;
      fitting = fitting_entry (prose, first, i + 1, desk_lexicon_node_entries (lexicon, at));
      if (fitting == NULL && (here & classes & DESK_CLASS_BODY))
        fitting = desk_lexicon_node_entries (lexicon, at);
      if (fitting == NULL)
        continue;
      best = i + 1 - first;
      *entry = fitting;
      *found = here;
    }

  return best;
}

/**
 * desk_name_match_title:
 *
 * Returns: how many tokens the titles and roles at a token take; words like "deputy" and "foreign"
 *   before a role belong to it
 */
guint
desk_name_match_title (const DeskProse *prose,
                       guint first,
                       guint end)
{
  guint at = first, last = 0;

  while (at < end)
    {
      guint n = desk_prose_match (prose, at, end, DESK_CLASS_TITLE | DESK_CLASS_ROLE, NULL);

      if (n > 0)
        {
          at += n;
          last = at - first;
          continue;
        }
      if (!(desk_prose_classes (prose, at) & DESK_CLASS_ROLE_PART) && desk_prose_character (prose, at) != '-')
        break;
      at++;
    }

  return last;
}
