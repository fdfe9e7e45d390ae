/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-entity-page.h"

#include "desk-entity-sign.h"
#include "desk-labels.h"
#include "desk-passage-list.h"
#include "desk-passage-row.h"
#include "desk-row-group.h"
#include "desk-said-words.h"

struct _DeskEntityPage
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scroller;
  DeskEntitySign *sign;
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *count;
  DeskRowGroup *roles;
  DeskRowGroup *names;
  DeskRowGroup *quotes;
  DeskRowGroup *said_about;
  DeskRowGroup *dates;
  DeskRowGroup *company;
  DeskRowGroup *mentions;
  DeskRowGroup *articles;
  GtkWidget *said_button;

  DeskMentionStepper *stepper;
  DeskLibrary *library;
  DeskAnswerList *namings;
  DeskEntity *entity;
};

G_DEFINE_FINAL_TYPE (DeskEntityPage, desk_entity_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
passage_activated_cb (DeskEntityPage *self,
                      GtkListBoxRow *row)
{
  desk_passage_row_show (DESK_PASSAGE_ROW (row));
}

static void
mention_activated_cb (DeskEntityPage *self,
                      GtkListBoxRow *row)
{
  DeskRange range = desk_passage_get_range (desk_passage_row_get_passage (DESK_PASSAGE_ROW (row)));

  for (guint i = 0; i < desk_entity_get_n_mentions (self->entity); i++)
    if (desk_mention_get_start (desk_entity_get_mention (self->entity, i)) == range.start)
      {
        desk_mention_stepper_start (self->stepper, self->entity, i);
        return;
      }
}

/* An article of the library that names it, too. */
static void
article_activated_cb (DeskEntityPage *self,
                      GtkListBoxRow *row)
{
  DeskNaming *naming = g_object_get_data (G_OBJECT (row), "naming");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-passage", "(suu)", desk_naming_get_article_id (naming),
                              desk_naming_get_start (naming), desk_naming_get_end (naming));
}

/* The menu is for the name that is selected in the text. */
static void
correct_cb (DeskEntityPage *self,
            GtkWidget *button)
{
  if (desk_entity_get_n_mentions (self->entity) == 0)
    return;
  if (!desk_mention_stepper_is_at (self->stepper, desk_entity_get_id (self->entity)))
    desk_mention_stepper_light (self->stepper, self->entity, 0);
  g_signal_emit (self, signals[MENU], 0, button, 0, gtk_widget_get_height (button));
}

static void
stepper_changed_cb (DeskEntityPage *self)
{
  g_autofree char *count = NULL;
  guint n;
  DeskMention *mention;

  if (self->entity == NULL)
    return;
  n = desk_entity_get_n_mentions (self->entity);
  if (desk_mention_stepper_is_at (self->stepper, desk_entity_get_id (self->entity)))
    count = g_strdup_printf (_ ("%u of %u"), desk_mention_stepper_get_index (self->stepper) + 1, n);
  else
    count = g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
  gtk_label_set_label (self->count, count);

  mention = desk_mention_stepper_is_at (self->stepper, desk_entity_get_id (self->entity))
              ? desk_mention_stepper_get_mention (self->stepper)
              : NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (desk_row_group_get_list (self->mentions)));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      DeskPassage *passage = DESK_IS_PASSAGE_ROW (row) ? desk_passage_row_get_passage (DESK_PASSAGE_ROW (row)) : NULL;

      if (passage != NULL && mention != NULL && desk_passage_get_range (passage).start == desk_mention_get_start (mention))
        gtk_widget_add_css_class (row, "lit");
      else
        gtk_widget_remove_css_class (row, "lit");
    }
}

static void
desk_entity_page_dispose (GObject *object)
{
  DeskEntityPage *self = DESK_ENTITY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ENTITY_PAGE);
  g_clear_object (&self->stepper);
  g_clear_object (&self->namings);
  g_clear_object (&self->library);
  g_clear_object (&self->entity);

  G_OBJECT_CLASS (desk_entity_page_parent_class)->dispose (object);
}

static void
desk_entity_page_class_init (DeskEntityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_entity_page_dispose;

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 3, GTK_TYPE_WIDGET, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (DESK_TYPE_ENTITY_SIGN);
  g_type_ensure (DESK_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-entity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, sign);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, name);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, kind);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, count);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, roles);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, names);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, quotes);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, said_about);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, dates);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, company);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, mentions);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, articles);
  gtk_widget_class_bind_template_child (widget_class, DeskEntityPage, said_button);
  gtk_widget_class_bind_template_callback (widget_class, passage_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_activated_cb);
}

