/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-inspector.h"

#include "desk-details-pane.h"
#include "desk-entities-pane.h"
#include "desk-entity-page.h"
#include "desk-marks-pane.h"

struct _DeskInspector
{
  AdwBin parent_instance;

  AdwNavigationView *navigation;
  AdwToggleGroup *toggles;
  AdwToggle *marks_toggle;
  GtkStack *stack;
  DeskEntitiesPane *entities;
  DeskMarksPane *marks;
  DeskDetailsPane *details;

  DeskEntityPage *entity_page; /* weak; the navigation view owns it while it is open */
  DeskMentionStepper *stepper;
  DeskLibrary *library;
  DeskDocument *document;
  GSignalGroup *document_signals;
  gboolean collapsed;
};

G_DEFINE_FINAL_TYPE (DeskInspector, desk_inspector, ADW_TYPE_BIN)

typedef enum
{
  PROP_PAGE = 1,
  PROP_COLLAPSED,
} DeskInspectorProps;

static GParamSpec *props[PROP_COLLAPSED + 1];

enum
{
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_pane (DeskInspector *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->document ? adw_toggle_group_get_active_name (self->toggles) : "none");
}

static void
active_changed_cb (DeskInspector *self)
{
  update_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static char *
dup_marks_label (guint n)
{
  /* Translators: the title of the list of marks, with their number. */
  return n > 0 ? g_strdup_printf (_ ("Marks %u"), n) : g_strdup (_ ("Marks"));
}

/* Beside the text always with room for two digits: the first mark shall not push the text aside. */
static void
n_marks_cb (DeskInspector *self)
{
  g_autofree char *widest = dup_marks_label (88);
  g_autofree char *label = dup_marks_label (desk_marks_pane_get_n_marks (self->marks));
  int width;

  gtk_widget_set_size_request (GTK_WIDGET (self->toggles), -1, -1);
  if (!self->collapsed)
    {
      adw_toggle_set_label (self->marks_toggle, widest);
      gtk_widget_measure (GTK_WIDGET (self->toggles), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_set_size_request (GTK_WIDGET (self->toggles), width, -1);
    }
  adw_toggle_set_label (self->marks_toggle, label);
}

static gboolean
shows_entity_page (DeskInspector *self)
{
  return self->entity_page != NULL &&
         adw_navigation_view_get_visible_page (self->navigation) == ADW_NAVIGATION_PAGE (self->entity_page);
}

/* The page knows what is selected and what can be done with it. */
static void
menu_cb (DeskInspector *self,
         GtkWidget *row,
         int x,
         int y)
{
  graphene_point_t point;

  if (gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    g_signal_emit (self, signals[MENU], 0, (int) point.x, (int) point.y);
}

static void
open_entity_cb (DeskInspector *self,
                DeskEntity *entity)
{
  if (self->entity_page == NULL)
    {
      g_set_weak_pointer (&self->entity_page, desk_entity_page_new (self->stepper));
      g_signal_connect_object (self->entity_page, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
      desk_entity_page_set_library (self->entity_page, self->library);
    }
  desk_entity_page_show (self->entity_page, self->document, entity);
  if (!shows_entity_page (self))
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->entity_page));
}

static void
popped_cb (DeskInspector *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entities));
}

/* The page of an entity follows a new analysis, or goes where the entity is no more. */
static void
analysis_changed_cb (DeskInspector *self)
{
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  DeskEntity *entity = NULL;

  if (!shows_entity_page (self))
    return;
  if (analysis != NULL)
    entity = desk_analysis_find_entity (analysis, desk_entity_page_get_id (self->entity_page));
  if (entity != NULL)
    desk_entity_page_show (self->entity_page, self->document, entity);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "panes");
}

/* A click on a name in the text while the page of another one is open: the page follows. */
static void
stepper_entity_cb (DeskInspector *self)
{
  DeskEntity *entity = desk_mention_stepper_get_entity (self->stepper);

  if (entity != NULL && shows_entity_page (self) &&
      !desk_mention_stepper_is_at (self->stepper, desk_entity_page_get_id (self->entity_page)))
    desk_entity_page_show (self->entity_page, self->document, entity);
}

