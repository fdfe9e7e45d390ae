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

typedef struct
{
  DeskArticle *article;
  DeskVersion *version; /* borrowed */
  DeskPageWriter *writer;
  GPtrArray *marks;
} Fixture;

static Fixture *
fixture_new (DeskVersionBuilder *builder)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  g_autoptr (DeskVersion) version = desk_version_builder_end (builder);

  self->article = desk_article_new ("article", version);
  self->version = version;
  self->writer = desk_page_writer_new (self->article, kinds);
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static Fixture *
fixture_new_paragraphs (const char *const *paragraphs)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraphs[i]);

  return fixture_new (builder);
}

static void
fixture_free (Fixture *self)
{
  g_ptr_array_unref (self->marks);
  g_assert_finalize_object (self->writer);
  g_assert_finalize_object (self->article);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static DeskAnnotation *
mark (Fixture *self,
      guint start,
      guint end,
      const char *kind_id)
{
  DeskAnnotation *annotation = desk_annotation_new ("article", self->version, start, end, kind_id);

  g_ptr_array_add (self->marks, annotation);

  return annotation;
}

/* Sets the marks and puts "0", "1" … for their ids into what is written. */
static char *
write_block (Fixture *self,
             guint block)
{
  g_autoptr (GArray) changed = desk_page_writer_set_annotations (self->writer, self->marks);
  g_autofree char *html = desk_page_writer_dup_block_content (self->writer, block);
  g_autoptr (GString) readable = g_string_new (html);

  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_string_replace (readable, desk_annotation_get_id (self->marks->pdata[i]), number, 0);
    }

  return g_string_free_and_steal (g_steal_pointer (&readable));
}

#define ASSERT_BLOCK(self, block, expected)             \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *_html = write_block (self, block); \
    g_assert_cmpstr (_html, ==, expected);              \
  }                                                     \
  G_STMT_END

static void
test_one (void)
{
  const char *const text[] = { "A white balloon 🎈 flew.", NULL };
  g_autoptr (Fixture) self = fixture_new_paragraphs (text);
  DeskAnnotation *noted;

  ASSERT_BLOCK (self, 0, "A white balloon 🎈 flew.");
  mark (self, 8, 17, "check");
  ASSERT_BLOCK (self, 0, "A white <mark data-a=\"0\" class=\"k-check\" aria-description=\"Check\">balloon 🎈</mark> flew.");

  noted = desk_annotation_copy_with_note (self->marks->pdata[0], "Whose?");
  g_ptr_array_remove_index (self->marks, 0);
  g_ptr_array_add (self->marks, noted);
  ASSERT_BLOCK (self, 0, "A white <mark data-a=\"0\" class=\"k-check\" aria-description=\"Check, with note\">balloon 🎈</mark> flew.");
}

static void
test_overlap (void)
{
  const char *const text[] = { "abcdefghij", NULL };

  /* Nested: the small one is on top. */
  {
    g_autoptr (Fixture) self = fixture_new_paragraphs (text);

    mark (self, 0, 10, "fact");
    mark (self, 3, 5, "check");
    ASSERT_BLOCK (self, 0,
                  "<mark class=\"k-fact\" aria-description=\"Key Fact\">abc</mark>"
                  "<mark data-a=\"1\" class=\"k-check l1-fact\" aria-description=\"Check\">de</mark>"
                  "<mark data-a=\"0\" class=\"k-fact\">fghij</mark>");
  }

  /* Crossing, of the same size: the newer is on top. */
  {
    g_autoptr (Fixture) self = fixture_new_paragraphs (text);

    mark (self, 1, 5, "fact");
    mark (self, 3, 7, "quote");
    ASSERT_BLOCK (self, 0,
                  "a<mark class=\"k-fact\" aria-description=\"Key Fact\">bc</mark>"
                  "<mark data-a=\"0\" class=\"k-quote l1-fact\" aria-description=\"Quote\">de</mark>"
                  "<mark data-a=\"1\" class=\"k-quote\">fg</mark>hij");
  }

  /* The same range five times. */
  {
    g_autoptr (Fixture) self = fixture_new_paragraphs (text);

    mark (self, 1, 5, "fact");
    mark (self, 1, 5, "check");
    mark (self, 1, 5, "quote");
    mark (self, 1, 5, "source");
    mark (self, 1, 5, "number");
    ASSERT_BLOCK (self, 0,
                  "a<mark data-a=\"4 3 2 1 0\" class=\"k-number l1-check l2-quote l3-source more\" "
                  "aria-description=\"Number; Source; Quote; Check; Key Fact\">bcde</mark>fghij");
  }

  /* Touching. */
  {
    g_autoptr (Fixture) self = fixture_new_paragraphs (text);

    mark (self, 1, 3, "fact");
    mark (self, 3, 5, "fact");
    ASSERT_BLOCK (self, 0,
                  "a<mark data-a=\"0\" class=\"k-fact\" aria-description=\"Key Fact\">bc</mark>"
                  "<mark data-a=\"1\" class=\"k-fact\" aria-description=\"Key Fact\">de</mark>fghij");
  }
}

