/* Pages: what becomes a block, what is left out and why, and that nothing is lost.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "desk-core-types.h"
#include "desk-html-format.h"
#include "desk-importer.h"
#include "import-check.h"

#define BODY                                                                                                                                            \
  "<p>The last ferry of the season left the island on Sunday evening with forty passengers, two dogs and a piano on board.</p>"                         \
  "<p>The piano belongs to the school, which closes its doors this week, and nobody on the mainland, said the captain, knew where it was to go.</p>"    \
  "<p>“We will find a place for it,” said the mayor, who met the boat at the pier, “even if it has to stand in my own kitchen, next to the stove.”</p>" \
  "<p>The next ferry leaves in April, if the ice, the money and the captain’s back allow it, the company wrote in its last letter to the islanders.</p>"

static DeskArticle *
read_page (const char *html,
           const char *url)
{
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportGuard guard;
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = desk_importer_read_bytes (bytes, &(DeskImportHints) { .name = "page.html", .url = url }, NULL, NULL, &error);
  g_autoptr (DeskReading) reading = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  import_check_article (g_ptr_array_index (articles, 0));

  desk_import_guard_init (&guard, &limits, NULL);
  reading = desk_html_format_read (html, strlen (html), url, &guard, &error);
  g_assert_no_error (error);
  import_check_html (reading, html, strlen (html));

  return g_object_ref (g_ptr_array_index (articles, 0));
}

static void
assert_outline (DeskArticle *article,
                const char *expected)
{
  g_autofree char *outline = import_check_dup_outline (article);

  g_assert_cmpstr (outline, ==, expected);
}

static const char *
find_reason (DeskArticle *article,
             const char *text)
{
  GPtrArray *left_out = desk_version_get_left_out (desk_article_get_version (article));

  for (guint i = 0; i < left_out->len; i++)
    {
      const DeskLeftOut *piece = g_ptr_array_index (left_out, i);

      if (strstr (piece->text, text) != NULL)
        return desk_enum_to_nick (DESK_TYPE_LEFT_OUT_REASON, piece->why);
    }

  return NULL;
}

static void
test_story (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<!DOCTYPE html><html lang=en><head><title>Last ferry leaves with a piano | Harbour News</title><meta property=og:site_name content='Harbour News'></head>"
    "<body><header><div class=logo><a href=/>Harbour News</a></div><nav><ul><li><a href=/a>World</a><li><a href=/b>Islands</a></ul></nav></header>"
    "<main><article><h1>Last ferry leaves with a piano</h1><p class=standfirst>A school closes, and its instrument goes to sea</p>"
    "<div class=byline>By <a rel=author href=/w>Mara Ellison</a></div><time datetime='2024-03-14T18:00:00+01:00'>14 March 2024</time>"
    "<div class=share-tools><a href=#>Share</a> <a href=#>Mail</a></div>"
    "<div class=article-body>" BODY "<h2>Where the money went</h2><ul><li>Fuel costs, which rose by a third, the company says</li><li>Repairs of the pier and of the older of the two boats</li></ul>"
    "<figure><img src=/img/p.jpg width=800 alt='A piano on a deck'><figcaption>The piano on deck. <span class=credit>Photo: Lena Brandt</span></figcaption></figure>"
    "<p>Most islanders will winter on the mainland, <a href='/plans'>where they have rooms</a>, and come back with the first boat of the spring.</p>"
    "</div></article><aside><h3>Most read</h3><ul><li><a href=/1>Bridge closed</a></ul></aside></main>"
    "<section class=comments><p>First! This is what I always said, and nobody listened to me at all.</p></section>"
    "<footer>© 2024 Harbour News</footer></body></html>",
    "https://www.example.org/2024/03/14/last-ferry?utm_source=x");
  const char *const *authors = desk_article_get_authors (article);
  DeskImage *image;

  assert_outline (article,
                  "headline: Last ferry leaves with a\ndek: A school closes, and its\nbyline: By Mara Ellison\n"
                  "paragraph: The last ferry of the se\nparagraph: The piano belongs to the\nparagraph: “We will find a place fo\nparagraph: The next ferry leaves in\n"
                  "subheading: Where the money went\nlist-item: Fuel costs, which rose b\nlist-item: Repairs of the pier and \n"
                  "caption: The piano on deck.\ncredit: Photo: Lena Brandt\nparagraph: Most islanders will wint\n");
  g_assert_cmpstr (desk_article_get_headline (article), ==, "Last ferry leaves with a piano");
  g_assert_cmpstr (desk_article_get_published (article), ==, "2024-03-14T18:00:00+01:00");
  g_assert_cmpint (desk_article_get_confidence (article, DESK_FIELD_PUBLISHED), ==, DESK_CONFIDENCE_SURE);
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_SOURCE), ==, "Harbour News");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_URL), ==, "https://www.example.org/2024/03/14/last-ferry");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_DEK), ==, "A school closes, and its instrument goes to sea");
  g_assert_cmpstr (authors[0], ==, "Mara Ellison");
  g_assert_null (authors[1]);

  g_assert_cmpstr (find_reason (article, "Islands"), ==, "navigation");
  g_assert_cmpstr (find_reason (article, "Mail"), ==, "share");
  g_assert_cmpstr (find_reason (article, "I always said"), ==, "comments");
  g_assert_nonnull (find_reason (article, "Bridge closed"));
  g_assert_nonnull (find_reason (article, "© 2024"));

  image = g_ptr_array_index (desk_version_get_images (desk_article_get_version (article)), 0);
  g_assert_cmpstr (image->src, ==, "https://www.example.org/img/p.jpg");
  g_assert_cmpstr (image->alt, ==, "A piano on a deck");
  g_assert_cmpstr (image->credit, ==, "Photo: Lena Brandt");
  g_assert_cmpint (image->caption_block, ==, 10);
}

static void
test_spans (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<article><h1>Of spans and spaces</h1>" BODY
    "<p id=x>One <b>bold <i>both</i></b><a href=/r?a=1#f> link </a>end, <a href='javascript:alert(1)'>run</a> and <a href='mailto:a@example.org'>write</a>.</p></article>",
    "https://example.org/n/");
  DeskVersion *version = desk_article_get_version (article);
  DeskBlock *block = desk_version_get_block (version, desk_version_get_n_blocks (version) - 1);
  g_autofree char *text = desk_text_dup_slice (desk_version_get_text (version), block->start, block->end);
  static const struct
  {
    const char *text;
    DeskSpanKind kind;
    const char *href;
  } expected[] = {
    { "bold both", DESK_SPAN_KIND_STRONG, NULL },
    { "both", DESK_SPAN_KIND_EMPHASIS, NULL },
    { "link", DESK_SPAN_KIND_LINK, "https://example.org/r?a=1#f" },
    { "write", DESK_SPAN_KIND_LINK, "mailto:a@example.org" },
  };

  g_assert_cmpstr (text, ==, "One bold both link end, run and write.");
  g_assert_cmpuint (block->spans->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const DeskSpan *span = g_ptr_array_index (block->spans, i);
      g_autofree char *slice = desk_text_dup_slice (desk_version_get_text (version), span->start, span->end);

      g_assert_cmpstr (slice, ==, expected[i].text);
      g_assert_cmpint (span->kind, ==, expected[i].kind);
      g_assert_cmpstr (span->href, ==, expected[i].href);
    }
}

static void
test_breaks_and_tables (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<article><h1>Breaks and tables</h1><div>First part of the text that has no paragraphs at all, only breaks.<br><br>Second part of it,<br>with one break, and with enough words to stay."
    "<br> <br>Third&nbsp;part, with a soft&shy;hyphen, « a quote&nbsp;» and 1&nbsp;000 people.</div>" BODY
    "<table><tr><th>Boat<th>Year<tr><td>Alma<td>1971<tr><td><p>Runa</p><td>1988</table><pre>one\n  two</pre><blockquote><p>We will come back, said the letter that was found on the pier.</p></blockquote></article>",
    NULL);
  const char *text = desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article)));

  assert_outline (article,
                  "headline: Breaks and tables\nparagraph: First part of the text t\nparagraph: Second part of it,/with \nparagraph: Third part, with a softh\n"
                  "paragraph: The last ferry of the se\nparagraph: The piano belongs to the\nparagraph: “We will find a place fo\nparagraph: The next ferry leaves in\n"
                  "table-row: Boat/Year\ntable-row: Alma/1971\ntable-row: Runa/1988\npreformatted: one/  two\nblockquote: We will come back, said \n");
  g_assert_nonnull (strstr (text, "a quote\xc2\xa0»"));
  g_assert_nonnull (strstr (text, "1\xc2\xa0"
                                  "000"));
}

static void
test_json_ld (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<html><head><title>x</title><script type='application/ld+json'>/* data */ {\"@context\":\"https://schema.org\",\"@graph\":["
    "{\"@type\":[\"NewsArticle\",\"Article\"],\"headline\":\"Piano &amp; ferry\",\"datePublished\":\"2024-03-14T18:00:00+01:00\",\"dateModified\":\"2024-03-15\","
    "\"author\":[{\"@id\":\"#mara\"},{\"@type\":\"Person\",\"name\":\"Tom Okafor\"}],\"publisher\":{\"@type\":\"Organization\",\"name\":\"Harbour News\"},\"articleSection\":\"Islands\",\"keywords\":\"ferry, piano\",},"
    "{\"@type\":\"Person\",\"@id\":\"#mara\",\"name\":\"Mara\tEllison\"}]};</script></head><body>" BODY "</body></html>",
    NULL);
  const char *const *authors = desk_article_get_authors (article);

  g_assert_cmpstr (desk_article_get_headline (article), ==, "Piano & ferry");
  g_assert_cmpint (desk_article_get_origin (article, DESK_FIELD_HEADLINE), ==, DESK_ORIGIN_JSON_LD);
  g_assert_cmpstr (desk_article_get_published (article), ==, "2024-03-14T18:00:00+01:00");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_MODIFIED), ==, "2024-03-15");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_SECTION), ==, "Islands");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_KEYWORDS), ==, "ferry\npiano");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_SOURCE), ==, "Harbour News");
  g_assert_cmpuint (g_strv_length ((char **) authors), ==, 2);
  g_assert_cmpstr (authors[0], ==, "Mara Ellison");
  g_assert_cmpstr (authors[1], ==, "Tom Okafor");
}

