/* Finds what persons are: "Defense Secretary", "senior fellow at …".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

/* At most so many at one name: a role, a rank, one after it. */
#define DESK_MAX_ROLES 4

typedef struct
{
  guint first; /* tokens, end exclusive */
  guint end;
} DeskRoleSpan;

guint desk_find_roles (const DeskProse *prose,
                       GArray *names,
                       guint index,
                       DeskRoleSpan roles[DESK_MAX_ROLES]);
DeskClass desk_role_find_sex (const DeskProse *prose,
                              const DeskRoleSpan *role);
const char *desk_role_find_head (const DeskProse *prose,
                                 const DeskRoleSpan *role);

G_END_DECLS
