/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"
#include "desk-kind.h"
#include "desk-shortcuts.h"

/* In scaled pixels, and of the width of article and inspector; both are in desk-article-page.ui, too. */
#define INSPECTOR_WIDTH 330
#define INSPECTOR_PART 0.31

G_DEFINE_FINAL_TYPE (DeskArticlePage, desk_article_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
  PROP_DOCUMENT,
  PROP_INSPECTOR_SHOWN,
  PROP_INSPECTOR_COLLAPSED,
  PROP_LAYERS,
  PROP_CLEAN_TEXT,
  PROP_SHOW_MARKS,
  PROP_SHOW_PEOPLE,
  PROP_SHOW_ORGANISATIONS,
  PROP_SHOW_PLACES,
  PROP_SHOW_DATES,
  PROP_SHOW_QUOTES,
} DeskArticlePageProps;

static GParamSpec *props[PROP_SHOW_QUOTES + 1];

static void
inspector_shown_cb (DeskArticlePage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INSPECTOR_SHOWN]);
}

/* As a sheet it may be as narrow as the window, however large its text is. */
static void
inspector_collapsed_cb (DeskArticlePage *self)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (self->split);

  adw_overlay_split_view_set_min_sidebar_width (self->split, collapsed ? 0 : INSPECTOR_WIDTH);
  adw_overlay_split_view_set_sidebar_width_fraction (self->split, collapsed ? 1 : INSPECTOR_PART);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INSPECTOR_COLLAPSED]);
}

static void
inspector_page_cb (DeskArticlePage *self)
{
  const char *page = desk_inspector_get_page (self->inspector);

  if (self->settings != NULL && page != NULL)
    g_settings_set_string (self->settings, "inspector-page", page);
}

static void
desk_article_page_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (object);

  switch ((DeskArticlePageProps) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_INSPECTOR_SHOWN:
      g_value_set_boolean (value, desk_article_page_get_inspector_shown (self));
      break;
    case PROP_INSPECTOR_COLLAPSED:
      g_value_set_boolean (value, desk_article_page_get_inspector_collapsed (self));
      break;
    case PROP_LAYERS:
      g_value_take_string (value, desk_article_page_dup_layers (self));
      break;
    case PROP_CLEAN_TEXT:
      g_value_set_boolean (value, self->clean);
      break;
    case PROP_SHOW_MARKS:
      g_value_set_boolean (value, desk_article_page_get_marks_shown (self));
      break;
    case PROP_SHOW_PEOPLE:
    case PROP_SHOW_ORGANISATIONS:
    case PROP_SHOW_PLACES:
    case PROP_SHOW_DATES:
    case PROP_SHOW_QUOTES:
      g_value_set_boolean (value, desk_article_page_get_layer_shown (self, DESK_LAYER_PEOPLE + (prop_id - PROP_SHOW_PEOPLE)));
      break;
    }
}

