/* What somebody is said to say without quotation marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-sayings.h"

G_BEGIN_DECLS

void desk_find_statements (const DeskSayings *sayings);

G_END_DECLS
