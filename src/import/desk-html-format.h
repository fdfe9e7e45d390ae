/* Reads pages: finds the story, keeps the rest with a reason.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-guard.h"
#include "desk-link.h"
#include "desk-reading.h"

G_BEGIN_DECLS

DeskReading *desk_html_format_read (const char *html,
                                    gsize length,
                                    const char *url,
                                    DeskImportGuard *guard,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_html_format_append_fragment (DeskDraft *draft,
                                           const char *html,
                                           gsize length,
                                           const DeskLinkBase *base,
                                           DeskImportGuard *guard,
                                           GError **error);

G_END_DECLS
