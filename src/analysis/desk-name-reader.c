/* Reads the names of one run of capitalised words.
 *
 *   Pentagon Press Secretary Brig. Gen. Pat Ryder
 *   └─known─┘└──role──────┘└─title───┘└─person──┘
 *
 * What the run itself does not tell is handed on as a guess, for the words around to decide.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name.h"

#include <glib/gi18n-lib.h>

/* A person's name has no more words, hyphens counted. */
#define MAX_PERSON 8

typedef struct
{
  const DeskProse *prose;
  guint end;   /* of the run */
  guint limit; /* of the sentence */
  gboolean opening;
  GArray *names;
} Reader;

static DeskClass
classes_at (Reader *self,
            guint i)
{
  return i < self->end ? desk_prose_classes (self->prose, i) : 0;
}

static gboolean
is_capital (Reader *self,
            guint i)
{
  return i < self->end && desk_token_is_capital (desk_prose_get_token (self->prose, i));
}

/* The last part of Kim Tae-yong. */
static gboolean
is_syllable (const DeskProse *prose,
             guint i)
{
  return i >= 2 && desk_prose_get_token (prose, i)->glued && desk_prose_get_token (prose, i - 1)->glued && desk_prose_character (prose, i - 1) == '-' && desk_token_is_capital (desk_prose_get_token (prose, i - 2));
}

static void
add (Reader *self,
     guint first,
     guint end,
     guint title,
     DeskEntityKind kind,
     DeskConfidence confidence,
     const char *why)
{
  DeskName name = { .first = first, .end = end, .title = MIN (title, first), .kind = kind, .confidence = confidence, .why = why, .opening = self->opening && first > 0 };

  g_array_append_val (self->names, name);
}

static void
add_guess (Reader *self,
           guint first,
           guint end,
           gboolean before_role)
{
  DeskName name = { .first = first, .end = end, .title = first, .kind = DESK_ENTITY_KIND_OTHER, .confidence = DESK_CONFIDENCE_WEAK, .guess = TRUE, .before_role = before_role, .opening = self->opening };

  /* Joints that nothing follows do not belong to the name. */
  while (name.end > name.first + 1 && !desk_token_is_capital (desk_prose_get_token (self->prose, name.end - 1)) && desk_prose_get_token (self->prose, name.end - 1)->kind != DESK_TOKEN_NUMBER)
    name.end--;
  if (desk_token_is_capital (desk_prose_get_token (self->prose, name.first)))
    g_array_append_val (self->names, name);
}

static void
add_known (Reader *self,
           guint first,
           guint end,
           const DeskEntry *entry,
           DeskClass found)
{
  DeskName name = { .first = first, .end = end, .title = first, .kind = entry->kind, .confidence = DESK_CONFIDENCE_SURE, .why = N_ ("known name"), .entry = entry };

  /* The article is no part of a name, but of a town's. */
  if (name.end - name.first > 1 && desk_prose_is (self->prose, name.first, "the") && entry->kind != DESK_ENTITY_KIND_PLACE)
    name.first = name.title = first + 1;
  if (!(found & DESK_CLASS_NAME) || (entry->kind == DESK_ENTITY_KIND_ORGANISATION && entry->country == NULL && (found & DESK_CLASS_BODY)))
    {
      name.body = TRUE;
      name.confidence = DESK_CONFIDENCE_LIKELY;
      name.why = N_ ("a body that every state has");
    }
  else if (entry->ambiguous)
    {
      name.confidence = DESK_CONFIDENCE_LIKELY;
      name.guess = TRUE;
    }
  name.opening = self->opening;
  g_array_append_val (self->names, name);
}

/* The person's name from @p on, up to something that is none. */
static guint
match_person (Reader *self,
              guint p)
{
  guint i = p;

  while (i < self->end && i - p < MAX_PERSON)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);
      const DeskEntry *entry;
      DeskClass found;

      if (desk_prose_is_one_of (self->prose, i, " of for and & 's the on ") || token->kind == DESK_TOKEN_QUOTE)
        break;
      if (i > p && desk_known_name_match (self->prose, i, self->limit, DESK_CLASS_NAME, &entry, &found) > 1)
        break;
      i++;
    }
  while (i > p && !is_capital (self, i - 1) && !is_syllable (self->prose, i - 1))
    i--;

  return i - p;
}

