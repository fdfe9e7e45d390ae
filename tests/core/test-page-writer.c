/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "desk-kind.h"
#include "desk-page-writer.h"
#include "desk-version-builder.h"
#include "page-check.h"

static DeskArticle *
end_article (DeskVersionBuilder *builder)
{
  g_autoptr (DeskVersion) version = desk_version_builder_end (builder);

  return desk_article_new ("article", version);
}

static DeskPageWriter *
make_writer (DeskArticle *article)
{
  g_autoptr (GListModel) kinds = desk_kind_list_new ();

  return desk_page_writer_new (article, kinds);
}

static char *
write_page (DeskArticle *article)
{
  g_autoptr (DeskPageWriter) writer = make_writer (article);

  return desk_page_writer_dup_page (writer, "dark");
}

static void
set_field (DeskArticle *article,
           DeskField field,
           const char *value)
{
  desk_article_set_field (article, field, value, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
}

static void
test_page (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = NULL;
  DeskPageWriter *writer;
  g_autofree char *page = NULL;
  const char *expected =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\" dir=\"ltr\" class=\"dark high-contrast\">\n"
    "<head>\n<meta charset=\"utf-8\">\n<title>Port Shut</title>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n</head>\n"
    "<body>\n<main>\n<article>\n"
    "<header>\n"
    "<p class=\"kicker\" dir=\"auto\">World · The Ledger</p>\n"
    "<h1 class=\"headline\" data-s=\"0\" data-b=\"0\" dir=\"auto\">Port Shut</h1>\n"
    "<p class=\"dek\" data-s=\"11\" data-b=\"1\" dir=\"auto\">No ferry leaves</p>\n"
    "<p class=\"byline\" data-s=\"28\" data-b=\"2\" dir=\"auto\">By A. Nyman</p>\n"
    "<p class=\"meta\" dir=\"auto\"><time datetime=\"2023-02-08\">8 February 2023</time> · "
    "<span class=\"reading-time\">1 min</span></p>\n"
    "</header>\n"
    "<p class=\"paragraph\" data-s=\"41\" data-b=\"3\" dir=\"auto\">The port is shut.</p>\n"
    "<h2 class=\"subheading\" data-s=\"60\" data-b=\"4\" dir=\"auto\">Why</h2>\n"
    "<ul>\n"
    "<li class=\"list-item\" data-s=\"65\" data-b=\"5\" dir=\"auto\">ice</li>\n"
    "<li class=\"list-item\" data-s=\"70\" data-b=\"6\" dir=\"auto\">wind</li>\n"
    "</ul>\n"
    "<blockquote class=\"blockquote\" data-s=\"76\" data-b=\"7\" dir=\"auto\">So it is.</blockquote>\n"
    "<pre class=\"preformatted\" data-s=\"87\" data-b=\"8\" dir=\"auto\">a\n  b</pre>\n"
    "<div class=\"table\">\n"
    "<div class=\"table-row\" data-s=\"94\" data-b=\"9\" dir=\"auto\">1\t2</div>\n"
    "<div class=\"table-row\" data-s=\"99\" data-b=\"10\" dir=\"auto\">3\t4</div>\n"
    "</div>\n"
    "<figure>\n"
    "<figcaption class=\"caption\" data-s=\"104\" data-b=\"11\" dir=\"auto\">The quay</figcaption>\n"
    "<p class=\"credit\" data-s=\"114\" data-b=\"12\" dir=\"auto\">Photo: B. Ode</p>\n"
    "</figure>\n"
    "<figure>\n"
    "<figcaption class=\"caption\" data-s=\"129\" data-b=\"13\" dir=\"auto\">The ice</figcaption>\n"
    "</figure>\n"
    "<p class=\"correction\" data-s=\"138\" data-b=\"14\" dir=\"auto\">An earlier version was wrong.</p>\n"
    "<details class=\"boilerplate\">\n<summary>From the Publisher</summary>\n"
    "<p class=\"boilerplate\" data-s=\"169\" data-b=\"15\" dir=\"auto\">Send us a tip.</p>\n"
    "</details>\n"
    "<details class=\"left-out\">\n<summary>Left Out (3)</summary>\n<dl>\n"
    "<dt>Navigation</dt>\n<dd dir=\"auto\">Home</dd>\n<dd dir=\"auto\">News</dd>\n"
    "<dt>Comments</dt>\n<dd dir=\"auto\">&lt;b&gt;first&lt;/b&gt;</dd>\n"
    "</dl>\n</details>\n"
    "</article>\n</main>\n</body>\n</html>\n";

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, "Port Shut");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_DEK, "No ferry leaves");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_BYLINE, "By A. Nyman");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "The port is shut.");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_SUBHEADING, "Why");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_LIST_ITEM, "ice");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_LIST_ITEM, "wind");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_BLOCKQUOTE, "So it is.");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PREFORMATTED, "a\n  b");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_TABLE_ROW, "1\t2");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_TABLE_ROW, "3\t4");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CAPTION, "The quay");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CREDIT, "Photo: B. Ode");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CAPTION, "The ice");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CORRECTION, "An earlier version was wrong.");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_BOILERPLATE, "Send us a tip.");
  desk_version_builder_add_left_out (builder, "Home", DESK_LEFT_OUT_REASON_NAVIGATION);
  desk_version_builder_add_left_out (builder, "News", DESK_LEFT_OUT_REASON_NAVIGATION);
  desk_version_builder_add_left_out (builder, "<b>first</b>", DESK_LEFT_OUT_REASON_COMMENTS);
  article = end_article (builder);
  set_field (article, DESK_FIELD_HEADLINE, "Port Shut");
  set_field (article, DESK_FIELD_LANGUAGE, "en");
  set_field (article, DESK_FIELD_SECTION, "World");
  set_field (article, DESK_FIELD_SOURCE, "The Ledger");
  set_field (article, DESK_FIELD_PUBLISHED, "2023-02-08");
  set_field (article, DESK_FIELD_BYLINE, "By A. Nyman");

  writer = make_writer (article);
  page = desk_page_writer_dup_page (writer, "dark high-contrast");
  g_assert_cmpstr (page, ==, expected);
  page_check_free (page_check_new (page, desk_article_get_version (article)));

  g_assert_finalize_object (writer);
}

