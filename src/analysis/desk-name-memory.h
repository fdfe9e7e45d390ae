/* What one text has told of its names so far.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

/* What is known of one string of words. */
typedef struct
{
  float votes[DESK_N_ENTITY_KINDS];
  DeskEntityKind kind; /* with most votes, once they are counted */
  const DeskEntry *entry;
} DeskKnownName;

typedef struct _DeskNameMemory DeskNameMemory;

DeskNameMemory *desk_name_memory_new (const DeskProse *prose) G_GNUC_WARN_UNUSED_RESULT;
void desk_name_memory_free (DeskNameMemory *self);
DeskKnownName *desk_name_memory_look_up (DeskNameMemory *self,
                                         guint first,
                                         guint end,
                                         gboolean add);
void desk_name_memory_vote (DeskNameMemory *self,
                            const DeskName *name);
void desk_name_memory_learn_person (DeskNameMemory *self,
                                    const DeskName *name);
void desk_name_memory_learn_organisation (DeskNameMemory *self,
                                          const DeskName *name);
float desk_name_memory_get_votes (DeskNameMemory *self,
                                  guint first,
                                  guint end);
gboolean desk_name_memory_is_surname (DeskNameMemory *self,
                                      guint token);

G_END_DECLS
