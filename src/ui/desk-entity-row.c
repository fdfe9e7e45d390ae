/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-entity-row.h"

#include "desk-entity-sign.h"
#include "desk-labels.h"

struct _DeskEntityRow
{
  GtkListBoxRow parent_instance;

  DeskEntitySign *sign;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkLabel *count;
  GtkWidget *open_button;

  DeskEntity *entity;
  DeskMentionStepper *stepper;
  gboolean lit;
};

G_DEFINE_FINAL_TYPE (DeskEntityRow, desk_entity_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
open_clicked_cb (DeskEntityRow *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
update_label (DeskEntityRow *self,
              gboolean lit)
{
  g_autofree char *label = NULL;
  guint n = desk_entity_get_n_mentions (self->entity);
  const char *kind = desk_label_for_entity_kind (desk_entity_get_kind (self->entity));

  if (lit)
    /* Translators: read aloud for a name in a list: name, kind, mention 3 of 7. */
    label = g_strdup_printf (_ ("%s, %s, mention %u of %u"), desk_entity_get_name (self->entity), kind,
                             desk_mention_stepper_get_index (self->stepper) + 1, n);
  else
    /* Translators: read aloud for a name in a list: name, kind, number of mentions. */
    label = g_strdup_printf (ngettext ("%s, %s, %u mention", "%s, %s, %u mentions", n),
                             desk_entity_get_name (self->entity), kind, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (self->subtitle),
                                  -1);
}

static void
stepper_changed_cb (DeskEntityRow *self)
{
  gboolean lit = desk_mention_stepper_is_at (self->stepper, desk_entity_get_id (self->entity));
  guint n = desk_entity_get_n_mentions (self->entity);
  g_autofree char *count = NULL;

  /* Every row hears of every step. */
  if (!lit && !self->lit)
    return;
  self->lit = lit;

  if (lit)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
      /* Translators: the third of seven mentions of a name. */
      count = g_strdup_printf (_ ("%u of %u"), desk_mention_stepper_get_index (self->stepper) + 1, n);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
      count = g_strdup_printf ("%u", n);
    }
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->open_button, lit);
  update_label (self, lit);
}

static void
desk_entity_row_dispose (GObject *object)
{
  DeskEntityRow *self = DESK_ENTITY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ENTITY_ROW);
  g_clear_object (&self->entity);
  g_clear_object (&self->stepper);

  G_OBJECT_CLASS (desk_entity_row_parent_class)->dispose (object);
}

static void
desk_entity_row_class_init (DeskEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_entity_row_dispose;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_ENTITY_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-entity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEntityRow, sign);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityRow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityRow, count);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityRow, open_button);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
desk_entity_row_init (DeskEntityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_entity_row_new (DeskEntity *entity,
                     DeskAnalysis *analysis,
                     DeskMentionStepper *stepper)
{
  DeskEntityRow *self;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (DESK_IS_ENTITY (entity), NULL);
  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), NULL);
  g_return_val_if_fail (DESK_IS_MENTION_STEPPER (stepper), NULL);

  self = g_object_new (DESK_TYPE_ENTITY_ROW, NULL);
  self->entity = g_object_ref (entity);
  self->stepper = g_object_ref (stepper);

  desk_entity_sign_set_entity (self->sign, entity);
  gtk_label_set_label (self->name, desk_entity_get_name (entity));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), desk_entity_get_name (entity));
  subtitle = desk_label_dup_subtitle (entity, analysis);
  gtk_label_set_label (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);

  g_signal_connect_object (stepper, "notify", G_CALLBACK (stepper_changed_cb), self, G_CONNECT_SWAPPED);
  self->lit = TRUE;
  stepper_changed_cb (self);
  return GTK_WIDGET (self);
}

DeskEntity *
desk_entity_row_get_entity (DeskEntityRow *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY_ROW (self), NULL);

  return self->entity;
}
