/* How an article is set: font, size, width, spacing, colours.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_READER_FONT_SERIF,
  DESK_READER_FONT_SANS,
  DESK_READER_FONT_SYSTEM,
} DeskReaderFont;

typedef enum
{
  DESK_READER_THEME_SYSTEM,
  DESK_READER_THEME_LIGHT,
  DESK_READER_THEME_DARK,
  DESK_READER_THEME_SEPIA,
} DeskReaderTheme;

#define DESK_TYPE_READER_STYLE (desk_reader_style_get_type ())

/* Read-write properties, each bindable to a key of the settings: font, size (percent), width
 * (characters), spacing (percent), theme. */
G_DECLARE_FINAL_TYPE (DeskReaderStyle, desk_reader_style, DESK, READER_STYLE, GObject)

DeskReaderStyle *desk_reader_style_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
