/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-order-private.h"

#include <string.h>

#define MAX_SECTIONS 5000

typedef struct
{
  const char *name; /* in section_count */
  const char *index;
  const char *keys; /* major, minor, id */
  const char *from; /* the condition; parameters 1 to 3 are the key */
  const char *order;
  gboolean descending;
  gboolean text; /* major is text and not bytes */
} Order;

/* By adding the id is the key, and each filter has a narrow index of its own; see filter_indices. */
static const Order orders[] = {
  [DESK_SORT_ADDED] = { "added", NULL, "NULL, 0, id", "id <= ?3", "id DESC", TRUE, FALSE },
  [DESK_SORT_PUBLISHED] = { "published", "article_by_published", "published_day, published_time, id",
                            "(published_day, published_time, ordinal) <= (?1, ?2, ?3)",
                            "published_day DESC, published_time DESC, ordinal DESC", TRUE, TRUE },
  [DESK_SORT_HEADLINE] = { "headline", "article_by_headline", "headline_key, 0, id",
                           "(headline_key, ordinal) >= (?1, ?3)", "headline_key, ordinal", FALSE, FALSE },
  [DESK_SORT_SOURCE] = { "source", "article_by_source", "source_key, backward, id",
                         "(source_key, backward) >= (?1, ?2)", "source_key, backward", FALSE, FALSE },
};

static const char *const filter_conditions[] = {
  [DESK_FILTER_ALL] = "deleted = 0",
  [DESK_FILTER_UNREAD] = "deleted = 0 AND unread = 1",
  [DESK_FILTER_STARRED] = "deleted = 0 AND starred = 1",
  [DESK_FILTER_MARKED] = "deleted = 0 AND marked = 1",
};

static const char *const filter_indices[] = {
  [DESK_FILTER_ALL] = "article_live",
  [DESK_FILTER_UNREAD] = "article_unread",
  [DESK_FILTER_STARRED] = "article_starred",
  [DESK_FILTER_MARKED] = "article_marked",
};

static const char *const filter_counts[] = {
  [DESK_FILTER_ALL] = "n_all",
  [DESK_FILTER_UNREAD] = "n_unread",
  [DESK_FILTER_STARRED] = "n_starred",
  [DESK_FILTER_MARKED] = "n_marked",
};

static GBytes *
bytes_of_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

DeskSortKey
desk_sort_key_of (DeskArticleRecord *record,
                  DeskSort sort)
{
  switch (sort)
    {
    case DESK_SORT_ADDED:
      return (DeskSortKey) { NULL, 0, record->id };
    case DESK_SORT_PUBLISHED:
      return (DeskSortKey) { bytes_of_text (record->published_day), record->published_time, record->id };
    case DESK_SORT_HEADLINE:
      return (DeskSortKey) { g_bytes_ref (record->headline_key), 0, record->id };
    case DESK_SORT_SOURCE:
      return (DeskSortKey) { g_bytes_ref (record->source_key), -record->id, record->id };
    }

  g_return_val_if_reached (((DeskSortKey) { NULL, 0, 0 }));
}

DeskSortKey
desk_sort_key_read (DeskSql *row)
{
  return (DeskSortKey) { desk_sql_dup_bytes (row, 0), desk_sql_get_int (row, 1), desk_sql_get_int (row, 2) };
}

DeskSortKey
desk_sort_key_copy (const DeskSortKey *self)
{
  return (DeskSortKey) { self->major != NULL ? g_bytes_ref (self->major) : NULL, self->minor, self->id };
}

