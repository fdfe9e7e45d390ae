/* How the list pane makes its rows and headings, and how they follow the day.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-day.h"
#include "desk-list-pane-private.h"
#include "desk-list-row.h"

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item,
              DeskListPane *self)
{
  GtkWidget *row = desk_list_row_new (item);

  gtk_list_item_set_child (item, row);
  g_object_bind_property (row, "label", item, "accessible-label", G_BINDING_SYNC_CREATE);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem *item,
             DeskListPane *self)
{
  desk_list_row_set_row (DESK_LIST_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item),
                         desk_section_list_get_today (self->sections));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item,
               DeskListPane *self)
{
  GDate today;

  desk_day_today (&today);
  desk_list_row_set_row (DESK_LIST_ROW (gtk_list_item_get_child (item)), NULL, &today);
}

static void
update_header (GtkListHeader *header,
               GParamSpec *pspec,
               DeskListPane *self)
{
  GtkWidget *label = gtk_list_header_get_child (header);
  guint start = gtk_list_header_get_start (header);
  g_autofree char *title = NULL;

  if (self->sections != NULL && start != GTK_INVALID_LIST_POSITION)
    title = desk_section_list_dup_title (self->sections, start);

  gtk_label_set_label (GTK_LABEL (label), title != NULL ? title : "");
  /* The hits of a search are one section without a name. */
  gtk_widget_set_visible (label, title != NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader *header,
                 DeskListPane *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, "section-title");
  gtk_list_header_set_child (header, label);
  g_signal_connect_object (header, "notify::start", G_CALLBACK (update_header), self, 0);
  g_signal_connect_object (header, "notify::end", G_CALLBACK (update_header), self, 0);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader *header,
                DeskListPane *self)
{
  update_header (header, NULL, self);
}

void
desk_list_pane_bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static gboolean
day_changed_cb (gpointer data)
{
  DeskListPane *self = data;

  self->day_id = 0;
  desk_list_pane_follow_day (self);

  return G_SOURCE_REMOVE;
}

/* "Today" is over at midnight. A timeout sleeps through a suspended night, so the window calls this when it
 * becomes active, too. */
void
desk_list_pane_follow_day (DeskListPane *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (tomorrow),
                                                          g_date_time_get_month (tomorrow),
                                                          g_date_time_get_day_of_month (tomorrow), 0, 0, 0);
  GDate today;

  g_clear_handle_id (&self->day_id, g_source_remove);
  self->day_id = g_timeout_add_seconds (1 + MAX (0, g_date_time_difference (midnight, now) / G_TIME_SPAN_SECOND),
                                        day_changed_cb, self);

  desk_day_today (&today);
  if (self->sections == NULL || g_date_compare (desk_section_list_get_today (self->sections), &today) == 0)
    return;

  desk_section_list_set_today (self->sections, &today);
  /* Rows name their day, too: the same model again binds them anew. */
  g_object_ref (self->selection);
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}
