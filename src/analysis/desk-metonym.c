/* Tells a capital from the government that it stands for.
 *
 * "Beijing rejected the request" speaks of a government, "a briefing in Beijing" of a city. Where
 * nothing tells, a capital is the city and the Kremlin the government.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-metonym.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  guint index;       /* of the name */
  gboolean cautious; /* takes more to be a government */
} Metonym;

/* Longer lists are no subject. */
#define MAX_LIST 4

static gboolean
is_at (const Metonym *self,
       guint token,
       const char *words)
{
  return token >= self->sentence->first && token < self->sentence->end && desk_prose_is_one_of (self->prose, token, words);
}

static gboolean
is_quote (const Metonym *self,
          guint token)
{
  return token < self->sentence->end && desk_prose_get_token (self->prose, token)->kind == DESK_TOKEN_QUOTE;
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

/* One of the words, or a word of saying, among the last few before @token. */
static gboolean
said_before (const Metonym *self,
             guint token,
             const char *words)
{
  for (guint n = 0; n < 3; n++, token--)
    if (is_at (self, token, words) || ((classes_at (self, token) & DESK_CLASS_CUE) && !(classes_at (self, token) & DESK_CLASS_WEAK_CUE)))
      return TRUE;

  return FALSE;
}

/* "pro-Beijing", "Moscow-backed" */
static Reading
read_hyphens (const Metonym *self,
              const DeskName *name)
{
  if (is_at (self, name->first - 1, " - ") && is_at (self, name->first - 2, " pro anti "))
    return READING_GOVERNMENT;
  if (is_at (self, name->end, " - ") && is_at (self, name->end + 1, " backed appointed led brokered imposed funded controlled allied friendly aligned mandated sponsored installed approved ordered "))
    return READING_GOVERNMENT;
  if (is_at (self, name->end, " - ") && is_at (self, name->end + 1, " based born bound trained educated "))
    return READING_CITY;

  return READING_UNKNOWN;
}

static Reading
read_preposition (const Metonym *self,
                  guint before)
{
  if (is_at (self, before - 1, " travel traveled travelled traveling travelling travels flew fly flying flight flights went go going come came return returned returning trip moved arrive arrived drove train way route road flown headed heading city town mayor streets outskirts suburb people residents university "))
    return READING_CITY;
  if (is_at (self, before, " to ") && said_before (self, before - 1, " loyal hostile close answerable explaining explain "))
    return READING_GOVERNMENT;
  if (is_at (self, before, " for ") && is_at (self, before - 1, " wait waits waited waiting setback victory blow defeat embarrassment headache "))
    return READING_GOVERNMENT;

  return policy_before (self, before - 1) ? READING_GOVERNMENT : READING_CITY;
}

static Reading
read_before (const Metonym *self,
             const DeskName *name)
{
  const guint before = name->first - 1;

  if (is_at (self, before, " the ") && name->entry->building && name->first >= self->sentence->first + 2)
    {
      DeskName after_article = *name;

      after_article.first--;
      return read_before (self, &after_article);
    }
  if (is_at (self, before, " in at near outside around across into throughout inside toward towards via through central downtown northern southern eastern western greater nearby "))
    return is_at (self, before, " at ") && is_at (self, name->first, " westminster ") ? READING_GOVERNMENT : READING_CITY;
  if (is_at (self, before, " visit visited visiting visits leave left leaving reach reached reaching tour toured touring "))
    return READING_CITY;
  if (is_at (self, before, " from to of for "))
    return name->entry->building ? READING_GOVERNMENT : read_preposition (self, before);
  if (is_at (self, before, " on ") && is_at (self, before - 1, " call calls called calling pressure sanctions tariffs rely relies relied reliance depend depends "))
    return READING_GOVERNMENT;
  if (is_at (self, before, " pressure pressed urged urging accused accusing accuses blame blamed blames warn warned warns told telling tells asked asking asks urges pressing censure censured condemn condemned criticise criticised criticize criticized thanked lobby lobbied persuade persuaded convince convinced defy defied embarrass angered infuriated appease reassure consult petition petitioned "))
    return READING_GOVERNMENT;
  if (is_at (self, before, " called calls ") && (is_quote (self, name->end) || is_at (self, name->end, " a an to ")))
    return READING_GOVERNMENT;
  /* A town that is the seat of a state within the state is met with more than its government is. */
  if (is_at (self, before, " with by against between ") && !self->cautious)
    return READING_GOVERNMENT;

  return READING_UNKNOWN;
}

static guint
skip_adverbs (const Metonym *self,
              guint at)
{
  for (guint n = 0; n < 3 && is_at (self, at, " also now then later still never now long since repeatedly reportedly allegedly already again only not even largely quickly formally officially publicly yet just all has n't "); n++)
    at++;

  return at;
}

/* Something that governments do rather than towns: reject, find the money. */
static gboolean
is_deed (const Metonym *self,
         guint at)
{
  DeskClass classes = classes_at (self, at);
  const DeskToken *token = at < self->sentence->end ? desk_prose_get_token (self->prose, at) : NULL;
  const char *word;

  if (token == NULL || token->kind != DESK_TOKEN_WORD || is_at (self, at + 1, " by "))
    return FALSE;
  if ((classes & DESK_CLASS_ACT) || ((classes & DESK_CLASS_CUE) && !(classes & DESK_CLASS_WEAK_CUE)))
    return TRUE;
  if (is_at (self, at, " found took takes gave gives made makes let lets put puts wants knows thinks thought sent spent chose kept lost brought given taken cut sank "))
    return TRUE;
  word = desk_prose_get_word (self->prose, token->word)->folded;

  return token->shape == DESK_SHAPE_LOWER && token->end - token->start > 4 && g_str_has_suffix (word, "ed") &&
         !is_at (self, at, " based located situated hosted flooded besieged bombed occupied divided named ");
}

/* What stands after "is" and "has": "is watching", "was pleased", "has said nothing", "had no comment". */
static Reading
read_helper (const Metonym *self,
             guint helper)
{
  const guint at = skip_adverbs (self, is_quote (self, helper + 1) ? helper + 2 : helper + 1);
  const char *word = at < self->sentence->end ? desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, at)->word)->folded : "";

  if (is_at (self, helper, " is was are were ") || is_at (self, at, " been be "))
    {
      const guint what = is_at (self, at, " been be ") ? skip_adverbs (self, at + 1) : at;

      if (is_at (self, what, " pleased ready willing keen reluctant adamant silent furious unhappy unmoved wary cautious eager determined unwilling prepared convinced unimpressed relieved tired angry confident committed alarmed told informed notified asked accused warned urged "))
        return READING_GOVERNMENT;
      return g_str_has_suffix (word, "ing") && ((classes_at (self, at) & (DESK_CLASS_ACT | DESK_CLASS_CUE)) || is_at (self, at, " watching waiting thinking considering trying preparing looking working hoping "))
               ? READING_GOVERNMENT
               : READING_UNKNOWN;
    }
  if (is_at (self, helper, " has have had "))
    return (is_deed (self, at) && !is_at (self, at, " has have had ")) || is_at (self, at, " no ") || (is_at (self, at, " to ") && is_deed (self, at + 1)) ? READING_GOVERNMENT : READING_UNKNOWN;

  /* will, must, does not */
  return at > helper ? READING_GOVERNMENT : READING_UNKNOWN;
}

