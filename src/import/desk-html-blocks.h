/* Writes the text of a page as blocks and left-out texts, each text node into exactly one of them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-draft.h"
#include "desk-html-context.h"
#include "desk-link.h"

G_BEGIN_DECLS

gboolean desk_html_blocks_write (DeskHtmlTree *tree,
                                 const DeskHtmlPlan *plan,
                                 const DeskLinkBase *base,
                                 DeskDraft *draft,
                                 DeskImportGuard *guard,
                                 GError **error);

G_END_DECLS