/* A day that the address confirms, with the time from where the time stands. */
static void
test_published_origin (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-14T18:00:00+01:00\"}</script>"
    "<link rel=canonical href='https://news.example/2024/03/14/last-ferry'></head><body><h1>Last ferry</h1>" BODY "</body></html>",
    NULL);
  g_autoptr (DeskArticle) day = read_page (
    "<html><head><link rel=canonical href='https://news.example/2024/03/14/last-ferry'></head><body><h1>Last ferry</h1>" BODY "</body></html>",
    NULL);

  g_assert_cmpstr (desk_article_get_published (article), ==, "2024-03-14T18:00:00+01:00");
  g_assert_cmpint (desk_article_get_origin (article, DESK_FIELD_PUBLISHED), ==, DESK_ORIGIN_JSON_LD);
  g_assert_cmpstr (desk_article_get_published (day), ==, "2024-03-14");
  g_assert_cmpint (desk_article_get_origin (day, DESK_FIELD_PUBLISHED), ==, DESK_ORIGIN_ADDRESS);
}

static void
test_json_ld_broken (void)
{
  g_autoptr (GString) deep = g_string_new ("<script type='application/ld+json'>");
  g_autoptr (DeskArticle) article = read_page (
    "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\", headline: oops, \"datePublished\": \"2024-03-14\" ]</script></head><body><h1>Last ferry</h1>" BODY "</body></html>",
    NULL);
  g_autoptr (DeskArticle) other = NULL;

  g_assert_cmpstr (desk_article_get_published (article), ==, "2024-03-14");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "[{\"a\":");
  g_string_append (deep, "</script><h1>Last ferry</h1>" BODY);
  other = read_page (deep->str, NULL);
  g_assert_cmpstr (desk_article_get_headline (other), ==, "Last ferry");
}

