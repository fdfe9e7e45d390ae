/* Names that quotations prove.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

void desk_names_find_speakers (const DeskProse *prose,
                               GArray *names);

G_END_DECLS
