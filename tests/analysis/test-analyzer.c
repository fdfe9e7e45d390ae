/* The analyser as a whole: results that depend on nothing else, cancelling, many threads.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <time.h>

#include "analysis-helpers.h"

static DeskAnalyzer *analyzer;

static const char story[] =
  "# Minister Kole Rejects Mill Deal\n\n"
  "NAIROBI \xe2\x80\x94 Finance Minister Pia Kole rejected the deal on Monday, according to a statement by the Ministry of Mines (MoM).\n\n"
  "\"The mill stays open,\" Kole said. \"It will be rebuilt next year.\"\n\n"
  "Beijing has called the plan \"unwise.\" In Beijing, two officials declined to comment on 3 March 2023.";

/* Everything that was found, as one string. */
static char *
write_down (DeskAnalysis *analysis)
{
  GString *out = g_string_new (desk_analysis_get_engine (analysis));
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  GPtrArray *dates = desk_analysis_get_dates (analysis);

  for (guint i = 0; i < entities->len; i++)
    {
      g_string_append_printf (out, "\n%s %d", desk_entity_get_name (entities->pdata[i]), desk_entity_get_kind (entities->pdata[i]));
      for (guint m = 0; m < desk_entity_get_n_mentions (entities->pdata[i]); m++)
        {
          DeskMention *mention = desk_entity_get_mention (entities->pdata[i], m);

          g_string_append_printf (out, " %u-%u %s", desk_mention_get_start (mention), desk_mention_get_end (mention), desk_mention_get_why (mention));
        }
      for (guint r = 0; r < desk_entity_get_n_roles (entities->pdata[i]); r++)
        g_string_append_printf (out, " %s", desk_entity_get_role (entities->pdata[i], r)->text);
    }
  for (guint i = 0; i < quotes->len; i++)
    {
      const DeskQuote *quote = quotes->pdata[i];

      g_string_append_printf (out, "\n%d %s %u %s", quote->kind, quote->speaker, quote->parts->len, quote->why);
    }
  for (guint i = 0; i < dates->len; i++)
    {
      const DeskDate *date = dates->pdata[i];

      g_string_append_printf (out, "\n%s %s %s", date->text, date->value, date->why);
    }

  return g_string_free (out, FALSE);
}

static void
test_same_everywhere (void)
{
  static const char *const zones[] = { "UTC", "Pacific/Kiritimati", "America/Los_Angeles" };
  static const char *const locales[] = { "C", "C.UTF-8", "tr_TR.UTF-8" };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (DeskAnalysis) analysis = NULL;
      g_autofree char *written = NULL;

      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      /* A locale that the system lacks leaves the one before. */
      if (setlocale (LC_ALL, locales[i]) == NULL)
        g_test_message ("no locale %s here", locales[i]);
      analysis = test_analyze (analyzer, story, "2023-03-15");
      written = write_down (analysis);
      if (first == NULL)
        first = g_steal_pointer (&written);
      else
        g_assert_cmpstr (written, ==, first);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_content (void)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, story, "2023-03-15");
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  DeskEntity *kole = desk_analysis_find_entity (analysis, "e1");

  g_assert_cmpstr (desk_analysis_get_engine (analysis), ==, DESK_ANALYSIS_ENGINE);
  g_assert_cmpstr (desk_entity_get_name (kole), ==, "Pia Kole");
  g_assert_cmpuint (desk_entity_get_n_mentions (kole), ==, 3);
  g_assert_cmpuint (quotes->len, ==, 2);
  g_assert_cmpstr (((DeskQuote *) quotes->pdata[0])->speaker, ==, "e1");
  g_assert_cmpuint (((DeskQuote *) quotes->pdata[0])->parts->len, ==, 2);
  g_assert_cmpuint (dates->len, ==, 3);
}

static void
test_language (void)
{
  g_autoptr (DeskVersion) version = test_version_new ("The minister said on Tuesday that the mill would be closed, and that all of the people who work there had been told about it before the vote.");
  g_autoptr (DeskAnalysis) guessed = desk_analyzer_run (analyzer, version, NULL, "2023-03-15", NULL, NULL);
  g_autoptr (DeskAnalysis) given = desk_analyzer_run (analyzer, version, "en-GB", "2023-03-15", NULL, NULL);
  g_autoptr (DeskAnalysis) other = desk_analyzer_run (analyzer, version, "fr", "2023-03-15", NULL, NULL);

  g_assert_cmpuint (desk_analysis_get_dates (guessed)->len, ==, 1);
  g_assert_cmpstr (desk_analysis_get_language (guessed), ==, "en");
  g_assert_cmpuint (desk_analysis_get_dates (given)->len, ==, 1);
  /* What is told about the language wins over what the text looks like. */
  g_assert_cmpuint (desk_analysis_get_dates (other)->len, ==, 0);
}

static void
test_known_languages (void)
{
  g_assert_true (desk_analyzer_knows_language (NULL));
  g_assert_true (desk_analyzer_knows_language ("en"));
  g_assert_true (desk_analyzer_knows_language ("en-GB"));
  g_assert_false (desk_analyzer_knows_language ("enm"));
  g_assert_false (desk_analyzer_knows_language ("da"));
}

static void
test_cancelled (void)
{
  g_autoptr (DeskVersion) version = test_version_new (story);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (desk_analyzer_run (analyzer, version, "en", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  guint n_left;
  char *expected;
} Threads;

static void
thread_done_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  Threads *threads = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run_finish (DESK_ANALYZER (source), result, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = write_down (analysis);
  g_assert_cmpstr (written, ==, threads->expected);
  threads->n_left--;
}

/* One analyser serves many threads at once. */
static void
test_threads (void)
{
  g_autoptr (DeskVersion) version = test_version_new (story);
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, story, "2023-03-15");
  Threads threads = { .n_left = 64, .expected = write_down (analysis) };

  for (guint i = threads.n_left; i > 0; i--)
    desk_analyzer_run_async (analyzer, version, "en", "2023-03-15", NULL, thread_done_cb, &threads);
  while (threads.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_free (threads.expected);
}

static void
async_cancelled_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_analyzer_run_finish (DESK_ANALYZER (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_async_cancelled (void)
{
  g_autoptr (DeskVersion) version = test_version_new (story);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;

  desk_analyzer_run_async (analyzer, version, "en", NULL, cancellable, async_cancelled_cb, &done);
  g_cancellable_cancel (cancellable);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/analyzer/content", test_content);
  g_test_add_func ("/analysis/analyzer/same-everywhere", test_same_everywhere);
  g_test_add_func ("/analysis/analyzer/language", test_language);
  g_test_add_func ("/analysis/analyzer/known-languages", test_known_languages);
  g_test_add_func ("/analysis/analyzer/cancelled", test_cancelled);
  g_test_add_func ("/analysis/analyzer/threads", test_threads);
  g_test_add_func ("/analysis/analyzer/async-cancelled", test_async_cancelled);

  result = g_test_run ();
  /* A thread of a cancelled run may still hold it. */
  g_object_unref (analyzer);

  return result;
}