static void
test_across_blocks (void)
{
  const char *const text[] = { "abc", "def", "ghi", NULL };
  g_autoptr (Fixture) self = fixture_new_paragraphs (text);

  mark (self, 1, 12, "fact"); /* b … h */
  mark (self, 4, 7, "check"); /* from the gap to e */
  mark (self, 3, 5, "quote"); /* nothing but the gap */
  ASSERT_BLOCK (self, 0, "a<mark class=\"k-fact\" aria-description=\"Key Fact\">bc</mark>");
  ASSERT_BLOCK (self, 1,
                "<mark data-a=\"1\" class=\"k-check l1-fact\" aria-description=\"Check\">de</mark>"
                "<mark class=\"k-fact\">f</mark>");
  ASSERT_BLOCK (self, 2, "<mark data-a=\"0\" class=\"k-fact\">gh</mark>i");
}

static void
test_spans (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (Fixture) self = NULL;

  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  desk_version_builder_append_text (builder, "abcdefgh", -1);
  desk_version_builder_add_span (builder, 2, 4, DESK_SPAN_KIND_LINK, "https://a.test/");
  desk_version_builder_add_span (builder, 3, 6, DESK_SPAN_KIND_EMPHASIS, NULL);
  desk_version_builder_end_block (builder);
  self = fixture_new (builder);

  mark (self, 1, 5, "check");
  ASSERT_BLOCK (self, 0,
                "a<mark data-a=\"0\" class=\"k-check\" aria-description=\"Check\">b</mark>"
                "<a href=\"https://a.test/\" rel=\"noreferrer\"><mark data-a=\"0\" class=\"k-check\">c</mark>"
                "<em><mark data-a=\"0\" class=\"k-check\">d</mark></em></a>"
                "<em><mark data-a=\"0\" class=\"k-check\">e</mark>f</em>gh");
}

static void
test_foreign (void)
{
  const char *const text[] = { "abcdefghij", NULL };
  const char *const other[] = { "abcdefghijk", NULL };
  g_autoptr (Fixture) self = fixture_new_paragraphs (text);
  g_autoptr (Fixture) elsewhere = fixture_new_paragraphs (other);

  /* Of another version. */
  g_ptr_array_add (self->marks, desk_annotation_new ("article", elsewhere->version, 2, 4, "fact"));
  g_ptr_array_add (self->marks, desk_annotation_new ("article", elsewhere->version, 2, 11, "fact"));
  ASSERT_BLOCK (self, 0, "abcdefghij");

  /* Says that it is of this one, but does not fit. */
  {
    g_autoptr (DeskAnnotation) annotation = desk_annotation_new ("article", self->version, 2, 4, "fact");
    g_autoptr (GVariant) variant = g_variant_ref_sink (desk_annotation_to_variant (annotation));
    g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (variant);
    g_autoptr (GVariant) changed = NULL;
    DeskAnnotation *outside;

    g_variant_dict_insert (&dict, "start", "u", 9);
    g_variant_dict_insert (&dict, "end", "u", 11);
    changed = g_variant_ref_sink (g_variant_dict_end (&dict));
    outside = desk_annotation_new_from_variant (changed, NULL);
    g_assert_nonnull (outside);
    g_ptr_array_add (self->marks, outside);
    ASSERT_BLOCK (self, 0, "abcdefghij");
  }

  /* A kind that is not known, with a name that is a class or is not. */
  mark (self, 0, 1, "from-elsewhere");
  mark (self, 1, 2, "x\" onclick=\"y");
  ASSERT_BLOCK (self, 0,
                "<mark data-a=\"3\" class=\"k-unknown\" aria-description=\"Mark\">a</mark>"
                "<mark data-a=\"4\" class=\"k-unknown\" aria-description=\"Mark\">b</mark>cdefghij");
}

