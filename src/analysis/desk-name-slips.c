/* Words that are one letter apart.
 *
 * Two words are if one of them, or both, lack a letter and what is left is the same: so each word is
 * kept under all its forms that lack one, and found by those, in time that grows with its length only.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-slips.h"

#include <string.h>

#include "desk-person-names.h"

/* So many words that lack one letter and are the same are told apart. */
#define MAX_SAME 4

/* Longer words are no names. */
#define MAX_BYTES 40

typedef struct
{
  const char *word;
  guint owner;
} Word;

struct _DeskNameSlips
{
  GHashTable *by_form; /* form → GArray of Word */
};

DeskNameSlips *
desk_name_slips_new (void)
{
  DeskNameSlips *self = g_new0 (DeskNameSlips, 1);

  self->by_form = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

void
desk_name_slips_free (DeskNameSlips *self)
{
  g_hash_table_unref (self->by_form);
  g_free (self);
}

static void
add_form (DeskNameSlips *self,
          char *form,
          const Word *word)
{
  GArray *words = g_hash_table_lookup (self->by_form, form);

  if (words == NULL)
    {
      words = g_array_new (FALSE, FALSE, sizeof (Word));
      g_hash_table_insert (self->by_form, g_strdup (form), words);
    }
  if (words->len < MAX_SAME)
    g_array_append_vals (words, word, 1);
}

/* Writes @word without its character at @skip, whole where that is NULL. */
static void
write_form (char *form,
            const char *word,
            const char *skip)
{
  gsize n = skip != NULL ? (gsize) (skip - word) : strlen (word);

  memcpy (form, word, n);
  strcpy (form + n, skip != NULL ? g_utf8_next_char (skip) : "");
}

/**
 * desk_name_slips_add:
 * @word: in lower case; must live as long as the table
 */
void
desk_name_slips_add (DeskNameSlips *self,
                     const char *word,
                     guint owner)
{
  Word entry = { word, owner };
  char form[MAX_BYTES + 1];

  if (strlen (word) > MAX_BYTES)
    return;
  write_form (form, word, NULL);
  add_form (self, form, &entry);
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      write_form (form, word, p);
      add_form (self, form, &entry);
    }
}

/* Looks through the words of one form; FALSE where two owners fit. */
static gboolean
look_up (DeskNameSlips *self,
         const char *form,
         const char *word,
         guint *found)
{
  GArray *words = g_hash_table_lookup (self->by_form, form);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const Word *entry = &g_array_index (words, Word, i);

      if (entry->owner == *found || !desk_person_words_slip (word, entry->word))
        continue;
      if (*found != DESK_NO_SLIP)
        return FALSE;
      *found = entry->owner;
    }

  return TRUE;
}

/**
 * desk_name_slips_find:
 *
 * Returns: the owner of the words that are one letter apart from @word; %DESK_NO_SLIP for nobody or
 *   for several
 */
guint
desk_name_slips_find (DeskNameSlips *self,
                      const char *word)
{
  char form[MAX_BYTES + 1];
  guint found = DESK_NO_SLIP;

  if (strlen (word) > MAX_BYTES)
    return DESK_NO_SLIP;
  write_form (form, word, NULL);
  if (!look_up (self, form, word, &found))
    return DESK_NO_SLIP;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      write_form (form, word, p);
      if (!look_up (self, form, word, &found))
        return DESK_NO_SLIP;
    }

  return found;
}
