/* Finds what stands between quotation marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-prose.h"

G_BEGIN_DECLS

typedef struct
{
  guint block;
  guint open;  /* the mark before it; the colon behind the speaker of a turn */
  guint first; /* tokens between the marks, end exclusive */
  guint end;
  gboolean closed;    /* no mark after it: goes on in the next block */
  gboolean continued; /* goes on from the block before */
  gboolean turn;      /* a line of minutes or a transcript, without marks */
} DeskQuoted;

GArray *desk_find_quoted (const DeskProse *prose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
