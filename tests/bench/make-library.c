/* Makes a library of any number of invented articles, for measurements.
 *
 *   make-library FOLDER COUNT [WORDS | STORY…]
 *
 * Words are made of syllables and drawn as in a real language: a few very often, most hardly ever (Zipf). The word
 * “kestrelline” stands in one article of ten thousand, “harbourage” in one of a hundred.
 *
 * STORY is a text of paragraphs. With such, an article has the headline of one and the paragraphs of two, which is as
 * long as a report usually is: there are names and quotations in it for an analysis to find.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "desk-article-store-private.h"
#include "desk-changes-private.h"
#include "desk-database-open-private.h"
#include "desk-migrations-private.h"
#include "desk-sql-private.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"

#define N_WORDS 60000
/* Jobs that wait: they share transactions, as those of an import do. */
#define N_WAITING 1000

typedef struct
{
  const char *folder;
  guint count;
  guint n_words;
  guint n_made; /* store thread */
  GRand *random;
  GPtrArray *words;
  GPtrArray *stories; /* of paragraphs; empty: words are drawn */
  double *heights;    /* cumulated frequency of the words */
  char *trigger;      /* SQL of the one that is away meanwhile */
} Maker;

static char *
dup_word (guint rank,
          GRand *random)
{
  static const char *const common[] = {
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "said",
    "for",
    "was",
    "on",
    "is",
    "with",
    "as",
    "by",
    "at",
    "from",
    "have",
    "it",
    "has",
    "be",
    "were",
    "an",
    "are",
    "he",
    "she",
    "their",
    "after",
    "not",
    "government",
  };
  static const char *const onsets[] = { "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w" };
  static const char *const rhymes[] = { "a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "un", "ation", "ing", "ent", "ist", "ow" };
  GString *word;
  int n_syllables;

  if (rank < G_N_ELEMENTS (common))
    return g_strdup (common[rank]);

  word = g_string_new (NULL);
  n_syllables = g_rand_int_range (random, 1, 4) + (rank > 2000);
  for (int i = 0; i < n_syllables; i++)
    {
      g_string_append (word, onsets[g_rand_int_range (random, 0, G_N_ELEMENTS (onsets))]);
      g_string_append (word, rhymes[g_rand_int_range (random, 0, G_N_ELEMENTS (rhymes))]);
    }

  return g_string_free (word, FALSE);
}

static void
make_words (Maker *maker)
{
  double height = 0;

  maker->words = g_ptr_array_new_with_free_func (g_free);
  maker->heights = g_new (double, N_WORDS);
  for (guint rank = 0; rank < N_WORDS; rank++)
    {
      g_ptr_array_add (maker->words, dup_word (rank, maker->random));
      height += 1.0 / (rank + 2.7);
      maker->heights[rank] = height;
    }
}

static const char *
draw_word (Maker *maker)
{
  double at = g_rand_double (maker->random) * maker->heights[N_WORDS - 1];
  guint low = 0;
  guint high = N_WORDS - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (maker->heights[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }

  return g_ptr_array_index (maker->words, low);
}

static void
append_words (Maker *maker,
              GString *text,
              guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, draw_word (maker));
    }
}

static void
read_stories (Maker *maker,
              char **paths)
{
  for (; *paths != NULL; paths++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_file_get_contents (*paths, &text, NULL, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          exit (1);
        }
      g_ptr_array_add (maker->stories, g_strsplit (g_strstrip (text), "\n\n", -1));
    }
}

static char **
draw_story (Maker *maker)
{
  return g_ptr_array_index (maker->stories, g_rand_int_range (maker->random, 0, (int) maker->stories->len));
}

static void
add_drawn_words (Maker *maker,
                 DeskVersionBuilder *builder,
                 GString *headline,
                 guint number)
{
  append_words (maker, headline, (guint) g_rand_int_range (maker->random, 5, 11));
  *headline->str = g_ascii_toupper (*headline->str);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, headline->str);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) paragraph = g_string_new (NULL);

      append_words (maker, paragraph, maker->n_words / 2);
      if (i == 1 && number % 100 == 50)
        g_string_append (paragraph, " harbourage");
      if (i == 1 && number % 10000 == 5000)
        g_string_append (paragraph, " kestrelline");
      g_string_append_printf (paragraph, " %u.", number);
      desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraph->str);
    }
}

static void
add_stories (Maker *maker,
             DeskVersionBuilder *builder,
             GString *headline,
             guint number)
{
  char **first = draw_story (maker);
  char **second = draw_story (maker);

  g_string_append_printf (headline, "%s, report %u", first[0], number);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, headline->str);
  for (char **paragraph = first + 1; *paragraph != NULL; paragraph++)
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, *paragraph);
  for (char **paragraph = second + 1; *paragraph != NULL; paragraph++)
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, *paragraph);
}

