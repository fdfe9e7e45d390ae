/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-repair-dialogs.h"

#include "desk-date-label.h"
#include "desk-edtf.h"
#include "desk-labels.h"

typedef struct
{
  AdwEntryRow *entry;
  AdwComboRow *kind;
  GtkStack *message; /* the words below the entry; the longest has its room, so that the dialog stays as it is */
  GtkLabel *said;
  GtkLabel *wrong;
  GtkWidget *scope;
  DeskEntityAnswer entity_answer;
  DeskDateAnswer date_answer;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_free (asking);
}

static char *
dup_typed (Asking *asking)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asking->entry))));
}

/* A day or a month as it is written here, or EDTF; NULL for neither. */
static char *
dup_date (Asking *asking)
{
  g_autofree char *typed = dup_typed (asking);
  char *day;

  if (desk_edtf_is_valid (typed))
    return g_steal_pointer (&typed);
  day = desk_date_label_parse (typed);
  return day != NULL ? day : desk_date_label_parse_month (typed);
}

static void
response_cb (AdwAlertDialog *dialog,
             const char *response,
             Asking *asking)
{
  DeskRuleScope scope = desk_scope_row_get (DESK_SCOPE_ROW (asking->scope));

  if (g_strcmp0 (response, "apply") != 0)
    return;
  if (asking->entity_answer != NULL)
    {
      g_autofree char *name = dup_typed (asking);

      asking->entity_answer (name, adw_combo_row_get_selected (asking->kind), scope, asking->user_data);
    }
  else
    {
      g_autofree char *value = dup_date (asking);

      if (value != NULL)
        asking->date_answer (value, scope, asking->user_data);
    }
}

/* Below the entry: a word of help, what was understood, or what is wrong. */

static GtkLabel *
add_message (Asking *asking,
             const char *name,
             const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  gtk_stack_add_named (asking->message, label, name);
  return GTK_LABEL (label);
}

static GtkWidget *
create_message (Asking *asking,
                const char *help)
{
  asking->message = GTK_STACK (gtk_stack_new ());
  add_message (asking, "help", help, "dimmed");
  asking->said = add_message (asking, "said", NULL, "dimmed");
  asking->wrong = add_message (asking, "wrong", NULL, "error");
  return GTK_WIDGET (asking->message);
}

static void
show_message (Asking *asking,
              const char *name)
{
  gtk_widget_remove_css_class (GTK_WIDGET (asking->entry), "error");
  gtk_stack_set_visible_child_name (asking->message, name);
}

/* Only on Enter: what is being typed is wrong most of the time. */
static void
show_wrong (Asking *asking,
            const char *text)
{
  gtk_label_set_label (asking->wrong, text);
  show_message (asking, "wrong");
  gtk_widget_add_css_class (GTK_WIDGET (asking->entry), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (asking->entry), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
name_changed_cb (AdwAlertDialog *dialog)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *name = dup_typed (asking);

  adw_alert_dialog_set_response_enabled (dialog, "apply", *name != '\0');
  show_message (asking, "help");
}

static void
name_entered_cb (AdwAlertDialog *dialog)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *name = dup_typed (asking);

  if (*name == '\0')
    show_wrong (asking, _ ("A name is needed."));
}

static void
date_changed_cb (AdwAlertDialog *dialog)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *value = dup_date (asking);
  g_autofree char *words = desk_date_label_dup (value);

  adw_alert_dialog_set_response_enabled (dialog, "apply", value != NULL);
  gtk_label_set_label (asking->said, words);
  show_message (asking, value != NULL ? "said" : "help");
}

static void
date_entered_cb (AdwAlertDialog *dialog)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *value = dup_date (asking);
  g_autofree char *typed = dup_typed (asking);
  g_autofree char *wrong = NULL;

  if (value != NULL)
    return;
  wrong = *typed != '\0' ? g_strdup_printf (_ ("“%s” is no date. Write it like 2023-02-07, 2023-02 or 2023."), typed)
                         : g_strdup (_ ("A day is needed."));
  show_wrong (asking, wrong);
}

