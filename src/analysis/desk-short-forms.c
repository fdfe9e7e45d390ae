/* Joins short forms of organisations, places and events with the full ones, the most certain first:
 *
 *   - what the text says: "World Salt Organization (WSO)", "known as", "or";
 *   - initials;
 *   - the first words or the last ones, where one name only has them: Acme Holdings, Acme;
 *   - a common word with a capital: the Commission, where one commission only is named.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-short-forms.h"

#include "desk-short-forms-private.h"

/* More words than names have. */
#define MAX_WORDS 10
#define SEVERAL (G_MAXUINT - 1)
/* Words that many names have. */
#define HEADS (DESK_CLASS_HEAD_LAST | DESK_CLASS_HEAD_FIRST | DESK_CLASS_COMMON)

static const DeskName *
name_at (const DeskShortForms *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

/* Where the name starts without its article: "The Commission" in front of a sentence. */
static guint
start_of (const DeskShortForms *self,
          const DeskName *name)
{
  return name->end - name->first > 1 && desk_prose_is (self->prose, name->first, "the") ? name->first + 1 : name->first;
}

static const DeskName *
fullest (const DeskShortForms *self,
         guint cluster)
{
  return name_at (self, desk_clusters_get (self->clusters, cluster)->fullest);
}

static guint
find_whole (DeskShortForms *self,
            guint cluster)
{
  while (self->into[cluster] != cluster)
    cluster = self->into[cluster] = self->into[self->into[cluster]];

  return cluster;
}

/* The one with more words says more. */
void
desk_short_forms_merge (DeskShortForms *self,
                        guint a,
                        guint b)
{
  const DeskName *first, *second;

  a = find_whole (self, a);
  b = find_whole (self, b);
  if (a == b)
    return;
  first = fullest (self, a);
  second = fullest (self, b);
  if (second->end - second->first > first->end - first->first)
    self->into[a] = b;
  else
    self->into[b] = a;
}

static void
remember (DeskShortForms *self,
          GHashTable *table,
          guint cluster)
{
  gpointer known = g_hash_table_lookup (table, self->key->str);

  if (known == NULL)
    g_hash_table_insert (table, g_strdup (self->key->str), GUINT_TO_POINTER (cluster + 1));
  else if (GPOINTER_TO_UINT (known) - 1 != SEVERAL && find_whole (self, GPOINTER_TO_UINT (known) - 1) != find_whole (self, cluster))
    g_hash_table_insert (table, g_strdup (self->key->str), GUINT_TO_POINTER (SEVERAL + 1));
}

static guint
look_up (DeskShortForms *self,
         GHashTable *table)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, self->key->str));

  return found == 0 || found - 1 == SEVERAL ? DESK_NO_CLUSTER : find_whole (self, found - 1);
}

static void
join_initials (DeskShortForms *self)
{
  for (guint i = 0; i < self->clusters->clusters->len; i++)
    {
      const DeskName *name = fullest (self, i);
      guint start;

      if (!desk_short_forms_has (name->kind) || name->end - name->first < 2 || name->body || desk_short_forms_is_acronym (self, name))
        continue;
      start = desk_short_forms_skip_country (self, name);
      for (guint variant = 0; variant < (start > name->first ? 4 : 2); variant++)
        {
          desk_short_forms_write_initials (self, name, variant & 2 ? start : name->first, variant & 1);
          if (self->key->len >= 3)
            remember (self, self->initials, i);
        }
    }
  for (guint i = 0; i < self->clusters->clusters->len; i++)
    {
      const DeskName *name = fullest (self, i);
      guint full;

      if (!desk_short_forms_has (name->kind) || name->entry != NULL || self->into[i] != i || !desk_short_forms_is_acronym (self, name))
        continue;
      desk_short_forms_write_letters (self, name);
      full = look_up (self, self->initials);
      if (full != DESK_NO_CLUSTER)
        desk_short_forms_merge (self, full, i);
    }
}

/* Kind and words, as one string. */
static void
write_form (DeskShortForms *self,
            DeskEntityKind kind,
            guint first,
            guint end)
{
  desk_name_key (self->prose, first, end, self->key);
  g_string_prepend_c (self->key, 'a' + kind);
}

/* "Commission" in "European Commission" and in "Commission for Salt", not in "Commission Street". */
static gboolean
is_head (DeskShortForms *self,
         const DeskName *name,
         guint token)
{
  return (desk_prose_classes (self->prose, token) & HEADS) &&
         (token + 1 == name->end || desk_prose_is_one_of (self->prose, token + 1, " of for on in "));
}

