/* Finds the names of a text by word lists and rules.
 *
 *   sentences ─ chunk, read ─► names, some of them guesses
 *                                │ the words around, all places of the same words together
 *                                ▼
 *                              names with their kinds ─► headlines: only what the text knows
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-recognizer.h"

#include <glib/gi18n-lib.h>

#include "desk-body-country.h"
#include "desk-name-evidence.h"
#include "desk-name-memory.h"

/* In headlines, how many words a name that the text knows may have. */
#define MAX_HEADLINE_NAME 6

typedef struct
{
  const DeskProse *prose;
  GArray *names; /* of DeskName */
  DeskNameMemory *memory;
} Recognizer;

/* BEIJING (Reuters) —, LONDON, Feb. 8 —: capitals that tell where a report was written. */
static gboolean
is_dateline (Recognizer *self,
             const DeskSentence *sentence,
             const DeskName *name)
{
  const DeskProse *prose = self->prose;

  if (name->first != sentence->first || desk_prose_get_token (prose, name->first)->shape != DESK_SHAPE_UPPER || desk_prose_get_token (prose, name->first)->n_bytes < 4 || name->end >= sentence->end)
    return FALSE;
  for (guint i = name->end; i < MIN (name->end + 8, sentence->end); i++)
    {
      gunichar c = desk_prose_character (prose, i);

      if (c == 0x2014 || c == 0x2013 || (c == '-' && !desk_prose_get_token (prose, i)->glued))
        return TRUE;
      if (desk_prose_get_token (prose, i)->shape == DESK_SHAPE_LOWER)
        return FALSE;
    }

  return FALSE;
}

static void
read_sentence (Recognizer *self,
               const DeskSentence *sentence)
{
  const DeskProse *prose = self->prose;
  gboolean opening = TRUE;

  for (guint i = sentence->first; i < sentence->end;)
    {
      const DeskToken *token = desk_prose_get_token (prose, i);
      guint from = self->names->len;
      guint n;

      if (token->kind == DESK_TOKEN_QUOTE || desk_prose_character (prose, i) == ':')
        opening = TRUE;
      if (token->kind != DESK_TOKEN_WORD)
        {
          i++;
          continue;
        }
      n = desk_name_find_chunk (prose, i, sentence->end, opening);
      if (n == 0)
        {
          opening = FALSE;
          i++;
          continue;
        }
      i = desk_name_read_chunk (prose, i, i + n, sentence->end, opening, self->names);
      opening = FALSE;
      if (self->names->len > from && is_dateline (self, sentence, &g_array_index (self->names, DeskName, from)))
        {
          DeskName *name = &g_array_index (self->names, DeskName, from);

          if (name->guess && name->entry == NULL)
            {
              name->guess = FALSE;
              name->kind = DESK_ENTITY_KIND_PLACE;
              name->why = N_ ("where the report was written");
            }
        }
    }
}

/* Bodies take their nationality into the name; what stands there already gives way. */
static void
settle_bodies (Recognizer *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName name = g_array_index (self->names, DeskName, i);

      if (name.body)
        {
          if (!desk_body_find_country (self->prose, &name))
            continue;
          while (kept > 0 && g_array_index (self->names, DeskName, kept - 1).end > name.first)
            kept--;
        }
      g_array_index (self->names, DeskName, kept++) = name;
    }
  g_array_set_size (self->names, kept);
}

static void
learn (Recognizer *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = &g_array_index (self->names, DeskName, i);
      DeskKnownName *known = desk_name_memory_look_up (self->memory, name->first, name->end, TRUE);

      if (name->guess)
        {
          desk_evidence_collect (self->prose, name, &known->evidence);
          continue;
        }
      known->settled = TRUE;
      known->kind = name->kind;
      known->entry = name->entry;
      if (name->kind == DESK_ENTITY_KIND_PERSON)
        desk_name_memory_learn_person (self->memory, name);
      else if (name->kind == DESK_ENTITY_KIND_ORGANISATION && name->entry == NULL)
        desk_name_memory_learn_organisation (self->memory, name);
    }
}

static void
settle_as (DeskName *name,
           DeskEntityKind kind,
           DeskConfidence confidence,
           const char *why)
{
  if (name->entry != NULL && kind != name->entry->kind)
    name->entry = NULL;
  name->kind = kind;
  name->confidence = confidence;
  name->why = why;
  name->guess = FALSE;
}

/* The Amazon is a forest, Amazon a company: the words right around choose the reading. */
static void
choose_reading (Recognizer *self,
                DeskName *name)
{
  DeskEvidence evidence = { 0 };
  const DeskEntry *best = name->entry;

  if (name->entry->next == NULL)
    return;
  desk_evidence_collect (self->prose, name, &evidence);
  for (const DeskEntry *entry = name->entry->next; entry != NULL; entry = entry->next)
    if (entry->kind != best->kind && !entry->acronym && evidence.points[entry->kind] + (entry->kind == DESK_ENTITY_KIND_ORGANISATION) > evidence.points[best->kind])
      best = entry;
  name->entry = best;
}

