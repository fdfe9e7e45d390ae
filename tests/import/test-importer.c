/* Files that are no articles, files that are too much, and what is told of them; Markdown; the JSON of it all.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-article-json.h"
#include "desk-import-guard.h"
#include "desk-importer.h"
#include "desk-uuid.h"
#include "import-check.h"

static GPtrArray *
read_sized (const char *bytes,
            gsize size,
            const char *name,
            const DeskImportLimits *limits,
            GError **error)
{
  g_autoptr (GBytes) blob = g_bytes_new_static (bytes, size);

  return desk_importer_read_bytes (blob, &(DeskImportHints) { .name = name }, limits, NULL, error);
}

static DeskArticle *
read_named (const char *text,
            const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_sized (text, strlen (text), name, NULL, &error);

  g_assert_no_error (error);
  import_check_article (g_ptr_array_index (articles, 0));

  return g_object_ref (g_ptr_array_index (articles, 0));
}

static void
assert_fails (const char *bytes,
              gsize size,
              DeskImportError code,
              const char *nick,
              const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_sized (bytes, size, "file", NULL, &error);

  g_assert_null (articles);
  g_assert_error (error, DESK_IMPORT_ERROR, (int) code);
  g_assert_cmpstr (desk_import_error_code (error), ==, nick);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_no_article (void)
{
  static const char zeros[4000];
  g_autofree char *noise = g_malloc (20000);
  guint32 state = 1;

  for (guint i = 0; i < 20000; i++)
    {
      state = state * 1664525 + 1013904223;
      noise[i] = state >> 24;
    }

  assert_fails ("", 0, DESK_IMPORT_ERROR_EMPTY, "empty", "empty");
  assert_fails (" \n\t \r\n", 6, DESK_IMPORT_ERROR_NO_TEXT, "no-text", "white space");
  assert_fails ("<html><body></body></html>", 26, DESK_IMPORT_ERROR_NO_TEXT, "no-text", "no text");
  assert_fails (zeros, sizeof zeros, DESK_IMPORT_ERROR_BINARY, "binary", "no text");
  assert_fails (noise, 20000, DESK_IMPORT_ERROR_BINARY, "binary", "no text");
  assert_fails ("%PDF-1.7 rest", 13, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "This is a PDF file; NewsDesk reads text, Markdown and HTML.");
  assert_fails ("\x89PNG\r\n\x1a\n....", 12, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "picture");
  assert_fails ("\xff\xd8\xff\xe0....", 8, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "picture");
  assert_fails ("PK\3\4....word/document.xml", 25, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "Microsoft Office");
  assert_fails ("PK\3\4....mimetypeapplication/epub+zip", 36, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "EPUB");
  assert_fails ("PK\3\4....", 8, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "archive");
  assert_fails ("{\\rtf1\\ansi hello}", 18, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "RTF");
  assert_fails ("<?xml version='1.0'?><rss version='2.0'><channel/></rss>", 55, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "news feed");
  assert_fails ("{\"headline\": \"x\"}", 17, DESK_IMPORT_ERROR_UNSUPPORTED, "unsupported", "JSON");
}

static void
test_limits (void)
{
  DeskImportLimits limits = desk_import_limits_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) page = g_string_new ("<p>Many blocks.");
  g_autoptr (GPtrArray) articles = NULL;
  gint64 start;

  limits.max_bytes = 100;
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (page, "<p>Sentence number %u of a page.</p>", i);
  g_assert_null (read_sized (page->str, page->len, "x", &limits, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "100"));
  g_clear_error (&error);

  limits = desk_import_limits_default ();
  limits.max_blocks = 50;
  articles = read_sized (page->str, page->len, "x", &limits, &error);
  g_assert_no_error (error);
  import_check_article (g_ptr_array_index (articles, 0));
  g_assert_cmpuint (desk_version_get_n_blocks (desk_article_get_version (g_ptr_array_index (articles, 0))), ==, 50);
  g_assert_cmpuint (g_strv_length ((char **) desk_article_get_warnings (g_ptr_array_index (articles, 0))), ==, 1);

  limits.max_tree_bytes = 4096;
  g_assert_null (read_sized (page->str, page->len, "x", &limits, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  limits = desk_import_limits_default ();
  limits.max_seconds = 0;
  start = g_get_monotonic_time ();
  g_usleep (1000);
  g_assert_null (read_sized (page->str, page->len, "x", &limits, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TIME_OUT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
}

/* On a busy machine a file waits its turn; only the work on it counts. */
static void
test_waiting (void)
{
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportGuard guard;
  g_autoptr (GError) error = NULL;

  limits.max_seconds = 1;
  desk_import_guard_init (&guard, &limits, NULL);
  g_usleep (1100 * G_TIME_SPAN_MILLISECOND);
  g_assert_true (desk_import_guard_check (&guard, &error));
  g_assert_no_error (error);
  g_assert_false (desk_import_guard_is_due (&guard));
}

