/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-entity-chooser.h"

#include "desk-dialog-focus.h"
#include "desk-entity-sign.h"
#include "desk-known.h"
#include "desk-labels.h"

/* More would be scrolled through longer than a letter more is typed. */
#define MAX_ROWS 60
#define MAX_LIBRARY_ROWS 30
#define N_LISTS 4

struct _DeskEntityChooser
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkWidget *article_section;
  GtkListBox *article_list;
  GtkWidget *library_section;
  GtkListBox *library_list;
  GtkWidget *new_section;
  GtkListBox *new_list;
  GtkListBox *nobody_list;
  AdwActionRow *nobody_row;
  GtkScrolledWindow *scroller;
  AdwBin *scope_bin;

  DeskAnalysis *analysis;
  DeskEntity *left_out;
  GPtrArray *entities;     /* of DeskEntity, those to be offered first come first */
  DeskAnswerList *answers; /* nullable: without a library */
  char *hint;
  gboolean has_nobody;
  gboolean enter_waits; /* for the library, whose first may be what is meant */
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

static char *
dup_typed (DeskEntityChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

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

static gboolean
is_identity (DeskEntity *entity,
             const DeskIdentity *identity)
{
  g_autoptr (DeskIdentity) own = desk_entity_dup_identity (entity);

  return desk_identity_equal (own, identity);
}

static guint
get_n_answers (DeskEntityChooser *self)
{
  return self->answers ? g_list_model_get_n_items (G_LIST_MODEL (self->answers)) : 0;
}

/* Whether the library found an entity by a name that it does not have in this article. */
static gboolean
is_answer (DeskEntityChooser *self,
           DeskEntity *entity)
{
  if (self->answers == NULL || desk_answer_list_get_loading (self->answers))
    return FALSE;
  for (guint i = 0; i < get_n_answers (self); i++)
    {
      g_autoptr (DeskKnown) known = g_list_model_get_item (G_LIST_MODEL (self->answers), i);
      const DeskIdentity identity = { desk_known_get_kind (known), (char *) desk_known_get_name (known) };

      if (is_identity (entity, &identity))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_article (DeskEntityChooser *self,
               const DeskIdentity *identity)
{
  if (self->left_out != NULL && is_identity (self->left_out, identity))
    return TRUE;
  for (guint i = 0; i < self->entities->len; i++)
    if (is_identity (g_ptr_array_index (self->entities, i), identity))
      return TRUE;
  return FALSE;
}

static void
cut_rows (GtkListBox *list,
          GtkWidget *section,
          guint n_rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, n_rows)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (section, n_rows > 0);
}

static const DeskIdentity *
get_identity (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "identity");
}

/* A row that stays is not made anew: it may have the focus, or the pointer be pressed on it. */
static void
put_row (GtkListBox *list,
         guint *index,
         DeskEntityKind kind,
         const char *name,
         const char *title,
         const char *subtitle)
{
  GtkListBoxRow *there = gtk_list_box_get_row_at_index (list, *index);
  const DeskIdentity *identity = there ? get_identity (there) : NULL;
  GtkWidget *row = GTK_WIDGET (there);

  if (identity == NULL || identity->kind != kind || g_strcmp0 (identity->name, name) != 0)
    {
      GtkWidget *sign = desk_entity_sign_new (kind, name);

      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "identity", desk_identity_new (kind, name), (GDestroyNotify) desk_identity_free);
      if (there != NULL)
        gtk_list_box_remove (list, GTK_WIDGET (there));
      gtk_list_box_insert (list, row, *index);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  (*index)++;
}

static void
fill_article (DeskEntityChooser *self,
              const char *words)
{
  guint n = 0;

  for (guint i = 0; i < self->entities->len && n < MAX_ROWS; i++)
    {
      DeskEntity *entity = g_ptr_array_index (self->entities, i);
      const char *kind = desk_label_for_entity_kind (desk_entity_get_kind (entity));
      g_autofree char *about = NULL;
      g_autofree char *subtitle = NULL;

      if (!matches (entity, words) && !is_answer (self, entity))
        continue;
      about = desk_label_dup_subtitle (entity, self->analysis);
      subtitle = about ? g_strdup_printf ("%s · %s", kind, about) : g_strdup (kind);
      put_row (self->article_list, &n, desk_entity_get_kind (entity), desk_entity_get_name (entity),
               desk_entity_get_name (entity), subtitle);
    }
  cut_rows (self->article_list, self->article_section, n);
}

static char *
dup_about (DeskKnown *known)
{
  const char *other = desk_known_get_other_name (known);
  g_autoptr (GString) about = g_string_new (desk_label_for_entity_kind (desk_known_get_kind (known)));
  guint n = desk_known_get_n_articles (known);

  g_string_append (about, " · ");
  g_string_append_printf (about, ngettext ("%u article", "%u articles", n), n);
  if (other != NULL)
    {
      g_string_append (about, " · ");
      /* Translators: another name of a person or an organisation. */
      g_string_append_printf (about, _ ("also “%s”"), other);
    }
  return g_string_free_and_steal (g_steal_pointer (&about));
}

static void
fill_library (DeskEntityChooser *self,
              const char *words)
{
  /* What is there may be the answer to what was typed before. */
  gboolean loading = self->answers != NULL && desk_answer_list_get_loading (self->answers);
  guint n = 0;

  for (guint i = 0; i < get_n_answers (self) && n < MAX_LIBRARY_ROWS; i++)
    {
      g_autoptr (DeskKnown) known = g_list_model_get_item (G_LIST_MODEL (self->answers), i);
      const char *name = desk_known_get_name (known);
      const DeskIdentity identity = { desk_known_get_kind (known), (char *) name };
      g_autofree char *about = NULL;

      if (is_in_article (self, &identity) || (loading && *words != '\0' && !g_str_match_string (words, name, TRUE)))
        continue;
      about = dup_about (known);
      put_row (self->library_list, &n, identity.kind, name, name, about);
    }
  cut_rows (self->library_list, self->library_section, n);
}

static gboolean
is_listed (GtkListBox *list,
           const DeskIdentity *identity)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (desk_identity_equal (get_identity (row), identity))
      return TRUE;
  return FALSE;
}