/* Pages that hold their text in their data only. */
static void
test_body_in_data (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *page = NULL;
  g_autoptr (DeskArticle) article = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (body, "Sentence %u of the story that the page loads later. ", i);
  page = g_strdup_printf ("<title>Later</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Later\",\"articleBody\":\"%s\"}</script><div id=app>Loading</div>", body->str);
  article = read_page (page, NULL);

  g_assert_nonnull (strstr (desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article))), "Sentence 11"));
  g_assert_cmpstr (find_reason (article, "Loading"), ==, "outside");
  g_assert_cmpuint (g_strv_length ((char **) desk_article_get_warnings (article)), ==, 1);
}

static void
test_lead_rescue (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<html><head><title>Last ferry</title></head><body><div id=top><h1>Last ferry</h1><div class=opening><p>It was a Sunday, and the band, the school and the whole island stood on the pier to wave.</p></div></div>"
    "<div id=widgets><a href=/1>One</a><a href=/2>Two</a></div><div id=story-text>" BODY BODY "</div></body></html>",
    NULL);
  g_autofree char *outline = import_check_dup_outline (article);

  g_assert_true (g_str_has_prefix (outline, "headline: Last ferry\nparagraph: It was a Sunday, and the\nparagraph: The last ferry"));
}

static void
test_hidden (void)
{
  g_autoptr (DeskArticle) article = read_page (
    "<article><h1>Hidden things</h1>" BODY "<p>Seen <span style='display: none'>unseen</span><a href=/x>link<span class=sr-only>(opens elsewhere)</span></a> again, and more words follow here.</p>"
    "<noscript><p>Please switch scripts on</p></noscript><iframe>frame text</iframe><svg><title>icon</title></svg><template><p>never</p></template><script>var x = 1;</script></article>",
    NULL);
  const char *text = desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article)));

  g_assert_nonnull (strstr (text, "Seen link again, and more"));
  g_assert_cmpstr (find_reason (article, "unseen"), ==, "hidden");
  g_assert_cmpstr (find_reason (article, "opens elsewhere"), ==, "hidden");
  g_assert_cmpstr (find_reason (article, "switch scripts on"), ==, "script-fallback");
  g_assert_cmpstr (find_reason (article, "frame text"), ==, "script-fallback");
  g_assert_null (find_reason (article, "never"));
  g_assert_null (find_reason (article, "var x"));
}

