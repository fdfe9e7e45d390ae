/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-open-private.h"
#include "desk-list-order-private.h"
#include "desk-migrations-private.h"
#include "desk-sql-private.h"
#include "store-fixture.h"

/* Runs a function in the store thread of a library. */
static gboolean
run (DeskLibrary *library,
     DeskJobKind kind,
     DeskJobFunc func,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_push (library, kind, func, data, NULL, run, cancellable, store_async_cb, &result);

  return g_task_propagate_pointer (G_TASK (store_await (&result)), error) != NULL;
}

static gboolean
done (DeskJobResult *result)
{
  result->data = GINT_TO_POINTER (TRUE);

  return TRUE;
}

/* Every way in and out, NULL too, in the first and in the last place. */
static gboolean
round_trip_job (DeskDatabase *database,
                gpointer data,
                DeskJobResult *result,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (DeskSql) row = desk_sql_get (database, "SELECT ?, ?, ?, ?, ?, ?, ?, ?", error);
  g_autoptr (GBytes) bytes = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) bytes_out = NULL;
  g_autoptr (GBytes) nothing_out = NULL;
  g_autofree char *text = NULL;
  g_autofree char *cut = NULL;
  gsize n_bytes;
  int nick;

  desk_sql_bind_null (row, 0);
  desk_sql_bind_int (row, 1, G_MININT64);
  desk_sql_bind_text (row, 2, "žluťoučký 🐴");
  desk_sql_bind_text_n (row, 3, "truncated", 5);
  desk_sql_bind_bytes (row, 4, bytes);
  desk_sql_bind_bytes (row, 5, nothing);
  desk_sql_bind_nick (row, 6, DESK_TYPE_BLOCK_KIND, DESK_BLOCK_KIND_LIST_ITEM);
  desk_sql_bind_text (row, 7, NULL);

  g_assert_cmpint (desk_sql_step (row, error), ==, DESK_SQL_ROW);
  g_assert_true (desk_sql_is_null (row, 0));
  g_assert_null (desk_sql_get_text (row, 0, NULL));
  g_assert_null (desk_sql_dup_bytes (row, 0));
  g_assert_cmpint (desk_sql_get_int (row, 1), ==, G_MININT64);
  g_assert_cmpuint (desk_sql_get_uint (row, 1), ==, G_MAXUINT);
  text = desk_sql_dup_text (row, 2);
  g_assert_cmpstr (text, ==, "žluťoučký 🐴");
  cut = desk_sql_dup_text (row, 3);
  g_assert_cmpstr (cut, ==, "trunc");
  g_assert_cmpstr (desk_sql_get_text (row, 3, &n_bytes), ==, "trunc");
  g_assert_cmpuint (n_bytes, ==, 5);
  bytes_out = desk_sql_dup_bytes (row, 4);
  g_assert_true (g_bytes_equal (bytes, bytes_out));
  nothing_out = desk_sql_dup_bytes (row, 5);
  g_assert_nonnull (nothing_out);
  g_assert_cmpuint (g_bytes_get_size (nothing_out), ==, 0);
  g_assert_true (desk_sql_get_nick (row, 6, DESK_TYPE_BLOCK_KIND, &nick));
  g_assert_cmpint (nick, ==, DESK_BLOCK_KIND_LIST_ITEM);
  g_assert_false (desk_sql_get_nick (row, 7, DESK_TYPE_BLOCK_KIND, &nick));
  g_assert_true (desk_sql_is_null (row, 7));
  g_assert_cmpint (desk_sql_step (row, error), ==, DESK_SQL_DONE);

  return done (result);
}

