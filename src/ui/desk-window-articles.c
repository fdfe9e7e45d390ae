/* Opening articles in a window, and what is done with them from there.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-undo-toast.h"
#include "desk-window-private.h"

typedef struct
{
  DeskWindow *window;
  char *id;
  guint start;
  guint end;
  gboolean quiet; /* nobody asked for it */
} OpenData;

static void
open_data_free (OpenData *data)
{
  g_object_unref (data->window);
  g_free (data->id);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenData, open_data_free)

const char *
desk_window_get_article_id (DeskWindow *self)
{
  DeskDocument *document;

  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);

  document = desk_article_page_get_document (self->article_page);
  return document != NULL ? desk_article_get_id (desk_document_get_article (document)) : NULL;
}

/* Title and flags follow the open article. */
void
desk_window_update_article (DeskWindow *self)
{
  DeskDocument *document = desk_article_page_get_document (self->article_page);
  const char *headline = NULL;
  g_autofree char *title = NULL;

  if (document != NULL)
    headline = desk_article_get_headline (desk_document_get_article (document));
  if (document != NULL && (headline == NULL || *headline == '\0'))
    headline = _ ("Untitled");

  adw_navigation_page_set_title (self->content_page, headline != NULL ? headline : _ ("NewsDesk"));
  if (headline != NULL)
    /* Translators: title of a window: the headline of the article, the name of the program. */
    title = g_strdup_printf (_ ("%s – NewsDesk"), headline);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("NewsDesk"));
  desk_window_update_actions (self);
}

static void
show_document (DeskWindow *self,
               DeskDocument *document)
{
  g_signal_group_set_target (self->document_signals, document);
  desk_article_page_set_document (self->article_page, document);
  gtk_stack_set_visible_child_name (self->content_stack, document != NULL ? "article" : "nothing");
  /* Toasts leave the bar of layers free. */
  if (document != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), "over-article");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toast_overlay), "over-article");
  desk_list_pane_show_article (self->list_pane, desk_window_get_article_id (self));
  desk_window_update_article (self);
}

void
desk_window_close_article (DeskWindow *self)
{
  g_cancellable_cancel (self->open_cancellable);
  g_clear_object (&self->open_cancellable);

  if (desk_article_page_get_document (self->article_page) != NULL)
    show_document (self, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (OpenData) open = data;
  DeskWindow *self = open->window;
  g_autoptr (DeskDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = desk_session_open_article_finish (DESK_SESSION (object), result, &error);
  if (self->session != DESK_SESSION (object))
    return;

  if (document == NULL && open->quiet)
    {
      g_message ("The article of the last time could not be opened: %s", error->message);
      return;
    }

  if (document == NULL)
    {
      if (g_error_matches (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND))
        {
          desk_history_remove (self->history, open->id);
          desk_window_add_toast (self, adw_toast_new (_ ("This article is no longer in the library")));
        }
      else
        {
          desk_window_show_error (self, _ ("The Article Could Not Be Opened"), error);
        }
      return;
    }

  desk_history_visit (self->history, open->id);
  desk_state_set_string (self->state, self->id, "article", open->id);
  show_document (self, document);
  if (open->start < open->end)
    desk_article_page_show_range (self->article_page, open->start, open->end);
}

static void
start_opening (DeskWindow *self,
               const char *article_id,
               guint start,
               guint end,
               gboolean quiet)
{
  OpenData *data;

  self->open_cancellable = g_cancellable_new ();
  data = g_new0 (OpenData, 1);
  data->window = g_object_ref (self);
  data->id = g_strdup (article_id);
  data->start = start;
  data->end = end;
  data->quiet = quiet;
  desk_session_open_article_async (self->session, article_id, self->open_cancellable, opened_cb, data);
}

void
desk_window_open_article (DeskWindow *self,
                          const char *article_id,
                          guint start,
                          guint end)
{
  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (article_id != NULL);

  if (self->session == NULL)
    {
      g_set_str (&self->waiting_id, article_id);
      self->waiting_start = start;
      self->waiting_end = end;
      return;
    }

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_cancellable_cancel (self->open_cancellable);
  g_clear_object (&self->open_cancellable);

  if (g_strcmp0 (article_id, desk_window_get_article_id (self)) != 0)
    start_opening (self, article_id, start, end, FALSE);
  else if (start < end)
    desk_article_page_show_range (self->article_page, start, end);
}

/* The article of the last time, and whether a narrow window showed it. */
void
desk_window_restore_article (DeskWindow *self)
{
  g_autofree char *id = desk_state_dup_string (self->state, self->id, "article");

  if (id == NULL)
    return;

  adw_navigation_split_view_set_show_content (self->split_view,
                                              desk_state_get_boolean (self->state, self->id, "content-shown"));
  start_opening (self, id, 0, 0, TRUE);
}

/* What the user did goes on when the window closes meanwhile; then nobody is left to be told. */
static gboolean
is_gone (DeskWindow *self)
{
  return self->session == NULL;
}

static void
action_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_session_action_finish (DESK_SESSION (object), result, &error) && !is_gone (self))
    desk_window_show_error (self, _ ("That Could Not Be Done"), error);
}

typedef struct
{
  DeskWindow *window;
  guint n_articles;
} DeleteData;

