/* Which names of one text belong together.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

#define DESK_NO_CLUSTER G_MAXUINT

typedef struct
{
  DeskEntityKind kind;
  char *name;    /* as it is shown */
  guint fullest; /* index of the name that says most */
  guint n_names;
  DeskClass sex; /* DESK_CLASS_MAN, DESK_CLASS_WOMAN or 0 */
} DeskCluster;

typedef struct
{
  GArray *clusters; /* of DeskCluster, in the order of their first names once they are sorted */
  GArray *of_name;  /* of guint: the cluster of each name */
  GArray *other;    /* of guint: the cluster that a name could belong to as well; DESK_NO_CLUSTER */
} DeskClusters;

DeskClusters *desk_clusters_new (guint n_names) G_GNUC_WARN_UNUSED_RESULT;
void desk_clusters_free (DeskClusters *self);

DeskCluster *desk_clusters_get (const DeskClusters *self,
                                guint cluster);
guint desk_clusters_of (const DeskClusters *self,
                        guint name);
void desk_clusters_join (DeskClusters *self,
                         guint name,
                         guint cluster);
guint desk_clusters_add (DeskClusters *self,
                         guint name,
                         DeskEntityKind kind);
void desk_clusters_sort (DeskClusters *self,
                         const guint *into);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClusters, desk_clusters_free)

G_END_DECLS
