/* Goes over the blocks of a page once more: captions, credits, lines that are no part of the story.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-reading.h"

G_BEGIN_DECLS

void desk_html_finish (DeskReading *reading,
                       const char *headline);

G_END_DECLS
