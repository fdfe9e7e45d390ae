/* Throws out of a story what looks unlike text: lists of links, forms, boxes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-marks.h"

G_BEGIN_DECLS

gboolean desk_html_clean (DeskHtmlTree *tree,
                          DeskHtmlMark *marks,
                          guint root,
                          gboolean is_strict,
                          DeskImportGuard *guard,
                          GError **error);

G_END_DECLS
