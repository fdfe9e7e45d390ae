/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-passage-row.h"

#include "desk-text-side.h"

struct _DeskPassageRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *words;
  GtkWidget *captions;
  GtkLabel *caption;
  GtkWidget *why_button;
  GtkLabel *why;
  DeskPassage *passage;
};

G_DEFINE_FINAL_TYPE (DeskPassageRow, desk_passage_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
pressed_cb (DeskPassageRow *self,
            int n_press,
            double x,
            double y)
{
  if (desk_passage_get_finding (self->passage) != NULL)
    g_signal_emit (self, signals[MENU], 0, (int) x, (int) y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer data)
{
  pressed_cb (DESK_PASSAGE_ROW (widget), 1, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget));
  return GDK_EVENT_STOP;
}

/* A quote is dropped on who said it. */
static GdkContentProvider *
prepare_cb (DeskPassageRow *self,
            double x,
            double y,
            GtkDragSource *source)
{
  DeskFinding *finding = desk_passage_get_finding (self->passage);
  g_autoptr (GdkPaintable) icon = NULL;

  if (finding == NULL || (desk_finding_get_quote (finding) == NULL && desk_finding_get_statement (finding) == NULL))
    return NULL;
  icon = gtk_widget_paintable_new (GTK_WIDGET (self->words));
  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return gdk_content_provider_new_typed (DESK_TYPE_FINDING, finding);
}

static void
add_controllers (DeskPassageRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
desk_passage_row_dispose (GObject *object)
{
  DeskPassageRow *self = DESK_PASSAGE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_PASSAGE_ROW);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (desk_passage_row_parent_class)->dispose (object);
}

static void
desk_passage_row_class_init (DeskPassageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_passage_row_dispose;

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-passage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPassageRow, words);
  gtk_widget_class_bind_template_child (widget_class, DeskPassageRow, captions);
  gtk_widget_class_bind_template_child (widget_class, DeskPassageRow, caption);
  gtk_widget_class_bind_template_child (widget_class, DeskPassageRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, DeskPassageRow, why);
}

static void
desk_passage_row_init (DeskPassageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_text_side_follow (self->words, self->words);
  desk_text_side_turn (GTK_BOX (self->captions), self->words);
  add_controllers (self);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

GtkWidget *
desk_passage_row_new (DeskPassage *passage)
{
  DeskPassageRow *self;
  const char *caption, *why;
  g_autofree char *plain = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (DESK_IS_PASSAGE (passage), NULL);

  self = g_object_new (DESK_TYPE_PASSAGE_ROW, NULL);
  self->passage = g_object_ref (passage);
  caption = desk_passage_get_caption (passage);
  why = desk_passage_get_why (passage);

  gtk_label_set_markup (self->words, desk_passage_get_markup (passage));
  if (desk_passage_get_quoted (passage))
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "article-text");
  gtk_label_set_label (self->caption, caption ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), is_given (caption));
  /* The analysis gives the reason untranslated, so that its results are the same everywhere. */
  gtk_label_set_label (self->why, is_given (why) ? g_dgettext (GETTEXT_PACKAGE, why) : "");
  gtk_widget_set_visible (self->why_button, is_given (why));
  gtk_widget_set_visible (self->captions, is_given (caption) || is_given (why));

  /* A row has no name of its own: assistive technology would read nothing. */
  plain = g_strdup (gtk_label_get_text (self->words));
  label = is_given (caption) ? g_strdup_printf ("%s, %s", plain, caption) : g_steal_pointer (&plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

DeskPassage *
desk_passage_row_get_passage (DeskPassageRow *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE_ROW (self), NULL);

  return self->passage;
}

void
desk_passage_row_show (DeskPassageRow *self)
{
  DeskFinding *finding;
  DeskRange range;

  g_return_if_fail (DESK_IS_PASSAGE_ROW (self));

  finding = desk_passage_get_finding (self->passage);
  range = desk_passage_get_range (self->passage);
  if (finding != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "article.show-finding", "(uu)", desk_finding_get_kind (finding),
                                desk_finding_get_range (finding).start);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "article.show-range", "(uu)", range.start, range.end);
}
