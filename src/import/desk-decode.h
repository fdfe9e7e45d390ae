/* Turns bytes in any encoding into UTF-8.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *utf8; /* valid, zero-terminated, without a byte order mark, without U+0000 */
  gsize length;
  const char *charset; /* iconv's name */
  gboolean is_guess;
  guint n_replaced; /* bytes that became U+FFFD */
  guint n_mended;   /* bytes of windows-1252 amid UTF-8 */
} DeskDecoded;

DeskDecoded *desk_decode (const char *bytes,
                          gsize size,
                          const char *charset,
                          gboolean is_markup) G_GNUC_WARN_UNUSED_RESULT;
void desk_decoded_free (DeskDecoded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDecoded, desk_decoded_free)

G_END_DECLS
