/* Named and numbered characters of HTML, where no page is parsed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void desk_entity_name_append (GString *target,
                              const char *entity,
                              gsize length);
char *desk_entity_name_dup_decoded (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
