/* Short forms of given names: Bill for William.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean desk_is_nickname (const char *a,
                           const char *b);
const char *desk_nickname_get_full (const char *nickname);

G_END_DECLS
