/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-entities-pane.h"

#include "desk-analyzer.h"

#include "desk-entity-row.h"
#include "desk-labels.h"
#include "desk-passage-list.h"
#include "desk-passage-row.h"
#include "desk-row-group.h"

struct _DeskEntitiesPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  DeskRowGroup *people;
  DeskRowGroup *organisations;
  DeskRowGroup *places;
  DeskRowGroup *events;
  DeskRowGroup *others;
  DeskRowGroup *dates;
  DeskRowGroup *quotes;
  GtkWidget *published_button;
  GtkLabel *language_label;

  DeskDocument *document;
  GSignalGroup *document_signals;
  DeskMentionStepper *stepper;
};

G_DEFINE_FINAL_TYPE (DeskEntitiesPane, desk_entities_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_DOCUMENT = 1,
} DeskEntitiesPaneProps;

static GParamSpec *props[PROP_DOCUMENT + 1];

enum
{
  OPEN_ENTITY,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DeskRowGroup *
group_for_kind (DeskEntitiesPane *self,
                DeskEntityKind kind)
{
  switch (kind)
    {
    case DESK_ENTITY_KIND_PERSON:
      return self->people;
    case DESK_ENTITY_KIND_ORGANISATION:
    case DESK_ENTITY_KIND_GOVERNMENT:
      return self->organisations;
    case DESK_ENTITY_KIND_PLACE:
    case DESK_ENTITY_KIND_FACILITY:
      return self->places;
    case DESK_ENTITY_KIND_EVENT:
      return self->events;
    case DESK_ENTITY_KIND_GROUP:
    case DESK_ENTITY_KIND_PRODUCT:
    case DESK_ENTITY_KIND_WORK:
    case DESK_ENTITY_KIND_OTHER:
      return self->others;
    }

  g_return_val_if_reached (NULL);
}

static void
row_open_cb (DeskEntitiesPane *self,
             DeskEntityRow *row)
{
  g_signal_emit (self, signals[OPEN_ENTITY], 0, desk_entity_row_get_entity (row));
}

/* The first press lights the mentions, the next one on the same row opens the page. */
static void
entity_activated_cb (DeskEntitiesPane *self,
                     GtkListBoxRow *row)
{
  DeskEntity *entity = desk_entity_row_get_entity (DESK_ENTITY_ROW (row));

  if (desk_mention_stepper_is_at (self->stepper, desk_entity_get_id (entity)))
    g_signal_emit (self, signals[OPEN_ENTITY], 0, entity);
  else
    desk_mention_stepper_start (self->stepper, entity, 0);
}

static void
passage_activated_cb (DeskEntitiesPane *self,
                      GtkListBoxRow *row)
{
  desk_passage_row_show (DESK_PASSAGE_ROW (row));
}

/* The menu is for the selected name: the row selects it first. */
static void
row_menu_cb (DeskEntitiesPane *self,
             int x,
             int y,
             DeskEntityRow *row)
{
  DeskEntity *entity = desk_entity_row_get_entity (row);

  if (desk_entity_get_n_mentions (entity) == 0)
    return;
  if (!desk_mention_stepper_is_at (self->stepper, desk_entity_get_id (entity)))
    desk_mention_stepper_light (self->stepper, entity, 0);
  g_signal_emit (self, signals[MENU], 0, row, x, y);
}

static void
passage_menu_cb (DeskEntitiesPane *self,
                 int x,
                 int y,
                 DeskPassageRow *row)
{
  desk_passage_row_show (row);
  g_signal_emit (self, signals[MENU], 0, row, x, y);
}

static GtkWidget *
create_entity_row (gpointer item,
                   gpointer user_data)
{
  DeskEntitiesPane *self = user_data;
  GtkWidget *row = desk_entity_row_new (item, desk_document_get_analysis (self->document), self->stepper);

  g_signal_connect_object (row, "open", G_CALLBACK (row_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_passage_row (gpointer item,
                    gpointer user_data)
{
  DeskEntitiesPane *self = user_data;
  GtkWidget *row = desk_passage_row_new (item);

  g_signal_connect_object (row, "menu", G_CALLBACK (passage_menu_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  DeskEntity *first = DESK_ENTITY ((gpointer) a), *second = DESK_ENTITY ((gpointer) b);
  guint n_first = desk_entity_get_n_mentions (first), n_second = desk_entity_get_n_mentions (second);
  guint start_first, start_second;

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  start_first = desk_mention_get_start (desk_entity_get_mention (first, 0));
  start_second = desk_mention_get_start (desk_entity_get_mention (second, 0));
  return (start_first > start_second) - (start_first < start_second);
}

static GListModel *
collect_entities (DeskEntitiesPane *self,
                  DeskRowGroup *group)
{
  GPtrArray *entities = desk_analysis_get_entities (desk_document_get_analysis (self->document));
  GListStore *store = g_list_store_new (DESK_TYPE_ENTITY);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);

      /* What a mention could be as well is no row of its own. */
      if (group_for_kind (self, desk_entity_get_kind (entity)) == group && desk_entity_get_n_mentions (entity) > 0)
        g_list_store_append (store, entity);
    }
  g_list_store_sort (store, compare_entities, NULL);
  return G_LIST_MODEL (store);
}

static void
fill_passages (DeskEntitiesPane *self,
               DeskRowGroup *group,
               GListModel *model)
{
  desk_row_group_bind (group, model, create_passage_row, self);
  g_object_unref (model);
}

static gboolean
has_open_dates (DeskAnalysis *analysis)
{
  GPtrArray *dates = desk_analysis_get_dates (analysis);

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    if (((DeskDate *) g_ptr_array_index (dates, i))->value == NULL)
      return TRUE;
  return FALSE;
}

static void
update_language (DeskEntitiesPane *self)
{
  const char *language = desk_analysis_get_language (desk_document_get_analysis (self->document));
  gboolean known = desk_analyzer_knows_language (language);

  if (!known)
    {
      g_autofree char *name = desk_label_dup_language (language);
      g_autofree char *text = NULL;

      /* Translators: %s is a language, such as “Danish”. */
      text = g_strdup_printf (_ ("%s: only well-known names, numbers, dates and quotations are found."), name);
      gtk_label_set_label (self->language_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->language_label), !known);
}

static gboolean
fill (DeskEntitiesPane *self)
{
  DeskRowGroup *groups[] = { self->people, self->organisations, self->places, self->events, self->others };
  DeskAnalysis *analysis = desk_document_get_analysis (self->document);
  DeskVersion *version = desk_article_get_version (desk_document_get_article (self->document));
  gboolean any = FALSE;

  update_language (self);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GListModel) model = collect_entities (self, groups[i]);

      desk_row_group_bind (groups[i], model, create_entity_row, self);
    }
  fill_passages (self, self->dates, desk_passage_list_for_dates (analysis, NULL));
  gtk_widget_set_visible (self->published_button,
                          desk_article_get_published (desk_document_get_article (self->document)) == NULL &&
                            has_open_dates (analysis));
  fill_passages (self, self->quotes, desk_passage_list_for_quotes (analysis, version, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    any = any || gtk_widget_get_visible (GTK_WIDGET (groups[i]));
  return any || gtk_widget_get_visible (GTK_WIDGET (self->dates)) || gtk_widget_get_visible (GTK_WIDGET (self->quotes));
}

static void
update (DeskEntitiesPane *self)
{
  const char *page = "empty";

  if (self->document != NULL && desk_document_get_analysis (self->document) != NULL)
    page = fill (self) ? "names" : "empty";
  else if (self->document != NULL && desk_document_get_analysing (self->document))
    page = "analysing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
scroll_to (DeskEntitiesPane *self,
           GtkListBoxRow *row)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scroller);

  if (row != NULL && GTK_IS_VIEWPORT (viewport))
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (row), NULL);
}

static void
stepper_entity_cb (DeskEntitiesPane *self)
{
  DeskEntity *entity = desk_mention_stepper_get_entity (self->stepper);
  DeskRowGroup *group;

  if (entity == NULL || self->document == NULL)
    return;
  /* Lit by a click in the text: the row may be out of view or not made yet. */
  group = group_for_kind (self, desk_entity_get_kind (entity));
  scroll_to (self, desk_row_group_show_item (group, entity));
}

static void
desk_entities_pane_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  DeskEntitiesPane *self = DESK_ENTITIES_PANE (object);

  switch ((DeskEntitiesPaneProps) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    }
}

static void
desk_entities_pane_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  DeskEntitiesPane *self = DESK_ENTITIES_PANE (object);

