/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-edtf.h"

static void
test_valid (void)
{
  static const char *const valid[] = {
    "2022", "2022-06", "2023-02-07", "2024-02-29", "2023~", "2023-02?", "2023-02-07%", "202X", "19XX", "2023-XX",
    "2023-02-XX", "2023-21", "2023-24~", "2023-W05", "2023-W53", "2022-06/2022-08", "2023-01-01/..", "../2023", "2023/",
    "/2023", "2023-W05/2023-W06", "2023-02-07T10:30:00Z", "2023-02-07T10:30", "2023-02-07T10:30:00+01:00", "P3D", "P1Y6M", "PT2H", "P1DT2H"
  };
  static const char *const invalid[] = {
    "", "June", "22", "2022-6", "2022-13", "2022-00", "2023-02-29", "2023-02-30", "2023-25", "2023-21-01", "2023-W00",
    "2023-W54", "2023~~", "~2023", "/", "../..", "2022/2023/2024", "P", "P3", "PT", "3D", "P3X", "2023-02-07T25:00", "2023-02-07T", "T10:30", "2023~T10:30",
    " 2023", "2023 ", "202a"
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      if (!desk_edtf_is_valid (valid[i]))
        g_test_message ("%s", valid[i]);
      g_assert_true (desk_edtf_is_valid (valid[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      if (desk_edtf_is_valid (invalid[i]))
        g_test_message ("%s", invalid[i]);
      g_assert_false (desk_edtf_is_valid (invalid[i]));
    }
  g_assert_false (desk_edtf_is_valid (NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/edtf/valid", test_valid);

  return g_test_run ();
}
