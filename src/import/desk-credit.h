/* Finds who made a picture at the end of its caption.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *desk_credit_find (const char *text,
                              gboolean is_caption);
gboolean desk_credit_is_line (const char *text);
gboolean desk_credit_is_caption (const char *text);

G_END_DECLS
