/* What the words in quotation marks look like: a sentence, a title, a word.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quote-shape.h"

guint
desk_quoted_count_words (const DeskProse *prose,
                         const DeskQuoted *quoted)
{
  guint n = 0;

  for (guint i = quoted->first; i < quoted->end && n < 100; i++)
    n += desk_prose_get_token (prose, i)->kind == DESK_TOKEN_WORD && !desk_prose_is (prose, i, "'s");

  return n;
}

gboolean
desk_quoted_ends_with (const DeskProse *prose,
                       const DeskQuoted *quoted,
                       const char *marks)
{
  return desk_prose_is_one_of (prose, quoted->end - 1, marks);
}

/* A sentence of its own: "We believe …." */
gboolean
desk_quoted_is_sentence (const DeskProse *prose,
                         const DeskQuoted *quoted)
{
  guint first = quoted->first;

  while (first + 1 < quoted->end && desk_prose_get_token (prose, first)->kind != DESK_TOKEN_WORD)
    first++;

  if (!desk_token_is_capital (desk_prose_get_token (prose, first)) || desk_quoted_count_words (prose, quoted) < 2)
    return FALSE;
  /* The stop may stand behind the mark, as in British print, after what a comma or colon opens. */
  if (quoted->closed && desk_prose_is (prose, quoted->end + 1, ".") && quoted->open > 0 &&
      desk_prose_is_one_of (prose, quoted->open - 1, " , : ") && desk_quoted_count_words (prose, quoted) >= DESK_MIN_CLAUSE)
    return TRUE;

  return desk_quoted_ends_with (prose, quoted, " . , ! ? … ... ?! !? - — ");
}

/* Every Word Is Capitalised: a title of a work, or a name. */
gboolean
desk_quoted_is_title (const DeskProse *prose,
                      const DeskQuoted *quoted)
{
  guint n_capital = 0;

  for (guint i = quoted->first; i < quoted->end; i++)
    {
      const DeskToken *token = desk_prose_get_token (prose, i);

      if (token->kind != DESK_TOKEN_WORD)
        continue;
      if (desk_token_is_capital (token))
        n_capital++;
      else if (!(desk_prose_classes (prose, i) & (DESK_CLASS_STARTER | DESK_CLASS_PARTICLE)))
        return FALSE;
    }

  return n_capital >= 2;
}