/* The words of a name that are no particles and no initials; persons have few of them. */
static guint
count_plain (Reader *self,
             guint first,
             guint n)
{
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);

      count += token->kind == DESK_TOKEN_WORD && desk_token_is_capital (token) && token->end - token->start > 2 && !(i > first && desk_prose_get_token (self->prose, i)->glued && desk_prose_character (self->prose, i - 1) == '-');
    }

  return count;
}

/* Whether what stands after a title can be a person. */
static gboolean
may_be_person (Reader *self,
               guint p)
{
  const DeskEntry *entry;
  DeskClass found;
  guint n;

  if (p >= self->end)
    return FALSE;
  /* "President University": a head or a common word alone is nobody. */
  if (p + 1 == self->end && (classes_at (self, p) & (DESK_CLASS_COMMON | DESK_CLASS_HEAD_LAST)) && !(classes_at (self, p) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME)))
    return FALSE;
  n = desk_known_name_match (self->prose, p, self->limit, DESK_CLASS_NAME | DESK_CLASS_BODY, &entry, &found);
  if (n == 0 || classes_at (self, p) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME))
    return TRUE;
  /* "President Washington", "Ms. Jordan" */
  if (n == 1 && entry->kind != DESK_ENTITY_KIND_GROUP && (entry->ambiguous || p + 1 < self->end))
    return TRUE;

  return FALSE;
}

/* Nationalities and places among the words of a role: "Chinese Defense Minister", "London Mayor". */
static void
add_known_inside (Reader *self,
                  guint first,
                  guint end)
{
  for (guint i = first; i < end;)
    {
      const DeskEntry *entry;
      DeskClass found;
      guint n = desk_known_name_match (self->prose, i, end, DESK_CLASS_NAME, &entry, &found);

      if (n > 0 && !(entry->ambiguous && n == 1 && (classes_at (self, i) & DESK_CLASS_GIVEN_NAME)))
        add_known (self, i, i + n, entry, found);
      i += MAX (n, 1);
    }
}

/* Whether all of it only tells whose role it is. */
static gboolean
is_role_prefix (Reader *self,
                guint first,
                guint end)
{
  for (guint i = first; i < end;)
    {
      const DeskEntry *entry;
      DeskClass found;
      guint n = desk_known_name_match (self->prose, i, end, DESK_CLASS_NAME, &entry, &found);

      if (n == 0 && !(classes_at (self, i) & DESK_CLASS_ROLE_PART) && !desk_prose_is_one_of (self->prose, i, " - and & of the 's "))
        return FALSE;
      i += MAX (n, 1);
    }

  return TRUE;
}

/* A run with a title or role at @role; @p is where the run starts. Returns where to go on. */
static guint
read_titled (Reader *self,
             guint p,
             guint role)
{
  guint after = role + desk_name_match_title (self->prose, role, self->end);
  guint n;

  if (after < self->end && desk_prose_character (self->prose, after) == '-')
    after++;
  if (p < role && !is_role_prefix (self, p, role))
    {
      guint from = self->names->len;

      desk_name_read_chunk (self->prose, p, role, role, self->opening, self->names);
      if (self->names->len > from)
        {
          DeskName *last = &g_array_index (self->names, DeskName, self->names->len - 1);

          last->before_role = last->end == role;
        }
      return role;
    }

  /* CEO of the Refugee Council Enver Solomon: no refugee, but the council's man. */
  if (after + 1 < self->end && (classes_at (self, after) & DESK_CLASS_HEAD_LAST) && !(classes_at (self, after) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME)))
    {
      DeskEntityKind kind;

      if (desk_name_match_head (self->prose, p, after + 1, self->limit, &kind) == after + 1 - p)
        {
          add (self, p, after + 1, p, kind, DESK_CONFIDENCE_LIKELY, N_ ("its own words say what it is"));
          return after + 1;
        }
    }

  add_known_inside (self, p, after);
  if (!may_be_person (self, after))
    return MAX (after, p + 1);

  n = match_person (self, after);
  if (n > 0)
    add (self, after, after + n, p, DESK_ENTITY_KIND_PERSON, DESK_CONFIDENCE_SURE, N_ ("title before the name"));

  return MAX (after + n, p + 1);
}

