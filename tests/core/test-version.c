/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-version-builder.h"

static const char *
get_text (DeskVersion *version)
{
  return desk_text_get_utf8 (desk_version_get_text (version));
}

static void
assert_block (DeskVersion *version,
              guint index,
              DeskBlockKind kind,
              const char *expected)
{
  DeskBlock *block = desk_version_get_block (version, index);
  g_autofree char *text = desk_text_dup_slice (desk_version_get_text (version), block->start, block->end);

  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_builder (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autofree char *hash = NULL;

  g_assert_cmpuint (desk_version_builder_get_offset (builder), ==, 0);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, "Harbour 🚢 Shut");
  g_assert_cmpuint (desk_version_builder_get_offset (builder), ==, 16);
  g_assert_cmpuint (desk_version_builder_get_n_blocks (builder), ==, 1);

  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  g_assert_cmpuint (desk_version_builder_get_offset (builder), ==, 16);
  desk_version_builder_append_text (builder, "\t  The port ", -1);
  g_assert_cmpuint (desk_version_builder_get_offset (builder), ==, 25);
  desk_version_builder_append_text (builder, "closedxxx", 6);
  desk_version_builder_add_span (builder, 25, desk_version_builder_get_offset (builder), DESK_SPAN_KIND_LINK, "https://port.test/");
  desk_version_builder_append_text (builder, ".  \n", -1);
  g_assert_true (desk_version_builder_end_block (builder));

  version = desk_version_builder_end (builder);
  g_assert_cmpstr (get_text (version), ==, "Harbour 🚢 Shut\n\nThe port closed.");
  g_assert_cmpuint (desk_version_get_n_blocks (version), ==, 2);
  assert_block (version, 0, DESK_BLOCK_KIND_HEADLINE, "Harbour 🚢 Shut");
  assert_block (version, 1, DESK_BLOCK_KIND_PARAGRAPH, "The port closed.");

  {
    GPtrArray *spans = desk_version_get_block (version, 1)->spans;
    DeskSpan *span;

    g_assert_nonnull (spans);
    g_assert_cmpuint (spans->len, ==, 1);
    span = g_ptr_array_index (spans, 0);
    g_assert_cmpuint (span->start, ==, 25);
    g_assert_cmpuint (span->end, ==, 31);
    g_assert_cmpstr (span->href, ==, "https://port.test/");
  }

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, get_text (version), -1);
  g_assert_cmpstr (desk_version_get_hash (version), ==, hash);

  /* It starts afresh. */
  g_assert_cmpuint (desk_version_builder_get_n_blocks (builder), ==, 0);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "Again");
  g_clear_object (&version);
  version = desk_version_builder_end (builder);
  g_assert_cmpstr (get_text (version), ==, "Again");

  g_assert_finalize_object (g_steal_pointer (&version));
  g_assert_finalize_object (g_steal_pointer (&builder));
}

static void
test_builder_empty (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  const char *nothing[] = { "", " ", "\n\n\t", "\342\200\213\357\273\277", "\1\2", "\302\240" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
      desk_version_builder_append_text (builder, nothing[i], -1);
      desk_version_builder_add_span (builder, 0, 5, DESK_SPAN_KIND_STRONG, NULL);
      g_assert_false (desk_version_builder_end_block (builder));
      g_assert_cmpuint (desk_version_builder_get_offset (builder), ==, 0);
    }

  version = desk_version_builder_end (builder);
  g_assert_cmpuint (desk_version_get_n_blocks (version), ==, 0);
  g_assert_cmpstr (get_text (version), ==, "");
  g_assert_cmpuint (desk_version_find_block (version, 0), ==, 0);
  g_assert_cmpuint (desk_version_get_left_out (version)->len, ==, 0);
  g_assert_cmpuint (desk_version_get_images (version)->len, ==, 0);
  g_clear_object (&version);

  /* Nor does one between two others leave a trace. */
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "a");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CAPTION, " ");
  g_assert_cmpuint (desk_version_builder_get_offset (builder), ==, 3);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "b");
  version = desk_version_builder_end (builder);
  g_assert_cmpstr (get_text (version), ==, "a\n\nb");
}

