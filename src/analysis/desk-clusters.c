/* Which names of one text belong together.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-clusters.h"

DeskClusters *
desk_clusters_new (guint n_names)
{
  DeskClusters *self = g_new0 (DeskClusters, 1);
  guint none = DESK_NO_CLUSTER;

  self->clusters = g_array_new (FALSE, FALSE, sizeof (DeskCluster));
  self->of_name = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_names);
  self->other = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_names);
  for (guint i = 0; i < n_names; i++)
    {
      g_array_append_val (self->of_name, none);
      g_array_append_val (self->other, none);
    }

  return self;
}

void
desk_clusters_free (DeskClusters *self)
{
  for (guint i = 0; i < self->clusters->len; i++)
    g_free (desk_clusters_get (self, i)->name);
  g_array_unref (self->clusters);
  g_array_unref (self->of_name);
  g_array_unref (self->other);
  g_free (self);
}

DeskCluster *
desk_clusters_get (const DeskClusters *self,
                   guint cluster)
{
  return &g_array_index (self->clusters, DeskCluster, cluster);
}

guint
desk_clusters_of (const DeskClusters *self,
                  guint name)
{
  return g_array_index (self->of_name, guint, name);
}

void
desk_clusters_join (DeskClusters *self,
                    guint name,
                    guint cluster)
{
  g_array_index (self->of_name, guint, name) = cluster;
  desk_clusters_get (self, cluster)->n_names++;
}

/**
 * desk_clusters_add: (skip)
 * @name: index of its first name
 *
 * Returns: index of the new cluster
 */
guint
desk_clusters_add (DeskClusters *self,
                   guint name,
                   DeskEntityKind kind)
{
  DeskCluster cluster = { .kind = kind, .fullest = name };

  g_array_append_val (self->clusters, cluster);
  desk_clusters_join (self, name, self->clusters->len - 1);

  return self->clusters->len - 1;
}

/**
 * desk_clusters_sort: (skip)
 * @into: for each cluster the one that it is part of, itself where it stands alone
 *
 * Puts those together that belong together, in the order of their first names, as a reader meets them.
 */
void
desk_clusters_sort (DeskClusters *self,
                    const guint *into)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (DeskCluster), self->clusters->len);
  g_autofree guint *place = g_new (guint, self->clusters->len + 1);

  for (guint i = 0; i < self->clusters->len; i++)
    {
      place[i] = DESK_NO_CLUSTER;
      if (into[i] != i)
        desk_clusters_get (self, into[i])->n_names += desk_clusters_get (self, i)->n_names;
    }
  for (guint i = 0; i < self->of_name->len; i++)
    {
      guint *of_name = &g_array_index (self->of_name, guint, i);
      guint whole = into[*of_name];

      if (place[whole] == DESK_NO_CLUSTER)
        {
          place[whole] = sorted->len;
          g_array_append_val (sorted, *desk_clusters_get (self, whole));
        }
      *of_name = place[whole];
    }
  for (guint i = 0; i < self->other->len; i++)
    {
      guint *other = &g_array_index (self->other, guint, i);

      if (*other != DESK_NO_CLUSTER)
        *other = place[into[*other]];
    }
  g_array_unref (self->clusters);
  self->clusters = sorted;
}
