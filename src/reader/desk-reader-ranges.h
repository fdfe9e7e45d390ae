/* Ranges of a layer, made disjoint.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"

G_BEGIN_DECLS

/* Sorts, cuts to `length`, drops empty ranges and joins those that overlap or touch; linear in what is
 * drawn afterwards. `ranges` is nullable and left as it is. */
GArray *desk_reader_ranges_flatten (GArray *ranges,
                                    guint   length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
