/* Libraries that something happened to.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sys/stat.h>
#include <unistd.h>

#include "desk-backup-private.h"
#include "store-fixture.h"

#define NOBODY 65534

static void
add_some (StoreFixture *fixture,
          guint n_articles)
{
  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Story %u", i);
      g_autofree char *id = store_add_new (fixture->library, headline, "Some words that fill a page or two, if there are enough of them.");
    }
}

static char *
dup_contents (const char *path,
              gsize *n_bytes)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, n_bytes, &error);
  g_assert_no_error (error);

  return contents;
}

static void
overwrite (const char *path,
           const char *data,
           gsize n_bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize) n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Opens read-only, says so, refuses changes, and leaves the file as it is. */
static void
assert_read_only (StoreFixture *fixture,
                  const char *path)
{
  g_autoptr (DeskArticle) article = store_new_article ("New", "Not to be stored.");
  g_autoptr (DeskArticleList) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    before = dup_contents (path, &n_before);

  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_true (desk_library_get_read_only (fixture->library));
  g_assert_nonnull (desk_library_get_problem (fixture->library));
  g_assert_null (store_add (fixture->library, article, "x", NULL, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY);
  desk_library_set_position (fixture->library, "x", 1);
  desk_library_mark_read (fixture->library, "x");
  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_clear_object (&list);
  store_close (fixture);

  if (before != NULL)
    {
      after = dup_contents (path, &n_after);
      g_assert_cmpmem (before, n_before, after, n_after);
    }
  else
    {
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static char *
find_damaged (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "library-damaged-") && g_str_has_suffix (name, ".db"))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

/* Damages the closed library in one of several ways. */
static void
damage (StoreFixture *fixture,
        const char *how,
        const char *path)
{
  g_autofree char *contents = NULL;
  gsize n_bytes;

  contents = dup_contents (path, &n_bytes);
  if (strcmp (how, "empty") == 0)
    {
      overwrite (path, "", 0);
    }
  else if (strcmp (how, "garbage") == 0)
    {
      memset (contents, 'x', n_bytes);
      overwrite (path, contents, n_bytes);
    }
  else if (strcmp (how, "text") == 0)
    {
      overwrite (path, "My shopping list", strlen ("My shopping list"));
    }
  else if (strcmp (how, "cut") == 0)
    {
      overwrite (path, contents, n_bytes / 2);
    }
  else if (strcmp (how, "schema") == 0)
    {
      memset (contents + 100, 0xa5, 1000);
      overwrite (path, contents, n_bytes);
    }
  else if (strcmp (how, "middle") == 0)
    {
      memset (contents + n_bytes / 3 / 4096 * 4096, 0xa5, n_bytes / 3);
      overwrite (path, contents, n_bytes);
    }
  else if (strcmp (how, "foreign") == 0)
    {
      sqlite3 *connection = NULL;

      g_unlink (path);
      g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (connection, "CREATE TABLE bookmark (url); PRAGMA user_version = 1", NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (connection);
    }
  else
    {
      g_assert_cmpstr (how, ==, "missing");
      g_unlink (path);
    }
}

static void
test_damaged (StoreFixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *damaged = NULL;
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;

  add_some (fixture, 60);
  g_assert_true (store_back_up (fixture->library));
  store_close (fixture);

  damage (fixture, data, path);
  assert_read_only (fixture, path);
  /* Once more: the first time changed nothing. */
  assert_read_only (fixture, path);

  backups = desk_library_list_backups (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_true (desk_library_restore_backup (fixture->folder, backups[0], &error));
  g_assert_no_error (error);
  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_false (desk_library_get_read_only (fixture->library));
  g_assert_cmpuint (store_count (fixture->library).all, ==, 60);
  store_assert_sound (fixture->library);

  /* The damaged file is kept. */
  damaged = find_damaged (fixture->folder);
  if (strcmp (data, "missing") != 0)
    g_assert_nonnull (damaged);
}

static void
test_start_anew (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *damaged = NULL;
  g_autoptr (GError) error = NULL;

  add_some (fixture, 5);
  g_assert_true (store_back_up (fixture->library));
  /* Not while it is open. */
  g_assert_false (desk_library_restore_backup (fixture->folder, NULL, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);
  store_close (fixture);

  damage (fixture, "garbage", path);
  g_assert_true (desk_library_restore_backup (fixture->folder, NULL, &error));
  g_assert_no_error (error);
  store_reopen (fixture);
  g_assert_false (desk_library_get_read_only (fixture->library));
  g_assert_cmpuint (store_count (fixture->library).all, ==, 0);
  damaged = find_damaged (fixture->folder);
  g_assert_nonnull (damaged);

  /* That leave was for once. */
  store_close (fixture);
  damage (fixture, "missing", path);
  assert_read_only (fixture, path);
}

static void
test_bad_backup (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *backup = store_dup_path (fixture, "backups/library-2020-02-02.db");
  g_autoptr (GError) error = NULL;

  add_some (fixture, 5);
  g_assert_true (store_back_up (fixture->library));
  store_close (fixture);
  overwrite (backup, "nothing", 7);
  g_assert_false (desk_library_restore_backup (fixture->folder, "library-2020-02-02.db", &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED);
  store_reopen (fixture);
  g_assert_cmpuint (store_count (fixture->library).all, ==, 5);
}

/* Damage that nobody sees until he comes there: what is read before still shows, nothing is written any more. */
static void
test_found_later (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *contents = NULL;
  g_autoptr (DeskArticle) article = store_new_article ("New", "Not to be stored.");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) problems = NULL;
  gsize n_bytes;
  gsize n_damaged;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = NULL;

      for (guint j = 0; j < 30000; j++)
        g_string_append_printf (text, "w%u-%u ", i, j);
      id = store_add_new (fixture->library, "Long", text->str);
    }
  store_close (fixture);

  contents = dup_contents (path, &n_bytes);
  g_assert_cmpuint (n_bytes, >, 10 * 1024 * 1024);
  n_damaged = n_bytes / 2 / 4096 * 4096;
  memset (contents + n_damaged, 0xa5, n_bytes / 4);
  overwrite (path, contents, n_bytes);

  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  problems = store_check (fixture->library);
  g_assert_nonnull (problems[0]);

  for (guint i = 0; i < 40 && !desk_library_get_read_only (fixture->library); i++)
    {
      g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
      g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (DeskArticle) loaded = NULL;

      if (row == NULL || desk_article_row_get_id (row) == NULL)
        break;
      loaded = store_load (fixture->library, desk_article_row_get_id (row), NULL);
    }
  g_assert_true (desk_library_get_read_only (fixture->library));
  g_assert_nonnull (desk_library_get_problem (fixture->library));
  g_assert_null (store_add (fixture->library, article, "x", NULL, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY);
}

/* Somebody deleted the log of a library that was not closed: the state before it, and no half of anything. */
static void
test_log_deleted (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *copy_folder = store_dup_path (fixture, "copy");
  g_autofree char *copy = g_build_filename (copy_folder, "library.db", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (DeskLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  add_some (fixture, 10);
  store_reopen (fixture);
  add_some (fixture, 7);
  contents = dup_contents (path, &n_bytes);
  g_assert_cmpint (g_mkdir (copy_folder, 0700), ==, 0);
  overwrite (copy, contents, n_bytes);

  library = store_open (copy_folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store_count (library).all, ==, 10);
  store_assert_sound (library);
  desk_library_close (library);
}

static void
test_newer (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *connection = NULL;
  gsize n_before;
  gsize n_after;

  store_close (fixture);
  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_exec (connection, "PRAGMA user_version = 4711", NULL, NULL, NULL);
  sqlite3_close (connection);

  before = dup_contents (path, &n_before);
  g_assert_null (store_open (fixture->folder, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "4711"));
  after = dup_contents (path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* The newer form stands in the log only, as a newer program leaves it that was killed. */
static void
test_newer_in_log (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy_folder = store_dup_path (fixture, "copy");
  g_autoptr (GError) error = NULL;
  sqlite3 *connection = NULL;
  gsize n_before;
  gsize n_after;

  g_assert_cmpint (g_mkdir (copy_folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 5000);
  g_assert_cmpint (sqlite3_exec (connection, "PRAGMA user_version = 4711", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < 2; i++)
    {
      static const char *const names[] = { "library.db", "library.db-wal" };
      g_autofree char *from = store_dup_path (fixture, names[i]);
      g_autofree char *to = g_build_filename (copy_folder, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize n_bytes;

      contents = dup_contents (from, &n_bytes);
      overwrite (to, contents, n_bytes);
      if (i == 0)
        {
          before = g_steal_pointer (&contents);
          n_before = n_bytes;
        }
    }
  sqlite3_close (connection);

  g_assert_null (store_open (copy_folder, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NEWER);
  g_free (path);
  path = g_build_filename (copy_folder, "library.db", NULL);
  after = dup_contents (path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Root may write anywhere, so the test goes on as nobody. */
static void
test_protected_subprocess (void)
{
  StoreFixture fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskArticleList) list = NULL;
  g_auto (GStrv) problems = NULL;

  /* Not in the test's own folder, which is open to root only. */
  fixture.folder = g_mkdtemp (g_strdup ("/tmp/newsdesk-protected-XXXXXX"));
  g_assert_nonnull (fixture.folder);
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture.folder, NOBODY, (gid_t) -1), ==, 0);
      g_assert_cmpint (seteuid (NOBODY), ==, 0);
    }
  fixture.library = store_open (fixture.folder, &error);
  g_assert_no_error (error);
  add_some (&fixture, 3);
  store_close (&fixture);
  path = store_dup_path (&fixture, "library.db");

  /* The file, then the folder. */
  g_chmod (path, 0400);
  assert_read_only (&fixture, path);
  g_chmod (path, 0600);
  g_chmod (fixture.folder, 0500);
  assert_read_only (&fixture, path);
  fixture.library = store_open (fixture.folder, &error);
  g_assert_no_error (error);
  list = store_list (fixture.library, DESK_SORT_ADDED, DESK_FILTER_ALL, "words");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_clear_object (&list);
  problems = store_check (fixture.library);
  g_assert_cmpstr (problems[0], ==, NULL);
  store_close (&fixture);

  /* None to read, none to be made. */
  g_chmod (fixture.folder, 0700);
  g_unlink (path);
  g_chmod (fixture.folder, 0500);
  g_assert_null (store_open (fixture.folder, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY);
  g_clear_error (&error);
  fresh = g_build_filename (fixture.folder, "below", NULL);
  g_assert_null (store_open (fresh, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);

  g_chmod (fixture.folder, 0700);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  store_remove_folder (fixture.folder);
  g_free (fixture.folder);
}

static void
test_protected (void)
{
  g_test_trap_subprocess ("/damage/protected/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_not_readable (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autoptr (GError) error = NULL;

  store_close (fixture);
  g_unlink (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (store_open (fixture->folder, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_rmdir (path);
}

/* The index is derived: a broken one is made again. */
static void
test_broken_index (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskArticleList) list = NULL;
  sqlite3 *connection = NULL;

  add_some (fixture, 20);
  store_close (fixture);
  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "UPDATE search_data SET block = x'ffffffffffff' WHERE id > 10", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);

  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_false (desk_library_get_read_only (fixture->library));
  store_assert_sound (fixture->library);
  list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "words");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20);
}

/* What `check` finds when somebody changed the file by hand. */
static void
test_check (StoreFixture *fixture,
            gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE original SET bytes = x'00'",
    "UPDATE version SET text = text || '!'",
    "UPDATE annotation SET exact = 'Other'",
    "UPDATE section_count SET n_all = 7 WHERE sort = 'total'",
    "DELETE FROM search_docsize",
    "DELETE FROM block WHERE idx = 1",
    "PRAGMA foreign_keys = OFF; INSERT INTO author VALUES (999, 0, 'Nobody')",
  };
  g_autofree char *path = store_dup_path (fixture, "library.db");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *id = store_add_new (fixture->library, "Story", "Some words.");
      g_autoptr (DeskAnnotation) annotation = store_mark (fixture->library, id, 0, 5, NULL);
      g_auto (GStrv) problems = NULL;
      sqlite3 *connection = NULL;

      store_assert_sound (fixture->library);
      store_close (fixture);
      g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (connection, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (connection);
      store_reopen (fixture);
      problems = store_check (fixture->library);
      g_test_message ("%s → %s", changes[i], problems[0]);
      g_assert_nonnull (problems[0]);

      store_close (fixture);
      g_unlink (path);
      store_reopen (fixture);
    }
}

int
main (int argc,
      char *argv[])
{
  static const char *const ways[] = { "empty", "garbage", "text", "cut", "schema", "middle", "foreign", "missing" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *name = g_strconcat ("/damage/", ways[i], NULL);

      g_test_add (name, StoreFixture, ways[i], store_set_up, test_damaged, store_tear_down);
    }
  g_test_add ("/damage/start-anew", StoreFixture, NULL, store_set_up, test_start_anew, store_tear_down);
  g_test_add ("/damage/bad-backup", StoreFixture, NULL, store_set_up, test_bad_backup, store_tear_down);
  g_test_add ("/damage/found-later", StoreFixture, NULL, store_set_up, test_found_later, store_tear_down);
  g_test_add ("/damage/log-deleted", StoreFixture, NULL, store_set_up, test_log_deleted, store_tear_down);
  g_test_add ("/damage/newer", StoreFixture, NULL, store_set_up, test_newer, store_tear_down);
  g_test_add ("/damage/newer-in-log", StoreFixture, NULL, store_set_up, test_newer_in_log, store_tear_down);
  g_test_add ("/damage/not-readable", StoreFixture, NULL, store_set_up, test_not_readable, store_tear_down);
  g_test_add ("/damage/broken-index", StoreFixture, NULL, store_set_up, test_broken_index, store_tear_down);
  g_test_add ("/damage/check", StoreFixture, NULL, store_set_up, test_check, store_tear_down);
  g_test_add_func ("/damage/protected", test_protected);
  g_test_add_func ("/damage/protected/subprocess", test_protected_subprocess);

  return g_test_run ();
}
