/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-marks-pane.h"

#include "desk-kind.h"
#include "desk-labels.h"
#include "desk-mark-row.h"

struct _DeskMarksPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list;

  GListModel *kinds;
  DeskDocument *document;
  GtkSingleSelection *selection;
  gboolean following; /* the selection is being set from the text */
};

G_DEFINE_FINAL_TYPE (DeskMarksPane, desk_marks_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_N_MARKS = 1,
} DeskMarksPaneProps;

static GParamSpec *props[PROP_N_MARKS + 1];

static const char *
get_selected_id (DeskMarksPane *self)
{
  DeskAnnotation *annotation = gtk_single_selection_get_selected_item (self->selection);

  return annotation ? desk_annotation_get_id (annotation) : NULL;
}

static void
update_item_label (DeskMarksPane *self,
                   GtkListItem *item)
{
  DeskMarkRow *row = DESK_MARK_ROW (gtk_list_item_get_child (item));
  g_autofree char *label = desk_mark_row_dup_label (row, gtk_list_item_get_position (item),
                                                    desk_marks_pane_get_n_marks (self));

  gtk_list_item_set_accessible_label (item, label ? label : "");
}

static void
position_changed_cb (GtkListItem *item,
                     GParamSpec *pspec,
                     DeskMarksPane *self)
{
  if (gtk_list_item_get_item (item) != NULL)
    update_item_label (self, item);
}

static void
setup_cb (DeskMarksPane *self,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, desk_mark_row_new (self->kinds));
  g_signal_connect_object (item, "notify::position", G_CALLBACK (position_changed_cb), self, 0);
}

static void
bind_cb (DeskMarksPane *self,
         GtkListItem *item)
{
  DeskAnnotation *annotation = gtk_list_item_get_item (item);
  DeskVersion *version = desk_article_get_version (desk_document_get_article (self->document));
  g_autofree char *place = desk_label_dup_place (version, desk_annotation_get_start (annotation));

  desk_mark_row_set_annotation (DESK_MARK_ROW (gtk_list_item_get_child (item)), annotation, place);
  update_item_label (self, item);
}

/* Arrows and clicks in the list show the mark in the text; the focus stays here. */
static void
selected_cb (DeskMarksPane *self)
{
  const char *id = get_selected_id (self);

  if (!self->following && id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "article.show-mark", "s", id);
}

/* Enter goes to the text itself. */
static void
activate_cb (DeskMarksPane *self,
             guint position)
{
  const char *id = get_selected_id (self);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "article.go-to-mark", "s", id);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                DeskMarksPane *self)
{
  const char *id = get_selected_id (self);

  if (id == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      gtk_widget_activate_action (GTK_WIDGET (self), "article.remove-mark", "s", id);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_F2:
      gtk_widget_activate_action (GTK_WIDGET (self), "article.edit-note", "s", id);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_widget_activate_action (GTK_WIDGET (self), "article.focus-text", NULL);
      return GDK_EVENT_STOP;
    default:
      if (keyval >= GDK_KEY_1 && keyval < GDK_KEY_1 + g_list_model_get_n_items (self->kinds))
        {
          g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, keyval - GDK_KEY_1);

          gtk_widget_activate_action (GTK_WIDGET (self), "article.set-mark-kind", "(ss)", id, desk_kind_get_id (kind));
          return GDK_EVENT_STOP;
        }
      return GDK_EVENT_PROPAGATE;
    }
}

static void
items_changed_cb (DeskMarksPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, desk_marks_pane_get_n_marks (self) > 0 ? "marks" : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MARKS]);
}

static void
desk_marks_pane_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DeskMarksPane *self = DESK_MARKS_PANE (object);

  switch ((DeskMarksPaneProps) prop_id)
    {
    case PROP_N_MARKS:
      g_value_set_uint (value, desk_marks_pane_get_n_marks (self));
      break;
    }
}

static void
desk_marks_pane_dispose (GObject *object)
{
  DeskMarksPane *self = DESK_MARKS_PANE (object);

  /* The template frees what it bound; the parent class would do so again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_MARKS_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);
  g_clear_object (&self->kinds);

  G_OBJECT_CLASS (desk_marks_pane_parent_class)->dispose (object);
}

static void
desk_marks_pane_class_init (DeskMarksPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_marks_pane_get_property;
  object_class->dispose = desk_marks_pane_dispose;

  props[PROP_N_MARKS] = g_param_spec_uint ("n-marks", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-marks-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskMarksPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskMarksPane, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
desk_marks_pane_init (DeskMarksPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

void
desk_marks_pane_set_kinds (DeskMarksPane *self,
                           GListModel *kinds)
{
  g_return_if_fail (DESK_IS_MARKS_PANE (self));

  g_set_object (&self->kinds, kinds);
}

void
desk_marks_pane_set_document (DeskMarksPane *self,
                              DeskDocument *document)
{
  g_return_if_fail (DESK_IS_MARKS_PANE (self));

  if (!g_set_object (&self->document, document))
    return;
  self->following = TRUE;
  gtk_single_selection_set_model (self->selection, document ? desk_document_get_annotations (document) : NULL);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
  items_changed_cb (self);
}

void
desk_marks_pane_select (DeskMarksPane *self,
                        const char *annotation_id)
{
  guint n, position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (DESK_IS_MARKS_PANE (self));

  n = desk_marks_pane_get_n_marks (self);
  for (guint i = 0; annotation_id != NULL && i < n; i++)
    {
      g_autoptr (DeskAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (desk_annotation_get_id (annotation), annotation_id) == 0)
        position = i;
    }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  self->following = FALSE;
}

guint
desk_marks_pane_get_n_marks (DeskMarksPane *self)
{
  g_return_val_if_fail (DESK_IS_MARKS_PANE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
