/* Parts what the tagger ran together into one name.
 *
 * Names that stand side by side without a comma look like one: "the head of Tarvo Council Pia Kole".
 * Where the text names the person elsewhere, it tells where the one ends and the other begins.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-parting.h"

#include <glib/gi18n-lib.h>

/* So many words at the end of a name may be a person’s. */
#define MAX_PERSON 4

/* Fewer votes make no name of what is left. */
#define ENOUGH_VOTES 2.5f

typedef struct
{
  const DeskProse *prose;
  DeskNameMemory *memory;
  GArray *parted; /* of DeskName */
} Parting;

static void
add_part (Parting *self,
          const DeskName *whole,
          guint first,
          guint end,
          DeskEntityKind kind,
          const DeskEntry *entry,
          const char *why)
{
  DeskName part = *whole;

  part.first = part.title = first;
  part.end = end;
  part.kind = kind;
  part.entry = entry;
  part.confidence = DESK_CONFIDENCE_LIKELY;
  part.why = why;
  g_array_append_val (self->parted, part);
}

static void
add_person (Parting *self,
            const DeskName *whole,
            guint first,
            guint end)
{
  add_part (self, whole, first, end, DESK_ENTITY_KIND_PERSON, NULL, N_ ("short for a person named in full"));
}

/* What is left beside a person is what the text or a list knows of it, else what the whole was taken for. */
static void
add_rest (Parting *self,
          const DeskName *whole,
          guint first,
          guint end)
{
  const DeskKnownName *known;
  const DeskEntry *entry;
  DeskClass found;

  if (first >= end)
    return;
  known = desk_name_memory_look_up (self->memory, first, end, FALSE);
  if (known != NULL)
    add_part (self, whole, first, end, known->kind, known->entry, N_ ("named so in the text as well"));
  else if (desk_known_name_match (self->prose, first, end, DESK_CLASS_NAME, &entry, &found) == end - first)
    add_part (self, whole, first, end, entry->kind, entry, N_ ("known name"));
  else if (desk_token_is_capital (desk_prose_get_token (self->prose, end - 1)))
    add_part (self, whole, first, end, whole->kind, NULL, whole->why);
}

static gboolean
is_known_as (Parting *self,
             guint first,
             guint end,
             DeskEntityKind kind)
{
  const DeskKnownName *known = desk_name_memory_look_up (self->memory, first, end, FALSE);

  return known != NULL && known->kind == kind;
}

/* Austin-Wei: two people of the article. */
static gboolean
part_pair (Parting *self,
           const DeskName *name)
{
  if (name->body || name->end - name->first != 3 || desk_prose_character (self->prose, name->first + 1) != '-' ||
      !desk_name_memory_is_surname (self->memory, name->first) || !desk_name_memory_is_surname (self->memory, name->first + 2))
    return FALSE;
  add_person (self, name, name->first, name->first + 1);
  add_person (self, name, name->first + 2, name->end);

  return TRUE;
}

/* "Kole the Tarvo mill", "Kole’s Paintings", "Kole photos": begins with the family name of a person
 * named in full, and no name goes on like that. "Kole Holdings" does. */
static gboolean
part_after_person (Parting *self,
                   const DeskName *name)
{
  guint next = name->first + 1;

  if (name->kind == DESK_ENTITY_KIND_PERSON || name->kind == DESK_ENTITY_KIND_WORK || name->entry != NULL || name->body ||
      name->end - name->first < 2 || !desk_name_memory_is_surname (self->memory, name->first) ||
      (desk_prose_classes (self->prose, name->first) & DESK_CLASS_NATIONALITY))
    return FALSE;
  if (desk_prose_is (self->prose, next, "the") || desk_prose_is (self->prose, next, "'s"))
    {
      add_person (self, name, name->first, next);
      add_rest (self, name, next + 1, name->end);
      return TRUE;
    }
  if (desk_prose_get_token (self->prose, next)->kind == DESK_TOKEN_WORD && desk_prose_get_token (self->prose, next)->shape == DESK_SHAPE_LOWER &&
      desk_prose_get_token (self->prose, name->end - 1)->shape == DESK_SHAPE_LOWER)
    {
      add_person (self, name, name->first, next);
      return TRUE;
    }
  /* Two names of the text side by side. */
  if (is_known_as (self, name->first, next, DESK_ENTITY_KIND_PERSON) && desk_name_memory_get_votes (self->memory, next, name->end) >= ENOUGH_VOTES && !is_known_as (self, next, name->end, DESK_ENTITY_KIND_PERSON))
    {
      add_person (self, name, name->first, next);
      add_rest (self, name, next, name->end);
      return TRUE;
    }

  return FALSE;
}

