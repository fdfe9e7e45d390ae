/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <time.h>

#include "desk-step-store-private.h"
#include "store-fixture.h"

#define TEXT "The river rose by two metres 🌊 overnight. 上海也下了大雨。"

static void
assert_annotations (DeskLibrary *library,
                    const char *id,
                    guint expected)
{
  g_autoptr (GPtrArray) annotations = store_load_annotations (library, id);
  g_autoptr (DeskArticleList) marked = store_list (library, DESK_SORT_ADDED, DESK_FILTER_MARKED, NULL);

  g_assert_cmpuint (annotations->len, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (marked)), ==, expected > 0 ? 1 : 0);
  g_assert_cmpuint (store_count (library).marked, ==, expected > 0 ? 1 : 0);
}

static void
test_mark (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskAnnotation) wide = store_mark (fixture->library, id, 7, 30, NULL);
  g_autoptr (DeskAnnotation) narrow = store_mark (fixture->library, id, 7, 16, "Which river? 河");
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GVariant) made = g_variant_ref_sink (desk_annotation_to_variant (narrow));
  g_autoptr (GError) error = NULL;

  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, 2);
  g_assert_cmpstr (desk_annotation_get_id (g_ptr_array_index (annotations, 0)), ==, desk_annotation_get_id (wide));
  stored = g_variant_ref_sink (desk_annotation_to_variant (g_ptr_array_index (annotations, 1)));
  g_assert_true (g_variant_equal (stored, made));
  g_assert_cmpstr (desk_library_get_undo_name (fixture->library), ==, "Mark");
  g_assert_null (desk_library_get_redo_name (fixture->library));

  /* Steps survive a restart. */
  store_reopen (fixture);
  g_assert_cmpstr (desk_library_get_undo_name (fixture->library), ==, "Mark");
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_step_get_n_changes (step), ==, 1);
  g_clear_object (&step);
  assert_annotations (fixture->library, id, 1);
  step = store_undo (fixture->library, &error);
  g_clear_object (&step);
  assert_annotations (fixture->library, id, 0);
  g_assert_null (desk_library_get_undo_name (fixture->library));
  g_assert_null (store_undo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  store_reopen (fixture);
  g_assert_cmpstr (desk_library_get_redo_name (fixture->library), ==, "Mark");
  for (guint i = 0; i < 2; i++)
    {
      step = store_redo (fixture->library, &error);
      g_assert_no_error (error);
      g_clear_object (&step);
    }
  assert_annotations (fixture->library, id, 2);
  store_assert_sound (fixture->library);
}

static void
told_cb (guint *n_told)
{
  (*n_told)++;
}

/* Another step of the same name is another step, and what offers to undo the last one is told of it. */
static void
test_same_name (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskAnnotation) first = store_mark (fixture->library, id, 7, 30, NULL);
  g_autoptr (DeskAnnotation) second = NULL;
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_signal_connect_swapped (fixture->library, "notify::undo-name", G_CALLBACK (told_cb), &n_told);
  second = store_mark (fixture->library, id, 7, 16, NULL);
  g_assert_cmpuint (n_told, ==, 1);
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_cmpstr (desk_library_get_undo_name (fixture->library), ==, "Mark");
  g_signal_handlers_disconnect_by_data (fixture->library, &n_told);
}

static void
test_redo_is_dropped (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskAnnotation) first = store_mark (fixture->library, id, 7, 16, NULL);
  g_autoptr (DeskAnnotation) second = NULL;
  g_autoptr (DeskStep) step = store_undo (fixture->library, NULL);
  g_autoptr (GError) error = NULL;

  second = store_mark (fixture->library, id, 0, 5, NULL);
  g_assert_null (store_redo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
  assert_annotations (fixture->library, id, 1);
}