static Reading
read_verb (const Metonym *self,
           guint after)
{
  const DeskBlock *block = desk_version_get_block (desk_prose_get_version (self->prose), self->sentence->block);

  after = is_at (self, after, " has ") ? after : skip_adverbs (self, after);
  /* "Berlin to hand back the drum" */
  if (block->kind == DESK_BLOCK_KIND_HEADLINE && is_at (self, after, " to "))
    return READING_GOVERNMENT;
  if (is_at (self, after, " , ") && is_at (self, after + 1, " which "))
    after = skip_adverbs (self, after + 2);
  if (is_at (self, after, " is was are were has have had will would can could must may might should does do did "))
    return read_helper (self, after);

  return is_deed (self, after) ? READING_GOVERNMENT : READING_UNKNOWN;
}

static Reading
read_owner (const Metonym *self,
            guint after)
{
  for (guint n = 1; n <= 3; n++)
    {
      if ((classes_at (self, after + n) & DESK_CLASS_POLICY) || is_at (self, after + n, " minister ministers ministry bank budget parliament troops chancellor premier "))
        return READING_GOVERNMENT;
      if (is_at (self, after + n, " airport streets mayor residents people suburbs centre center museum university stadium subway metro population police "))
        return READING_CITY;
    }

  return READING_CITY;
}

