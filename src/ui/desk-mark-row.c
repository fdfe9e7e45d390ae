/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-mark-row.h"

#include "desk-kind-swatch.h"
#include "desk-labels.h"
#include "desk-text-side.h"

struct _DeskMarkRow
{
  GtkWidget parent_instance;

  DeskKindSwatch *swatch;
  GtkLabel *passage;
  GtkLabel *note;
  GtkLabel *place;
  GtkMenuButton *menu_button;

  GListModel *kinds;
  DeskAnnotation *annotation;
};

G_DEFINE_FINAL_TYPE (DeskMarkRow, desk_mark_row, GTK_TYPE_WIDGET)

static void
append_item (GMenu *menu,
             const char *label,
             const char *action,
             GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Made when it is opened: a list of thousands of marks needs no thousands of menus. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  DeskMarkRow *self = data;
  const char *id = desk_annotation_get_id (self->annotation);
  const char *note = desk_annotation_get_note (self->annotation);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, i);

      append_item (kinds, desk_kind_get_name (kind), "article.set-mark-kind",
                   g_variant_new ("(ss)", id, desk_kind_get_id (kind)));
    }
  append_item (edit, note != NULL && *note != '\0' ? _ ("Edit Note") : _ ("Write a Note"), "article.edit-note",
               g_variant_new_string (id));
  append_item (edit, _ ("Copy with Source"), "article.copy-mark", g_variant_new_string (id));
  append_item (remove, _ ("Delete"), "article.remove-mark", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  /* Translators: the heading above the kinds of a mark in a menu. */
  g_menu_append_submenu (menu, _ ("Kind"), G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
desk_mark_row_dispose (GObject *object)
{
  DeskMarkRow *self = DESK_MARK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_MARK_ROW);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->annotation);
  g_clear_object (&self->kinds);

  G_OBJECT_CLASS (desk_mark_row_parent_class)->dispose (object);
}

static void
desk_mark_row_class_init (DeskMarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_mark_row_dispose;

  g_type_ensure (DESK_TYPE_KIND_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-mark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskMarkRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkRow, passage);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkRow, note);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkRow, place);
  gtk_widget_class_bind_template_child (widget_class, DeskMarkRow, menu_button);
  gtk_widget_class_set_css_name (widget_class, "markrow");
}

static void
desk_mark_row_init (DeskMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_text_side_follow (self->passage, self->passage);
  desk_text_side_follow (self->note, self->note);
  desk_text_side_follow (self->place, self->passage);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

GtkWidget *
desk_mark_row_new (GListModel *kinds)
{
  DeskMarkRow *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (kinds), NULL);

  self = g_object_new (DESK_TYPE_MARK_ROW, NULL);
  self->kinds = g_object_ref (kinds);
  return GTK_WIDGET (self);
}

void
desk_mark_row_set_annotation (DeskMarkRow *self,
                              DeskAnnotation *annotation,
                              const char *place)
{
  g_autofree char *passage = NULL;
  g_autofree char *where = NULL;
  const char *note;
  DeskKind *kind;

  g_return_if_fail (DESK_IS_MARK_ROW (self));
  g_return_if_fail (DESK_IS_ANNOTATION (annotation));

  g_set_object (&self->annotation, annotation);
  kind = desk_kind_list_find (self->kinds, desk_annotation_get_kind_id (annotation));
  passage = desk_label_dup_line (desk_annotation_get_exact (annotation));
  note = desk_annotation_get_note (annotation);

  desk_kind_swatch_set_kind (self->swatch, kind);
  gtk_label_set_label (self->passage, passage);
  gtk_label_set_label (self->note, note ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL && *note != '\0');
  /* Translators: the kind of a mark and where it stands: “Check · paragraph 5”. */
  where = g_strdup_printf (_ ("%s · %s"), kind ? desk_kind_get_name (kind) : desk_annotation_get_kind_id (annotation), place);
  gtk_label_set_label (self->place, where);
}

char *
desk_mark_row_dup_label (DeskMarkRow *self,
                         guint position,
                         guint n_marks)
{
  DeskKind *kind;
  const char *name;

  g_return_val_if_fail (DESK_IS_MARK_ROW (self), NULL);

  if (self->annotation == NULL)
    return NULL;
  kind = desk_kind_swatch_get_kind (self->swatch);
  name = kind ? desk_kind_get_name (kind) : desk_annotation_get_kind_id (self->annotation);
  if (gtk_widget_get_visible (GTK_WIDGET (self->note)))
    /* Translators: read aloud for a mark: kind, number of all, kind and place, passage, note. */
    return g_strdup_printf (_ ("%s, %u of %u, %s: %s; note: %s"), name, position + 1, n_marks,
                            gtk_label_get_label (self->place), gtk_label_get_label (self->passage),
                            gtk_label_get_label (self->note));
  /* Translators: read aloud for a mark: kind, number of all, kind and place, passage. */
  return g_strdup_printf (_ ("%s, %u of %u, %s: %s"), name, position + 1, n_marks,
                          gtk_label_get_label (self->place), gtk_label_get_label (self->passage));
}
