/* Addresses of the web inside a text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *desk_match_domain (const char *p,
                               const char *end);
const char *desk_match_url (const char *p,
                            const char *end,
                            gsize max_bytes);

G_END_DECLS