static DeskArticle *
make_article (Maker *maker,
              guint number)
{
  static const char *const sources[] = { "Harbour Herald", "The Tide", "Morning Post", "Northern Wire", "Valley Courier", "Capital Daily", "Échos du Port", "Landbote" };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (GString) headline = g_string_new (NULL);
  g_autofree char *id = desk_uuid_new ();
  g_autofree char *published = NULL;
  DeskArticle *article;

  if (maker->stories->len > 0)
    add_stories (maker, builder, headline, number);
  else
    add_drawn_words (maker, builder, headline, number);
  version = desk_version_builder_end (builder);

  article = desk_article_new (id, version);
  desk_article_set_field (article, DESK_FIELD_HEADLINE, headline->str, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
  desk_article_set_field (article, DESK_FIELD_SOURCE, sources[g_rand_int_range (maker->random, 0, G_N_ELEMENTS (sources))],
                          DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  if (g_rand_int_range (maker->random, 0, 10) > 0)
    {
      published = g_strdup_printf ("20%02d-%02d-%02dT%02d:00:00Z", g_rand_int_range (maker->random, 15, 27),
                                   g_rand_int_range (maker->random, 1, 13), g_rand_int_range (maker->random, 1, 29),
                                   g_rand_int_range (maker->random, 0, 24));
      desk_article_set_field (article, DESK_FIELD_PUBLISHED, published, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
    }
  desk_article_set_unread (article, g_rand_int_range (maker->random, 0, 3) > 0);
  desk_article_set_starred (article, g_rand_int_range (maker->random, 0, 500) == 0);

  return article;
}

static gboolean
open_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Maker *maker = data;
  g_autoptr (GPtrArray) migrations = desk_migrations_load (error);

  g_autoptr (DeskSql) row = NULL;

  result->data = GINT_TO_POINTER (TRUE);

  if (migrations == NULL || !desk_database_open (database, maker->folder, migrations, error))
    return FALSE;

  row = desk_sql_get (database, "SELECT sql FROM sqlite_schema WHERE name = 'search_text_inserted'", error);
  if (row == NULL || !desk_sql_find (row, "", error))
    return FALSE;
  maker->trigger = desk_sql_dup_text (row, 0);
  desk_sql_reset (row);

  /* What is made anew at will needs no care; and the index is built in one go at the end. */
  return desk_database_exec (database,
                             "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA wal_autocheckpoint = 100000;"
                             "DROP TRIGGER search_text_inserted",
                             error);
}

static gboolean
make_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Maker *maker = data;
  g_autoptr (DeskArticle) article = NULL;
  g_autofree char *id = NULL;
  gboolean added;

  result->data = GINT_TO_POINTER (TRUE);
  article = make_article (maker, maker->n_made++);
  id = desk_article_store_add (database, article, NULL, &added, error);

  return id != NULL;
}

static gboolean
finish_job (DeskDatabase *database,
            gpointer data,
            DeskJobResult *result,
            GCancellable *cancellable,
            GError **error)
{
  result->data = GINT_TO_POINTER (TRUE);

  return (desk_database_exec (database, "INSERT INTO search (search) VALUES ('rebuild')", error) &&
          desk_database_exec (database, ((Maker *) data)->trigger, error) &&
          desk_database_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", error));
}

static void
done_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      exit (1);
    }
  (*(guint *) data)--;
}

/* Runs a job so many times. */
static void
run (DeskDatabase *database,
     DeskJobKind kind,
     DeskJobFunc func,
     Maker *maker,
     guint n_times)
{
  guint n_waiting = 0;

  while (n_times > 0 || n_waiting > 0)
    {
      if (n_times > 0 && n_waiting < N_WAITING)
        {
          g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, &n_waiting);

          desk_database_push (database, kind, func, maker, NULL, task);
          n_waiting++;
          n_times--;
        }
      else
        {
          g_main_context_iteration (NULL, TRUE);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (DeskDatabase) database = NULL;
  Maker maker = { 0 };
  gint64 begin = g_get_monotonic_time ();

  if (argc < 3)
    {
      fprintf (stderr, "Usage: make-library FOLDER COUNT [WORDS | STORY…]\n");
      return 2;
    }

  maker.folder = argv[1];
  maker.count = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  maker.n_words = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 60;
  maker.stories = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (argc > 3 && maker.n_words == 0)
    read_stories (&maker, argv + 3);
  maker.random = g_rand_new_with_seed (20261123);
  make_words (&maker);

  database = desk_database_new ();
  run (database, DESK_JOB_BARE, open_job, &maker, 1);
  run (database, DESK_JOB_WRITE, make_job, &maker, maker.count);
  run (database, DESK_JOB_BARE, finish_job, &maker, 1);
  desk_database_stop (database);

  fprintf (stderr, "%u articles in %.1f s\n", maker.n_made, (g_get_monotonic_time () - begin) / 1e6);
  g_ptr_array_unref (maker.words);
  g_ptr_array_unref (maker.stories);
  g_free (maker.heights);
  g_free (maker.trigger);
  g_rand_free (maker.random);

  return 0;
}
