/* Code points to places in the page and back, over all ranges of a page with many scripts.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader-fixture.h"

/* Links, emphasis, ZWJ emoji, flags, decomposed letters, Chinese, Arabic; every range of it is tried. */
static const char small[] =
  "# A [link](https://a.example/) and *more*\n\n"
  "👨‍👩‍👧‍👦 🇩🇪🇫🇷 cafe\xcc\x81 **é*x*** end\n\n"
  "* 船不能\n\n"
  "* قال القاضي [بيع](mailto:a@b.example)\n\n"
  "caption: 𝒜 ṩ\n\n"
  "credit: x\n\n"
  "tip: 👍🏽.";

static void
check (DeskArticle *article,
       GPtrArray *marks)
{
  DeskReaderView *view = fixture_open (article, marks);
  g_autofree char *module = fixture_dup_script ("offsets.js");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reader", "offsets-test.js", NULL);
  g_autofree char *test = NULL;
  g_autofree char *body = NULL;
  g_autofree char *result = NULL;

  g_assert_true (g_file_get_contents (path, &test, NULL, NULL));
  body = g_strconcat (module, "\n", test, NULL);
  result = fixture_eval (fixture_get_web (view), "test", body, desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article))));
  g_test_message ("%s", result);
  g_assert_true (g_str_has_suffix (result, " boundaries"));
  fixture_close (view);
}

static void
test_all_ranges (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (small);

  check (article, NULL);
}

static void
test_all_ranges_marked (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (small);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (marks, fixture_mark_new (article, "link and mo", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "k", "check", "a note"));
  g_ptr_array_add (marks, fixture_mark_new (article, "🇩🇪🇫🇷 cafe\xcc\x81", "quote", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "不", "source", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "القاضي بيع", "number", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "end\n\n船", "opinion", NULL));
  check (article, marks);
}

static void
test_every_block (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);

  check (article, NULL);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/offsets/all-ranges", test_all_ranges);
  g_test_add_func ("/reader/offsets/all-ranges-marked", test_all_ranges_marked);
  g_test_add_func ("/reader/offsets/every-block", test_every_block);

  return g_test_run ();
}
