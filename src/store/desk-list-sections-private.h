/* The sections of a list as they stand beside its rows.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-list-order-private.h"

G_BEGIN_DECLS

/* All take and give arrays of DeskListSection. */

/* Sections that hold exactly so many rows; %NULL for others. */
GArray *desk_list_sections_check (GArray *sections,
                                  guint n_rows);
/* Those in between: the new sections of the first rows, the old ones of as many rows from the end. */
GArray *desk_list_sections_join (GArray *head,
                                 guint n_head,
                                 GArray *tail,
                                 guint n_tail) G_GNUC_WARN_UNUSED_RESULT;
/* The section that holds a row. */
gboolean desk_list_sections_find (GArray *sections,
                                  guint position,
                                  guint *start,
                                  guint *end,
                                  const char **label);

G_END_DECLS
