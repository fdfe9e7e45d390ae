/* Where the list stands: at its top, or at the row of the article that is open.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-pane-private.h"

static GtkAdjustment *
get_adjustment (DeskListPane *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
}

static gboolean
scroll_to_top_cb (GtkWidget *widget,
                  GdkFrameClock *clock,
                  gpointer data)
{
  DeskListPane *self = data;

  gtk_adjustment_set_value (get_adjustment (self), 0);
  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  self->top_id = 0;
  return G_SOURCE_REMOVE;
}

void
desk_list_pane_stop_scrolling (DeskListPane *self)
{
  if (self->top_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->top_id);
  self->top_id = 0;
}

void
desk_list_pane_scroll_to_top (DeskListPane *self)
{
  desk_list_pane_stop_scrolling (self);
  self->n_frames = 0;
  self->at_top = TRUE;
  self->top_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_to_top_cb, self, NULL);
}

static int
get_heading_height (DeskListPane *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "header"))
      return gtk_widget_get_height (child);

  return 0;
}

/* When the list is laid out anew it holds on to its first row, and just the heading above that goes out of view.
 * Whatever else moved it was meant to. */
static void
laid_out_cb (DeskListPane *self)
{
  double value = gtk_adjustment_get_value (get_adjustment (self));

  if (self->at_top && self->top_id == 0 && value > 0 && ABS (value - get_heading_height (self)) < 2)
    desk_list_pane_scroll_to_top (self);
}

static void
scrolled_cb (DeskListPane *self)
{
  if (self->top_id == 0)
    self->at_top = gtk_adjustment_get_value (get_adjustment (self)) <= 0;
}

void
desk_list_pane_select_position (DeskListPane *self,
                                guint position,
                                GtkListScrollFlags flags)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  self->selecting = TRUE;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (selection)))
    {
      gtk_selection_model_unselect_all (selection);
    }
  else if (*desk_list_pane_get_search (self) != '\0')
    {
      /* The best hits stand at the top; the article that is open may be far below. */
      gtk_selection_model_select_item (selection, position, TRUE);
    }
  else
    {
      gtk_list_view_scroll_to (self->list_view, position, flags | GTK_LIST_SCROLL_SELECT, NULL);
      if (position == 0)
        desk_list_pane_scroll_to_top (self);
      else
        desk_list_pane_stop_scrolling (self);
    }

  self->selecting = FALSE;
  desk_list_pane_update_selection (self);
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (DeskListPane) self = data;
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GError) error = NULL;
  guint position = desk_article_list_find_finish (DESK_ARTICLE_LIST (object), result, &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("An article could not be found in the list: %s", error->message);
      return;
    }

  if (self->articles != DESK_ARTICLE_LIST (object) || self->open_id != 0)
    return;

  /* Several selected rows are left alone: the user is about to do something with them. */
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) <= 1)
    desk_list_pane_select_position (self, position,
                                    desk_list_pane_has_list_focus (self) ? GTK_LIST_SCROLL_FOCUS
                                                                         : GTK_LIST_SCROLL_NONE);
}

/* The cursor of the list stays where keys and clicks left it; an article that was opened in another way has selected
 * its row since then. */
void
desk_list_pane_move_cursor (DeskListPane *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->selection == NULL || *desk_list_pane_get_search (self) != '\0')
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) == 1)
    gtk_list_view_scroll_to (self->list_view, gtk_bitset_get_minimum (selected), GTK_LIST_SCROLL_FOCUS, NULL);
}

void
desk_list_pane_select_shown (DeskListPane *self)
{
  if (self->articles == NULL || self->shown_id == NULL)
    return;

  desk_article_list_find_async (self->articles, self->shown_id, self->cancellable,
                                found_cb, g_object_ref (self));
}

void
desk_list_pane_follow_scrolling (DeskListPane *self)
{
  self->at_top = TRUE;
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