static void
test_field (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskStep) step = desk_step_new ("Change the date");
  g_autoptr (DeskStep) undone = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (DeskArticleList) list = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_FIELD, id, "published", NULL, g_variant_new ("(sss)", "2026-11-03", "user", "sure"));
  desk_step_add (step, DESK_CHANGE_FIELD, id, "dek", NULL, g_variant_new ("(sss)", "A dek", "user", "likely"));
  g_assert_true (store_apply (fixture->library, step, &error));
  article = store_load (fixture->library, id, &error);
  g_assert_cmpstr (desk_article_get_published (article), ==, "2026-11-03");
  g_assert_cmpint (desk_article_get_origin (article, DESK_FIELD_PUBLISHED), ==, DESK_ORIGIN_USER);
  list = store_list (fixture->library, DESK_SORT_PUBLISHED, DESK_FILTER_ALL, NULL);
  key = desk_article_list_dup_section_key (list, 0);
  g_assert_cmpstr (key, ==, "2026-11-03");
  g_clear_object (&article);

  undone = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  article = store_load (fixture->library, id, &error);
  g_assert_null (desk_article_get_published (article));
  g_assert_null (desk_article_get_field (article, DESK_FIELD_DEK));
}

/* A step whose other half cannot be done leaves nothing behind. */
static void
test_all_or_nothing (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskStep) step = desk_step_new ("Star two");
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_STARRED, id, NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  desk_step_add (step, DESK_CHANGE_STARRED, "no such article", NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  g_assert_false (store_apply (fixture->library, step, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
  article = store_load (fixture->library, id, NULL);
  g_assert_false (desk_article_get_starred (article));
  g_assert_cmpuint (store_count (fixture->library).starred, ==, 0);
  g_assert_null (desk_library_get_undo_name (fixture->library));
}

static void
run_sql (StoreFixture *fixture,
         const char *sql)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 5000);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
}

static void
test_conflict (StoreFixture *fixture,
               gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskAnnotation) lower = store_mark (fixture->library, id, 0, 5, NULL);
  g_autoptr (DeskAnnotation) upper = store_mark (fixture->library, id, 7, 16, "Mine");
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (fixture, "UPDATE annotation SET note = 'of somebody else' WHERE note = 'Mine'");
  g_assert_null (store_undo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Mark"));
  g_clear_error (&error);

  /* What somebody else wrote is still there, and the step below can be undone. */
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_cmpstr (desk_annotation_get_note (g_ptr_array_index (annotations, 0)), ==, "of somebody else");

  /* A damaged step is passed over as well. */
  g_clear_object (&step);
  store_set_flag (fixture->library, id, DESK_CHANGE_STARRED, FALSE, TRUE);
  run_sql (fixture, "UPDATE step SET data = '(''x'', 1, [no variant' WHERE id = (SELECT max (id) FROM step)");
  g_assert_null (store_undo (fixture->library, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT);
}

/* A flag that was switched by the way is no conflict. */
static void
test_flags (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskStep) step = NULL;
  g_autoptr (GError) error = NULL;

  desk_library_mark_read (fixture->library, id);
  store_set_flag (fixture->library, id, DESK_CHANGE_UNREAD, FALSE, TRUE);
  g_assert_cmpuint (store_count (fixture->library).unread, ==, 1);
  desk_library_mark_read (fixture->library, id);
  step = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (store_count (fixture->library).unread, ==, 0);
}

static void
test_two_hundred (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  guint n_undone = 0;

  for (guint i = 0; i < 230; i++)
    store_set_flag (fixture->library, id, DESK_CHANGE_STARRED, i % 2 != 0, i % 2 == 0);
  for (;;)
    {
      g_autoptr (DeskStep) step = store_undo (fixture->library, NULL);

      if (step == NULL)
        break;
      n_undone++;
    }
  g_assert_cmpuint (n_undone, ==, DESK_STEP_STORE_KEPT);
}

