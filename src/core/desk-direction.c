/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-direction.h"

#include <unicode/uchar.h>

/**
 * desk_direction_of_text:
 * @text: UTF-8
 *
 * Finds the direction of a paragraph by its first letter that has one, as
 * rule P2 of the Unicode Bidirectional Algorithm does; embeddings and
 * isolates are not looked into.
 *
 * Returns: the direction, or %DESK_DIRECTION_NONE where no letter has one
 */
DeskDirection
desk_direction_of_text (const char *text)
{
  g_return_val_if_fail (text != NULL, DESK_DIRECTION_NONE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch ((int) u_charDirection ((UChar32) g_utf8_get_char (p)))
      {
      case U_LEFT_TO_RIGHT:
        return DESK_DIRECTION_LEFT_TO_RIGHT;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return DESK_DIRECTION_RIGHT_TO_LEFT;
      default:
        break;
      }

  return DESK_DIRECTION_NONE;
}
