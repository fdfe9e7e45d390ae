/* Measures a library as the window meets it: what passes until rows are there, not until a query returns.
 *
 *   bench-store FOLDER        prints one line a measure: name, value, unit
 *   bench-store --import DIR  how fast articles come in, each confirmed on disk
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk-library.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"

#define N_JUMPS 200
#define N_IMPORTED 500

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(DeskLibrary **) data = desk_library_open_finish (result, &error);
  if (error != NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      exit (1);
    }
}

static double
milliseconds_since (gint64 begin)
{
  return (g_get_monotonic_time () - begin) / 1000.0;
}

static void
print (const char *name,
       double value,
       const char *unit)
{
  printf ("%-40s %10.2f %s\n", name, value, unit);
}

static double
read_memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, key) : NULL;

  return line != NULL ? g_ascii_strtod (line + strlen (key), NULL) / 1024 : 0;
}

/* So that the file is read from the disk. */
static void
forget_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return;
  fdatasync (fd);
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  close (fd);
}

static DeskLibrary *
open_library (const char *folder)
{
  DeskLibrary *library = NULL;

  desk_library_open_async (folder, NULL, opened_cb, &library);
  while (library == NULL)
    g_main_context_iteration (NULL, TRUE);

  return library;
}

/* A row that is there, not only promised. */
static void
wait_for_row (DeskArticleList *list,
              guint position)
{
  g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  while (row != NULL && !desk_article_row_get_loaded (row))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_first (DeskArticleList *list)
{
  while (desk_article_list_get_loading (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_row (list, 0);
}

static double
measure_open (const char *folder,
              DeskLibrary **library,
              DeskArticleList **list)
{
  g_autoptr (DeskQuery) query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  gint64 begin = g_get_monotonic_time ();

  *library = open_library (folder);
  *list = desk_library_create_list (*library, query);
  wait_for_first (*list);

  return milliseconds_since (begin);
}

static void
measure_scroll (DeskArticleList *list)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double sum = 0;
  double worst = 0;
  gint64 begin;

  begin = g_get_monotonic_time ();
  wait_for_row (list, n_items - 1);
  print ("jump to the end", milliseconds_since (begin), "ms");

  for (guint i = 0; i < N_JUMPS; i++)
    {
      double passed;

      begin = g_get_monotonic_time ();
      wait_for_row (list, (guint) g_rand_int_range (random, 0, (int) n_items));
      passed = milliseconds_since (begin);
      sum += passed;
      worst = MAX (worst, passed);
    }
  print ("random jump, mean", sum / N_JUMPS, "ms");
  print ("random jump, worst", worst, "ms");

  /* Every row for a while, then in pages to the end. */
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < MIN (n_items, 12800); i++)
    wait_for_row (list, i);
  print ("scroll, a page of 128", milliseconds_since (begin) / (MIN (n_items, 12800) / 128.0), "ms");
  for (guint i = 0; i < n_items; i += MAX (n_items / 2000, 1))
    wait_for_row (list, i);
  print ("memory after scrolling", read_memory ("VmRSS:"), "MB");
}

static void
measure_query (DeskArticleList *list,
               const char *name,
               DeskSort sort,
               DeskFilter filter,
               const char *search)
{
  g_autoptr (DeskQuery) nothing = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, "“no such words in any article”");
  g_autoptr (DeskQuery) query = desk_query_new (sort, filter, search);
  g_autofree char *first_name = g_strconcat (name, ", first page", NULL);
  g_autofree char *all_name = g_strconcat (name, ", all", NULL);
  gint64 begin;

  desk_article_list_set_query (list, nothing);
  while (desk_article_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);

  begin = g_get_monotonic_time ();
  desk_article_list_set_query (list, query);
  wait_for_first (list);
  print (first_name, milliseconds_since (begin), "ms");
  while (desk_article_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
  print (all_name, milliseconds_since (begin), "ms");
  print ("", g_list_model_get_n_items (G_LIST_MODEL (list)), "found");
}

static int
measure_library (const char *folder)
{
  g_autoptr (DeskLibrary) library = NULL;
  g_autoptr (DeskArticleList) list = NULL;

  forget_file (folder);
  print ("first rows, file not cached", measure_open (folder, &library, &list), "ms");
  g_clear_object (&list);
  desk_library_close (library);
  g_clear_object (&library);
  print ("first rows", measure_open (folder, &library, &list), "ms");
  print ("articles", g_list_model_get_n_items (G_LIST_MODEL (list)), "");
  print ("memory", read_memory ("VmRSS:"), "MB");

  measure_scroll (list);

  measure_query (list, "search: rare", DESK_SORT_ADDED, DESK_FILTER_ALL, "kestrelline ");
  measure_query (list, "search: 1 in 100", DESK_SORT_ADDED, DESK_FILTER_ALL, "harbourage ");
  measure_query (list, "search: in nearly all", DESK_SORT_ADDED, DESK_FILTER_ALL, "the ");
  measure_query (list, "search: two common", DESK_SORT_ADDED, DESK_FILTER_ALL, "government said ");
  measure_query (list, "search: rare and common", DESK_SORT_ADDED, DESK_FILTER_ALL, "kestrelline the ");
  measure_query (list, "search: phrase", DESK_SORT_ADDED, DESK_FILTER_ALL, "\"the government said\" ");
  measure_query (list, "search: prefix of 2", DESK_SORT_ADDED, DESK_FILTER_ALL, "go");
  measure_query (list, "search: prefix of 4", DESK_SORT_ADDED, DESK_FILTER_ALL, "gove");
  measure_query (list, "search: starred", DESK_SORT_ADDED, DESK_FILTER_STARRED, "the ");
  measure_query (list, "search: rare, by date", DESK_SORT_PUBLISHED, DESK_FILTER_ALL, "kestrelline ");
  measure_query (list, "search: 1 in 100, by headline", DESK_SORT_HEADLINE, DESK_FILTER_ALL, "harbourage ");
  measure_query (list, "search: nearly all, by date", DESK_SORT_PUBLISHED, DESK_FILTER_ALL, "the ");
  measure_query (list, "list by date", DESK_SORT_PUBLISHED, DESK_FILTER_ALL, NULL);
  measure_query (list, "list by headline, unread", DESK_SORT_HEADLINE, DESK_FILTER_UNREAD, NULL);
  measure_query (list, "list by source, starred", DESK_SORT_SOURCE, DESK_FILTER_STARRED, NULL);
  print ("memory at most", read_memory ("VmHWM:"), "MB");

  g_clear_object (&list);
  desk_library_close (library);

  return 0;
}

static DeskArticle *
new_article (guint number,
             guint n_words,
             GRand *random)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autofree char *headline = g_strdup_printf ("Imported article number %u", number);
  g_autofree char *id = desk_uuid_new ();
  DeskArticle *article;

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, headline);
  for (guint i = 0; i < n_words / 35; i++)
    {
      g_autoptr (GString) paragraph = g_string_new (NULL);

      for (guint j = 0; j < 35; j++)
        g_string_append_printf (paragraph, "w%d ", (int) (g_rand_double (random) * g_rand_double (random) * 20000));
      desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraph->str);
    }
  version = desk_version_builder_end (builder);
  article = desk_article_new (id, version);
  desk_article_set_field (article, DESK_FIELD_HEADLINE, headline, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_SURE);

  return article;
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = desk_library_add_article_finish (DESK_LIBRARY (object), result, NULL, &error);

  g_assert_no_error (error);
  (*(guint *) data)++;
}