static void
desk_article_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (object);

  switch ((DeskArticlePageProps) prop_id)
    {
    case PROP_SESSION:
      desk_article_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_DOCUMENT:
      desk_article_page_set_document (self, g_value_get_object (value));
      break;
    case PROP_INSPECTOR_SHOWN:
      desk_article_page_set_inspector_shown (self, g_value_get_boolean (value));
      break;
    case PROP_INSPECTOR_COLLAPSED:
      desk_article_page_set_inspector_collapsed (self, g_value_get_boolean (value));
      break;
    case PROP_LAYERS:
      desk_article_page_set_layers (self, g_value_get_string (value));
      break;
    case PROP_CLEAN_TEXT:
      desk_article_page_set_clean (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_MARKS:
      desk_article_page_set_marks_shown (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_PEOPLE:
    case PROP_SHOW_ORGANISATIONS:
    case PROP_SHOW_PLACES:
    case PROP_SHOW_DATES:
    case PROP_SHOW_QUOTES:
      desk_article_page_set_layer_shown (self, DESK_LAYER_PEOPLE + (prop_id - PROP_SHOW_PEOPLE), g_value_get_boolean (value));
      break;
    }
}

static void
desk_article_page_dispose (GObject *object)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (object);

  if (self->note != NULL)
    desk_note_popover_finish (self->note);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->annotation_signals);
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->note, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->context_menu, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->finding_bar, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->inspector_menu, gtk_widget_unparent);
  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  /* The template frees what it bound; the parent class would do so again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ARTICLE_PAGE);
  g_clear_object (&self->view);
  self->chip = NULL;
  g_clear_object (&self->finding);
  g_clear_object (&self->settings);
  g_clear_object (&self->undo_menu);
  g_clear_object (&self->stepper);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->kinds);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (desk_article_page_parent_class)->dispose (object);
}

static void
desk_article_page_finalize (GObject *object)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (object);

  g_clear_pointer (&self->picks, g_ptr_array_unref);
  g_free (self->header);
  g_free (self->waiting_mark);
  g_free (self->selected);

  G_OBJECT_CLASS (desk_article_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, split);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, inspector);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, title_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, title);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, star_button);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, undo_section);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, typography);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, reader_overlay);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, reader_bin);
  gtk_widget_class_bind_template_child (widget_class, DeskArticlePage, layer_bar);
  gtk_widget_class_bind_template_callback (widget_class, inspector_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_page_cb);
}

static void
desk_article_page_class_init (DeskArticlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_article_page_get_property;
  object_class->set_property = desk_article_page_set_property;
  object_class->dispose = desk_article_page_dispose;
  object_class->finalize = desk_article_page_finalize;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DESK_TYPE_SESSION, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, DESK_TYPE_DOCUMENT, flags);
  props[PROP_INSPECTOR_SHOWN] = g_param_spec_boolean ("inspector-shown", NULL, NULL, TRUE, flags);
  props[PROP_INSPECTOR_COLLAPSED] = g_param_spec_boolean ("inspector-collapsed", NULL, NULL, FALSE, flags);
  props[PROP_LAYERS] = g_param_spec_string ("layers", NULL, NULL, NULL, flags);
  props[PROP_CLEAN_TEXT] = g_param_spec_boolean ("clean-text", NULL, NULL, FALSE, flags);
  props[PROP_SHOW_MARKS] = g_param_spec_boolean ("show-marks", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_PEOPLE] = g_param_spec_boolean ("show-people", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_ORGANISATIONS] = g_param_spec_boolean ("show-organisations", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_PLACES] = g_param_spec_boolean ("show-places", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_DATES] = g_param_spec_boolean ("show-dates", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_QUOTES] = g_param_spec_boolean ("show-quotes", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (DESK_TYPE_INSPECTOR);
  g_type_ensure (DESK_TYPE_FIND_BAR);
  g_type_ensure (DESK_TYPE_LAYER_BAR);
  g_type_ensure (DESK_TYPE_TYPOGRAPHY_POPOVER);
  bind_template (widget_class);
  desk_article_page_install_actions (widget_class);
  desk_article_page_install_marking (widget_class);
  desk_article_page_install_files (widget_class);
  desk_article_page_install_layers (widget_class);
  desk_article_page_install_results (widget_class);
  desk_article_page_install_repairs (widget_class);
}

static GtkWidget *
create_zoom_button (const char *icon_name,
                    const char *tooltip,
                    const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_zoom_row (DeskArticlePage *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->menu_button);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *reset = gtk_button_new ();

  self->zoom_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->zoom_label, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->zoom_label), "numeric");
  gtk_button_set_child (GTK_BUTTON (reset), GTK_WIDGET (self->zoom_label));
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_hexpand (reset, TRUE);
  gtk_widget_set_tooltip_text (reset, _ ("Normal Size (Ctrl+0)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reset), "article.zoom-reset");
  gtk_box_append (GTK_BOX (row), create_zoom_button ("zoom-out-symbolic", _ ("Smaller (Ctrl+−)"), "article.zoom-out"));
  gtk_box_append (GTK_BOX (row), reset);
  gtk_box_append (GTK_BOX (row), create_zoom_button ("zoom-in-symbolic", _ ("Larger (Ctrl++)"), "article.zoom-in"));
  gtk_widget_add_css_class (row, "zoom-row");
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), row, "zoom");
}

/* The program ends: the library is closed soon. */
static void
shutdown_cb (DeskArticlePage *self)
{
  if (self->note != NULL)
    desk_note_popover_finish (self->note);
}

