/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-day.h"
#include "desk-section-list.h"

struct _DeskSectionList
{
  GObject parent_instance;

  DeskArticleList *model;
  GDate today;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskSectionList, desk_section_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
get_item_type (GListModel *model)
{
  return DESK_TYPE_ARTICLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DESK_SECTION_LIST (model)->model));
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (DESK_SECTION_LIST (model)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_sorted_by_day (DeskSectionList *self)
{
  const DeskQuery *query = desk_article_list_get_query (self->model);

  switch (query->sort)
    {
    case DESK_SORT_ADDED:
    case DESK_SORT_PUBLISHED:
      return TRUE;
    case DESK_SORT_HEADLINE:
    case DESK_SORT_SOURCE:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static guint
get_group (DeskSectionList *self,
           guint position)
{
  g_autofree char *key = desk_article_list_dup_section_key (self->model, position);
  GDate day;

  desk_day_parse (key, &day);
  return desk_day_get_group (&day, &self->today);
}

/* The model knows single days; neighbours of one week or month are joined here. */
static void
get_section (GtkSectionModel *model,
             guint position,
             guint *out_start,
             guint *out_end)
{
  DeskSectionList *self = DESK_SECTION_LIST (model);
  guint n_items = get_n_items (G_LIST_MODEL (self));
  guint start, end, next, group;

  if (position >= n_items)
    {
      *out_start = n_items;
      *out_end = G_MAXUINT;
      return;
    }

  if (!desk_article_list_get_section (self->model, position, out_start, out_end))
    {
      *out_start = 0;
      *out_end = n_items;
      return;
    }

  if (!is_sorted_by_day (self))
    return;

  group = get_group (self, position);

  while (*out_start > 0 && get_group (self, *out_start - 1) == group &&
         desk_article_list_get_section (self->model, *out_start - 1, &start, &next) &&
         start < *out_start)
    *out_start = start;

  while (*out_end < n_items && get_group (self, *out_end) == group &&
         desk_article_list_get_section (self->model, *out_end, &next, &end) &&
         end > *out_end)
    *out_end = end;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
items_changed_cb (DeskSectionList *self,
                  guint position,
                  guint removed,
                  guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
sections_changed_cb (DeskSectionList *self,
                     guint position,
                     guint n_items)
{
  if (n_items > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, n_items);
}

static void
desk_section_list_finalize (GObject *object)
{
  DeskSectionList *self = DESK_SECTION_LIST (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (desk_section_list_parent_class)->finalize (object);
}

static void
desk_section_list_class_init (DeskSectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_section_list_finalize;
}

static void
desk_section_list_init (DeskSectionList *self)
{
  desk_day_today (&self->today);
}

DeskSectionList *
desk_section_list_new (DeskArticleList *model)
{
  DeskSectionList *self;

  g_return_val_if_fail (DESK_IS_ARTICLE_LIST (model), NULL);

  self = g_object_new (DESK_TYPE_SECTION_LIST, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "sections-changed",
                           G_CALLBACK (sections_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

DeskArticleList *
desk_section_list_get_model (DeskSectionList *self)
{
  g_return_val_if_fail (DESK_IS_SECTION_LIST (self), NULL);

  return self->model;
}

void
desk_section_list_set_today (DeskSectionList *self,
                             const GDate *today)
{
  guint n_items;

  g_return_if_fail (DESK_IS_SECTION_LIST (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  if (g_date_compare (&self->today, today) == 0)
    return;

  self->today = *today;

  n_items = get_n_items (G_LIST_MODEL (self));
  if (n_items > 0 && is_sorted_by_day (self))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n_items);
}

const GDate *
desk_section_list_get_today (DeskSectionList *self)
{
  g_return_val_if_fail (DESK_IS_SECTION_LIST (self), NULL);

  return &self->today;
}

gboolean
desk_section_list_has_sections (DeskSectionList *self)
{
  guint start, end;

  g_return_val_if_fail (DESK_IS_SECTION_LIST (self), FALSE);

  return desk_article_list_get_section (self->model, 0, &start, &end);
}

char *
desk_section_list_dup_title (DeskSectionList *self,
                             guint position)
{
  g_autofree char *key = NULL;
  GDate day;

  g_return_val_if_fail (DESK_IS_SECTION_LIST (self), NULL);

  if (!desk_section_list_has_sections (self))
    return NULL;

  key = desk_article_list_dup_section_key (self->model, position);

  if (key == NULL)
    return NULL;

  if (is_sorted_by_day (self))
    {
      desk_day_parse (key, &day);
      return desk_day_dup_group_title (&day, &self->today);
    }

  if (*key == '\0')
    /* Translators: heading over articles whose source is not known. */
    return g_strdup (_ ("Unknown Source"));

  return g_steal_pointer (&key);
}
