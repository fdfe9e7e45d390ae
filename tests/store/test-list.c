/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-id-list-private.h"
#include "store-fixture.h"

/* What somebody who listens to a list believes that it holds. */
typedef struct
{
  DeskArticleList *list;
  GPtrArray *rows;
  guint n_changes;
} Mirror;

static void
mirror_cb (Mirror *self,
           guint position,
           guint n_removed,
           guint n_added)
{
  g_assert_cmpuint (position + n_removed, <=, self->rows->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->rows, (int) (position + i), g_list_model_get_item (G_LIST_MODEL (self->list), position + i));
  g_assert_cmpuint (self->rows->len, ==, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  self->n_changes++;
}

static void
mirror_start (Mirror *self,
              DeskArticleList *list)
{
  self->list = list;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_changes = 0;
  mirror_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (mirror_cb), self);
}

static void
mirror_stop (Mirror *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->list);
}

/* The same objects at the same places. */
static void
mirror_compare (Mirror *self)
{
  g_assert_cmpuint (self->rows->len, ==, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_assert_true (row == g_ptr_array_index (self->rows, i));
    }
}

static void
set_field (DeskLibrary *library,
           const char *id,
           const char *field,
           const char *text)
{
  g_autoptr (DeskStep) step = desk_step_new ("Field");
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_FIELD, id, field, NULL, g_variant_new ("(sss)", text, "user", "sure"));
  store_apply (library, step, &error);
  g_assert_no_error (error);
}

static void
assert_headlines (DeskLibrary *library,
                  DeskSort sort,
                  DeskFilter filter,
                  const char *search,
                  const char *expected)
{
  g_autoptr (DeskArticleList) list = store_list (library, sort, filter, search);
  g_autofree char *headlines = store_dup_headlines (list);

  g_assert_cmpstr (headlines, ==, expected);
}

static void
test_orders (StoreFixture *fixture,
             gconstpointer data)
{
  g_autofree char *a = store_add_new (fixture->library, "“Zebra” at large", "Text of a.");
  g_autofree char *b = store_add_new (fixture->library, "apple harvest", "Text of b.");
  g_autofree char *c = store_add_new (fixture->library, "Élan in the hall", "Text of c.");
  g_autofree char *d = store_add_new (fixture->library, "42 days", "Text of d.");
  g_autoptr (DeskAnnotation) annotation = NULL;

  set_field (fixture->library, a, "published", "2026-03-01");
  set_field (fixture->library, b, "published", "2026-03-01T08:00:00+02:00");
  set_field (fixture->library, c, "published", "2025-12-31");
  set_field (fixture->library, a, "source", "The Tide");
  set_field (fixture->library, b, "source", "Morning Post");
  set_field (fixture->library, d, "source", "Morning Post");
  store_set_flag (fixture->library, c, DESK_CHANGE_STARRED, FALSE, TRUE);
  desk_library_mark_read (fixture->library, a);
  annotation = store_mark (fixture->library, b, 0, 5, NULL);

  assert_headlines (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL,
                    "42 days,Élan in the hall,apple harvest,“Zebra” at large");
  assert_headlines (fixture->library, DESK_SORT_PUBLISHED, DESK_FILTER_ALL, NULL,
                    "apple harvest,“Zebra” at large,Élan in the hall,42 days");
  /* In the language of tests, which is none, accents come last and capitals first. */
  assert_headlines (fixture->library, DESK_SORT_HEADLINE, DESK_FILTER_ALL, NULL,
                    "42 days,apple harvest,“Zebra” at large,Élan in the hall");
  assert_headlines (fixture->library, DESK_SORT_SOURCE, DESK_FILTER_ALL, NULL,
                    "42 days,apple harvest,“Zebra” at large,Élan in the hall");
  assert_headlines (fixture->library, DESK_SORT_ADDED, DESK_FILTER_UNREAD, NULL,
                    "42 days,Élan in the hall,apple harvest");
  assert_headlines (fixture->library, DESK_SORT_HEADLINE, DESK_FILTER_STARRED, NULL, "Élan in the hall");
  assert_headlines (fixture->library, DESK_SORT_ADDED, DESK_FILTER_MARKED, NULL, "apple harvest");
  assert_headlines (fixture->library, DESK_SORT_PUBLISHED, DESK_FILTER_UNREAD, "text", "apple harvest,Élan in the hall,42 days");
}

static void
assert_section (DeskArticleList *list,
                guint position,
                guint start,
                guint end,
                const char *key)
{
  guint found_start = G_MAXUINT;
  guint found_end = G_MAXUINT;
  g_autofree char *found_key = desk_article_list_dup_section_key (list, position);

  g_assert_true (desk_article_list_get_section (list, position, &found_start, &found_end));
  g_assert_cmpuint (found_start, ==, start);
  g_assert_cmpuint (found_end, ==, end);
  g_assert_cmpstr (found_key, ==, key);
}