/* A name that is an everyday word or a person's name as well. */
static gboolean
decide_ambiguous (Recognizer *self,
                  DeskName *name,
                  const DeskKnownName *known)
{
  int person = known->evidence.points[DESK_ENTITY_KIND_PERSON];
  int own;
  const DeskWord *word = desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, name->first)->word);

  if (name->end - name->first == 1 && name->opening && word->n_capital == 0 && ((word->classes & DESK_CLASS_COMMON) || word->n_lower > 0))
    return FALSE;
  choose_reading (self, name);
  own = known->evidence.points[name->entry->kind] + 2;
  if (person > own + 1)
    settle_as (name, DESK_ENTITY_KIND_PERSON, DESK_CONFIDENCE_LIKELY, known->evidence.why[DESK_ENTITY_KIND_PERSON]);
  else
    settle_as (name, name->entry->kind, DESK_CONFIDENCE_LIKELY, N_ ("known name"));

  return TRUE;
}

static gboolean
decide_unknown (DeskName *name,
                const DeskKnownName *known)
{
  int points;
  DeskEntityKind kind = desk_evidence_decide (&known->evidence, &points);
  gboolean single = name->end - name->first == 1;

  if (points < (single ? 3 : 2))
    return FALSE;
  settle_as (name, kind, points >= 5 ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_WEAK, known->evidence.why[kind]);

  return TRUE;
}

/* Whether the words right around speak for a place: "in Austin". */
static gboolean
stands_as_place (Recognizer *self,
                 const DeskName *name)
{
  DeskEvidence evidence = { 0 };

  desk_evidence_collect (self->prose, name, &evidence);

  return evidence.points[DESK_ENTITY_KIND_PLACE] >= 3 && evidence.points[DESK_ENTITY_KIND_PLACE] > evidence.points[DESK_ENTITY_KIND_PERSON];
}

static gboolean
decide (Recognizer *self,
        DeskName *name)
{
  const DeskKnownName *known = desk_name_memory_look_up (self->memory, name->first, name->end, FALSE);

  if (name->end - name->first == 1 && desk_name_memory_is_surname (self->memory, name->first) && !(name->entry != NULL && name->entry->kind == DESK_ENTITY_KIND_PLACE && stands_as_place (self, name)))
    {
      settle_as (name, DESK_ENTITY_KIND_PERSON, DESK_CONFIDENCE_LIKELY, N_ ("short for a person named in full"));
      return TRUE;
    }
  if (known != NULL && known->settled && name->entry == NULL)
    {
      settle_as (name, known->kind, DESK_CONFIDENCE_LIKELY, N_ ("clearer at another place of the article"));
      name->entry = known->entry;
      return TRUE;
    }
  if (name->entry != NULL)
    return decide_ambiguous (self, name, known);

  return decide_unknown (name, known);
}

/* Austin-Wei: two people of the article. */
static gboolean
is_pair (Recognizer *self,
         const DeskName *name)
{
  return name->guess && name->end - name->first == 3 && desk_prose_character (self->prose, name->first + 1) == '-' && desk_name_memory_is_surname (self->memory, name->first) && desk_name_memory_is_surname (self->memory, name->first + 2);
}

static void
settle_guesses (Recognizer *self)
{
  GArray *settled = g_array_sized_new (FALSE, FALSE, sizeof (DeskName), self->names->len);

  /* First what brings new people, so that their surnames are known to all the rest. */
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName *name = &g_array_index (self->names, DeskName, i);
      const DeskKnownName *known = desk_name_memory_look_up (self->memory, name->first, name->end, FALSE);

      if (name->guess && name->entry == NULL && name->end - name->first > 1 && !is_pair (self, name) && !known->settled && decide_unknown (name, known) && name->kind == DESK_ENTITY_KIND_PERSON)
        desk_name_memory_learn_person (self->memory, name);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName name = g_array_index (self->names, DeskName, i);

      if (is_pair (self, &name))
        {
          DeskName second = name;

          name.end = name.first + 1;
          second.first = second.title = name.first + 2;
          decide (self, &name);
          decide (self, &second);
          g_array_append_val (settled, name);
          g_array_append_val (settled, second);
        }
      else if (!name.guess || decide (self, &name))
        g_array_append_val (settled, name);
    }

  g_array_unref (self->names);
  self->names = settled;
}

