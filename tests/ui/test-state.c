/* What the windows showed, over a restart.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "desk-state.h"

static GFile *
make_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("newsdesk-XXXXXX", NULL);

  g_assert_nonnull (folder);
  /* The folder of the state is made when it is needed. */
  return g_file_new_build_filename (folder, "state", "newsdesk", "windows.ini", NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (GFile) file = make_file ();
  g_autoptr (GError) error = NULL;
  DeskState *state = desk_state_new (file);
  g_autofree guint *ids = NULL;
  g_autofree char *article = NULL;
  g_autofree char *odd = NULL;
  gsize n_ids;
  guint first, second;

  g_free (desk_state_dup_windows (state, &n_ids));
  g_assert_cmpuint (n_ids, ==, 0);

  first = desk_state_add_window (state);
  second = desk_state_add_window (state);
  g_assert_cmpuint (first, !=, second);
  desk_state_set_string (state, first, "article", "0191-abc");
  desk_state_set_string (state, second, "article", "sep;ara\ntor = [x] \xf0\x9f\x93\xb0");
  desk_state_set_boolean (state, second, "content-shown", TRUE);
  g_assert_true (desk_state_save (state, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (state);

  state = desk_state_new (file);
  ids = desk_state_dup_windows (state, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  g_assert_cmpuint (ids[0], ==, first);
  g_assert_cmpuint (ids[1], ==, second);
  article = desk_state_dup_string (state, first, "article");
  g_assert_cmpstr (article, ==, "0191-abc");
  odd = desk_state_dup_string (state, second, "article");
  g_assert_cmpstr (odd, ==, "sep;ara\ntor = [x] \xf0\x9f\x93\xb0");
  g_assert_true (desk_state_get_boolean (state, second, "content-shown"));
  g_assert_false (desk_state_get_boolean (state, first, "content-shown"));
  g_assert_null (desk_state_dup_string (state, 77, "article"));

  desk_state_remove_window (state, first);
  desk_state_set_string (state, second, "article", NULL);
  /* Nothing is saved on purpose: it happens by itself. */
  g_assert_finalize_object (state);

  state = desk_state_new (file);
  g_free (g_steal_pointer (&ids));
  ids = desk_state_dup_windows (state, &n_ids);
  g_assert_cmpuint (n_ids, ==, 1);
  g_assert_null (desk_state_dup_string (state, second, "article"));
  g_assert_finalize_object (state);
}

static void
test_library (void)
{
  g_autoptr (GFile) file = make_file ();
  DeskState *state = desk_state_new (file);
  gsize n_ids;

  g_assert_false (desk_state_get_boolean (state, DESK_STATE_LIBRARY, "analysis-paused"));
  desk_state_set_boolean (state, DESK_STATE_LIBRARY, "analysis-paused", TRUE);
  g_assert_finalize_object (state);

  /* It is not a window, and outlives all of them. */
  state = desk_state_new (file);
  g_free (desk_state_dup_windows (state, &n_ids));
  g_assert_cmpuint (n_ids, ==, 0);
  desk_state_remove_window (state, desk_state_add_window (state));
  g_assert_finalize_object (state);

  state = desk_state_new (file);
  g_assert_true (desk_state_get_boolean (state, DESK_STATE_LIBRARY, "analysis-paused"));
  g_assert_finalize_object (state);
}

static void
test_written_when_idle (void)
{
  g_autoptr (GFile) file = make_file ();
  g_autoptr (DeskState) state = desk_state_new (file);

  desk_state_add_window (state);
  g_assert_false (g_file_query_exists (file, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
test_damaged (void)
{
  const char *const contents[] = { "\xff\xfe\x00garbage", "[Window 1\narticle=a", "[Window 0]\na=b\n[Window x]\na=b\n[Other]\na=b\n",
                                   "[Window 99999999999999999999]\na=b\n", "" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GFile) file = make_file ();
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autoptr (DeskState) state = NULL;
      g_autoptr (GError) error = NULL;
      gsize n_ids;

      g_assert_true (g_file_make_directory_with_parents (folder, NULL, NULL));
      g_assert_true (g_file_set_contents (g_file_peek_path (file), contents[i], strlen (contents[i]), NULL));

      if (i < 2)
        g_test_expect_message ("desk-ui", G_LOG_LEVEL_MESSAGE, "*starts afresh*");
      state = desk_state_new (file);
      if (i < 2)
        g_test_assert_expected_messages ();

      g_free (desk_state_dup_windows (state, &n_ids));
      g_assert_cmpuint (n_ids, ==, 0);
      g_assert_cmpuint (desk_state_add_window (state), ==, 1);
      g_assert_true (desk_state_save (state, &error));
      g_assert_no_error (error);
    }
}

static void
test_many_windows (void)
{
  g_autoptr (GFile) file = make_file ();
  g_autoptr (DeskState) state = desk_state_new (file);
  gsize n_ids;

  for (guint i = 0; i < 500; i++)
    desk_state_add_window (state);

  g_free (desk_state_dup_windows (state, &n_ids));
  g_assert_cmpuint (n_ids, ==, 64);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/state/round-trip", test_round_trip);
  g_test_add_func ("/state/library", test_library);
  g_test_add_func ("/state/written-when-idle", test_written_when_idle);
  g_test_add_func ("/state/damaged", test_damaged);
  g_test_add_func ("/state/many-windows", test_many_windows);

  return g_test_run ();
}