/* Where the first title or role stands that a person's name may follow; end for none. */
static guint
find_title (Reader *self,
            guint p)
{
  for (guint i = p; i < self->end; i++)
    {
      DeskClass classes = classes_at (self, i);
      guint n;

      if (!is_capital (self, i) || !(classes & (DESK_CLASS_TITLE | DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART)))
        continue;
      n = desk_name_match_title (self->prose, i, self->end);
      if (n == 0)
        continue;
      /* At the end of a run that begins like a person it is a family name: Stephen King. */
      if (i + n >= self->end && i > p && (classes_at (self, p) & DESK_CLASS_GIVEN_NAME))
        continue;

      return i;
    }

  return self->end;
}

/* The pairs of "China-Taiwan" and "Smith-Jones": two known places are two names. */
static gboolean
read_pair (Reader *self,
           guint p)
{
  const DeskEntry *left, *right;
  DeskClass found_left, found_right;
  guint n = desk_known_name_match (self->prose, p, self->end, DESK_CLASS_NAME, &left, &found_left);

  if (n > 0 || p + 3 != self->end || desk_prose_character (self->prose, p + 1) != '-')
    return FALSE;
  /* The hyphen hides the name before it from the look-up. */
  if (desk_known_name_match (self->prose, p, p + 1, DESK_CLASS_NAME, &left, &found_left) == 0 || desk_known_name_match (self->prose, p + 2, p + 3, DESK_CLASS_NAME, &right, &found_right) == 0)
    return FALSE;
  if ((classes_at (self, p) | classes_at (self, p + 2)) & DESK_CLASS_GIVEN_NAME)
    return FALSE;
  add_known (self, p, p + 1, left, found_left);
  add_known (self, p + 2, p + 3, right, found_right);

  return TRUE;
}

