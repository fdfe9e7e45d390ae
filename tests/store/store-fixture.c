/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

gboolean
store_nothing_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
store_async_cb (GObject *object,
                GAsyncResult *result,
                gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

GAsyncResult *
store_await (GAsyncResult **result)
{
  store_wait_until (*result != NULL);

  return *result;
}

static gboolean
remove_cb (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_cb (child);
      else
        g_unlink (child);
    }

  return g_rmdir (path) == 0;
}

void
store_remove_folder (const char *folder)
{
  remove_cb (folder);
}

DeskLibrary *
store_open (const char *folder,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_open_async (folder, NULL, store_async_cb, &result);

  return desk_library_open_finish (store_await (&result), error);
}

void
store_set_up (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("newsdesk-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
}

void
store_close (StoreFixture *fixture)
{
  if (fixture->library == NULL)
    return;

  desk_library_close (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
}

void
store_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_close (fixture);
  fixture->library = store_open (fixture->folder, &error);
  g_assert_no_error (error);
}

void
store_tear_down (StoreFixture *fixture,
                 gconstpointer data)
{
  store_close (fixture);
  store_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

char *
store_dup_path (StoreFixture *fixture,
                const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

DeskArticle *
store_new_article (const char *headline,
                   const char *text)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autofree char *id = desk_uuid_new ();
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  DeskArticle *article;

  if (headline != NULL)
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, headline);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraphs[i]);
  version = desk_version_builder_end (builder);
  article = desk_article_new (id, version);
  if (headline != NULL)
    desk_article_set_field (article, DESK_FIELD_HEADLINE, headline, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);

  return article;
}

char *
store_add (DeskLibrary *library,
           DeskArticle *article,
           const char *original,
           gboolean *added,
           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = original != NULL ? g_bytes_new (original, strlen (original)) : NULL;

  desk_library_add_article_async (library, article, bytes, NULL, store_async_cb, &result);

  return desk_library_add_article_finish (library, store_await (&result), added, error);
}

char *
store_add_new (DeskLibrary *library,
               const char *headline,
               const char *text)
{
  g_autoptr (DeskArticle) article = store_new_article (headline, text);
  g_autofree char *original = g_strdup_printf ("%s\n\n%s\n\n%s", headline, text, desk_article_get_id (article));
  g_autoptr (GError) error = NULL;
  gboolean added = FALSE;
  char *id = store_add (library, article, original, &added, &error);

  g_assert_no_error (error);
  g_assert_true (added);

  return id;
}

DeskArticle *
store_load (DeskLibrary *library,
            const char *id,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_load_article_async (library, id, NULL, store_async_cb, &result);

  return desk_library_load_article_finish (library, store_await (&result), error);
}

GPtrArray *
store_load_annotations (DeskLibrary *library,
                        const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *annotations;

  desk_library_load_annotations_async (library, id, NULL, store_async_cb, &result);
  annotations = desk_library_load_annotations_finish (library, store_await (&result), &error);
  g_assert_no_error (error);

  return annotations;
}

gboolean
store_apply (DeskLibrary *library,
             DeskStep *step,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_apply_async (library, step, NULL, store_async_cb, &result);

  return desk_library_apply_finish (library, store_await (&result), error);
}

DeskStep *
store_undo (DeskLibrary *library,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_undo_async (library, NULL, store_async_cb, &result);

  return desk_library_undo_finish (library, store_await (&result), error);
}

DeskStep *
store_redo (DeskLibrary *library,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_redo_async (library, NULL, store_async_cb, &result);

  return desk_library_redo_finish (library, store_await (&result), error);
}

gboolean
store_set_flag (DeskLibrary *library,
                const char *id,
                DeskChangeKind kind,
                gboolean before,
                gboolean after)
{
  g_autoptr (DeskStep) step = desk_step_new ("Flag");
  g_autoptr (GError) error = NULL;
  gboolean applied;

  desk_step_add (step, kind, id, NULL, g_variant_new_boolean (before), g_variant_new_boolean (after));
  applied = store_apply (library, step, &error);
  g_assert_no_error (error);

  return applied;
}

DeskAnnotation *
store_mark (DeskLibrary *library,
            const char *id,
            guint start,
            guint end,
            const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskArticle) article = store_load (library, id, &error);
  g_autoptr (DeskAnnotation) plain = NULL;
  g_autoptr (DeskAnnotation) annotation = NULL;
  g_autoptr (DeskStep) step = desk_step_new ("Mark");

  g_assert_no_error (error);
  plain = desk_annotation_new (id, desk_article_get_version (article), start, end, "fact");
  annotation = desk_annotation_copy_with_note (plain, note);
  desk_step_add (step, DESK_CHANGE_ANNOTATION, id, desk_annotation_get_id (annotation), NULL,
                 desk_annotation_to_variant (annotation));
  store_apply (library, step, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&annotation);
}

char **
store_check (DeskLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char **problems;

  desk_library_check_async (library, NULL, store_async_cb, &result);
  problems = desk_library_check_finish (library, store_await (&result), &error);
  g_assert_no_error (error);

  return problems;
}

void
store_assert_sound (DeskLibrary *library)
{
  g_auto (GStrv) problems = store_check (library);

  g_assert_cmpstr (problems[0], ==, NULL);
}

DeskLibraryCounts
store_count (DeskLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DeskLibraryCounts counts = { 0 };

  desk_library_count_async (library, NULL, store_async_cb, &result);
  desk_library_count_finish (library, store_await (&result), &counts, &error);
  g_assert_no_error (error);

  return counts;
}

gboolean
store_save_analysis (DeskLibrary *library,
                     const char *id,
                     const char *published,
                     DeskAnalysis *analysis,
                     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskArticle) article = store_load (library, id, error);

  g_assert_nonnull (article);
  desk_library_save_analysis_async (library, id, desk_version_get_hash (desk_article_get_version (article)), published,
                                    analysis, NULL, store_async_cb, &result);

  return desk_library_save_analysis_finish (library, store_await (&result), error);
}

DeskAnalysis *
store_load_analysis (DeskLibrary *library,
                     const char *id,
                     const char *engine)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DeskAnalysis *analysis;

  desk_library_load_analysis_async (library, id, engine, NULL, store_async_cb, &result);
  analysis = desk_library_load_analysis_finish (library, store_await (&result), &error);
  g_assert_no_error (error);

  return analysis;
}

gboolean
store_backup (DeskLibrary *library,
              const char *path,
              GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  desk_library_backup_async (library, file, NULL, store_async_cb, &result);

  return desk_library_backup_finish (library, store_await (&result), error);
}

gboolean
store_back_up (DeskLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made;

  desk_library_back_up_async (library, NULL, store_async_cb, &result);
  made = desk_library_back_up_finish (library, store_await (&result), &error);
  g_assert_no_error (error);

  return made;
}

void
store_settle (DeskArticleList *list)
{
  store_wait_until (!desk_article_list_get_loading (list));
}

DeskArticleList *
store_list (DeskLibrary *library,
            DeskSort sort,
            DeskFilter filter,
            const char *search)
{
  g_autoptr (DeskQuery) query = desk_query_new (sort, filter, search);
  DeskArticleList *list = desk_library_create_list (library, query);

  store_settle (list);

  return list;
}

char *
store_dup_headlines (DeskArticleList *list)
{
  GString *headlines = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      store_wait_until (desk_article_row_get_loaded (row));
      if (i > 0)
        g_string_append_c (headlines, ',');
      g_string_append (headlines, desk_article_row_get_headline (row));
    }

  return g_string_free (headlines, FALSE);
}
