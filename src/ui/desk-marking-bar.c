/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-marking-bar.h"

#include "desk-kind-swatch.h"
#include "desk-labels.h"

#define LINGER_MS 3000
#define LEAVE_MS 400
/* Room between the text and the bar, in pixels. */
#define GAP 8
/* Room beside the bar, with its padding. */
#define MARGIN 16

struct _DeskMarkingBar
{
  GtkPopover parent_instance;

  GtkWidget *content;
  GtkBox *swatches;
  GtkWidget *tools;
  GtkWidget *separator;
  GtkWidget *delete_button;
  GtkMenuButton *picks_button;
  GtkPopover *picks_popover;
  GtkListBox *picks;

  GListModel *kinds;
  guint timeout;
  gboolean lingers;
};

G_DEFINE_FINAL_TYPE (DeskMarkingBar, desk_marking_bar, GTK_TYPE_POPOVER)

static gboolean
timeout_cb (gpointer data)
{
  DeskMarkingBar *self = data;

  /* The list of marks at the place is open: the reader is still choosing. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->picks_popover)))
    return G_SOURCE_CONTINUE;
  self->timeout = 0;
  desk_marking_bar_hide (self);
  return G_SOURCE_REMOVE;
}

static void
start_timeout (DeskMarkingBar *self,
               guint milliseconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (milliseconds, timeout_cb, self);
}

static void
enter_cb (DeskMarkingBar *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static void
leave_cb (DeskMarkingBar *self)
{
  if (self->lingers)
    start_timeout (self, LEAVE_MS);
}

static void
pick_activated_cb (DeskMarkingBar *self,
                   GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "annotation-id");

  gtk_popover_popdown (self->picks_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "article.select-mark", "s", id);
}

/* Hovering a row outlines its mark in the text. */
static void
pick_entered_cb (GtkEventControllerMotion *controller,
                 double x,
                 double y,
                 DeskMarkingBar *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  gtk_widget_activate_action (GTK_WIDGET (self), "article.outline-mark", "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "annotation-id"));
}

static GtkWidget *
create_swatch_button (DeskKind *kind)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *tooltip = NULL;

  /* Translators: the name of a kind of mark and the key that makes it. */
  tooltip = g_strdup_printf (_ ("%s (%u)"), desk_kind_get_name (kind), desk_kind_get_key (kind));
  gtk_button_set_child (GTK_BUTTON (button), desk_kind_swatch_new (kind));
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, desk_kind_get_name (kind), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", desk_kind_get_id (kind));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.mark");
  g_object_set_data_full (G_OBJECT (button), "kind-id", g_strdup (desk_kind_get_id (kind)), g_free);
  return button;
}

static void
fill_swatches (DeskMarkingBar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, i);

      gtk_box_append (self->swatches, create_swatch_button (kind));
    }
}

static void
set_current_kind (DeskMarkingBar *self,
                  const char *kind_id)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->swatches));
       button != NULL; button = gtk_widget_get_next_sibling (button))
    if (kind_id != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (button), "kind-id"), kind_id) == 0)
      gtk_widget_add_css_class (button, "current");
    else
      gtk_widget_remove_css_class (button, "current");
}

static void
desk_marking_bar_dispose (GObject *object)
{
  DeskMarkingBar *self = DESK_MARKING_BAR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  /* The template frees what it bound; the parent class would do so again. */
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_MARKING_BAR);
  g_clear_object (&self->kinds);

  G_OBJECT_CLASS (desk_marking_bar_parent_class)->dispose (object);
}

static void
desk_marking_bar_class_init (DeskMarkingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_marking_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-marking-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, content);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, swatches);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, tools);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, separator);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, delete_button);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, picks_button);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, picks_popover);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkingBar, picks);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_activated_cb);
}

static void
desk_marking_bar_init (DeskMarkingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DeskMarkingBar *
desk_marking_bar_new (GListModel *kinds)
{
  DeskMarkingBar *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (kinds), NULL);

  self = g_object_new (DESK_TYPE_MARKING_BAR, NULL);
  self->kinds = g_object_ref (kinds);
  fill_swatches (self);
  return self;
}

void
desk_marking_bar_set_last_kind (DeskMarkingBar *self,
                                const char *kind_id)
{
  GtkWidget *last = NULL;

  g_return_if_fail (DESK_IS_MARKING_BAR (self));

  /* The order of the keys, then the last one to the front. */
  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, i);

      for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->swatches));
           button != NULL; button = gtk_widget_get_next_sibling (button))
        if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "kind-id"), desk_kind_get_id (kind)) == 0)
          {
            gboolean is_last = g_strcmp0 (desk_kind_get_id (kind), kind_id) == 0;

            gtk_box_reorder_child_after (self->swatches, button, gtk_widget_get_last_child (GTK_WIDGET (self->swatches)));
            if (is_last)
              last = button;
            else
              gtk_widget_remove_css_class (button, "last");
            break;
          }
    }
  if (last != NULL)
    {
      gtk_widget_add_css_class (last, "last");
      gtk_box_reorder_child_after (self->swatches, last, NULL);
    }
}

