/* Of which state a ministry, a parliament or an army is.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-body-country.h"

/* "Democratic People's Republic of Korea" has six tokens before its last one. */
#define MAX_BACK 7

/* The known name that ends right before @end. Returns where it starts, or @end. */
static guint
match_backwards (const DeskProse *prose,
                 guint start,
                 guint end,
                 const DeskEntry **entry,
                 DeskClass *found)
{
  for (guint n = MIN (MAX_BACK, end - start); n > 0; n--)
    if (desk_known_name_match (prose, end - n, end, DESK_CLASS_NAME, entry, found) == n)
      return end - n;

  return end;
}

static gboolean
tells_country (const DeskEntry *entry)
{
  return entry->country != NULL && (entry->is_country || entry->capital || entry->kind == DESK_ENTITY_KIND_GROUP);
}

/**
 * desk_body_find_country:
 * @name: a body; gets its country where the words beside it tell one, and takes a nationality
 *   before it into the name
 *
 * "China's foreign ministry", "the Chinese defense ministry", "the Parliament of Kenya".
 *
 * Returns: whether the name can stand: in lower case only a ministry, or a body of a known country
 */
gboolean
desk_body_find_country (const DeskProse *prose,
                        DeskName *name)
{
  const DeskSentence *sentence = desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, name->first));
  const DeskEntry *entry;
  DeskClass found;
  guint start;

  start = match_backwards (prose, sentence->first, name->first, &entry, &found);
  if (start < name->first && tells_country (entry))
    {
      name->country = entry->country;
      /* "the Kyiv parliament" keeps its city apart. */
      if (entry->kind == DESK_ENTITY_KIND_GROUP || entry->is_country)
        name->first = name->title = start;
    }
  else if (name->first > sentence->first + 1 && desk_prose_is (prose, name->first - 1, "'s"))
    {
      start = match_backwards (prose, sentence->first, name->first - 1, &entry, &found);
      if (start < name->first - 1 && tells_country (entry))
        name->country = entry->country;
    }
  if (name->country == NULL && name->end + 1 < sentence->end && desk_prose_is_one_of (prose, name->end, " of in "))
    {
      guint after = desk_prose_is (prose, name->end + 1, "the") ? name->end + 2 : name->end + 1;

      if (after < sentence->end && desk_known_name_match (prose, after, sentence->end, DESK_CLASS_NAME, &entry, &found) > 0 && entry->is_country)
        name->country = entry->country;
    }

  if (name->country != NULL || desk_token_is_capital (desk_prose_get_token (prose, name->first)))
    return TRUE;

  return desk_prose_is (prose, name->end - 1, "ministry") || desk_prose_is (prose, name->first, "ministry");
}
