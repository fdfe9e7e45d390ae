/* Joins the names of one text that name the same thing.
 *
 * A sieve, the most certain first: known names and the same words; persons named in full; their
 * short forms; abbreviations in brackets; shortened names of organisations.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-alias-resolver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-organisation-names.h"
#include "desk-person-names.h"

/* Of so many persons with one family name each is a person of its own. */
#define MAX_NAMESAKES 16

typedef struct
{
  const DeskProse *prose;
  GArray *names;
  DeskClusters *result;
  GHashTable *by_key;   /* key → cluster + 1 */
  GHashTable *families; /* word → GArray of clusters of persons named in full */
  GString *key;
} Resolver;

static DeskName *
name_at (Resolver *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

static DeskCluster *
cluster_at (Resolver *self,
            guint index)
{
  return &g_array_index (self->result->clusters, DeskCluster, index);
}

static void
join (Resolver *self,
      guint name,
      guint cluster)
{
  g_array_index (self->result->of_name, guint, name) = cluster;
  cluster_at (self, cluster)->n_names++;
}

static guint
add_cluster (Resolver *self,
             guint name)
{
  DeskCluster cluster = { .kind = name_at (self, name)->kind, .fullest = name };

  g_array_append_val (self->result->clusters, cluster);
  join (self, name, self->result->clusters->len - 1);

  return self->result->clusters->len - 1;
}

/* What makes two names the same without looking further. */
static void
write_key (Resolver *self,
           const DeskName *name)
{
  const DeskEntry *entry = name->entry;

  if (name->kind == DESK_ENTITY_KIND_GOVERNMENT && name->country != NULL)
    g_string_printf (self->key, "government %s", name->country);
  else if (name->body && entry != NULL)
    g_string_printf (self->key, "body %s %s", entry->name, name->country != NULL ? name->country : "");
  else if (entry != NULL)
    g_string_printf (self->key, "known %d %s %s", name->kind, entry->is_country ? entry->country : "", entry->name);
  else
    {
      g_autofree char *words = NULL;

      desk_name_key (self->prose, name->first, name->end, self->key);
      words = g_strdup (self->key->str);
      g_string_printf (self->key, "words %d %s", name->kind, words);
    }
}

static guint
find_by_key (Resolver *self)
{
  gpointer cluster = g_hash_table_lookup (self->by_key, self->key->str);

  return cluster != NULL ? GPOINTER_TO_UINT (cluster) - 1 : DESK_NO_CLUSTER;
}

static void
remember_key (Resolver *self,
              guint cluster)
{
  g_hash_table_insert (self->by_key, g_strdup (self->key->str), GUINT_TO_POINTER (cluster + 1));
}

static const char *
word_at (Resolver *self,
         guint token)
{
  return desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, token)->word)->folded;
}

static GArray *
family_of (Resolver *self,
           const char *word,
           gboolean add)
{
  GArray *family = g_hash_table_lookup (self->families, word);

  if (family == NULL && add)
    {
      family = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->families, (gpointer) word, family);
    }

  return family;
}

static void
note_sex (Resolver *self,
          guint cluster,
          guint name)
{
  if (cluster_at (self, cluster)->sex == 0)
    cluster_at (self, cluster)->sex = desk_person_name_sex (self->prose, name_at (self, name));
}

/* Mao Ning may be called Mao, Luiz Inácio Lula da Silva Lula. */
static void
index_other_words (Resolver *self,
                   const DeskPersonName *full,
                   guint cluster)
{
  const char *last = word_at (self, full->words[full->n - 1]);

  for (guint i = 0; i + 1 < full->n; i++)
    if (strcmp (word_at (self, full->words[i]), last) != 0 && (i == 0 || (desk_prose_classes (self->prose, full->words[i]) & DESK_CLASS_SURNAME)))
      {
        GArray *family = family_of (self, word_at (self, full->words[i]), TRUE);

        g_array_append_val (family, cluster);
      }
}

/* Persons named in full, each with those that agree with it. */
static void
join_full_persons (Resolver *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskPersonName full;
      guint cluster = DESK_NO_CLUSTER;
      GArray *family;

      if (name_at (self, i)->kind != DESK_ENTITY_KIND_PERSON)
        continue;
      desk_person_name_init (&full, self->prose, name_at (self, i));
      if (full.n < 2)
        continue;

      write_key (self, name_at (self, i));
      cluster = find_by_key (self);
      if (cluster == DESK_NO_CLUSTER)
        {
          family = family_of (self, word_at (self, full.words[full.n - 1]), TRUE);
          for (guint k = 0; k < MIN (family->len, MAX_NAMESAKES) && cluster == DESK_NO_CLUSTER; k++)
            {
              guint candidate = g_array_index (family, guint, k);
              DeskPersonName other;

              desk_person_name_init (&other, self->prose, name_at (self, cluster_at (self, candidate)->fullest));
              if (desk_person_names_agree (self->prose, &other, &full) || desk_person_names_agree (self->prose, &full, &other))
                cluster = candidate;
            }
          if (cluster == DESK_NO_CLUSTER)
            {
              cluster = add_cluster (self, i);
              g_array_append_val (family, cluster);
              index_other_words (self, &full, cluster);
            }
          else
            join (self, i, cluster);
          remember_key (self, cluster);
        }
      else
        join (self, i, cluster);

      if (name_at (self, i)->end - name_at (self, i)->first > name_at (self, cluster_at (self, cluster)->fullest)->end - name_at (self, cluster_at (self, cluster)->fullest)->first)
        cluster_at (self, cluster)->fullest = i;
      note_sex (self, cluster, i);
    }
}