static void
test_delete_and_search (StoreFixture *fixture,
                        gconstpointer data)
{
  g_autofree char *id = store_add_new (fixture->library, "Flood", TEXT);
  g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "river");
  g_autoptr (DeskStep) step = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  store_set_flag (fixture->library, id, DESK_CHANGE_DELETED, FALSE, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  store_assert_sound (fixture->library);
  step = store_undo (fixture->library, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  store_assert_sound (fixture->library);
}

static double
seconds_of_cpu (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

/* Makes so many marks with notes in one step, deletes them in one, and undoes that; the time that it all took. */
static double
measure_marks (StoreFixture *fixture,
               const char *id,
               guint n_marks)
{
  g_autoptr (DeskArticle) article = store_load (fixture->library, id, NULL);
  g_autoptr (DeskStep) make = desk_step_new ("Mark all");
  g_autoptr (DeskStep) delete = desk_step_new ("Delete all");
  g_autoptr (DeskStep) undone = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GError) error = NULL;
  double begin;

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (DeskAnnotation) plain = desk_annotation_new (id, desk_article_get_version (article), i % 5, i % 5 + 9, "fact");
      g_autofree char *note = g_strdup_printf ("noted%u", i);
      g_autoptr (DeskAnnotation) mark = desk_annotation_copy_with_note (plain, note);

      desk_step_add (make, DESK_CHANGE_ANNOTATION, id, desk_annotation_get_id (mark), NULL, desk_annotation_to_variant (mark));
      desk_step_add (delete, DESK_CHANGE_ANNOTATION, id, desk_annotation_get_id (mark), desk_annotation_to_variant (mark), NULL);
    }

  begin = seconds_of_cpu ();
  g_assert_true (store_apply (fixture->library, make, &error));
  g_assert_no_error (error);
  g_assert_true (store_apply (fixture->library, delete, &error));
  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, 0);
  g_clear_pointer (&annotations, g_ptr_array_unref);
  undone = store_undo (fixture->library, &error);
  g_assert_no_error (error);
  annotations = store_load_annotations (fixture->library, id);
  g_assert_cmpuint (annotations->len, ==, n_marks);

  return seconds_of_cpu () - begin;
}

/* Ten times as many marks take about ten times as long, and their notes are found or not as they are there or not. */
static void
test_many_marks (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *first = store_add_new (fixture->library, "Flood", TEXT);
  g_autofree char *second = store_add_new (fixture->library, "Ebb", TEXT);
  double few = measure_marks (fixture, first, 500);
  double many = measure_marks (fixture, second, 5000);
  g_autoptr (DeskArticleList) found = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "noted4999");
  g_autoptr (DeskStep) undone = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 1);
  undone = store_undo (fixture->library, NULL);
  g_clear_object (&found);
  found = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, "noted4999");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 0);
  store_assert_sound (fixture->library);

  g_assert_cmpfloat (many, <, 40 * few);
  g_test_minimized_result (many, "5,000 marks made, deleted and brought back in %.2f s, 500 in %.2f s", many, few);
}

static void
test_stored_form (void)
{
  g_autoptr (DeskStep) step = desk_step_new ("Star “it” 'now' \\ 🚀");
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (DeskStep) parsed = NULL;
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_STARRED, "an id", NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  desk_step_add (step, DESK_CHANGE_FIELD, "an id", "dek", NULL, g_variant_new ("(sss)", "Text", "user", "sure"));
  text = desk_step_store_print (step);
  parsed = desk_step_store_parse (text, &error);
  g_assert_no_error (error);
  again = desk_step_store_print (parsed);
  g_assert_cmpstr (again, ==, text);
  g_assert_null (desk_step_store_parse ("(", &error));
  g_assert_nonnull (error);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/steps/mark", StoreFixture, NULL, store_set_up, test_mark, store_tear_down);
  g_test_add ("/steps/same-name", StoreFixture, NULL, store_set_up, test_same_name, store_tear_down);
  g_test_add ("/steps/redo-is-dropped", StoreFixture, NULL, store_set_up, test_redo_is_dropped, store_tear_down);
  g_test_add ("/steps/field", StoreFixture, NULL, store_set_up, test_field, store_tear_down);
  g_test_add ("/steps/all-or-nothing", StoreFixture, NULL, store_set_up, test_all_or_nothing, store_tear_down);
  g_test_add ("/steps/conflict", StoreFixture, NULL, store_set_up, test_conflict, store_tear_down);
  g_test_add ("/steps/flags", StoreFixture, NULL, store_set_up, test_flags, store_tear_down);
  g_test_add ("/steps/two-hundred", StoreFixture, NULL, store_set_up, test_two_hundred, store_tear_down);
  g_test_add ("/steps/delete-and-search", StoreFixture, NULL, store_set_up, test_delete_and_search, store_tear_down);
  g_test_add ("/steps/many-marks", StoreFixture, NULL, store_set_up, test_many_marks, store_tear_down);
  g_test_add_func ("/steps/stored-form", test_stored_form);

  return g_test_run ();
}
