/* Joins the names of persons: those in full first, the longest before the others, then single words.
 *
 * Two people who bear one name are never joined: what could be either stands alone and is marked unsure.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-person-joiner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-nicknames.h"
#include "desk-person-joiner-private.h"

/* Of so many persons with one name each is a person of its own. */
#define MAX_NAMESAKES 16

/* Shorter names that are one letter apart are two. */
#define MIN_SLIP 5

/* So many people at most may have their names misspelled. */
#define MAX_FAMILIES 2000

typedef struct
{
  guint best; /* DESK_NO_CLUSTER where nobody or several fit */
  guint second;
  guint score;
} Choice;

static DeskName *
name_at (DeskPersonJoiner *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

static guint
find_by_key (DeskPersonJoiner *self,
             guint name)
{
  gpointer cluster;

  desk_name_key (self->prose, name_at (self, name)->first, name_at (self, name)->end, self->key);
  cluster = g_hash_table_lookup (self->by_key, self->key->str);

  return cluster != NULL ? GPOINTER_TO_UINT (cluster) - 1 : DESK_NO_CLUSTER;
}

static void
remember_key (DeskPersonJoiner *self,
              guint name,
              guint cluster)
{
  desk_name_key (self->prose, name_at (self, name)->first, name_at (self, name)->end, self->key);
  g_hash_table_insert (self->by_key, g_strdup (self->key->str), GUINT_TO_POINTER (cluster + 1));
}

static void
note (DeskPersonJoiner *self,
      guint name,
      guint cluster)
{
  DeskCluster *at = desk_clusters_get (self->clusters, cluster);
  guint *title = &g_array_index (self->titles, guint, cluster);
  guint *first = &g_array_index (self->firsts, guint, cluster);

  *first = MIN (*first, name);
  /* A family name may look like a given one: "Isaac" for Selina Isaac. */
  if (at->sex == 0 && (at->fullest == name || name_at (self, name)->title < name_at (self, name)->first || name_at (self, name)->end - name_at (self, name)->first > 1))
    at->sex = desk_person_name_sex (self->prose, name_at (self, name));
  if (*title == 0)
    *title = desk_person_joiner_find_title (self, name_at (self, name));
}

static void
join (DeskPersonJoiner *self,
      guint name,
      guint cluster)
{
  desk_clusters_join (self->clusters, name, cluster);
  note (self, name, cluster);
}

static guint
add (DeskPersonJoiner *self,
     guint name)
{
  guint cluster = desk_clusters_add (self->clusters, name, DESK_ENTITY_KIND_PERSON), none = 0;

  g_array_append_val (self->titles, none);
  g_array_append_val (self->firsts, name);
  note (self, name, cluster);

  return cluster;
}

/* By which words a person may be called. */
static void
index_words (DeskPersonJoiner *self,
             guint cluster,
             const DeskPersonName *full)
{
  for (guint i = 0; i < full->n; i++)
    {
      const char *word = desk_person_name_word (full, self->prose, i);
      GArray *owners;

      if (desk_person_name_is_initials (full, self->prose, i) ||
          ((desk_prose_classes (self->prose, full->words[i]) & DESK_CLASS_PARTICLE) && i + 1 < full->n))
        continue;
      owners = g_hash_table_lookup (self->owners, word);
      if (owners == NULL)
        {
          owners = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->owners, (gpointer) word, owners);
        }
      if (owners->len < MAX_NAMESAKES && (owners->len == 0 || g_array_index (owners, guint, owners->len - 1) != cluster))
        g_array_append_val (owners, cluster);
    }
}

static void
choose (Choice *choice,
        guint cluster,
        guint score)
{
  if (score == 0 || cluster == choice->best || (score == choice->score && cluster == choice->second))
    return;
  if (score > choice->score)
    {
      choice->best = cluster;
      choice->second = DESK_NO_CLUSTER;
      choice->score = score;
    }
  else if (score == choice->score && choice->second == DESK_NO_CLUSTER)
    choice->second = cluster;
}