/* Odd pages: each must give a result in which nothing is lost. */
static void
test_odd (void)
{
  static const char *const pages[] = {
    "<p>Hi",
    "<h1>Only a title</h1>",
    "<div><div><div>text</div>",
    "<p>cut in a tag <a href='http://exam",
    "<p>cut in an entity &am",
    "<table><tr><td>a<td>b</table>c",
    "<plaintext>all that follows </p> is text",
    "<select><option>one<option>two</select><p>text beside the form",
    "<math><mi>x</mi><mo>=</mo><mn>2</mn></math><p>formula",
    "<body class='comment sidebar footer'><p>A page whose body is called a sidebar, in all its length, with commas, and so on.</p>",
    "<p>\xe2\x80\x8b\xc2\xad</p><p>after nothing</p>",
    "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>の本",
    "<p>one</p><!-- comment <p>two</p> --><p>three</p>",
    "<title>in the body</title><p>text",
    "<html><head><noscript><img src=x></noscript><title>t</title></head><body><p>text",
    "<a href=x><p>block in a link</p></a>",
    "<b><p>block in bold</b> and after</p>",
    "<li>item<li>item",
    "<br><br><br>breaks<br>only<br><br>here",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (DeskArticle) article = read_page (pages[i], NULL);

      g_assert_cmpuint (desk_version_get_n_blocks (desk_article_get_version (article)), >, 0);
    }
}

/* A page that is cut off anywhere gives what came. */
static void
test_truncated (void)
{
  const char *page = "<html><head><title>Last ferry</title></head><body><article><h1>Last ferry</h1><p class=dek>A <b>piano</b> goes to sea &amp; back</p>" BODY "<figure><img src=x.jpg><figcaption>Deck. Photo: L. B.</figcaption></figure></article></body></html>";
  gsize length = strlen (page);

  for (gsize i = 110; i < length; i += 7)
    {
      g_autofree char *cut = g_strndup (page, i);
      const char *end;

      if (!g_utf8_validate (cut, -1, &end))
        *(char *) end = '\0';
      g_object_unref (read_page (cut, NULL));
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/html/story", test_story);
  g_test_add_func ("/import/html/spans", test_spans);
  g_test_add_func ("/import/html/breaks-and-tables", test_breaks_and_tables);
  g_test_add_func ("/import/html/json-ld", test_json_ld);
  g_test_add_func ("/import/html/published-origin", test_published_origin);
  g_test_add_func ("/import/html/json-ld-broken", test_json_ld_broken);
  g_test_add_func ("/import/html/body-in-data", test_body_in_data);
  g_test_add_func ("/import/html/lead-rescue", test_lead_rescue);
  g_test_add_func ("/import/html/hidden", test_hidden);
  g_test_add_func ("/import/html/odd", test_odd);
  g_test_add_func ("/import/html/truncated", test_truncated);

  return g_test_run ();
}
