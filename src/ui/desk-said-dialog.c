/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-said-dialog.h"

#include "desk-date-label.h"
#include "desk-dialog-focus.h"
#include "desk-said-words.h"
#include "desk-text-side.h"

struct _DeskSaidDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkEditable *words_entry;
  GtkEditable *source_entry;
  GtkEditable *from_entry;
  GtkEditable *until_entry;
  GtkLabel *day_label;
  GtkStack *stack;
  GtkListView *list;

  DeskIdentity *speaker;
  DeskAnswerList *answers;
};

G_DEFINE_FINAL_TYPE (DeskSaidDialog, desk_said_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* A day that is not finished yet counts as none, and says so. */
static char *
dup_day (DeskSaidDialog *self,
         GtkEditable *entry)
{
  g_autofree char *text = dup_text (entry);
  char *day = text ? desk_date_label_parse (text) : NULL;

  if (text != NULL && day == NULL)
    {
      g_autofree char *unfinished = NULL;

      /* Translators: %s is what was typed for a day so far. */
      unfinished = g_strdup_printf (_ ("“%s” is no day yet, and does not count."), text);
      gtk_widget_add_css_class (GTK_WIDGET (entry), "warning");
      gtk_label_set_label (self->day_label, unfinished);
      gtk_widget_set_visible (GTK_WIDGET (self->day_label), TRUE);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "warning");
    }
  return day;
}

static DeskQuestion *
create_question (DeskSaidDialog *self)
{
  DeskQuestion *question = desk_question_new (DESK_QUESTION_KIND_SAID, self->speaker->name, self->speaker->kind);

  question->words = dup_text (self->words_entry);
  question->source = dup_text (self->source_entry);
  gtk_widget_set_visible (GTK_WIDGET (self->day_label), FALSE);
  question->from = dup_day (self, self->from_entry);
  question->until = dup_day (self, self->until_entry);
  return question;
}

static void
ask (DeskSaidDialog *self)
{
  g_autoptr (DeskQuestion) question = NULL;

  if (self->answers == NULL)
    return;
  question = create_question (self);
  desk_answer_list_set_question (self->answers, question);
}

static void
update (DeskSaidDialog *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->answers)) == 0 && !desk_answer_list_get_loading (self->answers);

  gtk_stack_set_visible_child_name (self->stack, empty ? "none" : "quotes");
}

static void
activate_cb (DeskSaidDialog *self,
             guint position)
{
  g_autoptr (DeskSaid) said = g_list_model_get_item (G_LIST_MODEL (self->answers), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-passage", "(suu)", desk_said_get_article_id (said),
                              desk_said_get_start (said), desk_said_get_end (said));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
copy_cb (GtkWidget *button,
         DeskSaidDialog *self)
{
  DeskSaid *said = gtk_list_item_get_item (g_object_get_data (G_OBJECT (button), "list-item"));
  g_autofree char *text = said ? desk_said_dup_attribution (said, self->speaker->name) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied with source")));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item,
          DeskSaidDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *words = gtk_label_new (NULL), *place = gtk_label_new (NULL);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? words : place);

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (lines), GTK_WIDGET (label));
    }
  desk_text_side_follow (GTK_LABEL (words), GTK_LABEL (words));
  desk_text_side_follow (GTK_LABEL (place), GTK_LABEL (words));
  gtk_widget_add_css_class (words, "article-text");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (copy, GTK_ALIGN_START);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_tooltip_text (copy, _ ("Copy with Source"));
  g_object_set_data (G_OBJECT (copy), "list-item", item);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, 0);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), copy);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item)
{
  DeskSaid *said = gtk_list_item_get_item (item);
  GtkWidget *lines = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *words = gtk_widget_get_first_child (lines);
  g_autofree char *place = desk_said_dup_place (said);
  g_autofree char *text = NULL;

  text = desk_said_get_indirect (said) ? g_strdup (desk_said_get_text (said)) : g_strdup_printf ("“%s”", desk_said_get_text (said));
  gtk_label_set_label (GTK_LABEL (words), text);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (words)), place);
  gtk_list_item_set_accessible_label (item, text);
  gtk_list_item_set_accessible_description (item, place);
}

static void
desk_said_dialog_dispose (GObject *object)
{
  DeskSaidDialog *self = DESK_SAID_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_SAID_DIALOG);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->speaker, desk_identity_free);

  G_OBJECT_CLASS (desk_said_dialog_parent_class)->dispose (object);
}

static void
desk_said_dialog_class_init (DeskSaidDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_said_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-said-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, words_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, source_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, from_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, until_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, day_label);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskSaidDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
}

static void
desk_said_dialog_init (DeskSaidDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  desk_dialog_focus_entry (ADW_DIALOG (self), self->words_entry);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

AdwDialog *
desk_said_dialog_new (DeskLibrary *library,
                      const DeskIdentity *speaker)
{
  DeskSaidDialog *self;
  g_autoptr (DeskQuestion) question = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (DESK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (speaker != NULL, NULL);

  self = g_object_new (DESK_TYPE_SAID_DIALOG, NULL);
  self->speaker = desk_identity_copy (speaker);
  /* Translators: the title of a list of quotes; %s is who said them. */
  title = g_strdup_printf (_ ("Everything %s Said"), speaker->name);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  question = create_question (self);
  self->answers = desk_library_ask (library, question);
  g_signal_connect_object (self->answers, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answers, "notify::loading", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  {
    g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->answers)));

    gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  }
  update (self);
  return ADW_DIALOG (self);
}
