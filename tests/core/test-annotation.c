/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation.h"
#include "desk-core-types.h"
#include "desk-error.h"
#include "desk-kind.h"
#include "desk-step.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"

#define TEXT "A white balloon 🎈 drifted over the bay on Tuesday, and the coast guard followed it until dusk."

static DeskVersion *
make_version (const char *text)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, text);

  return desk_version_builder_end (builder);
}

static void
assert_same (DeskAnnotation *a,
             DeskAnnotation *b)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (desk_annotation_to_variant (a));
  g_autoptr (GVariant) second = g_variant_ref_sink (desk_annotation_to_variant (b));

  g_assert_cmpvariant (first, second);
}

static void
test_new (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  gint64 before = g_get_real_time ();
  DeskAnnotation *annotation = desk_annotation_new ("article", version, 8, 17, "check");
  g_autofree char *exact = NULL;
  g_autofree char *kind_id = NULL;
  guint start;
  guint end;

  g_assert_true (desk_uuid_is_valid (desk_annotation_get_id (annotation)));
  g_assert_cmpstr (desk_annotation_get_article_id (annotation), ==, "article");
  g_assert_cmpstr (desk_annotation_get_version_hash (annotation), ==, desk_version_get_hash (version));
  g_assert_cmpuint (desk_annotation_get_start (annotation), ==, 8);
  g_assert_cmpuint (desk_annotation_get_end (annotation), ==, 17);
  g_assert_cmpstr (desk_annotation_get_exact (annotation), ==, "balloon 🎈");
  g_assert_cmpstr (desk_annotation_get_prefix (annotation), ==, "A white ");
  g_assert_cmpstr (desk_annotation_get_suffix (annotation), ==, " drifted over the bay on Tuesday");
  g_assert_cmpint (g_utf8_strlen (desk_annotation_get_suffix (annotation), -1), ==, DESK_ANNOTATION_CONTEXT);
  g_assert_cmpstr (desk_annotation_get_kind_id (annotation), ==, "check");
  g_assert_null (desk_annotation_get_note (annotation));
  g_assert_cmpint (desk_annotation_get_created (annotation), >=, before);
  g_assert_cmpint (desk_annotation_get_modified (annotation), ==, desk_annotation_get_created (annotation));

  g_object_get (annotation, "exact", &exact, "kind-id", &kind_id, "start", &start, "end", &end, NULL);
  g_assert_cmpstr (exact, ==, "balloon 🎈");
  g_assert_cmpstr (kind_id, ==, "check");
  g_assert_cmpuint (start, ==, 8);
  g_assert_cmpuint (end, ==, 17);

  g_assert_finalize_object (annotation);
}

static void
test_new_edges (void)
{
  g_autoptr (DeskVersion) version = make_version ("abc");
  g_autoptr (DeskAnnotation) all = desk_annotation_new ("article", version, 0, 3, "fact");
  const guint bad[][2] = { { 0, 4 }, { 2, 2 }, { 3, 2 }, { 3, 4 }, { G_MAXUINT - 1, G_MAXUINT } };

  g_assert_cmpstr (desk_annotation_get_exact (all), ==, "abc");
  g_assert_cmpstr (desk_annotation_get_prefix (all), ==, "");
  g_assert_cmpstr (desk_annotation_get_suffix (all), ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      DeskAnnotation *refused;

      g_test_expect_message ("desk-core", G_LOG_LEVEL_CRITICAL, "*is_range*");
      refused = desk_annotation_new ("article", version, bad[i][0], bad[i][1], "fact");
      g_test_assert_expected_messages ();
      g_assert_null (refused);
    }
}

