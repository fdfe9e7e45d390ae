/* Pointer and keys in the list: one click opens, letters jump to a headline.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-pane-private.h"
#include "desk-list-row.h"

/* Letters that follow each other faster than this make one word. */
#define TYPING_PAUSE (G_TIME_SPAN_MILLISECOND * 1200)

static guint
find_position_at (DeskListPane *self,
                  double x,
                  double y)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *widget = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != list; widget = gtk_widget_get_parent (widget))
    {
      /* The padding belongs to the widget of the list item, whose only child is the row. */
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (DESK_IS_LIST_ROW (widget))
        return desk_list_row_get_position (DESK_LIST_ROW (widget));
      if (DESK_IS_LIST_ROW (child))
        return desk_list_row_get_position (DESK_LIST_ROW (child));
    }

  return GTK_INVALID_LIST_POSITION;
}

/* GtkListView's own activation on one click would also select whatever the pointer passes. */
static void
clicked_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            DeskListPane *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = find_position_at (self, x, y);

  if (n_press == 1 && position != GTK_INVALID_LIST_POSITION &&
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    desk_list_pane_open_position (self, position, FALSE);
}

static void
popup_menu (DeskListPane *self,
            guint position,
            double x,
            double y)
{
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    desk_list_pane_select_position (self, position, GTK_LIST_SCROLL_FOCUS);

  desk_list_pane_popup_row_menu (self, position, x, y);
}

static void
menu_clicked_cb (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 DeskListPane *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, find_position_at (self, x, y), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double x,
                 double y,
                 DeskListPane *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, find_position_at (self, x, y), x, y);
}

static GtkWidget *
get_focus_row (DeskListPane *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return DESK_IS_LIST_ROW (child) ? child : NULL;
}

guint
desk_list_pane_get_focus_position (DeskListPane *self)
{
  GtkWidget *row = get_focus_row (self);

  return row != NULL ? desk_list_row_get_position (DESK_LIST_ROW (row)) : GTK_INVALID_LIST_POSITION;
}

static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskListPane *self = DESK_LIST_PANE (widget);
  GtkWidget *row = get_focus_row (self);
  graphene_point_t place;

  if (row == NULL ||
      !gtk_widget_compute_point (row, GTK_WIDGET (self->list_view),
                                 &GRAPHENE_POINT_INIT (gtk_widget_get_width (row) / 2.0,
                                                       gtk_widget_get_height (row) / 2.0),
                                 &place))
    return;

  popup_menu (self, desk_list_row_get_position (DESK_LIST_ROW (row)), place.x, place.y);
}

typedef struct
{
  DeskListPane *pane;
  guint from;
} PrefixData;

static void prefix_found_cb (GObject *object,
                             GAsyncResult *result,
                             gpointer user_data);

static void
find_prefix (DeskListPane *self,
             guint from)
{
  PrefixData *data = g_new0 (PrefixData, 1);

  data->pane = g_object_ref (self);
  data->from = from;
  desk_article_list_find_prefix_async (self->articles, self->typed->str, from, self->cancellable,
                                       prefix_found_cb, data);
}

static void
prefix_found_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autofree PrefixData *data = user_data;
  g_autoptr (DeskListPane) self = data->pane;
  g_autoptr (GError) error = NULL;
  guint position = desk_article_list_find_prefix_finish (DESK_ARTICLE_LIST (object), result, &error);

  if (self->articles != DESK_ARTICLE_LIST (object) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error == NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  else if (error == NULL && data->from > 0)
    /* On from the top. */
    find_prefix (self, 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (DeskListPane *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  gint64 now = g_get_monotonic_time ();
  gboolean fresh = now - self->typed_at > TYPING_PAUSE;
  gunichar c = gdk_keyval_to_unicode (keyval);
  guint from;

  if (self->articles == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 ||
      !g_unichar_isgraph (c))
    {
      /* A space selects, unless it goes on with a headline. */
      if (c != ' ' || fresh || self->typed->len == 0)
        return GDK_EVENT_PROPAGATE;
    }

  if (fresh)
    g_string_truncate (self->typed, 0);
  g_string_append_unichar (self->typed, c);
  self->typed_at = now;

  /* A first letter looks behind the row that it starts from, so that the same letter goes on from hit to hit. */
  from = desk_list_pane_get_focus_position (self);
  if (from == GTK_INVALID_LIST_POSITION)
    from = 0;
  else if (fresh)
    from++;

  find_prefix (self, from);

  return GDK_EVENT_STOP;
}

void
desk_list_pane_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "list.menu", NULL, menu_action);
}
