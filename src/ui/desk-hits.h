/* The text of a search hit, taken apart into plain text and what is to be bold.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Plain text of one line that begins shortly before the first hit; `hits` gets bold attributes where the snippet has
 * U+2068 … U+2069. */
char *desk_hits_parse (const char *snippet,
                       PangoAttrList **hits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
