/* The small parts of the reader that need no display.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-json.h"
#include "desk-reader-policy.h"
#include "desk-reader-ranges.h"
#include "desk-reader-style.h"
#include "desk-reader-types.h"

static void
test_json (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  DeskRange first = { 1, 2 }, second = { 30, 4000000000u };

  desk_reader_json_append_string (json, "a\"b\\c\n\001é</script>");
  g_assert_cmpstr (json->str, ==, "\"a\\\"b\\\\c\\u000a\\u0001é</script>\"");

  g_string_truncate (json, 0);
  desk_reader_json_append_string (json, NULL);
  desk_reader_json_append_ranges (json, NULL);
  g_assert_cmpstr (json->str, ==, "\"\"[]");

  g_string_truncate (json, 0);
  g_array_append_val (ranges, first);
  g_array_append_val (ranges, second);
  desk_reader_json_append_ranges (json, ranges);
  g_assert_cmpstr (json->str, ==, "[1,2,30,4000000000]");
}

static GArray *
new_ranges (const guint *numbers,
            guint n)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));

  for (guint i = 0; i + 1 < n; i += 2)
    {
      DeskRange range = { numbers[i], numbers[i + 1] };

      g_array_append_val (ranges, range);
    }

  return ranges;
}

static void
test_flatten (void)
{
  static const guint mixed[] = { 50, 60, 10, 20, 15, 18, 19, 30, 30, 31, 90, 300, 70, 70, 80, 75 };
  g_autoptr (GArray) ranges = new_ranges (mixed, G_N_ELEMENTS (mixed));
  g_autoptr (GArray) flat = desk_reader_ranges_flatten (ranges, 100);
  g_autoptr (GArray) none = desk_reader_ranges_flatten (NULL, 100);
  g_autoptr (GString) json = g_string_new (NULL);

  desk_reader_json_append_ranges (json, flat);
  g_assert_cmpstr (json->str, ==, "[10,31,50,60,90,100]");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (g_array_index (ranges, DeskRange, 0).start, ==, 50);
}

/* Against the plain way: a flag for each code point. */
static void
test_flatten_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 500; round++)
    {
      gboolean wanted[200] = { FALSE }, got[200] = { FALSE };
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));
      g_autoptr (GArray) flat = NULL;

      for (int i = g_rand_int_range (random, 0, 30); i > 0; i--)
        {
          DeskRange range = { g_rand_int_range (random, 0, 220), g_rand_int_range (random, 0, 220) };

          g_array_append_val (ranges, range);
          for (guint at = range.start; at < MIN (range.end, 200); at++)
            wanted[at] = TRUE;
        }
      flat = desk_reader_ranges_flatten (ranges, 200);
      for (guint i = 0; i < flat->len; i++)
        {
          DeskRange range = g_array_index (flat, DeskRange, i);

          g_assert_cmpuint (range.start, <, range.end);
          if (i > 0)
            g_assert_cmpuint (range.start, >, g_array_index (flat, DeskRange, i - 1).end);
          for (guint at = range.start; at < range.end; at++)
            got[at] = TRUE;
        }
      g_assert_cmpmem (wanted, sizeof wanted, got, sizeof got);
    }
}

static void
test_may_open (void)
{
  static const char *const yes[] = { "https://a.example/b?c#d", "HTTP://a.example", "mailto:a@b.example" };
  static const char *const no[] = { "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "newsdesk://article/x", "ftp://a", "/relative", "", " https://a", "https" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (desk_reader_policy_may_open (yes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (desk_reader_policy_may_open (no[i]));
  g_assert_false (desk_reader_policy_may_open (NULL));
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_style (void)
{
  DeskReaderStyle *style = desk_reader_style_new ();
  guint size, width, spacing;
  DeskReaderFont font;
  DeskReaderTheme theme;
  int notified = 0;

  g_object_get (style, "size", &size, "width", &width, "spacing", &spacing, "font", &font, "theme", &theme, NULL);
  g_assert_cmpuint (size, ==, 100);
  g_assert_cmpuint (width, ==, 68);
  g_assert_cmpuint (spacing, ==, 100);
  g_assert_cmpint (font, ==, DESK_READER_FONT_SERIF);
  g_assert_cmpint (theme, ==, DESK_READER_THEME_SYSTEM);

  g_signal_connect_swapped (style, "notify", G_CALLBACK (count_cb), &notified);
  g_object_set (style, "size", 120, "width", 80, "spacing", 130, "font", DESK_READER_FONT_SANS, "theme", DESK_READER_THEME_SEPIA, NULL);
  g_assert_cmpint (notified, ==, 5);
  g_object_set (style, "size", 120, "width", 80, "spacing", 130, "font", DESK_READER_FONT_SANS, "theme", DESK_READER_THEME_SEPIA, NULL);
  g_assert_cmpint (notified, ==, 5);
  g_object_get (style, "size", &size, "width", &width, "spacing", &spacing, "font", &font, "theme", &theme, NULL);
  g_assert_cmpuint (size, ==, 120);
  g_assert_cmpuint (width, ==, 80);
  g_assert_cmpuint (spacing, ==, 130);
  g_assert_cmpint (font, ==, DESK_READER_FONT_SANS);
  g_assert_cmpint (theme, ==, DESK_READER_THEME_SEPIA);

  g_assert_finalize_object (style);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/json", test_json);
  g_test_add_func ("/reader/ranges/flatten", test_flatten);
  g_test_add_func ("/reader/ranges/random", test_flatten_random);
  g_test_add_func ("/reader/policy/may-open", test_may_open);
  g_test_add_func ("/reader/style", test_style);

  return g_test_run ();
}
