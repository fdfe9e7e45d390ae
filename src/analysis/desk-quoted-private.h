/* How quotations of several paragraphs are put together.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-quoted.h"

G_BEGIN_DECLS

/* The first mark of a block, where it can only close what a block before has opened. */
typedef struct
{
  guint block;
  guint first; /* token of the block */
  guint token;
} DeskQuoteCloser;

GArray *desk_settle_quoted (const DeskProse *prose,
                            GArray *quoted,
                            GArray *closers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