static void
test_builder_characters (void)
{
  const struct
  {
    const char *given;
    gssize n_bytes;
    const char *kept;
  } cases[] = {
    { "one\ntwo", -1, "one\ntwo" },
    { "one\n\n\ntwo", -1, "one\ntwo" },
    { "one\r\ntwo\rthree\r\n\r\nfour", -1, "one\ntwo\nthree\nfour" },
    { "one\n \ntwo", -1, "one\n \ntwo" },
    { "one\f\vtwo", -1, "one\ntwo" },
    { "a\tb  c", -1, "a\tb  c" },
    { "a\1\2\177\302\200b", -1, "ab" },
    { "a\0b", 3, "ab" },
    { "a\302\205b", -1, "a\nb" },
    { "\357\277\275 kept \357\277\275", -1, "\357\277\275 kept \357\277\275" },
    { "broken \xff\xfe bytes \xc3", -1, "broken \357\277\275\357\277\275 bytes \357\277\275" },
    { "\357\273\277BOM", -1, "BOM" },
    { "\302\240 nbsp\302\240inside\302\240", -1, "nbsp\302\240inside" },
    { "\343\200\200中文\343\200\200", -1, "中文" },
    { "e\314\201", -1, "e\314\201" },
    { "\n\ncode\n  indented\n\n", -1, "code\n  indented" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
      g_autoptr (DeskVersion) version = NULL;
      gsize n_bytes = cases[i].n_bytes < 0 ? strlen (cases[i].given) : (gsize) cases[i].n_bytes;

      desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
      desk_version_builder_append_text (builder, cases[i].given, cases[i].n_bytes);
      desk_version_builder_end_block (builder);
      version = desk_version_builder_end (builder);
      g_assert_cmpstr (get_text (version), ==, cases[i].kept);

      /* Piece by piece it is the same, as long as no character is torn apart. */
      if (!g_utf8_validate_len (cases[i].given, n_bytes, NULL))
        continue;
      g_clear_object (&version);
      desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
      for (const char *p = cases[i].given; p < cases[i].given + n_bytes; p = g_utf8_next_char (p))
        {
          guint before = desk_version_builder_get_offset (builder);

          desk_version_builder_append_text (builder, p, g_utf8_next_char (p) - p);
          g_assert_cmpuint (desk_version_builder_get_offset (builder) - before, <=, 1);
        }
      desk_version_builder_end_block (builder);
      version = desk_version_builder_end (builder);
      g_assert_cmpstr (get_text (version), ==, cases[i].kept);
    }
}

static void
test_builder_spans (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  GPtrArray *spans;
  const guint expected[][2] = { { 3, 9 }, { 3, 5 }, { 4, 9 }, { 8, 9 } };

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "x");
  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  desk_version_builder_append_text (builder, "abcdef   ", -1);
  desk_version_builder_add_span (builder, 8, 100, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 4, 10, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 5, 5, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 9, 12, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 0, 2, DESK_SPAN_KIND_STRONG, NULL);
  desk_version_builder_add_span (builder, 3, 5, DESK_SPAN_KIND_EMPHASIS, "https://ignored.test/");
  desk_version_builder_add_span (builder, 0, 12, DESK_SPAN_KIND_EMPHASIS, NULL);
  desk_version_builder_end_block (builder);
  version = desk_version_builder_end (builder);

  spans = desk_version_get_block (version, 1)->spans;
  g_assert_cmpuint (spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < spans->len; i++)
    {
      DeskSpan *span = g_ptr_array_index (spans, i);

      g_assert_cmpuint (span->start, ==, expected[i][0]);
      g_assert_cmpuint (span->end, ==, expected[i][1]);
      g_assert_null (span->href);
    }
  g_assert_null (desk_version_get_block (version, 0)->spans);
}

static void
test_builder_beside (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  GPtrArray *left_out;
  GPtrArray *images;

  desk_version_builder_add_left_out (builder, " Home \n", DESK_LEFT_OUT_REASON_NAVIGATION);
  desk_version_builder_add_left_out (builder, " \n", DESK_LEFT_OUT_REASON_NAVIGATION);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "a");
  desk_version_builder_add_image (builder, "photo.jpg", NULL, "A. Nyman", 1);
  desk_version_builder_add_image (builder, "chart.png", "A chart", NULL, 7);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CAPTION, "b");
  desk_version_builder_add_left_out (builder, "bad \xff byte", DESK_LEFT_OUT_REASON_ADVERT);
  version = desk_version_builder_end (builder);

  left_out = desk_version_get_left_out (version);
  g_assert_cmpuint (left_out->len, ==, 2);
  g_assert_cmpstr (((DeskLeftOut *) left_out->pdata[0])->text, ==, "Home");
  g_assert_cmpint (((DeskLeftOut *) left_out->pdata[0])->after, ==, -1);
  g_assert_cmpstr (((DeskLeftOut *) left_out->pdata[1])->text, ==, "bad \357\277\275 byte");
  g_assert_cmpint (((DeskLeftOut *) left_out->pdata[1])->after, ==, 1);

  images = desk_version_get_images (version);
  g_assert_cmpuint (images->len, ==, 2);
  g_assert_cmpint (((DeskImage *) images->pdata[0])->caption_block, ==, 1);
  g_assert_cmpstr (((DeskImage *) images->pdata[0])->alt, ==, "");
  g_assert_cmpint (((DeskImage *) images->pdata[1])->caption_block, ==, -1);
}