static void
assert_changed (Fixture *self,
                const guint *blocks,
                guint n_blocks)
{
  g_autoptr (GArray) changed = desk_page_writer_set_annotations (self->writer, self->marks);

  g_assert_cmpuint (changed->len, ==, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    g_assert_cmpuint (g_array_index (changed, guint, i), ==, blocks[i]);
}

#define ASSERT_CHANGED(self, ...) \
  assert_changed (self, (const guint[]) { __VA_ARGS__ }, sizeof ((const guint[]) { __VA_ARGS__ }) / sizeof (guint))
#define ASSERT_UNCHANGED(self) assert_changed (self, NULL, 0)

static void
replace_mark (Fixture *self,
              guint index,
              DeskAnnotation *annotation)
{
  g_object_unref (self->marks->pdata[index]);
  self->marks->pdata[index] = annotation;
}

static void
test_changed_blocks (void)
{
  const char *const text[] = { "abc", "def", "ghi", "jkl", NULL };
  g_autoptr (Fixture) self = fixture_new_paragraphs (text);

  ASSERT_UNCHANGED (self);
  mark (self, 6, 11, "fact"); /* e … g */
  ASSERT_CHANGED (self, 1, 2);
  ASSERT_UNCHANGED (self);

  mark (self, 15, 16, "check"); /* j */
  ASSERT_CHANGED (self, 3);

  replace_mark (self, 1, desk_annotation_copy_with_kind (self->marks->pdata[1], "quote"));
  ASSERT_CHANGED (self, 3);

  /* The first note is heard in the first block; another note looks the same. */
  replace_mark (self, 0, desk_annotation_copy_with_note (self->marks->pdata[0], "a"));
  ASSERT_CHANGED (self, 1);
  replace_mark (self, 0, desk_annotation_copy_with_note (self->marks->pdata[0], "b"));
  ASSERT_UNCHANGED (self);

  replace_mark (self, 0, desk_annotation_copy_with_range (self->marks->pdata[0], self->version, 6, 12));
  ASSERT_CHANGED (self, 2);

  g_ptr_array_remove_index (self->marks, 0);
  ASSERT_CHANGED (self, 1, 2);
  g_ptr_array_set_size (self->marks, 0);
  ASSERT_CHANGED (self, 3);
  ASSERT_UNCHANGED (self);
}

static gboolean
lies_over (DeskAnnotation *annotation,
           guint at)
{
  return desk_annotation_get_start (annotation) <= at && at < desk_annotation_get_end (annotation);
}

/* The next place after one that a run begins at, or the end of the text. */
static guint
find_next_run (Fixture *self,
               guint at)
{
  guint length = desk_text_get_length (desk_version_get_text (self->version));
  DeskBlock *block = desk_version_get_block (self->version, desk_version_find_block (self->version, at));
  guint next = block->end;

  for (guint i = 0; i < self->marks->len; i++)
    {
      guint start = desk_annotation_get_start (self->marks->pdata[i]);
      guint end = desk_annotation_get_end (self->marks->pdata[i]);

      if (start > at)
        next = MIN (next, start);
      if (end > at)
        next = MIN (next, end);
    }
  while (next < length && next >= desk_version_get_block (self->version, desk_version_find_block (self->version, next))->end)
    next++;

  return next;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Checks the run that a code point stands in. */
static void
check_run (Fixture *self,
           GPtrArray *sorted,
           guint at,
           GumboNode *run)
{
  guint length = desk_text_get_length (desk_version_get_text (self->version));
  guint next = find_next_run (self, at);
  g_autoptr (GPtrArray) over = g_ptr_array_new ();
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) class = g_string_new ("k-");

  for (guint i = 0; i < sorted->len; i++)
    if (lies_over (sorted->pdata[i], at))
      {
        g_ptr_array_add (over, sorted->pdata[i]);
        if (next == length || desk_annotation_get_end (sorted->pdata[i]) <= next)
          g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", desk_annotation_get_id (sorted->pdata[i]));
      }
  if (over->len == 0)
    {
      g_assert_null (run);
      return;
    }

  g_string_append (class, desk_annotation_get_kind_id (over->pdata[0]));
  for (guint i = 1; i < MIN (over->len, 4); i++)
    g_ptr_array_add (lanes, (gpointer) desk_annotation_get_kind_id (over->pdata[i]));
  g_ptr_array_sort (lanes, compare_strings);
  for (guint i = 0; i < lanes->len; i++)
    g_string_append_printf (class, " l%u-%s", i + 1, (const char *) lanes->pdata[i]);
  if (over->len > 4)
    g_string_append (class, " more");

  g_assert_nonnull (run);
  g_assert_cmpstr (page_check_get (run, "class"), ==, class->str);
  g_assert_cmpstr (page_check_get (run, "data-a"), ==, ids->len > 0 ? ids->str : NULL);
}

/* Any marks over any spans: the page reads back as the text, and over each character lie the marks that should. */
static void
test_random (void)
{
  static const char *const pieces[] = { "word ", "é", "😀", "<", "&", "新", "م", "e\314\201", "\n", "  ", "🇩🇪" };
  static const char *const kinds[] = { "fact", "check", "quote", "source", "number", "opinion", "contradiction", "follow-up" };
  guint n_rounds = g_test_slow () ? 2000 : 60;

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
      g_autoptr (Fixture) self = NULL;
      g_autoptr (GArray) changed = NULL;
      g_autofree char *page = NULL;
      g_autoptr (PageCheck) check = NULL;
      g_autoptr (GPtrArray) runs = NULL;
      g_autoptr (GPtrArray) sorted = NULL;
      int n_blocks = g_test_rand_int_range (1, 6);
      int n_marks = g_test_rand_int_range (0, 30);
      guint length;

      for (int block = 0; block < n_blocks; block++)
        {
          guint start;
          int n_pieces = g_test_rand_int_range (1, 40);

          desk_version_builder_begin_block (builder, g_test_rand_int_range (0, DESK_BLOCK_KIND_BOILERPLATE + 1));
          start = desk_version_builder_get_offset (builder);
          desk_version_builder_append_text (builder, "x", 1);
          for (int i = 0; i < n_pieces; i++)
            desk_version_builder_append_text (builder, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))], -1);
          for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
            {
              guint from = start + g_test_rand_int_range (0, n_pieces);

              desk_version_builder_add_span (builder, from, from + g_test_rand_int_range (1, 20),
                                             g_test_rand_int_range (0, 3), "https://a.test/");
            }
          desk_version_builder_end_block (builder);
        }
      self = fixture_new (builder);
      length = desk_text_get_length (desk_version_get_text (self->version));

      for (int i = 0; i < n_marks; i++)
        {
          guint start = g_test_rand_int_range (0, length);

          mark (self, start, g_test_rand_int_range (start + 1, length + 1), kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
        }

      changed = desk_page_writer_set_annotations (self->writer, self->marks);
      page = desk_page_writer_dup_page (self->writer, NULL);
      check = page_check_new (page, self->version);
      runs = page_check_get_runs (check, self->version);

      sorted = g_ptr_array_copy (self->marks, (GCopyFunc) g_object_ref, NULL);
      g_ptr_array_sort_values (sorted, (GCompareFunc) desk_annotation_compare_picking);
      for (guint i = 0; i < length; i++)
        if (i < desk_version_get_block (self->version, desk_version_find_block (self->version, i))->end)
          check_run (self, sorted, i, runs->pdata[i]);

      /* Blocks written one by one are those of the page. */
      for (guint i = 0; i < desk_version_get_n_blocks (self->version); i++)
        {
          g_autofree char *content = desk_page_writer_dup_block_content (self->writer, i);

          g_assert_nonnull (strstr (page, content));
        }
    }
}

