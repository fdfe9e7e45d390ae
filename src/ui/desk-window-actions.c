/* The actions of a window, and when each of them can be used.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-restore-dialog.h"
#include "desk-window-private.h"

static void
open_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  desk_window_choose_files (data);
}

static void
open_folder_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  desk_window_choose_folder (data);
}

static void
paste_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  desk_window_paste (data);
}

static void
add_samples_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  desk_window_add_samples (data);
}

static void
undo_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  desk_window_undo (data);
}

static void
redo_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  desk_window_redo (data);
}

static void
close_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
}

static void
menu_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  DeskWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  desk_list_pane_popup_menu (self->list_pane);
}

static void
search_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  DeskWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  desk_list_pane_focus_search (self->list_pane);
}

static gboolean
is_within (GtkWidget *widget,
           gpointer ancestor)
{
  return widget != NULL && (widget == ancestor || gtk_widget_is_ancestor (widget, ancestor));
}

/* From the list, "find" means the library; else the article that is open. */
static void
find_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  DeskWindow *self = data;

  if (desk_window_get_article_id (self) == NULL ||
      is_within (gtk_root_get_focus (GTK_ROOT (self)), self->list_pane) ||
      !gtk_widget_activate_action (GTK_WIDGET (self->article_page), "article.find", NULL))
    search_action (action, parameter, data);
}

static void
go_back_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  DeskWindow *self = data;
  const char *id = desk_history_go_back (self->history);

  if (id != NULL)
    desk_window_open_article (self, id, 0, 0);
}

static void
go_forward_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  DeskWindow *self = data;
  const char *id = desk_history_go_forward (self->history);

  if (id != NULL)
    desk_window_open_article (self, id, 0, 0);
}

static DeskArticle *
get_article (DeskWindow *self)
{
  DeskDocument *document = desk_article_page_get_document (self->article_page);

  return document != NULL ? desk_document_get_article (document) : NULL;
}

static void
star_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  DeskWindow *self = data;
  DeskArticle *article = get_article (self);
  const char *ids[2] = { NULL, NULL };

  if (desk_list_pane_has_list_focus (self->list_pane))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_pane), "list.star", NULL);
      return;
    }

  if (article == NULL)
    return;

  ids[0] = desk_article_get_id (article);
  desk_window_set_starred (self, ids, !desk_article_get_starred (article));
}

static void
toggle_unread_action (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  DeskWindow *self = data;
  DeskArticle *article = get_article (self);
  const char *ids[2] = { NULL, NULL };

  if (desk_list_pane_has_list_focus (self->list_pane))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_pane), "list.toggle-unread", NULL);
      return;
    }

  if (article == NULL)
    return;

  ids[0] = desk_article_get_id (article);
  desk_window_set_unread (self, ids, !desk_article_get_unread (article));
}

static void
delete_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  DeskWindow *self = data;
  const char *ids[2] = { desk_window_get_article_id (self), NULL };

  if (ids[0] != NULL)
    desk_window_delete (self, ids);
}

static void
restore_backup_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  DeskWindow *self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *folder = NULL;

  g_object_get (application, "library-folder", &folder, NULL);
  adw_dialog_present (desk_restore_dialog_new (folder), GTK_WIDGET (self));
}

typedef enum
{
  PANE_LIST,
  PANE_ARTICLE,
  PANE_INSPECTOR,
} Pane;

#define N_PANES (PANE_INSPECTOR + 1)

static gboolean
focus_pane (DeskWindow *self,
            Pane pane)
{
  gboolean has_article = desk_window_get_article_id (self) != NULL;

  switch (pane)
    {
    case PANE_LIST:
      adw_navigation_split_view_set_show_content (self->split_view, FALSE);
      desk_list_pane_focus_list (self->list_pane);
      return TRUE;
    case PANE_ARTICLE:
      if (!has_article)
        return FALSE;
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      return gtk_widget_activate_action (GTK_WIDGET (self->article_page), "article.focus-text", NULL);
    case PANE_INSPECTOR:
      return has_article && desk_article_page_get_inspector_shown (self->article_page) &&
             gtk_widget_activate_action (GTK_WIDGET (self->article_page), "article.focus-inspector", NULL);
    }

  g_return_val_if_reached (FALSE);
}

static Pane
get_focus_pane (DeskWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (is_within (focus, self->list_pane))
    return PANE_LIST;

  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "inspector") == 0)
      return PANE_INSPECTOR;

  return PANE_ARTICLE;
}