static DeskVersion *
make_version (const char *first,
              ...)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, text);
  va_end (args);

  return desk_version_builder_end (builder);
}

static void
test_find_block (void)
{
  g_autoptr (DeskVersion) version = make_version ("ab", "😀", "cde", NULL);
  const guint expected[] = { 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (desk_version_find_block (version, i), ==, expected[i]);
  g_assert_cmpuint (desk_version_find_block (version, G_MAXUINT), ==, 2);
}

static gboolean
fits (const char *utf8,
      const guint *ranges,
      guint n_ranges,
      DeskSpan *span)
{
  g_autoptr (DeskText) text = desk_text_new (utf8, -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_block_free);

  for (guint i = 0; i < n_ranges; i += 2)
    g_ptr_array_add (blocks, desk_block_new (DESK_BLOCK_KIND_PARAGRAPH, ranges[i], ranges[i + 1]));
  if (span != NULL)
    {
      DeskBlock *block = g_ptr_array_index (blocks, 0);

      block->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_span_free);
      g_ptr_array_add (block->spans, desk_span_new (0, 1, DESK_SPAN_KIND_EMPHASIS, NULL));
      g_ptr_array_add (block->spans, span);
    }

  return desk_version_blocks_fit (text, blocks);
}

#define FITS(utf8, span, ...) fits (utf8, (const guint[]) { __VA_ARGS__ }, sizeof ((const guint[]) { __VA_ARGS__ }) / sizeof (guint), span)

static void
test_blocks_fit (void)
{
  g_assert_true (FITS ("ab\n\ncd", NULL, 0, 2, 4, 6));
  g_assert_true (fits ("", NULL, 0, NULL));
  g_assert_true (FITS ("ab", desk_span_new (0, 2, DESK_SPAN_KIND_STRONG, NULL), 0, 2));
  g_assert_true (FITS ("ab\n\ncd", desk_span_new (1, 2, DESK_SPAN_KIND_STRONG, NULL), 0, 2, 4, 6));
  g_assert_false (FITS ("ab\n\ncd", desk_span_new (4, 5, DESK_SPAN_KIND_STRONG, NULL), 0, 2, 4, 6));

  g_assert_false (fits ("ab", NULL, 0, NULL));
  g_assert_false (FITS ("ab\n\ncd", NULL, 0, 2));
  g_assert_false (FITS ("ab\n\ncd", NULL, 0, 3, 4, 6));
  g_assert_false (FITS ("ab\n\ncd", NULL, 0, 2, 4, 7));
  g_assert_false (FITS ("ab\n\ncd", NULL, 0, 2, 3, 6));
  g_assert_false (FITS ("ab\n\ncd", NULL, 4, 6, 0, 2));
  g_assert_false (FITS ("ab--cd", NULL, 0, 2, 4, 6));
  g_assert_false (FITS ("ab\n\n", NULL, 0, 2, 4, 4));
  g_assert_false (FITS ("ab", NULL, 0, G_MAXUINT));
  g_assert_false (FITS ("ab", desk_span_new (0, 3, DESK_SPAN_KIND_STRONG, NULL), 0, 2));
  g_assert_false (FITS ("ab", desk_span_new (1, 1, DESK_SPAN_KIND_STRONG, NULL), 0, 2));
}

static void
test_spans_sorted (void)
{
  g_autoptr (DeskText) text = desk_text_new ("abcd", -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_block_free);
  DeskBlock *block = desk_block_new (DESK_BLOCK_KIND_PARAGRAPH, 0, 4);

  g_ptr_array_add (blocks, block);
  block->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_span_free);
  g_ptr_array_add (block->spans, desk_span_new (2, 4, DESK_SPAN_KIND_STRONG, NULL));
  g_assert_true (desk_version_blocks_fit (text, blocks));
  g_ptr_array_add (block->spans, desk_span_new (1, 2, DESK_SPAN_KIND_STRONG, NULL));
  g_assert_false (desk_version_blocks_fit (text, blocks));
}

