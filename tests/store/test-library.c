/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

static void
collect_cb (GPtrArray *heard,
            const char *id)
{
  g_ptr_array_add (heard, g_strdup (id));
}

static void
test_round_trip (StoreFixture *fixture,
                 gconstpointer data)
{
  static const char *const authors[] = { "Mara Whitfield", "Jonas Brandt", NULL };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (DeskArticle) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uuid = desk_uuid_new ();
  g_autofree char *id = NULL;
  gboolean added = FALSE;
  DeskBlock *block;
  DeskLeftOut *left_out;
  DeskImage *image;
  guint start;

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, "Ferry 🚢 runs aground");
  desk_version_builder_add_left_out (builder, "Share this", DESK_LEFT_OUT_REASON_SHARE);
  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  desk_version_builder_append_text (builder, "Nobody was hurt, ", -1);
  start = desk_version_builder_get_offset (builder);
  desk_version_builder_append_text (builder, "the harbour master", -1);
  desk_version_builder_add_span (builder, start, desk_version_builder_get_offset (builder), DESK_SPAN_KIND_LINK, "https://harbour.example/");
  desk_version_builder_append_text (builder, " said.", -1);
  desk_version_builder_end_block (builder);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_CAPTION, "The ferry at dawn");
  desk_version_builder_add_image (builder, "ferry.jpg", "A ferry", "J. Brandt", 2);
  version = desk_version_builder_end (builder);

  article = desk_article_new (uuid, version);
  desk_article_set_field (article, DESK_FIELD_HEADLINE, "Ferry 🚢 runs aground", DESK_ORIGIN_MARKUP, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_PUBLISHED, "2026-11-20T07:15:00+01:00", DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
  desk_article_set_field (article, DESK_FIELD_KEYWORDS, "sea\nferry", DESK_ORIGIN_META, DESK_CONFIDENCE_WEAK);
  desk_article_set_authors (article, authors);
  desk_article_add_warning (article, "One picture is missing.");
  desk_article_set_original (article, "text/html", NULL, 0, "ferry.html");

  g_signal_connect_swapped (fixture->library, "article-added", G_CALLBACK (collect_cb), heard);
  id = store_add (fixture->library, article, "<p>ferry", &added, &error);
  g_assert_no_error (error);
  g_assert_true (added);
  g_assert_cmpstr (id, ==, uuid);
  g_assert_cmpuint (heard->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (heard, 0), ==, uuid);

  store_reopen (fixture);
  loaded = store_load (fixture->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_version_get_hash (desk_article_get_version (loaded)), ==, desk_version_get_hash (version));
  g_assert_cmpuint (desk_version_get_n_blocks (desk_article_get_version (loaded)), ==, 3);
  block = desk_version_get_block (desk_article_get_version (loaded), 1);
  g_assert_cmpint (block->kind, ==, DESK_BLOCK_KIND_PARAGRAPH);
  g_assert_cmpuint (block->spans->len, ==, 1);
  g_assert_cmpuint (((DeskSpan *) g_ptr_array_index (block->spans, 0))->start, ==, start);
  g_assert_cmpstr (((DeskSpan *) g_ptr_array_index (block->spans, 0))->href, ==, "https://harbour.example/");
  left_out = g_ptr_array_index (desk_version_get_left_out (desk_article_get_version (loaded)), 0);
  g_assert_cmpstr (left_out->text, ==, "Share this");
  g_assert_cmpint (left_out->why, ==, DESK_LEFT_OUT_REASON_SHARE);
  g_assert_cmpint (left_out->after, ==, 0);
  image = g_ptr_array_index (desk_version_get_images (desk_article_get_version (loaded)), 0);
  g_assert_cmpstr (image->src, ==, "ferry.jpg");
  g_assert_cmpstr (image->credit, ==, "J. Brandt");
  g_assert_cmpint (image->caption_block, ==, 2);
  g_assert_cmpstr (desk_article_get_published (loaded), ==, "2026-11-20T07:15:00+01:00");
  g_assert_cmpint (desk_article_get_origin (loaded, DESK_FIELD_PUBLISHED), ==, DESK_ORIGIN_META);
  g_assert_cmpint (desk_article_get_confidence (loaded, DESK_FIELD_HEADLINE), ==, DESK_CONFIDENCE_SURE);
  g_assert_cmpstr (desk_article_get_field (loaded, DESK_FIELD_KEYWORDS), ==, "sea\nferry");
  g_assert_null (desk_article_get_field (loaded, DESK_FIELD_DEK));
  g_assert_cmpstrv (desk_article_get_authors (loaded), authors);
  g_assert_cmpstr (desk_article_get_warnings (loaded)[0], ==, "One picture is missing.");
  g_assert_cmpstr (desk_article_get_media_type (loaded), ==, "text/html");
  g_assert_cmpstr (desk_article_get_original_name (loaded), ==, "ferry.html");
  g_assert_cmpint (desk_article_get_original_size (loaded), ==, 8);
  g_assert_true (desk_article_get_unread (loaded));
  g_assert_cmpint (ABS (desk_article_get_added (loaded) - g_get_real_time ()), <, G_TIME_SPAN_MINUTE);

  desk_library_load_original_async (fixture->library, id, NULL, store_async_cb, &result);
  original = desk_library_load_original_finish (fixture->library, store_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (original, NULL), g_bytes_get_size (original), "<p>ferry", 8);
  store_assert_sound (fixture->library);
}