static void
fill_new (DeskEntityChooser *self,
          const char *words)
{
  guint n = 0;

  for (guint i = 0; *words != '\0' && i < G_N_ELEMENTS (new_kinds); i++)
    {
      const DeskIdentity identity = { new_kinds[i], (char *) words };
      g_autofree char *title = NULL;

      if (is_listed (self->article_list, &identity) || is_listed (self->library_list, &identity) ||
          (self->left_out != NULL && is_identity (self->left_out, &identity)))
        continue;
      /* Translators: a name that was typed, and the kind that it is to have: person, place … */
      title = g_strdup_printf (_ ("“%s” as %s"), words, desk_label_for_entity_kind (new_kinds[i]));
      put_row (self->new_list, &n, new_kinds[i], words, title, "");
    }
  cut_rows (self->new_list, self->new_section, n);
}

static void
fill (DeskEntityChooser *self)
{
  g_autofree char *words = dup_typed (self);

  fill_article (self, words);
  fill_library (self, words);
  fill_new (self, words);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody_list), self->has_nobody && *words == '\0');
}

static void
choose (DeskEntityChooser *self,
        GtkListBoxRow *row)
{
  GtkWidget *scope = adw_bin_get_child (self->scope_bin);
  g_autoptr (DeskIdentity) identity = NULL;

  if (get_identity (row) != NULL)
    identity = desk_identity_copy (get_identity (row));
  g_object_ref (self);
  g_signal_emit (self, signals[CHOSEN], 0, identity,
                 scope ? desk_scope_row_get (DESK_SCOPE_ROW (scope)) : DESK_RULE_SCOPE_MENTION);
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static guint
get_lists (DeskEntityChooser *self,
           GtkListBox *lists[N_LISTS])
{
  lists[0] = self->article_list;
  lists[1] = self->library_list;
  lists[2] = self->new_list;
  lists[3] = self->nobody_list;
  return gtk_widget_get_visible (GTK_WIDGET (self->nobody_list)) ? N_LISTS : N_LISTS - 1;
}

static GtkListBoxRow *
get_first_row (DeskEntityChooser *self)
{
  GtkListBox *lists[N_LISTS];
  GtkListBoxRow *row = NULL;
  guint n = get_lists (self, lists);

  for (guint i = 0; i < n && row == NULL; i++)
    row = gtk_list_box_get_row_at_index (lists[i], 0);
  return row;
}

/* Enter takes the first; where that is a new name only because the library has not answered yet, it waits. */
static void
activate_cb (DeskEntityChooser *self)
{
  gboolean sure = gtk_widget_get_visible (self->article_section) || gtk_widget_get_visible (self->library_section);
  GtkListBoxRow *row = get_first_row (self);

  self->enter_waits = !sure && self->answers != NULL && desk_answer_list_get_loading (self->answers);
  if (row != NULL && !self->enter_waits)
    choose (self, row);
}

static void
answered_cb (DeskEntityChooser *self)
{
  if (self->answers == NULL || desk_answer_list_get_loading (self->answers))
    return;
  fill (self);
  if (self->enter_waits)
    activate_cb (self);
}

static DeskQuestion *
create_question (DeskEntityChooser *self)
{
  int kind = self->left_out != NULL ? (int) desk_entity_get_kind (self->left_out) : -1;
  DeskQuestion *question = desk_question_new (DESK_QUESTION_KIND_KNOWN, NULL, kind);

  question->words = dup_typed (self);
  if (*question->words == '\0')
    g_set_str (&question->words, self->hint);
  return question;
}

static void
typed_cb (DeskEntityChooser *self)
{
  self->enter_waits = FALSE;
  if (self->answers != NULL)
    {
      g_autoptr (DeskQuestion) question = create_question (self);

      desk_answer_list_set_question (self->answers, question);
    }
  fill (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  /* What is typed on a row: Enter is for the first again. */
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry))));
}

