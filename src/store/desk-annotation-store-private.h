/* Marks in the database.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-annotation.h"
#include "desk-database-private.h"

G_BEGIN_DECLS

/* Of DeskAnnotation, in text order. */
GPtrArray *desk_annotation_store_load (DeskDatabase *database,
                                       const char *article_uuid,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A mark as a change of a step sees it; NULL where there is none. */
gboolean desk_annotation_store_read (DeskDatabase *database,
                                     const char *uuid,
                                     GVariant **value,
                                     GError **error);
/* Stores what a mark is now; NULL deletes it. The text that is searched is for the caller to make anew. */
gboolean desk_annotation_store_write (DeskDatabase *database,
                                      gint64 article_id,
                                      const char *uuid,
                                      GVariant *value,
                                      GError **error);

G_END_DECLS
