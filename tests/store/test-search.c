/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-search-query-private.h"
#include "desk-search-text-private.h"
#include "desk-snippet-private.h"
#include "store-fixture.h"

static void
assert_parsed (const char *typed,
               const char *expected)
{
  g_autoptr (DeskSearchQuery) query = desk_search_query_parse (typed);

  g_assert_cmpstr (query->match, ==, expected);
}

static void
test_parse (void)
{
  assert_parsed ("", NULL);
  assert_parsed ("  … — ! ", NULL);
  assert_parsed ("river bank ", "(\"river\" AND \"bank\")");
  assert_parsed ("river ban", "(\"river\" AND \"ban\" *)");
  assert_parsed ("b", "(\"b\")");
  assert_parsed ("riv* bank ", "(\"riv\" * AND \"bank\")");
  assert_parsed ("\"river bank\"", "(\"river bank\")");
  assert_parsed ("“river bank” „by night“ ", "(\"river bank\" AND \"by night\")");
  assert_parsed ("\"not closed", "(\"not closed\")");
  assert_parsed ("river OR lake ", "((\"river\") OR (\"lake\"))");
  assert_parsed ("river -lake -\"the sea\" ", "((\"river\") NOT (\"lake\" OR \"the sea\"))");
  assert_parsed ("river NOT lake ", "((\"river\") NOT (\"lake\"))");
  assert_parsed ("river NEAR lake ", "(NEAR (\"river\" \"lake\", 10))");
  assert_parsed ("river NEAR/3 lake NEAR/5 sea ", "(NEAR (\"river\" \"lake\" \"sea\", 5))");
  assert_parsed ("(river OR lake) boat ", "(((\"river\") OR (\"lake\")) AND \"boat\")");
  assert_parsed ("((((river", "(((((\"river\" *)))))");
  assert_parsed ("river) boat ", "(\"river\" AND \"boat\")");
  assert_parsed ("AND OR NOT NEAR", NULL);
  assert_parsed ("OR river ", "(\"river\")");
  assert_parsed ("river OR -lake ", "(\"river\")");
  assert_parsed ("F-16 don't e.g. ", "(\"F-16\" AND \"don't\" AND \"e.g.\")");
  assert_parsed ("气球", "(\"气 球\")");
  assert_parsed ("F16战机 ", "((\"F16\" AND \"战 机\"))");
  assert_parsed ("col:umn ^start a+b {x} ", "(\"col:umn\" AND \"^start\" AND \"a+b\" AND \"{x}\")");
}

static void
test_complement (void)
{
  g_autoptr (DeskSearchQuery) query = desk_search_query_parse ("-river -lake ");
  g_autoptr (DeskSearchQuery) positive = desk_search_query_parse ("river -lake ");

  g_assert_true (query->complement);
  g_assert_cmpstr (query->match, ==, "\"river\" OR \"lake\"");
  g_assert_false (positive->complement);
}

static void
test_split (void)
{
  g_autoptr (GString) split = g_string_new (NULL);

  desk_search_text_split (split, "Die 侦察气球 und ニュース, 끝.", strlen ("Die 侦察气球 und ニュース, 끝."));
  g_assert_cmpstr (split->str, ==, "侦 察 气 球 \xee\x80\x80 ニ ュ ー ス \xee\x80\x80 끝");
  g_assert_false (desk_search_text_is_single ('a'));
  g_assert_false (desk_search_text_is_single (0x0627));
  g_assert_false (desk_search_text_is_single (0x3002));
}

static void
assert_found (StoreFixture *fixture,
              const char *search,
              const char *expected)
{
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, search);
  g_autofree char *headlines = store_dup_headlines (list);

  if (g_strcmp0 (headlines, expected) != 0)
    g_test_message ("Searched for %s", search);
  g_assert_cmpstr (headlines, ==, expected);
}

