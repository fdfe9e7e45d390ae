/* What a selection by hand means: the passage without what was caught by accident.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-version.h"

G_BEGIN_DECLS

gboolean desk_selection_trim (DeskVersion *version,
                              guint       *start,
                              guint       *end);

G_END_DECLS
