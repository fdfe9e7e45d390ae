/* Rules in the library: written by steps, taken back by them, and never lost.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "marked-article.h"
#include "store-fixture.h"

static const DeskIdentity ryder = { DESK_ENTITY_KIND_PERSON, (char *) "Ryder" };
static const DeskIdentity pat_ryder = { DESK_ENTITY_KIND_PERSON, (char *) "Pat Ryder" };

#define TEXT "{person:Ryder|Ryder} spoke in {place:Beijing|Beijing}. <person:Ryder|We saw a balloon>, {person:Ryder|Ryder} said."

static DeskRuleSet *
load_rules (DeskLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DeskRuleSet *rules;

  desk_library_load_rules_async (library, NULL, store_async_cb, &result);
  rules = desk_library_load_rules_finish (library, store_await (&result), &error);
  g_assert_no_error (error);

  return rules;
}

static guint
count_rules (DeskLibrary *library)
{
  g_autoptr (DeskRuleSet) rules = load_rules (library);

  return desk_rule_set_get_rules (rules)->len;
}

static DeskRule *
new_join (const char *article_id)
{
  DeskRule *rule = desk_rule_new (DESK_RULE_ACTION_JOIN, article_id != NULL ? DESK_RULE_SCOPE_ARTICLE : DESK_RULE_SCOPE_LIBRARY, article_id);

  desk_rule_set_subject (rule, &ryder);
  desk_rule_add_name (rule, "General Ryder");
  desk_rule_add_name (rule, "the general");
  desk_rule_set_target (rule, &pat_ryder);

  return rule;
}

static void
apply (DeskLibrary *library,
       DeskRule *before,
       DeskRule *after)
{
  g_autoptr (DeskStep) step = desk_step_new ("Repair");
  DeskRule *rule = after != NULL ? after : before;
  const char *article_id = desk_rule_get_article_id (rule);
  g_autoptr (GError) error = NULL;

  if (article_id == NULL && before != NULL)
    article_id = desk_rule_get_article_id (before);
  desk_step_add (step, DESK_CHANGE_RULE, article_id != NULL ? article_id : "", desk_rule_get_id (rule),
                 before != NULL ? desk_rule_to_variant (before) : NULL, after != NULL ? desk_rule_to_variant (after) : NULL);
  store_apply (library, step, &error);
  g_assert_no_error (error);
}

static void
assert_same (DeskLibrary *library,
             DeskRule *rule)
{
  const char *const ids[] = { desk_rule_get_id (rule), "none", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GVariant) expected = g_variant_ref_sink (desk_rule_to_variant (rule));
  g_autoptr (GError) error = NULL;

  desk_library_find_rules_async (library, ids, NULL, store_async_cb, &result);
  found = desk_library_find_rules_finish (library, store_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  stored = g_variant_ref_sink (desk_rule_to_variant (g_ptr_array_index (found, 0)));
  g_assert_cmpvariant (stored, expected);
}

static void
told_cb (DeskLibrary *library,
         const char *article_id,
         gpointer data)
{
  g_string_append_printf (data, "%s;", *article_id != '\0' ? "article" : "library");
}

static void
test_steps (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *id = marked_add (fixture->library, "Balloon", NULL, NULL, TEXT);
  g_autoptr (DeskRule) wide = new_join (NULL);
  g_autoptr (DeskRule) own = new_join (id);
  g_autoptr (DeskRule) date = desk_rule_new (DESK_RULE_ACTION_DATE, DESK_RULE_SCOPE_MENTION, id);
  g_autoptr (DeskText) text = desk_text_new ("Balloon\n\nRyder spoke in Beijing.", -1);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (DeskRule) moved = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->library, "rules-changed", G_CALLBACK (told_cb), told);
  g_assert_cmpuint (count_rules (fixture->library), ==, 0);
  apply (fixture->library, NULL, wide);
  apply (fixture->library, NULL, own);
  desk_rule_set_anchor (date, text, 9, 14);
  desk_rule_set_value (date, "2023-02-05");
  apply (fixture->library, NULL, date);
  g_assert_cmpuint (count_rules (fixture->library), ==, 3);
  assert_same (fixture->library, wide);
  assert_same (fixture->library, own);
  assert_same (fixture->library, date);
  store_wait_until (strcmp (told->str, "library;article;article;") == 0);

  /* Out of the article into the library, and back. */
  moved = desk_rule_copy_with_scope (own, DESK_RULE_SCOPE_LIBRARY, NULL);
  apply (fixture->library, own, moved);
  assert_same (fixture->library, moved);
  store_reopen (fixture);
  assert_same (fixture->library, moved);
  g_assert_cmpstr (desk_library_get_undo_name (fixture->library), ==, "Repair");
  g_object_unref (store_undo (fixture->library, &error));
  g_assert_no_error (error);
  assert_same (fixture->library, own);
  g_object_unref (store_redo (fixture->library, &error));
  g_assert_no_error (error);
  assert_same (fixture->library, moved);

  /* Removed, and back again by undo. */
  apply (fixture->library, wide, NULL);
  g_assert_cmpuint (count_rules (fixture->library), ==, 2);
  store_reopen (fixture);
  g_assert_cmpuint (count_rules (fixture->library), ==, 2);
  g_object_unref (store_undo (fixture->library, &error));
  g_assert_no_error (error);
  assert_same (fixture->library, wide);
  for (guint i = 0; i < 4; i++)
    {
      g_object_unref (store_undo (fixture->library, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_rules (fixture->library), ==, 0);
  store_assert_sound (fixture->library);
}

static void
run_sql (StoreFixture *fixture,
         const char *sql)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 10000);
  sqlite3_exec (connection, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (connection);
}

