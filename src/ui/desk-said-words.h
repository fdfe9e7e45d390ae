/* A quote of the library in words.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-naming.h"
#include "desk-said.h"

G_BEGIN_DECLS

/* Headline, source and day on one line. */
char *desk_said_dup_place         (DeskSaid *self) G_GNUC_WARN_UNUSED_RESULT;
/* “quote” — name, role, source, day, address: letter by letter as it stands there. */
char *desk_said_dup_attribution   (DeskSaid   *self,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *desk_naming_dup_subtitle    (DeskNaming *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
