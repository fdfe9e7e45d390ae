/* Contrast in every theme, the measure of a line, and that one class of the root decides.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"
#include "desk-reader-content.h"
#include "desk-reader-types.h"
#include "reader-fixture.h"

static DeskReaderView *
open_marked (void)
{
  static const char *const words[] = { "stopped", "the buyer", "accounts", "opaque", "harbour board", "41 per cent", "reporters", "patient" };
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) kinds = desk_kind_list_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (kinds, i);

      g_ptr_array_add (marks, fixture_mark_new (article, words[i], desk_kind_get_id (kind), NULL));
    }
  g_ptr_array_add (marks, fixture_mark_new (article, "Passengers board", "check", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "Mara Lindqvist", "follow-up", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "four years for", "number", NULL));

  return fixture_open (article, marks);
}

static char *
dup_color (WebKitWebView *web)
{
  GdkRGBA color;

  webkit_web_view_get_background_color (web, &color);

  return gdk_rgba_to_string (&color);
}

static void
test_contrast (void)
{
  static const struct
  {
    DeskReaderTheme theme;
    gboolean dark, contrast;
  } looks[] = {
    { DESK_READER_THEME_SYSTEM, FALSE, FALSE },
    { DESK_READER_THEME_SYSTEM, TRUE, FALSE },
    { DESK_READER_THEME_SEPIA, FALSE, FALSE },
    { DESK_READER_THEME_LIGHT, TRUE, TRUE },
    { DESK_READER_THEME_DARK, FALSE, TRUE },
    { DESK_READER_THEME_SEPIA, TRUE, TRUE },
  };
  /* GNOME's accents, the yellow one among them, that no text can be set in as it is. */
  static const char *const accents[] = { "#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00", "#e62d42", "#d56199", "#9141ac", "#6f8396" };
  DeskReaderView *view = open_marked ();
  WebKitWebView *web = fixture_get_web (view);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reader", "look-test.js", NULL);
  g_autofree char *test = NULL;

  g_assert_true (g_file_get_contents (path, &test, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    for (guint k = 0; k < G_N_ELEMENTS (accents); k++)
      {
        g_autofree char *color = NULL, *faults = NULL;
        GdkRGBA accent;

        gdk_rgba_parse (&accent, accents[k]);
        g_object_set (desk_reader_view_get_style (view), "theme", looks[i].theme, NULL);
        g_object_set (view, "dark", looks[i].dark, "high-contrast", looks[i].contrast, "accent", &accent, NULL);
        fixture_settle (view);
        color = dup_color (web);
        faults = fixture_eval (web, DESK_READER_WORLD, test, color);
        if (*faults != '\0')
          g_error ("look %u, accent %s: %s", i, accents[k], faults);
      }
  fixture_close (view);
}

/* Characters of the lines of the paragraphs, but the last lines. */
static const char measure[] =
  "const counts = [];"
  "for (const block of document.querySelectorAll ('.paragraph')) {"
  "  const node = block.firstChild; const range = new Range (); let top = null, n = 0; const lines = [];"
  "  for (let i = 0; i < node.length; i++) {"
  "    range.setStart (node, i); range.setEnd (node, i + 1);"
  "    const rect = range.getClientRects ()[0]; if (!rect || rect.height === 0) { n++; continue; }"
  "    if (top !== null && Math.abs (rect.top - top) > 4) { lines.push (n); n = 0; }"
  "    top = rect.top; n++;"
  "  }"
  "  counts.push (...lines);"
  "}"
  "counts.sort ((a, b) => a - b);"
  "return counts[counts.length >> 1]";

static void
test_measure (void)
{
  g_autofree char *text = fixture_dup_long_text (1200);
  g_autoptr (DeskArticle) article = fixture_article_new (text);
  DeskReaderView *view = fixture_open (article, NULL);
  WebKitWebView *web = fixture_get_web (view);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
  static const DeskReaderFont fonts[] = { DESK_READER_FONT_SERIF, DESK_READER_FONT_SANS, DESK_READER_FONT_SYSTEM };

  gtk_window_set_default_size (window, 1300, 900);
  fixture_assert_eval (view, "return innerWidth", "1300");
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    for (guint size = 80; size <= 120; size += 40)
      {
        g_autofree char *n = NULL;

        g_object_set (desk_reader_view_get_style (view), "font", fonts[i], "size", size, NULL);
        fixture_settle (view);
        n = fixture_eval (web, DESK_READER_WORLD, measure, NULL);
        g_test_message ("font %u, size %u: %s characters", fonts[i], size, n);
        g_assert_cmpint (atoi (n), >=, 62);
        g_assert_cmpint (atoi (n), <=, 76);
      }

  /* At 320 pixels nothing has to be scrolled sideways, not even with text of twice the size. */
  gtk_window_set_default_size (window, 320, 700);
  g_object_set (desk_reader_view_get_style (view), "size", 200, NULL);
  fixture_assert_eval (view, "return innerWidth + '/' + (document.documentElement.scrollWidth > innerWidth)", "320/false");
  fixture_close (view);
}

static void
test_root_class (void)
{
  DeskReaderView *view = open_marked ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));
  static const char state[] = "return `${document.documentElement.className}: ${getComputedStyle (document.documentElement).backgroundColor}`";

  /* Whatever GTK itself prefers. */
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  fixture_run (200);
  fixture_assert_eval (view, state, "light font-serif: rgb(255, 255, 255)");
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  g_object_set (view, "dark", TRUE, NULL);
  fixture_assert_eval (view, state, "dark font-serif: rgb(29, 29, 32)");

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  fixture_assert_eval (view, "return document.documentElement.classList.contains ('still')", "true");
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  fixture_close (view);
}

static void
located_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GdkRectangle *box = user_data;

  g_assert_true (desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, box, NULL, &error));
  g_assert_no_error (error);
}

/* As a part of the width, which is the same in the page and in the widget. */
static gboolean
is_placed (DeskReaderView *view)
{
  GdkRectangle box = { 0, 0, 0, 0 };
  g_autofree char *size = NULL;
  double part;

  desk_reader_view_locate_async (view, 0, 7, NULL, located_cb, &box);
  while (box.width == 0)
    g_main_context_iteration (NULL, TRUE);
  size = fixture_eval_ours (view,
                            "const r = new Range (); const t = document.querySelector ('h1').firstChild; r.setStart (t, 0); r.setEnd (t, 7);"
                            "return r.getBoundingClientRect ().width / innerWidth");
  part = (double) box.width / gtk_widget_get_width (GTK_WIDGET (view));
  g_test_message ("%.4f, %s", part, size);

  return ABS (part - g_ascii_strtod (size, NULL)) < 0.006;
}

/* Rectangles are in coordinates of the widget, whatever the zoom and the size of the desktop's text. */
static void
test_boxes (void)
{
  DeskReaderView *view = open_marked ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));
  static const double zooms[] = { 1, 1.5, 0.8 };

  for (guint scale = 1; scale <= 2; scale++)
    for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
      {
        g_autofree char *width = g_strdup_printf ("return Math.abs (innerWidth - %d) <= 1", (int) (760 / (scale * zooms[i]) + 0.5));

        g_object_set (settings, "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
        desk_reader_view_set_zoom (view, zooms[i]);
        fixture_assert_eval (view, width, "true");
        fixture_wait_until (is_placed (view));
      }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/look/contrast", test_contrast);
  g_test_add_func ("/reader/look/measure", test_measure);
  g_test_add_func ("/reader/look/root-class", test_root_class);
  g_test_add_func ("/reader/look/boxes", test_boxes);

  return g_test_run ();
}
