/* Measures the analysis on one core: how fast, how much memory, and whether time grows with the length alone.
 *
 *   bench-analysis FILE…      plain texts; prints one line a measure: name, value, unit
 *   bench-analysis --growth   strange texts of growing length: microseconds a word, and memory
 *
 * Times are those of the processor, so that other programs on the machine change them little.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "desk-analyzer.h"
#include "desk-english-model.h"
#include "desk-prose.h"
#include "desk-tagger.h"
#include "desk-version-builder.h"

#define MIN_WORDS 200000
#define ARTICLE 1000

static double
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024.0;
}

static void
print (const char *name,
       double value,
       const char *unit)
{
  printf ("%-44s %12.1f %s\n", name, value, unit);
}

static DeskVersion *
version_new (const char *text)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_auto (GStrv) blocks = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; blocks[i] != NULL; i++)
    {
      g_strdelimit (g_strstrip (blocks[i]), "\n", ' ');
      if (*blocks[i] != '\0')
        desk_version_builder_add_block (builder, i == 0 ? DESK_BLOCK_KIND_HEADLINE : DESK_BLOCK_KIND_PARAGRAPH, blocks[i]);
    }

  return desk_version_builder_end (builder);
}

static guint
count_words (DeskLexicon *lexicon,
             DeskVersion *version)
{
  g_autoptr (DeskProse) prose = desk_prose_new (lexicon, version);
  guint n = 0;

  for (guint i = 0; i < desk_prose_get_n_tokens (prose); i++)
    n += desk_prose_get_token (prose, i)->kind <= DESK_TOKEN_NUMBER;

  return n;
}

/* The tagger alone: sentences that are cut into words already. */
static void
measure_tagger (DeskLexicon *lexicon,
                GPtrArray *versions)
{
  g_autoptr (DeskTagger) tagger = desk_tagger_new (desk_english_model_get ());
  double spent = 0;
  guint n_words = 0;

  while (n_words < MIN_WORDS)
    for (guint v = 0; v < versions->len; v++)
      {
        g_autoptr (DeskProse) prose = desk_prose_new (lexicon, versions->pdata[v]);
        g_autofree guint *words = g_new (guint, desk_prose_get_n_tokens (prose) + 1);
        g_autofree guint8 *labels = g_new (guint8, desk_prose_get_n_tokens (prose) + 1);
        const char *utf8 = desk_prose_get_utf8 (prose);
        double begin = seconds ();

        for (guint i = 0; i < desk_prose_get_n_tokens (prose); i++)
          {
            const DeskToken *token = desk_prose_get_token (prose, i);

            words[i] = desk_tagger_add_word (tagger, utf8 + token->byte, token->n_bytes);
            n_words += token->kind <= DESK_TOKEN_NUMBER;
          }
        for (guint s = 0; s < desk_prose_get_n_sentences (prose); s++)
          {
            const DeskSentence *sentence = desk_prose_get_sentence (prose, s);

            desk_tagger_run (tagger, words + sentence->first, sentence->end - sentence->first, labels, NULL);
          }
        spent += seconds () - begin;
      }
  print ("tagger alone", n_words / spent, "words/s");
}

static void
measure_whole (DeskAnalyzer *analyzer,
               GPtrArray *versions,
               guint n_words)
{
  double begin = seconds ();
  guint rounds = 0;

  while (rounds == 0 || rounds * n_words < MIN_WORDS)
    {
      for (guint v = 0; v < versions->len; v++)
        g_object_unref (desk_analyzer_run (analyzer, versions->pdata[v], "en", "2025-03-12", NULL, NULL));
      rounds++;
    }
  print ("whole analysis", rounds * n_words / (seconds () - begin), "words/s");
}

/* The first analysis of a program that has just started, and the next ones. */
static void
measure_article (DeskAnalyzer *analyzer,
                 const char *text)
{
  g_autoptr (GString) article = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", ARTICLE + 1);
  g_autoptr (DeskVersion) version = NULL;
  double begin;

  for (guint i = 0; i < ARTICLE && words[i] != NULL; i++)
    g_string_append_printf (article, "%s ", words[i]);
  version = version_new (article->str);

  begin = seconds ();
  g_object_unref (desk_analyzer_run (analyzer, version, "en", "2025-03-12", NULL, NULL));
  print ("article of 1,000 words, the first", (seconds () - begin) * 1000, "ms");
  begin = seconds ();
  for (guint i = 0; i < 20; i++)
    g_object_unref (desk_analyzer_run (analyzer, version, "en", "2025-03-12", NULL, NULL));
  print ("article of 1,000 words, later", (seconds () - begin) * 50, "ms");
}

