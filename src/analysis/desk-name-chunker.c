/* Finds the runs of capitalised words that names are made of.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name.h"

/* The longest run; a text of nothing but capitals stays linear. */
#define MAX_CHUNK 24

static gboolean
is_name_word (const DeskProse *prose,
              guint i)
{
  const DeskToken *token = desk_prose_get_token (prose, i);

  return token->kind == DESK_TOKEN_WORD && desk_token_is_capital (token) && !(desk_prose_classes (prose, i) & DESK_CLASS_CALENDAR) && !desk_prose_is_one_of (prose, i, " i 's ");
}

/* Where each word is capitalised, or may be, the word itself must speak for a name. */
static gboolean
opens_name (const DeskProse *prose,
            guint i,
            guint end)
{
  const DeskWord *word = desk_prose_get_word (prose, desk_prose_get_token (prose, i)->word);
  const DeskEntry *entry;
  DeskClass found;
  guint n = desk_known_name_match (prose, i, end, DESK_CLASS_NAME | DESK_CLASS_BODY, &entry, &found);

  if (n > 1)
    return TRUE;
  if (word->classes & DESK_CLASS_STARTER)
    return FALSE;
  if (n == 1 && (!entry->ambiguous || word->n_capital > 0 || word->n_lower == 0))
    return TRUE;
  if (word->n_capital > 0)
    return TRUE;
  if (i + 1 < end && is_name_word (prose, i + 1) && !(desk_prose_classes (prose, i + 1) & DESK_CLASS_STARTER))
    return TRUE;
  if (i + 2 < end && desk_prose_get_token (prose, i + 1)->glued && desk_prose_character (prose, i + 1) == '-' && is_name_word (prose, i + 2))
    return TRUE;
  if (word->classes & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME))
    return word->n_lower == 0;

  return word->n_lower == 0 && !(word->classes & (DESK_CLASS_COMMON | DESK_CLASS_CUE | DESK_CLASS_ACT | DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART | DESK_CLASS_POLICY));
}

static gboolean
is_organisation_head (const DeskProse *prose,
                      guint i)
{
  DeskLexicon *lexicon = desk_prose_get_lexicon (prose);
  guint word = desk_prose_get_word (prose, desk_prose_get_token (prose, i)->word)->lexicon_word;
  guint node = desk_lexicon_step (lexicon, DESK_LEXICON_ROOT, word);

  return node != DESK_LEXICON_NOWHERE && (desk_lexicon_node_classes (lexicon, node) & (DESK_CLASS_HEAD_LAST | DESK_CLASS_HEAD_FIRST));
}

/* "Department of", "Foundation for the", "Health and Human Services": how many tokens join the
 * run with the name word after them. */
static guint
match_joint (const DeskProse *prose,
             guint first,
             guint i,
             guint end)
{
  gboolean head = FALSE;

  for (guint k = first; k < i; k++)
    head |= is_organisation_head (prose, k);

  if (desk_prose_is_one_of (prose, i, " of for on against "))
    {
      guint n = i + 1 < end && desk_prose_is (prose, i + 1, "the") ? 2 : 1;

      /* "University of", "Bank of", but not "the Guardian for Monday". */
      if (!head || i + n >= end || !is_name_word (prose, i + n))
        return 0;
      if (!desk_prose_is (prose, i, "of") && !is_organisation_head (prose, i - 1))
        return 0;
      return n;
    }
  if (desk_prose_is_one_of (prose, i, " and & "))
    {
      DeskClass classes;

      if (i + 1 >= end || !is_name_word (prose, i + 1))
        return 0;
      if (desk_prose_character (prose, i) == '&')
        return 1;
      classes = desk_prose_classes (prose, i + 1);
      /* Inside "Ministry of Health and …" only, before a common word. */
      for (guint k = first; k < i; k++)
        if (head && desk_prose_is_one_of (prose, k, " of for ") && (classes & (DESK_CLASS_COMMON | DESK_CLASS_ROLE_PART)) && !(classes & (DESK_CLASS_TITLE | DESK_CLASS_ROLE | DESK_CLASS_GIVEN_NAME | DESK_CLASS_NAME)))
          return 1;
    }

  return 0;
}

