/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-typography-popover.h"

/* A number of the settings with its two buttons. */
typedef struct
{
  const char *key;
  int step;
  GtkWidget *less;
  GtkLabel *value;
  GtkWidget *more;
} Number;

enum
{
  NUMBER_SIZE,
  NUMBER_WIDTH,
  NUMBER_SPACING,
  N_NUMBERS,
};

struct _DeskTypographyPopover
{
  GtkPopover parent_instance;

  AdwToggleGroup *fonts;
  GtkWidget *size_less;
  GtkLabel *size_value;
  GtkWidget *size_more;
  GtkWidget *width_less;
  GtkLabel *width_value;
  GtkWidget *width_more;
  GtkWidget *spacing_less;
  GtkLabel *spacing_value;
  GtkWidget *spacing_more;

  GSettings *settings;
  Number numbers[N_NUMBERS];
};

G_DEFINE_FINAL_TYPE (DeskTypographyPopover, desk_typography_popover, GTK_TYPE_POPOVER)

static const char *const keys[] = { "reader-font", "reader-size", "reader-width", "reader-spacing", "reader-theme" };

static void
get_range (DeskTypographyPopover *self,
           const Number *number,
           int *min,
           int *max)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) limits = NULL;
  const char *kind;

  g_object_get (self->settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, number->key);
  range = g_settings_schema_key_get_range (key);
  g_variant_get (range, "(&sv)", &kind, &limits);
  *min = 1;
  *max = G_MAXINT;
  if (g_strcmp0 (kind, "range") == 0)
    g_variant_get (limits, "(ii)", min, max);
}

static void
update_number (DeskTypographyPopover *self,
               const Number *number)
{
  int value = g_settings_get_int (self->settings, number->key);
  g_autofree char *label = NULL;
  int min, max;

  get_range (self, number, &min, &max);
  if (number->key == self->numbers[NUMBER_WIDTH].key)
    label = g_strdup_printf ("%d", value);
  else
    /* Translators: %d is a number of percent. */
    label = g_strdup_printf (_ ("%d %%"), value);
  gtk_label_set_label (number->value, label);
  gtk_widget_set_sensitive (number->less, value > min);
  gtk_widget_set_sensitive (number->more, value < max);
}

static void
settings_changed_cb (DeskTypographyPopover *self)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    update_number (self, &self->numbers[i]);
}

static void
change (DeskTypographyPopover *self,
        GtkWidget *button,
        int direction)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      const Number *number = &self->numbers[i];
      int value, min, max;

      if (button != number->less && button != number->more)
        continue;
      get_range (self, number, &min, &max);
      value = g_settings_get_int (self->settings, number->key) + direction * number->step;
      g_settings_set_int (self->settings, number->key, CLAMP (value, min, max));
    }
}

static void
less_cb (GtkWidget *button,
         DeskTypographyPopover *self)
{
  change (self, button, -1);
}

static void
more_cb (GtkWidget *button,
         DeskTypographyPopover *self)
{
  change (self, button, 1);
}

static void
reset_cb (DeskTypographyPopover *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
}

static void
desk_typography_popover_dispose (GObject *object)
{
  DeskTypographyPopover *self = DESK_TYPOGRAPHY_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_TYPOGRAPHY_POPOVER);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (desk_typography_popover_parent_class)->dispose (object);
}

static void
desk_typography_popover_class_init (DeskTypographyPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_typography_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-typography-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, fonts);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, size_less);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, size_value);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, size_more);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, width_less);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, width_value);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, width_more);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, spacing_less);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, spacing_value);
  gtk_widget_class_bind_template_child (widget_class, DeskTypographyPopover, spacing_more);
  gtk_widget_class_bind_template_callback (widget_class, less_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
desk_typography_popover_init (DeskTypographyPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->numbers[NUMBER_SIZE] = (Number) { "reader-size", 10, self->size_less, self->size_value, self->size_more };
  self->numbers[NUMBER_WIDTH] = (Number) { "reader-width", 4, self->width_less, self->width_value, self->width_more };
  self->numbers[NUMBER_SPACING] = (Number) { "reader-spacing", 10, self->spacing_less, self->spacing_value, self->spacing_more };
}

void
desk_typography_popover_set_settings (DeskTypographyPopover *self,
                                      GSettings *settings)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GAction) theme = NULL;

  g_return_if_fail (DESK_IS_TYPOGRAPHY_POPOVER (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  group = g_simple_action_group_new ();
  theme = g_settings_create_action (settings, "reader-theme");
  g_action_map_add_action (G_ACTION_MAP (group), theme);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "typography", G_ACTION_GROUP (group));
  g_settings_bind (settings, "reader-font", self->fonts, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}
