/* Reads the words of roles: which belong to one, and where it ends.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-role-phrase.h"

/* The longest role, in tokens. */
#define MAX_WORDS 20

gboolean
desk_role_phrase_is_at (const DeskRolePhrase *self,
                        guint token,
                        const char *words)
{
  return token >= self->sentence->first && token < self->sentence->end && desk_prose_is_one_of (self->prose, token, words);
}

gunichar
desk_role_phrase_character (const DeskRolePhrase *self,
                            guint token)
{
  return token >= self->sentence->first && token < self->sentence->end ? desk_prose_character (self->prose, token) : 0;
}

gboolean
desk_role_phrase_is_honorific (const DeskRolePhrase *self,
                               guint token)
{
  return desk_role_phrase_is_at (self, token, " mr. mr mrs. mrs ms. ms miss mx. mx sir lady lord dame messrs. messrs madame mme. mme monsieur herr frau señor señora don doña dr. dr doctor hon. ");
}

/* What one is to somebody is no role. */
static gboolean
is_kin (const DeskRolePhrase *self,
        guint token)
{
  if (desk_prose_get_token (self->prose, token)->shape != DESK_SHAPE_LOWER)
    return FALSE;

  return desk_role_phrase_is_at (self, token, " wife husband son daughter father mother brother sister grandmother grandfather grandson granddaughter nephew niece aunt uncle widow widower cousin brothers sisters sons daughters parents twin stepfather stepmother fiance fiancee ");
}

/* "cellist", "surveyor": by the ending alone, where a role can stand only. */
gboolean
desk_role_phrase_ends_like_person (const DeskRolePhrase *self,
                                   guint token)
{
  static const char *const endings[] = { "er", "or", "ist", "ian", "eer", "man", "woman", "ant", "keeper" };
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  const char *word = desk_prose_get_word (self->prose, at->word)->folded;

  if (is_kin (self, token) || at->kind != DESK_TOKEN_WORD || at->shape != DESK_SHAPE_LOWER || at->end - at->start < 5 ||
      (desk_prose_classes (self->prose, token) & (DESK_CLASS_STARTER | DESK_CLASS_CUE | DESK_CLASS_ROLE_PART)) ||
      desk_role_phrase_is_at (self, token, " after under over whether either neither rather never ever former later earlier other another together however further outer inner upper lower younger older elder bigger better longer summer winter october november december september stammer number paper letter matter water order power center error mirror floor flavor colour important "))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      return TRUE;

  return FALSE;
}

gboolean
desk_role_phrase_is_noun (const DeskRolePhrase *self,
                          guint token)
{
  return (desk_prose_classes (self->prose, token) & DESK_CLASS_ROLE) && !is_kin (self, token);
}

/* A word that can belong to a role before its last word: "Pentagon press secretary". */
gboolean
desk_role_phrase_is_part (const DeskRolePhrase *self,
                          guint token)
{
  DeskClass classes = desk_prose_classes (self->prose, token);

  if (is_kin (self, token) || desk_role_phrase_is_honorific (self, token))
    return FALSE;

  return (classes & (DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART | DESK_CLASS_TITLE | DESK_CLASS_HEAD_LAST | DESK_CLASS_NATIONALITY)) && !(classes & DESK_CLASS_STARTER && desk_prose_get_token (self->prose, token)->shape == DESK_SHAPE_LOWER && !(classes & DESK_CLASS_ROLE_PART));
}

/* The token after the name that starts at @token; @token itself where none does. */
guint
desk_role_phrase_skip_name (const DeskRolePhrase *self,
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
ends_role (const DeskRolePhrase *self,
           guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  DeskClass classes = desk_prose_classes (self->prose, token);

  if (at->kind == DESK_TOKEN_QUOTE)
    return TRUE;
  if (at->kind == DESK_TOKEN_PUNCTUATION)
    return (desk_prose_character (self->prose, token) != '-' && !desk_prose_is (self->prose, token, "'s")) || !at->glued;
  if (desk_role_phrase_is_at (self, token, " who which that whose has had is was were will would who's but while when where since before after until during from near by as under on into because if though "))
    return TRUE;

  return at->shape == DESK_SHAPE_LOWER && (classes & DESK_CLASS_CUE) && !(classes & (DESK_CLASS_WEAK_CUE | DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART));
}

/* Without an article: "retail correspondent", not "wishes to be a conductor" or "watching the umpire". */
static gboolean
is_noun_phrase (const DeskRolePhrase *self,
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
guint
desk_role_phrase_find_end (const DeskRolePhrase *self,
                           guint first,
                           gboolean article)
{
  guint at = first, head = 0, next;
  gboolean role = FALSE;

  while (at < self->sentence->end && at - first < MAX_WORDS && !ends_role (self, at) && !desk_role_phrase_is_at (self, at, " of at for in with to and or "))
    {
      next = desk_role_phrase_skip_name (self, at);
      if (next > at)
        {
          at = next;
          continue;
        }
      role |= desk_role_phrase_is_noun (self, at);
      head = at++;
    }
  if (at == first || head == 0 || is_kin (self, head))
    return first;
  if (article ? !role && !desk_role_phrase_ends_like_person (self, head) : !desk_role_phrase_is_noun (self, head) || !is_noun_phrase (self, first, head))
    return first;

  while (at + 1 < self->sentence->end && at - first < MAX_WORDS && desk_role_phrase_is_at (self, at, " of at for in with to "))
    {
      guint thing = desk_role_phrase_is_at (self, at + 1, " the a an its his her their our ") ? at + 2 : at + 1;
      guint end = thing;

      while (end < self->sentence->end && end - first < MAX_WORDS && !ends_role (self, end) && !desk_role_phrase_is_at (self, end, " of at for in with to and or "))
        {
          next = desk_role_phrase_skip_name (self, end);
          end = MAX (next, end + 1);
        }
      if (end == thing)
        break;
      /* "in Bavaria" tells where, not what; "in the Air Force" what. */
      if (desk_role_phrase_is_at (self, at, " in ") && desk_role_phrase_skip_name (self, thing) != end)
        break;
      if (desk_role_phrase_is_at (self, at, " in with to ") && !desk_token_is_capital (desk_prose_get_token (self->prose, thing)))
        break;
      at = end;
    }

  return at;
}
