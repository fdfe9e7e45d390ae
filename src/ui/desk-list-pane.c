/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-day.h"
#include "desk-import-row.h"
#include "desk-list-pane-private.h"
#include "desk-list-row.h"
#include "desk-shortcuts.h"

G_DEFINE_FINAL_TYPE (DeskListPane, desk_list_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
  PROP_COMPACT,
} DeskListPaneProps;

static GParamSpec *props[PROP_COMPACT + 1];

guint desk_list_pane_signals[DESK_LIST_PANE_N_SIGNALS];

void
desk_list_pane_fail (DeskListPane *self,
                     const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, desk_list_pane_signals[DESK_LIST_PANE_FAILED], 0, error);
}

const char *
desk_list_pane_get_search (DeskListPane *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static void
update_stack (DeskListPane *self)
{
  const char *title = NULL;
  const char *description = NULL;
  const char *icon = "edit-find-symbolic";
  gboolean searching = *desk_list_pane_get_search (self) != '\0';

  if (self->articles == NULL ||
      g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0 ||
      desk_article_list_get_loading (self->articles))
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  switch (self->filter)
    {
    case DESK_FILTER_ALL:
      title = _ ("Nothing to Show");
      icon = "text-x-generic-symbolic";
      break;
    case DESK_FILTER_UNREAD:
      title = _ ("Nothing Unread");
      description = _ ("You have read every article.");
      icon = "mail-read-symbolic";
      break;
    case DESK_FILTER_STARRED:
      title = _ ("Nothing Starred");
      description = _ ("Articles with a star are listed here.");
      icon = "starred-symbolic";
      break;
    case DESK_FILTER_MARKED:
      title = _ ("Nothing Marked");
      description = _ ("Articles in which you marked passages are listed here.");
      icon = "document-edit-symbolic";
      break;
    }

  if (searching)
    {
      title = _ ("No Results");
      description = self->filter == DESK_FILTER_ALL ? _ ("Try other words, or fewer of them.")
                                                    : _ ("The list is filtered. Perhaps it is in another article.");
      icon = "edit-find-symbolic";
    }

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  adw_status_page_set_icon_name (self->empty_page, icon);
  gtk_widget_set_visible (self->show_all_button, self->filter != DESK_FILTER_ALL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
items_changed_cb (DeskListPane *self,
                  guint position,
                  guint removed,
                  guint added)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  update_stack (self);

  /* All rows were exchanged, and the selection went with them: it rests on the article, not on the place. */
  if (position == 0 && added == g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    {
      desk_list_pane_scroll_to_top (self);
      desk_list_pane_select_shown (self);
    }
  else if (removed > 0 && gtk_bitset_is_empty (selected))
    {
      desk_list_pane_select_shown (self);
    }
}

static void
update_query (DeskListPane *self)
{
  g_autoptr (DeskQuery) query = NULL;

  if (self->articles == NULL)
    return;

  query = desk_query_new (self->sort, self->filter, desk_list_pane_get_search (self));
  if (desk_query_equal (query, desk_article_list_get_query (self->articles)))
    return;

  desk_article_list_set_query (self->articles, query);
}

static void
search_changed_cb (DeskListPane *self)
{
  update_query (self);
  update_stack (self);
}

static void
stop_search_cb (DeskListPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  update_query (self);
  desk_list_pane_focus_list (self);
}

static void
search_activate_cb (DeskListPane *self)
{
  update_query (self);
  if (self->articles != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    desk_list_pane_focus_list (self);
}

static void
focus_list_cb (DeskListPane *self)
{
  desk_list_pane_focus_list (self);
}

static gboolean
search_key_pressed_cb (DeskListPane *self,
                       guint keyval,
                       guint keycode,
                       GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  desk_list_pane_focus_list (self);
  return GDK_EVENT_STOP;
}

static void
show_all_cb (DeskListPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.filter", "s", "all");
}

static void
clear_library (DeskListPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->open_id, g_source_remove);
  if (self->list_view != NULL)
    {
      desk_list_pane_stop_scrolling (self);
      gtk_list_view_set_model (self->list_view, NULL);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->sections);
  g_clear_object (&self->articles);
}

void
desk_list_pane_set_session (DeskListPane *self,
                            DeskSession *session)
{
  DeskLibrary *library;
  g_autoptr (DeskQuery) query = NULL;

  g_return_if_fail (DESK_IS_LIST_PANE (self));
  g_return_if_fail (session == NULL || DESK_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  clear_library (self);
  library = session != NULL ? desk_session_get_library (session) : NULL;
  desk_undo_menu_set_library (self->undo_menu, library);
  desk_analysis_row_set_session (self->analysis_row, session);

  if (library != NULL)
    {
      self->cancellable = g_cancellable_new ();
      query = desk_query_new (self->sort, self->filter, desk_list_pane_get_search (self));
      self->articles = desk_library_create_list (library, query);
      self->sections = desk_section_list_new (self->articles);
      self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->sections)));

      g_signal_connect_object (self->articles, "notify::loading",
                               G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->selection, "items-changed",
                               G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->selection, "selection-changed",
                               G_CALLBACK (desk_list_pane_update_selection), self, G_CONNECT_SWAPPED);
      gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
      desk_list_pane_scroll_to_top (self);
    }

  update_stack (self);
  desk_list_pane_follow_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
desk_list_pane_dispose (GObject *object)
{
  DeskListPane *self = DESK_LIST_PANE (object);

  clear_library (self);
  g_clear_handle_id (&self->day_id, g_source_remove);
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  g_clear_object (&self->undo_menu);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_LIST_PANE);

  G_OBJECT_CLASS (desk_list_pane_parent_class)->dispose (object);
}

static void
desk_list_pane_finalize (GObject *object)
{
  DeskListPane *self = DESK_LIST_PANE (object);

  g_free (self->shown_id);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (desk_list_pane_parent_class)->finalize (object);
}

static void
desk_list_pane_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DeskListPane *self = DESK_LIST_PANE (object);

  switch ((DeskListPaneProps) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    }
}

