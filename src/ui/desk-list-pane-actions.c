/* What can be done with the selected articles of the list.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-list-pane-private.h"

/* Long enough to pass over rows with the arrow keys, short enough not to be waited for. */
#define OPEN_DELAY_MS 220

static guint
get_only_position (DeskListPane *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->selection == NULL)
    return GTK_INVALID_LIST_POSITION;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) == 1)
    return gtk_bitset_get_minimum (selected);

  return GTK_INVALID_LIST_POSITION;
}

static void
open_id_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskListPane) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = desk_article_list_get_ids_finish (DESK_ARTICLE_LIST (object), result, &error);

  if (error != NULL)
    desk_list_pane_fail (self, error);
  else if (ids != NULL && ids[0] != NULL)
    g_signal_emit (self, desk_list_pane_signals[DESK_LIST_PANE_OPEN], 0, ids[0], FALSE);
}

/* A row is on screen before its page is there; its id is asked for then. */
void
desk_list_pane_open_position (DeskListPane *self,
                              guint position,
                              gboolean take_focus)
{
  g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (self->sections), position);
  g_autoptr (GArray) positions = NULL;

  g_clear_handle_id (&self->open_id, g_source_remove);

  if (row != NULL && desk_article_row_get_id (row) != NULL)
    {
      g_signal_emit (self, desk_list_pane_signals[DESK_LIST_PANE_OPEN], 0,
                     desk_article_row_get_id (row), take_focus);
    }
  else if (row != NULL)
    {
      positions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (positions, position);
      desk_article_list_get_ids_async (self->articles, positions, self->cancellable,
                                       open_id_cb, g_object_ref (self));
    }
}

static gboolean
open_selected_cb (gpointer data)
{
  DeskListPane *self = data;
  guint position = get_only_position (self);

  self->open_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    desk_list_pane_open_position (self, position, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
is_shown (DeskListPane *self,
          guint position)
{
  g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (self->sections), position);

  return row != NULL && self->shown_id != NULL &&
         g_strcmp0 (desk_article_row_get_id (row), self->shown_id) == 0;
}

gboolean
desk_list_pane_is_shown_selected (DeskListPane *self)
{
  guint position = get_only_position (self);

  return position != GTK_INVALID_LIST_POSITION && is_shown (self, position);
}

void
desk_list_pane_update_selection (DeskListPane *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autofree char *text = NULL;
  guint64 n_selected = 0;

  if (self->selection != NULL)
    {
      selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
      n_selected = gtk_bitset_get_size (selected);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.open", n_selected == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.open-in-new-window", n_selected == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.star", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.toggle-unread", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.delete", n_selected > 0);

  text = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), (guint) n_selected);
  gtk_label_set_label (self->selection_label, text);
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 1);

  g_clear_handle_id (&self->open_id, g_source_remove);
  if (n_selected == 1 && !self->selecting && !self->compact &&
      !is_shown (self, gtk_bitset_get_minimum (selected)))
    self->open_id = g_timeout_add (OPEN_DELAY_MS, open_selected_cb, self);
}

static void
activate_cb (DeskListPane *self,
             guint position)
{
  desk_list_pane_open_position (self, position, TRUE);
}

static void
open_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskListPane *self = DESK_LIST_PANE (widget);
  guint position = get_only_position (self);

  if (position != GTK_INVALID_LIST_POSITION)
    desk_list_pane_open_position (self, position, TRUE);
}

static void
open_in_new_window_action (GtkWidget *widget,
                           const char *name,
                           GVariant *parameter)
{
  DeskListPane *self = DESK_LIST_PANE (widget);
  guint position = get_only_position (self);
  g_autoptr (DeskArticleRow) row = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  row = g_list_model_get_item (G_LIST_MODEL (self->sections), position);
  if (desk_article_row_get_id (row) != NULL)
    g_signal_emit (self, desk_list_pane_signals[DESK_LIST_PANE_OPEN_IN_NEW_WINDOW], 0,
                   desk_article_row_get_id (row));
}

GArray *
desk_list_pane_dup_selected (DeskListPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), gtk_bitset_get_size (selected));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (positions, position);

  return positions;
}

static void
delete_ids_cb (GObject *object,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (DeskListPane) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = desk_article_list_get_ids_finish (DESK_ARTICLE_LIST (object), result, &error);

  if (error != NULL)
    desk_list_pane_fail (self, error);
  else if (ids != NULL && ids[0] != NULL)
    g_signal_emit (self, desk_list_pane_signals[DESK_LIST_PANE_DELETE], 0, ids);
}

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  DeskListPane *self = DESK_LIST_PANE (widget);
  g_autoptr (GArray) positions = desk_list_pane_dup_selected (self);

  desk_article_list_get_ids_async (self->articles, positions, self->cancellable,
                                   delete_ids_cb, g_object_ref (self));
}

/* The menu says what will happen to the row that it belongs to. */
static GMenuModel *
create_row_menu (DeskListPane *self,
                 DeskArticleRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) flags = g_menu_new ();
  g_autoptr (GMenu) delete = g_menu_new ();

  g_menu_append (open, _ ("Open"), "list.open");
  g_menu_append (open, _ ("Open in a New Window"), "list.open-in-new-window");
  g_menu_append (flags, desk_article_row_get_starred (row) ? _ ("Remove Star") : _ ("Star"), "list.star");
  g_menu_append (flags, desk_article_row_get_unread (row) ? _ ("Mark as Read") : _ ("Mark as Unread"),
                 "list.toggle-unread");
  g_menu_append (delete, _ ("Delete"), "list.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (flags));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (delete));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
desk_list_pane_popup_row_menu (DeskListPane *self,
                               guint position,
                               double x,
                               double y)
{
  g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (self->sections), position);
  g_autoptr (GMenuModel) menu = NULL;
  graphene_point_t place;

  if (row == NULL || !desk_article_row_get_loaded (row) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x, y), &place))
    return;

  menu = create_row_menu (self, row);

  if (self->row_menu == NULL)
    {
      self->row_menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
      /* Not of the list view, which lays out no popovers. */
      gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
    }
  else
    {
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->row_menu), menu);
    }

  gtk_widget_set_halign (self->row_menu,
                         gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? GTK_ALIGN_END
                                                                                          : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

void
desk_list_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "list.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "list.open-in-new-window", NULL, open_in_new_window_action);
  gtk_widget_class_install_action (widget_class, "list.delete", NULL, delete_action);
}
