/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-layer-bar.h"

struct _DeskLayerBar
{
  GtkWidget parent_instance;

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
} layers[] = {
  /* Translators: what can be shown in an article; on buttons. */
  { "marks", "article.show-marks", "desk-marks-symbolic", N_ ("My Marks"), N_ ("Your Marks (Ctrl+6)") },
  { "people", "article.show-people", "desk-people-symbolic", N_ ("People"), N_ ("People (Ctrl+1)") },
  { "organisations", "article.show-organisations", "desk-organisations-symbolic", N_ ("Organisations"), N_ ("Organisations and Governments (Ctrl+2)") },
  { "places", "article.show-places", "desk-places-symbolic", N_ ("Places"), N_ ("Places (Ctrl+3)") },
  { "dates", "article.show-dates", "desk-dates-symbolic", N_ ("Dates"), N_ ("Dates (Ctrl+4)") },
  { "quotes", "article.show-quotes", "desk-quotes-symbolic", N_ ("Quotes"), N_ ("Quotes and Who Said Them (Ctrl+5)") },
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

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

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
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  update_buttons (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Shown in the text"), -1);
}
