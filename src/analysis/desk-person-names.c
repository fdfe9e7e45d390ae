/* Compares the names of persons.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-person-names.h"

#include <string.h>

static const char *
folded (const DeskProse *prose,
        guint token)
{
  return desk_prose_get_word (prose, desk_prose_get_token (prose, token)->word)->folded;
}

/**
 * desk_person_name_init:
 * @self: (out): the words of the name
 */
void
desk_person_name_init (DeskPersonName *self,
                       const DeskProse *prose,
                       const DeskName *name)
{
  self->n = 0;
  for (guint i = name->first; i < name->end && self->n < G_N_ELEMENTS (self->words); i++)
    {
      if (desk_prose_get_token (prose, i)->kind != DESK_TOKEN_WORD || desk_prose_is_one_of (prose, i, " jr. jr sr. sr ii iii iv "))
        continue;
      self->words[self->n++] = i;
    }
  if (self->n == 0)
    self->words[self->n++] = name->first;
}

/* Short forms that are no beginnings of the long one. */
static gboolean
is_nickname (const char *a,
             const char *b)
{
  static const char *const pairs[][2] = {
    { "bill", "william" },
    { "bob", "robert" },
    { "dick", "richard" },
    { "rick", "richard" },
    { "jim", "james" },
    { "jack", "john" },
    { "ted", "edward" },
    { "ted", "theodore" },
    { "eddie", "edward" },
    { "tony", "anthony" },
    { "mike", "michael" },
    { "mick", "michael" },
    { "kate", "katherine" },
    { "kate", "catherine" },
    { "kathy", "katherine" },
    { "cathy", "catherine" },
    { "liz", "elizabeth" },
    { "beth", "elizabeth" },
    { "betty", "elizabeth" },
    { "peggy", "margaret" },
    { "maggie", "margaret" },
    { "harry", "henry" },
    { "hank", "henry" },
    { "chuck", "charles" },
    { "charlie", "charles" },
    { "larry", "lawrence" },
    { "joe", "joseph" },
    { "dave", "david" },
    { "steve", "steven" },
    { "steve", "stephen" },
    { "nick", "nicholas" },
    { "andy", "andrew" },
    { "vicky", "victoria" },
    { "becky", "rebecca" },
    { "debbie", "deborah" },
    { "bernie", "bernard" },
    { "gerry", "gerald" },
    { "jerry", "gerald" },
    { "terry", "terence" },
    { "sue", "susan" },
    { "sasha", "alexander" },
    { "sasha", "oleksandr" },
    { "volodya", "volodymyr" },
    { "misha", "mikhail" },
    { "pepe", "jose" },
    { "paco", "francisco" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((strcmp (a, pairs[i][0]) == 0 && strcmp (b, pairs[i][1]) == 0) || (strcmp (b, pairs[i][0]) == 0 && strcmp (a, pairs[i][1]) == 0))
      return TRUE;

  return FALSE;
}

/* "J." and "John", "Joe" and "Joseph". */
static gboolean
given_names_agree (const char *a,
                   const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b);

  if (strcmp (a, b) == 0 || is_nickname (a, b))
    return TRUE;
  if ((n_a == 2 && a[1] == '.') || n_a == 1)
    return a[0] == b[0];
  if ((n_b == 2 && b[1] == '.') || n_b == 1)
    return a[0] == b[0];

  return n_a >= 3 && n_b >= 3 && (g_str_has_prefix (a, b) || g_str_has_prefix (b, a));
}

/**
 * desk_person_names_agree:
 * @full: a name of two words or more
 * @other: another one of two words or more
 *
 * Middle names and initials may be missing: "Joseph R. Biden" and "Joe Biden" agree, "Jill Biden"
 * does not.
 *
 * Returns: whether both can name the same person
 */
gboolean
desk_person_names_agree (const DeskProse *prose,
                         const DeskPersonName *full,
                         const DeskPersonName *other)
{
  const char *family = folded (prose, full->words[full->n - 1]);

  if (strcmp (family, folded (prose, other->words[other->n - 1])) != 0)
    return FALSE;
  /* "Ursula von der Leyen" and "von der Leyen" */
  if (full->n > other->n)
    {
      guint skip = full->n - other->n;
      gboolean tail = TRUE;

      for (guint i = 0; i < other->n && tail; i++)
        tail = strcmp (folded (prose, full->words[skip + i]), folded (prose, other->words[i])) == 0;
      if (tail)
        return TRUE;
    }

  return given_names_agree (folded (prose, full->words[0]), folded (prose, other->words[0]));
}

/**
 * desk_person_name_sex:
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
  if (name->end - name->first < 2 || !(desk_prose_classes (prose, name->first) & DESK_CLASS_GIVEN_NAME))
    return 0;
  sex = desk_prose_classes (prose, name->first) & both;

  return sex != both ? sex : 0;
}
