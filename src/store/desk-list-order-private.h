/* The orders of the list as SQL: which index, which keys, which direction.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-record-private.h"
#include "desk-sql-private.h"

G_BEGIN_DECLS

/* Where a row stands in an order: no two articles have the same key. */
typedef struct
{
  GBytes *major; /* nullable, where the order has none */
  gint64 minor;
  gint64 id;
} DeskSortKey;

DeskSortKey desk_sort_key_of (DeskArticleRecord *record,
                              DeskSort sort);
DeskSortKey desk_sort_key_read (DeskSql *row); /* of the queries below */
DeskSortKey desk_sort_key_copy (const DeskSortKey *self);
void desk_sort_key_clear (DeskSortKey *self);
int desk_sort_key_compare (DeskSort sort,
                           const DeskSortKey *a,
                           const DeskSortKey *b);

/* Columns major, minor, id of the rows that pass a filter, from a key on, the row of that key included; from the
 * beginning where the key is NULL. */
DeskSql *desk_list_order_walk (DeskDatabase *database,
                               DeskSort sort,
                               DeskFilter filter,
                               const DeskSortKey *from,
                               gint64 max_rows,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The ids of all rows that pass a filter, sorted; only for few. */
DeskSql *desk_list_order_collect (DeskDatabase *database,
                                  DeskSort sort,
                                  DeskFilter filter,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_list_order_count (DeskDatabase *database,
                                DeskFilter filter,
                                guint *count,
                                GError **error);

/* A section of the list, in order. */
typedef struct
{
  char *label;
  guint n_rows;
} DeskListSection;

/* (nullable): more sections than headings help for. */
GArray *desk_list_order_load_sections (DeskDatabase *database,
                                       DeskSort sort,
                                       DeskFilter filter,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskSortKey, desk_sort_key_clear)

G_END_DECLS
