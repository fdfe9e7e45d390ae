/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-open-private.h"
#include "desk-known.h"
#include "desk-migrations-private.h"
#include "store-fixture.h"

/* Steps that this program knows. */
#define N_SHIPPED 3

typedef struct
{
  const char *folder;
  const char *const *further; /* steps after the shipped ones */
} Opening;

static void
migration_free (gpointer data)
{
  DeskMigration *migration = data;

  g_free ((char *) migration->sql);
  g_free (migration);
}

static gboolean
open_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Opening *opening = data;
  g_autoptr (GPtrArray) shipped = desk_migrations_load (error);
  g_autoptr (GPtrArray) migrations = g_ptr_array_new_with_free_func (migration_free);

  for (guint i = 0; i < shipped->len + g_strv_length ((char **) opening->further); i++)
    {
      DeskMigration *migration = g_new0 (DeskMigration, 1);

      migration->number = (int) i + 1;
      migration->sql = g_strdup (i < shipped->len ? ((DeskMigration *) g_ptr_array_index (shipped, i))->sql
                                                  : opening->further[i - shipped->len]);
      g_ptr_array_add (migrations, migration);
    }

  result->data = GINT_TO_POINTER (TRUE);

  return desk_database_open (database, opening->folder, migrations, error);
}

/* Opens a library as a program would that knows further steps. */
static gboolean
open_further (const char *folder,
              const char *const *further,
              GError **error)
{
  Opening opening = { folder, further };
  g_autoptr (DeskDatabase) database = desk_database_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, store_async_cb, &result);

  desk_database_push (database, DESK_JOB_BARE, open_job, &opening, NULL, task);
  g_clear_object (&task);
  store_await (&result);
  desk_database_stop (database);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

static gint64
query (StoreFixture *fixture,
       const char *sql)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  number = desk_database_query_number (connection, sql);
  sqlite3_close (connection);

  return number;
}

/* A step that builds a table anew: its children stay, for the switch is off meanwhile. */
static const char rebuild[] =
  "CREATE TABLE new_original (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB NOT NULL, seen INTEGER);"
  "INSERT INTO new_original SELECT id, sha256, size, bytes, 1 FROM original;"
  "DROP TABLE original;"
  "ALTER TABLE new_original RENAME TO original;";