static gboolean
sexes_differ (DeskPersonJoiner *self,
              guint cluster,
              DeskClass sex)
{
  DeskClass other = desk_clusters_get (self->clusters, cluster)->sex;

  return sex != 0 && other != 0 && sex != other;
}

/* The person named in full by another name of two words or more. */
static void
choose_by_full_name (DeskPersonJoiner *self,
                     guint name,
                     const DeskPersonName *person,
                     Choice *choice)
{
  DeskClass sex = desk_person_name_sex (self->prose, name_at (self, name));

  for (guint w = 0; w < person->n; w++)
    {
      GArray *owners = g_hash_table_lookup (self->owners, desk_person_name_word (person, self->prose, w));

      for (guint i = 0; owners != NULL && i < owners->len; i++)
        {
          guint cluster = g_array_index (owners, guint, i);
          DeskPersonName full;
          DeskAgreement agreement;

          desk_person_joiner_get_full_name (self, cluster, &full);
          agreement = full.n >= person->n ? desk_person_names_compare (self->prose, &full, person)
                                          : desk_person_names_compare (self->prose, person, &full);
          if (agreement < DESK_AGREEMENT_PART && sexes_differ (self, cluster, sex))
            continue;
          choose (choice, cluster, agreement);
        }
    }
}

/* It could be either of two: it is told so. */
static void
stand_alone (DeskPersonJoiner *self,
             guint name,
             guint other)
{
  guint cluster = find_by_key (self, name);

  if (cluster == DESK_NO_CLUSTER)
    {
      cluster = add (self, name);
      remember_key (self, name, cluster);
    }
  else
    join (self, name, cluster);
  if (other != DESK_NO_CLUSTER)
    {
      name_at (self, name)->confidence = DESK_CONFIDENCE_WEAK;
      name_at (self, name)->why = N_ ("several people of the article have this name");
      g_array_index (self->clusters->other, guint, name) = other;
    }
}

static gboolean
shows_better (DeskPersonJoiner *self,
              guint name,
              guint than)
{
  const DeskName *a = name_at (self, name), *b = name_at (self, than);
  gboolean upper = desk_prose_get_token (self->prose, b->end - 1)->shape == DESK_SHAPE_UPPER;

  if (a->end - a->first != b->end - b->first)
    return a->end - a->first > b->end - b->first;

  return upper && desk_prose_get_token (self->prose, a->end - 1)->shape != DESK_SHAPE_UPPER;
}

static void
join_full_name (DeskPersonJoiner *self,
                guint name,
                const DeskPersonName *person)
{
  guint cluster = find_by_key (self, name);
  Choice choice = { DESK_NO_CLUSTER, DESK_NO_CLUSTER, 0 };

  if (cluster == DESK_NO_CLUSTER)
    {
      choose_by_full_name (self, name, person, &choice);
      if (choice.second != DESK_NO_CLUSTER)
        {
          stand_alone (self, name, choice.best);
          return;
        }
      cluster = choice.best;
      if (cluster == DESK_NO_CLUSTER)
        {
          cluster = add (self, name);
          index_words (self, cluster, person);
        }
      else
        {
          join (self, name, cluster);
          if (choice.score == DESK_AGREEMENT_SLIP)
            {
              name_at (self, name)->confidence = DESK_CONFIDENCE_LIKELY;
              name_at (self, name)->why = N_ ("spelled almost like the name at another place");
            }
        }
      remember_key (self, name, cluster);
    }
  else if (g_array_index (self->clusters->other, guint, desk_clusters_get (self->clusters, cluster)->fullest) != DESK_NO_CLUSTER)
    {
      stand_alone (self, name, g_array_index (self->clusters->other, guint, desk_clusters_get (self->clusters, cluster)->fullest));
      return;
    }
  else
    join (self, name, cluster);

  if (shows_better (self, name, desk_clusters_get (self->clusters, cluster)->fullest))
    desk_clusters_get (self->clusters, cluster)->fullest = name;
}