static void
move_pane (DeskWindow *self,
           int step)
{
  int pane = get_focus_pane (self);

  for (guint i = 1; i < N_PANES; i++)
    {
      pane = (pane + step + N_PANES) % N_PANES;
      if (focus_pane (self, pane))
        return;
    }
}

static void
next_pane_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  move_pane (data, 1);
}

static void
previous_pane_action (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  move_pane (data, -1);
}

static void
set_enabled (DeskWindow *self,
             const char *name,
             gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Accelerators of a window come before the keys of what has the focus: in a text box Ctrl+V and Ctrl+Z
 * are the text's. */
static gboolean
is_editing (DeskWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && gtk_widget_is_focus (focus) && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));
}

void
desk_window_update_actions (DeskWindow *self)
{
  DeskLibrary *library = self->session != NULL ? desk_session_get_library (self->session) : NULL;
  DeskArticle *article = library != NULL ? get_article (self) : NULL;
  gboolean writable = library != NULL && !desk_library_get_read_only (library);
  gboolean editing = is_editing (self);
  gboolean in_dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
  gboolean free_keys = !editing && !in_dialog;

  set_enabled (self, "open", writable && !in_dialog);
  set_enabled (self, "open-folder", writable && !in_dialog);
  set_enabled (self, "paste", writable && free_keys);
  set_enabled (self, "add-samples", writable && !in_dialog);
  set_enabled (self, "undo", writable && free_keys && desk_library_get_undo_name (library) != NULL);
  set_enabled (self, "redo", writable && free_keys && desk_library_get_redo_name (library) != NULL);
  set_enabled (self, "search", library != NULL && !in_dialog);
  set_enabled (self, "find", library != NULL && !in_dialog);
  set_enabled (self, "star", writable && !in_dialog);
  set_enabled (self, "toggle-unread", writable && !in_dialog);
  set_enabled (self, "delete", writable && article != NULL && !in_dialog);
  set_enabled (self, "go-back", library != NULL && desk_history_can_go_back (self->history) && free_keys);
  set_enabled (self, "go-forward", library != NULL && desk_history_can_go_forward (self->history) && free_keys);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "star")),
                             g_variant_new_boolean (article != NULL && desk_article_get_starred (article)));
}

static void
open_passage_action (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer data)
{
  const char *id;
  guint start, end;

  g_variant_get (parameter, "(&suu)", &id, &start, &end);
  desk_window_open_article (data, id, start, end);
}

static void
pause_analysis_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  DeskWindow *self = data;
  DeskAnalysisQueue *queue = self->session != NULL ? desk_session_get_analysis_queue (self->session) : NULL;

  if (queue != NULL)
    desk_analysis_queue_set_paused (queue, !desk_analysis_queue_get_paused (queue));
}

static const GActionEntry entries[] = {
  { "open", open_action },
  { "open-folder", open_folder_action },
  { "open-passage", open_passage_action, "(suu)" },
  { "paste", paste_action },
  { "add-samples", add_samples_action },
  { "undo", undo_action },
  { "redo", redo_action },
  { "pause-analysis", pause_analysis_action },
  { "close", close_action },
  { "menu", menu_action },
  { "search", search_action },
  { "find", find_action },
  { "go-back", go_back_action },
  { "go-forward", go_forward_action },
  { "star", star_action, NULL, "false" },
  { "toggle-unread", toggle_unread_action },
  { "delete", delete_action },
  { "restore-backup", restore_backup_action },
  { "next-pane", next_pane_action },
  { "previous-pane", previous_pane_action },
};

void
desk_window_init_actions (DeskWindow *self)
{
  g_autoptr (GAction) sort = g_settings_create_action (self->settings, "sort");
  g_autoptr (GAction) filter = g_settings_create_action (self->settings, "filter");
  g_autoptr (GAction) inspector = G_ACTION (g_property_action_new ("toggle-inspector", self->article_page,
                                                                   "inspector-shown"));
  g_autoptr (GAction) fullscreen = G_ACTION (g_property_action_new ("fullscreen", self, "fullscreened"));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), sort);
  g_action_map_add_action (G_ACTION_MAP (self), filter);
  g_action_map_add_action (G_ACTION_MAP (self), inspector);
  g_action_map_add_action (G_ACTION_MAP (self), fullscreen);

  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (desk_window_update_actions), NULL);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (desk_window_update_actions), NULL);
  g_signal_connect_object (self->history, "changed",
                           G_CALLBACK (desk_window_update_actions), self, G_CONNECT_SWAPPED);
  desk_window_update_actions (self);
}
