/* Joins the names of one text that name the same thing.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-clusters.h"

G_BEGIN_DECLS

DeskClusters *desk_resolve_aliases (const DeskProse *prose,
                                    GArray *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
