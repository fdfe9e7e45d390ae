/* Joins the names of persons.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-clusters.h"

G_BEGIN_DECLS

void desk_join_persons (const DeskProse *prose,
                        GArray *names,
                        DeskClusters *clusters);

G_END_DECLS