static AdwDialog *
create_dialog (const char *heading,
               Asking *asking)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "apply", _ ("_Apply"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "apply", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "apply");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), asking);
  return dialog;
}

static AdwEntryRow *
create_entry (AdwDialog *dialog,
              const char *title,
              const char *text,
              GCallback changed,
              GCallback entered)
{
  AdwEntryRow *entry = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
  g_signal_connect_object (entry, "changed", changed, dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "entry-activated", entered, dialog, G_CONNECT_SWAPPED);
  adw_entry_row_set_activates_default (entry, TRUE);
  return entry;
}

void
desk_repair_dialog_ask_entity (GtkWidget *parent,
                               DeskEntity *entity,
                               DeskEntityAnswer answered,
                               gpointer user_data,
                               GDestroyNotify destroy)
{
  Asking *asking = g_new0 (Asking, 1);
  AdwDialog *dialog = create_dialog (_ ("Name and Kind"), asking);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  asking->entity_answer = answered;
  asking->user_data = user_data;
  asking->destroy = destroy;
  asking->entry = create_entry (dialog, _ ("Name"), desk_entity_get_name (entity), G_CALLBACK (name_changed_cb),
                                G_CALLBACK (name_entered_cb));
  for (guint kind = 0; kind < DESK_N_ENTITY_KINDS; kind++)
    gtk_string_list_append (kinds, desk_label_for_entity_kind (kind));
  asking->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (asking->kind), _ ("Kind"));
  adw_combo_row_set_model (asking->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (asking->kind, desk_entity_get_kind (entity));
  asking->scope = desk_scope_row_new (DESK_SCOPES_ARTICLE | DESK_SCOPES_LIBRARY, DESK_RULE_SCOPE_ARTICLE);
  gtk_widget_set_halign (asking->scope, GTK_ALIGN_CENTER);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (asking->entry));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (asking->kind));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), create_message (asking, NULL));
  gtk_box_append (GTK_BOX (box), asking->scope);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);
  adw_dialog_set_focus (dialog, GTK_WIDGET (asking->entry));
  adw_dialog_present (dialog, parent);
  gtk_editable_select_region (GTK_EDITABLE (asking->entry), 0, -1);
}

void
desk_repair_dialog_ask_date (GtkWidget *parent,
                             const DeskDate *date,
                             DeskDateAnswer answered,
                             gpointer user_data,
                             GDestroyNotify destroy)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *words = desk_label_dup_line (date->text);
  g_autofree char *heading = NULL;
  AdwDialog *dialog;
  GtkWidget *message;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();

  /* Translators: %s are words of the text, such as “last Tuesday”. */
  heading = g_strdup_printf (_ ("Which Day Is “%s”?"), words);
  dialog = create_dialog (heading, asking);
  asking->date_answer = answered;
  asking->user_data = user_data;
  asking->destroy = destroy;
  asking->entry = create_entry (dialog, _ ("Day"), date->value, G_CALLBACK (date_changed_cb), G_CALLBACK (date_entered_cb));
  /* Translators: what may be typed for a day; the examples stay as they are. */
  message = create_message (asking, _ ("A day, 2022-06 for a month, 2022 for a year, 2022~ for “about”"));
  asking->scope = desk_scope_row_new (DESK_SCOPES_PLACE | DESK_SCOPES_ARTICLE, DESK_RULE_SCOPE_MENTION);
  gtk_widget_set_halign (asking->scope, GTK_ALIGN_CENTER);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (asking->entry));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), asking->scope);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);
  date_changed_cb (ADW_ALERT_DIALOG (dialog));
  adw_dialog_set_focus (dialog, GTK_WIDGET (asking->entry));
  adw_dialog_present (dialog, parent);
  gtk_editable_select_region (GTK_EDITABLE (asking->entry), 0, -1);
}