static void
test_count_words (void)
{
  const struct
  {
    const char *text;
    guint n_words;
  } cases[] = {
    { "", 0 },
    { "one", 1 },
    { "Two well-known words — and 3.5 % more…", 6 },
    { "don’t split it's", 3 },
    { "dash—joined", 2 },
    { "— …", 0 },
    { "Übermäßig viele Wörter", 3 },
    { "مرحبا بالعالم", 2 },
    { "한국어 단어 셋", 3 },
    { "新华社北京", 2 },
    { "中国 news", 2 },
    { "ภาษาไทย", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskVersion) version = make_version (cases[i].text, NULL);

      g_assert_cmpuint (desk_version_count_words (version), ==, cases[i].n_words);
      g_assert_cmpuint (desk_version_count_words (version), ==, cases[i].n_words);
    }
}

static void
test_lead (void)
{
  const struct
  {
    const char *text;
    guint max_length;
    const char *lead;
  } cases[] = {
    { "Short enough.", 100, "Short enough." },
    { "Short enough.", 13, "Short enough." },
    { "Short enough.", 12, "Short…" },
    { "Several\n words  with\tgaps", 100, "Several words with gaps" },
    { "one two three four", 12, "one two…" },
    { "one two three four", 13, "one two…" },
    { "one two three four", 14, "one two three…" },
    { "Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…" },
    { "a Donaudampfschifffahrtsgesellschaft", 10, "a Donauda…" },
    { "新华社北京二月八日电", 5, "新华社北…" },
    { "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 10, "👨‍👩‍👧‍👦…" },
    { "word", 1, "…" },
    { "word", 0, "" },
  };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskVersion) simple = make_version (cases[i].text, "Second.", NULL);
      g_autofree char *lead = desk_version_dup_lead (simple, cases[i].max_length);

      g_assert_cmpstr (lead, ==, cases[i].lead);
      g_assert_cmpint (g_utf8_strlen (lead, -1), <=, cases[i].max_length);
    }

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, "Headline");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_DEK, "Dek");
  version = desk_version_builder_end (builder);
  {
    g_autofree char *lead = desk_version_dup_lead (version, 50);

    g_assert_cmpstr (lead, ==, "Dek");
  }
  g_clear_object (&version);
  version = make_version (NULL, NULL);
  {
    g_autofree char *lead = desk_version_dup_lead (version, 50);

    g_assert_cmpstr (lead, ==, "");
  }
}

static void
test_large (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  const guint n_blocks = g_test_slow () ? 1000000 : 50000;
  double seconds;

  g_test_timer_start ();
  for (guint i = 0; i < n_blocks; i++)
    {
      desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
      desk_version_builder_append_text (builder, "The harbour of Málaga was shut for the ", -1);
      desk_version_builder_append_text (builder, "third day, said the port’s master, and no ferry left.  ", -1);
      desk_version_builder_add_span (builder, desk_version_builder_get_offset (builder) - 5,
                                     desk_version_builder_get_offset (builder), DESK_SPAN_KIND_STRONG, NULL);
      desk_version_builder_end_block (builder);
    }
  version = desk_version_builder_end (builder);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%u blocks in %.3f s", n_blocks, seconds);

  g_assert_cmpuint (desk_version_get_n_blocks (version), ==, n_blocks);
  g_assert_cmpuint (desk_version_count_words (version), ==, 18 * n_blocks);
  for (guint i = 0; i < n_blocks; i += 997)
    g_assert_cmpuint (desk_version_find_block (version, desk_version_get_block (version, i)->start), ==, i);
}

static void
test_properties (void)
{
  DeskVersion *version = make_version ("a", "b", NULL);
  g_autofree char *hash = NULL;
  guint n_blocks;

  g_object_get (version, "hash", &hash, "n-blocks", &n_blocks, NULL);
  g_assert_cmpstr (hash, ==, desk_version_get_hash (version));
  g_assert_cmpuint (n_blocks, ==, 2);

  g_assert_finalize_object (version);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/version/builder", test_builder);
  g_test_add_func ("/core/version/builder-empty", test_builder_empty);
  g_test_add_func ("/core/version/builder-characters", test_builder_characters);
  g_test_add_func ("/core/version/builder-spans", test_builder_spans);
  g_test_add_func ("/core/version/builder-beside", test_builder_beside);
  g_test_add_func ("/core/version/find-block", test_find_block);
  g_test_add_func ("/core/version/blocks-fit", test_blocks_fit);
  g_test_add_func ("/core/version/spans-sorted", test_spans_sorted);
  g_test_add_func ("/core/version/count-words", test_count_words);
  g_test_add_func ("/core/version/lead", test_lead);
  g_test_add_func ("/core/version/large", test_large);
  g_test_add_func ("/core/version/properties", test_properties);

  return g_test_run ();
}
