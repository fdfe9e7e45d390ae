/* The printed article has the text, the notes, and what was folded.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  gboolean done;
  gboolean ok;
  GError *error;
} Export;

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Export *export = user_data;

  export->ok = desk_reader_view_export_pdf_finish (DESK_READER_VIEW (source), result, &export->error);
  export->done = TRUE;
}

static char *
dup_text (GFile *file)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) process = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "-layout", g_file_peek_path (file), "-", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));

  return text;
}

/* Lines may be broken anywhere; ligatures and some Chinese characters come as their compatible forms. */
static char *
dup_squeezed (const char *text)
{
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  char *squeezed = g_regex_replace_literal (space, plain, -1, 0, " ", 0, NULL);

  return g_strstrip (squeezed);
}

static void
test_pdf (void)
{
  static const char *const wanted[] = {
    "Harbour Court Halts the Sale of a Ferry Line",
    "WORLD · HARBOUR NEWS",
    "The buyer had been given a list of the vessels",
    "The harbour board",
    "What the ruling says",
    "A surveyor values the eleven ships",
    "Photo: Mara Lindqvist / Harbour News",
    "在港口",
    "Selma 1998 640",
    "case 41/23",
    "Correction: an earlier version",
    "Letters are read by two editors.",
    "Notes",
    "Key Fact",
    "Ask the board.",
  };
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = g_dir_make_tmp ("reader-print-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "a file ü.pdf", NULL);
  g_autofree char *text = NULL, *squeezed = NULL;
  DeskReaderView *view;
  Export export = { 0 };
  gint64 start;

  g_ptr_array_add (marks, fixture_mark_new (article, "harbour board", "fact", "Ask the board."));
  g_ptr_array_add (marks, fixture_mark_new (article, "eleven ships", "check", NULL));
  view = fixture_open (article, marks);

  start = g_get_monotonic_time ();
  desk_reader_view_export_pdf_async (view, file, NULL, exported_cb, &export);
  fixture_wait (&export.done);
  g_assert_no_error (export.error);
  g_assert_true (export.ok);
  g_test_message ("exported in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_true (g_file_query_exists (file, NULL));

  text = dup_text (file);
  if (text == NULL)
    g_test_skip ("pdftotext is not installed");
  else
    {
      squeezed = dup_squeezed (text);
      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        if (strstr (squeezed, wanted[i]) == NULL)
          g_error ("“%s” is not in: %s", wanted[i], squeezed);
    }

  /* The page on the screen is as it was. */
  {
    g_autofree char *notes = fixture_eval (fixture_get_web (view), NULL, "return document.querySelectorAll ('.nd-notes, [data-sign], details[open]').length", NULL);

    g_assert_cmpstr (notes, ==, "0");
  }
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  fixture_close (view);
}

static void
test_pdf_fails (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = fixture_open (article, NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all/article.pdf");
  Export export = { 0 };
  FixtureSignal painted;

  desk_reader_view_export_pdf_async (view, nowhere, NULL, exported_cb, &export);
  fixture_wait (&export.done);
  g_assert_false (export.ok);
  g_assert_nonnull (export.error);
  g_test_message ("%s", export.error->message);
  g_clear_error (&export.error);

  fixture_expect (&painted, view, "painted");
  desk_reader_view_clear (view);
  fixture_await (&painted);
  export.done = FALSE;
  desk_reader_view_export_pdf_async (view, nowhere, NULL, exported_cb, &export);
  fixture_wait (&export.done);
  g_assert_false (export.ok);
  g_test_message ("%s", export.error->message);
  g_clear_error (&export.error);
  fixture_close (view);
}

/* The view may go while it prints. */
static void
test_pdf_and_close (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = fixture_open (article, NULL);
  g_autofree char *folder = g_dir_make_tmp ("reader-print-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "article.pdf", NULL);
  Export export = { 0 };

  desk_reader_view_export_pdf_async (view, file, NULL, exported_cb, &export);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  fixture_wait (&export.done);
  g_test_message ("%s", export.ok ? "exported" : export.error->message);
  g_clear_error (&export.error);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/print/pdf", test_pdf);
  g_test_add_func ("/reader/print/fails", test_pdf_fails);
  g_test_add_func ("/reader/print/close", test_pdf_and_close);

  return g_test_run ();
}
