/* What the words around a name tell of it.
 *
 * Each hint gives points to a kind; the hints of all places where the same words stand add up, so
 * that a plain place profits from a telling one.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-evidence.h"

#include <glib/gi18n-lib.h>

#define PERSON DESK_ENTITY_KIND_PERSON
#define ORGANISATION DESK_ENTITY_KIND_ORGANISATION
#define PLACE DESK_ENTITY_KIND_PLACE

/* Hints of many places count no more than this together. */
#define MAX_POINTS 30

typedef struct
{
  const DeskProse *prose;
  const DeskName *name;
  const DeskSentence *sentence;
  DeskEvidence *evidence;
} Context;

static void
give (Context *self,
      DeskEntityKind kind,
      int points,
      const char *why)
{
  DeskEvidence *evidence = self->evidence;

  evidence->points[kind] = MIN (evidence->points[kind] + points, MAX_POINTS);
  if (points > evidence->best[kind])
    {
      evidence->best[kind] = points;
      evidence->why[kind] = why;
    }
}

static gboolean
inside (Context *self,
        guint token)
{
  return token >= self->sentence->first && token < self->sentence->end;
}

static gboolean
is_at (Context *self,
       guint token,
       const char *words)
{
  return inside (self, token) && desk_prose_is_one_of (self->prose, token, words);
}

static DeskClass
classes_at (Context *self,
            guint token)
{
  return inside (self, token) ? desk_prose_classes (self->prose, token) : 0;
}

/* A nationality, country or place follows: "…, South Carolina". */
static gboolean
place_follows (Context *self,
               guint token)
{
  const DeskEntry *entry;
  DeskClass found;

  return inside (self, token) && desk_known_name_match (self->prose, token, self->sentence->end, DESK_CLASS_NAME, &entry, &found) > 0 && entry->kind == DESK_ENTITY_KIND_PLACE && !entry->capital;
}

static gboolean
role_within (Context *self,
             guint first,
             guint n)
{
  for (guint i = first; i < first + n && inside (self, i); i++)
    {
      if (desk_prose_get_token (self->prose, i)->kind == DESK_TOKEN_PUNCTUATION && desk_prose_character (self->prose, i) != '-')
        return FALSE;
      if (classes_at (self, i) & DESK_CLASS_ROLE)
        return TRUE;
    }

  return FALSE;
}

static void
look_inside (Context *self)
{
  const DeskName *name = self->name;
  guint n_words = 0, n_common = 0, n_upper = 0;
  gboolean initial = FALSE, mixed = FALSE;
  /* That Washington is a family name too tells nothing of this one. */
  gboolean plain = name->entry == NULL || name->end - name->first > 1;

  for (guint i = name->first; i < name->end; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);
      DeskClass classes = desk_prose_classes (self->prose, i);

      if (token->kind != DESK_TOKEN_WORD)
        continue;
      n_words++;
      n_common += (classes & (DESK_CLASS_COMMON | DESK_CLASS_ROLE_PART | DESK_CLASS_POLICY)) != 0 && !(classes & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME));
      n_upper += token->shape == DESK_SHAPE_UPPER;
      initial |= token->n_bytes == 2 && desk_prose_get_utf8 (self->prose)[token->byte + 1] == '.';
      mixed |= token->shape == DESK_SHAPE_MIXED && token->n_bytes > 3;
      if (plain && (classes & DESK_CLASS_SURNAME) && i + 1 == name->end)
        give (self, PERSON, n_words > 1 ? 4 : 2, N_ ("known family name"));
      if (plain && (classes & DESK_CLASS_GIVEN_NAME) && i == name->first)
        give (self, PERSON, 2, N_ ("known given name"));
      if (classes & DESK_CLASS_SURNAME_FIRST && i == name->first && name->end - name->first > 1)
        give (self, PERSON, 3, N_ ("known family name"));
    }
  if (initial && n_words > 1)
    give (self, PERSON, 3, N_ ("an initial inside the name"));
  if (n_words == 1 && n_upper == 1 && desk_prose_get_token (self->prose, name->first)->n_bytes <= 6)
    give (self, ORGANISATION, 3, N_ ("letters in the way of an abbreviation"));
  if (n_words == 1 && mixed && !(desk_prose_classes (self->prose, name->first) & DESK_CLASS_SURNAME))
    give (self, ORGANISATION, 1, N_ ("written like a brand"));
  if ((n_words == 2 || n_words == 3) && n_common == 0 && n_upper == 0)
    give (self, PERSON, 2, N_ ("two or three words that are nothing else"));
  if (n_words > 0 && n_common == n_words)
    for (guint k = 0; k < DESK_N_ENTITY_KINDS; k++)
      self->evidence->points[k] -= 3;
  if (n_upper > 0)
    self->evidence->points[PERSON] -= 3;
}

