/* The inline content of a block: text, spans and marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-page-runs-private.h"

G_BEGIN_DECLS

void desk_page_append_content (GString      *html,
                               DeskVersion  *version,
                               DeskPageRuns *runs,
                               guint         block,
                               GHashTable   *kinds);

G_END_DECLS
