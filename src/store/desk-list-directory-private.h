/* Where in an order every hundredth row or so stands: the way from a position to a key and back without counting
 * through the library. Built bit by bit, kept in step with each change.
 *
 *   chunks:  │ key 0, 128 rows │ key 128, 128 rows │ key 256, 127 rows │ …   → frontier (not looked at yet)
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-list-order-private.h"

G_BEGIN_DECLS

/* A change of the list, in the order in which it is to be followed. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} DeskListDelta;

typedef struct _DeskListDirectory DeskListDirectory;

DeskListDirectory *desk_list_directory_new (DeskSort sort,
                                            DeskFilter filter) G_GNUC_WARN_UNUSED_RESULT;
void desk_list_directory_free (DeskListDirectory *self);

/* Looks at some more rows. */
gboolean desk_list_directory_extend (DeskListDirectory *self,
                                     DeskDatabase *database,
                                     guint n_rows,
                                     GError **error);
gboolean desk_list_directory_is_complete (DeskListDirectory *self);
/* Rows looked at so far. */
guint desk_list_directory_count (DeskListDirectory *self);

gboolean desk_list_directory_read_ids (DeskListDirectory *self,
                                       DeskDatabase *database,
                                       guint position,
                                       guint n_rows,
                                       GArray *ids, /* of gint64 */
                                       GError **error);
/* How many rows stand before a key, which need not be there. */
gboolean desk_list_directory_rank (DeskListDirectory *self,
                                   DeskDatabase *database,
                                   const DeskSortKey *key,
                                   guint *position,
                                   GError **error);
/* A row came (1) or went (-1). */
gboolean desk_list_directory_note (DeskListDirectory *self,
                                   DeskDatabase *database,
                                   const DeskSortKey *key,
                                   int change,
                                   GError **error);
/* Somebody else changed the library: counts again and says where the numbers differ. */
gboolean desk_list_directory_recount (DeskListDirectory *self,
                                      DeskDatabase *database,
                                      GArray *deltas, /* of DeskListDelta */
                                      GError **error);

G_END_DECLS