/* The lengths of what is written for so many marks, all over the same words. */
static gsize
write_pile (guint n_marks)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (Fixture) self = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autofree char *html = NULL;

  while (paragraph->len < 40000)
    g_string_append (paragraph, "harbour ");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraph->str);
  self = fixture_new (builder);
  for (guint i = 0; i < n_marks; i++)
    mark (self, i, 39000 - i, "fact");
  html = write_block (self, 0);
  for (guint i = 0; i < n_marks; i += 97)
    {
      g_autofree char *named = g_strdup_printf ("data-a=\"%u\"", i);

      g_assert_nonnull (strstr (html, named));
    }

  return strlen (html);
}

/* However many marks lie over each other, each is told of once and named once. */
static void
test_pile (void)
{
  gsize few = write_pile (300);
  gsize many = write_pile (3000);

  g_assert_cmpuint (many - 40000, <, (few - 40000) * 11);
  g_assert_cmpuint (many - 40000, <, 3000 * 200);
}

/* A mark that ends in the gap between two blocks is named in the one before it. */
static void
test_ends_in_gap (void)
{
  const char *const text[] = { "abc", "def", NULL };
  g_autoptr (Fixture) self = fixture_new_paragraphs (text);

  mark (self, 1, 4, "fact");
  mark (self, 2, 5, "check");
  ASSERT_BLOCK (self, 0,
                "a<mark class=\"k-fact\" aria-description=\"Key Fact\">b</mark>"
                "<mark data-a=\"1 0\" class=\"k-check l1-fact\" aria-description=\"Check\">c</mark>");
  ASSERT_BLOCK (self, 1, "def");
}

