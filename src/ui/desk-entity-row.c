/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-entity-row.h"

#include "desk-entity-sign.h"
#include "desk-finding.h"
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
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
open_clicked_cb (DeskEntityRow *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
pressed_cb (DeskEntityRow *self,
            int n_press,
            double x,
            double y)
{
  g_signal_emit (self, signals[MENU], 0, (int) x, (int) y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer data)
{
  g_signal_emit (widget, signals[MENU], 0, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget));
  return GDK_EVENT_STOP;
}

/* Only rows of an inspector take it: the type is no text. */
static GdkContentProvider *
prepare_cb (DeskEntityRow *self,
            double x,
            double y,
            GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self->sign));

  gtk_drag_source_set_icon (source, icon, 0, 0);
  return gdk_content_provider_new_typed (DESK_TYPE_ENTITY, self->entity);
}

/* An entity is joined with this one, a quote was said by it. */
static gboolean
drop_cb (DeskEntityRow *self,
         const GValue *value,
         double x,
         double y)
{
  const char *id = desk_entity_get_id (self->entity);

  if (G_VALUE_HOLDS (value, DESK_TYPE_ENTITY))
    {
      DeskEntity *entity = g_value_get_object (value);

      if (entity == self->entity)
        return FALSE;
      return gtk_widget_activate_action (GTK_WIDGET (self), "article.join-entities", "(ss)", desk_entity_get_id (entity), id);
    }
  if (G_VALUE_HOLDS (value, DESK_TYPE_FINDING))
    {
      DeskFinding *finding = g_value_get_object (value);

      return gtk_widget_activate_action (GTK_WIDGET (self), "article.give-quote", "(uus)", desk_finding_get_kind (finding),
                                         desk_finding_get_range (finding).start, id);
    }
  return FALSE;
}

static void
add_controllers (DeskEntityRow *self)
{
  GType types[] = { DESK_TYPE_ENTITY, DESK_TYPE_FINDING };
  GtkGesture *press = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
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

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
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
  add_controllers (self);
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