static void
test_copies (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  g_autoptr (DeskVersion) other_version = make_version ("Another text with a balloon in it.");
  g_autoptr (DeskAnnotation) first = desk_annotation_new ("article", version, 2, 15, "check");
  g_autoptr (DeskAnnotation) noted = desk_annotation_copy_with_note (first, "Who *saw* it? 🎈");
  g_autoptr (DeskAnnotation) quote = desk_annotation_copy_with_kind (noted, "quote");
  g_autoptr (DeskAnnotation) moved = desk_annotation_copy_with_range (quote, other_version, 20, 27);
  g_autoptr (DeskAnnotation) bare = desk_annotation_copy_with_note (moved, "");

  /* It stays the same mark. */
  g_assert_cmpstr (desk_annotation_get_id (bare), ==, desk_annotation_get_id (first));
  g_assert_cmpstr (desk_annotation_get_article_id (bare), ==, "article");
  g_assert_cmpint (desk_annotation_get_created (bare), ==, desk_annotation_get_created (first));
  g_assert_cmpint (desk_annotation_get_modified (bare), >=, desk_annotation_get_modified (first));

  g_assert_cmpstr (desk_annotation_get_note (noted), ==, "Who *saw* it? 🎈");
  g_assert_cmpstr (desk_annotation_get_exact (noted), ==, "white balloon");
  g_assert_cmpstr (desk_annotation_get_kind_id (quote), ==, "quote");
  g_assert_cmpstr (desk_annotation_get_note (quote), ==, "Who *saw* it? 🎈");
  g_assert_cmpstr (desk_annotation_get_exact (moved), ==, "balloon");
  g_assert_cmpstr (desk_annotation_get_prefix (moved), ==, "Another text with a ");
  g_assert_cmpstr (desk_annotation_get_suffix (moved), ==, " in it.");
  g_assert_cmpstr (desk_annotation_get_version_hash (moved), ==, desk_version_get_hash (other_version));
  g_assert_cmpstr (desk_annotation_get_note (moved), ==, "Who *saw* it? 🎈");
  g_assert_null (desk_annotation_get_note (bare));

  /* And the first one is as it was. */
  g_assert_null (desk_annotation_get_note (first));
  g_assert_cmpstr (desk_annotation_get_kind_id (first), ==, "check");
}

static void
test_round_trip (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  g_autoptr (DeskAnnotation) annotation = desk_annotation_new ("article", version, 8, 17, "check");
  g_autoptr (DeskAnnotation) noted = desk_annotation_copy_with_note (annotation, "line\nline “two” 🎈");
  DeskAnnotation *all[] = { annotation, noted };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (desk_annotation_to_variant (all[i]));
      g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);
      g_autoptr (GVariant) stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskAnnotation) again = desk_annotation_new_from_variant (stored, &error);

      g_assert_no_error (error);
      assert_same (all[i], again);
    }
}

