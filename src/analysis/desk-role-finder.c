/* Finds what persons are: "Defense Secretary", "senior fellow at …".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-role-finder.h"

/* The longest role before and after a name, in tokens. */
#define MAX_BEFORE 12
#define MAX_AFTER 24

typedef struct
{
  const DeskProse *prose;
  const DeskSentence *sentence;
} Finder;

static gboolean
is_honorific (const DeskProse *prose,
              guint token)
{
  return desk_prose_is_one_of (prose, token, " mr. mr mrs. mrs ms. ms miss mx. mx sir lady lord dame messrs. messrs madame mme. mme monsieur herr frau señor señora dr. dr doctor ");
}

/* A word that can belong to a role before its last word: "Pentagon press secretary". */
static gboolean
is_part (const Finder *self,
         guint token)
{
  DeskClass classes = desk_prose_classes (self->prose, token);

  return (classes & (DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART | DESK_CLASS_TITLE | DESK_CLASS_HEAD_LAST | DESK_CLASS_NATIONALITY)) && !(classes & DESK_CLASS_STARTER && desk_prose_get_token (self->prose, token)->shape == DESK_SHAPE_LOWER && !(classes & DESK_CLASS_ROLE_PART));
}

/* The known name that ends before @end, with its possessive: "China's". */
static guint
match_name_before (const Finder *self,
                   guint end)
{
  const DeskEntry *entry;
  DeskClass found;
  guint stop = end > self->sentence->first && desk_prose_is (self->prose, end - 1, "'s") ? end - 1 : end;

  for (guint n = MIN (6, stop - self->sentence->first); n > 0; n--)
    if (desk_known_name_match (self->prose, stop - n, stop, DESK_CLASS_NAME, &entry, &found) == n)
      return end - (stop - n);

  return 0;
}

/* A role of several words that ends before @end: "Secretary of State". */
static guint
match_role_before (const Finder *self,
                   guint end)
{
  for (guint n = MIN (5, end - self->sentence->first); n > 1; n--)
    if (desk_prose_match (self->prose, end - n, end, DESK_CLASS_TITLE | DESK_CLASS_ROLE, NULL) == n)
      return n;

  return 0;
}

/* Where the role starts whose last word stands before @end; @end where there is none. */
static guint
find_start (const Finder *self,
            guint end)
{
  guint start = end;
  gboolean role = FALSE;

  while (start > self->sentence->first && end - start < MAX_BEFORE)
    {
      guint n = role ? match_name_before (self, start) : 0;

      /* The White House is no house of the press. */
      if (n > 1)
        {
          start -= n;
          continue;
        }
      n = match_role_before (self, start);
      if (n > 0)
        {
          role = TRUE;
          start -= n;
          continue;
        }
      if (is_part (self, start - 1))
        {
          role |= (desk_prose_classes (self->prose, start - 1) & (DESK_CLASS_ROLE | DESK_CLASS_TITLE)) != 0;
          start--;
          continue;
        }
      if (!role && start == end)
        break;
      n = match_name_before (self, start);
      if (n > 0)
        {
          start -= n;
          continue;
        }
      /* vice-president, commander-in-chief, head of state */
      if (start < end && desk_prose_character (self->prose, start - 1) == '-' && start - 1 > self->sentence->first && is_part (self, start - 2))
        {
          start--;
          continue;
        }
      break;
    }

  return role ? start : end;
}

static guint
add_role (DeskRoleSpan *roles,
          guint n,
          guint first,
          guint end)
{
  if (n >= DESK_MAX_ROLES || first >= end)
    return n;
  roles[n].first = first;
  roles[n].end = end;

  return n + 1;
}

/* The ranks that stand right before a name in short form are a role of their own: Brig. Gen. */
static guint
find_ranks (const Finder *self,
            guint first,
            guint end)
{
  guint start = end;

  while (start > first && (desk_prose_classes (self->prose, start - 1) & DESK_CLASS_TITLE) && desk_prose_get_utf8 (self->prose)[desk_prose_get_token (self->prose, start - 1)->byte + desk_prose_get_token (self->prose, start - 1)->n_bytes - 1] == '.')
    start--;

  return start;
}

