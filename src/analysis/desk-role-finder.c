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

/* The longest role before and after a name, in tokens. */
#define MAX_BEFORE 12
#define MAX_AFTER 20

typedef struct
{
  const DeskProse *prose;
  const DeskSentence *sentence;
  GArray *names;
  guint index; /* of the person's name */
} Finder;

static gboolean
is_at (const Finder *self,
       guint token,
       const char *words)
{
  return token >= self->sentence->first && token < self->sentence->end && desk_prose_is_one_of (self->prose, token, words);
}

static gunichar
character_at (const Finder *self,
              guint token)
{
  return token >= self->sentence->first && token < self->sentence->end ? desk_prose_character (self->prose, token) : 0;
}

static gboolean
is_honorific (const Finder *self,
              guint token)
{
  return is_at (self, token, " mr. mr mrs. mrs ms. ms miss mx. mx sir lady lord dame messrs. messrs madame mme. mme monsieur herr frau señor señora don doña dr. dr doctor hon. ");
}

/* What one is to somebody is no role. */
static gboolean
is_kin (const Finder *self,
        guint token)
{
  if (desk_prose_get_token (self->prose, token)->shape != DESK_SHAPE_LOWER)
    return FALSE;

  return is_at (self, token, " wife husband son daughter father mother brother sister grandmother grandfather grandson granddaughter nephew niece aunt uncle widow widower cousin brothers sisters sons daughters parents twin stepfather stepmother fiance fiancee ");
}