static void
desk_entity_page_init (DeskEntityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DeskEntityPage *
desk_entity_page_new (DeskMentionStepper *stepper)
{
  DeskEntityPage *self = g_object_new (DESK_TYPE_ENTITY_PAGE, NULL);

  self->stepper = g_object_ref (stepper);
  g_signal_connect_object (stepper, "notify", G_CALLBACK (stepper_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
passage_menu_cb (DeskEntityPage *self,
                 int x,
                 int y,
                 DeskPassageRow *row)
{
  desk_passage_row_show (row);
  g_signal_emit (self, signals[MENU], 0, row, x, y);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  DeskEntityPage *self = user_data;
  GtkWidget *row = desk_passage_row_new (item);

  g_signal_connect_object (row, "menu", G_CALLBACK (passage_menu_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill (DeskEntityPage *self,
      DeskRowGroup *group,
      GListModel *model)
{
  desk_row_group_bind (group, model, create_row, self);
  g_object_unref (model);
}

static GtkWidget *
create_article_row (gpointer item,
                    gpointer user_data)
{
  DeskNaming *naming = item;
  GtkWidget *row = adw_action_row_new ();
  const char *headline = desk_naming_get_headline (naming);
  g_autofree char *subtitle = desk_naming_dup_subtitle (naming);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), headline ? headline : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "naming", g_object_ref (naming), g_object_unref);
  return row;
}

static void
fill_articles (DeskEntityPage *self)
{
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_ARTICLES, desk_entity_get_name (self->entity),
                                                         desk_entity_get_kind (self->entity));

  if (self->namings != NULL)
    {
      desk_answer_list_set_question (self->namings, question);
      return;
    }
  self->namings = desk_library_ask (self->library, question);
  desk_row_group_bind (self->articles, G_LIST_MODEL (self->namings), create_article_row, self);
}

void
desk_entity_page_show (DeskEntityPage *self,
                       DeskDocument *document,
                       DeskEntity *entity)
{
  DeskAnalysis *analysis;
  DeskVersion *version;
  gint64 start;

  g_return_if_fail (DESK_IS_ENTITY_PAGE (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));
  g_return_if_fail (DESK_IS_ENTITY (entity));

  start = g_get_monotonic_time ();
  analysis = desk_document_get_analysis (document);
  version = desk_article_get_version (desk_document_get_article (document));
  g_set_object (&self->entity, entity);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), desk_entity_get_name (entity));
  desk_entity_sign_set_entity (self->sign, entity);
  gtk_label_set_label (self->name, desk_entity_get_name (entity));
  gtk_label_set_label (self->kind, desk_label_for_entity_kind (desk_entity_get_kind (entity)));
  fill (self, self->roles, desk_passage_list_for_roles (analysis, version, entity));
  fill (self, self->names, desk_passage_list_for_names (entity));
  fill (self, self->quotes, desk_passage_list_for_quotes (analysis, version, entity));
  fill (self, self->said_about, desk_passage_list_for_said_about (analysis, version, entity));
  fill (self, self->dates, desk_passage_list_for_dates (analysis, entity));
  fill (self, self->company, desk_passage_list_for_company (analysis, version, entity));
  fill (self, self->mentions, desk_passage_list_for_mentions (analysis, version, entity));
  gtk_widget_set_visible (self->said_button, self->library != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->said_button), "s", desk_entity_get_id (entity));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->said_button), "article.everything-said-by");
  if (self->library != NULL)
    fill_articles (self);
  stepper_changed_cb (self);
  g_debug ("The page of an entity with %u mentions was filled in %.1f ms", desk_entity_get_n_mentions (entity),
           (g_get_monotonic_time () - start) / 1000.0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

const char *
desk_entity_page_get_id (DeskEntityPage *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY_PAGE (self), NULL);

  return self->entity ? desk_entity_get_id (self->entity) : NULL;
}

void
desk_entity_page_set_library (DeskEntityPage *self,
                              DeskLibrary *library)
{
  g_return_if_fail (DESK_IS_ENTITY_PAGE (self));

  if (g_set_object (&self->library, library))
    g_clear_object (&self->namings);
}
