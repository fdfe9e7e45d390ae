/* Joins the names of one text that name the same thing.
 *
 * A sieve, the most certain first: persons; known names and the same words; what brackets, initials
 * and short forms tell of all others.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-alias-resolver.h"

#include <string.h>

#include "desk-organisation-names.h"
#include "desk-person-joiner.h"
#include "desk-short-forms.h"

#define N_KINDS (DESK_ENTITY_KIND_OTHER + 1)

typedef struct
{
  const DeskProse *prose;
  GArray *names;
  DeskClusters *clusters;
  GHashTable *by_key; /* key → cluster + 1 */
  GString *key;
} Resolver;

static DeskName *
name_at (Resolver *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

/* The known name that a longer one says: "State of Texas", "United Kingdom Home Office". */
static const DeskEntry *
find_plain_entry (Resolver *self,
                  const DeskName *name)
{
  const DeskEntry *entry, *owner;
  DeskClass found;
  guint first = name->first, n;

  if (name->end - name->first < 3)
    return NULL;
  if (desk_prose_is_one_of (self->prose, first, " state republic kingdom province commonwealth ") && desk_prose_is (self->prose, first + 1, "of"))
    {
      first += desk_prose_is (self->prose, first + 2, "the") ? 3 : 2;
      if (first < name->end && desk_known_name_match (self->prose, first, name->end, DESK_CLASS_NAME, &entry, &found) == name->end - first && entry->kind == DESK_ENTITY_KIND_PLACE)
        return entry;
      return NULL;
    }
  n = desk_known_name_match (self->prose, first, name->end, DESK_CLASS_NAME, &owner, &found);
  if (n == 0 || owner->country == NULL || first + n >= name->end || desk_known_name_match (self->prose, first + n, name->end, DESK_CLASS_NAME, &entry, &found) != name->end - first - n)
    return NULL;

  return entry->kind == DESK_ENTITY_KIND_ORGANISATION && g_strcmp0 (entry->country, owner->country) == 0 ? entry : NULL;
}

/* Who is meant where it is not the government of a country: Brussels, Holyrood. */
static const char *
get_seat (const DeskName *name)
{
  return name->entry != NULL ? name->entry->seat : NULL;
}

/* What a government is known by. */
static const char *
get_power (const DeskName *name)
{
  if (get_seat (name) != NULL)
    return get_seat (name);

  return name->country == NULL && name->entry != NULL ? name->entry->country : name->country;
}

/* The country whose team bears its name; NULL for anything else. */
static const DeskEntry *
find_team (Resolver *self,
           const DeskName *name)
{
  const DeskEntry *entry;
  DeskClass found;

  if (name->kind != DESK_ENTITY_KIND_ORGANISATION || name->entry != NULL || desk_known_name_match (self->prose, name->first, name->end, DESK_CLASS_NAME, &entry, &found) != name->end - name->first)
    return NULL;

  return entry->is_country ? entry : NULL;
}

/* What makes two names the same without looking further. Words that no list knows are one thing
 * even where the tagger took them for a firm here and a building there; a place and what is called
 * after it are two. */
static void
write_key (Resolver *self,
           const DeskName *name)
{
  const DeskEntry *entry = name->entry != NULL ? name->entry : find_plain_entry (self, name);
  guint first = name->first;

  if (name->kind == DESK_ENTITY_KIND_GOVERNMENT && get_power (name) != NULL)
    g_string_printf (self->key, "government %s", get_power (name));
  else if (name->body && entry != NULL)
    g_string_printf (self->key, "body %s %s", entry->name, name->country != NULL ? name->country : "");
  else if (find_team (self, name) != NULL)
    g_string_printf (self->key, "team %s", find_team (self, name)->country);
  else if (entry != NULL)
    g_string_printf (self->key, "known %d %s %s", entry->kind, entry->is_country ? entry->country : "", entry->name);
  else
    {
      if (name->end - first > 1 && desk_prose_is (self->prose, first, "the"))
        first++;
      desk_name_key (self->prose, first, name->end, self->key);
      g_string_prepend (self->key, name->kind == DESK_ENTITY_KIND_PLACE ? "place " : name->kind == DESK_ENTITY_KIND_GROUP ? "group "
                                                                                                                          : "words ");
    }
}

static guint
find_by_key (Resolver *self)
{
  gpointer cluster = g_hash_table_lookup (self->by_key, self->key->str);

  return cluster != NULL ? GPOINTER_TO_UINT (cluster) - 1 : DESK_NO_CLUSTER;
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
join_same_names (Resolver *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      guint cluster;

      if (name->kind == DESK_ENTITY_KIND_PERSON)
        continue;
      write_key (self, name);
      cluster = find_by_key (self);
      if (cluster != DESK_NO_CLUSTER)
        {
          desk_clusters_join (self->clusters, i, cluster);
          continue;
        }
      cluster = desk_clusters_add (self->clusters, i, name->kind);
      g_hash_table_insert (self->by_key, g_strdup (self->key->str), GUINT_TO_POINTER (cluster + 1));
    }
}

/* A building at one place and a place at another. */
static void
join_facilities (Resolver *self,
                 guint *into)
{
  for (guint i = 0; i < self->clusters->clusters->len; i++)
    {
      const DeskName *name = name_at (self, desk_clusters_get (self->clusters, i)->fullest);
      guint place;

      if (name->kind != DESK_ENTITY_KIND_FACILITY || name->entry != NULL)
        continue;
      desk_name_key (self->prose, name->first, name->end, self->key);
      g_string_prepend (self->key, "place ");
      place = find_by_key (self);
      if (place != DESK_NO_CLUSTER && into[place] == place)
        into[place] = into[i];
    }
}

/* Where the names of one thing differ in kind, the surer ones decide. */
static void
choose_kinds (Resolver *self)
{
  const guint n = self->clusters->clusters->len;
  g_autofree float *votes = g_new0 (float, (gsize) n *N_KINDS);

  for (guint i = 0; i < self->names->len; i++)
    votes[desk_clusters_of (self->clusters, i) * N_KINDS + name_at (self, i)->kind] += 1 + name_at (self, i)->margin;
  for (guint i = 0; i < n; i++)
    {
      DeskCluster *cluster = desk_clusters_get (self->clusters, i);

      for (guint kind = 0; kind < N_KINDS; kind++)
        if (votes[i * N_KINDS + kind] > votes[i * N_KINDS + cluster->kind])
          cluster->kind = kind;
    }
  for (guint i = 0; i < self->names->len; i++)
    name_at (self, i)->kind = desk_clusters_get (self->clusters, desk_clusters_of (self->clusters, i))->kind;
}

static char *
show_name (Resolver *self,
           const DeskCluster *cluster)
{
  const DeskName *name = name_at (self, cluster->fullest);
  const DeskEntry *country = desk_lexicon_find_country (desk_prose_get_lexicon (self->prose), name->country);

  if (cluster->kind == DESK_ENTITY_KIND_GOVERNMENT && get_seat (name) != NULL)
    return g_strdup (get_seat (name));
  if (cluster->kind == DESK_ENTITY_KIND_GOVERNMENT && country != NULL)
    return g_strdup_printf ("Government of %s%s", desk_organisation_takes_article (country->name) ? "the " : "", country->name);
  if (name->body)
    return country != NULL ? g_strdup_printf ("%s of %s%s", name->entry->name, desk_organisation_takes_article (country->name) ? "the " : "", country->name)
                           : g_strdup (name->entry->name);
  if (name->entry != NULL)
    return g_strdup (name->entry->name);

  return desk_prose_dup_text (self->prose, name->first, name->end);
}

/* A place that nothing in the text names as such. */
static guint
add_place (Resolver *self,
           guint name)
{
  DeskCluster cluster = { .kind = name_at (self, name)->entry->kind, .fullest = name };

  g_array_append_val (self->clusters->clusters, cluster);

  return self->clusters->clusters->len - 1;
}

/* A capital that stands for its government could be the city, and the other way round. */
static void
note_other_readings (Resolver *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) governments = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      gpointer cluster = GUINT_TO_POINTER (desk_clusters_of (self->clusters, i) + 1);

      if (name->entry == NULL || !name->entry->capital || get_power (name) == NULL)
        continue;
      if (name->kind == DESK_ENTITY_KIND_GOVERNMENT)
        g_hash_table_insert (governments, (gpointer) get_power (name), cluster);
      else
        g_hash_table_insert (places, (gpointer) name->entry->name, cluster);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i);
      guint other;

      if (name->entry == NULL || !name->entry->capital || get_power (name) == NULL)
        continue;
      if (name->kind == DESK_ENTITY_KIND_GOVERNMENT)
        {
          other = GPOINTER_TO_UINT (g_hash_table_lookup (places, name->entry->name));
          if (other == 0)
            {
              other = add_place (self, i) + 1;
              g_hash_table_insert (places, (gpointer) name->entry->name, GUINT_TO_POINTER (other));
            }
        }
      else
        other = GPOINTER_TO_UINT (g_hash_table_lookup (governments, get_power (name)));
      if (other != 0)
        g_array_index (self->clusters->other, guint, i) = other - 1;
    }
}

