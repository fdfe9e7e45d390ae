/* Days joined into weeks and months, over a real library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-day.h"
#include "desk-section-list.h"
#include "ui-fixture.h"

static const struct
{
  const char *published;
  const char *title;
} articles[] = {
  { "2023-02-08", "Today" },
  { "2023-02-08T07:00:00Z", "Today" },
  { "2023-02-07", "Yesterday" },
  { "2023-02-03", "Friday" },
  { "2023-02-01", "Last Week" },
  { "2023-01-29", "Last Week" },
  { "2023-01-26", "Last Week" },
  { "2023-01-20", "January" },
  { "2023-01-02", "January" },
  { "2022-12-31", "December 2022" },
  { "2022-12-01", "December 2022" },
  { NULL, "Unknown Date" },
};

static void
set_today (DeskSectionList *list,
           const char *iso)
{
  GDate today;

  g_assert_true (desk_day_parse (iso, &today));
  desk_section_list_set_today (list, &today);
}

static DeskSectionList *
create_list (Fixture *fixture,
             DeskSort sort,
             const char *search)
{
  g_autoptr (DeskQuery) query = desk_query_new (sort, DESK_FILTER_ALL, search);
  g_autoptr (DeskArticleList) model = desk_library_create_list (desk_session_get_library (fixture->session), query);
  DeskSectionList *list = desk_section_list_new (model);

  wait_until (!desk_article_list_get_loading (model));
  return list;
}

static void
add_articles (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *headline = g_strdup_printf ("Headline %c", 'A' + i);
      g_autofree char *id = ui_fixture_add_article (fixture, headline, articles[i].published,
                                                    i % 2 == 0 ? "Evening Post" : NULL);
    }
}

static void
assert_section (DeskSectionList *list,
                guint position,
                const char *title,
                guint start,
                guint end)
{
  g_autofree char *here = desk_section_list_dup_title (list, position);
  guint here_start, here_end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (list), position, &here_start, &here_end);
  g_assert_cmpstr (here, ==, title);
  g_assert_cmpuint (here_start, ==, start);
  g_assert_cmpuint (here_end, ==, end);
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskSectionList) list = NULL;
  guint n_items, start, end;

  add_articles (fixture);
  list = create_list (fixture, DESK_SORT_PUBLISHED, NULL);
  set_today (list, "2023-02-08");

  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n_items, ==, G_N_ELEMENTS (articles));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == DESK_TYPE_ARTICLE_ROW);
  g_assert_true (desk_section_list_has_sections (list));

  assert_section (list, 0, "Today", 0, 2);
  assert_section (list, 1, "Today", 0, 2);
  assert_section (list, 2, "Yesterday", 2, 3);
  assert_section (list, 3, "Friday", 3, 4);
  for (guint i = 4; i < 7; i++)
    assert_section (list, i, "Last Week", 4, 7);
  for (guint i = 7; i < 9; i++)
    assert_section (list, i, "January", 7, 9);
  for (guint i = 9; i < 11; i++)
    assert_section (list, i, "December 2022", 9, 11);
  assert_section (list, 11, "Unknown Date", 11, 12);

  /* What lies behind the end is one section without an end. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), n_items, &start, &end);
  g_assert_cmpuint (start, ==, n_items);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

static void
sections_changed_cb (GtkSectionModel *model,
                     guint position,
                     guint n_items,
                     guint *changed)
{
  g_assert_cmpuint (position, ==, 0);
  *changed += n_items;
}

static void
test_next_day (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (DeskSectionList) list = NULL;
  guint changed = 0;

  add_articles (fixture);
  list = create_list (fixture, DESK_SORT_PUBLISHED, NULL);
  set_today (list, "2023-02-08");
  g_signal_connect (list, "sections-changed", G_CALLBACK (sections_changed_cb), &changed);

  set_today (list, "2023-02-08");
  g_assert_cmpuint (changed, ==, 0);

  set_today (list, "2023-02-10");
  g_assert_cmpuint (changed, ==, G_N_ELEMENTS (articles));
  assert_section (list, 0, "Wednesday", 0, 2);
  assert_section (list, 2, "Tuesday", 2, 3);
  assert_section (list, 3, "Last Week", 3, 6);
}

static void
test_other_orders (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DeskSectionList) sources = NULL;
  g_autoptr (DeskSectionList) hits = NULL;
  g_autofree char *first = NULL;
  guint n_items, start, end;

  add_articles (fixture);

  sources = create_list (fixture, DESK_SORT_SOURCE, NULL);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (sources));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (sources), i);
      g_autofree char *title = desk_section_list_dup_title (sources, i);

      wait_until (desk_article_row_get_loaded (row));
      g_assert_cmpstr (title, ==,
                       desk_article_row_get_source (row) != NULL ? "Evening Post" : "Unknown Source");
      gtk_section_model_get_section (GTK_SECTION_MODEL (sources), i, &start, &end);
      g_assert_cmpuint (end - start, ==, n_items / 2);
    }

  /* Hits stand in the order of how well they fit. */
  hits = create_list (fixture, DESK_SORT_PUBLISHED, "lead");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hits)), ==, n_items);
  g_assert_false (desk_section_list_has_sections (hits));
  gtk_section_model_get_section (GTK_SECTION_MODEL (hits), 3, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, n_items);
  g_assert_null (desk_section_list_dup_title (hits, 0));
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gint *balance)
{
  *balance += (int) added - (int) removed;
}

static void
test_follows_the_library (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (DeskSectionList) list = create_list (fixture, DESK_SORT_PUBLISHED, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint balance = 0;
  guint start, end;

  set_today (list, "2023-02-08");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_false (desk_section_list_has_sections (list));
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &balance);
  first = ui_fixture_add_article (fixture, "One", "2023-01-10", NULL);
  second = ui_fixture_add_article (fixture, "Two", "2023-01-12", NULL);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 2);
  g_assert_cmpint (balance, ==, 2);
  assert_section (list, 0, "January", 0, 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/section-list/days", Fixture, NULL, fixture_set_up, test_days, fixture_tear_down);
  g_test_add ("/section-list/next-day", Fixture, NULL, fixture_set_up, test_next_day, fixture_tear_down);
  g_test_add ("/section-list/other-orders", Fixture, NULL, fixture_set_up, test_other_orders, fixture_tear_down);
  g_test_add ("/section-list/follows-the-library", Fixture, NULL, fixture_set_up, test_follows_the_library,
              fixture_tear_down);

  return g_test_run ();
}