static guint
find_before (const Finder *self,
             const DeskName *name,
             DeskRoleSpan *roles,
             guint n)
{
  guint end = name->first;
  guint ranks;

  while (end > self->sentence->first && is_honorific (self->prose, end - 1))
    end--;
  ranks = find_ranks (self, self->sentence->first, end);
  n = add_role (roles, n, find_start (self, ranks), ranks);
  n = add_role (roles, n, ranks, end);

  /* "China's defence minister, Wei Fenghe, attends" */
  if (n == 0 && end > self->sentence->first + 1 && desk_prose_character (self->prose, end - 1) == ',')
    {
      guint start = find_start (self, end - 1);
      guint before = start - 1;

      if (start < end - 1 && (start == self->sentence->first || desk_prose_is_one_of (self->prose, before, " the a an its his her their our ")))
        n = add_role (roles, n, start, end - 1);
    }

  return n;
}

static gboolean
ends_role (const Finder *self,
           guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  DeskClass classes = desk_prose_classes (self->prose, token);

  if (at->kind == DESK_TOKEN_QUOTE)
    return TRUE;
  if (at->kind == DESK_TOKEN_PUNCTUATION)
    return desk_prose_character (self->prose, token) != '-' || !at->glued;
  if (desk_prose_is_one_of (self->prose, token, " who which that whose has had is was were will would who's but while when where "))
    return TRUE;

  return at->shape == DESK_SHAPE_LOWER && (classes & DESK_CLASS_CUE) && !(classes & (DESK_CLASS_WEAK_CUE | DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART));
}

static guint
find_after (const Finder *self,
            const DeskName *name,
            DeskRoleSpan *roles,
            guint n)
{
  guint first = name->end, end;
  gboolean role = FALSE, lower = FALSE;

  if (first + 1 >= self->sentence->end || desk_prose_character (self->prose, first) != ',')
    return n;
  first++;
  /* "Jo Moss, 45, a teacher" */
  if (desk_prose_get_token (self->prose, first)->kind == DESK_TOKEN_NUMBER && first + 2 < self->sentence->end && desk_prose_character (self->prose, first + 1) == ',')
    first += 2;
  if (first < self->sentence->end && desk_prose_is_one_of (self->prose, first, " the a an "))
    first++;

  for (end = first; end < self->sentence->end && end - first < MAX_AFTER && !ends_role (self, end); end++)
    {
      if (end - first < 6)
        role |= (desk_prose_classes (self->prose, end) & DESK_CLASS_ROLE) != 0;
      lower |= desk_prose_get_token (self->prose, end)->shape == DESK_SHAPE_LOWER;
    }
  /* A second name in a list of names is no role: "Jo Moss, President Kay and others". */
  if (!role || end >= self->sentence->end + 1 || (!lower && end - first > 3))
    return n;
  /* It must be set off: by a comma, a stop, a mark or a verb of saying behind it. */
  if (end - first >= MAX_AFTER)
    return n;

  return add_role (roles, n, first, end);
}

/**
 * desk_find_roles:
 * @name: a person
 * @roles: (out): the roles that stand beside this name
 *
 * Returns: how many there are
 */
guint
desk_find_roles (const DeskProse *prose,
                 const DeskName *name,
                 DeskRoleSpan roles[DESK_MAX_ROLES])
{
  Finder self = { .prose = prose };
  guint n;

  self.sentence = desk_prose_get_sentence (prose, desk_prose_find_sentence (prose, name->first));
  n = find_before (&self, name, roles, 0);

  return find_after (&self, name, roles, n);
}

/**
 * desk_role_find_sex:
 *
 * Returns: %DESK_CLASS_MAN or %DESK_CLASS_WOMAN for "spokesman", "queen"; 0 for most roles
 */
DeskClass
desk_role_find_sex (const DeskProse *prose,
                    const DeskRoleSpan *role)
{
  const DeskClass both = DESK_CLASS_MAN | DESK_CLASS_WOMAN;

  for (guint i = role->first; i < role->end; i++)
    {
      DeskClass classes = desk_prose_classes (prose, i);

      if ((classes & DESK_CLASS_ROLE) && (classes & both) != 0 && (classes & both) != both)
        return classes & both;
    }

  return 0;
}

/**
 * desk_role_find_head:
 *
 * Returns: (nullable): the word by which the role is called again: "fellow" of "senior fellow at …"
 */
const char *
desk_role_find_head (const DeskProse *prose,
                     const DeskRoleSpan *role)
{
  const char *head = NULL;

  for (guint i = role->first; i < role->end && !desk_prose_is_one_of (prose, i, " of at for in with to from "); i++)
    if (desk_prose_classes (prose, i) & DESK_CLASS_ROLE)
      head = desk_prose_get_word (prose, desk_prose_get_token (prose, i)->word)->folded;

  return head;
}