/* Where every word is capitalised, only what the rest of the text or the lists know counts. */
static guint
read_headline_name (Recognizer *self,
                    const DeskSentence *sentence,
                    guint first)
{
  const DeskProse *prose = self->prose;
  const DeskEntry *entry;
  DeskClass found;
  guint limit = MIN (first + MAX_HEADLINE_NAME, sentence->end);
  guint n = desk_known_name_match (prose, first, sentence->end, DESK_CLASS_NAME, &entry, &found);
  DeskName name = { .first = first, .title = first, .confidence = DESK_CONFIDENCE_LIKELY, .opening = TRUE };

  for (guint end = limit; end > first; end--)
    {
      const DeskKnownName *known = desk_name_memory_look_up (self->memory, first, end, FALSE);

      if (end - first < n)
        break;
      if (known == NULL || !known->settled || desk_prose_get_token (prose, end - 1)->kind != DESK_TOKEN_WORD || desk_prose_get_token (prose, first)->shape == DESK_SHAPE_LOWER)
        continue;
      name.end = end;
      name.kind = known->kind;
      name.entry = known->entry;
      name.why = N_ ("named so in the text as well");
      g_array_append_val (self->names, name);
      return end - first;
    }

  /* In a line of capitals "US" may be a word, and a common word is no name of its own. */
  if (n > 0 && !entry->ambiguous && !(entry->acronym && desk_prose_get_token (prose, first)->n_bytes <= 3 && n == 1 && sentence->end - sentence->first > 1 && sentence->first + 1 < sentence->end && desk_prose_get_token (prose, sentence->end - 1)->shape == DESK_SHAPE_UPPER))
    {
      name.end = first + n;
      name.kind = entry->kind;
      name.entry = entry;
      name.confidence = DESK_CONFIDENCE_SURE;
      name.why = N_ ("known name");
      g_array_append_val (self->names, name);
      return n;
    }
  if (desk_name_memory_is_surname (self->memory, first) && desk_token_is_capital (desk_prose_get_token (prose, first)) && !(desk_prose_classes (prose, first) & DESK_CLASS_STARTER))
    {
      name.end = first + 1;
      name.kind = DESK_ENTITY_KIND_PERSON;
      name.why = N_ ("short for a person named in full");
      g_array_append_val (self->names, name);
      return 1;
    }

  return 1;
}

static void
read_headline (Recognizer *self,
               const DeskSentence *sentence)
{
  for (guint i = sentence->first; i < sentence->end;)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);

      i += token->kind == DESK_TOKEN_WORD && !desk_prose_is (self->prose, i, "'s") ? read_headline_name (self, sentence, i) : 1;
    }
}

/* Without rules for the language: known names alone, and no word that is another one there. */
static void
read_foreign (Recognizer *self,
              const DeskSentence *sentence)
{
  for (guint i = sentence->first; i < sentence->end;)
    {
      const DeskEntry *entry;
      DeskClass found;
      guint n = desk_known_name_match (self->prose, i, sentence->end, DESK_CLASS_NAME, &entry, &found);

      if (n > 0 && !entry->ambiguous && entry->kind != DESK_ENTITY_KIND_GROUP && !(entry->acronym && desk_prose_get_token (self->prose, i)->n_bytes < 3))
        {
          DeskName name = { .first = i, .end = i + n, .title = i, .kind = entry->kind, .confidence = DESK_CONFIDENCE_LIKELY, .why = N_ ("known name"), .entry = entry };

          g_array_append_val (self->names, name);
        }
      i += MAX (n, 1);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const DeskName *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

/**
 * desk_recognize:
 * @prose: the text
 * @english: whether the rules for English apply; otherwise only known names are looked up
 *
 * Returns: (transfer full) (element-type DeskName): the names in text order, none over another
 */
GArray *
desk_recognize (const DeskProse *prose,
                gboolean english)
{
  Recognizer self = { .prose = prose };
  guint n_sentences = desk_prose_get_n_sentences (prose);

  self.names = g_array_new (FALSE, FALSE, sizeof (DeskName));
  self.memory = desk_name_memory_new (prose);

  for (guint i = 0; i < n_sentences; i++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

      if (sentence->story && !english)
        read_foreign (&self, sentence);
      else if (sentence->story && !sentence->title_case)
        read_sentence (&self, sentence);
    }

  if (english)
    {
      settle_bodies (&self);
      learn (&self);
      settle_guesses (&self);
      for (guint i = 0; i < self.names->len; i++)
        {
          const DeskName *name = &g_array_index (self.names, DeskName, i);
          DeskKnownName *known = desk_name_memory_look_up (self.memory, name->first, name->end, TRUE);

          if (!known->settled && !name->body)
            {
              known->settled = TRUE;
              known->kind = name->kind;
              known->entry = name->entry;
            }
        }
      for (guint i = 0; i < n_sentences; i++)
        {
          const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

          if (sentence->story && sentence->title_case)
            read_headline (&self, sentence);
        }
      g_array_sort (self.names, compare_names);
    }

  desk_name_memory_free (self.memory);

  return self.names;
}
