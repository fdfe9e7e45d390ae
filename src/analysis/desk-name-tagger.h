/* The names that the trained tagger sees in a text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"
#include "desk-tagger.h"

G_BEGIN_DECLS

void desk_tag_names (const DeskProse *prose,
                     DeskTagger *tagger,
                     GArray *names);

G_END_DECLS
