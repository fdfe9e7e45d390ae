/* Numbers distinct strings: each new one gets the next index, equal ones the same.
 *
 * Open addressing on one array: a GHashTable of separately allocated keys took three times as
 * long to fill from the word lists.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-word-table.h"

#include <string.h>

typedef struct
{
  const char *word;
  guint32 n_bytes;
  guint32 hash;
} Entry;

struct _DeskWordTable
{
  GStringChunk *arena;
  GArray *entries; /* of Entry; the first one is no word */
  guint32 *slots;
  guint n_slots; /* power of two */
};

static guint32
hash_bytes (const char *word,
            gsize n_bytes)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

DeskWordTable *
desk_word_table_new (guint expected)
{
  DeskWordTable *self = g_new0 (DeskWordTable, 1);
  Entry none = { "", 0, 0 };

  self->n_slots = 64;
  while (self->n_slots < expected * 2)
    self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  self->arena = g_string_chunk_new (16384);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), expected + 1);
  g_array_append_val (self->entries, none);

  return self;
}

void
desk_word_table_free (DeskWordTable *self)
{
  g_string_chunk_free (self->arena);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

/* The slot that holds the word or the empty one where it belongs. */
static guint
find_slot (const DeskWordTable *self,
           const char *word,
           gsize n_bytes,
           guint32 hash)
{
  guint slot = hash & (self->n_slots - 1);

  while (self->slots[slot] != DESK_NO_WORD)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, self->slots[slot]);

      if (entry->hash == hash && entry->n_bytes == n_bytes && memcmp (entry->word, word, n_bytes) == 0)
        break;
      slot = (slot + 1) & (self->n_slots - 1);
    }

  return slot;
}

static void
grow (DeskWordTable *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);

  for (guint i = 1; i < self->entries->len; i++)
    {
      guint slot = g_array_index (self->entries, Entry, i).hash & (self->n_slots - 1);

      while (self->slots[slot] != DESK_NO_WORD)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = i;
    }
}

/**
 * desk_word_table_add:
 *
 * Returns: the index of the word, above zero
 */
guint
desk_word_table_add (DeskWordTable *self,
                     const char *word,
                     gsize n_bytes)
{
  guint32 hash = hash_bytes (word, n_bytes);
  guint slot = find_slot (self, word, n_bytes, hash);
  Entry entry;

  if (self->slots[slot] != DESK_NO_WORD)
    return self->slots[slot];

  if (self->entries->len * 2 > self->n_slots)
    {
      grow (self);
      slot = find_slot (self, word, n_bytes, hash);
    }

  entry.word = g_string_chunk_insert_len (self->arena, word, n_bytes);
  entry.n_bytes = n_bytes;
  entry.hash = hash;
  self->slots[slot] = self->entries->len;
  g_array_append_val (self->entries, entry);

  return self->entries->len - 1;
}

/**
 * desk_word_table_find:
 *
 * Returns: the index of the word, or %DESK_NO_WORD
 */
guint
desk_word_table_find (const DeskWordTable *self,
                      const char *word,
                      gsize n_bytes)
{
  return self->slots[find_slot (self, word, n_bytes, hash_bytes (word, n_bytes))];
}

const char *
desk_word_table_get_word (const DeskWordTable *self,
                          guint index)
{
  return g_array_index (self->entries, Entry, index).word;
}

/**
 * desk_word_table_get_size:
 *
 * Returns: one more than the highest index
 */
guint
desk_word_table_get_size (const DeskWordTable *self)
{
  return self->entries->len;
}