void
desk_sort_key_clear (DeskSortKey *self)
{
  g_clear_pointer (&self->major, g_bytes_unref);
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* As the index compares. Below zero: @a stands before @b in the list. */
int
desk_sort_key_compare (DeskSort sort,
                       const DeskSortKey *a,
                       const DeskSortKey *b)
{
  int order = a->major != NULL && b->major != NULL ? g_bytes_compare (a->major, b->major) : 0;

  if (order == 0)
    order = compare_numbers (a->minor, b->minor);
  if (order == 0)
    order = compare_numbers (a->id, b->id);

  return orders[sort].descending ? -order : order;
}

/* Beyond the first row of the order. */
static void
bind_beginning (DeskSql *walk,
                const Order *order)
{
  /* Days begin with a digit, or are empty; keys of bytes are compared from nothing on. */
  if (order->text)
    desk_sql_bind_text (walk, 0, "~");
  else
    desk_sql_bind_text (walk, 0, "");
  desk_sql_bind_int (walk, 1, order->descending ? G_MAXINT64 : G_MININT64);
  desk_sql_bind_int (walk, 2, order->descending ? G_MAXINT64 : G_MININT64);
}

static void
bind_key (DeskSql *walk,
          const Order *order,
          const DeskSortKey *key)
{
  gsize size = 0;
  const char *data = key->major != NULL ? g_bytes_get_data (key->major, &size) : NULL;

  /* A copy: while it walks, the caller notes how far it came where this key stood. */
  desk_sql_bind_copy (walk, 0, data != NULL ? data : "", size, order->text);
  desk_sql_bind_int (walk, 1, key->minor);
  desk_sql_bind_int (walk, 2, key->id);
}

DeskSql *
desk_list_order_walk (DeskDatabase *database,
                      DeskSort sort,
                      DeskFilter filter,
                      const DeskSortKey *from,
                      gint64 max_rows,
                      GError **error)
{
  const Order *order = &orders[sort];
  g_autofree char *sql = NULL;
  g_autoptr (DeskSql) walk = NULL;

  sql = g_strdup_printf ("SELECT %s FROM article INDEXED BY %s WHERE %s AND %s AND ?1 IS ?1 AND ?2 IS ?2 AND ?3 IS ?3 ORDER BY %s LIMIT ?4",
                         order->keys,
                         order->index != NULL ? order->index : filter_indices[filter],
                         filter_conditions[filter],
                         order->from,
                         order->order);
  walk = desk_sql_get (database, sql, error);
  if (walk == NULL)
    return NULL;

  if (from != NULL)
    bind_key (walk, order, from);
  else
    bind_beginning (walk, order);
  desk_sql_bind_int (walk, 3, max_rows);

  return g_steal_pointer (&walk);
}

DeskSql *
desk_list_order_collect (DeskDatabase *database,
                         DeskSort sort,
                         DeskFilter filter,
                         GError **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT id FROM article INDEXED BY %s WHERE %s ORDER BY %s",
                         filter_indices[filter], filter_conditions[filter], orders[sort].order);

  return desk_sql_get (database, sql, error);
}

gboolean
desk_list_order_count (DeskDatabase *database,
                       DeskFilter filter,
                       guint *count,
                       GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM section_count WHERE sort = 'total'", filter_counts[filter]);
  g_autoptr (DeskSql) total = desk_sql_get (database, sql, error);

  if (total == NULL || !desk_sql_find (total, "", error))
    return FALSE;

  *count = (guint) CLAMP (desk_sql_get_int (total, 0), 0, G_MAXINT32);

  return TRUE;
}

static void
clear_section (gpointer data)
{
  g_free (((DeskListSection *) data)->label);
}

GArray *
desk_list_order_load_sections (DeskDatabase *database,
                               DeskSort sort,
                               DeskFilter filter,
                               GError **error)
{
  const Order *order = &orders[sort];
  const char *count = filter_counts[filter];
  g_autofree char *sql = NULL;
  g_autoptr (DeskSql) rows = NULL;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (DeskListSection));
  DeskSqlState state;

  g_array_set_clear_func (sections, clear_section);

  sql = g_strdup_printf ("SELECT label, %s FROM section_count WHERE sort = '%s' AND %s > 0 ORDER BY rank %s LIMIT %d",
                         count, order->name, count, order->descending ? "DESC" : "ASC", MAX_SECTIONS + 1);
  rows = desk_sql_get (database, sql, error);
  if (rows == NULL)
    return NULL;

  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      DeskListSection section = { desk_sql_dup_text (rows, 0), desk_sql_get_uint (rows, 1) };

      g_array_append_val (sections, section);
    }

  if (state != DESK_SQL_DONE || sections->len > MAX_SECTIONS)
    return NULL;

  return g_steal_pointer (&sections);
}