static void
test_sections (StoreFixture *fixture,
               gconstpointer data)
{
  g_autofree char *a = store_add_new (fixture->library, "Anchor", "Text.");
  g_autofree char *b = store_add_new (fixture->library, "Axe", "Text.");
  g_autofree char *c = store_add_new (fixture->library, "Boat", "Text.");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (DeskArticleList) added = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleList) headlines = store_list (fixture->library, DESK_SORT_HEADLINE, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleList) published = store_list (fixture->library, DESK_SORT_PUBLISHED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleList) search = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "text");
  g_autofree char *d = NULL;
  guint start;
  guint end;

  assert_section (added, 1, 0, 3, today);
  assert_section (headlines, 0, 0, 2, "A");
  assert_section (headlines, 2, 2, 3, "B");
  assert_section (published, 0, 0, 3, "");
  g_assert_false (desk_article_list_get_section (search, 0, &start, &end));

  set_field (fixture->library, b, "published", "2026-02-03");
  store_settle (published);
  assert_section (published, 0, 0, 1, "2026-02-03");
  assert_section (published, 2, 1, 3, "");

  d = store_add_new (fixture->library, "Bell", "Text.");
  assert_section (headlines, 2, 2, 4, "B");
  store_set_flag (fixture->library, a, DESK_CHANGE_DELETED, FALSE, TRUE);
  assert_section (headlines, 0, 0, 1, "A");
  g_assert_false (desk_article_list_get_section (headlines, 3, &start, &end));
}

/* Whoever asks for the section of any row, at any moment, gets one that fits the rows of that moment. */
static void
check_sections_cb (DeskArticleList *list,
                   guint position,
                   guint n_removed,
                   guint n_added)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint at = 0; at < n_items;)
    {
      guint start = G_MAXUINT;
      guint end = G_MAXUINT;

      if (!desk_article_list_get_section (list, at, &start, &end))
        return;
      g_assert_cmpuint (start, ==, at);
      g_assert_cmpuint (end, >, start);
      g_assert_cmpuint (end, <=, n_items);
      at = end;
    }
}

static const char *const searches[] = { NULL, "common", "rare", "common -rare", "-common" };

typedef struct
{
  DeskSort sort;
  DeskFilter filter;
  const char *search;
  Mirror mirror;
} Watched;

/* A list that followed all changes against one that is made now. */
static void
compare_with_fresh (DeskLibrary *library,
                    Watched *watched)
{
  g_autoptr (DeskArticleList) fresh = store_list (library, watched->sort, watched->filter, watched->search);
  g_autofree char *expected = store_dup_headlines (fresh);
  g_autofree char *found = NULL;

  store_settle (watched->mirror.list);
  found = store_dup_headlines (watched->mirror.list);
  if (g_strcmp0 (found, expected) != 0)
    {
      g_test_message ("Sort %d, filter %d, search %s", watched->sort, watched->filter, watched->search);
      g_test_fail_printf ("A list went another way than the library");
    }
  mirror_compare (&watched->mirror);
  check_sections_cb (watched->mirror.list, 0, 0, 0);
}

static char *
dup_random_headline (GRand *random)
{
  return g_strdup_printf ("%c%c%06u", 'A' + g_rand_int_range (random, 0, 26), 'a' + g_rand_int_range (random, 0, 26),
                          g_rand_int_range (random, 0, 1000000));
}

static void
change_something (DeskLibrary *library,
                  GRand *random,
                  GPtrArray *ids)
{
  static const char *const sources[] = { "Alpha", "Beta", "Gamma", "" };
  static const char *const days[] = { "2026-01-01", "2026-01-01T10:00:00", "2026-02-02", "2025", "soon" };
  const char *id = g_ptr_array_index (ids, g_rand_int_range (random, 0, (int) ids->len));
  g_autofree char *headline = dup_random_headline (random);
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (DeskAnnotation) annotation = NULL;
  g_autoptr (DeskArticle) article = store_load (library, id, NULL);

  switch (g_rand_int_range (random, 0, 11))
    {
    case 0:
    case 1:
      g_ptr_array_add (ids, store_add_new (library, headline, g_rand_boolean (random) ? "A common text." : "Something rare, not common."));
      break;
    case 2:
      store_set_flag (library, id, DESK_CHANGE_DELETED, article == NULL, article != NULL);
      break;
    case 3:
      if (article != NULL)
        store_set_flag (library, id, DESK_CHANGE_STARRED, FALSE, !desk_article_get_starred (article));
      break;
    case 4:
      if (article != NULL)
        store_set_flag (library, id, DESK_CHANGE_UNREAD, FALSE, !desk_article_get_unread (article));
      break;
    case 5:
      if (article != NULL)
        annotation = store_mark (library, id, 0, 3, g_rand_boolean (random) ? "a rare note" : NULL);
      break;
    case 6:
      if (article != NULL)
        set_field (library, id, "headline", headline);
      break;
    case 7:
      if (article != NULL)
        set_field (library, id, "source", sources[g_rand_int_range (random, 0, G_N_ELEMENTS (sources))]);
      break;
    case 8:
      if (article != NULL)
        set_field (library, id, "published", days[g_rand_int_range (random, 0, G_N_ELEMENTS (days))]);
      break;
    case 9:
      step = store_undo (library, NULL);
      break;
    default:
      step = store_redo (library, NULL);
      break;
    }
}