/* "Acme" in "Acme Holdings", "Union" in "Union Island"; the Caroni River is not Caroni, and what Acme
 * Police sends is not the police. */
static gboolean
may_begin (DeskShortForms *self,
           const DeskName *name,
           guint end)
{
  if (end >= name->end || desk_prose_character (self->prose, end) == '-')
    return FALSE;
  /* "between North and South Korea" */
  if (name->entry != NULL && name->entry->is_country)
    return end - name->first == 1 && desk_prose_is_one_of (self->prose, name->first, " north south east west ");
  if (name->kind == DESK_ENTITY_KIND_PLACE)
    return end + 1 == name->end && desk_prose_is_one_of (self->prose, end, " island islands valley county glacier peninsula province region ");

  /* "Acme on the Web": a title of its own. */
  if (desk_prose_is_one_of (self->prose, end, " on in vs vs. versus at to with without against from "))
    return FALSE;
  if (end - name->first == 1)
    return !(desk_prose_classes (self->prose, name->first) & HEADS);
  /* What belongs to the University of Tarvo is not the university. */
  if (end - name->first > 2 && (desk_prose_classes (self->prose, name->first) & DESK_CLASS_HEAD_LAST) && desk_prose_is (self->prose, name->first + 1, "of") &&
      (desk_prose_classes (self->prose, name->end - 1) & DESK_CLASS_HEAD_LAST))
    return FALSE;

  return !(desk_prose_classes (self->prose, end - 1) & DESK_CLASS_HEAD_LAST) || desk_prose_is_one_of (self->prose, end, " of for on and in ");
}

/* "Loka" in "Škofja Loka"; the Bank of Kenya is not the National Bank of Kenya, nor a town its municipality. */
static gboolean
may_end (DeskShortForms *self,
         const DeskName *name,
         guint first)
{
  if (first == name->first || desk_prose_character (self->prose, first - 1) == '-')
    return FALSE;
  if (name->kind == DESK_ENTITY_KIND_PLACE && desk_prose_get_token (self->prose, first - 1)->shape == DESK_SHAPE_LOWER)
    return FALSE;

  return !(desk_prose_classes (self->prose, first) & HEADS) || (name->end - first > 1 && !is_head (self, name, first));
}

static void
learn_forms (DeskShortForms *self,
             guint cluster)
{
  const DeskName *name = fullest (self, cluster);
  guint start;

  if (!desk_short_forms_has (name->kind) || name->end - name->first < 2 || name->end - name->first > MAX_WORDS)
    return;
  if (name->kind == DESK_ENTITY_KIND_ORGANISATION && desk_prose_is (self->prose, name->end - 1, "party"))
    {
      write_form (self, name->kind, name->end - 2, name->end - 1);
      remember (self, self->parties, cluster);
    }
  start = name->kind == DESK_ENTITY_KIND_ORGANISATION ? desk_short_forms_skip_country (self, name) : name->first;
  for (guint i = name->first; i < name->end; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);

      if (token->kind > DESK_TOKEN_NUMBER || (token->kind == DESK_TOKEN_WORD && !desk_token_is_capital (token)))
        continue;
      if (may_begin (self, name, i + 1))
        {
          write_form (self, name->kind, name->first, i + 1);
          remember (self, self->firsts, cluster);
          if (start > name->first && i > start)
            {
              write_form (self, name->kind, start, i + 1);
              remember (self, self->firsts, cluster);
            }
        }
      if (may_end (self, name, i))
        {
          write_form (self, name->kind, i, name->end);
          remember (self, self->lasts, cluster);
        }
    }
}

/* "Boston" for the Boston Harriers, not for Boston University. */
static gboolean
may_be_called_by_place (DeskShortForms *self,
                        const DeskName *name,
                        const DeskName *full)
{
  const DeskEntry *entry;
  DeskClass found;
  guint rest, end = full->end;

  if (desk_known_name_match (self->prose, name->first, name->end, DESK_CLASS_NAME, &entry, &found) != name->end - name->first)
    return TRUE;
  /* Acme Salt plc */
  while (end > full->first + 1 && (desk_prose_classes (self->prose, end - 1) & DESK_CLASS_SUFFIX))
    end--;
  if (end - full->first != name->end - name->first + 1)
    return FALSE;
  rest = desk_prose_get_token (self->prose, full->first)->word == desk_prose_get_token (self->prose, name->first)->word ? end - 1 : full->first;

  return !(desk_prose_classes (self->prose, rest) & (DESK_CLASS_HEAD_LAST | DESK_CLASS_HEAD_FIRST));
}

