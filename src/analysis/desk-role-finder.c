/* Finds what persons are: "Defense Secretary", "senior fellow at …".
 *
 * Before the name: "Chair Ann Kole", "the chair of Acme, Ann Kole". After it: "Ann Kole, the chair of
 * Acme", "Ann Kole (chair)", "Ann Kole was named chair".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-role-finder.h"

#include "desk-role-phrase.h"

/* The longest role before a name, in tokens. */
#define MAX_BEFORE 12

/* How many tokens the name takes that ends before @end, with its possessive: "China's". */
static guint
match_name_before (const DeskRolePhrase *self,
                   guint end)
{
  const DeskEntry *entry;
  DeskClass found;
  guint stop = end > self->sentence->first && desk_prose_is (self->prose, end - 1, "'s") ? end - 1 : end;

  for (guint i = self->index; i-- > 0 && self->index - i < 4;)
    {
      const DeskName *name = &g_array_index (self->names, DeskName, i);

      if (name->end < stop)
        break;
      if (name->end == stop && name->first >= self->sentence->first && name->kind != DESK_ENTITY_KIND_PERSON)
        return end - name->first;
    }
  for (guint n = MIN (6, stop - self->sentence->first); n > 0; n--)
    if (desk_known_name_match (self->prose, stop - n, stop, DESK_CLASS_NAME, &entry, &found) == n)
      return end - (stop - n);

  return 0;
}

/* A role of several words that ends before @end: "Secretary of State". */
static guint
match_role_before (const DeskRolePhrase *self,
                   guint end)
{
  for (guint n = MIN (5, end - self->sentence->first); n > 1; n--)
    if (desk_prose_match (self->prose, end - n, end, DESK_CLASS_TITLE | DESK_CLASS_ROLE, NULL) == n)
      return n;

  return 0;
}

