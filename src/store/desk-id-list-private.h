/* The ids of a search's results, or of a small selection, in order: found bit by bit, kept in step with each change.
 *
 * By adding, results come straight from the index of the search, newest first, and can be shown at once. In another
 * order all matches have to be known first.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-changes-private.h"
#include "desk-list-directory-private.h"
#include "desk-search-query-private.h"

G_BEGIN_DECLS

/* Where one way of doing things gives place to another; tests come there with fewer rows. */
typedef struct
{
  guint slice_rows; /* what is looked for in one job; others come in between */
  guint max_sorted; /* fewer matches are sorted by their keys; for more it is cheaper to walk the order and pick */
  guint max_held;   /* up to so many rows a filtered list is held in order; else the order is walked, the rest passed over */
} DeskListLimits;

extern DeskListLimits desk_list_limits;

typedef struct _DeskIdList DeskIdList;

struct _DeskIdList
{
  DeskSort sort;
  DeskFilter filter;
  DeskSearchQuery *search; /* nullable, not owned */

  GArray *ids;
  gboolean complete;

  /* While it is looked for. */
  gint64 below;    /* matches with smaller ids are to come */
  GArray *passing; /* nullable: ids that pass the filter, newest first */
  guint next_passing;
  GByteArray *matches; /* one bit for each id, where matches are collected first */
  guint n_matches;
  gboolean collected;
  DeskSortKey walked; /* the last row of the order that was looked at */
  gboolean walking;
};

/* @search: (nullable): must outlive the list. */
DeskIdList *desk_id_list_new (DeskSort sort,
                              DeskFilter filter,
                              DeskSearchQuery *search) G_GNUC_WARN_UNUSED_RESULT;
void desk_id_list_free (DeskIdList *self);
/* Looks for about so many more; some at least when they are there to show. */
gboolean desk_id_list_extend (DeskIdList *self,
                              DeskDatabase *database,
                              guint n_rows,
                              GError **error);
gboolean desk_id_list_is_complete (DeskIdList *self);
GArray *desk_id_list_get_ids (DeskIdList *self); /* of gint64 */
/* Follows the changes of one transaction. */
gboolean desk_id_list_update (DeskIdList *self,
                              DeskDatabase *database,
                              DeskChanges *changes,
                              GArray *deltas,
                              GError **error);
/* Somebody else changed the library: looks again. */
gboolean desk_id_list_recount (DeskIdList *self,
                               DeskDatabase *database,
                               GArray *deltas,
                               GError **error);
/* Gives up what is not needed once everything is found. */
void desk_id_list_forget_search (DeskIdList *self);

G_END_DECLS