static void
delete_some (DeskLibrary *library,
             GRand *random,
             GPtrArray *ids)
{
  g_autoptr (DeskStep) step = desk_step_new ("Delete several");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    desk_step_add (step, DESK_CHANGE_DELETED, g_ptr_array_index (ids, g_rand_int_range (random, 0, (int) ids->len)), NULL,
                   g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  store_apply (library, step, &error);
  g_assert_no_error (error);
}

static void
test_following (StoreFixture *fixture,
                gconstpointer data)
{
  GRand *random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree Watched *watched = g_new0 (Watched, 4 * 4 * G_N_ELEMENTS (searches));
  guint n_watched = 0;
  guint n_rounds = g_test_slow () ? 40 : 6;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *headline = dup_random_headline (random);

      g_ptr_array_add (ids, store_add_new (fixture->library, headline, i % 3 == 0 ? "Something rare, not common." : "A common text."));
    }

  for (int sort = DESK_SORT_ADDED; sort <= DESK_SORT_SOURCE; sort++)
    for (int filter = DESK_FILTER_ALL; filter <= DESK_FILTER_MARKED; filter++)
      for (guint search = 0; search < G_N_ELEMENTS (searches); search++)
        {
          Watched *one = &watched[n_watched++];

          one->sort = (DeskSort) sort;
          one->filter = (DeskFilter) filter;
          one->search = searches[search];
          mirror_start (&one->mirror, store_list (fixture->library, one->sort, one->filter, one->search));
          g_signal_connect (one->mirror.list, "items-changed", G_CALLBACK (check_sections_cb), NULL);
        }

  for (guint round = 0; round < n_rounds; round++)
    {
      for (guint i = 0; i < 25; i++)
        change_something (fixture->library, random, ids);
      delete_some (fixture->library, random, ids);
      for (guint i = 0; i < n_watched; i++)
        compare_with_fresh (fixture->library, &watched[i]);
    }

  for (guint i = 0; i < n_watched; i++)
    mirror_stop (&watched[i].mirror);
  store_assert_sound (fixture->library);
  g_rand_free (random);
}

/* The same in the ways that are otherwise taken by large libraries only. */
static void
test_following_as_large (StoreFixture *fixture,
                         gconstpointer data)
{
  DeskListLimits limits = desk_list_limits;

  desk_list_limits = (DeskListLimits) { .slice_rows = 13, .max_sorted = 10, .max_held = 20 };
  test_following (fixture, data);
  desk_list_limits = limits;
}

static void
test_pages (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DeskArticleList) list = NULL;
  g_autoptr (DeskArticleRow) last = NULL;
  g_autoptr (DeskArticleRow) again = NULL;
  g_autoptr (DeskArticleRow) first = NULL;
  g_autofree char *one_more = NULL;
  Mirror mirror;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Story %04u", i);

      g_ptr_array_add (ids, store_add_new (fixture->library, headline, "Text."));
    }

  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000);

  /* The first page came with the count; others come when they are asked for. */
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (desk_article_row_get_loaded (first));
  last = g_list_model_get_item (G_LIST_MODEL (list), 999);
  g_assert_false (desk_article_row_get_loaded (last));
  store_wait_until (desk_article_row_get_loaded (last));
  g_assert_cmpstr (desk_article_row_get_headline (last), ==, "Story 0000");
  again = g_list_model_get_item (G_LIST_MODEL (list), 999);
  g_assert_true (again == last);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1000));

  /* A new article moves the others down and leaves them who they are. */
  g_clear_object (&again);
  mirror_start (&mirror, g_object_ref (list));
  one_more = store_add_new (fixture->library, "Story 1000", "Text.");
  g_assert_cmpuint (mirror.n_changes, ==, 2);
  again = g_list_model_get_item (G_LIST_MODEL (list), 1000);
  g_assert_true (again == last);
  g_clear_object (&again);
  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (again == first);
  mirror_stop (&mirror);
}