/* @n_waiting: how many are on their way at the same time. */
static void
measure_import (DeskLibrary *library,
                const char *name,
                guint n_waiting)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_waiting); /* or they would be the same articles again */
  guint n_begun = 0;
  guint n_added = 0;
  gint64 begin = g_get_monotonic_time ();

  while (n_added < N_IMPORTED)
    {
      while (n_begun < N_IMPORTED && n_begun - n_added < n_waiting)
        {
          g_autoptr (DeskArticle) article = new_article (n_begun, 700, random);
          const char *utf8 = desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article)));
          g_autoptr (GBytes) original = g_bytes_new (utf8, strlen (utf8));

          desk_library_add_article_async (library, article, original, NULL, added_cb, &n_added);
          n_begun++;
        }
      g_main_context_iteration (NULL, TRUE);
    }
  print (name, N_IMPORTED / (milliseconds_since (begin) / 1000), "articles/s");
}

static int
measure_imports (const char *folder)
{
  g_autoptr (DeskLibrary) library = open_library (folder);
  g_autoptr (DeskQuery) query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleList) list = desk_library_create_list (library, query);

  measure_import (library, "import, one after the other", 1);
  measure_import (library, "import, eight at a time", 8);
  measure_import (library, "import, all at once", N_IMPORTED);
  g_clear_object (&list);
  desk_library_close (library);

  return 0;
}

int
main (int argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--import") == 0)
    return measure_imports (argv[2]);
  if (argc == 2)
    return measure_library (argv[1]);

  fprintf (stderr, "Usage: bench-store FOLDER | bench-store --import FOLDER\n");

  return 2;
}
