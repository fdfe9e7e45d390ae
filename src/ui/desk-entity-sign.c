/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-entity-sign.h"

#include "desk-labels.h"

struct _DeskEntitySign
{
  GtkWidget parent_instance;

  GtkWidget *initials;
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (DeskEntitySign, desk_entity_sign, GTK_TYPE_WIDGET)

static const char *
css_class_for_kind (DeskEntityKind kind)
{
  switch (kind)
    {
    case DESK_ENTITY_KIND_PERSON:
      return "person";
    case DESK_ENTITY_KIND_ORGANISATION:
      return "organisation";
    case DESK_ENTITY_KIND_GOVERNMENT:
      return "government";
    case DESK_ENTITY_KIND_PLACE:
    case DESK_ENTITY_KIND_FACILITY:
      return "place";
    case DESK_ENTITY_KIND_EVENT:
      return "event";
    case DESK_ENTITY_KIND_GROUP:
    case DESK_ENTITY_KIND_PRODUCT:
    case DESK_ENTITY_KIND_WORK:
    case DESK_ENTITY_KIND_OTHER:
      return "other";
    }

  g_return_val_if_reached (NULL);
}

static void
desk_entity_sign_dispose (GObject *object)
{
  DeskEntitySign *self = DESK_ENTITY_SIGN (object);

  g_clear_pointer (&self->initials, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_entity_sign_parent_class)->dispose (object);
}

static void
desk_entity_sign_class_init (DeskEntitySignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_entity_sign_dispose;

  gtk_widget_class_set_css_name (widget_class, "entitysign");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
desk_entity_sign_init (DeskEntitySign *self)
{
  self->initials = gtk_label_new (NULL);
  gtk_widget_set_parent (self->initials, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
set (DeskEntitySign *self,
     DeskEntityKind kind,
     const char *name)
{
  g_autofree char *initials = desk_label_dup_initials (name);

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  self->css_class = css_class_for_kind (kind);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
  gtk_label_set_label (GTK_LABEL (self->initials), initials);
}

GtkWidget *
desk_entity_sign_new (DeskEntityKind kind,
                      const char *name)
{
  DeskEntitySign *self = g_object_new (DESK_TYPE_ENTITY_SIGN, NULL);

  set (self, kind, name);
  return GTK_WIDGET (self);
}

void
desk_entity_sign_set_entity (DeskEntitySign *self,
                             DeskEntity *entity)
{
  g_return_if_fail (DESK_IS_ENTITY_SIGN (self));
  g_return_if_fail (DESK_IS_ENTITY (entity));

  set (self, desk_entity_get_kind (entity), desk_entity_get_name (entity));
}
