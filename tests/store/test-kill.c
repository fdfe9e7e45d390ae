/* A writer is killed at random moments. Each time the library opens, is sound, and holds everything that was confirmed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>

#include "store-fixture.h"

#define N_KILLS 50
#define MAX_MILLISECONDS 400

/* What has to be there; the values are notes, "" for a mark without one. */
typedef struct
{
  GHashTable *articles; /* id → whether it is there */
  GHashTable *marks;    /* id of the mark → note, or NULL if it was undone */
  GHashTable *articles_of_marks;
  GHashTable *rules; /* id of the rule → whether it is there */
  GHashTable *articles_of_rules;
} Confirmed;

static void
follow_line (Confirmed *confirmed,
             const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);

  switch (words[0][0])
    {
    case 'A':
      g_hash_table_replace (confirmed->articles, g_strdup (words[1]), GINT_TO_POINTER (TRUE));
      break;
    case 'D':
      g_hash_table_replace (confirmed->articles, g_strdup (words[1]), GINT_TO_POINTER (FALSE));
      break;
    case 'M':
      g_hash_table_replace (confirmed->articles_of_marks, g_strdup (words[2]), g_strdup (words[1]));
      g_hash_table_replace (confirmed->marks, g_strdup (words[2]), g_strdup (""));
      break;
    case 'N':
      g_hash_table_replace (confirmed->marks, g_strdup (words[2]), g_strdup (words[3]));
      break;
    case 'U':
      g_hash_table_replace (confirmed->marks, g_strdup (words[2]), NULL);
      break;
    case 'R':
    case 'X':
      g_hash_table_replace (confirmed->articles_of_rules, g_strdup (words[2]), g_strdup (words[1]));
      g_hash_table_replace (confirmed->rules, g_strdup (words[2]), GINT_TO_POINTER (words[0][0] == 'R'));
      break;
    case 'B':
      break;
    default:
      g_assert_not_reached ();
    }
}

static GHashTable *
read_marks (DeskLibrary *library,
            const char *article_id)
{
  g_autoptr (GPtrArray) annotations = store_load_annotations (library, article_id);
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < annotations->len; i++)
    {
      DeskAnnotation *annotation = g_ptr_array_index (annotations, i);
      const char *note = desk_annotation_get_note (annotation);

      g_hash_table_insert (notes, g_strdup (desk_annotation_get_id (annotation)), g_strdup (note != NULL ? note : ""));
    }

  return notes;
}

static gboolean
has_rule (DeskLibrary *library,
          const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;

  desk_library_find_rules_async (library, ids, NULL, store_async_cb, &result);
  rules = desk_library_find_rules_finish (library, store_await (&result), &error);
  g_assert_no_error (error);

  return rules->len == 1;
}

/* Exactly what was confirmed; only of the article that was being changed when the end came there may be more. */
static void
compare (DeskLibrary *library,
         Confirmed *confirmed,
         const char *unfinished_article)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, confirmed->articles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskArticle) article = store_load (library, key, &error);

      if (GPOINTER_TO_INT (value))
        {
          if (g_strcmp0 (key, unfinished_article) != 0)
            g_assert_no_error (error);
        }
      else
        {
          g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
        }
    }

  g_hash_table_iter_init (&iter, confirmed->marks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *article_id = g_hash_table_lookup (confirmed->articles_of_marks, key);
      g_autoptr (GHashTable) notes = NULL;

      if (g_strcmp0 (article_id, unfinished_article) == 0)
        continue;

      notes = read_marks (library, article_id);
      g_assert_cmpstr (g_hash_table_lookup (notes, key), ==, value);
    }

  g_hash_table_iter_init (&iter, confirmed->rules);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (confirmed->articles_of_rules, key), unfinished_article) != 0)
      g_assert_cmpint (has_rule (library, key), ==, GPOINTER_TO_INT (value));
}

/* What became of the unfinished change is what counts from now on. */
static void
settle (DeskLibrary *library,
        Confirmed *confirmed,
        const char *article_id)
{
  g_autoptr (DeskArticle) article = store_load (library, article_id, NULL);
  g_autoptr (GHashTable) notes = read_marks (library, article_id);
  g_autoptr (GPtrArray) marks = g_hash_table_get_keys_as_ptr_array (confirmed->articles_of_marks);
  g_autoptr (GPtrArray) rules = g_hash_table_get_keys_as_ptr_array (confirmed->articles_of_rules);

  g_hash_table_replace (confirmed->articles, g_strdup (article_id), GINT_TO_POINTER (article != NULL));
  for (guint i = 0; i < marks->len; i++)
    {
      const char *mark = g_ptr_array_index (marks, i);

      if (g_strcmp0 (g_hash_table_lookup (confirmed->articles_of_marks, mark), article_id) == 0)
        g_hash_table_replace (confirmed->marks, g_strdup (mark), g_strdup (g_hash_table_lookup (notes, mark)));
    }
  for (guint i = 0; i < rules->len; i++)
    {
      const char *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (g_hash_table_lookup (confirmed->articles_of_rules, rule), article_id) == 0)
        g_hash_table_replace (confirmed->rules, g_strdup (rule), GINT_TO_POINTER (has_rule (library, rule)));
    }
}

static void
test_kill (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *writer = g_test_build_filename (G_TEST_BUILT, "store", "kill-writer", NULL);
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) articles_of_marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) articles_of_rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Confirmed confirmed = { articles, marks, articles_of_marks, rules, articles_of_rules };
  guint n_lines = 0;

  for (guint round = 0; round < N_KILLS; round++)
    {
      g_autofree char *first = g_strdup_printf ("%u", round * 10000);
      const char *command[] = { writer, fixture->folder, first, NULL };
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GBytes) output = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) lines = NULL;
      g_autofree char *text = NULL;
      g_autofree char *unfinished = NULL;
      guint n_in_round;

      store_close (fixture);
      process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
      g_assert_no_error (error);
      g_usleep (g_test_rand_int_range (1, MAX_MILLISECONDS) * 1000);
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_if_signaled (process));

      text = g_strndup (g_bytes_get_size (output) > 0 ? g_bytes_get_data (output, NULL) : "", g_bytes_get_size (output));
      lines = g_strsplit (text, "\n", -1);
      n_in_round = g_strv_length (lines);
      for (guint i = 0; i + 1 < n_in_round; i++)
        {
          g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

          follow_line (&confirmed, lines[i]);
          n_lines += *words[0] != 'B';
          g_set_str (&unfinished, *words[0] == 'B' ? words[1] : NULL);
        }

      fixture->library = store_open (fixture->folder, &error);
      g_assert_no_error (error);
      g_assert_false (desk_library_get_read_only (fixture->library));
      compare (fixture->library, &confirmed, unfinished);
      store_assert_sound (fixture->library);
      if (unfinished != NULL)
        settle (fixture->library, &confirmed, unfinished);
    }
  g_test_message ("%u confirmed changes over %u kills", n_lines, N_KILLS);
  g_assert_cmpuint (n_lines, >, N_KILLS);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/kill/writer", StoreFixture, NULL, store_set_up, test_kill, store_tear_down);

  return g_test_run ();
}