/* How well a single word of a person's name names it: 3 the family name, 2 one in the middle or the
 * first one of a language that puts the family name there, 1 the given name. */
static guint
rank (Resolver *self,
      const char *word,
      guint cluster)
{
  DeskPersonName full;

  desk_person_name_init (&full, self->prose, name_at (self, cluster_at (self, cluster)->fullest));
  if (strcmp (word, word_at (self, full.words[full.n - 1])) == 0)
    return 3;
  if (strcmp (word, word_at (self, full.words[0])) != 0)
    return 2;
  if (!(desk_prose_classes (self->prose, full.words[0]) & DESK_CLASS_GIVEN_NAME))
    return 3;

  return desk_prose_classes (self->prose, full.words[0]) & DESK_CLASS_SURNAME_FIRST ? 2 : 1;
}

/* The one person whom a short form can name; the runner-up where there are several. */
static guint
find_person (Resolver *self,
             const DeskName *name,
             guint *runner_up)
{
  DeskPersonName short_form;
  DeskClass sex = desk_person_name_sex (self->prose, name);
  guint best = DESK_NO_CLUSTER, best_rank = 0, n_best = 0;
  GArray *family;

  desk_person_name_init (&short_form, self->prose, name);
  *runner_up = DESK_NO_CLUSTER;
  family = family_of (self, word_at (self, short_form.words[short_form.n - 1]), FALSE);
  if (family == NULL)
    return DESK_NO_CLUSTER;

  for (guint i = 0; i < MIN (family->len, MAX_NAMESAKES); i++)
    {
      guint candidate = g_array_index (family, guint, i);
      guint points = rank (self, word_at (self, short_form.words[short_form.n - 1]), candidate);
      DeskClass other = cluster_at (self, candidate)->sex;

      if (candidate == best || (sex != 0 && other != 0 && sex != other))
        continue;
      if (points > best_rank)
        {
          best = candidate;
          best_rank = points;
          n_best = 1;
        }
      else if (points == best_rank && points > 0)
        {
          n_best++;
          *runner_up = candidate;
        }
    }

  /* Two people of one name: never joined. */
  if (n_best > 1)
    {
      *runner_up = best;
      return DESK_NO_CLUSTER;
    }
  *runner_up = DESK_NO_CLUSTER;

  return best;
}

static void
join_short_persons (Resolver *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName *name = name_at (self, i);
      guint cluster, runner_up;

      if (name->kind != DESK_ENTITY_KIND_PERSON || g_array_index (self->result->of_name, guint, i) != DESK_NO_CLUSTER)
        continue;
      cluster = find_person (self, name, &runner_up);
      if (cluster != DESK_NO_CLUSTER)
        {
          join (self, i, cluster);
          note_sex (self, cluster, i);
          continue;
        }
      write_key (self, name);
      cluster = find_by_key (self);
      if (cluster == DESK_NO_CLUSTER)
        {
          cluster = add_cluster (self, i);
          remember_key (self, cluster);
        }
      else
        join (self, i, cluster);
      note_sex (self, cluster, i);
      if (runner_up != DESK_NO_CLUSTER)
        {
          name->confidence = DESK_CONFIDENCE_WEAK;
          name->why = N_ ("several people of the article have this name");
          g_array_index (self->result->other, guint, i) = runner_up;
        }
    }
}

/* Bodies without a country are those of the one country that the text gives such a body. */
static void
share_countries (Resolver *self)
{
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  static const char several[] = "";

  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      const char *known;

      if (!name->body || name->country == NULL)
        continue;
      known = g_hash_table_lookup (countries, name->entry->name);
      if (known == NULL)
        g_hash_table_insert (countries, (gpointer) name->entry->name, (gpointer) name->country);
      else if (strcmp (known, name->country) != 0)
        g_hash_table_insert (countries, (gpointer) name->entry->name, (gpointer) several);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName *name = name_at (self, i);
      const char *known = name->body && name->country == NULL ? g_hash_table_lookup (countries, name->entry->name) : NULL;

      if (known != NULL && known != several)
        name->country = known;
    }
}

