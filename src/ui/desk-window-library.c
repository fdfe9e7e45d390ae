/* What a window shows of the library as a whole: empty, damaged, read-only, not to be opened.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-test-actions.h"
#include "desk-window-private.h"

static DeskLibrary *
get_library (DeskWindow *self)
{
  return self->session != NULL ? desk_session_get_library (self->session) : NULL;
}

/* A library that can be written to and is not, is damaged. */
static gboolean
can_restore (DeskLibrary *library)
{
  return desk_library_get_read_only (library) && g_access (desk_library_get_path (library), W_OK) == 0;
}

/* Nothing of it can be shown, so there is no list to put a banner under. */
static void
show_unreadable (DeskWindow *self,
                 DeskLibrary *library)
{
  const char *problem = desk_library_get_problem (library);
  g_autoptr (GError) error = NULL;

  error = g_error_new_literal (DESK_LIBRARY_ERROR,
                               can_restore (library) ? DESK_LIBRARY_ERROR_DAMAGED : DESK_LIBRARY_ERROR_READ_ONLY,
                               problem != NULL ? problem : _ ("It is empty, and nothing can be added to it."));
  desk_window_show_problem (self, error);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskWindow) self = data;
  g_autoptr (GError) error = NULL;
  DeskLibraryCounts counts;
  gboolean counted = desk_library_count_finish (DESK_LIBRARY (object), result, &counts, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || get_library (self) != DESK_LIBRARY (object))
    return;

  if (counted && counts.all > 0)
    gtk_stack_set_visible_child_name (self->stack, "library");
  else if (desk_library_get_read_only (DESK_LIBRARY (object)))
    show_unreadable (self, DESK_LIBRARY (object));
  else
    gtk_stack_set_visible_child_name (self->stack, counted ? "welcome" : "library");
}

static void
update_banner (DeskWindow *self,
               DeskLibrary *library)
{
  const char *problem = desk_library_get_problem (library);
  g_autofree char *title = NULL;

  if (problem != NULL)
    title = g_markup_escape_text (problem, -1);
  adw_banner_set_title (self->banner, title != NULL ? title : _ ("The library is read-only: nothing can be changed."));
  adw_banner_set_button_label (self->banner, can_restore (library) ? _ ("_Restore a Backup…") : NULL);
  adw_banner_set_revealed (self->banner, desk_library_get_read_only (library));
}

void
desk_window_update_library (DeskWindow *self)
{
  DeskLibrary *library = get_library (self);

  if (library == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "opening");
      return;
    }

  update_banner (self, library);
  desk_library_count_async (library, self->cancellable, counted_cb, g_object_ref (self));
}

void
desk_window_show_problem (DeskWindow *self,
                          const GError *error)
{
  const char *title = _ ("The Library Could Not Be Opened");
  const char *icon = "dialog-warning-symbolic";
  g_autofree char *description = NULL;
  gboolean damaged = FALSE;

  if (error->domain == DESK_LIBRARY_ERROR)
    {
      switch ((DeskLibraryError) error->code)
        {
        case DESK_LIBRARY_ERROR_NEWER:
          title = _ ("This Library Needs a Newer NewsDesk");
          icon = "software-update-available-symbolic";
          break;
        case DESK_LIBRARY_ERROR_DAMAGED:
          title = _ ("The Library Is Damaged");
          damaged = TRUE;
          break;
        case DESK_LIBRARY_ERROR_FULL:
          title = _ ("The Disk Is Full");
          icon = "drive-harddisk-symbolic";
          break;
        case DESK_LIBRARY_ERROR_BUSY:
          title = _ ("The Library Is in Use");
          break;
        case DESK_LIBRARY_ERROR_READ_ONLY:
          title = _ ("The Library Is Read-Only");
          break;
        case DESK_LIBRARY_ERROR_FAILED:
        case DESK_LIBRARY_ERROR_NOT_FOUND:
        case DESK_LIBRARY_ERROR_CONFLICT:
          break;
        }
    }

  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->problem_page, title);
  adw_status_page_set_icon_name (self->problem_page, icon);
  adw_status_page_set_description (self->problem_page, description);
  gtk_widget_set_visible (self->restore_button, damaged);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  desk_test_say ("painted");
}

static void
article_added_cb (DeskWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "library");
}

static void
article_deleted_cb (DeskWindow *self,
                    const char *id)
{
  if (g_strcmp0 (id, desk_window_get_article_id (self)) == 0)
    {
      desk_state_set_string (self->state, self->id, "article", NULL);
      desk_window_close_article (self);
    }
  desk_history_remove (self->history, id);
  desk_window_update_library (self);
}

static void
reset_cb (DeskWindow *self)
{
  desk_window_update_library (self);
}

static void
steps_changed_cb (DeskWindow *self)
{
  desk_window_update_actions (self);
}

static void
problem_cb (DeskWindow *self)
{
  if (get_library (self) != NULL)
    update_banner (self, get_library (self));
  desk_window_update_actions (self);
}

static void
banner_clicked_cb (DeskWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-backup", NULL);
}

void
desk_window_bind_library (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

void
desk_window_follow_library (DeskWindow *self)
{
  g_signal_group_connect_swapped (self->library_signals, "article-added", G_CALLBACK (article_added_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "article-deleted", G_CALLBACK (article_deleted_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "reset", G_CALLBACK (reset_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::undo-name", G_CALLBACK (steps_changed_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::redo-name", G_CALLBACK (steps_changed_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::read-only", G_CALLBACK (problem_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::problem", G_CALLBACK (problem_cb), self);
}
