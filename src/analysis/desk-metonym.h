/* Tells a capital from the government that it stands for.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

void desk_read_metonyms (const DeskProse *prose,
                         GArray *names);

G_END_DECLS