/**
 * desk_resolve_aliases: (skip)
 * @names: (element-type DeskName): in text order; where a name stays unsure its confidence and why
 *   are changed, bodies get the country that the text gives them, and names the kind of their entity
 *
 * Returns: (transfer full): which names belong together
 */
DeskClusters *
desk_resolve_aliases (const DeskProse *prose,
                      GArray *names)
{
  Resolver self = { .prose = prose, .names = names, .clusters = desk_clusters_new (names->len) };
  g_autofree guint *into = NULL;

  self.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.key = g_string_sized_new (64);

  desk_join_persons (prose, names, self.clusters);
  share_countries (&self);
  join_same_names (&self);

  into = g_new (guint, self.clusters->clusters->len + 1);
  for (guint i = 0; i < self.clusters->clusters->len; i++)
    into[i] = i;
  desk_join_short_forms (prose, names, self.clusters, into);
  join_facilities (&self, into);
  desk_clusters_sort (self.clusters, into);
  choose_kinds (&self);
  note_other_readings (&self);
  for (guint i = 0; i < self.clusters->clusters->len; i++)
    desk_clusters_get (self.clusters, i)->name = show_name (&self, desk_clusters_get (self.clusters, i));

  g_string_free (self.key, TRUE);
  g_hash_table_unref (self.by_key);

  return self.clusters;
}
