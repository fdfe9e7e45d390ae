/* Two programs on one library: a window and a command line, say.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

static void
count_cb (guint *n_heard)
{
  (*n_heard)++;
}

static void
test_foreign_changes (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLibrary) other = store_open (fixture->folder, &error);
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleList) search = store_list (fixture->library, DESK_SORT_HEADLINE, DESK_FILTER_ALL, "words");
  g_autoptr (DeskAnnotation) annotation = NULL;
  g_autoptr (DeskStep) step = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *headlines = NULL;
  g_autofree char *found = NULL;
  guint n_resets = 0;

  g_assert_no_error (error);
  g_assert_false (desk_library_get_read_only (other));
  g_signal_connect_swapped (fixture->library, "reset", G_CALLBACK (count_cb), &n_resets);

  /* Nobody says anything: the log is watched. */
  first = store_add_new (other, "By the other", "Some words.");
  store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1);
  store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (search)) == 1);
  g_assert_cmpuint (n_resets, >=, 1);

  second = store_add_new (fixture->library, "By this one", "More words.");
  annotation = store_mark (other, second, 0, 4, NULL);
  store_set_flag (other, first, DESK_CHANGE_STARRED, FALSE, TRUE);
  desk_library_look_around (fixture->library);
  store_count (fixture->library);
  headlines = store_dup_headlines (list);
  g_assert_cmpstr (headlines, ==, "By this one,By the other");
  found = store_dup_headlines (search);
  g_assert_cmpstr (found, ==, "By the other,By this one");
  {
    g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), 0);

    store_wait_until (desk_article_row_get_n_marks (row) == 1);
  }

  /* Steps are those of the library, whoever made them. */
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store_count (fixture->library).starred, ==, 0);
  store_assert_sound (other);
  desk_library_close (other);
}

/* Many rows come from elsewhere: those that are there already stay who they are. */
static void
test_identity (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLibrary) other = store_open (fixture->folder, &error);
  g_autoptr (DeskArticleList) list = NULL;
  g_autoptr (DeskArticleRow) first = NULL;
  g_autoptr (DeskArticleRow) last = NULL;
  g_autoptr (DeskArticleRow) first_again = NULL;
  g_autoptr (DeskArticleRow) last_again = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = store_add_new (fixture->library, "Mine", "Words.");
    }
  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  last = g_list_model_get_item (G_LIST_MODEL (list), 399);
  store_wait_until (desk_article_row_get_loaded (last));

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = store_add_new (other, "Theirs", "Words.");
    }
  desk_library_look_around (fixture->library);
  store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 430);
  first_again = g_list_model_get_item (G_LIST_MODEL (list), 30);
  last_again = g_list_model_get_item (G_LIST_MODEL (list), 429);
  g_assert_true (first == first_again);
  g_assert_true (last == last_again);
  desk_library_close (other);
}

/* Somebody holds the library for longer than one waits. */
static void
test_busy (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autoptr (DeskArticle) article = store_new_article ("Late", "Words.");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  sqlite3 *connection = NULL;

  store_count (fixture->library);
  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 5000);
  g_assert_cmpint (sqlite3_exec (connection, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (store_add (fixture->library, article, "x", NULL, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);
  /* Reading goes on. */
  g_assert_cmpuint (store_count (fixture->library).all, ==, 0);
  g_assert_cmpint (sqlite3_exec (connection, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);

  id = store_add (fixture->library, article, "x", NULL, &error);
  g_assert_no_error (error);
}

/* Both start on a machine without a library at the same moment. */
static void
test_both_make_it (void)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *folder = g_dir_make_tmp ("newsdesk-store-XXXXXX", NULL);
      g_autofree char *below = g_build_filename (folder, "a", "b", NULL);
      GAsyncResult *results[4] = { NULL };
      DeskLibrary *libraries[4];
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (results); i++)
        desk_library_open_async (below, NULL, store_async_cb, &results[i]);
      for (guint i = 0; i < G_N_ELEMENTS (results); i++)
        {
          g_autofree char *id = NULL;

          libraries[i] = desk_library_open_finish (store_await (&results[i]), &error);
          g_assert_no_error (error);
          g_assert_false (desk_library_get_read_only (libraries[i]));
          id = store_add_new (libraries[i], "One of four", "Words.");
        }
      for (guint i = 0; i < G_N_ELEMENTS (results); i++)
        g_assert_cmpuint (store_count (libraries[i]).all, ==, 4);
      for (guint i = 0; i < G_N_ELEMENTS (results); i++)
        {
          desk_library_close (libraries[i]);
          g_object_unref (results[i]);
          g_object_unref (libraries[i]);
        }
      store_remove_folder (folder);
    }
}

/* Several threads with libraries of their own on one folder, each writing and reading. */
typedef struct
{
  const char *folder;
  guint number;
} Worker;

static gpointer
worker_thread (gpointer data)
{
  Worker *worker = data;
  GMainContext *context = g_main_context_new ();
  GAsyncResult *result = NULL;
  g_autoptr (DeskLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (context);
  desk_library_open_async (worker->folder, NULL, store_async_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  library = desk_library_open_finish (result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);

  for (guint round = 0; round < 30; round++)
    {
      g_autofree char *headline = g_strdup_printf ("Worker %u, round %u", worker->number, round);
      g_autoptr (DeskArticle) article = store_new_article (headline, "Words of a worker.");
      g_autofree char *id = NULL;

      desk_library_add_article_async (library, article, NULL, NULL, store_async_cb, &result);
      while (result == NULL)
        g_main_context_iteration (context, TRUE);
      id = desk_library_add_article_finish (library, result, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, desk_article_get_id (article));
      g_clear_object (&result);
    }

  desk_library_close (library);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_clear_object (&library);
  g_main_context_pop_thread_default (context);
  g_main_context_unref (context);

  return NULL;
}

static void
test_workers (StoreFixture *fixture,
              gconstpointer data)
{
  Worker workers[4];
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      workers[i] = (Worker) { fixture->folder, i };
      threads[i] = g_thread_new ("worker", worker_thread, &workers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (store_count (fixture->library).all, ==, 120);
  store_assert_sound (fixture->library);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/instances/foreign-changes", StoreFixture, NULL, store_set_up, test_foreign_changes, store_tear_down);
  g_test_add ("/instances/identity", StoreFixture, NULL, store_set_up, test_identity, store_tear_down);
  g_test_add ("/instances/busy", StoreFixture, NULL, store_set_up, test_busy, store_tear_down);
  g_test_add_func ("/instances/both-make-it", test_both_make_it);
  g_test_add ("/instances/workers", StoreFixture, NULL, store_set_up, test_workers, store_tear_down);

  return g_test_run ();
}
