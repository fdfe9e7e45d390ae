/* Finds the names of a text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"
#include "desk-tagger.h"

G_BEGIN_DECLS

GArray *desk_recognize (const DeskProse *prose,
                        DeskTagger *tagger) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
