/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failing-vfs.h"
#include "store-fixture.h"

static void
set_up (StoreFixture *fixture,
        gconstpointer data)
{
  failing_vfs_set_room (-1);
  store_set_up (fixture, data);
}

static void
tear_down (StoreFixture *fixture,
           gconstpointer data)
{
  failing_vfs_set_room (-1);
  store_tear_down (fixture, data);
}

static char *
dup_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (text, "word%u ", i);

  return g_string_free (text, FALSE);
}

/* Whatever room there is: an article is there as a whole or not at all, and the message says what is the matter. */
static void
test_add (StoreFixture *fixture,
          gconstpointer data)
{
  g_autofree char *text = dup_long_text ();
  g_autofree char *before = store_add_new (fixture->library, "Before", "This was there before.");
  guint n_full = 0;

  for (gint64 room = 0; room < 400000; room += 17321)
    {
      g_autofree char *headline = g_strdup_printf ("With room for %" G_GINT64_FORMAT, room);
      g_autoptr (DeskArticle) article = store_new_article (headline, text);
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;
      guint64 n_before = store_count (fixture->library).all;

      /* The log begins anew. */
      store_reopen (fixture);
      failing_vfs_set_room (room);
      id = store_add (fixture->library, article, headline, NULL, &error);
      failing_vfs_set_room (-1);

      if (id == NULL)
        {
          g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL);
          g_assert_nonnull (strstr (error->message, "Free some space"));
          n_full++;
        }
      g_assert_cmpuint (store_count (fixture->library).all, ==, n_before + (id != NULL ? 1 : 0));
      g_assert_false (desk_library_get_read_only (fixture->library));
    }
  g_assert_cmpuint (n_full, >, 3);

  store_assert_sound (fixture->library);
  store_reopen (fixture);
  store_assert_sound (fixture->library);
}

/* Adds twenty articles at once, one of them long; tells how many are there. */
static guint
add_group (DeskLibrary *library,
           gint64 room,
           const char *text)
{
  DeskArticle *articles[20] = { NULL };
  GAsyncResult *results[20] = { NULL };
  guint n_added = 0;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *headline = g_strdup_printf ("Number %u", i);

      articles[i] = store_new_article (headline, i == 7 ? text : "Short.");
    }

  failing_vfs_set_room (room);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    desk_library_add_article_async (library, articles[i], NULL, NULL, store_async_cb, &results[i]);
  store_wait_until (results[G_N_ELEMENTS (results) - 1] != NULL);
  failing_vfs_set_room (-1);

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = desk_library_add_article_finish (library, results[i], NULL, &error);

      if (id != NULL)
        {
          g_autoptr (DeskArticle) loaded = store_load (library, id, &error);

          g_assert_no_error (error);
          n_added++;
        }
      else
        {
          g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL);
        }
      g_object_unref (articles[i]);
      g_object_unref (results[i]);
    }

  return n_added;
}

/* Several writes share a transaction; what was confirmed is there and nothing else, however much of it fitted. */
static void
test_group (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *text = dup_long_text ();
  guint64 n_all = 0;
  guint n_mixed = 0;

  for (gint64 room = 100000; room <= 1200000; room += 50000)
    {
      guint n_added;

      store_reopen (fixture);
      n_added = add_group (fixture->library, room, text);
      n_all += n_added;
      n_mixed += n_added > 0 && n_added < 20;
      g_assert_cmpuint (store_count (fixture->library).all, ==, n_all);
    }
  g_assert_cmpuint (n_mixed, >, 0);
  store_assert_sound (fixture->library);
}

static void
test_step (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", "The river rose.");
  g_autoptr (DeskArticle) article = store_load (fixture->library, id, NULL);
  g_autoptr (DeskAnnotation) annotation = desk_annotation_new (id, desk_article_get_version (article), 0, 5, "fact");
  g_autoptr (DeskStep) step = desk_step_new ("Mark");
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_ANNOTATION, id, desk_annotation_get_id (annotation), NULL,
                 desk_annotation_to_variant (annotation));
  failing_vfs_set_room (0);
  g_assert_false (store_apply (fixture->library, step, &error));
  failing_vfs_set_room (-1);
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL);
  g_assert_null (desk_library_get_undo_name (fixture->library));
  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, 0);
  g_clear_pointer (&annotations, g_ptr_array_unref);
  g_clear_error (&error);

  /* With room again the same step goes through. */
  g_assert_true (store_apply (fixture->library, step, &error));
  g_assert_no_error (error);
  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, 1);
}

static void
test_new_library (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *folder = store_dup_path (fixture, "another");
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (DeskLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  failing_vfs_set_room (20000);
  g_assert_null (store_open (folder, &error));
  failing_vfs_set_room (-1);
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  library = store_open (folder, &error);
  g_assert_no_error (error);
  g_assert_false (desk_library_get_read_only (library));
  desk_library_close (library);
}

static void
test_backup (StoreFixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = store_dup_path (fixture, "copy.db");
  g_autofree char *part = store_dup_path (fixture, "copy.db.part");
  g_autofree char *id = store_add_new (fixture->library, "Flood", "The river rose.");
  g_autoptr (GError) error = NULL;

  failing_vfs_set_room (30000);
  g_assert_false (store_backup (fixture->library, path, &error));
  failing_vfs_set_room (-1);
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  failing_vfs_register ();

  g_test_add ("/full-disk/add", StoreFixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/full-disk/group", StoreFixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/full-disk/step", StoreFixture, NULL, set_up, test_step, tear_down);
  g_test_add ("/full-disk/new-library", StoreFixture, NULL, set_up, test_new_library, tear_down);
  g_test_add ("/full-disk/backup", StoreFixture, NULL, set_up, test_backup, tear_down);

  return g_test_run ();
}
