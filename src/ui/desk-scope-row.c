/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-scope-row.h"

/* Beside each other, and one below the other where there is no room for that. */
typedef enum
{
  WIDE,
  TALL,
  N_GROUPS,
} Shape;

struct _DeskScopeRow
{
  GtkWidget parent_instance;

  AdwToggleGroup *groups[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (DeskScopeRow, desk_scope_row, GTK_TYPE_WIDGET)

static const char *const nicks[] = { "mention", "article", "library" };

static int
get_wide_width (DeskScopeRow *self)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (self->groups[WIDE]), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static GtkSizeRequestMode
desk_scope_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_scope_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  DeskScopeRow *self = DESK_SCOPE_ROW (widget);
  Shape shape = for_size < 0 || for_size >= get_wide_width (self) ? WIDE : TALL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (GTK_WIDGET (self->groups[TALL]), orientation, -1, minimum, NULL, NULL, NULL);
      *natural = get_wide_width (self);
    }
  else
    {
      gtk_widget_measure (GTK_WIDGET (self->groups[shape]), orientation, for_size, minimum, natural, NULL, NULL);
    }
}

static void
desk_scope_row_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  DeskScopeRow *self = DESK_SCOPE_ROW (widget);
  Shape shape = width >= get_wide_width (self) ? WIDE : TALL;

  for (Shape i = WIDE; i < N_GROUPS; i++)
    gtk_widget_set_child_visible (GTK_WIDGET (self->groups[i]), i == shape);
  gtk_widget_allocate (GTK_WIDGET (self->groups[shape]), width, height, baseline, NULL);
}

static void
desk_scope_row_dispose (GObject *object)
{
  DeskScopeRow *self = DESK_SCOPE_ROW (object);

  for (Shape i = WIDE; i < N_GROUPS; i++)
    g_clear_pointer ((GtkWidget **) &self->groups[i], gtk_widget_unparent);

  G_OBJECT_CLASS (desk_scope_row_parent_class)->dispose (object);
}

static void
desk_scope_row_class_init (DeskScopeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_scope_row_dispose;
  widget_class->get_request_mode = desk_scope_row_get_request_mode;
  widget_class->measure = desk_scope_row_measure;
  widget_class->size_allocate = desk_scope_row_size_allocate;
}

static void
desk_scope_row_init (DeskScopeRow *self)
{
  for (Shape i = WIDE; i < N_GROUPS; i++)
    {
      self->groups[i] = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
      adw_toggle_group_set_homogeneous (self->groups[i], FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where this holds"), -1);
      gtk_widget_set_parent (GTK_WIDGET (self->groups[i]), GTK_WIDGET (self));
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->groups[TALL]), GTK_ORIENTATION_VERTICAL);
  adw_toggle_group_set_can_shrink (self->groups[TALL], TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->groups[WIDE]), "round");
}

const char *
desk_scope_get_label (DeskRuleScope scope)
{
  switch (scope)
    {
    case DESK_RULE_SCOPE_MENTION:
      /* Translators: how far a correction reaches: at this place of the text alone. */
      return _ ("Only Here");
    case DESK_RULE_SCOPE_ARTICLE:
      /* Translators: how far a correction reaches. */
      return _ ("In This Article");
    case DESK_RULE_SCOPE_LIBRARY:
      /* Translators: how far a correction reaches: in all articles. */
      return _ ("Everywhere");
    }

  g_return_val_if_reached (NULL);
}

GtkWidget *
desk_scope_row_new (guint scopes,
                    DeskRuleScope active)
{
  DeskScopeRow *self = g_object_new (DESK_TYPE_SCOPE_ROW, NULL);

  for (Shape i = WIDE; i < N_GROUPS; i++)
    for (guint scope = DESK_RULE_SCOPE_MENTION; scope <= DESK_RULE_SCOPE_LIBRARY; scope++)
      if ((scopes & (1u << scope)) != 0)
        {
          AdwToggle *toggle = adw_toggle_new ();

          adw_toggle_set_name (toggle, nicks[scope]);
          adw_toggle_set_label (toggle, desk_scope_get_label (scope));
          adw_toggle_group_add (self->groups[i], toggle);
        }
  desk_scope_row_set (self, active);
  g_object_bind_property (self->groups[WIDE], "active-name", self->groups[TALL], "active-name",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return GTK_WIDGET (self);
}

DeskRuleScope
desk_scope_row_get (DeskScopeRow *self)
{
  const char *name;

  g_return_val_if_fail (DESK_IS_SCOPE_ROW (self), DESK_RULE_SCOPE_MENTION);

  name = adw_toggle_group_get_active_name (self->groups[WIDE]);
  for (guint scope = 0; scope < G_N_ELEMENTS (nicks); scope++)
    if (g_strcmp0 (name, nicks[scope]) == 0)
      return scope;
  return DESK_RULE_SCOPE_MENTION;
}

void
desk_scope_row_set (DeskScopeRow *self,
                    DeskRuleScope active)
{
  g_return_if_fail (DESK_IS_SCOPE_ROW (self));

  adw_toggle_group_set_active_name (self->groups[WIDE], nicks[active]);
}