static void
look_before (Context *self)
{
  const DeskName *name = self->name;
  guint before = name->first - 1; /* wraps where there is none: outside */
  gboolean definite = is_at (self, before, " the ");
  DeskClass classes;

  if (definite)
    before--;
  classes = classes_at (self, before);

  if (is_at (self, before, " in near outside across throughout around inside toward towards "))
    give (self, PLACE, definite ? 2 : 4, N_ ("stands after a word of place"));
  else if (is_at (self, before, " from to into at off "))
    give (self, PLACE, 1, N_ ("stands after a word of place"));
  if (is_at (self, before, " northern southern eastern western central downtown nearby southeastern southwestern northeastern northwestern upstate "))
    give (self, PLACE, 3, N_ ("stands after a word of place"));
  if (is_at (self, before, " of ") && is_at (self, before - 1, " city town village province district island region state port capital suburb county municipality area peninsula outskirts streets coast republic mayor governor "))
    give (self, PLACE, 4, N_ ("a word of place before it"));
  if (is_at (self, before, " of at with for by ") && (classes_at (self, before - 1) & DESK_CLASS_ROLE))
    give (self, ORGANISATION, 3, N_ ("somebody has a role there"));
  if (is_at (self, before, " company group band firm party agency network newspaper magazine startup giant retailer manufacturer charity club airline bank website "))
    give (self, ORGANISATION, 4, N_ ("what it is stands before it"));
  if (!definite && (classes & DESK_CLASS_ROLE) && desk_prose_get_token (self->prose, before)->shape == DESK_SHAPE_LOWER && name->end - name->first > 1)
    give (self, PERSON, 5, N_ ("a role before the name"));
  if (!definite && (classes & DESK_CLASS_CUE) && !(classes & DESK_CLASS_WEAK_CUE) && is_at (self, before, " said says added asked told wrote ") && name->end - name->first > 1)
    give (self, PERSON, 3, N_ ("a verb of saying before it"));
  if (definite)
    {
      self->evidence->points[PERSON] -= 3;
      give (self, ORGANISATION, 1, N_ ("an article before it"));
    }
}

static void
look_after (Context *self)
{
  const DeskName *name = self->name;
  guint after = name->end;
  DeskClass classes = classes_at (self, after);
  gunichar c = inside (self, after) ? desk_prose_character (self->prose, after) : 0;

  if ((classes & DESK_CLASS_CUE) && !(classes & DESK_CLASS_WEAK_CUE) && desk_prose_get_token (self->prose, after)->shape == DESK_SHAPE_LOWER)
    give (self, PERSON, 3, N_ ("a verb of saying after it"));
  else if (is_at (self, after, " who whose "))
    give (self, PERSON, 3, N_ ("“who” after it"));
  if (is_at (self, after, " province region district county city town village island islands river area peninsula mountains valley border coast municipality suburb neighborhood neighbourhood prefecture governorate oblast state airport "))
    give (self, PLACE, 4, N_ ("a word of place after it"));
  if (is_at (self, after, " spokesman spokeswoman spokesperson executives shares employees chairman chairwoman ceo headquarters fighters militants rebels lawmakers supporters party newspaper magazine agency company group network founder customers users subsidiary stock founder co chief militia movement guerrillas reporter correspondent "))
    give (self, ORGANISATION, 4, N_ ("what belongs to it stands after it"));
  if (c == ',')
    {
      const DeskToken *next = inside (self, after + 1) ? desk_prose_get_token (self->prose, after + 1) : NULL;

      if (is_at (self, after + 1, " who whose "))
        give (self, PERSON, 4, N_ ("“who” after it"));
      else if (next != NULL && next->kind == DESK_TOKEN_NUMBER && next->n_bytes <= 3 && is_at (self, after + 2, " , . "))
        give (self, PERSON, 4, N_ ("an age after it"));
      else if (place_follows (self, after + 1))
        give (self, PLACE, 3, N_ ("the region or country after it"));
      else if (is_at (self, after + 1, " a an the its ") && role_within (self, after + 2, 5) && name->end - name->first > 1)
        give (self, PERSON, 3, N_ ("a role after it"));
      else if (role_within (self, after + 1, 2) && name->end - name->first > 1)
        give (self, PERSON, 3, N_ ("a role after it"));
    }
}

/**
 * desk_evidence_collect:
 * @name: a name in a sentence whose capitals tell something
 * @evidence: gets the points of this place added
 */
void
desk_evidence_collect (const DeskProse *prose,
                       const DeskName *name,
                       DeskEvidence *evidence)
{
  Context context = { .prose = prose, .name = name, .evidence = evidence };

  context.sentence = desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, name->first));
  look_inside (&context);
  look_before (&context);
  look_after (&context);
}
