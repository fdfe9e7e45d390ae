/* Lines of minutes and transcripts that begin with their speaker: "MARSH: The meeting is open."
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

void desk_find_turns (const DeskProse *prose,
                      GArray *names,
                      GArray *quoted);

G_END_DECLS
