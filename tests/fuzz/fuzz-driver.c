/* Runs a fuzz target on the files of a folder, so that what was found once is an ordinary test.
 *
 * To look for more, with clang: CC=clang meson setup build-fuzz -Db_sanitize=address -Db_lundef=false
 * -Dc_args=-fsanitize=fuzzer-no-link, then ninja -C build-fuzz tests/fuzz/fuzz-html-real and run
 * build-fuzz/tests/fuzz/fuzz-html-real tests/fuzz/corpus/html; the same with "text". Put what it finds, made small
 * with -minimize_crash=1, into the corpus.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

#include "fuzz-target.h"

static void
run_file (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) bytes, size);
}

static void
test_file (gconstpointer data)
{
  run_file (data);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/fuzz/", name, NULL);

      g_ptr_array_add (paths, g_build_filename (argv[1], name, NULL));
      g_test_add_data_func (test_path, g_ptr_array_index (paths, paths->len - 1), test_file);
    }
  g_assert_cmpuint (paths->len, >, 0);

  return g_test_run ();
}
