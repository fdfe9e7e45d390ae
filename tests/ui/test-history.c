/* Going back and forward.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-history.h"

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_walk (void)
{
  DeskHistory *history = desk_history_new ();
  int changes = 0;

  g_signal_connect_swapped (history, "changed", G_CALLBACK (count_cb), &changes);

  g_assert_null (desk_history_get_current (history));
  g_assert_null (desk_history_go_back (history));
  g_assert_null (desk_history_go_forward (history));

  desk_history_visit (history, "a");
  desk_history_visit (history, "b");
  desk_history_visit (history, "b");
  desk_history_visit (history, "c");
  g_assert_cmpint (changes, ==, 3);

  g_assert_cmpstr (desk_history_go_back (history), ==, "b");
  g_assert_cmpstr (desk_history_go_back (history), ==, "a");
  g_assert_false (desk_history_can_go_back (history));
  g_assert_cmpstr (desk_history_go_forward (history), ==, "b");
  g_assert_true (desk_history_can_go_forward (history));

  /* What lay ahead is forgotten. */
  desk_history_visit (history, "d");
  g_assert_false (desk_history_can_go_forward (history));
  g_assert_cmpstr (desk_history_go_back (history), ==, "b");

  desk_history_clear (history);
  g_assert_null (desk_history_get_current (history));
  g_assert_false (desk_history_can_go_forward (history));

  g_assert_finalize_object (history);
}

static void
test_remove (void)
{
  g_autoptr (DeskHistory) history = desk_history_new ();

  desk_history_visit (history, "a");
  desk_history_visit (history, "b");
  desk_history_visit (history, "a");
  desk_history_visit (history, "c");

  /* Both "a" would stand side by side. */
  desk_history_remove (history, "b");
  g_assert_cmpstr (desk_history_get_current (history), ==, "c");
  g_assert_cmpstr (desk_history_go_back (history), ==, "a");
  g_assert_false (desk_history_can_go_back (history));
  g_assert_cmpstr (desk_history_go_forward (history), ==, "c");

  desk_history_remove (history, "c");
  g_assert_cmpstr (desk_history_get_current (history), ==, "a");
  g_assert_false (desk_history_can_go_forward (history));

  desk_history_remove (history, "not there");
  desk_history_remove (history, "a");
  g_assert_null (desk_history_get_current (history));
  g_assert_false (desk_history_can_go_back (history));
}

static void
test_remove_all_but_ahead (void)
{
  g_autoptr (DeskHistory) history = desk_history_new ();

  desk_history_visit (history, "a");
  desk_history_visit (history, "b");
  desk_history_go_back (history);
  desk_history_remove (history, "a");

  g_assert_cmpstr (desk_history_get_current (history), ==, "b");
  g_assert_false (desk_history_can_go_forward (history));
}

static void
test_limit (void)
{
  g_autoptr (DeskHistory) history = desk_history_new ();
  guint back = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      desk_history_visit (history, id);
    }

  g_assert_cmpstr (desk_history_get_current (history), ==, "999");
  while (desk_history_go_back (history) != NULL)
    back++;
  g_assert_cmpuint (back, ==, 199);
  g_assert_cmpstr (desk_history_get_current (history), ==, "800");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/walk", test_walk);
  g_test_add_func ("/history/remove", test_remove);
  g_test_add_func ("/history/remove-all-but-ahead", test_remove_all_but_ahead);
  g_test_add_func ("/history/limit", test_limit);

  return g_test_run ();
}
