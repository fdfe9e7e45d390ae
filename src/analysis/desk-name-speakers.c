/* Names that quotations prove.
 *
 * Behind a quotation that ends with a comma the sentence goes on, so a capital there is a name’s, and
 * who stands there beside a verb of saying speaks: “It was late,” Water said. Words that mean something
 * else, too, are names there.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-speakers.h"

#include <glib/gi18n-lib.h>

/* The longest name that the tagger is expected to have overlooked, in words. */
#define MAX_WORDS 3

/* So sure that the other places of the text follow. */
#define PROVEN 2

typedef struct
{
  const DeskProse *prose;
  const DeskSentence *sentence;
} Place;

static gboolean
is_name_word (const Place *self,
              guint token)
{
  const DeskToken *at;
  const DeskWord *word;

  if (token >= self->sentence->end)
    return FALSE;
  at = desk_prose_get_token (self->prose, token);
  word = desk_prose_get_word (self->prose, at->word);
  if (at->kind != DESK_TOKEN_WORD || !desk_token_is_capital (at) || at->n_bytes < 2)
    return FALSE;
  if (word->classes & (DESK_CLASS_STARTER | DESK_CLASS_TITLE | DESK_CLASS_ROLE | DESK_CLASS_NATIONALITY | DESK_CLASS_NAME | DESK_CLASS_BODY))
    return FALSE;

  /* “…,” Police said, where the police are written small elsewhere. */
  return !(word->classes & (DESK_CLASS_COMMON | DESK_CLASS_HEAD_LAST)) || word->n_lower == 0;
}

static gboolean
is_cue (const Place *self,
        guint token)
{
  DeskClass classes;

  if (token >= self->sentence->end)
    return FALSE;
  classes = desk_prose_classes (self->prose, token);

  return (classes & DESK_CLASS_CUE) && !(classes & DESK_CLASS_WEAK_CUE) && desk_prose_get_token (self->prose, token)->shape == DESK_SHAPE_LOWER;
}

/* The first token behind a quotation whose sentence goes on: behind ,” and ”, */
static guint
find_behind (const Place *self,
             guint mark)
{
  if (mark <= self->sentence->first || mark + 2 >= self->sentence->end)
    return 0;
  /* One that opens stands apart from the word before it: said, “Doctors told us */
  if (!desk_prose_get_token (self->prose, mark)->glued)
    return 0;
  if (desk_prose_character (self->prose, mark - 1) == ',')
    return mark + 1;

  return desk_prose_character (self->prose, mark + 1) == ',' && desk_prose_get_token (self->prose, mark + 1)->glued ? mark + 2 : 0;
}

/* Who speaks behind the quotation that @mark closes. */
static gboolean
find_speaker (const Place *self,
              guint mark,
              DeskName *name)
{
  guint first = find_behind (self, mark), end;
  gboolean turned = first > 0 && is_cue (self, first);

  if (first == 0)
    return FALSE;
  if (turned)
    first++;
  for (end = first; end < first + MAX_WORDS && is_name_word (self, end); end++)
    ;
  if (end == first || end >= self->sentence->end)
    return FALSE;
  if (turned ? !desk_prose_is_one_of (self->prose, end, " . , ; : ") : !is_cue (self, end))
    return FALSE;
  *name = (DeskName) { .first = first, .end = end, .title = first, .kind = DESK_ENTITY_KIND_PERSON, .margin = PROVEN };
  if (end - first == 1 && desk_prose_get_token (self->prose, first)->shape == DESK_SHAPE_UPPER)
    name->kind = DESK_ENTITY_KIND_ORGANISATION;
  name->confidence = DESK_CONFIDENCE_LIKELY;
  name->why = N_ ("says what is quoted beside it");

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const DeskName *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

/**
 * desk_names_find_speakers: (skip)
 * @names: (element-type DeskName): in text order, none over another; completed
 */
void
desk_names_find_speakers (const DeskProse *prose,
                          GArray *names)
{
  const guint n = names->len;
  guint next = 0;

  for (guint s = 0; s < desk_prose_get_n_sentences (prose); s++)
    {
      Place place = { .prose = prose, .sentence = desk_prose_get_sentence (prose, s) };

      for (guint i = place.sentence->first; place.sentence->story && !place.sentence->title_case && i < place.sentence->end; i++)
        {
          DeskName name;

          if (desk_prose_get_token (prose, i)->kind != DESK_TOKEN_QUOTE || !find_speaker (&place, i, &name))
            continue;
          while (next < n && g_array_index (names, DeskName, next).end <= name.first)
            next++;
          if (next >= n || g_array_index (names, DeskName, next).first >= name.end)
            g_array_append_val (names, name);
        }
    }
  if (names->len > n)
    g_array_sort (names, compare_names);
}
