/* What one text has told of its names so far.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-memory.h"

#include "desk-organisation-names.h"

struct _DeskNameMemory
{
  const DeskProse *prose;
  GHashTable *by_key;   /* key → index into known, plus one */
  GArray *known;        /* of DeskKnownName */
  GHashTable *surnames; /* words by which persons named in full may be called again */
  GString *key;
};

DeskNameMemory *
desk_name_memory_new (const DeskProse *prose)
{
  DeskNameMemory *self = g_new0 (DeskNameMemory, 1);

  self->prose = prose;
  self->known = g_array_new (FALSE, FALSE, sizeof (DeskKnownName));
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->surnames = g_hash_table_new (g_str_hash, g_str_equal);
  self->key = g_string_sized_new (64);

  return self;
}

void
desk_name_memory_free (DeskNameMemory *self)
{
  g_string_free (self->key, TRUE);
  g_hash_table_unref (self->surnames);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->known);
  g_free (self);
}

DeskKnownName *
desk_name_memory_look_up (DeskNameMemory *self,
                          guint first,
                          guint end,
                          gboolean add)
{
  gpointer index;

  desk_name_key (self->prose, first, end, self->key);
  index = g_hash_table_lookup (self->by_key, self->key->str);
  if (index == NULL && add)
    {
      DeskKnownName fresh = { 0 };

      g_array_append_val (self->known, fresh);
      index = GUINT_TO_POINTER (self->known->len);
      g_hash_table_insert (self->by_key, g_strdup (self->key->str), index);
    }

  return index != NULL ? &g_array_index (self->known, DeskKnownName, GPOINTER_TO_UINT (index) - 1) : NULL;
}

/* How surely these words are a name of the text, in the singular or in the plural. */
float
desk_name_memory_get_votes (DeskNameMemory *self,
                            guint first,
                            guint end)
{
  const DeskKnownName *known = desk_name_memory_look_up (self, first, end, FALSE);

  if (known == NULL && g_str_has_suffix (self->key->str, "s"))
    {
      gpointer index;

      g_string_truncate (self->key, self->key->len - 1);
      index = g_hash_table_lookup (self->by_key, self->key->str);
      known = index != NULL ? &g_array_index (self->known, DeskKnownName, GPOINTER_TO_UINT (index) - 1) : NULL;
    }

  return known != NULL ? known->votes[known->kind] : 0;
}

/* The surer the tagger is at one place, the more it counts for all places of the same words. */
void
desk_name_memory_vote (DeskNameMemory *self,
                       const DeskName *name)
{
  DeskKnownName *known = desk_name_memory_look_up (self, name->first, name->end, TRUE);

  known->votes[name->kind] += name->entry != NULL ? 4 : MIN (name->margin, 6) + 0.5f;
  if (known->votes[name->kind] >= known->votes[known->kind])
    {
      known->kind = name->kind;
      known->entry = name->entry;
    }
}

static void
add_surname (DeskNameMemory *self,
             guint token)
{
  const DeskProse *prose = self->prose;

  g_hash_table_add (self->surnames, (gpointer) desk_prose_get_word (prose, desk_prose_get_token (prose, token)->word)->folded);
}

/* The words by which a person named in full is called again. */
void
desk_name_memory_learn_person (DeskNameMemory *self,
                               const DeskName *name)
{
  guint last = name->end - 1;

  while (last > name->first && desk_prose_is_one_of (self->prose, last, " jr. jr sr. sr ii iii iv "))
    last--;
  if (!(desk_prose_classes (self->prose, last) & (DESK_CLASS_COMMON | DESK_CLASS_HEAD_LAST)) || (desk_prose_classes (self->prose, last) & DESK_CLASS_SURNAME))
    add_surname (self, last);
  for (guint i = name->first + 1; i < last; i++)
    if ((desk_prose_classes (self->prose, i) & DESK_CLASS_SURNAME) && desk_token_is_capital (desk_prose_get_token (self->prose, i)))
      add_surname (self, i);
  if (last > name->first && (!(desk_prose_classes (self->prose, name->first) & DESK_CLASS_GIVEN_NAME) || (desk_prose_classes (self->prose, name->first) & DESK_CLASS_SURNAME_FIRST)))
    add_surname (self, name->first);
}

gboolean
desk_name_memory_is_surname (DeskNameMemory *self,
                             guint token)
{
  return g_hash_table_contains (self->surnames, desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, token)->word)->folded);
}

/* "Acme" once "Acme Holdings" was named. */
void
desk_name_memory_learn_organisation (DeskNameMemory *self,
                                     const DeskName *name)
{
  for (guint length = 1; length < MIN (name->end - name->first, 4); length++)
    if (desk_organisation_may_shorten (self->prose, name, length))
      {
        DeskName shorter = *name;

        shorter.end = name->first + length;
        shorter.entry = NULL;
        desk_name_memory_vote (self, &shorter);
      }
}