/* Pages made to take long or to overflow a stack: each ends soon, in a result or a clear message. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *open;
    guint n;
  } nests[] = {
    { "<div>", 100000 },
    { "<span>", 100000 },
    { "<ul><li>", 50000 },
    { "<b>", 100000 },
    { "<table><tr><td>", 30000 },
    { "<blockquote>", 100000 },
    { "<a href=x>", 60000 },
    { "<p><em>", 60000 },
    { "<svg><g>", 50000 },
    { "<font>", 100000 },
    { "<div>", 4000 },
    { "<i>", 4000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nests); i++)
    {
      g_autoptr (GString) page = g_string_new ("<h1>Nested</h1><p>Some text before it starts, with a comma and a full stop.</p>");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < nests[i].n; k++)
        g_string_append (page, nests[i].open);
      g_string_append (page, "the end");
      articles = read_sized (page->str, page->len, "page.html", NULL, &error);
      if (articles == NULL)
        g_assert_true (g_error_matches (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE) || g_error_matches (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TIME_OUT));
      else
        import_check_article (g_ptr_array_index (articles, 0));
      g_test_message ("%s × %u: %.2f s", nests[i].open, nests[i].n, (g_get_monotonic_time () - start) / 1e6);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (desk_importer_read_bytes (bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_CANCELLED);
  g_assert_cmpstr (desk_import_error_code (error), ==, "cancelled");
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "old mill.txt", NULL);
  g_autofree char *missing = g_build_filename (folder, "nothing.txt", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) nothing = g_file_new_for_path (missing);
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);
  g_autoptr (GBytes) original = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  DeskArticle *article;

  g_assert_true (g_file_set_contents (path, "The old mill opens\n\nIt opens again this week, the town said on Monday.\n", -1, NULL));
  articles = desk_importer_read_file (file, "https://example.org/mill", NULL, NULL, &error);
  g_assert_no_error (error);
  original = desk_importer_load_file (file, NULL, &name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "old mill.txt");
  article = g_ptr_array_index (articles, 0);
  g_assert_true (desk_uuid_is_valid (desk_article_get_id (article)));
  g_assert_cmpstr (desk_article_get_media_type (article), ==, "text/plain");
  g_assert_cmpstr (desk_article_get_original_name (article), ==, "old mill.txt");
  g_assert_cmpint (desk_article_get_original_size (article), ==, 71);
  g_assert_cmpuint (g_bytes_get_size (original), ==, 71);
  {
    g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);

    g_assert_cmpstr (desk_article_get_original_hash (article), ==, hash);
  }
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_URL), ==, "https://example.org/mill");

  g_assert_null (desk_importer_read_file (directory, NULL, NULL, NULL, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "folder"));
  g_clear_error (&error);

  g_assert_null (desk_importer_read_file (nothing, NULL, NULL, NULL, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "nothing.txt"));
  g_clear_error (&error);

  /* A pipe that nobody writes to must not be waited for. */
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_null (desk_importer_read_file (pipe_file, NULL, NULL, NULL, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE);
  g_clear_error (&error);

  if (geteuid () != 0)
    {
      g_chmod (path, 0);
      g_assert_null (desk_importer_read_file (file, NULL, NULL, NULL, &error));
      g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE);
      g_clear_error (&error);
    }

  g_unlink (path);
  g_unlink (pipe_path);
  g_rmdir (folder);
}

