/* Where a name that the tagger found begins and ends.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-trim.h"

/* "hung", "chung": longer words behind a hyphen are English ones. */
#define MAX_SYLLABLE 6

/* Leung Kwok-hung: the second half of a Chinese or Korean given name is written small. */
static void
complete_given_name (const DeskProse *prose,
                     const DeskSentence *sentence,
                     DeskName *name)
{
  if (name->end + 1 >= sentence->end || !(desk_prose_classes (prose, name->first) & DESK_CLASS_SURNAME_FIRST) || name->end - name->first != 2)
    return;
  if (desk_prose_character (prose, name->end) == '-' && desk_prose_get_token (prose, name->end)->glued &&
      desk_prose_get_token (prose, name->end + 1)->glued && desk_prose_get_token (prose, name->end + 1)->shape == DESK_SHAPE_LOWER &&
      desk_prose_get_token (prose, name->end + 1)->n_bytes <= MAX_SYLLABLE)
    name->end += 2;
}

/**
 * desk_name_is_apposed_person: (skip)
 *
 * "the driver, Ochir, said": between commas behind who somebody is stands who it is.
 *
 * Returns: whether a name that was taken for something else is a person's
 */
gboolean
desk_name_is_apposed_person (const DeskProse *prose,
                             const DeskSentence *sentence,
                             const DeskName *name)
{
  guint role = name->first - 2, before;

  if (name->kind == DESK_ENTITY_KIND_PERSON || name->end - name->first > 2 || name->first < sentence->first + 3 || name->end >= sentence->end ||
      desk_prose_character (prose, name->first - 1) != ',' || !desk_prose_is_one_of (prose, name->end, " , ") ||
      desk_prose_get_token (prose, name->first)->shape != DESK_SHAPE_CAPITAL)
    return FALSE;
  if (!(desk_prose_classes (prose, role) & DESK_CLASS_ROLE) || desk_prose_get_token (prose, role)->shape != DESK_SHAPE_LOWER ||
      desk_prose_is_one_of (prose, role, " sponsor owner operator producer partner leader host rival favourite favorite "))
    return FALSE;
  for (before = role; before > sentence->first && role - before < 3; before--)
    if (desk_prose_is_one_of (prose, before - 1, " the his her its their 's "))
      return TRUE;

  return FALSE;
}

/**
 * desk_name_trim: (skip)
 * @name: loses what the tagger drew into it beyond its words, and gets what it cut off
 */
void
desk_name_trim (const DeskProse *prose,
                const DeskSentence *sentence,
                DeskName *name)
{
  /* "… Ahmed Kole Image: Reuters": the label of the credit. */
  if (name->end - name->first > 1 && desk_prose_character (prose, name->end) == ':' &&
      desk_prose_is_one_of (prose, name->end - 1, " image images photo photos photograph picture video audio graphic illustration source "))
    name->end--;
  if (name->kind != DESK_ENTITY_KIND_PERSON)
    return;
  /* Nobody’s name ends in a small word, but for the halves of one: al-amr. */
  while (name->end - name->first > 1 && desk_prose_get_token (prose, name->end - 1)->kind == DESK_TOKEN_WORD &&
         desk_prose_get_token (prose, name->end - 1)->shape == DESK_SHAPE_LOWER && !desk_prose_get_token (prose, name->end - 1)->glued)
    name->end--;
  complete_given_name (prose, sentence, name);
}
