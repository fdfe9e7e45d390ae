/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-passage-row.h"

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
