/* Dates of languages that have no model: days and months by name.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-parser.h"

G_BEGIN_DECLS

DeskDateWord desk_date_foreign_find (const char *folded,
                                     const char *language);
guint desk_date_parse_foreign (const DeskDateParser *self,
                               guint token,
                               DeskWhen *when);

G_END_DECLS
