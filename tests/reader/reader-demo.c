/* Shows the article pane in a bare window, to be looked at:
 *   reader-demo [--theme=light|dark|sepia] [--contrast] [--font=…] [--size=N] [--width=PX] [--height=PX]
 *               [--text-scale=N] [--zoom=N] [--scroll=CODE_POINT] [--find=TEXT] [--pdf=FILE] [--plain] [FILE]
 * FILE is in the markup of reader-fixture.h; without one an article with every kind of block is shown.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"
#include "reader-fixture.h"

static char *theme, *font, *find, *pdf, **files;
static int size = 100, width = 760, height = 900, scroll;
static double text_scale = 1, zoom = 1;
static gboolean contrast, plain;

static const GOptionEntry options[] = {
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, NULL, NULL },
  { "font", 0, 0, G_OPTION_ARG_STRING, &font, NULL, NULL },
  { "find", 0, 0, G_OPTION_ARG_STRING, &find, NULL, NULL },
  { "pdf", 0, 0, G_OPTION_ARG_STRING, &pdf, NULL, NULL },
  { "size", 0, 0, G_OPTION_ARG_INT, &size, NULL, NULL },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, NULL, NULL },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, NULL, NULL },
  { "scroll", 0, 0, G_OPTION_ARG_INT, &scroll, NULL, NULL },
  { "text-scale", 0, 0, G_OPTION_ARG_DOUBLE, &text_scale, NULL, NULL },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, NULL, NULL },
  { "contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, NULL, NULL },
  { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, NULL, NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
  { NULL },
};

static void
note_cb (DeskReaderView *view,
         const char *name)
{
  guint start, end;

  desk_reader_view_get_selection (view, &start, &end, NULL);
  g_print ("%s %u–%u\n", name, start, end);
}

static void
mark_cb (DeskReaderView *view,
         const char *ids)
{
  char *first = g_strndup (ids, strcspn (ids, " "));

  g_print ("mark-activated %s\n", ids);
  desk_reader_view_select_mark (view, first);
  g_free (first);
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (desk_reader_view_export_pdf_finish (DESK_READER_VIEW (source), result, &error))
    g_print ("exported\n");
  else
    g_print ("not exported: %s\n", error->message);
}

static void
painted_cb (DeskReaderView *view)
{
  g_print ("painted\n");
  if (find != NULL)
    desk_reader_view_find (view, find);
  if (pdf != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (pdf);

      desk_reader_view_export_pdf_async (view, file, NULL, exported_cb, NULL);
    }
}

static void
set_style (DeskReaderView *view)
{
  DeskReaderStyle *style = desk_reader_view_get_style (view);

  g_object_set (style, "size", size, NULL);
  if (g_strcmp0 (theme, "sepia") == 0)
    g_object_set (style, "theme", DESK_READER_THEME_SEPIA, NULL);
  if (g_strcmp0 (font, "sans") == 0)
    g_object_set (style, "font", DESK_READER_FONT_SANS, NULL);
  if (g_strcmp0 (font, "system") == 0)
    g_object_set (style, "font", DESK_READER_FONT_SYSTEM, NULL);
  g_object_set (view, "dark", g_strcmp0 (theme, "dark") == 0, "high-contrast", contrast, "zoom", zoom, NULL);
}

static void
add_layers (DeskReaderView *view,
            DeskArticle *article)
{
  static const struct
  {
    DeskLayer layer;
    const char *words;
  } layers[] = {
    { DESK_LAYER_PEOPLE, "Ines Varga|Pat Ryder|Tom Aldous|Lloyd Austin|Austin|Wei Fenghe|Craig Singleton|Singleton" },
    { DESK_LAYER_ORGANISATIONS, "Northern Ferry Line|harbour board|Department of Defense|Pentagon|Washington|Beijing" },
    { DESK_LAYER_PLACES, "Port Alma|South Carolina|China" },
    { DESK_LAYER_DATES, "Tuesday|30 April|7 February|last week|Saturday" },
    { DESK_LAYER_GLOW, "Judge Ines Varga|Lloyd Austin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autoptr (GArray) ranges = fixture_ranges_new (article, layers[i].words);

      desk_reader_view_set_layer (view, layers[i].layer, ranges);
    }
}

static GPtrArray *
new_marks (DeskArticle *article)
{
  static const struct
  {
    const char *words, *kind, *note;
  } wanted[] = {
    { "stopped the sale of the Northern Ferry Line", "fact", NULL },
    { "half of the accounts", "check", "Which half? Ask the court." },
    { "“The line does not become cheaper by being opaque,”", "quote", NULL },
    { "told reporters", "source", NULL },
    { "41 per cent", "number", NULL },
    { "a delay and nothing more", "opinion", NULL },
    { "four years for an honest number", "contradiction", NULL },
    { "four weeks more", "follow-up", "Call again on 7 March." },
    { "Passengers board the “Selma”", "fact", NULL },
    { "the “Selma” at Port Alma, its home port", "check", NULL },
    { "home port since 1998", "number", NULL },
    { "port since 1998, on the morning", "quote", NULL },
    { "الخط البحري", "source", NULL },
    { "surveillance balloon", "check", "Two names for one thing." },
    { "weather-monitoring civilian airship", "check", NULL },
    { "بيع الخط", "fact", "ملاحظة" },
    { "أربع سنوات", "check", NULL },
    { "immediately after” the balloon was downed over U.S. territorial waters", "fact", NULL },
  };
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article))), wanted[i].words))
      g_ptr_array_add (marks, fixture_mark_new (article, wanted[i].words, wanted[i].kind, wanted[i].note));

  return marks;
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) kinds = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *markup = NULL;
  GtkWidget *window, *view;

  desk_reader_context_prepare_process ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      (files != NULL && !g_file_get_contents (files[0], &markup, NULL, &error)))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  gtk_init ();
  if (text_scale != 1)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (text_scale * 96 * 1024), NULL);
  kinds = desk_kind_list_new ();
  article = fixture_article_new (markup != NULL ? markup : fixture_markup);
  marks = plain ? g_ptr_array_new () : new_marks (article);

  view = desk_reader_view_new (kinds);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), view);
  set_style (DESK_READER_VIEW (view));
  g_signal_connect (view, "painted", G_CALLBACK (painted_cb), NULL);
  g_signal_connect (view, "selection-changed", G_CALLBACK (note_cb), (gpointer) "selection-changed");
  g_signal_connect (view, "mark-activated", G_CALLBACK (mark_cb), NULL);
  desk_reader_view_load (DESK_READER_VIEW (view), article, marks, scroll);
  if (!plain)
    add_layers (DESK_READER_VIEW (view), article);
  gtk_window_present (GTK_WINDOW (window));

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
