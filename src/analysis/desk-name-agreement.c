/* The tagger sees one sentence at a time. Over the whole text
 *
 *   - one string of words is of one kind, the one that most places speak for;
 *   - the family name of a person named in full is that person;
 *   - what was a name at one place is one at the others, if it is written like one.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-agreement.h"

#include <glib/gi18n-lib.h>

#include "desk-name-parting.h"

/* So sure the tagger keeps its word against the rest of the text. */
#define STUBBORN 6
#define SURE_OF_HEADLINE 6
#define MAX_NAME 6
/* Fewer votes make no name where the tagger saw none. */
#define ENOUGH_VOTES 2.5f

typedef struct
{
  const DeskProse *prose;
  GArray *names; /* of DeskName */
  DeskNameMemory *memory;
} Agreement;

static void
settle (DeskName *name,
        DeskEntityKind kind,
        const DeskEntry *entry,
        const char *why)
{
  name->kind = kind;
  name->entry = entry;
  name->confidence = DESK_CONFIDENCE_LIKELY;
  name->why = why;
}

static gboolean
is_in_headline (Agreement *self,
                const DeskName *name)
{
  return desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, name->first))->title_case;
}

/* What lists know within a name that is none. */
static void
keep_known (Agreement *self,
            const DeskName *whole,
            GArray *kept)
{
  for (guint i = whole->first; i < whole->end;)
    {
      const DeskEntry *entry;
      DeskClass found;
      guint n = desk_known_name_match (self->prose, i, whole->end, DESK_CLASS_NAME, &entry, &found);

      if (n > 0 && !entry->ambiguous && !entry->acronym)
        {
          DeskName name = { .first = i, .end = i + n, .title = i };

          settle (&name, entry->kind, entry, N_ ("known name"));
          g_array_append_val (kept, name);
        }
      i += MAX (n, 1);
    }
}

/* Where every word is capitalised the tagger guesses: what the rest of the text does not know, and no list, goes. */
static void
sift_headlines (Agreement *self)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (DeskName), self->names->len);

  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = &g_array_index (self->names, DeskName, i);

      if (name->entry != NULL || name->body || name->margin >= SURE_OF_HEADLINE || !is_in_headline (self, name) ||
          desk_name_memory_look_up (self->memory, name->first, name->end, FALSE) != NULL)
        g_array_append_val (kept, *name);
      else
        keep_known (self, name, kept);
    }
  g_array_set_size (self->names, 0);
  g_array_append_vals (self->names, kept->data, kept->len);
}

static void
learn (Agreement *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = &g_array_index (self->names, DeskName, i);

      if (name->body || is_in_headline (self, name))
        continue;
      desk_name_memory_vote (self->memory, name);
      if (name->kind == DESK_ENTITY_KIND_PERSON && name->end - name->first > 1 && desk_prose_character (self->prose, name->first + 1) != '-')
        desk_name_memory_learn_person (self->memory, name);
      else if (name->kind == DESK_ENTITY_KIND_ORGANISATION && name->entry == NULL && name->end - name->first > 1)
        desk_name_memory_learn_organisation (self->memory, name);
    }
}

/* A country is a place here and a team there. */
static gboolean
is_team (const DeskKnownName *known,
         const DeskName *name)
{
  return (name->kind == DESK_ENTITY_KIND_ORGANISATION && known->entry != NULL && known->entry->is_country) ||
         (known->kind == DESK_ENTITY_KIND_ORGANISATION && name->entry != NULL && name->entry->is_country);
}

static void
agree (Agreement *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName *name = &g_array_index (self->names, DeskName, i);
      const DeskKnownName *known;

      if (name->body || name->margin >= STUBBORN)
        continue;
      if (name->end - name->first == 1 && desk_name_memory_is_surname (self->memory, name->first) && (name->entry == NULL || name->entry->ambiguous))
        {
          if (name->kind != DESK_ENTITY_KIND_PERSON)
            settle (name, DESK_ENTITY_KIND_PERSON, NULL, N_ ("short for a person named in full"));
          continue;
        }
      known = desk_name_memory_look_up (self->memory, name->first, name->end, FALSE);
      if (known != NULL && known->kind != name->kind && !is_team (known, name))
        settle (name, known->kind, known->entry, N_ ("clearer at another place of the article"));
    }
}

/* Whether a word at a place where no name was seen is written as one. */
static gboolean
is_written_as_name (Agreement *self,
                    const DeskSentence *sentence,
                    guint first,
                    guint end)
{
  const DeskToken *token = desk_prose_get_token (self->prose, first);
  const DeskWord *word = desk_prose_get_word (self->prose, token->word);

  if (!desk_token_is_capital (token) || desk_prose_get_token (self->prose, end - 1)->kind != DESK_TOKEN_WORD)
    return FALSE;
  if (end - first > 1)
    return desk_token_is_capital (desk_prose_get_token (self->prose, end - 1));
  if (first > sentence->first && !sentence->title_case)
    return TRUE;

  /* Where every word would be capitalised. */
  return word->n_lower == 0 && !(word->classes & (DESK_CLASS_STARTER | DESK_CLASS_COMMON));
}

static guint
find_known (Agreement *self,
            const DeskSentence *sentence,
            guint first,
            guint limit)
{
  for (guint end = MIN (first + MAX_NAME, limit); end > first; end--)
    {
      DeskName name = { .first = first, .end = end, .title = first, .confidence = DESK_CONFIDENCE_LIKELY };
      const DeskKnownName *known;

      if (!is_written_as_name (self, sentence, first, end))
        continue;
      known = desk_name_memory_look_up (self->memory, first, end, FALSE);
      if (known != NULL && known->votes[known->kind] >= ENOUGH_VOTES)
        {
          settle (&name, known->kind, known->entry, N_ ("named so in the text as well"));
          g_array_append_val (self->names, name);
          return end;
        }
      if (end == first + 1 && desk_name_memory_is_surname (self->memory, first))
        {
          settle (&name, DESK_ENTITY_KIND_PERSON, NULL, N_ ("short for a person named in full"));
          g_array_append_val (self->names, name);
          return end;
        }
    }

  return first + 1;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const DeskName *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

static void
complete (Agreement *self)
{
  const guint n = self->names->len;
  guint next = 0;

  for (guint s = 0; s < desk_prose_get_n_sentences (self->prose); s++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (self->prose, s);

      for (guint i = sentence->first; i < sentence->end;)
        {
          guint limit = sentence->end;

          while (next < n && g_array_index (self->names, DeskName, next).end <= i)
            next++;
          if (next < n)
            {
              const DeskName *name = &g_array_index (self->names, DeskName, next);

              if (name->first <= i)
                {
                  i = name->end;
                  continue;
                }
              limit = MIN (limit, name->first);
            }
          if (!sentence->story || !desk_token_is_capital (desk_prose_get_token (self->prose, i)))
            i++;
          else
            i = find_known (self, sentence, i, limit);
        }
    }
  g_array_sort (self->names, compare_names);
}

/**
 * desk_names_agree: (skip)
 * @names: (element-type DeskName): in text order, none over another; changed and completed
 */
void
desk_names_agree (const DeskProse *prose,
                  GArray *names)
{
  Agreement self = { .prose = prose, .names = names, .memory = desk_name_memory_new (prose) };

  learn (&self);
  sift_headlines (&self);
  desk_names_part (prose, self.memory, names);
  agree (&self);
  complete (&self);
  desk_name_memory_free (self.memory);
}
