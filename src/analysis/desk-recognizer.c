/* Finds the names of a text.
 *
 *   sentences ──► tagger ──► names ──► and what lists know where it saw nothing ──► bodies with their
 *   states ──► all places of the same words agree
 *
 * For a language without a model only the lists are left.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-recognizer.h"

#include <glib/gi18n-lib.h>

#include "desk-body-country.h"
#include "desk-name-agreement.h"
#include "desk-name-brackets.h"
#include "desk-name-speakers.h"
#include "desk-name-tagger.h"

static DeskName
known_name (const DeskProse *prose,
            guint first,
            guint end,
            const DeskEntry *entry,
            DeskClass found)
{
  DeskName name = { .first = first, .end = end, .title = first, .kind = entry->kind, .confidence = DESK_CONFIDENCE_SURE, .why = N_ ("known name"), .entry = entry };

  /* The article is no part of a name, but of a town's. */
  if (name.end - name.first > 1 && desk_prose_is (prose, name.first, "the") && entry->kind != DESK_ENTITY_KIND_PLACE)
    name.first = name.title = first + 1;
  if (!(found & DESK_CLASS_NAME) || (entry->kind == DESK_ENTITY_KIND_ORGANISATION && entry->country == NULL && (found & DESK_CLASS_BODY)))
    {
      name.body = TRUE;
      name.confidence = DESK_CONFIDENCE_LIKELY;
      name.why = N_ ("a body that every state has");
    }

  return name;
}

/* Whether the list is right where the tagger saw nothing. */
static gboolean
may_be_known (const DeskProse *prose,
              const DeskSentence *sentence,
              guint first,
              guint n,
              const DeskEntry *entry,
              DeskClass classes)
{
  if (!(classes & DESK_CLASS_NAME))
    return TRUE;
  if (entry->ambiguous)
    return FALSE;
  /* In a line of capitals "US" may be a word. */
  if (sentence->title_case)
    return !entry->acronym || n > 1 || desk_prose_get_token (prose, first)->n_bytes > 3;

  return n > 1 || first > sentence->first;
}

/* What the lists know in a sentence, between the names that were found; @next is the first of these. */
static guint
add_known (const DeskProse *prose,
           const DeskSentence *sentence,
           const GArray *found,
           guint next,
           GArray *names)
{
  for (guint i = sentence->first; i < sentence->end;)
    {
      const DeskEntry *entry;
      DeskClass classes;
      guint limit = sentence->end;
      guint n;

      if (next < found->len && g_array_index (found, DeskName, next).first < sentence->end)
        {
          const DeskName *name = &g_array_index (found, DeskName, next);

          if (name->first <= i)
            {
              g_array_append_val (names, *name);
              i = MAX (i, name->end);
              next++;
              continue;
            }
          limit = name->first;
        }
      n = desk_known_name_match (prose, i, limit, sentence->title_case ? DESK_CLASS_NAME : DESK_CLASS_NAME | DESK_CLASS_BODY, &entry, &classes);
      if (n > 0 && may_be_known (prose, sentence, i, n, entry, classes))
        {
          DeskName name = known_name (prose, i, i + n, entry, classes);

          g_array_append_val (names, name);
        }
      i += MAX (n, 1);
    }

  return next;
}

/* Without a model: no word that is another one in that language. */
static void
add_foreign (const DeskProse *prose,
             const DeskSentence *sentence,
             GArray *names)
{
  for (guint i = sentence->first; i < sentence->end;)
    {
      const DeskEntry *entry;
      DeskClass found;
      guint n = desk_known_name_match (prose, i, sentence->end, DESK_CLASS_NAME, &entry, &found);

      if (n > 0 && !entry->ambiguous && entry->kind != DESK_ENTITY_KIND_GROUP && !(entry->acronym && desk_prose_get_token (prose, i)->n_bytes < 3))
        {
          DeskName name = known_name (prose, i, i + n, entry, found);

          name.confidence = DESK_CONFIDENCE_LIKELY;
          g_array_append_val (names, name);
        }
      i += MAX (n, 1);
    }
}

/* Bodies take their nationality into the name; what stands there already gives way. */
static void
settle_bodies (const DeskProse *prose,
               GArray *names)
{
  guint kept = 0;

  for (guint i = 0; i < names->len; i++)
    {
      DeskName name = g_array_index (names, DeskName, i);

      if (name.body)
        {
          if (!desk_body_find_country (prose, &name))
            continue;
          while (kept > 0 && g_array_index (names, DeskName, kept - 1).end > name.first)
            kept--;
        }
      g_array_index (names, DeskName, kept++) = name;
    }
  g_array_set_size (names, kept);
}

/**
 * desk_recognize:
 * @prose: the text
 * @tagger: (nullable): for the language of the text; without one only known names are looked up
 *
 * Returns: (transfer full) (element-type DeskName): the names in text order, none over another
 */
GArray *
desk_recognize (const DeskProse *prose,
                DeskTagger *tagger)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (DeskName));
  g_autoptr (GArray) tagged = g_array_new (FALSE, FALSE, sizeof (DeskName));
  guint next = 0;

  if (tagger != NULL)
    desk_tag_names (prose, tagger, tagged);
  for (guint i = 0; i < desk_prose_get_n_sentences (prose); i++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

      if (!sentence->story)
        continue;
      if (tagger != NULL)
        next = add_known (prose, sentence, tagged, next, names);
      else
        add_foreign (prose, sentence, names);
    }
  g_clear_pointer (&tagged, g_array_unref);
  if (tagger != NULL)
    {
      settle_bodies (prose, names);
      desk_names_read_brackets (prose, names);
      desk_names_find_speakers (prose, names);
      desk_names_agree (prose, names);
    }

  return names;
}
