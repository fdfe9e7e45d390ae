/* Compares the names of persons.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-person-names.h"

#include <string.h>

#include "desk-nicknames.h"

/* Shorter given names one letter apart are two: Jan, Jon. */
#define MIN_SLIP 6

static const char *
folded (const DeskProse *prose,
        guint token)
{
  return desk_prose_get_word (prose, desk_prose_get_token (prose, token)->word)->folded;
}

/* "KOLE, Pia" in lists. */
static void
turn_round (DeskPersonName *self,
            guint comma)
{
  guint words[DESK_MAX_PERSON_WORDS];

  for (guint i = 0; i < self->n; i++)
    words[i] = self->words[(i + comma) % self->n];
  memcpy (self->words, words, sizeof words);
  self->linked = 0;
}

/**
 * desk_person_name_init: (skip)
 * @self: (out): the words of the name
 */
void
desk_person_name_init (DeskPersonName *self,
                       const DeskProse *prose,
                       const DeskName *name)
{
  guint comma = 0;

  self->n = self->linked = self->suffix = 0;
  for (guint i = name->first; i < name->end && self->n < DESK_MAX_PERSON_WORDS; i++)
    {
      if (desk_prose_get_token (prose, i)->kind != DESK_TOKEN_WORD)
        {
          gunichar c = desk_prose_character (prose, i);

          if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013)
            self->linked |= 1u << self->n;
          else if (c == ',')
            comma = self->n;
          continue;
        }
      if (self->n > 0 && i + 1 == name->end && desk_prose_is_one_of (prose, i, " jr. jr sr. sr ii iii iv v vi vii viii ix xi xii xiii xiv xvi "))
        self->suffix = i;
      else
        self->words[self->n++] = i;
    }
  if (self->n == 0)
    self->words[self->n++] = name->first;
  if (comma > 0 && comma < self->n)
    turn_round (self, comma);
}

const char *
desk_person_name_word (const DeskPersonName *self,
                       const DeskProse *prose,
                       guint index)
{
  return folded (prose, self->words[index]);
}

/**
 * desk_person_name_is_initials: (skip)
 *
 * Returns: whether a word is "J.", "J", "J.R." or "JJ"
 */
gboolean
desk_person_name_is_initials (const DeskPersonName *self,
                              const DeskProse *prose,
                              guint index)
{
  const DeskToken *token = desk_prose_get_token (prose, self->words[index]);
  const char *word = folded (prose, self->words[index]);

  if (token->end - token->start == 1 || (word[1] == '.' && token->end - token->start <= 6))
    return desk_token_is_capital (token);

  /* ED is a name in a headline. */
  return token->shape == DESK_SHAPE_UPPER && token->end - token->start <= 3 && index + 1 < self->n && !(desk_prose_classes (prose, self->words[index]) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME | DESK_CLASS_PARTICLE));
}

/* "J.R." for "Juan Ramón …": each letter begins a word. */
static gboolean
initials_agree (const DeskProse *prose,
                const DeskPersonName *initials,
                const DeskPersonName *other)
{
  guint word = 0;

  for (const char *p = desk_person_name_word (initials, prose, 0); *p != '\0'; p++)
    {
      if (*p == '.' || *p == '-')
        continue;
      if (word + 1 >= other->n)
        return word > 0;
      if (*p != desk_person_name_word (other, prose, word)[0])
        return FALSE;
      word++;
    }

  return word > 0;
}

/**
 * desk_person_words_slip: (skip)
 *
 * Returns: whether two words are one letter apart, like Kristin and Kristen; no word is of itself
 */
gboolean
desk_person_words_slip (const char *one,
                        const char *other)
{
  gsize n = strlen (one), n_other = strlen (other), first = 0, last = 0;

  if (n < 4 || n_other < 4 || MAX (n, n_other) - MIN (n, n_other) > 1 || strcmp (one, other) == 0)
    return FALSE;
  while (first < MIN (n, n_other) && one[first] == other[first])
    first++;
  while (last < MIN (n, n_other) - first && one[n - 1 - last] == other[n_other - 1 - last])
    last++;

  return first > 0 && first + last + 1 >= MAX (n, n_other);
}

static DeskAgreement
compare_given_names (const DeskProse *prose,
                     const DeskPersonName *full,
                     const DeskPersonName *other)
{
  const char *a = desk_person_name_word (full, prose, 0), *b = desk_person_name_word (other, prose, 0);
  gsize n_a = strlen (a), n_b = strlen (b);

  if (strcmp (a, b) == 0)
    return DESK_AGREEMENT_PART;
  if (desk_person_name_is_initials (full, prose, 0))
    return initials_agree (prose, full, other) ? DESK_AGREEMENT_INITIALS : DESK_AGREEMENT_NONE;
  if (desk_person_name_is_initials (other, prose, 0))
    return initials_agree (prose, other, full) ? DESK_AGREEMENT_INITIALS : DESK_AGREEMENT_NONE;
  if (desk_is_nickname (a, b) || (n_a >= 3 && n_b >= 3 && (g_str_has_prefix (a, b) || g_str_has_prefix (b, a))))
    return DESK_AGREEMENT_NICKNAME;
  /* Two people whose names are one letter apart are rarer than a slip of the pen. */
  if (MIN (n_a, n_b) >= MIN_SLIP && desk_person_words_slip (a, b))
    return DESK_AGREEMENT_SLIP;

  return DESK_AGREEMENT_NONE;
}