static void
join_others (Resolver *self)
{
  g_autoptr (DeskOrganisationNames) organisations = desk_organisation_names_new (self->prose, self->names);

  share_countries (self);
  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      guint cluster, full;

      if (name->kind == DESK_ENTITY_KIND_PERSON)
        continue;

      /* A short form counts as the name that it is short for. */
      full = desk_organisation_names_find_full (organisations, i);
      write_key (self, name_at (self, full));
      cluster = find_by_key (self);
      if (cluster == DESK_NO_CLUSTER)
        {
          cluster = add_cluster (self, i);
          remember_key (self, cluster);
        }
      else
        join (self, i, cluster);
      if (full != i)
        cluster_at (self, cluster)->fullest = full;
    }
}

static char *
show_name (Resolver *self,
           const DeskCluster *cluster)
{
  const DeskName *name = name_at (self, cluster->fullest);
  const DeskEntry *country = desk_lexicon_find_country (desk_prose_get_lexicon (self->prose), name->country);

  if (name->kind == DESK_ENTITY_KIND_GOVERNMENT && country != NULL)
    return g_strdup_printf ("Government of %s%s", desk_organisation_takes_article (country->name) ? "the " : "", country->name);
  if (name->body)
    return country != NULL ? g_strdup_printf ("%s of %s%s", name->entry->name, desk_organisation_takes_article (country->name) ? "the " : "", country->name)
                           : g_strdup (name->entry->name);
  if (name->entry != NULL)
    return g_strdup (name->entry->name);

  return desk_prose_dup_text (self->prose, name->first, name->end);
}

/* In the order of their first names, as a reader meets them. */
static void
sort_clusters (Resolver *self)
{
  GArray *clusters = self->result->clusters;
  g_autofree guint *place = g_new (guint, clusters->len + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (DeskCluster), clusters->len);

  for (guint i = 0; i < clusters->len; i++)
    place[i] = DESK_NO_CLUSTER;
  for (guint i = 0; i < self->names->len; i++)
    {
      guint *of_name = &g_array_index (self->result->of_name, guint, i);

      if (place[*of_name] == DESK_NO_CLUSTER)
        {
          place[*of_name] = sorted->len;
          g_array_append_val (sorted, g_array_index (clusters, DeskCluster, *of_name));
        }
      *of_name = place[*of_name];
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      guint *other = &g_array_index (self->result->other, guint, i);

      if (*other != DESK_NO_CLUSTER)
        *other = place[*other];
    }
  g_array_unref (clusters);
  self->result->clusters = sorted;
}

/* A capital that stands for its government could be the city, and the other way round. */
static void
note_other_readings (Resolver *self)
{
  g_autoptr (GHashTable) cities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) governments = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      gpointer cluster = GUINT_TO_POINTER (g_array_index (self->result->of_name, guint, i) + 1);

      if (name->entry != NULL && name->entry->capital && name->entry->country != NULL)
        g_hash_table_insert (name->kind == DESK_ENTITY_KIND_GOVERNMENT ? governments : cities, (gpointer) name->entry->country, cluster);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      gpointer cluster;

      if (name->entry == NULL || !name->entry->capital || name->entry->country == NULL)
        continue;
      cluster = g_hash_table_lookup (name->kind == DESK_ENTITY_KIND_GOVERNMENT ? cities : governments, name->entry->country);
      if (cluster != NULL)
        g_array_index (self->result->other, guint, i) = GPOINTER_TO_UINT (cluster) - 1;
    }
}

/**
 * desk_resolve_aliases:
 * @names: (element-type DeskName): in text order; where a name stays unsure its confidence and why
 *   are changed, and bodies get the country that the text gives them
 *
 * Returns: (transfer full): which names belong together
 */
DeskClusters *
desk_resolve_aliases (const DeskProse *prose,
                      GArray *names)
{
  Resolver self = { .prose = prose, .names = names };
  guint none = DESK_NO_CLUSTER;

  self.result = g_new0 (DeskClusters, 1);
  self.result->clusters = g_array_new (FALSE, FALSE, sizeof (DeskCluster));
  self.result->of_name = g_array_sized_new (FALSE, FALSE, sizeof (guint), names->len);
  self.result->other = g_array_sized_new (FALSE, FALSE, sizeof (guint), names->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_array_append_val (self.result->of_name, none);
      g_array_append_val (self.result->other, none);
    }
  self.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.families = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self.key = g_string_sized_new (64);

  join_full_persons (&self);
  join_short_persons (&self);
  join_others (&self);
  sort_clusters (&self);
  note_other_readings (&self);
  for (guint i = 0; i < self.result->clusters->len; i++)
    cluster_at (&self, i)->name = show_name (&self, cluster_at (&self, i));

  g_string_free (self.key, TRUE);
  g_hash_table_unref (self.families);
  g_hash_table_unref (self.by_key);

  return self.result;
}

void
desk_clusters_free (DeskClusters *self)
{
  for (guint i = 0; i < self->clusters->len; i++)
    g_free (g_array_index (self->clusters, DeskCluster, i).name);
  g_array_unref (self->clusters);
  g_array_unref (self->of_name);
  g_array_unref (self->other);
  g_free (self);
}