/* The names that stand beside this one in a list: "Washington, Paris and Berlin had planned". */
static guint
find_end_of_list (const Metonym *self,
                  const DeskName *name)
{
  guint end = name->end;

  for (guint i = self->index + 1; i < self->names->len && i <= self->index + MAX_LIST; i++)
    {
      const DeskName *next = &g_array_index (self->names, DeskName, i);

      if (next->first != end + 1 || !is_at (self, end, " , and or "))
        break;
      if (!is_at (self, end, " , "))
        return next->end;
      end = next->end;
    }

  /* A comma alone is no list: "in Paris, Texas". */
  return name->end;
}

static Reading
read_after (const Metonym *self,
            const DeskName *name)
{
  if (is_at (self, name->end, " 's "))
    return read_owner (self, name->end);
  if (is_at (self, name->end, " authorities government officials lawyers diplomats ministers regime leadership administration "))
    return READING_GOVERNMENT;

  return read_verb (self, find_end_of_list (self, name));
}

static Reading
read_name (const Metonym *self,
           const DeskName *name)
{
  Reading reading = read_hyphens (self, name);

  if (reading == READING_UNKNOWN)
    reading = read_before (self, name);
  if (reading == READING_CITY)
    return reading;
  if (is_at (self, name->end, " , ") && self->index + 1 < self->names->len)
    {
      const DeskName *next = &g_array_index (self->names, DeskName, self->index + 1);

      /* "London, Ontario" */
      if (next->first == name->end + 1 && next->kind == DESK_ENTITY_KIND_PLACE && !(next->entry != NULL && next->entry->capital) && is_at (self, next->end, " , . "))
        return READING_CITY;
    }
  if (reading == READING_UNKNOWN)
    reading = read_after (self, name);

  return reading == READING_UNKNOWN && name->entry->building ? READING_GOVERNMENT : reading;
}

static void
become_government (DeskName *name)
{
  name->kind = DESK_ENTITY_KIND_GOVERNMENT;
  name->country = name->entry->country;
  name->confidence = DESK_CONFIDENCE_LIKELY;
  name->why = name->entry->building ? N_ ("the building stands for those who govern there") : N_ ("the capital stands for the government");
}

/* The tagger may take the Kremlin for an organisation. */
static gboolean
look_up_seat (const DeskProse *prose,
              DeskName *name)
{
  const DeskEntry *entry;
  DeskClass found;

  if (name->kind != DESK_ENTITY_KIND_PLACE && name->kind != DESK_ENTITY_KIND_FACILITY && name->kind != DESK_ENTITY_KIND_ORGANISATION)
    return FALSE;
  if (name->entry != NULL && name->entry->capital)
    return name->kind != DESK_ENTITY_KIND_ORGANISATION || name->entry->building;
  if (desk_known_name_match (prose, name->first, name->end, DESK_CLASS_NAME, &entry, &found) != name->end - name->first)
    return FALSE;
  while (entry != NULL && !(entry->capital && (entry->building || name->kind == DESK_ENTITY_KIND_PLACE)))
    entry = entry->next;
  if (entry == NULL)
    return FALSE;

  name->entry = entry;
  name->kind = entry->kind;

  return TRUE;
}

/**
 * desk_read_metonyms: (skip)
 * @names: (element-type DeskName): in text order; capitals that stand for a government become one
 */
void
desk_read_metonyms (const DeskProse *prose,
                    GArray *names)
{
  Reading last = READING_UNKNOWN;

  for (guint i = 0; i < names->len; i++)
    {
      DeskName *name = &g_array_index (names, DeskName, i);
      DeskName *previous = i > 0 ? &g_array_index (names, DeskName, i - 1) : NULL;
      Metonym metonym = { .prose = prose, .names = names, .index = i };
      Reading reading;

      if (!look_up_seat (prose, name))
        {
          last = READING_UNKNOWN;
          continue;
        }
      metonym.sentence = desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, name->first));
      metonym.cautious = name->entry->ambiguous || (name->entry->seat != NULL && !name->entry->building && strcmp (name->entry->seat, "European Union") != 0);
      reading = read_name (&metonym, name);

      /* "between Moscow and Beijing": both or none. */
      if (reading == READING_UNKNOWN && last != READING_UNKNOWN && previous->end + 1 == name->first && is_at (&metonym, previous->end, " , and or - "))
        reading = last;
      if (reading == READING_GOVERNMENT)
        become_government (name);
      last = reading;
    }
}
