/* Articles in the database: their fields, state and originals.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article.h"
#include "desk-database-private.h"

G_BEGIN_DECLS

/* Stores a new article with its original. If one with the same original and the same text or headline is there, that one
 * comes back (to life) and *added is FALSE. */
char *desk_article_store_add (DeskDatabase *database,
                              DeskArticle *article,
                              GBytes *original,
                              gboolean *added,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
DeskArticle *desk_article_store_load (DeskDatabase *database,
                                      const char *uuid,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *desk_article_store_load_original (DeskDatabase *database,
                                          const char *uuid,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without error for none. */
char *desk_article_store_find_original (DeskDatabase *database,
                                        const char *sha256,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A field as a change of a step sees it: (sss) text, origin, confidence; NULL where it is unknown. */
gboolean desk_article_store_read_field (DeskDatabase *database,
                                        gint64 id,
                                        const char *field,
                                        GVariant **value,
                                        GError **error);
gboolean desk_article_store_write_field (DeskDatabase *database,
                                         gint64 id,
                                         const char *field,
                                         GVariant *value,
                                         GError **error);
gboolean desk_article_store_set_deleted (DeskDatabase *database,
                                         gint64 id,
                                         gboolean deleted,
                                         GError **error);
/* Removes for good what was deleted before a time. At most some at once; *n_removed says how many. */
gboolean desk_article_store_purge (DeskDatabase *database,
                                   gint64 before,
                                   guint *n_removed,
                                   GError **error);
/* The sort keys of an article were made by the rules of this process, which may not be those of the library. */
gboolean desk_article_store_note_keys (DeskDatabase *database,
                                       gint64 id,
                                       GError **error);
/* Makes the sort keys of some articles again; *next is the id to go on with, 0 at the end. */
gboolean desk_article_store_make_keys (DeskDatabase *database,
                                       gint64 first,
                                       gint64 *next,
                                       GError **error);

G_END_DECLS
