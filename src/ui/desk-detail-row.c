/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-detail-row.h"

struct _DeskDetailRow
{
  GtkListBoxRow parent_instance;

  GtkBox *content;
  GtkLabel *title_label;
  GtkLabel *value_label;
  GtkLabel *note_label;
};

static GtkBuildableIface *parent_buildable;

static void
desk_detail_row_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  DeskDetailRow *self = DESK_DETAIL_ROW (buildable);

  if (g_strcmp0 (type, "suffix") == 0)
    gtk_box_append (self->content, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
desk_detail_row_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = desk_detail_row_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskDetailRow, desk_detail_row, GTK_TYPE_LIST_BOX_ROW, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, desk_detail_row_buildable_init))

typedef enum
{
  PROP_TITLE = 1,
  PROP_VALUE,
  PROP_NOTE,
  PROP_MONOSPACE,
} DeskDetailRowProps;

static GParamSpec *props[PROP_MONOSPACE + 1];

static void
set_note (DeskDetailRow *self,
          const char *note)
{
  gtk_label_set_label (self->note_label, note ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL && *note != '\0');
}

static void
desk_detail_row_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DeskDetailRow *self = DESK_DETAIL_ROW (object);

  switch ((DeskDetailRowProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_VALUE:
      g_value_set_string (value, gtk_label_get_label (self->value_label));
      break;
    case PROP_NOTE:
      g_value_set_string (value, gtk_label_get_label (self->note_label));
      break;
    case PROP_MONOSPACE:
      g_value_set_boolean (value, gtk_widget_has_css_class (GTK_WIDGET (self->value_label), "monospace"));
      break;
    }
}

static void
desk_detail_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  DeskDetailRow *self = DESK_DETAIL_ROW (object);

  switch ((DeskDetailRowProps) prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;
    case PROP_VALUE:
      gtk_label_set_label (self->value_label, g_value_get_string (value));
      break;
    case PROP_NOTE:
      set_note (self, g_value_get_string (value));
      break;
    case PROP_MONOSPACE:
      if (g_value_get_boolean (value))
        gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "monospace");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->value_label), "monospace");
      break;
    }
}

static void
desk_detail_row_dispose (GObject *object)
{
  /* The template frees what it bound; the parent class would do so again. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_DETAIL_ROW);

  G_OBJECT_CLASS (desk_detail_row_parent_class)->dispose (object);
}

static void
desk_detail_row_class_init (DeskDetailRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_detail_row_get_property;
  object_class->set_property = desk_detail_row_set_property;
  object_class->dispose = desk_detail_row_dispose;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  props[PROP_MONOSPACE] = g_param_spec_boolean ("monospace", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-detail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDetailRow, content);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailRow, note_label);
}

static void
desk_detail_row_init (DeskDetailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_detail_row_new (const char *title,
                     const char *value,
                     const char *note)
{
  return g_object_new (DESK_TYPE_DETAIL_ROW, "title", title, "value", value, "note", note, NULL);
}

void
desk_detail_row_set (DeskDetailRow *self,
                     const char *value,
                     const char *note)
{
  g_return_if_fail (DESK_IS_DETAIL_ROW (self));

  gtk_label_set_label (self->value_label, value ? value : "");
  set_note (self, note);
}
