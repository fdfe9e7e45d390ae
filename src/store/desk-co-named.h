/* An entity that stands in the same articles as another: immutable.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-identity.h"

G_BEGIN_DECLS

#define DESK_TYPE_CO_NAMED (desk_co_named_get_type ())

/* Properties: name, kind, n-articles. */
G_DECLARE_FINAL_TYPE (DeskCoNamed, desk_co_named, DESK, CO_NAMED, GObject)

const char    *desk_co_named_get_name       (DeskCoNamed *self);
DeskEntityKind desk_co_named_get_kind       (DeskCoNamed *self);
guint          desk_co_named_get_n_articles (DeskCoNamed *self);

G_END_DECLS
