/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-co-named.h"

G_BEGIN_DECLS

DeskCoNamed *desk_co_named_new (const DeskIdentity *identity,
                                guint n_articles) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_co_named_equal (DeskCoNamed *a,
                              DeskCoNamed *b);

G_END_DECLS