static void
desk_article_page_init (DeskArticlePage *self)
{
  g_autofree char *page = NULL;

  self->stepper = desk_mention_stepper_new ();
  self->layers = DESK_LAYERS_FIRST;
  self->marks_shown = TRUE;
  self->hovered_at = G_MAXUINT;
  self->picks = g_ptr_array_new_with_free_func (g_free);
  /* First of all: its web process starts while everything else is built. */
  self->kinds = desk_kind_list_new ();
  self->view = DESK_READER_VIEW (g_object_ref_sink (desk_reader_view_new (self->kinds)));
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APPLICATION_ID);
  desk_typography_popover_set_settings (self->typography, self->settings);
  page = g_settings_get_string (self->settings, "inspector-page");
  desk_inspector_set_page (self->inspector, page);

  self->undo_menu = desk_undo_menu_new (self->undo_section);
  add_zoom_row (self);

  self->document_signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  self->annotation_signals = g_signal_group_new (G_TYPE_LIST_MODEL);

  if (g_application_get_default () != NULL)
    g_signal_connect_object (g_application_get_default (), "shutdown", G_CALLBACK (shutdown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), desk_shortcuts_controller_new (DESK_SHORTCUT_SCOPE_ARTICLE));
  desk_article_page_init_reader (self);
  desk_article_page_init_bar (self);
  desk_article_page_init_picking (self);
  desk_article_page_init_results (self);
  desk_article_page_update_actions (self);
}

GtkWidget *
desk_article_page_new (void)
{
  return g_object_new (DESK_TYPE_ARTICLE_PAGE, NULL);
}

DeskSession *
desk_article_page_get_session (DeskArticlePage *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_PAGE (self), NULL);

  return self->session;
}

void
desk_article_page_set_session (DeskArticlePage *self,
                               DeskSession *session)
{
  g_return_if_fail (DESK_IS_ARTICLE_PAGE (self));
  g_return_if_fail (session == NULL || DESK_IS_SESSION (session));

  if (self->session == session)
    return;
  desk_article_page_set_document (self, NULL);
  g_set_object (&self->session, session);
  desk_inspector_set_library (self->inspector, session ? desk_session_get_library (session) : NULL);
  desk_undo_menu_set_library (self->undo_menu, session ? desk_session_get_library (session) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

DeskDocument *
desk_article_page_get_document (DeskArticlePage *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_PAGE (self), NULL);

  return self->document;
}

void
desk_article_page_set_document (DeskArticlePage *self,
                                DeskDocument *document)
{
  g_return_if_fail (DESK_IS_ARTICLE_PAGE (self));
  g_return_if_fail (document == NULL || DESK_IS_DOCUMENT (document));
  g_return_if_fail (document == NULL || self->view != NULL);

  if (self->document == document)
    return;

  desk_article_page_stop_marking (self);
  desk_article_page_forget_results (self);
  desk_find_bar_close (self->find_bar);
  desk_mention_stepper_clear (self->stepper);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->waiting_range = (DeskRange) { 0, 0 };
  g_clear_pointer (&self->waiting_mark, g_free);

  g_set_object (&self->document, document);
  /* The inspector first: its list of marks must have heard of a change before its selection is set. */
  desk_inspector_set_document (self->inspector, document);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->annotation_signals, document ? desk_document_get_annotations (document) : NULL);
  desk_article_page_load (self);
  desk_article_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

gboolean
desk_article_page_get_inspector_shown (DeskArticlePage *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_PAGE (self), FALSE);

  return self->split != NULL && adw_overlay_split_view_get_show_sidebar (self->split);
}

void
desk_article_page_set_inspector_shown (DeskArticlePage *self,
                                       gboolean shown)
{
  g_return_if_fail (DESK_IS_ARTICLE_PAGE (self));

  adw_overlay_split_view_set_show_sidebar (self->split, shown);
}

gboolean
desk_article_page_get_inspector_collapsed (DeskArticlePage *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_PAGE (self), FALSE);

  return self->split != NULL && adw_overlay_split_view_get_collapsed (self->split);
}

void
desk_article_page_set_inspector_collapsed (DeskArticlePage *self,
                                           gboolean collapsed)
{
  g_return_if_fail (DESK_IS_ARTICLE_PAGE (self));

  adw_overlay_split_view_set_collapsed (self->split, collapsed);
}

void
desk_article_page_uncover (DeskArticlePage *self)
{
  if (desk_article_page_get_inspector_collapsed (self) && desk_article_page_get_inspector_shown (self) &&
      gtk_widget_get_width (GTK_WIDGET (self->inspector)) * 2 > gtk_widget_get_width (GTK_WIDGET (self)))
    desk_article_page_set_inspector_shown (self, FALSE);
}

void
desk_article_page_add_toast (DeskArticlePage *self,
                             AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

void
desk_article_page_report (DeskArticlePage *self,
                          const char *problem,
                          const GError *error)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;
  /* Translators: what could not be done, and why. */
  text = g_strdup_printf (_ ("%s: %s"), problem, error->message);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 10);
  desk_article_page_add_toast (self, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
desk_article_page_announce (DeskArticlePage *self,
                            const char *words)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