/* Whether a name can end before @end: "Fundación Pia Kole" does not end before Pia. */
static gboolean
is_complete (Parting *self,
             guint first,
             guint end)
{
  const DeskEntry *entry;
  DeskEntityKind kind;
  DeskClass found;

  if (desk_prose_is_one_of (self->prose, end - 1, " of for and & - the "))
    return FALSE;
  if (desk_prose_is (self->prose, end - 1, "'s") || desk_name_memory_get_votes (self->memory, first, end) >= ENOUGH_VOTES ||
      desk_known_name_match (self->prose, first, end, DESK_CLASS_NAME, &entry, &found) == end - first ||
      desk_name_match_head (self->prose, first, end, end, &kind) == end - first)
    return TRUE;
  for (guint i = first + 1; i < end; i++)
    if (desk_prose_is_one_of (self->prose, i, " of for on "))
      return TRUE;

  return FALSE;
}

/* "University of Tarvo Pia Kole": ends with a person whom the text names elsewhere, in full or by what
 * comes last. */
static gboolean
part_before_person (Parting *self,
                    const DeskName *name)
{
  const DeskClass others = DESK_CLASS_COMMON | DESK_CLASS_HEAD_LAST | DESK_CLASS_SUFFIX | DESK_CLASS_NAME;
  guint start = 0;

  if (name->kind == DESK_ENTITY_KIND_PERSON || name->kind == DESK_ENTITY_KIND_WORK || name->entry != NULL || name->body ||
      name->end - name->first < 3)
    return FALSE;
  for (guint n = MIN (MAX_PERSON, name->end - name->first - 1); n >= 2 && start == 0; n--)
    if (is_known_as (self, name->end - n, name->end, DESK_ENTITY_KIND_PERSON))
      start = name->end - n;
  if (start == 0 && name->end - name->first > 3 && is_known_as (self, name->end - 1, name->end, DESK_ENTITY_KIND_PERSON) &&
      !(desk_prose_classes (self->prose, name->end - 1) & others) && !(desk_prose_classes (self->prose, name->end - 2) & others) &&
      desk_prose_get_token (self->prose, name->end - 2)->shape == DESK_SHAPE_CAPITAL &&
      !desk_prose_is_one_of (self->prose, name->end - 3, " of for and & - the 's "))
    start = name->end - 2;
  if (start == 0 || !is_complete (self, name->first, start))
    return FALSE;
  add_rest (self, name, name->first, desk_prose_is (self->prose, start - 1, "'s") ? start - 1 : start);
  add_part (self, name, start, name->end, DESK_ENTITY_KIND_PERSON, NULL, N_ ("named so in the text as well"));

  return TRUE;
}

/**
 * desk_names_part: (skip)
 * @memory: what the text has told of its names
 * @names: (element-type DeskName): in text order; those that are several become several
 */
void
desk_names_part (const DeskProse *prose,
                 DeskNameMemory *memory,
                 GArray *names)
{
  Parting self = { .prose = prose, .memory = memory };
  g_autoptr (GArray) parted = g_array_sized_new (FALSE, FALSE, sizeof (DeskName), names->len);

  self.parted = parted;
  for (guint i = 0; i < names->len; i++)
    {
      const DeskName *name = &g_array_index (names, DeskName, i);

      if (!part_pair (&self, name) && !part_after_person (&self, name) && !part_before_person (&self, name))
        g_array_append_val (parted, *name);
    }
  g_array_set_size (names, 0);
  g_array_append_vals (names, parted->data, parted->len);
}