static void
deleted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autofree DeleteData *data = user_data;
  g_autoptr (DeskWindow) self = data->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (!desk_session_action_finish (DESK_SESSION (object), result, &error))
    {
      if (!is_gone (self))
        desk_window_show_error (self, _ ("The Articles Could Not Be Deleted"), error);
      return;
    }

  if (is_gone (self))
    return;

  title = g_strdup_printf (ngettext ("Article deleted", "%u articles deleted", data->n_articles), data->n_articles);
  desk_window_add_toast (self, desk_undo_toast_new (title, desk_session_get_library (self->session)));
}

void
desk_window_delete (DeskWindow *self,
                    const char *const *ids)
{
  DeleteData *data;

  if (self->session == NULL)
    return;

  data = g_new0 (DeleteData, 1);
  data->window = g_object_ref (self);
  data->n_articles = g_strv_length ((char **) ids);
  desk_session_delete_async (self->session, ids, NULL, deleted_cb, data);
}

void
desk_window_set_starred (DeskWindow *self,
                         const char *const *ids,
                         gboolean starred)
{
  if (self->session != NULL)
    desk_session_set_starred_async (self->session, ids, starred, NULL,
                                    action_cb, g_object_ref (self));
}

void
desk_window_set_unread (DeskWindow *self,
                        const char *const *ids,
                        gboolean unread)
{
  if (self->session != NULL)
    desk_session_set_unread_async (self->session, ids, unread, NULL,
                                   action_cb, g_object_ref (self));
}

/* After undo or redo its place is shown: the reader sees what happened. */
static void
show_step (DeskWindow *self,
           DeskStep *step,
           gboolean undone)
{
  const DeskChange *change = desk_step_get_n_changes (step) > 0 ? desk_step_get_change (step, 0) : NULL;
  g_autofree char *text = NULL;
  gboolean here;

  /* Translators: said and shown with the name of a step, as “Undone: Delete Article”. */
  text = g_strdup_printf (undone ? _ ("Undone: %s") : _ ("Redone: %s"), desk_step_get_name (step));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  if (change == NULL)
    return;

  here = g_strcmp0 (change->article_id, desk_window_get_article_id (self)) == 0;

  switch (change->kind)
    {
    case DESK_CHANGE_ANNOTATION:
      if (here && desk_document_find_annotation (desk_article_page_get_document (self->article_page),
                                                 change->object_id) != NULL)
        desk_article_page_show_annotation (self->article_page, change->object_id);
      else if (!here)
        desk_window_open_article (self, change->article_id, 0, 0);
      break;
    case DESK_CHANGE_FIELD:
    case DESK_CHANGE_STARRED:
    case DESK_CHANGE_UNREAD:
      if (!here)
        desk_window_add_toast (self, adw_toast_new (text));
      break;
    case DESK_CHANGE_RULE:
      if (*change->article_id == '\0')
        desk_window_add_toast (self, adw_toast_new (text));
      else if (!here)
        desk_window_open_article (self, change->article_id, 0, 0);
      break;
    case DESK_CHANGE_DELETED:
      /* One that came back is what the user is looking for. */
      if (desk_step_get_n_changes (step) == 1 && undone)
        desk_window_open_article (self, change->article_id, 0, 0);
      else
        desk_window_add_toast (self, adw_toast_new (text));
      break;
    }
}

static void
undone_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = desk_session_undo_finish (DESK_SESSION (object), result, &error);

  self->busy = FALSE;
  if (is_gone (self))
    return;

  if (step != NULL)
    show_step (self, step, TRUE);
  else if (error != NULL)
    desk_window_show_error (self, _ ("That Could Not Be Undone"), error);
  desk_window_update_actions (self);
}

static void
redone_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = desk_session_redo_finish (DESK_SESSION (object), result, &error);

  self->busy = FALSE;
  if (is_gone (self))
    return;

  if (step != NULL)
    show_step (self, step, FALSE);
  else if (error != NULL)
    desk_window_show_error (self, _ ("That Could Not Be Redone"), error);
  desk_window_update_actions (self);
}

void
desk_window_undo (DeskWindow *self)
{
  if (self->session == NULL || self->busy)
    return;

  self->busy = TRUE;
  desk_session_undo_async (self->session, NULL, undone_cb, g_object_ref (self));
}

void
desk_window_redo (DeskWindow *self)
{
  if (self->session == NULL || self->busy)
    return;

  self->busy = TRUE;
  desk_session_redo_async (self->session, NULL, redone_cb, g_object_ref (self));
}

static void
list_open_cb (DeskWindow *self,
              const char *id,
              gboolean take_focus)
{
  desk_window_open_article (self, id, 0, 0);
  if (take_focus)
    gtk_widget_activate_action (GTK_WIDGET (self->article_page), "article.focus-text", NULL);
}

static void
list_open_in_new_window_cb (DeskWindow *self,
                            const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-in-new-window", "s", id);
}

static void
list_delete_cb (DeskWindow *self,
                const char *const *ids)
{
  desk_window_delete (self, ids);
}

static void
list_set_starred_cb (DeskWindow *self,
                     const char *const *ids,
                     gboolean starred)
{
  desk_window_set_starred (self, ids, starred);
}

static void
list_set_unread_cb (DeskWindow *self,
                    const char *const *ids,
                    gboolean unread)
{
  desk_window_set_unread (self, ids, unread);
}

static void
list_failed_cb (DeskWindow *self,
                const GError *error)
{
  desk_window_show_error (self, _ ("That Could Not Be Done"), error);
}

void
desk_window_bind_articles (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, list_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_open_in_new_window_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_set_starred_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_set_unread_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_failed_cb);
}