/* "cellist", "surveyor": by the ending alone, where a role can stand only. */
static gboolean
ends_like_person (const Finder *self,
                  guint token)
{
  static const char *const endings[] = { "er", "or", "ist", "ian", "eer", "man", "woman", "ant", "keeper" };
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  const char *word = desk_prose_get_word (self->prose, at->word)->folded;

  if (at->kind != DESK_TOKEN_WORD || at->shape != DESK_SHAPE_LOWER || at->end - at->start < 5 ||
      (desk_prose_classes (self->prose, token) & (DESK_CLASS_STARTER | DESK_CLASS_CUE | DESK_CLASS_ROLE_PART)) ||
      is_at (self, token, " after under over whether either neither rather never ever former later earlier other another together however further outer inner upper lower younger older elder bigger better longer summer winter october november december september stammer number paper letter matter water order power center error mirror floor flavor colour important "))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_role_noun (const Finder *self,
              guint token)
{
  return (desk_prose_classes (self->prose, token) & DESK_CLASS_ROLE) && !is_kin (self, token);
}

/* A word that can belong to a role before its last word: "Pentagon press secretary". */
static gboolean
is_part (const Finder *self,
         guint token)
{
  DeskClass classes = desk_prose_classes (self->prose, token);

  if (is_kin (self, token) || is_honorific (self, token))
    return FALSE;

  return (classes & (DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART | DESK_CLASS_TITLE | DESK_CLASS_HEAD_LAST | DESK_CLASS_NATIONALITY)) && !(classes & DESK_CLASS_STARTER && desk_prose_get_token (self->prose, token)->shape == DESK_SHAPE_LOWER && !(classes & DESK_CLASS_ROLE_PART));
}

/* How many tokens the name takes that ends before @end, with its possessive: "China's". */
static guint
match_name_before (const Finder *self,
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
      /* "under Colonel Kole", but Under Secretary */
      if (is_at (self, start - 1, " under then ") && !is_at (self, start, " secretary "))
        break;
      if (is_part (self, start - 1) || (start == end && ends_like_person (self, start - 1)))
        {
          role |= is_role_noun (self, start - 1) || (desk_prose_classes (self->prose, start - 1) & DESK_CLASS_TITLE) || !is_part (self, start - 1);
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

/* The token after the name that starts at @token; @token itself where none does. */
static guint
skip_name (const Finder *self,
           guint token)
{
  for (guint i = self->index > 4 ? self->index - 4 : 0; i < self->names->len && i < self->index + 8; i++)
    {
      const DeskName *name = &g_array_index (self->names, DeskName, i);

      if (name->first > token)
        break;
      if (name->first == token && i != self->index)
        return name->end;
    }

  return token;
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
    return (desk_prose_character (self->prose, token) != '-' && !desk_prose_is (self->prose, token, "'s")) || !at->glued;
  if (is_at (self, token, " who which that whose has had is was were will would who's but while when where since before after until during from near by as under on into because if though "))
    return TRUE;

  return at->shape == DESK_SHAPE_LOWER && (classes & DESK_CLASS_CUE) && !(classes & (DESK_CLASS_WEAK_CUE | DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART));
}

/* Without an article: "retail correspondent", not "wishes to be a conductor" or "watching the umpire". */
static gboolean
is_noun_phrase (const Finder *self,
                guint first,
                guint last)
{
  if (last - first > 6)
    return FALSE;
  for (guint i = first; i < last; i++)
    {
      DeskClass classes = desk_prose_classes (self->prose, i);
      const DeskToken *token = desk_prose_get_token (self->prose, i);

      if (token->shape == DESK_SHAPE_LOWER && !(classes & (DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART)) && ((classes & (DESK_CLASS_CUE | DESK_CLASS_ACT | DESK_CLASS_STARTER)) || g_str_has_suffix (desk_prose_get_word (self->prose, token->word)->folded, "ing")) && token->kind == DESK_TOKEN_WORD && !desk_prose_is (self->prose, i, "'s"))
        return FALSE;
    }

  return TRUE;
}

/* Where the role ends that starts at @first: "senior fellow", and what it names: "at the Salt
 * Institute". @first where the words are no role. @article: whether an article stands before. */
static guint
find_end (const Finder *self,
          guint first,
          gboolean article)
{
  guint at = first, head = 0, next;
  gboolean role = FALSE;

  while (at < self->sentence->end && at - first < MAX_AFTER && !ends_role (self, at) && !is_at (self, at, " of at for in with to and or "))
    {
      next = skip_name (self, at);
      if (next > at)
        {
          at = next;
          continue;
        }
      role |= is_role_noun (self, at);
      head = at++;
    }
  if (at == first || head == 0 || is_kin (self, head))
    return first;
  if (article ? !role && !ends_like_person (self, head) : !is_role_noun (self, head) || !is_noun_phrase (self, first, head))
    return first;

  while (at + 1 < self->sentence->end && at - first < MAX_AFTER && is_at (self, at, " of at for in with to "))
    {
      guint thing = is_at (self, at + 1, " the a an its his her their our ") ? at + 2 : at + 1;
      guint end = thing;

      while (end < self->sentence->end && end - first < MAX_AFTER && !ends_role (self, end) && !is_at (self, end, " of at for in with to and or "))
        {
          next = skip_name (self, end);
          end = MAX (next, end + 1);
        }
      if (end == thing)
        break;
      /* "in Bavaria" tells where, not what; "in the Air Force" what. */
      if (is_at (self, at, " in ") && skip_name (self, thing) != end)
        break;
      if (is_at (self, at, " in with to ") && !desk_token_is_capital (desk_prose_get_token (self->prose, thing)))
        break;
      at = end;
    }

  return at;
}

/* The start of the role alone, without article and "now". */
static guint
skip_to_role (const Finder *self,
              guint first,
              gboolean *article)
{
  while (is_at (self, first, " the a an its his her their our my now then currently formerly once also whose one "))
    {
      *article |= is_at (self, first, " the a an its his her their our my whose ");
      first++;
    }
  return first;
}

/* Roles that stand one after the other: "chair of Acme and a member of parliament". */
static guint
add_roles (const Finder *self,
           DeskRoleSpan *roles,
           guint n,
           guint first)
{
  gboolean article = FALSE;

  for (guint turn = 0; turn < 2; turn++)
    {
      guint start = skip_to_role (self, first, &article);
      guint end = find_end (self, start, article);

      if (end == start)
        break;
      n = add_role (roles, n, start, end);
      if (!is_at (self, end, " and "))
        break;
      first = end + 1;
      article = FALSE;
    }

  return n;
}

/* "the chair of Acme, Ann Kole": an article, and a role that ends right before the comma. */
static guint
find_before_comma (const Finder *self,
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
      if (start - 1 > self->sentence->first && !is_at (self, start - 1, " the a an its his her their our whose "))
        continue;
      first = skip_to_role (self, start - 1, &article);
      if (first < comma && find_end (self, first, article) == comma)
        return add_role (roles, n, first, comma);
    }

  return n;
}

static guint
find_before (const Finder *self,
             const DeskName *name,
             DeskRoleSpan *roles,
             guint n)
{
  guint end = name->first;
  guint ranks;

  while (end > self->sentence->first && is_honorific (self, end - 1))
    end--;
  ranks = find_ranks (self, self->sentence->first, end);
  n = add_role (roles, n, find_start (self, ranks), ranks);
  n = add_role (roles, n, ranks, end);
  if (n == 0 && end > self->sentence->first + 1 && character_at (self, end - 1) == ',')
    n = find_before_comma (self, end - 1, roles, n);

  return n;
}

/* "was", "has been", "becomes", "was named" */
static guint
skip_copula (const Finder *self,
             guint at)
{
  const guint first = at;

  if (character_at (self, at) == ',' && is_at (self, at + 1, " who "))
    at += 2;
  if (is_at (self, at, " has had will ") && is_at (self, at + 1, " been be "))
    at += 2;
  else if (is_at (self, at, " is was became becomes remains "))
    at++;
  else if (!is_at (self, at, " named elected appointed "))
    return first;
  if (is_at (self, at, " named elected appointed made "))
    at++;

  return at;
}

static guint
find_after (const Finder *self,
            const DeskName *name,
            DeskRoleSpan *roles,
            guint n)
{
  guint first = name->end;
  guint verb = skip_copula (self, first);

  if (verb > first)
    return add_roles (self, roles, n, verb);
  if (character_at (self, first) == '(' && first + 1 < self->sentence->end)
    {
      guint end = first + 1;

      while (end < self->sentence->end && end - first < 8 && character_at (self, end) != ')')
        end++;
      if (character_at (self, end) == ')' && is_role_noun (self, end - 1) && find_end (self, first + 1, TRUE) == end)
        return add_role (roles, n, first + 1, end);
      /* "Ann Kole (Lab), ward councillor" */
      first = character_at (self, end) == ')' ? end + 1 : first;
    }
  if (character_at (self, first) != ',')
    return n;
  first++;
  /* "Jo Moss, 45, of Orla, a teacher" */
  if (first + 2 < self->sentence->end && desk_prose_get_token (self->prose, first)->kind == DESK_TOKEN_NUMBER && character_at (self, first + 1) == ',')
    first += 2;
  if (is_at (self, first, " of from ") && skip_name (self, first + 1) > first + 1 && character_at (self, skip_name (self, first + 1)) == ',')
    first = skip_name (self, first + 1) + 1;

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
  Finder self = { .prose = prose, .names = names, .index = index };
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