/* Headline, standfirst and byline from the metadata are shown, but are no text. */
static void
test_stand_in (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = NULL;
  const char *const authors[] = { "A. Nyman", "B. Ode", NULL };

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "The port is shut for ice.");
  article = end_article (builder);

  {
    g_autofree char *page = write_page (article);

    g_assert_nonnull (strstr (page, "<title>Untitled Article</title>"));
    g_assert_nonnull (strstr (page, "<html dir=\"ltr\" class=\"dark\">"));
    g_assert_null (strstr (page, "<h1"));
    g_assert_null (strstr (page, "kicker"));
    g_assert_nonnull (strstr (page, "<header>\n<p class=\"meta\" dir=\"auto\"><span class=\"reading-time\">1 min</span></p>\n</header>"));
  }

  set_field (article, DESK_FIELD_HEADLINE, "Ice & <Wind>");
  set_field (article, DESK_FIELD_DEK, "No ferry leaves");
  set_field (article, DESK_FIELD_SOURCE, "“Ledger” <&>");
  desk_article_set_authors (article, authors);
  desk_article_set_field (article, DESK_FIELD_PUBLISHED, "2023-02-08", DESK_ORIGIN_USER, DESK_CONFIDENCE_SURE);

  {
    g_autofree char *page = write_page (article);
    g_autoptr (PageCheck) check = page_check_new (page, desk_article_get_version (article));
    g_autoptr (GPtrArray) headlines = page_check_find (check, "h1", "stand-in");
    g_autoptr (GPtrArray) deks = page_check_find (check, "p", "dek");
    g_autoptr (GPtrArray) kickers = page_check_find (check, "p", "kicker");
    g_autoptr (GPtrArray) metas = page_check_find (check, "p", "meta");
    g_autofree char *headline = page_check_dup_text (headlines->pdata[0]);
    g_autofree char *dek = page_check_dup_text (deks->pdata[0]);
    g_autofree char *kicker = page_check_dup_text (kickers->pdata[0]);
    g_autofree char *meta = page_check_dup_text (metas->pdata[0]);

    g_assert_cmpstr (headline, ==, "Ice & <Wind>");
    g_assert_null (page_check_get (headlines->pdata[0], "data-s"));
    g_assert_cmpstr (dek, ==, "No ferry leaves");
    g_assert_cmpstr (kicker, ==, "“Ledger” <&>");
    g_assert_cmpstr (meta, ==, "A. Nyman, B. Ode · 8 February 2023 given by you · 1 min");
  }

  /* A description that only repeats the text is not shown twice. */
  set_field (article, DESK_FIELD_DEK, "The port is shut…");
  {
    g_autofree char *page = write_page (article);

    g_assert_null (strstr (page, "dek"));
  }
}