static void
add_all (StoreFixture *fixture)
{
  static const char *const articles[][2] = {
    { "Balloon", "A surveillance balloon drifted over the coast. Café owners watched it." },
    { "气球事件", "美国军方周六击落了一只侦察气球。中国表示遗憾。" },
    { "ニュース", "昨日、東京で大きなニュースがありました。" },
    { "풍선", "미국은 풍선을 격추했다고 발표했다." },
    { "سفر", "زار الوزير العاصمة أمس." },
    { "हिन्दी समाचार", "प्रधानमंत्री ने कल हिन्दी में भाषण दिया।" },
    { "Straße", "Die Ministerin sprach über den Ausbau der Straßen in München." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *id = store_add_new (fixture->library, articles[i][0], articles[i][1]);
    }
}

static void
test_scripts (StoreFixture *fixture,
              gconstpointer data)
{
  add_all (fixture);

  assert_found (fixture, "surveil", "Balloon");
  assert_found (fixture, "surveil ", "");
  assert_found (fixture, "SURVEILLANCE balloon ", "Balloon");
  assert_found (fixture, "\"balloon surveillance\"", "");
  assert_found (fixture, "cafe ", "Balloon");
  assert_found (fixture, "cafe\xcc\x81 ", "Balloon");
  assert_found (fixture, "munchen ", "Straße");
  assert_found (fixture, "coast -café ", "");
  assert_found (fixture, "balloon OR ministerin ", "Straße,Balloon");
  assert_found (fixture, "drifted NEAR/1 coast ", "");
  assert_found (fixture, "drifted NEAR/2 coast ", "Balloon");

  /* Any part of a clause, of any length, but not across clauses. */
  assert_found (fixture, "气球", "气球事件");
  assert_found (fixture, "侦察气球", "气球事件");
  assert_found (fixture, "球", "气球事件");
  assert_found (fixture, "球中国", "");
  assert_found (fixture, "ニュース", "ニュース");
  assert_found (fixture, "東京で", "ニュース");
  assert_found (fixture, "미국", "풍선");
  assert_found (fixture, "격추", "풍선");
  assert_found (fixture, "الوزير", "سفر");
  assert_found (fixture, "الوز", "سفر");
  assert_found (fixture, "हिन्दी ", "हिन्दी समाचार");
  assert_found (fixture, "-balloon -气球 ", "Straße,हिन्दी समाचार,سفر,풍선,ニュース");
}

static char *
dup_first_snippet (StoreFixture *fixture,
                   const char *search)
{
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, search);
  g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_nonnull (row);

  return g_strdup (desk_article_row_get_snippet (row));
}

static void
assert_snippet (StoreFixture *fixture,
                const char *search,
                const char *expected)
{
  g_autofree char *snippet = dup_first_snippet (fixture, search);

  g_assert_nonnull (snippet);
  g_assert_nonnull (strstr (snippet, expected));
  g_assert_null (strchr (snippet, '\n'));
}

static void
assert_snippets (StoreFixture *fixture,
                 const char *search,
                 const char *expected,
                 guint n_rows)
{
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, search);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      while (!desk_article_row_get_loaded (row))
        g_main_context_iteration (NULL, TRUE);
      g_assert_nonnull (strstr (desk_article_row_get_snippet (row), expected));
    }
}

static void
test_snippets (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (DeskArticleList) all = NULL;
  g_autoptr (DeskArticleRow) row = NULL;
  g_autoptr (DeskAnnotation) annotation = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *id = NULL;

  add_all (fixture);
  id = store_add_new (fixture->library, "Plain", "Nothing to see \xe2\x81\xa7here\xe2\x81\xa9 at all.");
  annotation = store_mark (fixture->library, id, 0, 5, "Ask the lighthouse keeper");

  assert_snippet (fixture, "drifted ", "balloon \u2068drifted\u2069 over");
  assert_snippet (fixture, "侦察气球", "\u2068侦察气球\u2069。中国");
  assert_snippet (fixture, "lighthouse ", "the \u2068lighthouse\u2069 keeper");
  isolated = dup_first_snippet (fixture, "nothing ");
  g_assert_nonnull (strstr (isolated, "see here at"));

  /* Hits that stand together are asked for at once, those far apart one by one. */
  for (guint i = 0; i < 41; i++)
    {
      g_autofree char *hay = store_add_new (fixture->library, "Hay", i % 20 == 0 ? "A rare needle in dense straw." : "Hay in dense straw.");
    }
  assert_snippets (fixture, "needle ", "rare \u2068needle\u2069 in", 3);
  assert_snippets (fixture, "straw ", "dense \u2068straw\u2069.", 41);

  all = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (all), 0);
  g_assert_null (desk_article_row_get_snippet (row));
}

