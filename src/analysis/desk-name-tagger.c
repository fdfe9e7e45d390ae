/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-tagger.h"

#include <glib/gi18n-lib.h>

#include "desk-name-evidence.h"
#include "desk-name-trim.h"

/* So much surer than of anything else. */
#define SURE 5
#define LIKELY 2
/* Against a list that knows only another kind. */
#define AGAINST_LISTS 7
#define STRONG_EVIDENCE 3
/* "former Deputy Prime Minister and Foreign Secretary" */
#define MAX_TITLE 10
#define MAX_BEFORE 4

typedef struct
{
  const DeskProse *prose;
  GArray *names;
} Context;

static DeskEntityKind
kind_of (guint label)
{
  switch ((DeskTagType) DESK_TAG_LABEL_TYPE (label))
    {
    case DESK_TAG_PERSON:
      return DESK_ENTITY_KIND_PERSON;
    case DESK_TAG_ORGANISATION:
      return DESK_ENTITY_KIND_ORGANISATION;
    case DESK_TAG_PLACE:
      return DESK_ENTITY_KIND_PLACE;
    case DESK_TAG_FACILITY:
      return DESK_ENTITY_KIND_FACILITY;
    case DESK_TAG_GROUP:
      return DESK_ENTITY_KIND_GROUP;
    case DESK_TAG_EVENT:
      return DESK_ENTITY_KIND_EVENT;
    case DESK_TAG_PRODUCT:
      return DESK_ENTITY_KIND_PRODUCT;
    case DESK_TAG_WORK:
      return DESK_ENTITY_KIND_WORK;
    }

  return DESK_ENTITY_KIND_OTHER;
}

static gboolean
is_same_kind (DeskEntityKind a,
              DeskEntityKind b)
{
  return a == b || (a == DESK_ENTITY_KIND_FACILITY && b == DESK_ENTITY_KIND_PLACE) || (a == DESK_ENTITY_KIND_PLACE && b == DESK_ENTITY_KIND_FACILITY);
}

/* What the lists say of exactly these words. A list that knows one thing only is seldom wrong. */
static void
look_up (Context *self,
         DeskName *name)
{
  const DeskEntry *entry, *fitting = NULL;
  DeskClass found;

  if (desk_known_name_match (self->prose, name->first, name->end, DESK_CLASS_NAME, &entry, &found) != name->end - name->first)
    return;
  for (const DeskEntry *other = entry; other != NULL && fitting == NULL; other = other->next)
    if (is_same_kind (name->kind, other->kind))
      fitting = other;
  if (fitting == NULL && !entry->ambiguous && name->margin < AGAINST_LISTS)
    fitting = entry;
  if (fitting == NULL)
    return;

  name->entry = fitting;
  name->kind = fitting->kind;
}

/* A longer known name that the tagger saw a part of: People's Republic of China. */
static void
widen (Context *self,
       const DeskSentence *sentence,
       guint *first,
       guint *end)
{
  guint after = self->names->len > 0 ? g_array_index (self->names, DeskName, self->names->len - 1).end : 0;

  for (guint start = MAX (MAX (sentence->first, after), *first - MIN (*first, MAX_BEFORE)); start <= *first; start++)
    {
      const DeskEntry *entry;
      DeskClass found;
      guint n = desk_known_name_match (self->prose, start, sentence->end, DESK_CLASS_NAME, &entry, &found);

      if (n > *end - *first && start + n >= *end && !entry->ambiguous && n > 1)
        {
          *first = start;
          *end = start + n;
          return;
        }
    }
}

/* "Regina Kole": a person behind whom she belongs to. */
static gboolean
looks_like_person (Context *self,
                   guint first,
                   guint end)
{
  if (end - first < 2 || end - first > 3 || !(desk_prose_classes (self->prose, first) & DESK_CLASS_GIVEN_NAME) ||
      (desk_prose_classes (self->prose, first) & (DESK_CLASS_COMMON | DESK_CLASS_NAME)))
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    if (!desk_token_is_capital (desk_prose_get_token (self->prose, i)) || (desk_prose_classes (self->prose, i) & (DESK_CLASS_COMMON | DESK_CLASS_HEAD_LAST | DESK_CLASS_SUFFIX)))
      return FALSE;

  return TRUE;
}

