/* A quote somewhere in the library, as an answer to “everything that X said”: immutable.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-enums.h"

G_BEGIN_DECLS

#define DESK_TYPE_SAID (desk_said_get_type ())

/* Properties: as the functions below. */
G_DECLARE_FINAL_TYPE (DeskSaid, desk_said, DESK, SAID, GObject)

const char    *desk_said_get_article_id (DeskSaid *self);
const char    *desk_said_get_headline   (DeskSaid *self);
const char    *desk_said_get_source     (DeskSaid *self); /* empty where unknown */
const char    *desk_said_get_published  (DeskSaid *self); /* ISO 8601; empty where unknown */
const char    *desk_said_get_url        (DeskSaid *self); /* empty where unknown */
/* What was said, letter by letter; parts of a split quote with “ … ” between them. */
const char    *desk_said_get_text       (DeskSaid *self);
/* The speaker in the words of this article, as “the general” or “he”; empty where it says nothing. */
const char    *desk_said_get_speaker    (DeskSaid *self);
/* The first role of the speaker in this article; empty where unknown. */
const char    *desk_said_get_role       (DeskSaid *self);
/* Reported without quotation marks. */
gboolean       desk_said_get_indirect   (DeskSaid *self);
DeskConfidence desk_said_get_confidence (DeskSaid *self);
/* Code points of the first part in the article, to show it. */
guint          desk_said_get_start      (DeskSaid *self);
guint          desk_said_get_end        (DeskSaid *self);

G_END_DECLS
