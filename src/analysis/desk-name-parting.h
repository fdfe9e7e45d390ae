/* Parts what the tagger ran together into one name.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name-memory.h"

G_BEGIN_DECLS

void desk_names_part (const DeskProse *prose,
                      DeskNameMemory *memory,
                      GArray *names);

G_END_DECLS