/* "Communist Party's Central Military Commission": whose it is has a name of its own. */
static guint
find_owner (Context *self,
            guint first,
            guint end)
{
  const DeskEntry *entry;
  DeskClass found;

  for (guint i = first + 1; i + 1 < end; i++)
    if (desk_prose_is (self->prose, i, "'s") &&
        (desk_known_name_match (self->prose, first, i, DESK_CLASS_NAME, &entry, &found) == i - first ||
         desk_known_name_match (self->prose, i + 1, end, DESK_CLASS_NAME, &entry, &found) == end - i - 1 || looks_like_person (self, i + 1, end)) &&
        desk_known_name_match (self->prose, first, end, DESK_CLASS_NAME, &entry, &found) != end - first)
      return i;

  return 0;
}

/* "Chinese Defense Ministry", "U.S. Department of Defense": ends with what every state has. */
static void
look_for_body (Context *self,
               DeskName *name)
{
  for (guint first = name->first; first < name->end; first++)
    {
      const DeskEntry *entry;
      DeskClass found;

      if (desk_known_name_match (self->prose, first, name->end, DESK_CLASS_NAME | DESK_CLASS_BODY, &entry, &found) != name->end - first || !(found & DESK_CLASS_BODY))
        continue;
      if (first > name->first)
        {
          const DeskEntry *owner;
          DeskClass classes;

          if (desk_known_name_match (self->prose, name->first, first, DESK_CLASS_NAME, &owner, &classes) != first - name->first || owner->country == NULL)
            return;
        }
      if (found & DESK_CLASS_NAME && entry->country != NULL)
        return;
      name->first = name->title = first;
      name->entry = entry;
      name->body = TRUE;
      name->why = N_ ("a body that every state has");
      return;
    }
}

/* "State Department Spokesperson": who works there is no part of the name. */
static void
drop_role (Context *self,
           DeskName *name)
{
  for (guint i = name->first + 1; i < name->end; i++)
    {
      const DeskEntry *entry;
      DeskClass found;
      DeskEntityKind kind;

      if (desk_name_match_title (self->prose, i, name->end) != name->end - i)
        continue;
      if (desk_known_name_match (self->prose, name->first, i, DESK_CLASS_NAME, &entry, &found) == i - name->first ||
          desk_name_match_head (self->prose, name->first, i, i, &kind) == i - name->first)
        name->end = i;
      return;
    }
}

/* "Museum of Flight Dana Rowell": where a person's name begins behind one that is complete. */
static guint
find_person (Context *self,
             guint first,
             guint end)
{
  const guint start = end - 2;
  const DeskEntry *entry;
  DeskClass found;
  DeskEntityKind kind;

  if (end - first < 4 || !(desk_prose_classes (self->prose, start) & DESK_CLASS_GIVEN_NAME) || (desk_prose_classes (self->prose, start) & (DESK_CLASS_COMMON | DESK_CLASS_NAME)) ||
      (desk_prose_classes (self->prose, start + 1) & (DESK_CLASS_COMMON | DESK_CLASS_HEAD_LAST | DESK_CLASS_SUFFIX)) || !desk_token_is_capital (desk_prose_get_token (self->prose, start + 1)))
    return 0;
  if (desk_prose_is_one_of (self->prose, start - 1, " of for and & - the "))
    return 0;
  if (desk_known_name_match (self->prose, first, start, DESK_CLASS_NAME, &entry, &found) == start - first ||
      desk_name_match_head (self->prose, first, start, start, &kind) == start - first)
    return start;

  return 0;
}

/* "Mrs. Kole", "Secretary for Salt Mr. Kole": no firm is called so, unless its name goes on like one. */
static guint
find_addressed (Context *self,
                guint first,
                guint end)
{
  const DeskEntry *entry;
  DeskClass found;

  if (desk_prose_classes (self->prose, end - 1) & (DESK_CLASS_HEAD_LAST | DESK_CLASS_SUFFIX | DESK_CLASS_COMMON) ||
      desk_known_name_match (self->prose, first, end, DESK_CLASS_NAME, &entry, &found) == end - first)
    return 0;
  for (guint i = first; i + 1 < end; i++)
    if (desk_prose_is_one_of (self->prose, i, " mr. mr mrs. mrs ms. ms miss ") && end - i <= 4 && desk_token_is_capital (desk_prose_get_token (self->prose, i + 1)))
      return i + 1;

  return 0;
}

