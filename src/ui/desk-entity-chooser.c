/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-entity-chooser.h"

#include "desk-entity-sign.h"
#include "desk-labels.h"

/* More would be scrolled through longer than a letter more is typed. */
#define MAX_ROWS 60

struct _DeskEntityChooser
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkListBox *list;
  AdwBin *scope_bin;

  DeskAnalysis *analysis;
  DeskEntity *left_out;
  GPtrArray *entities; /* of DeskEntity, those to be offered first come first */
  char *nobody;
};

G_DEFINE_FINAL_TYPE (DeskEntityChooser, desk_entity_chooser, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Kinds that a name which is not in the article can have; the rest can be set afterwards. */
static const DeskEntityKind new_kinds[] = {
  DESK_ENTITY_KIND_PERSON,
  DESK_ENTITY_KIND_ORGANISATION,
  DESK_ENTITY_KIND_GOVERNMENT,
  DESK_ENTITY_KIND_PLACE,
};

static gboolean
matches (DeskEntity *entity,
         const char *words)
{
  const char *const *aliases = desk_entity_get_aliases (entity);

  if (*words == '\0' || g_str_match_string (words, desk_entity_get_name (entity), TRUE))
    return TRUE;
  for (; aliases != NULL && *aliases != NULL; aliases++)
    if (g_str_match_string (words, *aliases, TRUE))
      return TRUE;
  return FALSE;
}

static GtkWidget *
add_row (DeskEntityChooser *self,
         const char *title,
         const char *subtitle,
         DeskIdentity *identity)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "identity", identity, (GDestroyNotify) desk_identity_free);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_entity (DeskEntityChooser *self,
            DeskEntity *entity)
{
  g_autofree char *about = desk_label_dup_subtitle (entity, self->analysis);
  const char *kind = desk_label_for_entity_kind (desk_entity_get_kind (entity));
  g_autofree char *subtitle = about ? g_strdup_printf ("%s · %s", kind, about) : g_strdup (kind);
  GtkWidget *row = add_row (self, desk_entity_get_name (entity), subtitle,
                            desk_identity_new (desk_entity_get_kind (entity), desk_entity_get_name (entity)));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), desk_entity_sign_new (entity));
}

static void
fill (DeskEntityChooser *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  gboolean known = FALSE;
  guint n = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->entities->len && n < MAX_ROWS; i++)
    {
      DeskEntity *entity = g_ptr_array_index (self->entities, i);

      if (!matches (entity, words))
        continue;
      add_entity (self, entity);
      n++;
      known = known || g_ascii_strcasecmp (desk_entity_get_name (entity), words) == 0;
    }
  for (guint i = 0; *words != '\0' && !known && i < G_N_ELEMENTS (new_kinds); i++)
    {
      g_autofree char *title = NULL;

      /* Translators: a name that was typed, and the kind that it is to have: person, place … */
      title = g_strdup_printf (_ ("“%s” as %s"), words, desk_label_for_entity_kind (new_kinds[i]));
      add_row (self, title, _ ("Not in this article"), desk_identity_new (new_kinds[i], words));
    }
  if (self->nobody != NULL && *words == '\0')
    add_row (self, self->nobody, "", NULL);
}

static void
choose (DeskEntityChooser *self,
        GtkListBoxRow *row)
{
  GtkWidget *scope = adw_bin_get_child (self->scope_bin);
  g_autoptr (DeskIdentity) identity = NULL;
  DeskIdentity *chosen = g_object_get_data (G_OBJECT (row), "identity");

  if (chosen != NULL)
    identity = desk_identity_copy (chosen);
  g_object_ref (self);
  g_signal_emit (self, signals[CHOSEN], 0, identity,
                 scope ? desk_scope_row_get (DESK_SCOPE_ROW (scope)) : DESK_RULE_SCOPE_MENTION);
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static void
row_activated_cb (DeskEntityChooser *self,
                  GtkListBoxRow *row)
{
  choose (self, row);
}

/* Enter takes the first. */
static void
activate_cb (DeskEntityChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    choose (self, row);
}

static void
desk_entity_chooser_dispose (GObject *object)
{
  DeskEntityChooser *self = DESK_ENTITY_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ENTITY_CHOOSER);
  g_clear_object (&self->analysis);
  g_clear_object (&self->left_out);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->nobody, g_free);

  G_OBJECT_CLASS (desk_entity_chooser_parent_class)->dispose (object);
}

static void
desk_entity_chooser_class_init (DeskEntityChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_entity_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, DESK_TYPE_IDENTITY, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-entity-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, list);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, scope_bin);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
desk_entity_chooser_init (DeskEntityChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

static gboolean
can_speak (DeskEntity *entity)
{
  DeskEntityKind kind = desk_entity_get_kind (entity);

  return kind == DESK_ENTITY_KIND_PERSON || kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT;
}

/* Like with like: of the kind of the one that is to be joined, or who can speak; then the most frequent ones. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  DeskEntity *first = *(DeskEntity **) a, *second = *(DeskEntity **) b;
  DeskEntityChooser *self = data;
  gboolean first_fits, second_fits;

  if (self->left_out != NULL)
    {
      first_fits = desk_entity_get_kind (first) == desk_entity_get_kind (self->left_out);
      second_fits = desk_entity_get_kind (second) == desk_entity_get_kind (self->left_out);
    }
  else
    {
      first_fits = can_speak (first);
      second_fits = can_speak (second);
    }
  if (first_fits != second_fits)
    return first_fits ? -1 : 1;
  return (int) desk_entity_get_n_mentions (second) - (int) desk_entity_get_n_mentions (first);
}

DeskEntityChooser *
desk_entity_chooser_new (const char *title,
                         DeskAnalysis *analysis,
                         DeskEntity *left_out)
{
  DeskEntityChooser *self;
  GPtrArray *entities;
  int dpi = -1;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), NULL);

  self = g_object_new (DESK_TYPE_ENTITY_CHOOSER, "title", title, NULL);
  self->analysis = g_object_ref (analysis);
  g_set_object (&self->left_out, left_out);
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
  entities = desk_analysis_get_entities (analysis);
  for (guint i = 0; i < entities->len; i++)
    if (g_ptr_array_index (entities, i) != left_out)
      g_ptr_array_add (self->entities, g_object_ref (g_ptr_array_index (entities, i)));
  g_ptr_array_sort_with_data (self->entities, compare, self);
  /* As wide in letters, however large they are. */
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    adw_dialog_set_content_width (ADW_DIALOG (self), adw_dialog_get_content_width (ADW_DIALOG (self)) * dpi / 1024 / 96);
  fill (self);
  return self;
}

void
desk_entity_chooser_set_scopes (DeskEntityChooser *self,
                                guint scopes,
                                DeskRuleScope active)
{
  g_return_if_fail (DESK_IS_ENTITY_CHOOSER (self));

  adw_bin_set_child (self->scope_bin, desk_scope_row_new (scopes, active));
}

void
desk_entity_chooser_set_nobody (DeskEntityChooser *self,
                                const char *label)
{
  g_return_if_fail (DESK_IS_ENTITY_CHOOSER (self));

  g_set_str (&self->nobody, label);
  fill (self);
}
