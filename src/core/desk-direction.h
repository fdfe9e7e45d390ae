/* Which way a text is read.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_DIRECTION_NONE, /* no letter tells */
  DESK_DIRECTION_LEFT_TO_RIGHT,
  DESK_DIRECTION_RIGHT_TO_LEFT,
} DeskDirection;

DeskDirection desk_direction_of_text (const char *text);

G_END_DECLS