/* "Acme spokesman Al Birch": a role in lower case parts whom it belongs to from who has it. */
static guint
find_role_inside (Context *self,
                  guint first,
                  guint end,
                  guint *after)
{
  for (guint i = first + 1; i + 1 < end; i++)
    {
      guint n;

      if (desk_prose_get_token (self->prose, i)->shape != DESK_SHAPE_LOWER || !(desk_prose_classes (self->prose, i) & (DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART)))
        continue;
      n = desk_name_match_title (self->prose, i, end);
      if (n > 0 && i + n < end)
        {
          *after = i + n;
          return i;
        }
    }

  return 0;
}

static void
look_for_title (Context *self,
                DeskName *name,
                guint limit)
{
  const guint first = name->first;
  guint n = desk_name_match_title (self->prose, first, name->end);

  if (n > 0 && first + n < name->end && desk_token_is_capital (desk_prose_get_token (self->prose, first + n)) &&
      ((desk_prose_classes (self->prose, first) & DESK_CLASS_TITLE) || !(desk_prose_classes (self->prose, first) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME))))
    name->first = first + n;
  for (guint back = 1; back <= MAX_TITLE && first >= limit + back; back++)
    if (desk_name_match_title (self->prose, first - back, first) == back)
      name->title = first - back;
  if (name->title > name->first)
    name->title = name->first;
}

/* One line that tells the reader what speaks for it. */
static const char *
explain (Context *self,
         const DeskName *name,
         guint end)
{
  DeskEvidence evidence = { 0 };
  DeskEntityKind kind;

  if (name->entry != NULL)
    return N_ ("known name");
  if (name->kind == DESK_ENTITY_KIND_PERSON && name->title < name->first)
    return N_ ("title before the name");
  if (desk_name_match_head (self->prose, name->first, name->end, end, &kind) == name->end - name->first && kind == name->kind)
    return N_ ("its own words say what it is");
  desk_evidence_collect (self->prose, name, &evidence);
  if (evidence.best[name->kind] >= STRONG_EVIDENCE)
    return evidence.why[name->kind];

  return N_ ("its words and those around it, as in news that was marked by hand");
}

