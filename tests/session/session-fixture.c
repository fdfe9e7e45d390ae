/* A session on a library of its own, and waiting for answers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session-fixture.h"

gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
got_result_cb (GObject *object,
               GAsyncResult *result,
               gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

void
wait_for_result (GAsyncResult **result)
{
  wait_until (*result != NULL);
}

void
wait_for_job (DeskImportJob *job)
{
  wait_until (!desk_import_job_get_running (job));
}

void
wait_for_analysis (DeskDocument *document)
{
  wait_until (!desk_document_get_analysing (document));
}

void
delete_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        delete_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
open_session (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->session = desk_session_new (fixture->folder);
  desk_session_open_async (fixture->session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_session_open_finish (fixture->session, result, &error));
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("newsdesk-session-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  open_session (fixture);
}

void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  desk_session_close (fixture->session);
  g_assert_finalize_object (fixture->session);
  delete_folder (fixture->folder);
  g_free (fixture->folder);
}

void
fixture_restart (Fixture *fixture)
{
  desk_session_close (fixture->session);
  g_assert_finalize_object (fixture->session);
  open_session (fixture);
}

DeskDocument *
fixture_open_text (Fixture *fixture,
                   const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DeskImportJob) job = desk_session_import_bytes (fixture->session, bytes, "text/plain", "test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DeskDocument *document;

  wait_for_job (job);
  g_assert_nonnull (desk_import_job_get_first_id (job));
  desk_session_open_article_async (fixture->session, desk_import_job_get_first_id (job), NULL, got_result_cb, &result);
  wait_for_result (&result);
  document = desk_session_open_article_finish (fixture->session, result, &error);
  g_assert_no_error (error);

  return document;
}
