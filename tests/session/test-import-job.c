/* Imports of folders: progress, duplicates, failures, cancelling; the queue of the analysis.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session-fixture.h"

static char *
write_file (const char *folder,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

static char *
make_folder (guint n_files)
{
  char *folder = g_dir_make_tmp ("newsdesk-import-XXXXXX", NULL);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("part-%u/story-%u.txt", i % 3, i);
      g_autofree char *text = g_strdup_printf ("Story Number %u\n\nThe council of Oslo met for the %uth time. It will meet again.\n", i, i);

      g_free (write_file (folder, name, text));
    }

  return folder;
}

static DeskImportJob *
import_folder (Fixture *fixture,
               const char *folder)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  g_list_store_append (files, file);

  return desk_session_import_files (fixture->session, G_LIST_MODEL (files));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_folder (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *folder = make_folder (40);
  g_autofree char *empty = write_file (folder, "empty.txt", "");
  g_autofree char *hidden = write_file (folder, ".hidden.txt", "A Hidden File\n\nIt is not asked for.\n");
  g_autoptr (DeskImportJob) job = NULL;
  g_autoptr (DeskImportJob) again = NULL;
  g_autoptr (DeskImportFailure) failure = NULL;
  guint inputs = 0, finished = 0;

  job = import_folder (fixture, folder);
  g_signal_connect_swapped (job, "input-done", G_CALLBACK (count_cb), &inputs);
  g_signal_connect_swapped (job, "finished", G_CALLBACK (count_cb), &finished);
  wait_for_job (job);

  g_assert_cmpuint (desk_import_job_get_total (job), ==, 41);
  g_assert_cmpuint (desk_import_job_get_done (job), ==, 41);
  g_assert_cmpuint (desk_import_job_get_added (job), ==, 40);
  g_assert_cmpuint (desk_import_job_get_duplicates (job), ==, 0);
  g_assert_cmpuint (inputs, ==, 41);
  g_assert_cmpuint (finished, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (desk_import_job_get_failures (job)), ==, 1);
  failure = g_list_model_get_item (desk_import_job_get_failures (job), 0);
  g_assert_true (g_str_has_suffix (desk_import_failure_get_name (failure), "empty.txt"));
  g_assert_cmpstr (desk_import_failure_get_code (failure), ==, "empty");

  again = import_folder (fixture, folder);
  wait_for_job (again);
  g_assert_cmpuint (desk_import_job_get_added (again), ==, 0);
  g_assert_cmpuint (desk_import_job_get_duplicates (again), ==, 40);

  delete_folder (folder);
}

static void
cancel_cb (DeskImportJob *job)
{
  if (desk_import_job_get_done (job) == 10)
    desk_import_job_cancel (job);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *folder = make_folder (200);
  g_autoptr (DeskImportJob) job = import_folder (fixture, folder);
  guint finished = 0;
  DeskLibraryCounts counts;
  g_autoptr (GAsyncResult) result = NULL;

  g_signal_connect (job, "notify::done", G_CALLBACK (cancel_cb), NULL);
  g_signal_connect_swapped (job, "finished", G_CALLBACK (count_cb), &finished);
  wait_for_job (job);

  g_assert_true (desk_import_job_get_cancelled (job));
  g_assert_cmpuint (finished, ==, 1);
  g_assert_cmpuint (desk_import_job_get_done (job), <, 200);
  g_assert_cmpuint (g_list_model_get_n_items (desk_import_job_get_failures (job)), ==, 0);

  /* What was confirmed is there. */
  desk_library_count_async (desk_session_get_library (fixture->session), NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_library_count_finish (desk_session_get_library (fixture->session), result, &counts, NULL));
  g_assert_cmpuint (counts.all, >=, desk_import_job_get_added (job));

  delete_folder (folder);
}

static void
test_missing_file (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DeskImportJob) job = import_folder (fixture, "/nonexistent/story.txt");

  wait_for_job (job);
  g_assert_cmpuint (desk_import_job_get_total (job), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (desk_import_job_get_failures (job)), ==, 1);
  g_assert_null (desk_import_job_get_first_id (job));
}

static void
test_background_analysis (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *folder = make_folder (20);
  g_autoptr (DeskImportJob) job = NULL;
  g_autoptr (DeskArticleList) list = NULL;
  DeskQuery query = { .search = (char *) "oslo" };

  desk_session_analyze (fixture->session);
  job = import_folder (fixture, folder);
  wait_for_job (job);
  wait_until (!desk_session_get_analysing (fixture->session));

  list = desk_library_create_list (desk_session_get_library (fixture->session), &query);
  wait_until (!desk_article_list_get_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20);

  delete_folder (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/session/import/folder", test_folder);
  ADD ("/session/import/cancel", test_cancel);
  ADD ("/session/import/missing-file", test_missing_file);
  ADD ("/session/import/background-analysis", test_background_analysis);

  return g_test_run ();
}