void
desk_marking_bar_set_selection (DeskMarkingBar *self)
{
  g_return_if_fail (DESK_IS_MARKING_BAR (self));

  set_current_kind (self, NULL);
  gtk_widget_set_visible (self->delete_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->picks_button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Mark the selected text"), -1);
}

static GtkWidget *
create_pick_row (DeskMarkingBar *self,
                 DeskAnnotation *annotation)
{
  DeskKind *kind = desk_kind_list_find (self->kinds, desk_annotation_get_kind_id (annotation));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *passage = gtk_label_new (NULL);
  const char *note = desk_annotation_get_note (annotation);
  g_autofree char *one_line = desk_label_dup_line (desk_annotation_get_exact (annotation));
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_label_set_label (GTK_LABEL (passage), one_line);
  gtk_label_set_ellipsize (GTK_LABEL (passage), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (passage), 40);
  gtk_label_set_xalign (GTK_LABEL (passage), 0);
  gtk_box_append (GTK_BOX (lines), passage);
  if (note != NULL && *note != '\0')
    {
      GtkWidget *label = gtk_label_new (NULL);
      g_autofree char *start = desk_label_dup_line (note);

      gtk_label_set_label (GTK_LABEL (label), start);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_box_append (GTK_BOX (box), desk_kind_swatch_new (kind));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "annotation-id", g_strdup (desk_annotation_get_id (annotation)), g_free);
  g_signal_connect_object (motion, "enter", G_CALLBACK (pick_entered_cb), self, 0);
  gtk_widget_add_controller (row, motion);
  return row;
}

void
desk_marking_bar_set_mark (DeskMarkingBar *self,
                           GPtrArray *marks,
                           guint position)
{
  g_autofree char *label = NULL;
  DeskAnnotation *annotation;

  g_return_if_fail (DESK_IS_MARKING_BAR (self));
  g_return_if_fail (marks != NULL && position < marks->len);

  annotation = g_ptr_array_index (marks, position);
  set_current_kind (self, desk_annotation_get_kind_id (annotation));
  gtk_widget_set_visible (self->delete_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->picks_button), marks->len > 1);
  /* Translators: the second of three marks at a place in the text. */
  label = g_strdup_printf (_ ("%u of %u"), position + 1, marks->len);
  gtk_menu_button_set_label (self->picks_button, label);
  gtk_list_box_remove_all (self->picks);
  for (guint i = 0; i < marks->len; i++)
    gtk_list_box_append (self->picks, create_pick_row (self, g_ptr_array_index (marks, i)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Change the mark"), -1);
}

typedef enum
{
  FORM_LINE,
  FORM_TWO_LINES,
  FORM_TIGHT, /* for large text on a phone */
} Form;

static void
set_form (DeskMarkingBar *self,
          Form form)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  form == FORM_LINE ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  form == FORM_TIGHT ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->separator, form == FORM_LINE);
  if (form == FORM_TIGHT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
}

/* A popover that does not fit is not shown, so it takes the first form that is no wider than the article. */
static void
fold (DeskMarkingBar *self,
      int width,
      GtkRequisition *size)
{
  for (Form form = FORM_LINE; form <= FORM_TIGHT; form++)
    {
      set_form (self, form);
      gtk_widget_get_preferred_size (self->content, NULL, size);
      if (size->width + 2 * MARGIN <= width)
        return;
    }
}

void
desk_marking_bar_show_at (DeskMarkingBar *self,
                          const GdkRectangle *first_line,
                          const GdkRectangle *last_line)
{
  GtkWidget *parent;
  GdkRectangle place;
  GtkRequisition size;
  gboolean above;
  int width, margin;

  g_return_if_fail (DESK_IS_MARKING_BAR (self));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_return_if_fail (parent != NULL);

  width = gtk_widget_get_width (parent);
  fold (self, width, &size);

  /* GTK would turn the popover over at the last line and cover the text above it. */
  above = last_line->y + last_line->height + GAP + size.height > gtk_widget_get_height (parent) &&
          first_line->y > size.height + GAP;
  place = above ? *first_line : *last_line;
  place.y -= GAP;
  place.height += 2 * GAP;
  /* Within the article: the bar is centred on the place. */
  margin = size.width / 2 + MARGIN;
  place.x = CLAMP (place.x + place.width / 2, MIN (margin, width / 2), MAX (width - margin, width / 2));
  place.width = 1;
  gtk_popover_set_position (GTK_POPOVER (self), above ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);

  self->lingers = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_popover_popup (GTK_POPOVER (self));
}

void
desk_marking_bar_linger (DeskMarkingBar *self)
{
  g_return_if_fail (DESK_IS_MARKING_BAR (self));

  self->lingers = TRUE;
  start_timeout (self, LINGER_MS);
}

void
desk_marking_bar_hide (DeskMarkingBar *self)
{
  g_return_if_fail (DESK_IS_MARKING_BAR (self));

  self->lingers = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_popover_popdown (self->picks_popover);
  gtk_popover_popdown (GTK_POPOVER (self));
}