/* From the entry into the lists, from one list into the next, and back. */

static gboolean
key_pressed_cb (DeskEntityChooser *self,
                guint keyval)
{
  GtkListBoxRow *row = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? get_first_row (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static GtkListBoxRow *
get_edge_row (GtkListBox *list,
              gboolean last)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);
  GtkListBoxRow *next;

  for (int i = 1; last && (next = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    row = next;
  return row;
}

static gboolean
keynav_failed_cb (DeskEntityChooser *self,
                  GtkDirectionType direction,
                  GtkListBox *list)
{
  GtkListBox *lists[N_LISTS];
  GtkListBoxRow *row = NULL;
  int n = (int) get_lists (self, lists);
  int step = direction == GTK_DIR_UP ? -1 : 1;
  int i = 0;

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  while (i < n && lists[i] != list)
    i++;
  for (i += step; i >= 0 && i < n && row == NULL; i += step)
    row = get_edge_row (lists[i], step < 0);
  if (row != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return step < 0 && gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
desk_entity_chooser_dispose (GObject *object)
{
  DeskEntityChooser *self = DESK_ENTITY_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ENTITY_CHOOSER);
  g_clear_object (&self->analysis);
  g_clear_object (&self->left_out);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->hint, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, article_section);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, article_list);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, library_section);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, library_list);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, new_section);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, new_list);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, nobody_list);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, nobody_row);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityChooser, scope_bin);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
desk_entity_chooser_init (DeskEntityChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  desk_dialog_focus_entry (ADW_DIALOG (self), GTK_EDITABLE (self->search_entry));
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

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->nobody_row), label);
  self->has_nobody = TRUE;
  fill (self);
}

void
desk_entity_chooser_set_library (DeskEntityChooser *self,
                                 DeskLibrary *library,
                                 const char *hint)
{
  g_autoptr (DeskQuestion) question = NULL;

  g_return_if_fail (DESK_IS_ENTITY_CHOOSER (self));
  g_return_if_fail (DESK_IS_LIBRARY (library));

  g_set_str (&self->hint, hint);
  question = create_question (self);
  self->answers = desk_library_ask (library, question);
  g_signal_connect_object (self->answers, "items-changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->answers, "notify::loading", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}