static void
test_names_and_notes (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Visit", "The minister met Okafor at noon.");
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new ("test-1", "en");
  g_autoptr (DeskEntity) entity = desk_entity_new ("e1", "Chidi Okafor", DESK_ENTITY_KIND_PERSON);
  g_autoptr (DeskMention) mention = desk_mention_new (24, 30, "Okafor", DESK_CONFIDENCE_SURE, "a surname");
  g_autoptr (DeskArticleList) by_note = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "umbrella ");
  g_autoptr (DeskAnnotation) annotation = NULL;
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GError) error = NULL;

  assert_found (fixture, "chidi ", "");
  desk_entity_add_mention (entity, mention);
  desk_analysis_add_entity (analysis, entity);
  g_assert_true (store_save_analysis (fixture->library, id, NULL, analysis, &error));
  assert_found (fixture, "chidi ", "Visit");
  assert_found (fixture, "chidi noon ", "Visit");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (by_note)), ==, 0);
  annotation = store_mark (fixture->library, id, 0, 5, "Bring an umbrella");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (by_note)), ==, 1);
  step = store_undo (fixture->library, &error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (by_note)), ==, 0);
  store_assert_sound (fixture->library);
}

/* Everything may be typed. */
static void
test_anything (StoreFixture *fixture,
               gconstpointer data)
{
  static const char *const pieces[] = {
    "river",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "*",
    "-",
    " ",
    "OR",
    "AND",
    "NOT",
    "NEAR",
    "NEAR/4",
    "NEAR/",
    ":",
    "^",
    "+",
    "{",
    "}",
    "气球",
    "é",
    "\xcc\x81",
    "\xf0\x9f\x8c\x8a",
    "'",
    ";",
    "--",
    "\t",
    "a",
    "search",
    "rowid",
    ",",
    "\\",
    "%",
    "\xe2\x80\x8f",
    "์",
    "\xee\x80\x80",
  };
  g_autoptr (DeskArticleList) list = NULL;
  guint n_rounds = g_test_slow () ? 20000 : 1500;

  add_all (fixture);
  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (DeskQuery) query = NULL;
      int n_pieces = g_test_rand_int_range (1, 14);

      for (int i = 0; i < n_pieces; i++)
        {
          g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (typed, ' ');
        }
      query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, typed->str);
      desk_article_list_set_query (list, query);
      /* An expression that the index does not take is a message, and messages are fatal here. */
      g_test_message ("%s", typed->str);
      store_settle (list);
    }
}

static void
fatal_log (const char *domain,
           GLogLevelFlags level,
           const char *message,
           gpointer data)
{
  g_error ("%s", message);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_log_set_handler ("desk-store", G_LOG_LEVEL_MESSAGE, fatal_log, NULL);

  g_test_add_func ("/search/parse", test_parse);
  g_test_add_func ("/search/complement", test_complement);
  g_test_add_func ("/search/split", test_split);
  g_test_add ("/search/scripts", StoreFixture, NULL, store_set_up, test_scripts, store_tear_down);
  g_test_add ("/search/snippets", StoreFixture, NULL, store_set_up, test_snippets, store_tear_down);
  g_test_add ("/search/names-and-notes", StoreFixture, NULL, store_set_up, test_names_and_notes, store_tear_down);
  g_test_add ("/search/anything", StoreFixture, NULL, store_set_up, test_anything, store_tear_down);

  return g_test_run ();
}