static void
add (Context *self,
     const DeskSentence *sentence,
     guint first,
     guint end,
     guint label,
     float margin)
{
  DeskName name = { .kind = kind_of (label), .margin = margin };
  guint owner = name.kind != DESK_ENTITY_KIND_WORK ? find_owner (self, first, end) : 0;

  if (owner > 0)
    {
      gboolean person = looks_like_person (self, owner + 1, end);

      add (self, sentence, first, owner, name.kind == DESK_ENTITY_KIND_PERSON ? DESK_TAG_LABEL (DESK_TAG_ORGANISATION, DESK_TAG_BEGIN) : label, margin);
      add (self, sentence, owner + 1, end, person ? DESK_TAG_LABEL (DESK_TAG_PERSON, DESK_TAG_BEGIN) : label, margin);
      return;
    }
  if (name.kind == DESK_ENTITY_KIND_PERSON)
    {
      guint after;
      guint role = find_role_inside (self, first, end, &after);

      if (role > 0)
        {
          add (self, sentence, first, role, DESK_TAG_LABEL (DESK_TAG_ORGANISATION, DESK_TAG_BEGIN), 0);
          add (self, sentence, after, end, label, margin);
          return;
        }
    }
  if (name.kind == DESK_ENTITY_KIND_ORGANISATION || name.kind == DESK_ENTITY_KIND_FACILITY)
    {
      guint person = find_addressed (self, first, end);

      if (person > 0)
        {
          add (self, sentence, person, end, DESK_TAG_LABEL (DESK_TAG_PERSON, DESK_TAG_BEGIN), margin);
          return;
        }
      person = find_person (self, first, end);
      if (person > 0)
        {
          add (self, sentence, first, person, label, margin);
          add (self, sentence, person, end, DESK_TAG_LABEL (DESK_TAG_PERSON, DESK_TAG_BEGIN), margin);
          return;
        }
    }
  widen (self, sentence, &first, &end);
  name.first = first;
  name.end = end;
  while (name.first < name.end && desk_prose_get_token (self->prose, name.first)->kind >= DESK_TOKEN_PUNCTUATION && desk_prose_get_token (self->prose, name.first)->kind != DESK_TOKEN_ADDRESS)
    name.first++;
  while (name.end > name.first && (desk_prose_get_token (self->prose, name.end - 1)->kind == DESK_TOKEN_QUOTE || desk_prose_is (self->prose, name.end - 1, "'s")))
    name.end--;
  if (name.kind == DESK_ENTITY_KIND_PERSON && name.end - name.first > 1 && desk_prose_is_one_of (self->prose, name.first, " a an the "))
    name.first++;
  if (name.end - name.first > 1 && desk_prose_is (self->prose, name.first, "the") && desk_prose_get_token (self->prose, name.first)->shape == DESK_SHAPE_LOWER)
    name.first++;
  if (name.first >= name.end)
    return;

  desk_name_trim (self->prose, sentence, &name);
  if (name.first >= name.end)
    return;

  name.title = name.first;
  if (name.kind == DESK_ENTITY_KIND_ORGANISATION || name.kind == DESK_ENTITY_KIND_FACILITY)
    drop_role (self, &name);
  look_up (self, &name);
  if (name.entry == NULL && desk_name_is_apposed_person (self->prose, sentence, &name))
    {
      name.kind = DESK_ENTITY_KIND_PERSON;
      name.why = N_ ("a role before the name");
    }
  if (name.kind == DESK_ENTITY_KIND_ORGANISATION)
    look_for_body (self, &name);
  else if (name.kind == DESK_ENTITY_KIND_PERSON)
    look_for_title (self, &name, sentence->first);
  name.confidence = (name.entry != NULL && !name.entry->ambiguous && !name.body) || margin >= SURE ? DESK_CONFIDENCE_SURE : margin >= LIKELY ? DESK_CONFIDENCE_LIKELY
                                                                                                                                             : DESK_CONFIDENCE_WEAK;
  if (name.why == NULL)
    name.why = explain (self, &name, sentence->end);
  g_array_append_val (self->names, name);
}

/**
 * desk_tag_names: (skip)
 * @names: (element-type DeskName): gets the names of the story appended, in text order
 */
void
desk_tag_names (const DeskProse *prose,
                DeskTagger *tagger,
                GArray *names)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, 1);
  g_autoptr (GArray) margins = g_array_new (FALSE, FALSE, sizeof (float));
  Context self = { .prose = prose, .names = names };
  const char *utf8 = desk_prose_get_utf8 (prose);

  desk_tagger_forget (tagger);
  for (guint s = 0; s < desk_prose_get_n_sentences (prose); s++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, s);
      const guint n = sentence->end - sentence->first;

      if (!sentence->story)
        continue;
      g_array_set_size (words, n);
      g_array_set_size (labels, n);
      g_array_set_size (margins, n);
      for (guint i = 0; i < n; i++)
        {
          const DeskToken *token = desk_prose_get_token (prose, sentence->first + i);

          g_array_index (words, guint, i) = desk_tagger_add_word (tagger, utf8 + token->byte, token->n_bytes);
        }
      desk_tagger_run (tagger, (const guint *) words->data, n, (guint8 *) labels->data, (float *) margins->data);

      for (guint i = 0; i < n;)
        {
          guint label = g_array_index (labels, guint8, i);
          float least = g_array_index (margins, float, i);
          guint end = i + 1;

          if (label == DESK_TAG_OUTSIDE)
            {
              i++;
              continue;
            }
          /* A run that a cut ended early is a name all the same. */
          while (end < n && g_array_index (labels, guint8, end) != DESK_TAG_OUTSIDE && (DESK_TAG_LABEL_PLACE (g_array_index (labels, guint8, end)) == DESK_TAG_INSIDE || DESK_TAG_LABEL_PLACE (g_array_index (labels, guint8, end)) == DESK_TAG_LAST))
            {
              least = MIN (least, g_array_index (margins, float, end));
              end++;
            }
          add (&self, sentence, sentence->first + i, sentence->first + end, label, least);
          i = end;
          /* A name that was widened takes in what follows. */
          while (names->len > 0 && i < n && sentence->first + i < g_array_index (names, DeskName, names->len - 1).end)
            i++;
        }
    }
}
