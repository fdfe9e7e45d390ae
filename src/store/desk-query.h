/* What the list shows and in which order.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_SORT_ADDED,     /* newest first */
  DESK_SORT_PUBLISHED, /* newest first, unknown last */
  DESK_SORT_HEADLINE,  /* as words sort in the user's language */
  DESK_SORT_SOURCE,    /* by source, then newest first */
} DeskSort;

typedef enum
{
  DESK_FILTER_ALL,
  DESK_FILTER_UNREAD,
  DESK_FILTER_STARRED,
  DESK_FILTER_MARKED,
} DeskFilter;

typedef struct
{
  DeskSort sort;
  DeskFilter filter;
  char *search; /* as typed; %NULL or empty for everything */
} DeskQuery;

DeskQuery *desk_query_new   (DeskSort         sort,
                             DeskFilter       filter,
                             const char      *search) G_GNUC_WARN_UNUSED_RESULT;
DeskQuery *desk_query_copy  (const DeskQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void       desk_query_free  (DeskQuery       *self);
gboolean   desk_query_equal (const DeskQuery *a,
                             const DeskQuery *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuery, desk_query_free)

G_END_DECLS
