/* Compares the names of persons.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

/* The words of a person's name that tell who it is: without suffix, hyphens and quotation marks. */
typedef struct
{
  guint words[8]; /* tokens */
  guint n;
} DeskPersonName;

void desk_person_name_init (DeskPersonName *self,
                            const DeskProse *prose,
                            const DeskName *name);
gboolean desk_person_names_agree (const DeskProse *prose,
                                  const DeskPersonName *full,
                                  const DeskPersonName *other);
DeskClass desk_person_name_sex (const DeskProse *prose,
                                const DeskName *name);

G_END_DECLS