static void
test_language (void)
{
  const struct
  {
    const char *language;
    const char *root;
  } cases[] = {
    { "ar", "<html lang=\"ar\" dir=\"rtl\" class" },
    { "he-IL", "<html lang=\"he-IL\" dir=\"rtl\" class" },
    { "az-Arab", "<html lang=\"az-Arab\" dir=\"rtl\" class" },
    { "zh-Hant-TW", "<html lang=\"zh-Hant-TW\" dir=\"ltr\" class" },
    { "\" onload=\"x", "<html dir=\"ltr\" class" },
    { "x", "<html dir=\"ltr\" class" },
    { "en_US", "<html dir=\"ltr\" class" },
  };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = end_article (builder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = NULL;

      set_field (article, DESK_FIELD_LANGUAGE, cases[i].language);
      page = write_page (article);
      g_assert_nonnull (strstr (page, cases[i].root));
    }
}

/* Where no language is given, the headline says from which side the page is read. */
static void
test_direction (void)
{
  const struct
  {
    const char *headline;
    const char *root;
  } cases[] = {
    { "افتتاح الجسر", "<html dir=\"rtl\" class" },
    { "“2026”: הגשר נפתח", "<html dir=\"rtl\" class" },
    { "2026: Port Shut", "<html dir=\"ltr\" class" },
    { "2026", "<html dir=\"ltr\" class" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
      g_autoptr (DeskArticle) article = NULL;
      g_autofree char *page = NULL;

      desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, cases[i].headline);
      article = end_article (builder);
      page = write_page (article);
      g_assert_nonnull (strstr (page, cases[i].root));
    }
}

static void
test_dates (void)
{
  const struct
  {
    const char *published;
    const char *words;
  } cases[] = {
    { "2023-02-08", ">8 February 2023</time>" },
    { "2023-02-08T14:05:00-05:00", ">8 February 2023, 14:05 UTC-05</time>" },
    { "2023-02-08T14:05-05:00", ">8 February 2023, 14:05 UTC-05</time>" },
    { "2023-02-08T23:30:00+05:30", ">8 February 2023, 23:30 UTC+05:30</time>" },
    { "2023-02-08T14:05:00", ">8 February 2023, 14:05</time>" },
    { "2023-02-08T14:05:00.123Z", ">8 February 2023, 14:05</time>" },
    { "2023-02-31", ">2023-02-31</time>" },
    { "last <week>", "<time datetime=\"last &lt;week&gt;\">last &lt;week&gt;</time>" },
  };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = end_article (builder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = NULL;

      set_field (article, DESK_FIELD_PUBLISHED, cases[i].published);
      page = write_page (article);
      g_assert_nonnull (strstr (page, cases[i].words));
    }
}