static void
test_speed (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (Fixture) self = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) changed_again = NULL;
  g_autofree char *page = NULL;
  g_autofree char *content = NULL;
  guint length;
  double set;
  double write;
  double update;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GString) paragraph = g_string_new (NULL);

      for (guint word = 0; word < 100; word++)
        g_string_append (paragraph, word % 10 == 0 ? "“naïve” " : "harbour ");
      desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraph->str);
    }
  self = fixture_new (builder);
  length = desk_text_get_length (desk_version_get_text (self->version));
  for (guint i = 0; i < 10000; i++)
    {
      guint start = g_test_rand_int_range (0, length - 200);

      mark (self, start, start + g_test_rand_int_range (1, 200), "check");
    }

  g_test_timer_start ();
  changed = desk_page_writer_set_annotations (self->writer, self->marks);
  set = g_test_timer_elapsed ();

  g_test_timer_start ();
  page = desk_page_writer_dup_page (self->writer, NULL);
  write = g_test_timer_elapsed ();

  mark (self, 1000, 1010, "fact");
  g_test_timer_start ();
  changed_again = desk_page_writer_set_annotations (self->writer, self->marks);
  content = desk_page_writer_dup_block_content (self->writer, g_array_index (changed_again, guint, 0));
  update = g_test_timer_elapsed ();

  g_assert_cmpuint (changed->len, >, 900);
  g_assert_cmpuint (changed_again->len, ==, 1);
  g_test_minimized_result (set, "10,000 marks on 100,000 words: cut in %.1f ms, page written in %.1f ms, one more in %.1f ms",
                           set * 1000, write * 1000, update * 1000);
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/page-marks/one", test_one);
  g_test_add_func ("/core/page-marks/overlap", test_overlap);
  g_test_add_func ("/core/page-marks/across-blocks", test_across_blocks);
  g_test_add_func ("/core/page-marks/ends-in-gap", test_ends_in_gap);
  g_test_add_func ("/core/page-marks/spans", test_spans);
  g_test_add_func ("/core/page-marks/foreign", test_foreign);
  g_test_add_func ("/core/page-marks/changed-blocks", test_changed_blocks);
  g_test_add_func ("/core/page-marks/random", test_random);
  g_test_add_func ("/core/page-marks/pile", test_pile);
  g_test_add_func ("/core/page-marks/speed", test_speed);

  return g_test_run ();
}
