/* Where a name that the tagger found begins and ends.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

void desk_name_trim (const DeskProse *prose,
                     const DeskSentence *sentence,
                     DeskName *name);
gboolean desk_name_is_apposed_person (const DeskProse *prose,
                                      const DeskSentence *sentence,
                                      const DeskName *name);

G_END_DECLS
