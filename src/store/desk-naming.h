/* An article that names an entity: immutable.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_NAMING (desk_naming_get_type ())

/* Properties: as the functions below. */
G_DECLARE_FINAL_TYPE (DeskNaming, desk_naming, DESK, NAMING, GObject)

const char        *desk_naming_get_article_id (DeskNaming *self);
const char        *desk_naming_get_headline   (DeskNaming *self);
const char        *desk_naming_get_source     (DeskNaming *self); /* empty where unknown */
const char        *desk_naming_get_published  (DeskNaming *self); /* ISO 8601; empty where unknown */
/* How the article calls it, the most frequent name first. */
const char *const *desk_naming_get_names      (DeskNaming *self);
guint              desk_naming_get_n_mentions (DeskNaming *self);
/* Code points of the first mention, to show it. */
guint              desk_naming_get_start      (DeskNaming *self);
guint              desk_naming_get_end        (DeskNaming *self);

G_END_DECLS