  switch ((DeskEntitiesPaneProps) prop_id)
    {
    case PROP_DOCUMENT:
      desk_entities_pane_set_document (self, g_value_get_object (value));
      break;
    }
}

static void
desk_entities_pane_dispose (GObject *object)
{
  DeskEntitiesPane *self = DESK_ENTITIES_PANE (object);

  /* The template frees what it bound; the parent class would do so again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ENTITIES_PANE);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_object (&self->stepper);

  G_OBJECT_CLASS (desk_entities_pane_parent_class)->dispose (object);
}

static void
desk_entities_pane_class_init (DeskEntitiesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_entities_pane_get_property;
  object_class->set_property = desk_entities_pane_set_property;
  object_class->dispose = desk_entities_pane_dispose;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[OPEN_ENTITY] = g_signal_new ("open-entity", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_ENTITY);

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 3, GTK_TYPE_WIDGET, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (DESK_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-entities-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, people);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, organisations);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, places);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, events);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, others);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, dates);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, quotes);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, published_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEntitiesPane, language_label);
  gtk_widget_class_bind_template_callback (widget_class, entity_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, passage_activated_cb);
}

static void
desk_entities_pane_init (DeskEntitiesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->document_signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_object (self->document_signals, "notify::analysis", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->document_signals, "notify::analysing", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
desk_entities_pane_set_stepper (DeskEntitiesPane *self,
                                DeskMentionStepper *stepper)
{
  g_return_if_fail (DESK_IS_ENTITIES_PANE (self));
  g_return_if_fail (self->stepper == NULL);

  self->stepper = g_object_ref (stepper);
  g_signal_connect_object (stepper, "notify::entity", G_CALLBACK (stepper_entity_cb), self, G_CONNECT_SWAPPED);
}

void
desk_entities_pane_set_document (DeskEntitiesPane *self,
                                 DeskDocument *document)
{
  g_return_if_fail (DESK_IS_ENTITIES_PANE (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_group_set_target (self->document_signals, document);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

void
desk_entities_pane_select_finding (DeskEntitiesPane *self,
                                   DeskFinding *finding)
{
  DeskRowGroup *groups[] = { self->dates, self->quotes };

  g_return_if_fail (DESK_IS_ENTITIES_PANE (self));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    desk_row_group_light (groups[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GListModel *model = desk_row_group_get_model (groups[i]);
      guint n = model ? g_list_model_get_n_items (model) : 0;

      for (guint at = 0; finding != NULL && at < n; at++)
        {
          g_autoptr (DeskPassage) passage = g_list_model_get_item (model, at);

          if (desk_finding_equal (desk_passage_get_finding (passage), finding))
            {
              scroll_to (self, desk_row_group_show_item (groups[i], passage));
              desk_row_group_light (groups[i], passage);
              return;
            }
        }
    }
}
