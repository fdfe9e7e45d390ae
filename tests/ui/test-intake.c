/* What is made of dropped and pasted things.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-intake.h"

static void
assert_article (DeskIntake *intake,
                const char *media_type,
                const char *expected)
{
  GBytes *bytes = desk_intake_get_bytes (intake);

  g_assert_null (desk_intake_get_files (intake));
  g_assert_null (desk_intake_get_address (intake));
  g_assert_cmpstr (desk_intake_get_media_type (intake), ==, media_type);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_text (void)
{
  const char *const texts[] = { "A headline\n\nA paragraph.", "file the report", "http is a protocol",
                                "see https://example.org/ for more", "https://example.org/\nand a comment",
                                "mailto:someone@example.org", "Note: bring a pen", "x", "\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DeskIntake) intake = desk_intake_new_for_text (texts[i]);

      assert_article (intake, "text/plain", texts[i]);
    }
}

static void
test_html (void)
{
  g_autoptr (GBytes) html = g_bytes_new_static ("<p>a</p>", 8);
  g_autoptr (DeskIntake) intake = desk_intake_new_for_html (html);

  assert_article (intake, "text/html", "<p>a</p>");
}

static void
test_addresses (void)
{
  g_autoptr (DeskIntake) web = desk_intake_new_for_text ("  https://example.org/a?b=c#d \r\n");
  g_autoptr (DeskIntake) file = desk_intake_new_for_text ("file:///tmp/a%20b.txt\r\nfile:///tmp/c.html\r\n");
  g_autoptr (GFile) first = NULL;

  g_assert_cmpstr (desk_intake_get_address (web), ==, "https://example.org/a?b=c#d");
  g_assert_null (desk_intake_get_files (web));
  g_assert_null (desk_intake_get_bytes (web));

  g_assert_null (desk_intake_get_address (file));
  g_assert_cmpuint (g_list_model_get_n_items (desk_intake_get_files (file)), ==, 2);
  first = g_list_model_get_item (desk_intake_get_files (file), 0);
  g_assert_cmpstr (g_file_peek_path (first), ==, "/tmp/a b.txt");
}

static void
test_files (void)
{
  g_autoptr (GFile) local = g_file_new_for_path ("/tmp/a.txt");
  g_autoptr (GFile) web = g_file_new_for_uri ("https://example.org/");
  GSList files = { local, NULL };
  GSList mixed = { web, &files };
  GSList link = { web, NULL };
  g_autoptr (DeskIntake) both = desk_intake_new_for_files (&mixed);
  g_autoptr (DeskIntake) only_link = desk_intake_new_for_files (&link);

  /* Files that are there come before an address that is not fetched. */
  g_assert_cmpuint (g_list_model_get_n_items (desk_intake_get_files (both)), ==, 1);
  g_assert_null (desk_intake_get_files (only_link));
  g_assert_cmpstr (desk_intake_get_address (only_link), ==, "https://example.org/");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intake/text", test_text);
  g_test_add_func ("/intake/html", test_html);
  g_test_add_func ("/intake/addresses", test_addresses);
  g_test_add_func ("/intake/files", test_files);

  return g_test_run ();
}
