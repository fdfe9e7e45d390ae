/* What the rules for short forms share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-clusters.h"

G_BEGIN_DECLS

typedef struct
{
  const DeskProse *prose;
  GArray *names;
  const DeskClusters *clusters;
  guint *into;
  GHashTable *initials; /* letters → cluster or SEVERAL, plus one, as in all of these */
  GHashTable *firsts;
  GHashTable *lasts;
  GHashTable *parties; /* the word before "Party" */
  GHashTable *heads;
  GString *key;
} DeskShortForms;

gboolean desk_short_forms_has (DeskEntityKind kind);
void desk_short_forms_merge (DeskShortForms *self,
                             guint a,
                             guint b);
gboolean desk_short_forms_is_acronym (const DeskShortForms *self,
                                      const DeskName *name);
void desk_short_forms_write_letters (DeskShortForms *self,
                                     const DeskName *name);
void desk_short_forms_write_initials (DeskShortForms *self,
                                      const DeskName *name,
                                      guint first,
                                      gboolean all);
guint desk_short_forms_skip_country (const DeskShortForms *self,
                                     const DeskName *name);
void desk_short_forms_join_told (DeskShortForms *self);

G_END_DECLS