/* Reads one name at @p. Returns where to go on, beyond @p. */
static guint
read_one (Reader *self,
          guint p)
{
  const DeskProse *prose = self->prose;
  const DeskEntry *entry;
  DeskClass found, classes = classes_at (self, p);
  DeskEntityKind kind;
  guint known = desk_known_name_match (prose, p, self->limit, DESK_CLASS_NAME | DESK_CLASS_BODY, &entry, &found);
  guint title, headed, person;

  /* The whole run is one known name, or reaches beyond it: Bosnia and Herzegovina. */
  if (known > 0 && p + known >= self->end)
    {
      add_known (self, p, p + known, entry, found);
      return p + known;
    }
  if (!is_capital (self, p) && known == 0)
    return p + 1;
  /* U.S. Securities and Exchange Commission: the country is a part of the body's name. */
  if (known > 0 && entry->is_country)
    {
      const DeskEntry *body;
      guint n = desk_known_name_match (prose, p + known, self->limit, DESK_CLASS_NAME, &body, &found);

      if (n > 0 && body->kind == DESK_ENTITY_KIND_ORGANISATION && !body->ambiguous)
        {
          add_known (self, p, p + known + n, body, found);
          return p + known + n;
        }
    }
  if (read_pair (self, p))
    return self->end;

  title = find_title (self, p);
  if (title < self->end && !(known > 1 && title < p + known))
    {
      headed = desk_name_match_head (prose, p, self->end, self->limit, &kind);
      /* King Abdullah University */
      if (headed > 0 && p + headed == self->end && title == p && kind != DESK_ENTITY_KIND_WORK && desk_name_match_title (prose, title, self->end) + 1 < headed && !(classes_at (self, self->end - 1) & (DESK_CLASS_SURNAME | DESK_CLASS_TITLE | DESK_CLASS_ROLE)))
        {
          add (self, p, self->end, p, kind, DESK_CONFIDENCE_LIKELY, N_ ("its own words say what it is"));
          return self->end;
        }
      return read_titled (self, p, title);
    }

  headed = desk_name_match_head (prose, p, self->end, self->limit, &kind);
  if (headed > 0 && (known == 0 || headed > known))
    {
      gboolean person_like = (classes & DESK_CLASS_GIVEN_NAME) && headed <= 3 && (classes_at (self, p + headed - 1) & DESK_CLASS_SURNAME);
      gboolean country_like = known > 0 && entry->is_country && headed == known + 1 && kind == DESK_ENTITY_KIND_EVENT;

      if (!person_like && !country_like)
        {
          add (self, p, p + headed, p, kind, DESK_CONFIDENCE_LIKELY, N_ ("its own words say what it is"));
          return p + headed;
        }
    }

  /* "Austin-Wei": one name or two, the rest of the article tells. */
  if (p + 3 == self->end && desk_prose_character (prose, p + 1) == '-' && is_capital (self, p + 2))
    {
      add_guess (self, p, self->end, FALSE);
      return self->end;
    }

  /* "Minister of Education Stefania Giannini": what the office is for is no given name. */
  if (p + 2 < self->end && known == 0 && (classes & (DESK_CLASS_COMMON | DESK_CLASS_ROLE_PART)) && !(classes & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME)) && (classes_at (self, p + 1) & DESK_CLASS_GIVEN_NAME))
    return p + 1;

  person = match_person (self, p);
  if (known > 0)
    {
      gboolean person_like = known == 1 && person > 1 && (entry->ambiguous || (classes & DESK_CLASS_GIVEN_NAME)) && entry->kind != DESK_ENTITY_KIND_ORGANISATION;

      /* Bayer Leverkusen is no Bayer. */
      gboolean longer = known == 1 && entry->ambiguous && entry->kind == DESK_ENTITY_KIND_ORGANISATION && person > 1 && !(classes_at (self, p + 1) & (DESK_CLASS_COMMON | DESK_CLASS_NAME));

      if (longer)
        {
          add (self, p, p + person, p, DESK_ENTITY_KIND_ORGANISATION, DESK_CONFIDENCE_LIKELY, N_ ("a known name inside it"));
          return p + person;
        }
      if (!person_like)
        {
          add_known (self, p, p + known, entry, found);
          return p + known;
        }
    }
  if ((classes & DESK_CLASS_GIVEN_NAME) && person > 1 && count_plain (self, p, person) <= 3)
    {
      DeskClass last = classes_at (self, p + person - 1);
      gboolean family = (last & DESK_CLASS_SURNAME) || !(last & DESK_CLASS_COMMON);

      add (self, p, p + person, p, DESK_ENTITY_KIND_PERSON, family ? DESK_CONFIDENCE_SURE : DESK_CONFIDENCE_LIKELY, N_ ("known given name"));
      return p + person;
    }

  add_guess (self, p, self->end, FALSE);

  return self->end;
}

/**
 * desk_name_read_chunk:
 * @first: where the run starts
 * @end: where it ends
 * @limit: the end of the sentence, up to which a known name may reach
 * @opening: whether any word would be capitalised at @first
 * @names: (element-type DeskName): gets the names appended
 *
 * Returns: the token after the last one read, @end or beyond
 */
guint
desk_name_read_chunk (const DeskProse *prose,
                      guint first,
                      guint end,
                      guint limit,
                      gboolean opening,
                      GArray *names)
{
  Reader reader = { .prose = prose, .end = end, .limit = limit, .opening = opening, .names = names };
  guint p = first;

  while (p < end)
    {
      p = read_one (&reader, p);
      reader.opening = FALSE;
    }

  return p;
}
