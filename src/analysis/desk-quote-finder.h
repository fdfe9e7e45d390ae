/* The quotations of a text and who says them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-sayings.h"

G_BEGIN_DECLS

void desk_find_quotes (const DeskSayings *sayings,
                       gboolean english);

G_END_DECLS
