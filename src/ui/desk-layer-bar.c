/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-layer-bar.h"

struct _DeskLayerBar
{
  GtkWidget parent_instance;

  GtkWidget *current; /* a child: where Tab comes in */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (DeskLayerBar, desk_layer_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_NARROW = 1,
} DeskLayerBarProps;

static GParamSpec *props[PROP_NARROW + 1];

static const struct
{
  const char *css_class;
  const char *action;
  const char *icon;
  const char *label;
  const char *tooltip;
  const char *keys; /* as ARIA writes them */
} layers[] = {
  /* Translators: what can be shown in an article; on buttons. */
  { "marks", "article.show-marks", "desk-marks-symbolic", N_ ("My Marks"), N_ ("Your Marks (Ctrl+6)"), "Control+6" },
  { "people", "article.show-people", "desk-people-symbolic", N_ ("People"), N_ ("People (Ctrl+1)"), "Control+1" },
  { "organisations", "article.show-organisations", "desk-organisations-symbolic", N_ ("Organisations"), N_ ("Organisations and Governments (Ctrl+2)"), "Control+2" },
  { "places", "article.show-places", "desk-places-symbolic", N_ ("Places"), N_ ("Places (Ctrl+3)"), "Control+3" },
  { "dates", "article.show-dates", "desk-dates-symbolic", N_ ("Dates"), N_ ("Dates (Ctrl+4)"), "Control+4" },
  { "quotes", "article.show-quotes", "desk-quotes-symbolic", N_ ("Quotes"), N_ ("Quotes and Who Said Them (Ctrl+5)"), "Control+5" },
};

static void
update_buttons (DeskLayerBar *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++, button = gtk_widget_get_next_sibling (button))
    {
      if (self->narrow)
        gtk_button_set_icon_name (GTK_BUTTON (button), layers[i].icon);
      else
        gtk_button_set_label (GTK_BUTTON (button), _ (layers[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (layers[i].label), -1);
    }
}

/* From `button` on, it included, to the first one that can be focused. */
static gboolean
focus_from (GtkWidget *button,
            gboolean forward)
{
  for (; button != NULL; button = forward ? gtk_widget_get_next_sibling (button) : gtk_widget_get_prev_sibling (button))
    if (gtk_widget_grab_focus (button))
      return TRUE;

  return FALSE;
}

/* A toolbar is one stop of Tab, which comes back to the button that it left; arrows go along the buttons. */
static gboolean
desk_layer_bar_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  DeskLayerBar *self = DESK_LAYER_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean forward;

  if (!(gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN))
    return gtk_widget_grab_focus (self->current) || focus_from (gtk_widget_get_first_child (widget), TRUE);
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;

  forward = (direction == GTK_DIR_RIGHT) != rtl;
  return focus_from (forward ? gtk_widget_get_next_sibling (self->current) : gtk_widget_get_prev_sibling (self->current), forward) ||
         gtk_widget_keynav_failed (widget, direction);
}

static void
desk_layer_bar_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  if (child != NULL)
    DESK_LAYER_BAR (widget)->current = child;

  GTK_WIDGET_CLASS (desk_layer_bar_parent_class)->set_focus_child (widget, child);
}

static gboolean
focus_end_cb (GtkWidget *widget,
              GVariant *parameter,
              gpointer user_data)
{
  return focus_from (gtk_widget_get_last_child (widget), FALSE);
}

static gboolean
focus_start_cb (GtkWidget *widget,
                GVariant *parameter,
                gpointer user_data)
{
  return focus_from (gtk_widget_get_first_child (widget), TRUE);
}

static void
desk_layer_bar_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DeskLayerBar *self = DESK_LAYER_BAR (object);

  switch ((DeskLayerBarProps) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    }
}

static void
desk_layer_bar_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DeskLayerBar *self = DESK_LAYER_BAR (object);

  switch ((DeskLayerBarProps) prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      update_buttons (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
desk_layer_bar_dispose (GObject *object)
{
  DESK_LAYER_BAR (object)->current = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_layer_bar_parent_class)->dispose (object);
}

static void
desk_layer_bar_class_init (DeskLayerBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_layer_bar_get_property;
  object_class->set_property = desk_layer_bar_set_property;
  object_class->dispose = desk_layer_bar_dispose;
  widget_class->focus = desk_layer_bar_focus;
  widget_class->set_focus_child = desk_layer_bar_set_focus_child;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, focus_start_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, focus_start_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, focus_end_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, focus_end_cb, NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "layerbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
desk_layer_bar_init (DeskLayerBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_set_name (button, layers[i].action);
      gtk_widget_set_tooltip_text (button, _ (layers[i].tooltip));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, layers[i].css_class);
      /* The text keeps the focus: what is shown changes, and reading goes on. */
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), layers[i].action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, layers[i].keys, -1);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  self->current = gtk_widget_get_first_child (GTK_WIDGET (self));
  update_buttons (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Shown in the text"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL, -1);
}
