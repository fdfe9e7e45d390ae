/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-corrections-page.h"

#include "desk-row-group.h"
#include "desk-rule-words.h"
#include "desk-undo-toast.h"

struct _DeskCorrectionsPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  DeskRowGroup *group;
  GtkLabel *none;

  DeskSession *session;
  DeskAnswerList *rules;
};

G_DEFINE_FINAL_TYPE (DeskCorrectionsPage, desk_corrections_page, ADW_TYPE_BIN)

static void
show_toast (DeskCorrectionsPage *self,
            AdwToast *toast)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else
    g_object_unref (toast);
}

static void
show_problem (DeskCorrectionsPage *self,
              const GError *error)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  show_toast (self, toast);
}

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskCorrectionsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = desk_session_undo_finish (DESK_SESSION (source), result, &error);

  if (error != NULL)
    show_problem (self, error);
}

/* The action of the window rests while a dialog is open. */
static void
undo_clicked_cb (DeskCorrectionsPage *self)
{
  desk_session_undo_async (self->session, NULL, undone_cb, g_object_ref (self));
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskCorrectionsPage) self = data;
  g_autoptr (GError) error = NULL;
  DeskLibrary *library = desk_session_get_library (DESK_SESSION (source));
  AdwToast *toast;

  if (!desk_session_action_finish (DESK_SESSION (source), result, &error))
    {
      show_problem (self, error);
      return;
    }
  /* It may have been closed meanwhile. */
  if (library == NULL)
    return;
  toast = desk_undo_toast_new (_ ("Correction removed"), library);
  adw_toast_set_action_name (toast, NULL);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, G_CONNECT_SWAPPED);
  show_toast (self, toast);
}

static void
remove_clicked_cb (GtkWidget *button,
                   DeskCorrectionsPage *self)
{
  const char *ids[] = { g_object_get_data (G_OBJECT (button), "rule"), NULL };

  desk_session_remove_rules_async (self->session, ids, NULL, removed_cb, g_object_ref (self));
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  DeskCorrectionsPage *self = data;
  DeskRule *rule = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = desk_rule_dup_title (rule);
  g_autofree char *subtitle = desk_rule_dup_subtitle (rule);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (button, _ ("Remove the Correction"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "rule", g_strdup (desk_rule_get_id (rule)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (DeskCorrectionsPage *self)
{
  gboolean empty = self->rules == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->rules)) == 0;

  gtk_label_set_label (self->none, *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0'
                                     ? _ ("No Results")
                                     : _ ("What you correct about names, quotes and dates is listed here."));
  gtk_widget_set_visible (GTK_WIDGET (self->none), empty);
}

static void
search_changed_cb (DeskCorrectionsPage *self)
{
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_RULES, NULL, -1);

  question->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  if (self->rules != NULL)
    desk_answer_list_set_question (self->rules, question);
}

static void
desk_corrections_page_dispose (GObject *object)
{
  DeskCorrectionsPage *self = DESK_CORRECTIONS_PAGE (object);

  g_clear_object (&self->rules);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_corrections_page_parent_class)->dispose (object);
}

static void
desk_corrections_page_class_init (DeskCorrectionsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_corrections_page_dispose;
}

static void
desk_corrections_page_init (DeskCorrectionsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->search_entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (self->search_entry, _ ("Search corrections"));
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  self->group = DESK_ROW_GROUP (desk_row_group_new (_ ("Names, Quotes and Dates")));
  self->none = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->none, TRUE);
  gtk_label_set_justify (self->none, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search_entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
desk_corrections_page_set_session (DeskCorrectionsPage *self,
                                   DeskSession *session)
{
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_RULES, NULL, -1);

  g_return_if_fail (DESK_IS_CORRECTIONS_PAGE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), session != NULL);
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  self->rules = desk_library_ask (desk_session_get_library (session), question);
  g_signal_connect_object (self->rules, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  desk_row_group_bind (self->group, G_LIST_MODEL (self->rules), create_row, self);
  update (self);
}