static void
desk_inspector_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  switch ((DeskInspectorProps) prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, desk_inspector_get_page (self));
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    }
}

static void
desk_inspector_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  switch ((DeskInspectorProps) prop_id)
    {
    case PROP_PAGE:
      desk_inspector_set_page (self, g_value_get_string (value));
      break;
    case PROP_COLLAPSED:
      if (self->collapsed != g_value_get_boolean (value))
        {
          self->collapsed = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, props[PROP_COLLAPSED]);
        }
      break;
    }
}

static void
desk_inspector_dispose (GObject *object)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  /* The template frees what it bound; the parent class would do so again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_INSPECTOR);
  g_clear_weak_pointer (&self->entity_page);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_object (&self->library);
  g_clear_object (&self->stepper);

  G_OBJECT_CLASS (desk_inspector_parent_class)->dispose (object);
}

static void
desk_inspector_class_init (DeskInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_inspector_get_property;
  object_class->set_property = desk_inspector_set_property;
  object_class->dispose = desk_inspector_dispose;

  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "entities", flags);
  props[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (DESK_TYPE_ENTITIES_PANE);
  g_type_ensure (DESK_TYPE_MARKS_PANE);
  g_type_ensure (DESK_TYPE_DETAILS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, navigation);
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, toggles);
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, marks_toggle);
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, entities);
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, marks);
  gtk_widget_class_bind_template_child (widget_class, DeskInspector, details);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_marks_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_entity_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
desk_inspector_init (DeskInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->document_signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_object (self->document_signals, "notify::analysis", G_CALLBACK (analysis_changed_cb), self,
                                 G_CONNECT_SWAPPED);
  update_pane (self);
}

void
desk_inspector_set_up (DeskInspector *self,
                       GListModel *kinds,
                       DeskMentionStepper *stepper)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));
  g_return_if_fail (self->stepper == NULL);

  self->stepper = g_object_ref (stepper);
  g_signal_connect_object (stepper, "notify::entity", G_CALLBACK (stepper_entity_cb), self, G_CONNECT_SWAPPED);
  desk_marks_pane_set_kinds (self->marks, kinds);
  desk_entities_pane_set_stepper (self->entities, stepper);
}

void
desk_inspector_set_document (DeskInspector *self,
                             DeskDocument *document)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_group_set_target (self->document_signals, document);
  adw_navigation_view_pop_to_tag (self->navigation, "panes");
  desk_entities_pane_set_document (self->entities, document);
  desk_marks_pane_set_document (self->marks, document);
  desk_details_pane_set_document (self->details, document);
  update_pane (self);
}

const char *
desk_inspector_get_page (DeskInspector *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR (self), NULL);

  return adw_toggle_group_get_active_name (self->toggles);
}

void
desk_inspector_set_page (DeskInspector *self,
                         const char *page)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  adw_toggle_group_set_active_name (self->toggles, page);
}

void
desk_inspector_select_mark (DeskInspector *self,
                            const char *annotation_id)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  desk_marks_pane_select (self->marks, annotation_id);
}

void
desk_inspector_edit_published (DeskInspector *self)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  adw_navigation_view_pop_to_tag (self->navigation, "panes");
  desk_inspector_set_page (self, "details");
  desk_details_pane_edit_published (self->details);
}

void
desk_inspector_set_verified (DeskInspector *self,
                             const char *words,
                             gboolean good)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  desk_details_pane_set_verified (self->details, words, good);
}

void
desk_inspector_select_finding (DeskInspector *self,
                               DeskFinding *finding)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  desk_entities_pane_select_finding (self->entities, finding);
}

void
desk_inspector_open_entity (DeskInspector *self,
                            DeskEntity *entity)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));
  g_return_if_fail (DESK_IS_ENTITY (entity));

  desk_inspector_set_page (self, "entities");
  open_entity_cb (self, entity);
}

void
desk_inspector_set_library (DeskInspector *self,
                            DeskLibrary *library)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  g_set_object (&self->library, library);
  if (self->entity_page != NULL)
    desk_entity_page_set_library (self->entity_page, library);
}
