/* What the rules for names of persons share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-clusters.h"
#include "desk-name-slips.h"
#include "desk-person-names.h"

G_BEGIN_DECLS

typedef struct
{
  const DeskProse *prose;
  GArray *names;
  DeskClusters *clusters;
  GHashTable *by_key;   /* the name as a string → cluster + 1 */
  GHashTable *owners;   /* word → GArray of the clusters whose full name has it */
  GHashTable *called;   /* word → cluster + 1 of whom the text called so before it named another one */
  DeskNameSlips *slips; /* of family names; NULL until it is asked for */
  GArray *titles;       /* for each cluster the token of its title; 0 where it has none */
  GArray *firsts;       /* for each cluster its first name in the text */
  GString *key;
} DeskPersonJoiner;

void desk_person_joiner_get_full_name (DeskPersonJoiner *self,
                                       guint cluster,
                                       DeskPersonName *full);
guint desk_person_joiner_find_title (DeskPersonJoiner *self,
                                     const DeskName *name);
guint desk_person_joiner_choose_namesake (DeskPersonJoiner *self,
                                          guint name,
                                          const char *word,
                                          DeskWordRank score);

G_END_DECLS
