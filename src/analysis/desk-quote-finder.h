/* Finds the quotations of a text and who says them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-alias-resolver.h"
#include "desk-analysis.h"

G_BEGIN_DECLS

void desk_find_quotes (const DeskProse *prose,
                       GArray *names,
                       const DeskClusters *clusters,
                       gboolean english,
                       DeskAnalysis *analysis);

G_END_DECLS
