/* How days are named and joined under headings.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-day.h"

static GDate
make_day (const char *iso)
{
  GDate day;

  g_assert_true (desk_day_parse (iso, &day));
  return day;
}

static void
test_parse (void)
{
  GDate day;

  g_assert_true (desk_day_parse ("2023-02-08", &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 8);
  g_assert_cmpint (g_date_get_month (&day), ==, 2);
  g_assert_cmpint (g_date_get_year (&day), ==, 2023);

  /* The day of the source, whatever the zone makes of it here. */
  g_assert_true (desk_day_parse ("2023-02-08T23:30:00-05:00", &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 8);

  for (const char *const *bad = (const char *const[]) { "", "2023", "2023-02", "2023-02-30", "2023-13-01", "0000-00-00",
                                                        "20230208xx", "2023/02/08", "abcd-ef-gh", "2023-02-0", NULL };
       *bad != NULL; bad++)
    {
      g_assert_false (desk_day_parse (*bad, &day));
      g_assert_false (g_date_valid (&day));
    }
  g_assert_false (desk_day_parse (NULL, &day));
}

static void
assert_title (const char *day,
              const char *expected)
{
  GDate today = make_day ("2023-02-08");
  GDate date;
  g_autofree char *title = NULL;

  desk_day_parse (day, &date);
  title = desk_day_dup_group_title (&date, &today);
  g_assert_cmpstr (title, ==, expected);
}

static void
test_titles (void)
{
  assert_title ("2023-02-08", "Today");
  assert_title ("2023-02-07", "Yesterday");
  assert_title ("2023-02-06", "Monday");
  assert_title ("2023-02-02", "Thursday");
  assert_title ("2023-02-01", "Last Week");
  assert_title ("2023-01-26", "Last Week");
  assert_title ("2023-01-25", "January");
  assert_title ("2022-12-31", "December 2022");
  assert_title ("1923-05-01", "May 1923");
  assert_title ("2023-02-09", "9 February 2023");
  assert_title ("", "Unknown Date");
}

static void
assert_short (const char *day,
              const char *expected)
{
  GDate today = make_day ("2023-02-08");
  GDate date;
  g_autofree char *text = NULL;

  desk_day_parse (day, &date);
  text = desk_day_dup_short (&date, &today);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_short (void)
{
  assert_short ("2023-02-08", "Today");
  assert_short ("2023-02-07", "Tue");
  assert_short ("2023-02-02", "Thu");
  assert_short ("2023-02-01", "1 Feb");
  assert_short ("2023-11-23", "23 Nov");
  assert_short ("2022-12-31", "31 Dec 2022");
  assert_short ("2024-02-08", "8 Feb 2024");
  assert_short ("", NULL);
}

/* Whatever has the same heading is in the same group, and nothing else: over two years, day by day. */
static void
test_groups (void)
{
  GDate today = make_day ("2023-02-08");
  GDate day = make_day ("2021-02-01");
  g_autofree char *last_title = NULL;
  guint last_group = G_MAXUINT;

  while (g_date_days_between (&day, &today) > -10)
    {
      g_autofree char *title = desk_day_dup_group_title (&day, &today);
      guint group = desk_day_get_group (&day, &today);

      g_assert_cmpuint (group, !=, 0);
      g_assert_cmpint (group == last_group, ==, g_strcmp0 (title, last_title) == 0);
      g_set_str (&last_title, title);
      last_group = group;
      g_date_add_days (&day, 1);
    }

  g_date_clear (&day, 1);
  g_assert_cmpuint (desk_day_get_group (&day, &today), ==, 0);
}

static void
test_from_time (void)
{
  GDate day;

  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  /* 2023-02-08 20:00 UTC is the next morning there. */
  desk_day_from_time (G_GINT64_CONSTANT (1675886400) * G_USEC_PER_SEC, &day);
  g_assert_cmpint (g_date_get_day (&day), ==, 9);

  desk_day_from_time (G_MAXINT64, &day);
  g_assert_false (g_date_valid (&day));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/titles", test_titles);
  g_test_add_func ("/day/short", test_short);
  g_test_add_func ("/day/groups", test_groups);
  g_test_add_func ("/day/from-time", test_from_time);

  return g_test_run ();
}