static void
test_foreign (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  g_autoptr (DeskAnnotation) annotation = desk_annotation_new ("article", version, 8, 17, "check");
  g_autoptr (GVariant) good = g_variant_ref_sink (desk_annotation_to_variant (annotation));
  g_autofree char *huge = g_strnfill (300, 'x');
  const struct
  {
    const char *key;
    GVariant *value; /* NULL takes it away */
  } cases[] = {
    { "id", NULL },
    { "id", g_variant_new_string ("no id") },
    { "id", g_variant_new_uint32 (1) },
    { "article", NULL },
    { "article", g_variant_new_string ("") },
    { "article", g_variant_new_string (huge) },
    { "version", NULL },
    { "version", g_variant_new_string ("0123") },
    { "version", g_variant_new_string ("ZZZZ3f7b8c1d6e5a4b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6b7c8d9e0f1a") },
    { "start", NULL },
    { "start", g_variant_new_int32 (8) },
    { "start", g_variant_new_uint32 (17) },
    { "start", g_variant_new_uint32 (G_MAXUINT) },
    { "end", NULL },
    { "end", g_variant_new_uint32 (0) },
    { "end", g_variant_new_uint32 (18) },
    { "exact", NULL },
    { "exact", g_variant_new_string ("balloo 🎈") },
    { "prefix", NULL },
    { "prefix", g_variant_new_string (huge) },
    { "suffix", g_variant_new_string (huge) },
    { "suffix", g_variant_new_bytestring ("x") },
    { "kind", NULL },
    { "kind", g_variant_new_string ("") },
    { "kind", g_variant_new_string (huge) },
    { "note", g_variant_new_uint32 (1) },
    { "created", NULL },
    { "created", g_variant_new_int64 (-1) },
    { "modified", NULL },
    { "modified", g_variant_new_int64 (0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (good);
      g_autoptr (GVariant) bad = NULL;
      g_autoptr (DeskAnnotation) refused = NULL;
      g_autoptr (GError) error = NULL;

      g_variant_dict_remove (&dict, cases[i].key);
      if (cases[i].value != NULL)
        g_variant_dict_insert_value (&dict, cases[i].key, cases[i].value);
      bad = g_variant_ref_sink (g_variant_dict_end (&dict));

      refused = desk_annotation_new_from_variant (bad, &error);
      g_assert_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID);
      g_assert_null (refused);
    }

  {
    g_autoptr (GVariant) string = g_variant_ref_sink (g_variant_new_string ("x"));
    g_autoptr (DeskAnnotation) refused = NULL;
    g_autoptr (GError) error = NULL;

    refused = desk_annotation_new_from_variant (string, &error);
    g_assert_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID);
  }

  /* What a later program added does no harm. */
  {
    g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (good);
    g_autoptr (GVariant) newer = NULL;
    g_autoptr (DeskAnnotation) read = NULL;

    g_variant_dict_insert (&dict, "tags", "as", NULL);
    g_variant_dict_insert (&dict, "note", "s", "");
    newer = g_variant_ref_sink (g_variant_dict_end (&dict));
    read = desk_annotation_new_from_variant (newer, NULL);
    g_assert_nonnull (read);
    assert_same (annotation, read);
  }
}

/* Every single changed byte gives either an annotation that keeps the rules or an error. */
static void
test_damaged (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  g_autoptr (DeskAnnotation) annotation = desk_annotation_new ("article", version, 8, 17, "check");
  g_autoptr (GVariant) good = g_variant_ref_sink (desk_annotation_to_variant (annotation));
  gsize size = g_variant_get_size (good);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        guchar *data = g_memdup2 (g_variant_get_data (good), size);
        g_autoptr (GVariant) bad = NULL;
        g_autoptr (DeskAnnotation) read = NULL;
        g_autoptr (GError) error = NULL;

        data[i] ^= 1 << bit;
        bad = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE_VARDICT, data, size, FALSE, g_free, data));
        read = desk_annotation_new_from_variant (bad, &error);
        g_assert_true ((read != NULL) != (error != NULL));
        if (read != NULL)
          {
            g_assert_cmpuint (desk_annotation_get_start (read), <, desk_annotation_get_end (read));
            g_assert_true (g_utf8_validate (desk_annotation_get_exact (read), -1, NULL));
          }
      }
}

static void
test_equal (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  g_autoptr (DeskAnnotation) mark = desk_annotation_new ("article", version, 2, 9, "fact");
  g_autoptr (DeskAnnotation) other = desk_annotation_new ("article", version, 2, 9, "fact");
  g_autoptr (DeskAnnotation) kind = desk_annotation_copy_with_kind (mark, "check");
  g_autoptr (DeskAnnotation) note = desk_annotation_copy_with_note (mark, "Ask.");
  g_autoptr (DeskAnnotation) range = desk_annotation_copy_with_range (mark, version, 2, 10);
  g_autoptr (GVariant) variant = g_variant_ref_sink (desk_annotation_to_variant (note));
  g_autoptr (DeskAnnotation) same = desk_annotation_new_from_variant (variant, NULL);

  g_assert_true (desk_annotation_equal (mark, mark));
  g_assert_true (desk_annotation_equal (note, same));
  g_assert_false (desk_annotation_equal (mark, other));
  g_assert_false (desk_annotation_equal (mark, kind));
  g_assert_false (desk_annotation_equal (mark, note));
  g_assert_false (desk_annotation_equal (note, mark));
  g_assert_false (desk_annotation_equal (mark, range));
}

