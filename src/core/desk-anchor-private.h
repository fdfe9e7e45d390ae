/* Finds the passage of a rule in a text, by the thresholds that marks have.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-rule.h"

G_BEGIN_DECLS

/* FALSE where the passage is not there, or cannot be told from another one. Code points, end exclusive. */
gboolean desk_anchor_find (const DeskAnchor *self,
                           DeskText *text,
                           guint *start,
                           guint *end);

G_END_DECLS
