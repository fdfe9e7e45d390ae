/* Tells a capital from the government that it stands for.
 *
 * "Beijing rejected the request" speaks of a government, "a briefing in Beijing" of a city. Where
 * nothing tells, it is the city.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-metonym.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  READING_UNKNOWN,
  READING_CITY,
  READING_GOVERNMENT,
} Reading;

typedef struct
{
  const DeskProse *prose;
  const DeskSentence *sentence;
  GArray *names;
  guint index; /* of the name */
} Metonym;

static gboolean
is_at (const Metonym *self,
       guint token,
       const char *words)
{
  return token >= self->sentence->first && token < self->sentence->end && desk_prose_is_one_of (self->prose, token, words);
}

static DeskClass
classes_at (const Metonym *self,
            guint token)
{
  return token >= self->sentence->first && token < self->sentence->end ? desk_prose_classes (self->prose, token) : 0;
}

/* A word of what governments have or send, among the last few before @token. */
static gboolean
policy_before (const Metonym *self,
               guint token)
{
  for (guint n = 0; n < 3; n++, token--)
    if (classes_at (self, token) & DESK_CLASS_POLICY)
      return TRUE;

  return FALSE;
}

static Reading
read_before (const Metonym *self,
             guint before)
{
  if (is_at (self, before, " in at near outside around across into throughout inside toward towards via through central downtown northern southern eastern western greater nearby "))
    return READING_CITY;
  if (is_at (self, before, " visit visited visiting visits leave left leaving reach reached reaching tour toured touring "))
    return READING_CITY;
  if (is_at (self, before, " from to of for "))
    {
      if (is_at (self, before - 1, " travel traveled travelled traveling travelling travels flew fly flying flight flights went go going come came return returned returning trip moved arrive arrived drove train way route road flown headed heading city town mayor streets outskirts suburb people residents university "))
        return READING_CITY;
      return policy_before (self, before - 1) ? READING_GOVERNMENT : READING_CITY;
    }
  if (is_at (self, before, " with by against between pressure pressed urged urging accused accusing accuses blame blamed blames warn warned warns told telling tells asked asking asks urges pressing "))
    return READING_GOVERNMENT;

  return READING_UNKNOWN;
}

/* The verb after the name, over adverbs and over "and Moscow". */
static Reading
read_verb (const Metonym *self,
           guint after)
{
  for (guint n = 0; n < 3; n++)
    {
      if (is_at (self, after, " also now then later still never now long repeatedly reportedly allegedly already again only not even largely quickly formally officially publicly "))
        after++;
      else
        break;
    }
  if (is_at (self, after, " is was "))
    {
      const DeskToken *next = after + 1 < self->sentence->end ? desk_prose_get_token (self->prose, after + 1) : NULL;
      const char *word = next != NULL ? desk_prose_get_word (self->prose, next->word)->folded : "";

      return (classes_at (self, after + 1) & (DESK_CLASS_ACT | DESK_CLASS_CUE)) && g_str_has_suffix (word, "ing")
               ? READING_GOVERNMENT
               : READING_UNKNOWN;
    }
  if ((classes_at (self, after) & DESK_CLASS_ACT) || ((classes_at (self, after) & DESK_CLASS_CUE) && !(classes_at (self, after) & DESK_CLASS_WEAK_CUE)))
    return READING_GOVERNMENT;

  return READING_UNKNOWN;
}

static Reading
read_after (const Metonym *self,
            const DeskName *name)
{
  guint after = name->end;
  Reading verb;

  if (is_at (self, after, " 's "))
    {
      for (guint n = 1; n <= 3; n++)
        {
          if (classes_at (self, after + n) & DESK_CLASS_POLICY)
            return READING_GOVERNMENT;
          if (is_at (self, after + n, " airport streets mayor residents people suburbs centre center museum university stadium subway metro population police "))
            return READING_CITY;
        }
      return READING_CITY;
    }

  verb = read_verb (self, after);
  if (verb == READING_UNKNOWN && is_at (self, after, " and or ") && self->index + 1 < self->names->len)
    {
      const DeskName *next = &g_array_index (self->names, DeskName, self->index + 1);

      if (next->first == after + 1)
        verb = read_verb (self, next->end);
    }

  return verb;
}

static Reading
read_name (const Metonym *self,
           const DeskName *name)
{
  Reading reading = read_before (self, name->first - 1);

  if (reading == READING_CITY)
    return reading;
  if (is_at (self, name->end, " , ") && self->index + 1 < self->names->len)
    {
      const DeskName *next = &g_array_index (self->names, DeskName, self->index + 1);

      /* "London, Ontario" */
      if (next->first == name->end + 1 && next->kind == DESK_ENTITY_KIND_PLACE && is_at (self, next->end, " , . "))
        return READING_CITY;
    }

  return reading != READING_UNKNOWN ? reading : read_after (self, name);
}

static void
become_government (DeskName *name)
{
  name->kind = DESK_ENTITY_KIND_GOVERNMENT;
  name->country = name->entry->country;
  name->confidence = DESK_CONFIDENCE_LIKELY;
  name->why = N_ ("the capital stands for the government");
}

/**
 * desk_read_metonyms:
 * @names: (element-type DeskName): in text order; capitals that stand for a government become one
 */
void
desk_read_metonyms (const DeskProse *prose,
                    GArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      DeskName *name = &g_array_index (names, DeskName, i);
      DeskName *previous = i > 0 ? &g_array_index (names, DeskName, i - 1) : NULL;
      Metonym metonym = { .prose = prose, .names = names, .index = i };
      Reading reading;

      if (name->kind != DESK_ENTITY_KIND_PLACE || name->entry == NULL || !name->entry->capital)
        continue;
      metonym.sentence = desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, name->first));
      reading = read_name (&metonym, name);

      /* "between Moscow and Beijing": both or none. */
      if (reading != READING_CITY && previous != NULL && previous->kind == DESK_ENTITY_KIND_GOVERNMENT && previous->end + 1 == name->first && desk_prose_is_one_of (prose, previous->end, " and or - "))
        reading = READING_GOVERNMENT;
      if (reading == READING_GOVERNMENT)
        become_government (name);
    }
}
