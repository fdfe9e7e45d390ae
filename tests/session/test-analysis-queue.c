/* The analysis of the library in the background: counted, paused, gone on with after a restart.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analyzer.h"
#include "session-fixture.h"

static void
import_texts (Fixture *fixture,
              guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Ferry Line %u Sold\n\nAnna Berg said on Monday that line %u was sold.\n", i, i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (DeskImportJob) job = desk_session_import_bytes (fixture->session, bytes, "text/plain", NULL);

      wait_for_job (job);
    }
}

static guint
count_unanalysed (Fixture *fixture)
{
  DeskLibrary *library = desk_session_get_library (fixture->session);
  g_autoptr (GAsyncResult) result = NULL;
  guint count;

  desk_library_count_unanalysed_async (library, DESK_ANALYSIS_ENGINE, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_library_count_unanalysed_finish (library, result, &count, NULL));
  return count;
}

static void
get_progress (Fixture *fixture,
              guint *done,
              guint *total)
{
  g_object_get (desk_session_get_analysis_queue (fixture->session), "done", done, "total", total, NULL);
}

static guint
get_left (Fixture *fixture)
{
  guint done, total;

  get_progress (fixture, &done, &total);

  return total - done;
}

static void
test_pause (Fixture *fixture,
            gconstpointer data)
{
  DeskAnalysisQueue *queue = desk_session_get_analysis_queue (fixture->session);
  g_autoptr (DeskDocument) document = NULL;
  guint done, total;

  desk_analysis_queue_set_paused (queue, TRUE);
  desk_session_analyze (fixture->session);
  import_texts (fixture, 6);
  wait_until (desk_analysis_queue_get_busy (queue));
  g_assert_cmpuint (count_unanalysed (fixture), ==, 6);
  wait_until (get_left (fixture) == 6);

  /* What is opened does not wait. */
  document = fixture_open_text (fixture, "Harbour Closed\n\nMayor Helen Marsh closed the harbour.\n");
  wait_for_analysis (document);
  g_assert_nonnull (desk_document_get_analysis (document));
  wait_until (count_unanalysed (fixture) == 6);
  wait_until (get_left (fixture) == 6);

  desk_analysis_queue_set_paused (queue, FALSE);
  wait_until (!desk_analysis_queue_get_busy (queue));
  g_assert_cmpuint (count_unanalysed (fixture), ==, 0);
  get_progress (fixture, &done, &total);
  g_assert_cmpuint (done, ==, 0);
  g_assert_cmpuint (total, ==, 0);
}

/* It rests from the start, and yet says how many are left. */
static void
test_paused_start (Fixture *fixture,
                   gconstpointer data)
{
  DeskAnalysisQueue *queue;
  g_autoptr (DeskDocument) document = NULL;

  desk_analysis_queue_set_paused (desk_session_get_analysis_queue (fixture->session), TRUE);
  import_texts (fixture, 3);
  document = fixture_open_text (fixture, "Harbour Closed\n\nMayor Helen Marsh closed the harbour.\n");
  wait_for_analysis (document);
  wait_until (count_unanalysed (fixture) == 3);
  g_clear_object (&document);
  fixture_restart (fixture);

  queue = desk_session_get_analysis_queue (fixture->session);
  desk_analysis_queue_set_paused (queue, TRUE);
  desk_session_analyze (fixture->session);
  wait_until (get_left (fixture) == 3);
  g_assert_true (desk_analysis_queue_get_busy (queue));

  desk_analysis_queue_set_paused (queue, FALSE);
  wait_until (!desk_analysis_queue_get_busy (queue));
  g_assert_cmpuint (count_unanalysed (fixture), ==, 0);

  /* With nothing left there is nothing to go on with. */
  desk_analysis_queue_set_paused (queue, TRUE);
  desk_session_analyze (fixture->session);
  g_assert_true (desk_analysis_queue_get_busy (queue));
  wait_until (!desk_analysis_queue_get_busy (queue));
}

static void
delete_article (Fixture *fixture,
                const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk_session_delete_async (fixture->session, ids, NULL, got_result_cb, &result);
  wait_for_result (&result);
  desk_session_action_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

/* The only one left is deleted while it waits. */
static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  DeskAnalysisQueue *queue = desk_session_get_analysis_queue (fixture->session);
  const char *text = "Ferry Sold\n\nAnna Berg sold it.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (DeskImportJob) job = NULL;

  desk_analysis_queue_set_paused (queue, TRUE);
  job = desk_session_import_bytes (fixture->session, bytes, "text/plain", NULL);
  wait_for_job (job);
  wait_until (get_left (fixture) == 1);
  delete_article (fixture, desk_import_job_get_first_id (job));
  wait_until (!desk_analysis_queue_get_busy (queue));
}

/* Another program adds articles to the same library. */
static void
test_foreign (Fixture *fixture,
              gconstpointer data)
{
  Fixture other = { fixture->folder, desk_session_new (fixture->folder) };
  g_autoptr (GAsyncResult) result = NULL;

  desk_session_open_async (other.session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_session_open_finish (other.session, result, NULL));
  g_clear_object (&result);
  desk_analysis_queue_set_paused (desk_session_get_analysis_queue (other.session), TRUE);
  import_texts (&other, 2);
  desk_session_close (other.session);
  g_assert_finalize_object (other.session);

  wait_until (count_unanalysed (fixture) == 0);
}

static void
progress_cb (DeskAnalysisQueue *queue,
             GParamSpec *pspec,
             guint *most)
{
  guint done, total;

  g_object_get (queue, "done", &done, "total", &total, NULL);
  if (total > 0)
    g_assert_cmpuint (done, <=, total);
  *most = MAX (*most, total);
}

static void
test_restart (Fixture *fixture,
              gconstpointer data)
{
  guint most = 0;

  desk_analysis_queue_set_paused (desk_session_get_analysis_queue (fixture->session), TRUE);
  desk_session_analyze (fixture->session);
  import_texts (fixture, 5);
  fixture_restart (fixture);
  g_assert_cmpuint (count_unanalysed (fixture), ==, 5);

  g_signal_connect (desk_session_get_analysis_queue (fixture->session), "notify::total", G_CALLBACK (progress_cb), &most);
  g_signal_connect (desk_session_get_analysis_queue (fixture->session), "notify::done", G_CALLBACK (progress_cb), &most);
  desk_session_analyze (fixture->session);
  wait_until (!desk_session_get_analysing (fixture->session));
  g_assert_cmpuint (count_unanalysed (fixture), ==, 0);
  g_assert_cmpuint (most, >=, 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/analysis-queue/pause", Fixture, NULL, fixture_set_up, test_pause, fixture_tear_down);
  g_test_add ("/analysis-queue/paused-start", Fixture, NULL, fixture_set_up, test_paused_start, fixture_tear_down);
  g_test_add ("/analysis-queue/deleted", Fixture, NULL, fixture_set_up, test_deleted, fixture_tear_down);
  g_test_add ("/analysis-queue/foreign", Fixture, NULL, fixture_set_up, test_foreign, fixture_tear_down);
  g_test_add ("/analysis-queue/restart", Fixture, NULL, fixture_set_up, test_restart, fixture_tear_down);

  return g_test_run ();
}