/* "George H. W. Bush" is not "George W. Bush". */
static gboolean
middle_names_differ (const DeskProse *prose,
                     const DeskPersonName *full,
                     const DeskPersonName *other)
{
  return full->n > 2 && other->n > 2 &&
         (desk_person_name_is_initials (full, prose, 1) || desk_person_name_is_initials (other, prose, 1)) &&
         desk_person_name_word (full, prose, 1)[0] != desk_person_name_word (other, prose, 1)[0];
}

/* Whether the words of @other stand in @full one after the other. */
static gboolean
holds (const DeskProse *prose,
       const DeskPersonName *full,
       const DeskPersonName *other)
{
  for (guint skip = 0; skip + other->n <= full->n; skip++)
    {
      guint i = 0;

      while (i < other->n && strcmp (desk_person_name_word (full, prose, skip + i), desk_person_name_word (other, prose, i)) == 0)
        i++;
      if (i == other->n)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_reversed (const DeskProse *prose,
             const DeskPersonName *full,
             const DeskPersonName *other)
{
  return full->n == 2 && other->n == 2 &&
         strcmp (desk_person_name_word (full, prose, 0), desk_person_name_word (other, prose, 1)) == 0 &&
         strcmp (desk_person_name_word (full, prose, 1), desk_person_name_word (other, prose, 0)) == 0;
}

/**
 * desk_person_names_compare: (skip)
 * @full: a name of two words or more
 * @other: another one of two words or more, not more than @full has
 *
 * Middle names and initials may be missing, and so may the mother's name of a Spanish one.
 *
 * Returns: how surely both name the same person
 */
DeskAgreement
desk_person_names_compare (const DeskProse *prose,
                           const DeskPersonName *full,
                           const DeskPersonName *other)
{
  const char *family = desk_person_name_word (other, prose, other->n - 1);
  DeskAgreement given;

  if (full->suffix != 0 && other->suffix != 0 && strcmp (folded (prose, full->suffix), folded (prose, other->suffix)) != 0)
    return DESK_AGREEMENT_NONE;
  if (holds (prose, full, other))
    return full->n == other->n ? DESK_AGREEMENT_SAME : DESK_AGREEMENT_PART;
  if (is_reversed (prose, full, other))
    return DESK_AGREEMENT_NICKNAME;
  if (middle_names_differ (prose, full, other))
    return DESK_AGREEMENT_NONE;

  given = compare_given_names (prose, full, other);
  if (strcmp (family, desk_person_name_word (full, prose, full->n - 1)) == 0)
    return given;
  /* "Luis Peña" for "Luis Alberto Peña Ruiz", "J. Noguera" for "Jo Noguera-Blum". */
  for (guint i = 1; i + 1 < full->n; i++)
    if (strcmp (family, desk_person_name_word (full, prose, i)) == 0 && (given == DESK_AGREEMENT_PART || (full->linked & (1u << (i + 1)))))
      return given;

  return DESK_AGREEMENT_NONE;
}

/**
 * desk_person_name_rank: (skip)
 * @self: a name of two words or more
 * @word: a word in lower case
 *
 * Returns: how well the word alone names this person
 */
DeskWordRank
desk_person_name_rank (const DeskPersonName *self,
                       const DeskProse *prose,
                       const char *word)
{
  guint i = 0;

  if (strcmp (word, desk_person_name_word (self, prose, self->n - 1)) == 0)
    return DESK_WORD_FAMILY;
  while (i < self->n && strcmp (word, desk_person_name_word (self, prose, i)) != 0)
    i++;
  if (i == self->n)
    return desk_is_nickname (word, desk_person_name_word (self, prose, 0)) ? DESK_WORD_GIVEN : DESK_WORD_NONE;
  /* A name in two parts: Noguera-Blum. */
  if (i > 0 && (self->linked & (1u << (i + 1))))
    return DESK_WORD_FAMILY;
  /* Nobody calls John Edward Taylor Edward. */
  if (i > 0)
    return (desk_prose_classes (prose, self->words[i]) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME)) != DESK_CLASS_GIVEN_NAME ? DESK_WORD_MIDDLE : DESK_WORD_NONE;
  if (!(desk_prose_classes (prose, self->words[0]) & DESK_CLASS_GIVEN_NAME))
    return DESK_WORD_FAMILY;

  return desk_prose_classes (prose, self->words[0]) & DESK_CLASS_SURNAME_FIRST ? DESK_WORD_MIDDLE : DESK_WORD_GIVEN;
}

/**
 * desk_person_name_sex: (skip)
 *
 * Returns: %DESK_CLASS_MAN or %DESK_CLASS_WOMAN where the title or the given name tells, 0 else
 */
DeskClass
desk_person_name_sex (const DeskProse *prose,
                      const DeskName *name)
{
  const DeskClass both = DESK_CLASS_MAN | DESK_CLASS_WOMAN;
  DeskClass sex;

  for (guint i = name->title; i < name->first; i++)
    {
      sex = desk_prose_classes (prose, i) & both;
      if (sex != 0 && sex != both)
        return sex;
    }
  if (!(desk_prose_classes (prose, name->first) & DESK_CLASS_GIVEN_NAME))
    return 0;
  /* Gloria alone is a given name, Thomas may be Mr. Thomas. */
  if (name->end - name->first < 2 && (name->title < name->first || (desk_prose_classes (prose, name->first) & DESK_CLASS_SURNAME)))
    return 0;
  sex = desk_prose_classes (prose, name->first) & both;

  return sex != both ? sex : 0;
}
