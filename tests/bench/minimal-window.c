/* The yardstick of the window: a libadwaita window with nothing but a web view and one page of text.
 * Says "painted" two frames after the page is loaded.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <webkit/webkit.h>

static void
frames_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (object), result, NULL);

  g_print ("painted\n");
}

static void
load_changed_cb (WebKitWebView *view,
                 WebKitLoadEvent event)
{
  if (event == WEBKIT_LOAD_FINISHED)
    webkit_web_view_call_async_javascript_function (
      view, "await new Promise (f => requestAnimationFrame (() => requestAnimationFrame (f)))", -1, NULL, NULL, NULL,
      NULL, frames_cb, NULL);
}

/* The same words as the program under test shows, each paragraph an element. */
static char *
make_page (const char *path)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><meta charset=utf-8><title>Page</title><style>body { font: 20px serif; max-width: 34em; margin: auto }</style>");
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  paragraphs = g_strsplit (text, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (paragraphs[i], -1);

      g_string_append_printf (page, "<p>%s</p>", escaped);
    }

  return g_string_free (g_steal_pointer (&page), FALSE);
}

static void
activate_cb (GtkApplication *application,
             const char *path)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = webkit_web_view_new ();
  g_autofree char *page = make_page (path);

  webkit_settings_set_hardware_acceleration_policy (webkit_web_view_get_settings (WEBKIT_WEB_VIEW (view)),
                                                    WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);
  g_signal_connect (view, "load-changed", G_CALLBACK (load_changed_cb), NULL);
  webkit_web_view_load_html (WEBKIT_WEB_VIEW (view), page, NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: minimal-window FILE\n");
      return 2;
    }

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv[1]);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
