/* What a rule of the reader changed in a result of the machine, and what the machine had said.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *rule;  /* id of the rule, to show or remove it */
  char *value; /* what stood there before: a name, the nick of a kind, a speaker's name, a date in EDTF; nullable */
  char *why;   /* the evidence that the machine gave for it; nullable */
} DeskRepair;

DeskRepair *desk_repair_new  (const char       *rule,
                              const char       *value,
                              const char       *why) G_GNUC_WARN_UNUSED_RESULT;
DeskRepair *desk_repair_copy (const DeskRepair *self) G_GNUC_WARN_UNUSED_RESULT;
void        desk_repair_free (DeskRepair       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRepair, desk_repair_free)

G_END_DECLS
