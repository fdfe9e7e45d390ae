/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-row-group.h"

/* A list box makes every row at once: a book-length text has thousands of names. */
#define FIRST_ROWS 30
#define MORE_ROWS 200

struct _DeskRowGroup
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkListBox *list;
  GtkWidget *more;
  GListModel *model;
  GtkSliceListModel *shown;
};

G_DEFINE_FINAL_TYPE (DeskRowGroup, desk_row_group, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_COUNTED,
} DeskRowGroupProps;

static GParamSpec *props[PROP_COUNTED + 1];

enum
{
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_counts (DeskRowGroup *self)
{
  guint n = self->model ? g_list_model_get_n_items (self->model) : 0;
  guint n_shown = self->shown ? gtk_slice_list_model_get_size (self->shown) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_visible (self->more, n > n_shown);
  if (n > n_shown)
    {
      guint n_more = MIN (MORE_ROWS, n - n_shown);
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_more), n_more);

      gtk_button_set_label (GTK_BUTTON (self->more), label);
    }
}

static void
more_clicked_cb (DeskRowGroup *self)
{
  gtk_slice_list_model_set_size (self->shown, gtk_slice_list_model_get_size (self->shown) + MORE_ROWS);
  update_counts (self);
}

static void
row_activated_cb (DeskRowGroup *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
desk_row_group_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DeskRowGroup *self = DESK_ROW_GROUP (object);

  switch ((DeskRowGroupProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_COUNTED:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->count)));
      break;
    }
}

static void
desk_row_group_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DeskRowGroup *self = DESK_ROW_GROUP (object);

  switch ((DeskRowGroupProps) prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title, g_value_get_string (value));
      break;
    case PROP_COUNTED:
      gtk_widget_set_visible (GTK_WIDGET (self->count), g_value_get_boolean (value));
      break;
    }
}

static void
desk_row_group_dispose (GObject *object)
{
  DeskRowGroup *self = DESK_ROW_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ROW_GROUP);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (desk_row_group_parent_class)->dispose (object);
}

static void
desk_row_group_class_init (DeskRowGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_row_group_get_property;
  object_class->set_property = desk_row_group_set_property;
  object_class->dispose = desk_row_group_dispose;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COUNTED] = g_param_spec_boolean ("counted", NULL, NULL, TRUE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-row-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRowGroup, title);
  gtk_widget_class_bind_template_child (widget_class, DeskRowGroup, count);
  gtk_widget_class_bind_template_child (widget_class, DeskRowGroup, list);
  gtk_widget_class_bind_template_child (widget_class, DeskRowGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "rowgroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
desk_row_group_init (DeskRowGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL,
                                  -1);
  update_counts (self);
}

GtkWidget *
desk_row_group_new (const char *title)
{
  return g_object_new (DESK_TYPE_ROW_GROUP, "title", title, NULL);
}

void
desk_row_group_bind (DeskRowGroup *self,
                     GListModel *model,
                     GtkListBoxCreateWidgetFunc create,
                     gpointer user_data)
{
  g_return_if_fail (DESK_IS_ROW_GROUP (self));
  g_return_if_fail (G_IS_LIST_MODEL (model));

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update_counts, self);
  g_set_object (&self->model, model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_clear_object (&self->shown);
  self->shown = gtk_slice_list_model_new (g_object_ref (model), 0, FIRST_ROWS);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create, user_data, NULL);
  update_counts (self);
}

GtkListBox *
desk_row_group_get_list (DeskRowGroup *self)
{
  g_return_val_if_fail (DESK_IS_ROW_GROUP (self), NULL);

  return self->list;
}

GtkListBoxRow *
desk_row_group_show_item (DeskRowGroup *self,
                          gpointer item)
{
  guint n;

  g_return_val_if_fail (DESK_IS_ROW_GROUP (self), NULL);

  n = self->model ? g_list_model_get_n_items (self->model) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) found = g_list_model_get_item (self->model, i);

      if (found != item)
        continue;
      if (i >= gtk_slice_list_model_get_size (self->shown))
        {
          gtk_slice_list_model_set_size (self->shown, i + 1);
          update_counts (self);
        }
      return gtk_list_box_get_row_at_index (self->list, i);
    }
  return NULL;
}

GListModel *
desk_row_group_get_model (DeskRowGroup *self)
{
  g_return_val_if_fail (DESK_IS_ROW_GROUP (self), NULL);

  return self->model;
}

void
desk_row_group_light (DeskRowGroup *self,
                      gpointer item)
{
  GtkListBoxRow *lit;

  g_return_if_fail (DESK_IS_ROW_GROUP (self));

  lit = item ? desk_row_group_show_item (self, item) : NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (row == (GtkWidget *) lit)
      gtk_widget_add_css_class (row, "lit");
    else
      gtk_widget_remove_css_class (row, "lit");
}
