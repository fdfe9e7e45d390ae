/* What organisations are called.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

/* Whether a name can be called by its first @length words: "Acme" for "Acme Holdings". */
gboolean desk_organisation_may_shorten (const DeskProse *prose,
                                        const DeskName *name,
                                        guint length);

/* "the United States", "the Philippines" */
gboolean desk_organisation_takes_article (const char *country);

G_END_DECLS
