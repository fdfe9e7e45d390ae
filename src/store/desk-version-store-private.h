/* Versions in the database: the canonical text with its blocks, spans, left-out texts and images.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"
#include "desk-version.h"

G_BEGIN_DECLS

/* Stores the next version of an article and makes it the current one. */
gboolean desk_version_store_insert (DeskDatabase *database,
                                    gint64 article_id,
                                    DeskVersion *version,
                                    GError **error);
DeskVersion *desk_version_store_load (DeskDatabase *database,
                                      gint64 version_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
