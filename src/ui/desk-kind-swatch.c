/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind-swatch.h"

struct _DeskKindSwatch
{
  GtkWidget parent_instance;

  GtkWidget *letter;
  DeskKind *kind;
};

G_DEFINE_FINAL_TYPE (DeskKindSwatch, desk_kind_swatch, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_KIND = 1,
} DeskKindSwatchProps;

static GParamSpec *props[PROP_KIND + 1];

static void
desk_kind_swatch_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  DeskKindSwatch *self = DESK_KIND_SWATCH (object);

  switch ((DeskKindSwatchProps) prop_id)
    {
    case PROP_KIND:
      g_value_set_object (value, self->kind);
      break;
    }
}

static void
desk_kind_swatch_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  DeskKindSwatch *self = DESK_KIND_SWATCH (object);

  switch ((DeskKindSwatchProps) prop_id)
    {
    case PROP_KIND:
      desk_kind_swatch_set_kind (self, g_value_get_object (value));
      break;
    }
}

static void
desk_kind_swatch_dispose (GObject *object)
{
  DeskKindSwatch *self = DESK_KIND_SWATCH (object);

  g_clear_pointer (&self->letter, gtk_widget_unparent);
  g_clear_object (&self->kind);

  G_OBJECT_CLASS (desk_kind_swatch_parent_class)->dispose (object);
}

static void
desk_kind_swatch_class_init (DeskKindSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_kind_swatch_get_property;
  object_class->set_property = desk_kind_swatch_set_property;
  object_class->dispose = desk_kind_swatch_dispose;

  props[PROP_KIND] = g_param_spec_object ("kind", NULL, NULL, DESK_TYPE_KIND,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "kindswatch");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
desk_kind_swatch_init (DeskKindSwatch *self)
{
  self->letter = gtk_label_new (NULL);
  gtk_widget_set_parent (self->letter, GTK_WIDGET (self));
  /* A circle, whatever the box around it wants. */
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
desk_kind_swatch_new (DeskKind *kind)
{
  return g_object_new (DESK_TYPE_KIND_SWATCH, "kind", kind, NULL);
}

DeskKind *
desk_kind_swatch_get_kind (DeskKindSwatch *self)
{
  g_return_val_if_fail (DESK_IS_KIND_SWATCH (self), NULL);

  return self->kind;
}

void
desk_kind_swatch_set_kind (DeskKindSwatch *self,
                           DeskKind *kind)
{
  g_return_if_fail (DESK_IS_KIND_SWATCH (self));

  if (self->kind == kind)
    return;

  if (self->kind != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), desk_kind_get_id (self->kind));
  g_set_object (&self->kind, kind);
  if (kind != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), desk_kind_get_id (kind));
  gtk_label_set_label (GTK_LABEL (self->letter), kind ? desk_kind_get_letter (kind) : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}