/* 0 for those that must wait for fuller ones: initials, family names of several words. */
static guint
fullness (DeskPersonJoiner *self,
          const DeskPersonName *person)
{
  if (desk_person_name_is_initials (person, self->prose, 0) || (person->linked & 2 && person->n == 2) ||
      (desk_prose_classes (self->prose, person->words[0]) & DESK_CLASS_PARTICLE && desk_prose_get_token (self->prose, person->words[0])->shape == DESK_SHAPE_LOWER))
    return 0;

  return person->n;
}

static void
join_full_names (DeskPersonJoiner *self)
{
  GArray *waiting[DESK_MAX_PERSON_WORDS + 1];

  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    waiting[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskPersonName person;

      if (name_at (self, i)->kind != DESK_ENTITY_KIND_PERSON)
        continue;
      desk_person_name_init (&person, self->prose, name_at (self, i));
      if (person.n > 1)
        g_array_append_val (waiting[fullness (self, &person)], i);
    }
  for (guint n = G_N_ELEMENTS (waiting); n-- > 0;)
    {
      for (guint i = 0; i < waiting[n]->len; i++)
        {
          guint name = g_array_index (waiting[n], guint, i);
          DeskPersonName person;

          desk_person_name_init (&person, self->prose, name_at (self, name));
          join_full_name (self, name, &person);
        }
      g_array_unref (waiting[n]);
    }
}

static void
choose_by_word (DeskPersonJoiner *self,
                guint name,
                const char *word,
                Choice *choice)
{
  GArray *owners = g_hash_table_lookup (self->owners, word);
  const DeskName *at = name_at (self, name);
  DeskClass sex = at->title < at->first ? desk_person_name_sex (self->prose, at) : 0;
  gboolean formal = at->title < at->first && desk_person_joiner_find_title (self, at) == 0;

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    {
      guint cluster = g_array_index (owners, guint, i);
      DeskPersonName full;
      DeskWordRank rank;

      if (sexes_differ (self, cluster, sex))
        continue;
      desk_person_joiner_get_full_name (self, cluster, &full);
      rank = desk_person_name_rank (&full, self->prose, word);
      if (rank == DESK_WORD_GIVEN && formal)
        continue;
      choose (choice, cluster, rank);
    }
}

/* "Bill" for William Kole, where nobody is called Bill. */
static void
choose_by_nickname (DeskPersonJoiner *self,
                    guint name,
                    const char *word,
                    Choice *choice)
{
  const char *full = desk_nickname_get_full (word);
  g_auto (GStrv) names = full != NULL ? g_strsplit (full, " ", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    choose_by_word (self, name, names[i], choice);
}

/* "the Kennedys" */
static void
choose_by_family (DeskPersonJoiner *self,
                  guint name,
                  const char *word,
                  Choice *choice)
{
  gsize n = strlen (word);
  g_autofree char *family = NULL;

  if (n < 4 || word[n - 1] != 's' || name_at (self, name)->first == 0 || !desk_prose_is (self->prose, name_at (self, name)->first - 1, "the"))
    return;
  family = g_strndup (word, n - 1);
  choose_by_word (self, name, family, choice);
  if (choice->second != DESK_NO_CLUSTER || choice->score < DESK_WORD_FAMILY)
    choice->best = choice->second = DESK_NO_CLUSTER;
}

/* The family names of those who are named in full. */
static DeskNameSlips *
collect_family_names (DeskPersonJoiner *self)
{
  DeskNameSlips *slips = desk_name_slips_new ();

  for (guint i = 0; i < MIN (self->clusters->clusters->len, MAX_FAMILIES); i++)
    {
      DeskPersonName full;
      const char *word;

      desk_person_joiner_get_full_name (self, i, &full);
      word = desk_person_name_word (&full, self->prose, full.n - 1);
      if (full.n > 1 && g_utf8_strlen (word, -1) >= MIN_SLIP)
        desk_name_slips_add (slips, word, i);
    }

  return slips;
}

/* A verb of saying beside the name. */
static gboolean
speaks (DeskPersonJoiner *self,
        const DeskName *name)
{
  for (guint i = 0; i < 2; i++)
    {
      guint token = i == 0 ? name->end : name->title - 1;

      if (token >= desk_prose_get_n_tokens (self->prose))
        continue;
      if ((desk_prose_classes (self->prose, token) & (DESK_CLASS_CUE | DESK_CLASS_WEAK_CUE)) == DESK_CLASS_CUE)
        return TRUE;
    }

  return FALSE;
}

/* "Orwim said" for Pia Orwin, where nobody is called so: whom a text lets speak by the family name alone
 * it has named in full before. Of whom it speaks, like Plato, may be known to everybody. */
static void
choose_by_slip (DeskPersonJoiner *self,
                guint name,
                const char *word,
                Choice *choice)
{
  if (g_utf8_strlen (word, -1) < MIN_SLIP || name_at (self, name)->entry != NULL || !speaks (self, name_at (self, name)) ||
      (desk_prose_classes (self->prose, name_at (self, name)->first) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME)))
    return;
  if (self->slips == NULL)
    self->slips = collect_family_names (self);
  choice->best = desk_name_slips_find (self->slips, word);
  if (choice->best == DESK_NO_SLIP || g_array_index (self->firsts, guint, choice->best) > name ||
      sexes_differ (self, choice->best, desk_person_name_sex (self->prose, name_at (self, name))))
    {
      choice->best = DESK_NO_CLUSTER;
      return;
    }
  name_at (self, name)->confidence = DESK_CONFIDENCE_LIKELY;
  name_at (self, name)->why = N_ ("spelled almost like the name at another place");
}