static void
test_escaping (void)
{
  const char *texts[] = {
    "<script>alert(1)</script>",
    "a & b &amp; c &lt; &#60; &nbsp",
    "\"quoted\" 'single' <!-- comment --> <![CDATA[x]]>",
    "</p></main></body></html>",
    "</title><img src=x onerror=alert(1)>",
    "line\nline\ttab  two spaces",
    "👨‍👩‍👧‍👦 e\314\201 مُحَمَّد 新华社 🇩🇪 \357\277\275",
    "\342\200\250 line separator inside \342\200\251",
  };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = NULL;
  g_autofree char *page = NULL;

  for (DeskBlockKind kind = DESK_BLOCK_KIND_HEADLINE; kind <= DESK_BLOCK_KIND_BOILERPLATE; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      desk_version_builder_add_block (builder, kind, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    desk_version_builder_add_left_out (builder, texts[i], DESK_LEFT_OUT_REASON_HIDDEN);
  article = end_article (builder);
  for (DeskField field = DESK_FIELD_HEADLINE; field < DESK_N_FIELDS; field++)
    set_field (article, field, texts[4]);

  page = write_page (article);
  page_check_free (page_check_new (page, desk_article_get_version (article)));
}

/* A text that did not come through the builder may hold a carriage return, which parsers change. */
static void
test_carriage_return (void)
{
  g_autoptr (DeskText) text = desk_text_new ("a\r\nb\rc", -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_block_free);
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autofree char *page = NULL;

  g_ptr_array_add (blocks, desk_block_new (DESK_BLOCK_KIND_PREFORMATTED, 0, 6));
  version = desk_version_new (text, blocks, NULL, NULL);
  article = desk_article_new ("article", version);
  page = write_page (article);
  page_check_free (page_check_new (page, version));
}

static char *
write_span (DeskSpanKind kind,
            const char *href)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (DeskPageWriter) writer = NULL;

  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  desk_version_builder_append_text (builder, "a link here", -1);
  desk_version_builder_add_span (builder, 2, 6, kind, href);
  desk_version_builder_end_block (builder);
  article = end_article (builder);
  writer = make_writer (article);

  return desk_page_writer_dup_block_content (writer, 0);
}

static void
test_links (void)
{
  const struct
  {
    const char *href;
    const char *written; /* NULL for none */
  } cases[] = {
    { "https://port.test/a?b=1&c=\"2\"#'x'", "https://port.test/a?b=1&amp;c=&quot;2&quot;#&#39;x&#39;" },
    { "HTTP://port.test/", "HTTP://port.test/" },
    { "mailto:desk@port.test", "mailto:desk@port.test" },
    { "newsdesk://article/1", "newsdesk://article/1" },
    { "https://пример.test/新", "https://пример.test/新" },
    { "javascript:alert(1)", NULL },
    { "JavaScript:alert(1)", NULL },
    { " javascript:alert(1)", NULL },
    { "\tjavascript:alert(1)", NULL },
    { "java\nscript:alert(1)", NULL },
    { "\1javascript:alert(1)", NULL },
    { "https:alert(1)", NULL },
    { "https://port.test/\n\"onclick=x", NULL },
    { "data:text/html,<script>alert(1)</script>", NULL },
    { "vbscript:x", NULL },
    { "file:///etc/passwd", NULL },
    { "blob:https://port.test/1", NULL },
    { "//port.test/", NULL },
    { "/relative", NULL },
    { "#top", NULL },
    { "https://port.test/\xff", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = write_span (DESK_SPAN_KIND_LINK, cases[i].href);
      g_autofree char *expected = cases[i].written != NULL ? g_strdup_printf ("a <a href=\"%s\" rel=\"noreferrer\">link</a> here", cases[i].written) : g_strdup ("a link here");

      g_assert_cmpstr (html, ==, expected);
    }
}

static void
test_spans (void)
{
  g_autofree char *strong = write_span (DESK_SPAN_KIND_STRONG, NULL);
  g_autofree char *emphasis = write_span (DESK_SPAN_KIND_EMPHASIS, NULL);
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (DeskPageWriter) writer = NULL;
  g_autofree char *html = NULL;

  g_assert_cmpstr (strong, ==, "a <strong>link</strong> here");
  g_assert_cmpstr (emphasis, ==, "a <em>link</em> here");

  /* Strong 0–6 crosses a link 3–9, and that has another one inside. */
  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  desk_version_builder_append_text (builder, "abcdefghijkl", -1);
  desk_version_builder_add_span (builder, 0, 6, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 0, 2, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 3, 9, DESK_SPAN_KIND_LINK, "https://one.test/");
  desk_version_builder_add_span (builder, 4, 5, DESK_SPAN_KIND_LINK, "https://two.test/");
  desk_version_builder_end_block (builder);
  article = end_article (builder);
  writer = make_writer (article);
  html = desk_page_writer_dup_block_content (writer, 0);
  g_assert_cmpstr (html, ==,
                   "<strong>abc</strong>"
                   "<a href=\"https://one.test/\" rel=\"noreferrer\"><strong>d</strong></a>"
                   "<a href=\"https://two.test/\" rel=\"noreferrer\"><strong>e</strong></a>"
                   "<a href=\"https://one.test/\" rel=\"noreferrer\"><strong>f</strong>ghi</a>"
                   "jkl");
}

int
main (int argc,
      char *argv[])
{
  /* Before any date is written: the zone is read once. */
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/page-writer/page", test_page);
  g_test_add_func ("/core/page-writer/stand-in", test_stand_in);
  g_test_add_func ("/core/page-writer/language", test_language);
  g_test_add_func ("/core/page-writer/direction", test_direction);
  g_test_add_func ("/core/page-writer/dates", test_dates);
  g_test_add_func ("/core/page-writer/escaping", test_escaping);
  g_test_add_func ("/core/page-writer/carriage-return", test_carriage_return);
  g_test_add_func ("/core/page-writer/links", test_links);
  g_test_add_func ("/core/page-writer/spans", test_spans);

  return g_test_run ();
}