static void
test_find (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DeskArticleList) list = NULL;
  g_autoptr (DeskArticleList) search = NULL;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *headline = g_strdup_printf ("%s %04u", i % 100 == 7 ? "“Ämter”" : "Story", i);

      g_ptr_array_add (ids, store_add_new (fixture->library, headline, i % 2 == 0 ? "An even text." : "An odd text."));
    }
  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  search = store_list (fixture->library, DESK_SORT_HEADLINE, DESK_FILTER_ALL, "even");

  for (guint i = 0; i < 600; i += 37)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) in_search = NULL;

      desk_article_list_find_async (list, g_ptr_array_index (ids, i), NULL, store_async_cb, &result);
      g_assert_cmpuint (desk_article_list_find_finish (list, store_await (&result), &error), ==, 599 - i);
      g_assert_no_error (error);
      desk_article_list_find_async (search, g_ptr_array_index (ids, i), NULL, store_async_cb, &in_search);
      g_assert_cmpuint (desk_article_list_find_finish (search, store_await (&in_search), &error), ==, i % 2 == 0 ? i / 2 : G_MAXUINT);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      desk_article_list_find_prefix_async (list, "amt", i * 100, NULL, store_async_cb, &result);
      g_assert_cmpuint (desk_article_list_find_prefix_finish (list, store_await (&result), &error), ==, 92 + i * 100);
      g_assert_no_error (error);
    }
  {
    g_autoptr (GAsyncResult) result = NULL;

    desk_article_list_find_prefix_async (list, "Zeppelin", 0, NULL, store_async_cb, &result);
    g_assert_cmpuint (desk_article_list_find_prefix_finish (list, store_await (&result), &error), ==, G_MAXUINT);
    g_assert_no_error (error);
  }

  for (guint i = 0; i < 3; i++)
    {
      guint position = (guint[]) { 500, 0, 1 }[i];

      g_array_append_val (positions, position);
    }
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_auto (GStrv) found = NULL;

    desk_article_list_get_ids_async (list, positions, NULL, store_async_cb, &result);
    found = desk_article_list_get_ids_finish (list, store_await (&result), &error);
    g_assert_no_error (error);
    g_assert_cmpuint (g_strv_length (found), ==, 3);
    g_assert_cmpstr (found[0], ==, g_ptr_array_index (ids, 599));
    g_assert_cmpstr (found[1], ==, g_ptr_array_index (ids, 598));
    g_assert_cmpstr (found[2], ==, g_ptr_array_index (ids, 99));
  }
}

static void
test_properties (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DeskQuery) query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskQuery) same = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, "  ");
  g_autoptr (DeskQuery) other = desk_query_new (DESK_SORT_HEADLINE, DESK_FILTER_ALL, NULL);
  DeskArticleList *list = desk_library_create_list (fixture->library, query);
  guint generation;

  g_assert_true (desk_query_equal (query, same));
  g_assert_false (desk_query_equal (query, other));
  g_assert_true (desk_article_list_get_loading (list));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == DESK_TYPE_ARTICLE_ROW);
  store_settle (list);
  g_object_get (list, "generation", &generation, NULL);
  g_assert_cmpuint (generation, ==, 1);

  desk_article_list_set_query (list, same);
  g_assert_false (desk_article_list_get_loading (list));
  desk_article_list_set_query (list, other);
  g_assert_true (desk_article_list_get_loading (list));
  g_assert_true (desk_query_equal (desk_article_list_get_query (list), other));
  store_settle (list);
  g_object_get (list, "generation", &generation, NULL);
  g_assert_cmpuint (generation, ==, 2);
  g_assert_finalize_object (list);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/list/orders", StoreFixture, NULL, store_set_up, test_orders, store_tear_down);
  g_test_add ("/list/sections", StoreFixture, NULL, store_set_up, test_sections, store_tear_down);
  g_test_add ("/list/pages", StoreFixture, NULL, store_set_up, test_pages, store_tear_down);
  g_test_add ("/list/find", StoreFixture, NULL, store_set_up, test_find, store_tear_down);
  g_test_add ("/list/properties", StoreFixture, NULL, store_set_up, test_properties, store_tear_down);
  g_test_add ("/list/following", StoreFixture, NULL, store_set_up, test_following, store_tear_down);
  g_test_add ("/list/following-as-large", StoreFixture, NULL, store_set_up, test_following_as_large, store_tear_down);

  return g_test_run ();
}