static void
join_single_word (DeskPersonJoiner *self,
                  guint name)
{
  DeskPersonName person;
  const char *word;
  Choice choice = { DESK_NO_CLUSTER, DESK_NO_CLUSTER, 0 };

  desk_person_name_init (&person, self->prose, name_at (self, name));
  word = desk_person_name_word (&person, self->prose, 0);
  choose_by_word (self, name, word, &choice);
  if (choice.best == DESK_NO_CLUSTER)
    choose_by_nickname (self, name, word, &choice);
  if (choice.best == DESK_NO_CLUSTER)
    choose_by_family (self, name, word, &choice);
  if (choice.best == DESK_NO_CLUSTER && choice.score == 0)
    choose_by_slip (self, name, word, &choice);

  if (choice.second != DESK_NO_CLUSTER)
    {
      guint cluster = desk_person_joiner_choose_namesake (self, name, word, choice.score);

      if (cluster != DESK_NO_CLUSTER)
        join (self, name, cluster);
      else
        stand_alone (self, name, choice.best);
    }
  else if (choice.best != DESK_NO_CLUSTER)
    join (self, name, choice.best);
  else
    stand_alone (self, name, DESK_NO_CLUSTER);
}

/**
 * desk_join_persons: (skip)
 * @names: (element-type DeskName): in text order; where a name stays unsure its confidence and why are changed
 * @clusters: gets the persons; nothing must be in it yet
 */
void
desk_join_persons (const DeskProse *prose,
                   GArray *names,
                   DeskClusters *clusters)
{
  DeskPersonJoiner self = { .prose = prose, .names = names, .clusters = clusters };

  self.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.owners = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self.called = g_hash_table_new (g_str_hash, g_str_equal);
  self.titles = g_array_new (FALSE, FALSE, sizeof (guint));
  self.firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  self.key = g_string_sized_new (64);

  join_full_names (&self);
  for (guint i = 0; i < names->len; i++)
    if (name_at (&self, i)->kind == DESK_ENTITY_KIND_PERSON && desk_clusters_of (clusters, i) == DESK_NO_CLUSTER)
      join_single_word (&self, i);

  g_string_free (self.key, TRUE);
  g_array_unref (self.titles);
  g_array_unref (self.firsts);
  g_clear_pointer (&self.slips, desk_name_slips_free);
  g_hash_table_unref (self.called);
  g_hash_table_unref (self.owners);
  g_hash_table_unref (self.by_key);
}