static gint64
query (StoreFixture *fixture,
       const char *sql)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (connection, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (connection);

  return number;
}

/* A rule that this program does not understand is not applied, hides no other, and stays. */
static void
test_unknown (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (DeskRule) rule = new_join (NULL);

  apply (fixture->library, NULL, rule);
  store_close (fixture);
  run_sql (fixture, "INSERT INTO rule (uuid, created, action, scope, subject_kind, subject_name) "
                    "VALUES ('019a0000-0000-7000-8000-00000000000a', 1, 'praise', 'galaxy', 'person', 'Ryder')");
  store_reopen (fixture);
  g_test_expect_message ("desk-store", G_LOG_LEVEL_MESSAGE, "A rule was passed over*");
  g_assert_cmpuint (count_rules (fixture->library), ==, 1);
  g_test_assert_expected_messages ();
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM rule WHERE deleted = 0"), ==, 2);
}

/* Another program on the same library. */
static void
test_foreign (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (DeskRule) rule = new_join (NULL);
  g_autofree char *sql = NULL;

  apply (fixture->library, NULL, rule);
  g_assert_cmpuint (count_rules (fixture->library), ==, 1);
  sql = g_strdup_printf ("UPDATE rule SET deleted = 1 WHERE uuid = '%s'", desk_rule_get_id (rule));
  run_sql (fixture, sql);
  g_assert_cmpuint (count_rules (fixture->library), ==, 0);
}

/* A step of which one half does not fit leaves nothing. */
static void
test_whole_or_nothing (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autofree char *id = marked_add (fixture->library, "Balloon", NULL, NULL, TEXT);
  g_autoptr (DeskRule) rule = new_join (id);
  g_autoptr (DeskStep) step = desk_step_new ("Both");
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_RULE, id, desk_rule_get_id (rule), NULL, desk_rule_to_variant (rule));
  desk_step_add (step, DESK_CHANGE_STARRED, "019a0000-0000-7000-8000-000000000009", NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  g_assert_false (store_apply (fixture->library, step, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_rules (fixture->library), ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM naming WHERE folded = 'pat ryder'"), ==, 0);
}

/* What is searched and asked follows the rules of an article, and their undo. */
static void
test_follow (StoreFixture *fixture,
             gconstpointer data)
{
  g_autofree char *id = marked_add (fixture->library, "Balloon", NULL, NULL, TEXT);
  g_autoptr (DeskRule) rule = new_join (id);
  g_autoptr (DeskArticleList) before = NULL;
  g_autoptr (DeskArticleList) during = NULL;
  g_autoptr (DeskArticleList) after = NULL;
  g_autoptr (DeskAnalysis) again = marked_new_analysis ("{person:Ryder|Ryder} spoke.", 9);
  g_autoptr (GError) error = NULL;

  before = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "\"pat ryder\"");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (before)), ==, 0);
  apply (fixture->library, NULL, rule);
  during = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "\"pat ryder\"");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (during)), ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM naming WHERE folded = 'pat ryder' AND idx = 0"), ==, 1);

  /* The next analysis is repaired as well. */
  store_save_analysis (fixture->library, id, NULL, again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM naming WHERE folded = 'pat ryder' AND idx = 0"), ==, 1);

  g_object_unref (store_undo (fixture->library, &error));
  after = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "\"pat ryder\"");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (after)), ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM naming WHERE folded = 'pat ryder'"), ==, 0);
  store_assert_sound (fixture->library);
}

/* A deleted article keeps its rules until it is gone for good. */
static void
test_purge (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *id = marked_add (fixture->library, "Balloon", NULL, NULL, TEXT);
  g_autoptr (DeskRule) own = new_join (id);
  g_autoptr (DeskRule) wide = new_join (NULL);

  apply (fixture->library, NULL, own);
  apply (fixture->library, NULL, wide);
  store_set_flag (fixture->library, id, DESK_CHANGE_DELETED, FALSE, TRUE);
  g_assert_cmpuint (count_rules (fixture->library), ==, 2);
  desk_library_purge (fixture->library, G_MAXINT64);
  g_assert_cmpuint (count_rules (fixture->library), ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM naming"), ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM saying"), ==, 0);
  store_assert_sound (fixture->library);
}

/* What an older program analysed gets its entries when the library is opened. */
static void
test_old_analyses (StoreFixture *fixture,
                   gconstpointer data)
{
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Balloon %u", i);
      g_autofree char *id = marked_add (fixture->library, headline, NULL, NULL, TEXT);
    }

  store_close (fixture);
  run_sql (fixture, "DELETE FROM naming; DELETE FROM saying; UPDATE analysis SET named = 0");
  store_reopen (fixture);
  store_wait_until (query (fixture, "SELECT count(*) FROM analysis WHERE named = 0") == 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM naming WHERE folded = 'ryder' AND idx = 0"), ==, 120);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM saying WHERE folded = ' we saw a balloon'"), ==, 120);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/rules/steps", StoreFixture, NULL, store_set_up, test_steps, store_tear_down);
  g_test_add ("/rules/unknown", StoreFixture, NULL, store_set_up, test_unknown, store_tear_down);
  g_test_add ("/rules/foreign", StoreFixture, NULL, store_set_up, test_foreign, store_tear_down);
  g_test_add ("/rules/whole-or-nothing", StoreFixture, NULL, store_set_up, test_whole_or_nothing, store_tear_down);
  g_test_add ("/rules/follow", StoreFixture, NULL, store_set_up, test_follow, store_tear_down);
  g_test_add ("/rules/purge", StoreFixture, NULL, store_set_up, test_purge, store_tear_down);
  g_test_add ("/rules/old-analyses", StoreFixture, NULL, store_set_up, test_old_analyses, store_tear_down);

  return g_test_run ();
}
