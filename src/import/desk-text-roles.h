/* Gives the blocks of a text without markup their kinds: headline, dek, byline, date, subheading, boilerplate.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-guard.h"
#include "desk-reading.h"

G_BEGIN_DECLS

gboolean desk_text_roles_assign (DeskReading *reading,
                                 gboolean is_marked_up,
                                 DeskImportGuard *guard,
                                 GError **error);

G_END_DECLS
