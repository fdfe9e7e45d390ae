/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-reader-palette.h"

G_BEGIN_DECLS

const char *desk_reader_palette_get_fill (const char *kind_id,
                                          DeskReaderTone tone);
const char *desk_reader_palette_get_line (const char *kind_id,
                                          DeskReaderTone tone);

G_END_DECLS
