/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-query.h"

/**
 * desk_query_new:
 * @sort: the order of the rows
 * @filter: which articles count
 * @search: (nullable): what the reader typed; %NULL or blank for everything
 *
 * Returns: (transfer full): a query
 */
DeskQuery *
desk_query_new (DeskSort sort,
                DeskFilter filter,
                const char *search)
{
  DeskQuery *self = g_new0 (DeskQuery, 1);

  self->sort = sort;
  self->filter = filter;
  if (search != NULL)
    {
      /* A space at the end says that the last word is whole. */
      self->search = g_strchug (g_utf8_make_valid (search, -1));
      if (*self->search == '\0')
        g_clear_pointer (&self->search, g_free);
    }

  return self;
}

/**
 * desk_query_copy:
 *
 * Returns: (transfer full): an equal query
 */
DeskQuery *
desk_query_copy (const DeskQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return desk_query_new (self->sort, self->filter, self->search);
}

void
desk_query_free (DeskQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->search);
  g_free (self);
}

/**
 * desk_query_equal:
 * @a: (nullable): a query
 * @b: (nullable): another one
 *
 * Returns: whether both ask for the same rows in the same order
 */
gboolean
desk_query_equal (const DeskQuery *a,
                  const DeskQuery *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->sort == b->sort && a->filter == b->filter && g_strcmp0 (a->search, b->search) == 0;
}
