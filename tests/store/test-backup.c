/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-backup-private.h"
#include "store-fixture.h"

static void
test_dated (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *expected = g_date_time_format (now, "library-%Y-%m-%d.db");
  g_autofree char *path = g_build_filename (fixture->folder, "backups", expected, NULL);
  g_autofree char *yesterday = store_dup_path (fixture, "backups/library-2026-01-01.db");
  g_autofree char *id = NULL;
  g_auto (GStrv) backups = NULL;

  id = store_add_new (fixture->library, "One", "Words.");
  g_assert_true (store_back_up (fixture->library));
  backups = desk_library_list_backups (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpstr (backups[0], ==, expected);

  /* One a day. */
  g_free (id);
  id = store_add_new (fixture->library, "Two", "Words.");
  g_assert_false (store_back_up (fixture->library));

  /* And none if nothing was changed since the last one. */
  g_unlink (path);
  g_assert_true (store_back_up (fixture->library));
  g_assert_cmpint (g_rename (path, yesterday), ==, 0);
  g_assert_false (store_back_up (fixture->library));
  store_reopen (fixture);
  g_assert_false (store_back_up (fixture->library));
  store_set_flag (fixture->library, id, DESK_CHANGE_STARRED, FALSE, TRUE);
  g_assert_true (store_back_up (fixture->library));
}

static void
test_kept (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *folder = store_dup_path (fixture, "backups");
  g_autofree char *id = store_add_new (fixture->library, "One", "Words.");
  g_auto (GStrv) backups = NULL;

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *dated = g_strdup_printf ("%s/library-2026-01-%02u.db", folder, i);

      g_assert_true (g_file_set_contents (dated, "old", -1, NULL));
    }
  {
    g_autofree char *migrated = g_strdup_printf ("%s/library-2026-01-05-form-1.db", folder);
    g_autofree char *other = g_strdup_printf ("%s/notes.txt", folder);

    g_assert_true (g_file_set_contents (migrated, "old", -1, NULL));
    g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  }

  g_assert_true (store_back_up (fixture->library));
  backups = desk_library_list_backups (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, DESK_BACKUP_KEPT + 1);
  g_assert_cmpstr (backups[1], ==, "library-2026-01-09.db");
  g_assert_true (g_strv_contains ((const char *const *) backups, "library-2026-01-05-form-1.db"));
  g_assert_false (g_strv_contains ((const char *const *) backups, "library-2026-01-03.db"));
}

/* While a copy is made others read and write, and it holds one whole state. */
static void
test_meanwhile (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *copy_folder = store_dup_path (fixture, "copy");
  g_autofree char *copy = g_build_filename (copy_folder, "library.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_at_end = 0;
  guint n_meanwhile = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = NULL;

      for (guint j = 0; j < 20000; j++)
        g_string_append_printf (text, "w%u-%u ", i, j);
      id = store_add_new (fixture->library, "Long", text->str);
    }

  g_mkdir (copy_folder, 0700);
  desk_library_backup_async (fixture->library, file, NULL, store_async_cb, &result);
  while (result == NULL)
    {
      g_autofree char *id = store_add_new (fixture->library, "Meanwhile", "Written while the copy was made.");

      n_meanwhile++;
    }
  g_assert_true (desk_library_backup_finish (fixture->library, result, &error));
  g_assert_no_error (error);
  g_test_message ("%u articles were added meanwhile", n_meanwhile);
  g_assert_cmpuint (n_meanwhile, >, 1);

  library = store_open (copy_folder, &error);
  g_assert_no_error (error);
  g_assert_false (desk_library_get_read_only (library));
  n_at_end = store_count (library).all;
  g_assert_cmpuint (n_at_end, >=, 40);
  g_assert_cmpuint (n_at_end, <=, 40 + n_meanwhile);
  store_assert_sound (library);
  desk_library_close (library);
}

static void
test_cancel (StoreFixture *fixture,
             gconstpointer data)
{
  g_autofree char *copy = store_dup_path (fixture, "copy.db");
  g_autofree char *part = store_dup_path (fixture, "copy.db.part");
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made;

  desk_library_backup_async (fixture->library, file, cancellable, store_async_cb, &result);
  g_cancellable_cancel (cancellable);
  made = desk_library_backup_finish (fixture->library, store_await (&result), &error);
  /* It may have been done before anybody could stop it; then it is whole. */
  if (!made)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  store_close (fixture);
  g_assert_cmpint (g_file_test (copy, G_FILE_TEST_EXISTS), ==, made);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_bad_place (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *nowhere = store_dup_path (fixture, "no/such/folder/copy.db");
  g_autoptr (GError) error = NULL;

  g_assert_false (store_backup (fixture->library, nowhere, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
}

/* Closing does not wait for the rest of a copy, and leaves no half of one. */
static void
test_close (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *copy = store_dup_path (fixture, "copy.db");
  g_autofree char *part = store_dup_path (fixture, "copy.db.part");
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = NULL;

      for (guint j = 0; j < 20000; j++)
        g_string_append_printf (text, "w%u-%u ", i, j);
      id = store_add_new (fixture->library, "Long", text->str);
    }
  desk_library_backup_async (fixture->library, file, NULL, store_async_cb, &result);
  desk_library_close (fixture->library);
  if (!desk_library_backup_finish (fixture->library, store_await (&result), &error))
    g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/backup/dated", StoreFixture, NULL, store_set_up, test_dated, store_tear_down);
  g_test_add ("/backup/kept", StoreFixture, NULL, store_set_up, test_kept, store_tear_down);
  g_test_add ("/backup/meanwhile", StoreFixture, NULL, store_set_up, test_meanwhile, store_tear_down);
  g_test_add ("/backup/cancel", StoreFixture, NULL, store_set_up, test_cancel, store_tear_down);
  g_test_add ("/backup/bad-place", StoreFixture, NULL, store_set_up, test_bad_place, store_tear_down);
  g_test_add ("/backup/close", StoreFixture, NULL, store_set_up, test_close, store_tear_down);

  return g_test_run ();
}
