/* Reads plain text: finds headline, byline, captions and the like by how their lines look.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-guard.h"
#include "desk-reading.h"

G_BEGIN_DECLS

DeskReading *desk_text_format_read (const char *text,
                                    gsize length,
                                    DeskImportGuard *guard,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