static gboolean
reuse_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  const char *sql = "SELECT ?1";
  DeskSql *first = desk_sql_get (database, sql, error);
  DeskSql *meanwhile = desk_sql_get (database, sql, error);
  DeskSql *again;

  g_assert_true (first != meanwhile);
  desk_sql_bind_int (first, 0, 7);
  desk_sql_release (first);
  desk_sql_release (meanwhile);
  again = desk_sql_get (database, sql, error);
  g_assert_true (first == again);
  g_assert_cmpint (desk_sql_step (again, error), ==, DESK_SQL_ROW);
  g_assert_true (desk_sql_is_null (again, 0));
  desk_sql_release (again);

  /* A wrong place is told by the next step; wrong SQL at once. */
  again = desk_sql_get (database, sql, error);
  desk_sql_bind_int (again, 1, 7);
  g_assert_cmpint (desk_sql_step (again, error), ==, DESK_SQL_FAILED);
  g_assert_error (*error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_clear_error (error);
  desk_sql_release (again);
  g_assert_null (desk_sql_get (database, "SELEKT", error));
  g_assert_error (*error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_clear_error (error);

  return done (result);
}

static void
test_statements (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture->library, DESK_JOB_READ, round_trip_job, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (run (fixture->library, DESK_JOB_READ, reuse_job, NULL, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
pragmas_job (DeskDatabase *database,
             gpointer data,
             DeskJobResult *result,
             GCancellable *cancellable,
             GError **error)
{
  sqlite3 *connection = desk_database_get_connection (database);

  g_assert_cmpint (desk_database_query_number (connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (desk_database_query_number (connection, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (desk_database_query_number (connection, "PRAGMA busy_timeout"), >=, 1000);
  g_assert_cmpint (desk_database_query_number (connection, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (desk_database_query_number (connection, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  g_assert_cmpint (desk_database_query_number (connection, "PRAGMA application_id"), ==, DESK_MIGRATIONS_APPLICATION_ID);

  return done (result);
}

static void
test_pragmas (StoreFixture *fixture,
              gconstpointer data)
{
  g_assert_true (run (fixture->library, DESK_JOB_BARE, pragmas_job, NULL, NULL, NULL));
}

/* No query of lists and of the background may read across a table. */
static gboolean
plans_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  GHashTableIter iter;
  gpointer sql;
  guint n_seen = 0;

  for (int sort = DESK_SORT_ADDED; sort <= DESK_SORT_SOURCE; sort++)
    for (int filter = DESK_FILTER_ALL; filter <= DESK_FILTER_MARKED; filter++)
      {
        g_autoptr (DeskSql) walk = desk_list_order_walk (database, (DeskSort) sort, (DeskFilter) filter, NULL, 10, error);

        g_assert_nonnull (walk);
      }

  g_hash_table_iter_init (&iter, desk_database_get_prepared (database));
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    {
      g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
      sqlite3_stmt *stmt = NULL;

      if (!g_str_has_prefix (sql, "SELECT NULL, 0, id") && strstr (sql, "INDEXED BY") == NULL)
        continue;
      n_seen++;
      g_assert_cmpint (sqlite3_prepare_v2 (desk_database_get_connection (database), explain, -1, &stmt, NULL), ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          const char *plan = (const char *) sqlite3_column_text (stmt, 3);

          g_test_message ("%s", plan);
          g_assert_nonnull (strstr (plan, "SEARCH article USING COVERING INDEX"));
        }
      sqlite3_finalize (stmt);
    }
  g_assert_cmpuint (n_seen, ==, 16);

  return done (result);
}

static void
test_plans (StoreFixture *fixture,
            gconstpointer data)
{
  store_reopen (fixture);
  g_assert_true (run (fixture->library, DESK_JOB_READ, plans_job, NULL, NULL, NULL));
}

/* Holds the store thread until it is let go. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean open;
  gboolean reached;
} Gate;

static gboolean
gate_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->reached = TRUE;
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return done (result);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static gboolean
record_job (DeskDatabase *database,
            gpointer data,
            DeskJobResult *result,
            GCancellable *cancellable,
            GError **error)
{
  g_string_append_c ((GString *) data, 'x');

  return done (result);
}

/* A job that waits is dropped at once when it is cancelled, while another one holds the thread. */
static void
test_cancel_queued (StoreFixture *fixture,
                    gconstpointer data)
{
  Gate gate = { 0 };
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) held = NULL;
  g_autoptr (GAsyncResult) dropped_read = NULL;
  g_autoptr (GAsyncResult) dropped_write = NULL;
  g_autoptr (GAsyncResult) kept = NULL;
  g_autoptr (GError) error = NULL;

  desk_library_push (fixture->library, DESK_JOB_BARE, gate_job, &gate, NULL, run, NULL, store_async_cb, &held);
  desk_library_push (fixture->library, DESK_JOB_READ, record_job, log, NULL, run, cancellable, store_async_cb, &dropped_read);
  desk_library_push (fixture->library, DESK_JOB_WRITE, record_job, log, NULL, run, cancellable, store_async_cb, &dropped_write);
  desk_library_push (fixture->library, DESK_JOB_READ, record_job, log, NULL, run, NULL, store_async_cb, &kept);
  g_cancellable_cancel (cancellable);

  g_assert_null (g_task_propagate_pointer (G_TASK (store_await (&dropped_read)), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (g_task_propagate_pointer (G_TASK (store_await (&dropped_write)), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (held);

  open_gate (&gate);
  store_await (&kept);
  g_assert_cmpstr (log->str, ==, "x");
}

static gboolean
endless_job (DeskDatabase *database,
             gpointer data,
             DeskJobResult *result,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (DeskSql) row = NULL;
  Gate *gate = data;

  open_gate (gate);
  row = desk_sql_get (database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n", error);

  /* It may have been interrupted before it ran. */
  return row != NULL && desk_sql_step (row, error) == DESK_SQL_ROW;
}

/* A statement that would run for ever is interrupted, and only that. */
static void
test_cancel_running (StoreFixture *fixture,
                     gconstpointer data)
{
  for (guint round = 0; round < 20; round++)
    {
      Gate gate = { 0 };
      g_autoptr (GString) log = g_string_new (NULL);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) endless = NULL;
      g_autoptr (GAsyncResult) next = NULL;
      g_autoptr (GError) error = NULL;

      desk_library_push (fixture->library, DESK_JOB_READ, endless_job, &gate, NULL, run, cancellable, store_async_cb, &endless);
      desk_library_push (fixture->library, DESK_JOB_READ, round_trip_job, log, NULL, run, NULL, store_async_cb, &next);
      g_mutex_lock (&gate.mutex);
      while (!gate.open)
        g_cond_wait (&gate.cond, &gate.mutex);
      g_mutex_unlock (&gate.mutex);
      g_usleep (round * 200);
      g_cancellable_cancel (cancellable);

      g_assert_null (g_task_propagate_pointer (G_TASK (store_await (&endless)), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_nonnull (g_task_propagate_pointer (G_TASK (store_await (&next)), &error));
      g_assert_no_error (error);
    }
}

/* A cancel that comes too late for its own job does not hit the next one. */
static void
test_cancel_late (StoreFixture *fixture,
                  gconstpointer data)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GString) log = g_string_new (NULL);
      g_autoptr (GAsyncResult) first = NULL;
      g_autoptr (GAsyncResult) second = NULL;
      g_autoptr (GError) error = NULL;

      desk_library_push (fixture->library, DESK_JOB_READ, record_job, log, NULL, run, cancellable, store_async_cb, &first);
      desk_library_push (fixture->library, DESK_JOB_READ, round_trip_job, NULL, NULL, run, NULL, store_async_cb, &second);
      for (guint spin = 0; spin < round % 50; spin++)
        g_thread_yield ();
      g_cancellable_cancel (cancellable);
      g_assert_nonnull (g_task_propagate_pointer (G_TASK (store_await (&second)), &error));
      g_assert_no_error (error);
      store_await (&first);
    }
}

static gboolean
failing_job (DeskDatabase *database,
             gpointer data,
             DeskJobResult *result,
             GCancellable *cancellable,
             GError **error)
{
  g_assert_true (desk_database_exec (database, "INSERT INTO meta (key, value) VALUES ('half', 'done')", error));
  g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED, "On purpose");

  return FALSE;
}

static gboolean
meta_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO meta (key, value) VALUES ('%s', 'done')", (char *) data);

  return desk_database_exec (database, sql, error) && done (result);
}

static gboolean
count_meta_job (DeskDatabase *database,
                gpointer data,
                DeskJobResult *result,
                GCancellable *cancellable,
                GError **error)
{
  *(gint64 *) data = desk_database_query_number (desk_database_get_connection (database), "SELECT count(*) FROM meta WHERE value = 'done'");

  return done (result);
}

/* Writes that share a transaction fail by themselves, and what failed leaves nothing. */
static void
test_groups (StoreFixture *fixture,
             gconstpointer data)
{
  Gate gate = { 0 };
  g_autoptr (GAsyncResult) held = NULL;
  GAsyncResult *results[3] = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 n_done;

  desk_library_push (fixture->library, DESK_JOB_BARE, gate_job, &gate, NULL, run, NULL, store_async_cb, &held);
  desk_library_push (fixture->library, DESK_JOB_WRITE, meta_job, (gpointer) "one", NULL, run, NULL, store_async_cb, &results[0]);
  desk_library_push (fixture->library, DESK_JOB_WRITE, failing_job, NULL, NULL, run, NULL, store_async_cb, &results[1]);
  desk_library_push (fixture->library, DESK_JOB_WRITE, meta_job, (gpointer) "two", NULL, run, NULL, store_async_cb, &results[2]);
  open_gate (&gate);
  store_await (&results[2]);

  g_assert_nonnull (g_task_propagate_pointer (G_TASK (results[0]), &error));
  g_assert_null (g_task_propagate_pointer (G_TASK (results[1]), &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_nonnull (g_task_propagate_pointer (G_TASK (results[2]), &error));
  g_assert_true (run (fixture->library, DESK_JOB_READ, count_meta_job, &n_done, NULL, &error));
  g_assert_cmpint (n_done, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
}

/* An article that is purged takes all that belongs to it along, and nothing else. */
static gboolean
leftovers_job (DeskDatabase *database,
               gpointer data,
               DeskJobResult *result,
               GCancellable *cancellable,
               GError **error)
{
  static const char *const tables[] = {
    "article",
    "version",
    "block",
    "span",
    "left_out",
    "image",
    "field",
    "author",
    "warning",
    "annotation",
    "original",
    "analysis",
    "sentence",
    "entity",
    "entity_alias",
    "entity_role",
    "mention",
    "quote",
    "quote_part",
    "dating",
    "statement",
    "search_text",
    "search_docsize",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", tables[i]);

      g_test_message ("%s", tables[i]);
      g_assert_cmpint (desk_database_query_number (desk_database_get_connection (database), sql), ==, 0);
    }

  return done (result);
}

static void
test_leftovers (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Gone", "This one goes.");
  g_autoptr (DeskAnnotation) annotation = store_mark (fixture->library, id, 0, 4, "A note");
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new ("test-1", "en");
  g_autoptr (GError) error = NULL;

  desk_analysis_add_sentence (analysis, 0, 4);
  store_save_analysis (fixture->library, id, NULL, analysis, &error);
  g_assert_no_error (error);
  store_set_flag (fixture->library, id, DESK_CHANGE_DELETED, FALSE, TRUE);
  desk_library_purge (fixture->library, g_get_real_time () + G_TIME_SPAN_HOUR);
  store_count (fixture->library);
  g_assert_true (run (fixture->library, DESK_JOB_READ, leftovers_job, NULL, NULL, &error));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/database/statements", StoreFixture, NULL, store_set_up, test_statements, store_tear_down);
  g_test_add ("/database/pragmas", StoreFixture, NULL, store_set_up, test_pragmas, store_tear_down);
  g_test_add ("/database/plans", StoreFixture, NULL, store_set_up, test_plans, store_tear_down);
  g_test_add ("/database/cancel-queued", StoreFixture, NULL, store_set_up, test_cancel_queued, store_tear_down);
  g_test_add ("/database/cancel-running", StoreFixture, NULL, store_set_up, test_cancel_running, store_tear_down);
  g_test_add ("/database/cancel-late", StoreFixture, NULL, store_set_up, test_cancel_late, store_tear_down);
  g_test_add ("/database/groups", StoreFixture, NULL, store_set_up, test_groups, store_tear_down);
  g_test_add ("/database/leftovers", StoreFixture, NULL, store_set_up, test_leftovers, store_tear_down);

  return g_test_run ();
}
