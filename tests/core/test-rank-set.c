/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rank-set-private.h"

static void
test_empty (void)
{
  g_autoptr (DeskRankSet) none = desk_rank_set_new (0);
  g_autoptr (DeskRankSet) one = desk_rank_set_new (1);
  guint rank = 0;

  g_assert_false (desk_rank_set_find (none, &rank));
  g_assert_false (desk_rank_set_find (one, &rank));
  g_assert_false (desk_rank_set_remove (one, 0));
  desk_rank_set_add (one, 0);
  g_assert_true (desk_rank_set_find (one, &rank));
  g_assert_cmpuint (rank, ==, 0);
  rank = 1;
  g_assert_false (desk_rank_set_find (one, &rank));
  g_assert_cmpuint (rank, ==, 1);
}

/* Against a plain array. */
static void
test_random (void)
{
  static const guint sizes[] = { 1, 63, 64, 65, 128, 4095, 4096, 4097, 300000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (DeskRankSet) set = desk_rank_set_new (sizes[s]);
      g_autofree gboolean *plain = g_new0 (gboolean, sizes[s]);

      for (guint i = 0; i < 500; i++)
        {
          guint rank = g_test_rand_int_range (0, sizes[s]);
          guint found = g_test_rand_int_range (0, sizes[s] + 2);
          guint expected = found;

          if (g_test_rand_bit ())
            {
              desk_rank_set_add (set, rank);
              plain[rank] = TRUE;
            }
          else
            {
              g_assert_cmpint (desk_rank_set_remove (set, rank), ==, plain[rank]);
              plain[rank] = FALSE;
            }
          g_assert_cmpint (desk_rank_set_contains (set, rank), ==, plain[rank]);

          while (expected < sizes[s] && !plain[expected])
            expected++;
          if (desk_rank_set_find (set, &found))
            g_assert_cmpuint (found, ==, expected);
          else
            g_assert_cmpuint (expected, >=, sizes[s]);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/rank-set/empty", test_empty);
  g_test_add_func ("/core/rank-set/random", test_random);

  return g_test_run ();
}