/* 100 MB: refused by its size, before a byte is read into memory. */
static void
test_huge_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  g_assert_cmpint (truncate (path, 100 * 1000 * 1000), ==, 0);
  g_assert_null (desk_importer_read_file (file, NULL, NULL, NULL, &error));
  g_assert_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "100"));
  g_assert_nonnull (strstr (error->message, "20"));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_markdown (void)
{
  g_autoptr (DeskArticle) article = read_named (
    "---\n"
    "title: \"The mill: a library\"\n"
    "date: 2024-03-14\n"
    "author:\n"
    "  - name: Mara Ellison\n"
    "  - Tom Okafor\n"
    "tags: [books, mills]\n"
    "lang: en\n"
    "---\n"
    "\n"
    "The mill that stood **empty for *thirty* years** opens [again](/news/mill) this week &amp; next.\n"
    "\n"
    "## Inside\n"
    "\n"
    "- forty thousand books\n"
    "- one cat\n"
    "\n"
    "> Nobody complained.\n"
    "\n"
    "![The reading room](room.jpg \"The reading room under the roof\")\n"
    "\n"
    "    code stays\n"
    "\n"
    "| Year | Books |\n"
    "|------|-------|\n"
    "| 2024 | 40000 |\n"
    "\n"
    "<div><p>A paragraph in HTML.</p></div>\n",
    "mill.md");
  g_autofree char *outline = import_check_dup_outline (article);
  const char *const *authors = desk_article_get_authors (article);
  DeskBlock *first = desk_version_get_block (desk_article_get_version (article), 1);

  g_assert_cmpstr (outline, ==,
                   "headline: The mill: a library\nparagraph: The mill that stood empt\nsubheading: Inside\nlist-item: forty thousand books\nlist-item: one cat\nblockquote: Nobody complained.\n"
                   "caption: The reading room under t\npreformatted: code stays\ntable-row: Year/Books\ntable-row: 2024/40000\nparagraph: A paragraph in HTML.\n");
  g_assert_cmpstr (desk_article_get_headline (article), ==, "The mill: a library");
  g_assert_cmpint (desk_article_get_origin (article, DESK_FIELD_HEADLINE), ==, DESK_ORIGIN_FILE);
  g_assert_cmpstr (desk_article_get_published (article), ==, "2024-03-14");
  g_assert_cmpstr (authors[0], ==, "Mara Ellison");
  g_assert_cmpstr (authors[1], ==, "Tom Okafor");
  g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_KEYWORDS), ==, "books\nmills");
  g_assert_cmpstr (desk_article_get_media_type (article), ==, "text/markdown");
  /* Without an address a relative link leads nowhere. */
  g_assert_cmpuint (first->spans->len, ==, 2);
}

static void
test_markdown_by_content (void)
{
  g_autoptr (DeskArticle) article = read_named ("# The mill\n\nBy Mara Ellison\n\nIt opens [again](https://example.org/mill) this week, the town said.\n\n## Books\n\nForty thousand of them.\n", "mill.txt");
  g_autoptr (DeskArticle) toml = read_named ("+++\ntitle = 'The mill'\ndate = 2024-03-14T10:00:00Z\nauthors = [\"Mara Ellison\"]\n+++\n# The mill\n\nIt opens again this week.\n", "mill.md");
  g_autofree char *outline = import_check_dup_outline (article);

  g_assert_cmpstr (desk_article_get_media_type (article), ==, "text/markdown");
  g_assert_cmpstr (outline, ==, "headline: The mill\nbyline: By Mara Ellison\nparagraph: It opens again this week\nsubheading: Books\nparagraph: Forty thousand of them.\n");
  g_assert_cmpstr (desk_article_get_published (toml), ==, "2024-03-14T10:00:00+00:00");
  g_assert_cmpstr (desk_article_get_authors (toml)[0], ==, "Mara Ellison");
  g_assert_cmpuint (desk_version_get_n_blocks (desk_article_get_version (toml)), ==, 2);
}

