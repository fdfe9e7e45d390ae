/* "Sweden won 1–0" speaks of eleven players, "a camp in Sweden" of a country. In a report of a game a country is
 * the team unless the words around say that it is the place.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-team.h"

#include <glib/gi18n-lib.h>

/* Words that only reports of games are full of. */
static const char sport[] =
  " match matches goal goals scored scorer scorers coach striker strikers midfielder defender goalkeeper keeper squad "
  "kickoff penalty penalties halftime tournament semifinal semifinals quarterfinal quarterfinals qualifier qualifiers "
  "fifa uefa midfield equaliser equalizer substitute referee wicket wickets innings batsman bowler tries lineout "
  "touchdown playoff playoffs medal medals semi quarter fixture teammates unbeaten fullback winger ";

/* A report has so many of them, and one in so many words. */
#define MIN_WORDS 6
#define ONE_IN 60

static gboolean
is_report (const DeskProse *prose)
{
  guint n = 0;

  for (guint i = 0; i < desk_prose_get_n_tokens (prose); i++)
    n += desk_prose_is_one_of (prose, i, sport);

  return n >= MIN_WORDS && n * ONE_IN >= desk_prose_get_n_tokens (prose);
}

static gboolean
is_at (const DeskProse *prose,
       const DeskSentence *sentence,
       guint token,
       const char *words)
{
  return token >= sentence->first && token < sentence->end && desk_prose_is_one_of (prose, token, words);
}

static gboolean
stands_as_place (const DeskProse *prose,
                 const DeskSentence *sentence,
                 const DeskName *name)
{
  guint before = name->first - 1; /* wraps where there is none: outside */

  if (is_at (prose, sentence, before, " the "))
    before--;
  if (is_at (prose, sentence, before, " in across throughout around near outside inside into within visit leave left "))
    return TRUE;
  if (is_at (prose, sentence, before, " from to of ") &&
      is_at (prose, sentence, before - 1, " travel travelled traveled flew fly flight move moved returned return people president government capital city border north south east west coast teams athletes fans supporters republic kingdom state came come "))
    return TRUE;
  /* "Gothenburg, Sweden" */
  return is_at (prose, sentence, before, " , ") && before > sentence->first && desk_token_is_capital (desk_prose_get_token (prose, before - 1)) &&
         is_at (prose, sentence, name->end, " , . ") && !is_at (prose, sentence, name->end + 1, " and ");
}

/**
 * desk_read_teams: (skip)
 * @names: (element-type DeskName): in text order; countries that play become their teams
 */
void
desk_read_teams (const DeskProse *prose,
                 GArray *names)
{
  if (!is_report (prose))
    return;

  for (guint i = 0; i < names->len; i++)
    {
      DeskName *name = &g_array_index (names, DeskName, i);
      const DeskSentence *sentence;

      if (name->kind != DESK_ENTITY_KIND_PLACE || name->entry == NULL || !name->entry->is_country)
        continue;
      sentence = desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, name->first));
      if (stands_as_place (prose, sentence, name))
        continue;
      name->kind = DESK_ENTITY_KIND_ORGANISATION;
      name->entry = NULL;
      name->confidence = DESK_CONFIDENCE_LIKELY;
      name->why = N_ ("in the report of a game a country is its team");
    }
}
