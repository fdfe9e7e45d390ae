/* Joins short forms of organisations, places and events with the full ones.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-clusters.h"

G_BEGIN_DECLS

void desk_join_short_forms (const DeskProse *prose,
                            GArray *names,
                            const DeskClusters *clusters,
                            guint *into);

G_END_DECLS
