/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-window-private.h"

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_view (DeskWindow *self)
{
  desk_list_pane_set_view (self->list_pane,
                           g_settings_get_enum (self->settings, "sort"),
                           g_settings_get_enum (self->settings, "filter"));
}

/* The inspector is remembered where it stands beside the article; on narrow windows it comes and goes. */
static void
inspector_shown_cb (DeskWindow *self)
{
  if (!desk_article_page_get_inspector_collapsed (self->article_page))
    g_settings_set_boolean (self->settings, "inspector-visible",
                            desk_article_page_get_inspector_shown (self->article_page));
}

static void
inspector_collapsed_cb (DeskWindow *self)
{
  gboolean shown = !desk_article_page_get_inspector_collapsed (self->article_page) &&
                   g_settings_get_boolean (self->settings, "inspector-visible");

  desk_article_page_set_inspector_shown (self->article_page, shown);
}

/* In a narrow window, where list and article take turns, the keys go to the one that came; the view would give them
 * to its first button. Who asks for the search or the menu takes the focus after this. */
static void
show_content_cb (DeskWindow *self)
{
  gboolean shown = adw_navigation_split_view_get_show_content (self->split_view);

  if (self->session != NULL)
    desk_state_set_boolean (self->state, self->id, "content-shown", shown);

  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    return;
  if (shown)
    gtk_widget_activate_action (GTK_WIDGET (self->article_page), "article.focus-text", NULL);
  else
    desk_list_pane_focus_list (self->list_pane);
}

/* Layers are of a window: two of them may show an article in two ways. */
static void
layers_cb (DeskWindow *self)
{
  g_autofree char *layers = NULL;

  g_object_get (self->article_page, "layers", &layers, NULL);
  desk_state_set_string (self->state, self->id, "layers", layers);
}

static void
restore_layers (DeskWindow *self)
{
  g_autofree char *layers = desk_state_dup_string (self->state, self->id, "layers");

  if (layers != NULL)
    g_object_set (self->article_page, "layers", layers, NULL);
  g_signal_connect_object (self->article_page, "notify::layers", G_CALLBACK (layers_cb), self, G_CONNECT_SWAPPED);
}

static void
active_cb (DeskWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    desk_list_pane_follow_day (self->list_pane);
}

static void
set_up (DeskWindow *self)
{
  /* Read once: windows of one program must not pull each other along. */
  g_settings_bind (self->settings, "window-width", self, "default-width",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  g_settings_bind (self->settings, "window-maximized", self, "maximized",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);

  g_signal_connect_object (self->settings, "changed::sort", G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::filter", G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  update_view (self);

  inspector_collapsed_cb (self);
  restore_layers (self);
  g_signal_connect_object (self->article_page, "notify::inspector-shown",
                           G_CALLBACK (inspector_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->article_page, "notify::inspector-collapsed",
                           G_CALLBACK (inspector_collapsed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::show-content",
                           G_CALLBACK (show_content_cb), self, G_CONNECT_SWAPPED);

  g_signal_group_connect_swapped (self->document_signals, "notify::article",
                                  G_CALLBACK (desk_window_update_article), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  desk_window_follow_library (self);
  desk_window_init_actions (self);
  desk_window_init_drop (self);
  desk_window_update_library (self);
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->open_cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->open_cancellable);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->history);
  g_clear_object (&self->waiting_files);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_WINDOW);

  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
desk_window_finalize (GObject *object)
{
  g_free (DESK_WINDOW (object)->waiting_id);

  G_OBJECT_CLASS (desk_window_parent_class)->finalize (object);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_window_dispose;
  object_class->finalize = desk_window_finalize;

  g_type_ensure (DESK_TYPE_LIST_PANE);
  g_type_ensure (DESK_TYPE_ARTICLE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, content_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, list_pane);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, article_page);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, drop_highlight);
  desk_window_bind_articles (widget_class);
  desk_window_bind_library (widget_class);
}

static void
desk_window_init (DeskWindow *self)
{
  self->history = desk_history_new ();
  self->library_signals = g_signal_group_new (DESK_TYPE_LIBRARY);
  self->document_signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

DeskWindow *
desk_window_new (AdwApplication *application,
                 GSettings *settings,
                 DeskState *state,
                 guint id)
{
  DeskWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (DESK_IS_STATE (state), NULL);
  g_return_val_if_fail (id != 0, NULL);

  self = g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  self->state = g_object_ref (state);
  self->id = id;
  set_up (self);

  return self;
}

guint
desk_window_get_id (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), 0);

  return self->id;
}

DeskSession *
desk_window_get_session (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);

  return self->session;
}

static void
open_waiting (DeskWindow *self)
{
  g_autoptr (GListStore) files = g_steal_pointer (&self->waiting_files);
  g_autofree char *id = g_steal_pointer (&self->waiting_id);

  if (id != NULL)
    desk_window_open_article (self, id, self->waiting_start, self->waiting_end);
  else if (files == NULL)
    desk_window_restore_article (self);
  if (files != NULL)
    desk_window_import_files (self, G_LIST_MODEL (files));
}

void
desk_window_set_session (DeskWindow *self,
                         DeskSession *session,
                         const GError *error)
{
  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (session == NULL || DESK_IS_SESSION (session));
  g_return_if_fail (session == NULL || error == NULL);

  if (g_set_object (&self->session, session))
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      self->cancellable = g_cancellable_new ();

      desk_window_close_article (self);
      desk_history_clear (self->history);
      g_signal_group_set_target (self->library_signals,
                                 session != NULL ? desk_session_get_library (session) : NULL);
      desk_list_pane_set_session (self->list_pane, session);
      desk_article_page_set_session (self->article_page, session);
    }

  if (error != NULL)
    desk_window_show_problem (self, error);
  else
    desk_window_update_library (self);

  if (session != NULL)
    open_waiting (self);
  desk_window_update_actions (self);
}

void
desk_window_add_toast (DeskWindow *self,
                       AdwToast *toast)
{
  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  /* Titles hold names from outside, which are no markup. */
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
desk_window_show_error (DeskWindow *self,
                        const char *what,
                        const GError *error)
{
  AdwDialog *dialog;

  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (what != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  dialog = adw_alert_dialog_new (what, error != NULL ? error->message : NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