static int
measure_files (int argc,
               char **argv)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DeskLexicon) lexicon = desk_lexicon_new ();
  g_autoptr (DeskAnalyzer) analyzer = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  double begin = seconds ();
  guint n_words = 0;

  analyzer = desk_analyzer_new ();
  print ("word lists", (seconds () - begin) * 1000, "ms");
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_string_append (all, text);
      g_ptr_array_add (versions, version_new (text));
      n_words += count_words (lexicon, versions->pdata[i - 1]);
    }
  measure_article (analyzer, all->str);
  measure_tagger (lexicon, versions);
  measure_whole (analyzer, versions, n_words);
  print ("memory at most", megabytes (), "MB");

  return 0;
}

static const struct
{
  const char *name;
  const char *unit; /* repeated */
} strange[] = {
  { "no full stop", "the mill at Oban was sold by Ines Marr and " },
  { "only quotation marks", "\" ” “ ' ’ " },
  { "all capitals", "THE MILL AT OBAN WAS SOLD BY INES MARR ON MONDAY. " },
  { "no capitals", "the mill at oban was sold by ines marr on monday. " },
  { "mixed scripts", "Мельница 北京 مدينة mill Θήβα. " },
  { "right to left", "قالت الوزيرة ليلى منصور يوم الاثنين إن المدينة آمنة. " },
  { "a poem", "O mill\nof Oban\nstand\n\n" },
  { "a table of results", "Oban 2 Crewe 1\nLeith 0 Perth 3\n" },
  { "minutes", "MS MARR: I said no.\n\nMR BIRCH: “So you did.”\n\n" },
  { "one long word", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
};

/* Many people of many names, all different. */
static char *
make_names (gsize n_bytes)
{
  GString *text = g_string_sized_new (n_bytes + 100);

  for (guint i = 0; text->len < n_bytes; i++)
    g_string_append_printf (text, "Ines%c%c Marr%c%c%c met Tom Birch%c%c. ", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i % 26, 'a' + i / 26 % 26,
                            'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26);

  return g_string_free (text, FALSE);
}

static int
measure_growth (void)
{
  g_autoptr (DeskAnalyzer) analyzer = desk_analyzer_new ();

  printf ("%-24s %14s %14s %14s   nanoseconds a byte\n", "text", "50 kB", "500 kB", "5 MB");
  for (guint k = 0; k <= G_N_ELEMENTS (strange); k++)
    {
      printf ("%-24s", k < G_N_ELEMENTS (strange) ? strange[k].name : "100,000 names");
      for (gsize n_bytes = 50000; n_bytes <= 5000000; n_bytes *= 10)
        {
          g_autofree char *text = NULL;
          g_autoptr (DeskVersion) version = NULL;
          double begin;

          if (k < G_N_ELEMENTS (strange))
            {
              g_autoptr (GString) repeated = g_string_sized_new (n_bytes + 100);

              while (repeated->len < n_bytes)
                g_string_append (repeated, strange[k].unit);
              text = g_string_free (g_steal_pointer (&repeated), FALSE);
            }
          else
            {
              text = make_names (n_bytes);
            }
          version = version_new (text);
          g_clear_pointer (&text, g_free);
          begin = seconds ();
          g_object_unref (desk_analyzer_run (analyzer, version, "en", "2025-03-12", NULL, NULL));
          printf (" %14.0f", (seconds () - begin) * 1e9 / n_bytes);
          fflush (stdout);
        }
      printf ("   %6.0f MB\n", megabytes ());
    }

  return 0;
}

int
main (int argc,
      char **argv)
{
  if (argc == 2 && strcmp (argv[1], "--growth") == 0)
    return measure_growth ();
  if (argc < 2)
    {
      g_printerr ("Usage: bench-analysis --growth | FILE…\n");
      return 2;
    }

  return measure_files (argc, argv);
}