/* de la Cruz, bin Salman, al-Assad: particles that lead to another name word. */
static guint
match_particles (const DeskProse *prose,
                 guint i,
                 guint end)
{
  guint n = 0;

  while (n < 4 && i + n < end)
    {
      if (n > 0 && is_name_word (prose, i + n))
        return n;
      if (!(desk_prose_classes (prose, i + n) & DESK_CLASS_PARTICLE) && !(n > 0 && desk_prose_character (prose, i + n) == '-'))
        return 0;
      n++;
    }

  return 0;
}

/* Anglo-Saxon, Aix-en-Provence, Kim Tae-yong: a hyphen between name words. */
static guint
match_hyphen (const DeskProse *prose,
              guint first,
              guint i,
              guint end)
{
  if (desk_prose_character (prose, i) != '-' || !desk_prose_get_token (prose, i)->glued || i + 1 >= end || !desk_prose_get_token (prose, i + 1)->glued)
    return 0;
  if (is_name_word (prose, i + 1))
    return 1;
  if (i + 3 < end && desk_prose_character (prose, i + 2) == '-' && desk_prose_get_token (prose, i + 2)->glued && desk_prose_get_token (prose, i + 3)->glued && is_name_word (prose, i + 3))
    return 3;
  /* The second syllable of a given name is no word of its own; "Seoul-based" has one. */
  if (i - first >= 2 && desk_prose_get_token (prose, i + 1)->shape == DESK_SHAPE_LOWER && desk_prose_get_word (prose, desk_prose_get_token (prose, i + 1)->word)->lexicon_word == 0 && !desk_prose_is_one_of (prose, i + 1, " led based backed born style era like made run owned trained controlled held wide linked funded friendly sponsored appointed related speaking bound fought built old headed allied dominated ruled "))
    return 2;

  return 0;
}

/* Women's Tennis Association, Workers' Party: of whom a body is, not whose name it is. */
static guint
match_possessive (const DeskProse *prose,
                  guint i,
                  guint end)
{
  if (i == 0 || i + 1 >= end || !is_name_word (prose, i + 1))
    return 0;
  if (!desk_prose_is (prose, i, "'s") && !(desk_prose_is (prose, i, "'") && desk_prose_get_token (prose, i)->glued))
    return 0;

  return desk_prose_is_one_of (prose, i - 1, " people women men children workers farmers teachers nurses veterans students fishermen lawyers girls boys kids mothers bishops seafarers lord st. writers actors players journalists firefighters ")
           ? 1
           : 0;
}

/**
 * desk_name_find_chunk:
 * @first: a token
 * @end: the end of the sentence
 * @opening: whether any word would be capitalised there
 *
 * Returns: how many tokens the run of name words at @first takes
 */
guint
desk_name_find_chunk (const DeskProse *prose,
                      guint first,
                      guint end,
                      gboolean opening)
{
  guint i = first;

  if (!is_name_word (prose, i))
    {
      const DeskEntry *entry;
      DeskClass found;

      /* al-Shabab, foreign ministry, sub-Saharan */
      return desk_known_name_match (prose, i, end, DESK_CLASS_NAME | DESK_CLASS_BODY, &entry, &found);
    }
  if (opening && !opens_name (prose, i, end))
    return 0;
  /* "The" begins few names, and those are known. */
  if ((desk_prose_classes (prose, i) & DESK_CLASS_STARTER) && desk_prose_get_token (prose, i)->shape == DESK_SHAPE_CAPITAL)
    {
      const DeskEntry *entry;
      DeskClass found;

      return desk_known_name_match (prose, i, end, DESK_CLASS_NAME, &entry, &found);
    }

  for (i++; i < end && i - first < MAX_CHUNK;)
    {
      guint n = 0;

      if (is_name_word (prose, i))
        {
          n = 1;
          /* "McKay The" does not go on. */
          if ((desk_prose_classes (prose, i) & DESK_CLASS_STARTER) && desk_prose_get_token (prose, i)->shape == DESK_SHAPE_CAPITAL && desk_prose_get_token (prose, i)->n_bytes > 1)
            n = 0;
        }
      if (n == 0)
        n = match_hyphen (prose, first, i, end);
      if (n == 0)
        n = match_particles (prose, i, end);
      if (n == 0)
        n = match_possessive (prose, i, end);
      if (n == 0)
        n = match_joint (prose, first, i, end);
      if (n == 0)
        break;
      i += n;
    }

  return i - first;
}
