/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "desk-article-row-private.h"
#include "desk-sort-keys-private.h"
#include "store-fixture.h"

static void
assert_letter (const char *headline,
               const char *letter)
{
  g_auto (DeskSortKeys) keys = { NULL };
  gsize n_letter;
  gsize n_headline;
  gconstpointer letter_key;
  gconstpointer headline_key;

  desk_sort_keys_init (&keys, headline, NULL, NULL);
  g_assert_cmpstr (keys.letter, ==, letter);
  /* A section is never torn: all its keys begin alike. */
  letter_key = g_bytes_get_data (keys.letter_key, &n_letter);
  headline_key = g_bytes_get_data (keys.headline_key, &n_headline);
  g_assert_cmpuint (n_headline, >=, n_letter);
  g_assert_true (memcmp (letter_key, headline_key, n_letter) == 0);
}

static void
test_letters (void)
{
  assert_letter ("Boats", "B");
  assert_letter ("boats", "B");
  assert_letter ("“Boats” are back", "B");
  assert_letter ("— ‘zebra’", "Z");
  assert_letter ("2026 in pictures", "0–9");
  assert_letter ("٣ قتلى", "0–9");
  assert_letter ("上海", "漢");
  assert_letter ("Éclair", "É");
  assert_letter ("Ωmega", "Ω");
  assert_letter ("…", "");
  assert_letter ("", "");
  assert_letter (NULL, "");
  assert_letter ("\xf0\x9f\x9a\x80 Rocket", "R");
}

static void
assert_published (const char *published,
                  const char *day,
                  gint64 time)
{
  g_auto (DeskSortKeys) keys = { NULL };

  desk_sort_keys_init (&keys, NULL, NULL, published);
  g_assert_cmpstr (keys.published_day, ==, day);
  g_assert_cmpint (keys.published_time, ==, time);
}

static void
test_published (void)
{
  assert_published ("2026-11-23", "2026-11-23", -1);
  assert_published ("2026-11-23T07:05:09+01:00", "2026-11-23", 7 * 3600 + 5 * 60 + 9);
  assert_published ("2026-11-23 07:05", "2026-11-23", 7 * 3600 + 5 * 60);
  assert_published ("2026-11", "2026-11", -1);
  assert_published ("2026", "2026", -1);
  assert_published ("2026-11-23T", "2026-11-23", -1);
  assert_published ("2026-11-23T7", "2026-11-23", -1);
  assert_published ("yesterday", "", -1);
  assert_published ("-5", "", -1);
  assert_published ("20261123000000000000", "", -1);
  assert_published ("", "", -1);
  assert_published (NULL, "", -1);
}

static void
test_fold (void)
{
  g_autofree char *plain = desk_sort_fold ("“Ärger über Łódź”", 24);
  g_autofree char *cut = desk_sort_fold ("abcdefghij", 3);

  g_assert_cmpstr (plain, ==, "arger uber łodz”");
  g_assert_cmpstr (cut, ==, "abc");
}

static void
test_sources (void)
{
  g_auto (DeskSortKeys) upper = { NULL };
  g_auto (DeskSortKeys) lower = { NULL };
  g_auto (DeskSortKeys) none = { NULL };

  desk_sort_keys_init (&upper, NULL, "BBC", NULL);
  desk_sort_keys_init (&lower, NULL, "bbc", NULL);
  desk_sort_keys_init (&none, NULL, "", NULL);
  g_assert_false (g_bytes_equal (upper.source_key, lower.source_key));
  g_assert_cmpint (g_bytes_compare (none.source_key, upper.source_key), >, 0);
  g_assert_cmpint (g_bytes_compare (none.source_key, lower.source_key), >, 0);
}

static void
run_sql (StoreFixture *fixture,
         const char *sql)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 5000);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
}

