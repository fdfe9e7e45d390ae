/* What finding the start and the end of what is said share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-content.h"

G_BEGIN_DECLS

gboolean desk_is_clause (const DeskSyntax *syntax,
                         guint first,
                         guint upper);
DeskContentKind desk_find_content_start (const DeskSyntax *syntax,
                                         const DeskCue *cue,
                                         guint upper,
                                         guint *start);

G_END_DECLS