static void
test_same_bytes (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DeskArticle) first = store_new_article ("Harvest", "The wheat is in.");
  g_autoptr (DeskArticle) again = store_new_article ("Harvest", "The wheat is in.");
  g_autoptr (DeskArticle) other = store_new_article ("Another story of the same file", "The barley is not.");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) nothing = NULL;
  g_autofree char *first_id = store_add (fixture->library, first, "bytes", NULL, &error);
  g_autofree char *again_id = NULL;
  g_autofree char *other_id = NULL;
  g_autofree char *revived_id = NULL;
  g_autofree char *found = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "bytes", -1);
  gboolean added = TRUE;

  again_id = store_add (fixture->library, again, "bytes", &added, &error);
  g_assert_no_error (error);
  g_assert_false (added);
  g_assert_cmpstr (again_id, ==, first_id);
  g_assert_cmpuint (store_count (fixture->library).all, ==, 1);

  /* A file may hold several articles. */
  other_id = store_add (fixture->library, other, "bytes", &added, &error);
  g_assert_true (added);
  g_assert_cmpstr (other_id, !=, first_id);

  desk_library_find_original_async (fixture->library, sha256, NULL, store_async_cb, &result);
  found = desk_library_find_original_finish (fixture->library, store_await (&result), &error);
  g_assert_cmpstr (found, ==, first_id);
  desk_library_find_original_async (fixture->library, "0", NULL, store_async_cb, &nothing);
  g_assert_null (desk_library_find_original_finish (fixture->library, store_await (&nothing), &error));
  g_assert_no_error (error);

  /* A deleted one comes back to life. */
  store_set_flag (fixture->library, first_id, DESK_CHANGE_DELETED, FALSE, TRUE);
  g_assert_null (store_load (fixture->library, first_id, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  revived_id = store_add (fixture->library, again, "bytes", &added, &error);
  g_assert_no_error (error);
  g_assert_false (added);
  g_assert_cmpstr (revived_id, ==, first_id);
  g_assert_cmpuint (store_count (fixture->library).all, ==, 2);
  store_assert_sound (fixture->library);
}

static void
test_reading (StoreFixture *fixture,
              gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Bridge", "The bridge is closed for a week.");
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect_swapped (fixture->library, "article-changed", G_CALLBACK (collect_cb), heard);
  desk_library_mark_read (fixture->library, id);
  desk_library_mark_read (fixture->library, id);
  for (guint i = 0; i <= 12; i++)
    desk_library_set_position (fixture->library, id, i);
  desk_library_set_position (fixture->library, "no such article", 3);

  article = store_load (fixture->library, id, NULL);
  g_assert_false (desk_article_get_unread (article));
  g_assert_cmpuint (desk_article_get_position (article), ==, 12);
  g_assert_cmpuint (heard->len, ==, 1);
  g_assert_cmpuint (store_count (fixture->library).unread, ==, 0);
}

static void
test_many_at_once (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  GAsyncResult *results[300] = { NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *headline = g_strdup_printf ("Story %u", i);
      DeskArticle *article;

      /* One that is there already does no harm to its neighbours. */
      if (i == 150)
        article = g_object_ref (g_ptr_array_index (articles, 0));
      else
        article = store_new_article (headline, "Words.");
      g_ptr_array_add (articles, article);
      desk_library_add_article_async (fixture->library, article, NULL, NULL, store_async_cb, &results[i]);
    }
  store_wait_until (results[G_N_ELEMENTS (results) - 1] != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *id = desk_library_add_article_finish (fixture->library, results[i], NULL, &error);

      if (i == 150)
        g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
      else
        g_assert_no_error (error);
      g_clear_error (&error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (store_count (fixture->library).all, ==, G_N_ELEMENTS (results) - 1);
  store_assert_sound (fixture->library);
}

static void
test_closed (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (DeskArticle) article = store_new_article ("Late", "Too late.");
  g_autoptr (GError) error = NULL;

  desk_library_close (fixture->library);
  g_assert_null (store_add (fixture->library, article, "x", NULL, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
}

static void
test_purge (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *kept = store_add_new (fixture->library, "Kept", "This one stays.");
  g_autofree char *gone = store_add_new (fixture->library, "Gone", "This one goes.");
  g_autoptr (DeskAnnotation) annotation = store_mark (fixture->library, gone, 0, 4, "A note");
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GError) error = NULL;

  store_set_flag (fixture->library, gone, DESK_CHANGE_DELETED, FALSE, TRUE);
  desk_library_purge (fixture->library, g_get_real_time () - G_TIME_SPAN_HOUR);
  store_count (fixture->library);
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store_count (fixture->library).all, ==, 2);
  g_clear_object (&step);

  step = store_redo (fixture->library, &error);
  desk_library_purge (fixture->library, g_get_real_time () + G_TIME_SPAN_HOUR);
  g_assert_cmpuint (store_count (fixture->library).all, ==, 1);
  g_clear_object (&step);

  /* What is gone for good cannot be brought back, and bars no way: the next step is the mark on it, gone as well. */
  g_assert_null (store_undo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (store_undo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (store_undo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
  store_assert_sound (fixture->library);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/library/round-trip", StoreFixture, NULL, store_set_up, test_round_trip, store_tear_down);
  g_test_add ("/library/same-bytes", StoreFixture, NULL, store_set_up, test_same_bytes, store_tear_down);
  g_test_add ("/library/reading", StoreFixture, NULL, store_set_up, test_reading, store_tear_down);
  g_test_add ("/library/many-at-once", StoreFixture, NULL, store_set_up, test_many_at_once, store_tear_down);
  g_test_add ("/library/closed", StoreFixture, NULL, store_set_up, test_closed, store_tear_down);
  g_test_add ("/library/purge", StoreFixture, NULL, store_set_up, test_purge, store_tear_down);

  return g_test_run ();
}