/* Where the role starts whose last word stands before @end; @end where there is none. */
static guint
find_start (const DeskRolePhrase *self,
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
      /* "under Colonel Kole", but Under Secretary */
      if (desk_role_phrase_is_at (self, start - 1, " under then ") && !desk_role_phrase_is_at (self, start, " secretary "))
        break;
      if (desk_role_phrase_is_part (self, start - 1) || (start == end && desk_role_phrase_ends_like_person (self, start - 1)))
        {
          role |= desk_role_phrase_is_noun (self, start - 1) || (desk_prose_classes (self->prose, start - 1) & DESK_CLASS_TITLE) || !desk_role_phrase_is_part (self, start - 1);
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
      if (start < end && desk_prose_character (self->prose, start - 1) == '-' && start - 1 > self->sentence->first && desk_role_phrase_is_part (self, start - 2))
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
find_ranks (const DeskRolePhrase *self,
            guint first,
            guint end)
{
  guint start = end;

  while (start > first && (desk_prose_classes (self->prose, start - 1) & DESK_CLASS_TITLE) && desk_prose_get_utf8 (self->prose)[desk_prose_get_token (self->prose, start - 1)->byte + desk_prose_get_token (self->prose, start - 1)->n_bytes - 1] == '.')
    start--;

  return start;
}

/* The start of the role alone, without article and "now". */
static guint
skip_to_role (const DeskRolePhrase *self,
              guint first,
              gboolean *article)
{
  while (desk_role_phrase_is_at (self, first, " the a an its his her their our my now then currently formerly once also whose one "))
    {
      *article |= desk_role_phrase_is_at (self, first, " the a an its his her their our my whose ");
      first++;
    }
  return first;
}

/* Roles that stand one after the other: "chair of Acme and a member of parliament". */
static guint
add_roles (const DeskRolePhrase *self,
           DeskRoleSpan *roles,
           guint n,
           guint first)
{
  gboolean article = FALSE;

  for (guint turn = 0; turn < 2; turn++)
    {
      guint start = skip_to_role (self, first, &article);
      guint end = desk_role_phrase_find_end (self, start, article);

      if (end == start)
        break;
      n = add_role (roles, n, start, end);
      if (!desk_role_phrase_is_at (self, end, " and "))
        break;
      first = end + 1;
      article = FALSE;
    }

  return n;
}

/* "the chair of Acme, Ann Kole": an article, and a role that ends right before the comma. */
static guint
find_before_comma (const DeskRolePhrase *self,
                   guint comma,
                   DeskRoleSpan *roles,
                   guint n)
{
  for (guint start = comma; start > self->sentence->first && comma - start < MAX_BEFORE; start--)
    {
      gboolean article = FALSE;
      guint first;

      if (start - 1 > self->sentence->first && desk_prose_get_token (self->prose, start - 1)->kind == DESK_TOKEN_PUNCTUATION && desk_prose_character (self->prose, start - 1) != '-' && !desk_prose_is (self->prose, start - 1, "'s"))
        break;
      if (start - 1 > self->sentence->first && !desk_role_phrase_is_at (self, start - 1, " the a an its his her their our whose "))
        continue;
      first = skip_to_role (self, start - 1, &article);
      if (first < comma && desk_role_phrase_find_end (self, first, article) == comma)
        return add_role (roles, n, first, comma);
    }

  return n;
}

static guint
find_before (const DeskRolePhrase *self,
             const DeskName *name,
             DeskRoleSpan *roles,
             guint n)
{
  guint end = name->first;
  guint ranks;

  while (end > self->sentence->first && desk_role_phrase_is_honorific (self, end - 1))
    end--;
  ranks = find_ranks (self, self->sentence->first, end);
  n = add_role (roles, n, find_start (self, ranks), ranks);
  n = add_role (roles, n, ranks, end);
  if (n == 0 && end > self->sentence->first + 1 && desk_role_phrase_character (self, end - 1) == ',')
    n = find_before_comma (self, end - 1, roles, n);

  return n;
}

/* "was", "has been", "becomes", "was named" */
static guint
skip_copula (const DeskRolePhrase *self,
             guint at)
{
  const guint first = at;

  if (desk_role_phrase_character (self, at) == ',' && desk_role_phrase_is_at (self, at + 1, " who "))
    at += 2;
  if (desk_role_phrase_is_at (self, at, " has had will ") && desk_role_phrase_is_at (self, at + 1, " been be "))
    at += 2;
  else if (desk_role_phrase_is_at (self, at, " is was became becomes remains "))
    at++;
  else if (!desk_role_phrase_is_at (self, at, " named elected appointed "))
    return first;
  if (desk_role_phrase_is_at (self, at, " named elected appointed made "))
    at++;

  return at;
}

static guint
find_after (const DeskRolePhrase *self,
            const DeskName *name,
            DeskRoleSpan *roles,
            guint n)
{
  guint first = name->end;
  guint verb = skip_copula (self, first);

  if (verb > first)
    return add_roles (self, roles, n, verb);
  if (desk_role_phrase_character (self, first) == '(' && first + 1 < self->sentence->end)
    {
      guint end = first + 1;

      while (end < self->sentence->end && end - first < 8 && desk_role_phrase_character (self, end) != ')')
        end++;
      if (desk_role_phrase_character (self, end) == ')' && desk_role_phrase_is_noun (self, end - 1) && desk_role_phrase_find_end (self, first + 1, TRUE) == end)
        return add_role (roles, n, first + 1, end);
      /* "Ann Kole (Lab), ward councillor" */
      first = desk_role_phrase_character (self, end) == ')' ? end + 1 : first;
    }
  if (desk_role_phrase_character (self, first) != ',')
    return n;
  first++;
  /* "Jo Moss, 45, of Orla, a teacher" */
  if (first + 2 < self->sentence->end && desk_prose_get_token (self->prose, first)->kind == DESK_TOKEN_NUMBER && desk_role_phrase_character (self, first + 1) == ',')
    first += 2;
  if (desk_role_phrase_is_at (self, first, " of from ") && desk_role_phrase_skip_name (self, first + 1) > first + 1 && desk_role_phrase_character (self, desk_role_phrase_skip_name (self, first + 1)) == ',')
    first = desk_role_phrase_skip_name (self, first + 1) + 1;

  return first < self->sentence->end ? add_roles (self, roles, n, first) : n;
}

/**
 * desk_find_roles: (skip)
 * @names: (element-type DeskName): in text order
 * @index: index of a person's name
 * @roles: (out): the roles that stand beside this name
 *
 * Returns: how many there are
 */
guint
desk_find_roles (const DeskProse *prose,
                 GArray *names,
                 guint index,
                 DeskRoleSpan roles[DESK_MAX_ROLES])
{
  const DeskName *name = &g_array_index (names, DeskName, index);
  DeskRolePhrase self = { .prose = prose, .names = names, .index = index };
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
