/* An article: its metadata with where each field came from, and its current version.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-version.h"

G_BEGIN_DECLS

#define DESK_TYPE_ARTICLE (desk_article_get_type ())

G_DECLARE_FINAL_TYPE (DeskArticle, desk_article, DESK, ARTICLE, GObject)

DeskArticle    *desk_article_new            (const char  *id,
                                             DeskVersion *version) G_GNUC_WARN_UNUSED_RESULT;
const char     *desk_article_get_id         (DeskArticle *self);
DeskVersion    *desk_article_get_version    (DeskArticle *self);

/* Headline, dek, byline, published … as text; %NULL where unknown. Keywords are joined by "\n".
 * Published and modified are ISO 8601 days or times, with the zone of the source where it gave one. */
const char     *desk_article_get_field      (DeskArticle *self,
                                             DeskField    field);
DeskOrigin      desk_article_get_origin     (DeskArticle *self,
                                             DeskField    field);
DeskConfidence  desk_article_get_confidence (DeskArticle *self,
                                             DeskField    field);
void            desk_article_set_field      (DeskArticle    *self,
                                             DeskField       field,
                                             const char     *value,
                                             DeskOrigin      origin,
                                             DeskConfidence  confidence);
const char     *desk_article_get_headline   (DeskArticle *self);
const char     *desk_article_get_published  (DeskArticle *self);

const char * const *desk_article_get_authors     (DeskArticle         *self);
void                desk_article_set_authors     (DeskArticle         *self,
                                                  const char * const  *authors);

/* Problems met while importing, each a sentence for the reader. */
const char * const *desk_article_get_warnings    (DeskArticle *self);
void                desk_article_add_warning     (DeskArticle *self,
                                                  const char  *warning);

/* The original bytes as they came: media type, SHA-256 in hexadecimal, size in bytes, file name. */
const char     *desk_article_get_media_type    (DeskArticle *self);
const char     *desk_article_get_original_hash (DeskArticle *self);
gint64          desk_article_get_original_size (DeskArticle *self);
const char     *desk_article_get_original_name (DeskArticle *self);
void            desk_article_set_original      (DeskArticle *self,
                                                const char  *media_type,
                                                const char  *sha256,
                                                gint64       size,
                                                const char  *name);

/* State in the library; microseconds since 1970, UTC. */
gint64          desk_article_get_added      (DeskArticle *self);
void            desk_article_set_added      (DeskArticle *self,
                                             gint64       added);
gboolean        desk_article_get_unread     (DeskArticle *self);
void            desk_article_set_unread     (DeskArticle *self,
                                             gboolean     unread);
gboolean        desk_article_get_starred    (DeskArticle *self);
void            desk_article_set_starred    (DeskArticle *self,
                                             gboolean     starred);
/* Where the reader stopped: code point of the first text in view. */
guint           desk_article_get_position   (DeskArticle *self);
void            desk_article_set_position   (DeskArticle *self,
                                             guint        position);

G_END_DECLS
