/* Finds the dates of a text and resolves them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-prose.h"

G_BEGIN_DECLS

void desk_find_dates (const DeskProse *prose,
                      const char *language,
                      const char *published,
                      DeskAnalysis *analysis);

G_END_DECLS