/* The contract of the command line. */
static void
test_json (void)
{
  g_autoptr (DeskArticle) article = read_named ("<html lang=en><title>T</title><article><h1>The old mill opens again</h1><p>It opens <a href=https://example.org/a>again</a> this week, the town said on Monday, and the cat moved in.</p></article><nav><a href=/>Home</a></nav>", "mill.html");
  g_autoptr (JsonNode) node = desk_article_to_json (article, "mill.html");
  JsonObject *object = json_node_get_object (node);
  static const char *const names[] = { "file", "format", "sha256", "headline", "dek", "byline", "published", "modified", "language", "source", "url", "section", "keywords", "provenance", "text", "blocks", "left_out", "images", "warnings" };
  JsonObject *block;
  JsonObject *span;
  JsonObject *left_out;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (json_object_has_member (object, names[i]));
  g_assert_true (json_object_get_null_member (object, "dek"));
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "text/html");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (json_object_get_object_member (object, "provenance"), "headline"), "from"), ==, "markup");

  block = json_array_get_object_element (json_object_get_array_member (object, "blocks"), 1);
  g_assert_cmpstr (json_object_get_string_member (block, "kind"), ==, "paragraph");
  g_assert_cmpint (json_object_get_int_member (block, "start"), ==, 26);
  span = json_array_get_object_element (json_object_get_array_member (block, "spans"), 0);
  g_assert_cmpstr (json_object_get_string_member (span, "kind"), ==, "link");
  g_assert_cmpstr (json_object_get_string_member (span, "href"), ==, "https://example.org/a");
  left_out = json_array_get_object_element (json_object_get_array_member (object, "left_out"), 0);
  g_assert_cmpstr (json_object_get_string_member (left_out, "text"), ==, "Home");
  g_assert_cmpstr (json_object_get_string_member (left_out, "why"), ==, "navigation");
  g_assert_cmpint (json_object_get_int_member (left_out, "after"), ==, 1);
}

/* The acceptance article, where it lies beside the tree. */
static void
test_balloon (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NEWSDESK_SHARED") != NULL ? g_getenv ("NEWSDESK_SHARED") : ".", "articles", "balloon.txt", NULL);
  g_autofree char *truth_path = g_build_filename (g_getenv ("NEWSDESK_SHARED") != NULL ? g_getenv ("NEWSDESK_SHARED") : ".", "articles", "balloon.expected.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *blocks;
  DeskVersion *version;
  guint credit = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || !json_parser_load_from_file (parser, truth_path, NULL))
    {
      g_test_skip ("the acceptance article is not here");
      return;
    }

  articles = desk_importer_read_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  version = desk_article_get_version (g_ptr_array_index (articles, 0));
  blocks = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "blocks");

  /* The truth has the credit in its caption; here it is a block of its own. */
  g_assert_cmpuint (desk_version_get_n_blocks (version), ==, json_array_get_length (blocks) + 1);
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *wanted = json_array_get_object_element (blocks, i);
      const DeskBlock *block = desk_version_get_block (version, i + credit);
      const char *start = json_object_has_member (wanted, "starts") ? json_object_get_string_member (wanted, "starts") : json_object_get_string_member (wanted, "text");
      g_autofree char *text = desk_text_dup_slice (desk_version_get_text (version), block->start, block->end);

      g_assert_true (g_str_has_prefix (text, start));
      if (block->kind == DESK_BLOCK_KIND_CAPTION)
        {
          const DeskBlock *next = desk_version_get_block (version, i + 1);
          g_autofree char *name = desk_text_dup_slice (desk_version_get_text (version), next->start, next->end);

          credit = 1;
          g_assert_cmpint (next->kind, ==, DESK_BLOCK_KIND_CREDIT);
          g_assert_cmpstr (name, ==, json_object_get_string_member (json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "photo_credit"), "text"));
        }
    }
  g_assert_cmpuint (credit, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/importer/no-article", test_no_article);
  g_test_add_func ("/import/importer/limits", test_limits);
  g_test_add_func ("/import/importer/waiting", test_waiting);
  g_test_add_func ("/import/importer/hostile", test_hostile);
  g_test_add_func ("/import/importer/cancelled", test_cancelled);
  g_test_add_func ("/import/importer/files", test_files);
  g_test_add_func ("/import/importer/huge-file", test_huge_file);
  g_test_add_func ("/import/importer/markdown", test_markdown);
  g_test_add_func ("/import/importer/markdown-by-content", test_markdown_by_content);
  g_test_add_func ("/import/importer/json", test_json);
  g_test_add_func ("/import/importer/balloon", test_balloon);

  return g_test_run ();
}
