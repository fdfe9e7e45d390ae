/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include "desk-test-actions.h"

#include "desk-test-article.h"
#include "desk-test-frames.h"

static gboolean
is_named (GtkWidget *widget,
          const char *name)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (g_strcmp0 (id, name) == 0 || g_strcmp0 (gtk_widget_get_css_name (widget), name) == 0 ||
      g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return TRUE;

  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0)
    return TRUE;

  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), name) == 0;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (is_named (widget, name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_path (GtkWidget *widget,
           char **path)
{
  for (; widget != NULL && *path != NULL; path++)
    widget = find_widget (widget, *path);

  return widget;
}

/* Where a native stands on the surface of its window. */
static void
get_native_offset (GtkNative *native,
                   double *x,
                   double *y)
{
  GdkSurface *surface = gtk_native_get_surface (native);

  gtk_native_get_surface_transform (native, x, y);

  while (GDK_IS_POPUP (surface))
    {
      *x += gdk_popup_get_position_x (GDK_POPUP (surface));
      *y += gdk_popup_get_position_y (GDK_POPUP (surface));
      surface = gdk_popup_get_parent (GDK_POPUP (surface));
    }
}

static char *
locate (GtkApplication *application,
        const char *name)
{
  g_auto (GStrv) path = g_strsplit (name, " > ", -1);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      GtkWidget *widget = find_path (l->data, path);
      GtkNative *native = widget != NULL ? gtk_widget_get_native (widget) : NULL;
      graphene_rect_t bounds;
      double x, y;

      if (native == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds))
        continue;

      get_native_offset (native, &x, &y);
      return g_strdup_printf ("%.0f %.0f %.0f %.0f", x + bounds.origin.x, y + bounds.origin.y,
                              bounds.size.width, bounds.size.height);
    }

  return g_strdup ("");
}

static void
locate_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  g_autofree char *place = locate (data, g_variant_get_string (parameter, NULL));

  g_simple_action_set_state (action, g_variant_new_string (place));
}

static char *
dup_report (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autoptr (GString) report = g_string_new (NULL);
  AdwDialog *dialog;
  GtkWidget *focus, *list;

  if (!DESK_IS_WINDOW (window))
    return g_strdup ("");

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  list = find_widget (GTK_WIDGET (window), "list_view");

  g_string_append_printf (report, "title=%s\n", gtk_window_get_title (window));
  g_string_append_printf (report, "article=%s\n",
                          desk_window_get_article_id (DESK_WINDOW (window)) != NULL
                            ? desk_window_get_article_id (DESK_WINDOW (window))
                            : "");
  g_string_append_printf (report, "focus=%s\n", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "");
  g_string_append_printf (report, "dialog=%s\n", dialog != NULL ? G_OBJECT_TYPE_NAME (dialog) : "");

  if (GTK_IS_LIST_VIEW (list))
    {
      GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
      g_autoptr (GtkBitset) selected = model != NULL ? gtk_selection_model_get_selection (model) : NULL;

      g_string_append_printf (report, "rows=%u\n", model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0);
      g_string_append_printf (report, "selected=%u\n",
                              selected != NULL ? (guint) gtk_bitset_get_size (selected) : 0);
    }

  return g_string_free_and_steal (g_steal_pointer (&report));
}

static void
report_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  g_autofree char *report = dup_report (data);

  g_simple_action_set_state (action, g_variant_new_string (report));
}

static const GActionEntry entries[] = {
  { "test-locate", locate_action, "s", "''" },
  { "test-report", report_action, NULL, "''" },
};

static gboolean
is_test (void)
{
  return g_strcmp0 (g_getenv ("NEWSDESK_TEST"), "1") == 0;
}

void
desk_test_say (const char *word)
{
  if (is_test ())
    {
      g_print ("%s\n", word);
      fflush (stdout);
    }
}

void
desk_test_actions_add (DeskApplication *application)
{
  g_return_if_fail (DESK_IS_APPLICATION (application));

  if (!is_test ())
    return;
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  desk_test_article_add (GTK_APPLICATION (application));
  desk_test_frames_add (application);
}
