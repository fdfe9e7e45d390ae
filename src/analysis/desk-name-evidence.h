/* What the words around a name tell of it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

/* Points for each kind, with the message id of what spoke most for it. */
typedef struct
{
  int points[DESK_N_ENTITY_KINDS];
  int best[DESK_N_ENTITY_KINDS];
  const char *why[DESK_N_ENTITY_KINDS];
} DeskEvidence;

void desk_evidence_collect (const DeskProse *prose,
                            const DeskName *name,
                            DeskEvidence *evidence);

G_END_DECLS
