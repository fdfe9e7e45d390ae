/* An entity of the library that a name was looked up for: immutable.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-identity.h"

G_BEGIN_DECLS

#define DESK_TYPE_KNOWN (desk_known_get_type ())

/* Properties: as the functions below. */
G_DECLARE_FINAL_TYPE (DeskKnown, desk_known, DESK, KNOWN, GObject)

const char    *desk_known_get_name       (DeskKnown *self);
DeskEntityKind desk_known_get_kind       (DeskKnown *self);
guint          desk_known_get_n_articles (DeskKnown *self);
/* By which other name it was found; NULL where its own name has the words. */
const char    *desk_known_get_other_name (DeskKnown *self);

G_END_DECLS