static void
test_orders (void)
{
  g_autoptr (DeskVersion) version = make_version (TEXT);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  const guint ranges[][2] = { { 0, 20 }, { 5, 10 }, { 0, 5 }, { 5, 10 }, { 30, 31 } };
  const guint picking[] = { 4, 3, 2, 1, 0 };
  const guint text[] = { 0, 2, 1, 3, 4 };
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    g_ptr_array_add (marks, desk_annotation_new ("article", version, ranges[i][0], ranges[i][1], "fact"));

  sorted = g_ptr_array_copy (marks, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_values (sorted, (GCompareFunc) desk_annotation_compare_picking);
  for (guint i = 0; i < sorted->len; i++)
    g_assert_true (sorted->pdata[i] == marks->pdata[picking[i]]);

  g_ptr_array_sort_values (sorted, (GCompareFunc) desk_annotation_compare_text);
  for (guint i = 0; i < sorted->len; i++)
    g_assert_true (sorted->pdata[i] == marks->pdata[text[i]]);

  g_assert_cmpint (desk_annotation_compare_picking (marks->pdata[0], marks->pdata[0]), ==, 0);
  g_assert_cmpint (desk_annotation_compare_text (marks->pdata[0], marks->pdata[0]), ==, 0);
}

static void
test_kinds (void)
{
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  const char *ids[] = { "fact", "check", "quote", "source", "number", "opinion", "contradiction", "follow-up" };
  const char *letters = "FCQSNOXU";
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (g_list_model_get_n_items (kinds), ==, G_N_ELEMENTS (ids));
  g_assert_true (g_list_model_get_item_type (kinds) == DESK_TYPE_KIND);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (kinds, i);
      g_autofree char *name = NULL;
      g_autofree char *letter = NULL;
      guint key;

      g_assert_cmpstr (desk_kind_get_id (kind), ==, ids[i]);
      g_assert_cmpuint (desk_kind_get_key (kind), ==, i + 1);
      g_assert_cmpint (desk_kind_get_letter (kind)[0], ==, letters[i]);
      g_assert_cmpuint (strlen (desk_kind_get_name (kind)), >, 0);
      g_assert_true (desk_kind_list_find (kinds, ids[i]) == kind);
      /* No two kinds share a line, which is the sign for who sees no colour. */
      g_assert_true (g_hash_table_add (lines, (gpointer) desk_kind_get_line (kind)));

      g_object_get (kind, "name", &name, "letter", &letter, "key", &key, NULL);
      g_assert_cmpstr (name, ==, desk_kind_get_name (kind));
      g_assert_cmpstr (letter, ==, desk_kind_get_letter (kind));
      g_assert_cmpuint (key, ==, i + 1);
    }

  g_assert_null (desk_kind_list_find (kinds, "other"));
  g_assert_null (desk_kind_list_find (kinds, NULL));

  g_assert_finalize_object (g_steal_pointer (&kinds));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/annotation/new", test_new);
  g_test_add_func ("/core/annotation/new-edges", test_new_edges);
  g_test_add_func ("/core/annotation/copies", test_copies);
  g_test_add_func ("/core/annotation/round-trip", test_round_trip);
  g_test_add_func ("/core/annotation/foreign", test_foreign);
  g_test_add_func ("/core/annotation/damaged", test_damaged);
  g_test_add_func ("/core/annotation/equal", test_equal);
  g_test_add_func ("/core/annotation/orders", test_orders);
  g_test_add_func ("/core/kinds", test_kinds);

  return g_test_run ();
}
