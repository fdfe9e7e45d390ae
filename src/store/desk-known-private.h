/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-known.h"

G_BEGIN_DECLS

DeskKnown *desk_known_new (const DeskIdentity *identity,
                           guint n_articles,
                           const char *other_name) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_known_equal (DeskKnown *a,
                           DeskKnown *b);

G_END_DECLS