static void
test_steps (StoreFixture *fixture,
            gconstpointer data)
{
  const char *const further[] = { rebuild, "ALTER TABLE article ADD COLUMN mood TEXT; INSERT INTO search (search) VALUES ('rebuild')", NULL };
  g_autofree char *id = store_add_new (fixture->library, "One", "Words.");
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;

  store_close (fixture);
  g_assert_true (open_further (fixture->folder, further, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture, "PRAGMA user_version"), ==, N_SHIPPED + 2);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM article JOIN original ON original.id = original_id WHERE seen"), ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM search WHERE search MATCH 'words'"), ==, 1);

  /* With a backup of what was there before, which this program can put back. */
  backups = desk_library_list_backups (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_true (g_str_has_suffix (backups[0], "-form-" G_STRINGIFY (N_SHIPPED) ".db"));
  g_assert_null (store_open (fixture->folder, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_true (desk_library_restore_backup (fixture->folder, backups[0], &error));
  store_reopen (fixture);
  g_assert_cmpuint (store_count (fixture->library).all, ==, 1);
  store_assert_sound (fixture->library);
}

static void
test_failing_step (StoreFixture *fixture,
                   gconstpointer data)
{
  static const char *const bad[] = {
    "CREATE TABLE half (x); INSERT INTO half VALUES (1); SELECT no_such_function ()",
    "CREATE TABLE half (x); DELETE FROM original",
    "CREATE TABLE half (x); UPDATE article SET uuid = NULL",
  };
  g_autofree char *id = store_add_new (fixture->library, "One", "Words.");
  g_autofree char *form = g_strdup_printf ("form %d", N_SHIPPED + 2);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *const further[] = { "CREATE TABLE whole (x)", bad[i], NULL };
      g_autoptr (GError) error = NULL;

      store_close (fixture);
      g_assert_false (open_further (fixture->folder, further, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, form));

      /* The step before it stands; of this one there is nothing. */
      g_assert_cmpint (query (fixture, "PRAGMA user_version"), ==, N_SHIPPED + 1);
      g_assert_cmpint (query (fixture, "SELECT count(*) FROM sqlite_schema WHERE name = 'whole'"), ==, 1);
      g_assert_cmpint (query (fixture, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), ==, 0);
      g_assert_cmpint (query (fixture, "SELECT count(*) FROM article JOIN original ON original.id = original_id"), ==, 1);
    }
}

/* Tables as SQLite keeps them, without comments and white space that mean nothing. */
static char *
dup_schema (const char *path)
{
  sqlite3 *connection = NULL;
  sqlite3_stmt *stmt = NULL;
  g_autoptr (GString) schema = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (connection, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (schema, "%s %s %s\n", sqlite3_column_text (stmt, 0), sqlite3_column_text (stmt, 1), sqlite3_column_text (stmt, 2));
  sqlite3_finalize (stmt);
  sqlite3_close (connection);

  return g_string_free (g_steal_pointer (&schema), FALSE);
}

static void
load_golden (StoreFixture *fixture,
             const char *name)
{
  g_autofree char *golden = g_test_build_filename (G_TEST_DIST, "store", "golden", name, NULL);
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *sql = NULL;
  char *message = NULL;
  sqlite3 *connection = NULL;
  g_autoptr (GError) error = NULL;

  store_close (fixture);
  g_assert_true (g_file_get_contents (golden, &sql, NULL, &error));
  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_exec (connection, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (connection);
}

/* A library as an earlier release left it, kept as SQL: every later program opens it and finds everything. Brought up to
 * the current form it is the same as a new one. */
static void
test_golden (StoreFixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *fresh_schema = dup_schema (path);
  g_autofree char *golden_schema = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (DeskAnalysis) analysis = NULL;
  g_autoptr (DeskArticleList) list = NULL;
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *headlines = NULL;
  const char *id = "019a0000-0000-7000-8000-000000000001";

  load_golden (fixture, data);
  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_false (desk_library_get_read_only (fixture->library));
  store_assert_sound (fixture->library);
  golden_schema = dup_schema (path);
  g_assert_cmpstr (golden_schema, ==, fresh_schema);

  article = store_load (fixture->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_article_get_headline (article), ==, "Ferry service to Skarholm resumes");
  g_assert_cmpstr (desk_article_get_published (article), ==, "2026-10-02");
  g_assert_cmpint (desk_article_get_origin (article, DESK_FIELD_PUBLISHED), ==, DESK_ORIGIN_USER);
  g_assert_cmpuint (desk_version_get_n_blocks (desk_article_get_version (article)), ==, 3);
  g_assert_false (desk_article_get_unread (article));
  g_assert_true (desk_article_get_starred (article));
  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_cmpstr (desk_annotation_get_exact (g_ptr_array_index (annotations, 0)), ==, "after 19 days");
  g_assert_cmpstr (desk_annotation_get_note (g_ptr_array_index (annotations, 0)), ==, "Check the dates 🗓");
  analysis = store_load_analysis (fixture->library, id, "golden-1");
  g_assert_nonnull (analysis);
  g_assert_cmpuint (desk_analysis_get_entities (analysis)->len, ==, 1);
  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "skarholm");
  headlines = store_dup_headlines (list);
  g_assert_cmpstr (headlines, ==, "Ferry service to Skarholm resumes");
  desk_library_load_original_async (fixture->library, id, NULL, store_async_cb, &result);
  original = desk_library_load_original_finish (fixture->library, store_await (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpstr (desk_library_get_undo_name (fixture->library), ==, "Star");
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store_count (fixture->library).starred, ==, 0);
}

/* The rules of the second form. */
static void
test_golden_rules (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskRuleSet) rules = NULL;
  g_autoptr (DeskAnswerList) list = NULL;
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_ARTICLES, "Norled", DESK_ENTITY_KIND_ORGANISATION);
  DeskRule *rule;
  g_autoptr (GError) error = NULL;

  load_golden (fixture, "library-2.sql");
  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  desk_library_load_rules_async (fixture->library, NULL, store_async_cb, &result);
  rules = desk_library_load_rules_finish (fixture->library, store_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_rule_set_get_rules (rules)->len, ==, 2);
  rule = g_ptr_array_index (desk_rule_set_get_rules (rules), 0);
  g_assert_cmpint (desk_rule_get_action (rule), ==, DESK_RULE_ACTION_RENAME);
  g_assert_cmpstr (desk_rule_get_names (rule)[0], ==, "Nordled AS");
  rule = g_ptr_array_index (desk_rule_set_get_rules (rules), 1);
  g_assert_cmpstr (desk_rule_get_anchor (rule)->exact, ==, "after 19 days");
  g_assert_cmpstr (desk_rule_get_value (rule), ==, "P19D");

  list = desk_library_ask (fixture->library, question);
  store_wait_until (!desk_answer_list_get_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static int
run (StoreFixture *fixture,
     const char *sql)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;
  int code;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  code = sqlite3_exec (connection, sql, NULL, NULL, NULL);
  sqlite3_close (connection);

  return code;
}

/* The names of libraries from before they were looked up, and after. */
static void
test_golden_known (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DeskAnswerList) list = NULL;
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_KNOWN, NULL, -1);
  g_autoptr (DeskKnown) known = NULL;
  g_autoptr (GError) error = NULL;

  load_golden (fixture, data);
  g_assert_cmpint (run (fixture, "INSERT INTO naming VALUES (1, 0, 1, 'organisation', 'skarholm line', 'Skarholm Line', 0)"), ==, SQLITE_OK);
  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  question->words = g_strdup ("nor");
  list = desk_library_ask (fixture->library, question);
  store_wait_until (!desk_answer_list_get_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  known = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (desk_known_get_name (known), ==, "Norled");
  g_assert_cmpuint (desk_known_get_n_articles (known), ==, 1);
  g_assert_null (desk_known_get_other_name (known));

  /* By another name, too. */
  g_clear_object (&known);
  g_set_str (&question->words, "lin");
  desk_answer_list_set_question (list, question);
  store_wait_until (!desk_answer_list_get_loading (list));
  known = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (known);
  g_assert_cmpstr (desk_known_get_name (known), ==, "Norled");
  g_assert_cmpstr (desk_known_get_other_name (known), ==, "Skarholm Line");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/migrations/steps", StoreFixture, NULL, store_set_up, test_steps, store_tear_down);
  g_test_add ("/migrations/failing-step", StoreFixture, NULL, store_set_up, test_failing_step, store_tear_down);
  g_test_add ("/migrations/golden/1", StoreFixture, "library-1.sql", store_set_up, test_golden, store_tear_down);
  g_test_add ("/migrations/golden/2", StoreFixture, "library-2.sql", store_set_up, test_golden, store_tear_down);
  g_test_add ("/migrations/golden/3", StoreFixture, "library-3.sql", store_set_up, test_golden, store_tear_down);
  g_test_add ("/migrations/golden/rules", StoreFixture, NULL, store_set_up, test_golden_rules, store_tear_down);
  g_test_add ("/migrations/golden/known/2", StoreFixture, "library-2.sql", store_set_up, test_golden_known, store_tear_down);
  g_test_add ("/migrations/golden/known/3", StoreFixture, "library-3.sql", store_set_up, test_golden_known, store_tear_down);

  return g_test_run ();
}
