/* Of which state a ministry, a parliament or an army is.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

gboolean desk_body_find_country (const DeskProse *prose,
                                 DeskName *name);

G_END_DECLS