/* Only when short forms have been joined is the one commission of the text known. */
static void
learn_heads (DeskShortForms *self,
             guint cluster)
{
  const DeskName *name = fullest (self, cluster);

  if (!desk_short_forms_has (name->kind) || name->end - name->first < 2 || name->end - name->first > MAX_WORDS || self->into[cluster] != cluster)
    return;
  for (guint i = name->first; i < name->end; i++)
    if (desk_token_is_capital (desk_prose_get_token (self->prose, i)) && is_head (self, name, i))
      {
        write_form (self, name->kind, i, i + 1);
        remember (self, self->heads, cluster);
      }
}

static gboolean
may_be_short (DeskShortForms *self,
              guint cluster)
{
  const DeskName *name = fullest (self, cluster);

  return desk_short_forms_has (name->kind) && self->into[cluster] == cluster && name->country == NULL && (name->entry == NULL || name->entry->ambiguous || name->body);
}

/* "the Greens" of the Green Party */
static guint
find_party (DeskShortForms *self,
            const DeskName *name)
{
  guint start = start_of (self, name), full;

  if (name->kind != DESK_ENTITY_KIND_ORGANISATION || name->end - start != 1)
    return DESK_NO_CLUSTER;
  write_form (self, name->kind, start, name->end);
  if (self->key->len < 4 || self->key->str[self->key->len - 1] != 's')
    return DESK_NO_CLUSTER;
  g_string_truncate (self->key, self->key->len - 1);
  full = look_up (self, self->parties);

  return full;
}

static void
join_form (DeskShortForms *self,
           guint cluster)
{
  const DeskName *name = fullest (self, cluster);
  guint full;

  if (!may_be_short (self, cluster))
    return;
  write_form (self, name->kind, start_of (self, name), name->end);
  full = look_up (self, self->firsts);
  if (full == DESK_NO_CLUSTER)
    full = look_up (self, self->lasts);
  if (full == DESK_NO_CLUSTER)
    full = find_party (self, name);
  if (full != DESK_NO_CLUSTER && full != cluster && may_be_called_by_place (self, name, fullest (self, full)))
    desk_short_forms_merge (self, full, cluster);
}

/* "the Church" alone looks like a person's name; nobody who is called so was named in full. */
static gboolean
is_taken_for_person (DeskShortForms *self,
                     guint cluster)
{
  const DeskName *name = fullest (self, cluster);

  return name->kind == DESK_ENTITY_KIND_PERSON && name->end - name->first == 1 && name->title == name->first &&
         name->first > 0 && desk_prose_is (self->prose, name->first - 1, "the") &&
         (desk_prose_classes (self->prose, name->first) & DESK_CLASS_HEAD_LAST);
}

static void
join_head (DeskShortForms *self,
           guint cluster)
{
  const DeskName *name = fullest (self, cluster);
  gboolean person = is_taken_for_person (self, cluster);
  guint full;

  if (!person && (!may_be_short (self, cluster) || name->end - start_of (self, name) > 1))
    return;
  write_form (self, person ? DESK_ENTITY_KIND_ORGANISATION : name->kind, start_of (self, name), name->end);
  full = look_up (self, self->heads);
  if (full != DESK_NO_CLUSTER && full != cluster)
    desk_short_forms_merge (self, full, cluster);
}

/**
 * desk_join_short_forms: (skip)
 * @names: (element-type DeskName): in text order
 * @into: for each cluster the one that it is part of; at first itself
 */
void
desk_join_short_forms (const DeskProse *prose,
                       GArray *names,
                       const DeskClusters *clusters,
                       guint *into)
{
  DeskShortForms self = { .prose = prose, .names = names, .clusters = clusters, .into = into };

  self.initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.lasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.key = g_string_sized_new (64);

  desk_short_forms_join_told (&self);
  join_initials (&self);
  for (guint i = 0; i < clusters->clusters->len; i++)
    learn_forms (&self, i);
  for (guint i = 0; i < clusters->clusters->len; i++)
    join_form (&self, i);
  for (guint i = 0; i < clusters->clusters->len; i++)
    learn_heads (&self, i);
  for (guint i = 0; i < clusters->clusters->len; i++)
    join_head (&self, i);
  for (guint i = 0; i < clusters->clusters->len; i++)
    into[i] = find_whole (&self, i);

  g_string_free (self.key, TRUE);
  g_hash_table_unref (self.heads);
  g_hash_table_unref (self.parties);
  g_hash_table_unref (self.lasts);
  g_hash_table_unref (self.firsts);
  g_hash_table_unref (self.initials);
}
