/* Names of character encodings as the web uses them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *desk_charset_resolve (const char *label,
                                  gssize length);
char *desk_charset_dup_declared (const char *bytes,
                                 gsize size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