static void
desk_list_pane_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DeskListPane *self = DESK_LIST_PANE (object);

  switch ((DeskListPaneProps) prop_id)
    {
    case PROP_SESSION:
      desk_list_pane_set_session (self, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      if (self->compact != g_value_get_boolean (value))
        {
          self->compact = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    }
}

static void
install_signals (GType type)
{
  guint *signals = desk_list_pane_signals;
  GType none = G_TYPE_NONE;
  GSignalFlags last = G_SIGNAL_RUN_LAST;

  signals[DESK_LIST_PANE_OPEN] =
    g_signal_new ("open", type, last, 0, NULL, NULL, NULL, none, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[DESK_LIST_PANE_OPEN_IN_NEW_WINDOW] =
    g_signal_new ("open-in-new-window", type, last, 0, NULL, NULL, NULL, none, 1, G_TYPE_STRING);
  signals[DESK_LIST_PANE_DELETE] =
    g_signal_new ("delete", type, last, 0, NULL, NULL, NULL, none, 1, G_TYPE_STRV);
  signals[DESK_LIST_PANE_SET_STARRED] =
    g_signal_new ("set-starred", type, last, 0, NULL, NULL, NULL, none, 2, G_TYPE_STRV, G_TYPE_BOOLEAN);
  signals[DESK_LIST_PANE_SET_UNREAD] =
    g_signal_new ("set-unread", type, last, 0, NULL, NULL, NULL, none, 2, G_TYPE_STRV, G_TYPE_BOOLEAN);
  signals[DESK_LIST_PANE_FAILED] =
    g_signal_new ("failed", type, last, 0, NULL, NULL, NULL, none, 1, G_TYPE_ERROR);
}

static void
desk_list_pane_class_init (DeskListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = desk_list_pane_dispose;
  object_class->finalize = desk_list_pane_finalize;
  object_class->get_property = desk_list_pane_get_property;
  object_class->set_property = desk_list_pane_set_property;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DESK_TYPE_SESSION, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (DESK_TYPE_ANALYSIS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, view_button);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, undo_section);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, jobs);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, analysis_row);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, action_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskListPane, selection_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  desk_list_pane_bind_rows (widget_class);
  desk_list_pane_bind_keys (widget_class);
  desk_list_pane_install_actions (widget_class);
  desk_list_pane_install_flags (widget_class);
}

static void
desk_list_pane_init (DeskListPane *self)
{
  self->typed = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->undo_menu = desk_undo_menu_new (self->undo_section);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), desk_shortcuts_controller_new (DESK_SHORTCUT_SCOPE_LIST));
  desk_list_pane_follow_scrolling (self);
  desk_list_pane_update_selection (self);
}

void
desk_list_pane_set_view (DeskListPane *self,
                         DeskSort sort,
                         DeskFilter filter)
{
  g_return_if_fail (DESK_IS_LIST_PANE (self));

  self->sort = sort;
  self->filter = filter;

  if (filter != DESK_FILTER_ALL)
    gtk_widget_add_css_class (GTK_WIDGET (self->view_button), "filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view_button), "filtered");

  update_query (self);
  update_stack (self);
}

void
desk_list_pane_show_article (DeskListPane *self,
                             const char *id)
{
  g_return_if_fail (DESK_IS_LIST_PANE (self));

  g_set_str (&self->shown_id, id);

  /* The user is on the way to another row already, or has chosen this one. */
  if (self->open_id != 0 || desk_list_pane_is_shown_selected (self))
    return;

  if (id != NULL)
    desk_list_pane_select_shown (self);
  else if (self->selection != NULL)
    desk_list_pane_select_position (self, GTK_INVALID_LIST_POSITION, GTK_LIST_SCROLL_NONE);
}

void
desk_list_pane_add_job (DeskListPane *self,
                        DeskImportJob *job)
{
  g_return_if_fail (DESK_IS_LIST_PANE (self));
  g_return_if_fail (DESK_IS_IMPORT_JOB (job));

  gtk_box_append (self->jobs, desk_import_row_new (job));
}

void
desk_list_pane_popup_menu (DeskListPane *self)
{
  g_return_if_fail (DESK_IS_LIST_PANE (self));

  gtk_menu_button_popup (self->menu_button);
}

void
desk_list_pane_focus_search (DeskListPane *self)
{
  g_return_if_fail (DESK_IS_LIST_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
desk_list_pane_focus_list (DeskListPane *self)
{
  g_return_if_fail (DESK_IS_LIST_PANE (self));

  desk_list_pane_move_cursor (self);
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
desk_list_pane_has_list_focus (DeskListPane *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (DESK_IS_LIST_PANE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list_view) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)));
}