/* A clock that went back a little, and one that was years ahead. */
static void
test_clock (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) next = g_date_time_add_days (now, 1);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *tomorrow = g_date_time_format (next, "%Y-%m-%d");
  g_autofree char *set_tomorrow = g_strdup_printf ("UPDATE article SET added_day = '%s'", tomorrow);
  g_autofree char *first = store_add_new (fixture->library, "First", "Words.");
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autofree char *key = NULL;

  run_sql (fixture, set_tomorrow);
  second = store_add_new (fixture->library, "Second", "Words.");
  key = desk_article_list_dup_section_key (list, 0);
  g_assert_cmpstr (key, ==, tomorrow);
  store_assert_sound (fixture->library);

  run_sql (fixture, "UPDATE article SET added_day = '2099-01-01' WHERE id > 1");
  third = store_add_new (fixture->library, "Third", "Words.");
  for (guint i = 0; i < 3; i++)
    {
      g_free (key);
      key = desk_article_list_dup_section_key (list, i);
      g_assert_cmpstr (key, ==, today);
    }
  store_assert_sound (fixture->library);
}

static gboolean
is_in_section (DeskArticleList *list,
               guint position,
               const char *section)
{
  g_autofree char *key = desk_article_list_dup_section_key (list, position);

  return g_strcmp0 (key, section) == 0;
}

/* Keys of another language are made again, in small steps, and lists follow. */
static void
test_collation (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (DeskArticleList) list = NULL;
  g_autofree char *headlines = NULL;

  for (guint i = 0; i < 450; i++)
    {
      g_autofree char *headline = g_strdup_printf ("%c%u", 'A' + (i * 7) % 26, i);
      g_autofree char *id = store_add_new (fixture->library, headline, "Words.");
    }
  store_close (fixture);
  run_sql (fixture,
           "UPDATE article SET headline_key = x'01', letter = 'wrong', letter_key = x'01' WHERE id > 20;"
           "INSERT INTO meta VALUES ('keys_from', '21')");
  store_reopen (fixture);
  list = store_list (fixture->library, DESK_SORT_HEADLINE, DESK_FILTER_ALL, NULL);
  store_count (fixture->library);
  store_count (fixture->library);
  store_wait_until (is_in_section (list, 449, "Z"));
  store_assert_sound (fixture->library);
  headlines = store_dup_headlines (list);
  g_assert_true (g_str_has_prefix (headlines, "A0,A104,A130,"));
}

static void
count_cb (guint *n_heard)
{
  (*n_heard)++;
}

static void
test_row (StoreFixture *fixture,
          gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Headline", "Words.");
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  DeskArticleRow *fresh = desk_article_row_new ();
  guint n_starred = 0;
  guint n_headline = 0;
  gboolean loaded;
  g_autofree char *headline = NULL;

  g_assert_false (desk_article_row_get_loaded (fresh));
  g_assert_null (desk_article_row_get_id (fresh));
  g_assert_null (desk_article_row_get_headline (fresh));
  g_assert_false (desk_article_row_get_unread (fresh));
  g_assert_finalize_object (fresh);

  g_object_get (row, "loaded", &loaded, "headline", &headline, NULL);
  g_assert_true (loaded);
  g_assert_cmpstr (headline, ==, "Headline");
  g_assert_cmpstr (desk_article_row_get_id (row), ==, id);
  g_assert_null (desk_article_row_get_source (row));
  g_assert_cmpstr (desk_article_row_get_lead (row), ==, "Words.");

  g_signal_connect_swapped (row, "notify::starred", G_CALLBACK (count_cb), &n_starred);
  g_signal_connect_swapped (row, "notify::headline", G_CALLBACK (count_cb), &n_headline);
  store_set_flag (fixture->library, id, DESK_CHANGE_STARRED, FALSE, TRUE);
  store_set_flag (fixture->library, id, DESK_CHANGE_STARRED, TRUE, TRUE);
  g_assert_true (desk_article_row_get_starred (row));
  g_assert_cmpuint (n_starred, ==, 1);
  g_assert_cmpuint (n_headline, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/keys/letters", test_letters);
  g_test_add_func ("/keys/published", test_published);
  g_test_add_func ("/keys/fold", test_fold);
  g_test_add_func ("/keys/sources", test_sources);
  g_test_add ("/keys/clock", StoreFixture, NULL, store_set_up, test_clock, store_tear_down);
  g_test_add ("/keys/collation", StoreFixture, NULL, store_set_up, test_collation, store_tear_down);
  g_test_add ("/keys/row", StoreFixture, NULL, store_set_up, test_row, store_tear_down);

  return g_test_run ();
}
