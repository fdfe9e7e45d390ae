/* Guesses the encoding of bytes that do not tell it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *desk_charset_guess (const char *bytes,
                                gsize size,
                                gboolean is_markup);
const char *desk_charset_guess_utf_16 (const char *bytes,
                                       gsize size);

G_END_DECLS
