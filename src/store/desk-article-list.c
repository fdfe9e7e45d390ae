/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-list-private.h"

#include "desk-list-sections-private.h"
#include "desk-row-table-private.h"

/* Pages that are asked for at the same time: enough for a view that lies across two. */
#define MAX_REQUESTS 2

struct _DeskArticleList
{
  GObject parent_instance;

  DeskDatabase *database;
  DeskListIndex *index;
  DeskQuery *query;
  guint generation;
  GCancellable *cancellable; /* of the query */
  gboolean loading;

  guint n_items;
  DeskRowTable *rows;
  GArray *sections;     /* of DeskListSection; nullable */
  GHashTable *requests; /* pages that are asked for */
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_GENERATION,
} DeskArticleListProps;

static GParamSpec *props[PROP_GENERATION + 1];

enum
{
  SECTIONS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskArticleList, desk_article_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
get_page_rows (DeskArticleList *self)
{
  return self->query->search != NULL ? DESK_LIST_SEARCH_PAGE_ROWS : DESK_LIST_PAGE_ROWS;
}

static void
request_rows (DeskArticleList *self)
{
  while (g_hash_table_size (self->requests) < MAX_REQUESTS)
    {
      const guint page_rows = get_page_rows (self);
      guint position = desk_row_table_find_stale (self->rows, page_rows, self->requests);

      if (position == G_MAXUINT)
        return;

      g_hash_table_add (self->requests, GUINT_TO_POINTER (position / page_rows));
      desk_list_index_push_page (self->index, self->database, self->generation, position / page_rows * page_rows);
    }
}

static GType
get_item_type (GListModel *model)
{
  return DESK_TYPE_ARTICLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return DESK_ARTICLE_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  DeskArticleList *self = DESK_ARTICLE_LIST (model);
  g_autoptr (DeskArticleRow) row = NULL;

  if (position >= self->n_items)
    return NULL;

  row = g_object_ref (desk_row_table_get (self->rows, position));
  if (desk_article_row_get_stale (row))
    request_rows (self);

  return g_steal_pointer (&row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
desk_article_list_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  DeskArticleList *self = DESK_ARTICLE_LIST (object);

  switch ((DeskArticleListProps) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_GENERATION:
      g_value_set_uint (value, self->generation);
      break;
    }
}

static void
desk_article_list_dispose (GObject *object)
{
  DeskArticleList *self = DESK_ARTICLE_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->index != NULL)
    desk_list_index_push_close (self->index, self->database);
  g_clear_pointer (&self->index, desk_list_index_unref);
  g_clear_object (&self->database);

  G_OBJECT_CLASS (desk_article_list_parent_class)->dispose (object);
}

static void
desk_article_list_finalize (GObject *object)
{
  DeskArticleList *self = DESK_ARTICLE_LIST (object);

  g_clear_pointer (&self->rows, desk_row_table_free);
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_clear_pointer (&self->query, desk_query_free);

  G_OBJECT_CLASS (desk_article_list_parent_class)->finalize (object);
}

static void
desk_article_list_class_init (DeskArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_article_list_get_property;
  object_class->dispose = desk_article_list_dispose;
  object_class->finalize = desk_article_list_finalize;

  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[PROP_GENERATION] = g_param_spec_uint ("generation", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SECTIONS_CHANGED] =
    g_signal_new ("sections-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
desk_article_list_init (DeskArticleList *self)
{
  self->rows = desk_row_table_new ();
  self->requests = g_hash_table_new (NULL, NULL);
}

static void
set_loading (DeskArticleList *self,
             gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
take_sections (DeskArticleList *self,
               GArray *sections)
{
  g_clear_pointer (&self->sections, g_array_unref);
  self->sections = sections;
}

static void
fill_rows (DeskArticleList *self,
           guint position,
           GPtrArray *rows)
{
  for (guint i = 0; i < rows->len && position + i < self->n_items; i++)
    desk_row_table_fill (self->rows, position + i, g_ptr_array_index (rows, i));
}

static void
start (DeskArticleList *self,
       DeskListMessage *message)
{
  const guint n_old = self->n_items;

  desk_row_table_clear (self->rows);
  g_hash_table_remove_all (self->requests);
  self->n_items = message->count;
  take_sections (self, desk_list_sections_check (message->sections, message->count));
  if (message->rows != NULL)
    fill_rows (self, 0, message->rows);

  if (n_old > 0 || self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->n_items);
}

static gboolean
begins_section (DeskArticleList *self,
                guint position)
{
  guint section_start;
  guint section_end;
  const char *label;

  return (desk_list_sections_find (self->sections, position, &section_start, &section_end, &label) &&
          section_start == position);
}

/* Whoever asks while one delta of several is told must see sections that fit the rows of that moment: new ones before
 * it, old ones behind. */
static void
apply_delta (DeskArticleList *self,
             const DeskListDelta *delta,
             GArray *new_sections)
{
  const guint next = delta->position + delta->n_added;
  const gboolean began = begins_section (self, delta->position + delta->n_removed);

  desk_row_table_shift (self->rows, delta->position, delta->n_removed, delta->n_added);
  self->n_items = self->n_items - delta->n_removed + delta->n_added;
  if (self->sections != NULL && new_sections != NULL)
    take_sections (self, desk_list_sections_join (new_sections, next, self->sections, self->n_items - next));
  else
    take_sections (self, NULL);

  g_list_model_items_changed (G_LIST_MODEL (self), delta->position, delta->n_removed, delta->n_added);
  if (next < self->n_items && begins_section (self, next) != began)
    g_signal_emit (self, signals[SECTIONS_CHANGED], 0, next, 1);
}

static guint
count_after (DeskArticleList *self,
             GArray *deltas)
{
  guint n_items = self->n_items;

  for (guint i = 0; i < deltas->len; i++)
    {
      const DeskListDelta *delta = &g_array_index (deltas, DeskListDelta, i);

      n_items = n_items - delta->n_removed + delta->n_added;
    }

  return n_items;
}

static void
change (DeskArticleList *self,
        DeskListMessage *message)
{
  const gboolean had_sections = self->sections != NULL;
  g_autoptr (GArray) sections = NULL;

  if (message->deltas != NULL)
    {
      sections = desk_list_sections_check (message->sections, count_after (self, message->deltas));
      /* Pages on the way are numbered as before; what they leave out is asked for again. */
      if (message->deltas->len > 0)
        g_hash_table_remove_all (self->requests);
      for (guint i = 0; i < message->deltas->len; i++)
        apply_delta (self, &g_array_index (message->deltas, DeskListDelta, i), sections);

      /* Rows may have gone from one section to the next without moving. */
      take_sections (self, g_steal_pointer (&sections));
      if (had_sections != (self->sections != NULL) && self->n_items > 0)
        g_signal_emit (self, signals[SECTIONS_CHANGED], 0, 0, self->n_items);
    }

  if (message->kind == DESK_LIST_MESSAGE_REFRESH)
    desk_row_table_set_stale (self->rows);
  for (guint i = 0; message->rows != NULL && i < message->rows->len; i++)
    desk_row_table_update (self->rows, g_ptr_array_index (message->rows, i));
}

static void
message_cb (GObject *object,
            DeskListMessage *data)
{
  DeskArticleList *self = DESK_ARTICLE_LIST (object);
  g_autoptr (DeskListMessage) message = data;

  if (self->index == NULL || message->generation != self->generation)
    return;

  if (message->error != NULL)
    g_message ("The list could not be read: %s", message->error->message);

  switch (message->kind)
    {
    case DESK_LIST_MESSAGE_START:
      start (self, message);
      break;
    case DESK_LIST_MESSAGE_CHANGE:
    case DESK_LIST_MESSAGE_REFRESH:
      change (self, message);
      break;
    case DESK_LIST_MESSAGE_PAGE:
      g_hash_table_remove (self->requests, GUINT_TO_POINTER (message->position / get_page_rows (self)));
      if (message->rows != NULL)
        fill_rows (self, message->position, message->rows);
      break;
    }

  if (message->complete)
    set_loading (self, FALSE);
  /* After a failure not at once again, and again, and again. */
  if (message->error == NULL)
    request_rows (self);
}

DeskArticleList *
desk_article_list_new (DeskDatabase *database,
                       const DeskQuery *query)
{
  DeskArticleList *self = g_object_new (DESK_TYPE_ARTICLE_LIST, NULL);

  self->database = g_object_ref (database);
  self->index = desk_list_index_new (G_OBJECT (self), message_cb);
  desk_article_list_set_query (self, query);

  return self;
}

DeskDatabase *
desk_article_list_get_database (DeskArticleList *self)
{
  return self->database;
}

DeskListIndex *
desk_article_list_get_index (DeskArticleList *self)
{
  return self->index;
}

guint
desk_article_list_get_generation (DeskArticleList *self)
{
  return self->generation;
}

/**
 * desk_article_list_set_query:
 * @self: a list
 * @query: what it is to show
 *
 * Asks for other rows, or for another order. The old rows stay until the first new ones come, with one
 * `items-changed`; a search that is still running is given up.
 */
void
desk_article_list_set_query (DeskArticleList *self,
                             const DeskQuery *query)
{
  g_return_if_fail (DESK_IS_ARTICLE_LIST (self));
  g_return_if_fail (query != NULL);

  if (desk_query_equal (self->query, query) || self->index == NULL)
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_clear_pointer (&self->query, desk_query_free);
  self->query = desk_query_copy (query);
  g_hash_table_remove_all (self->requests);
  self->generation++;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GENERATION]);
  set_loading (self, TRUE);

  desk_list_index_push_query (self->index, self->database, self->query, self->generation, self->cancellable);
}

/**
 * desk_article_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what it shows
 */
const DeskQuery *
desk_article_list_get_query (DeskArticleList *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_LIST (self), NULL);

  return self->query;
}

/**
 * desk_article_list_get_loading:
 * @self: a list
 *
 * Returns: %TRUE until the first rows came and, of a search, the last ones were found
 */
gboolean
desk_article_list_get_loading (DeskArticleList *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_LIST (self), FALSE);

  return self->loading;
}

/**
 * desk_article_list_get_section:
 * @self: a list
 * @position: position of a row
 * @start: (out): position of the first row of its section
 * @end: (out): position after the last row of it
 *
 * Returns: %FALSE where the query has no sections, or there is no such row
 */
gboolean
desk_article_list_get_section (DeskArticleList *self,
                               guint position,
                               guint *start_position,
                               guint *end_position)
{
  const char *label;

  g_return_val_if_fail (DESK_IS_ARTICLE_LIST (self), FALSE);

  return desk_list_sections_find (self->sections, position, start_position, end_position, &label);
}

/**
 * desk_article_list_dup_section_key:
 * @self: a list
 * @position: position of a row
 *
 * Returns: (transfer full) (nullable): the day (“2026-11-23”, empty if unknown), the letter or the source that the section
 *   of the row stands for; %NULL where there is no section
 */
char *
desk_article_list_dup_section_key (DeskArticleList *self,
                                   guint position)
{
  guint section_start;
  guint section_end;
  const char *label;

  g_return_val_if_fail (DESK_IS_ARTICLE_LIST (self), NULL);

  if (!desk_list_sections_find (self->sections, position, &section_start, &section_end, &label))
    return NULL;

  return g_strdup (label);
}
