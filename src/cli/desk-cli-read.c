/* The commands `read` and `analyze`: files in, JSON Lines out, in input order, several at a time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "desk-analyzer.h"
#include "desk-article-json.h"
#include "desk-cli.h"
#include "desk-importer.h"
#include "desk-iso-date.h"
#include "desk-kind.h"
#include "desk-page-writer.h"

typedef enum
{
  FORMAT_JSON,
  FORMAT_TEXT,
  FORMAT_HTML,
} Format;

typedef struct
{
  const char *url;
  const char *published;
  DeskAnalyzer *analyzer; /* NULL for `read` */
  Format format;
  char **inputs;
  GAsyncQueue *done; /* of Answer */
} Run;

/* All lines of one input. */
typedef struct
{
  guint index;
  GString *lines;
  gboolean failed;
} Answer;

static void
append_node (GString *lines,
             JsonNode *node)
{
  g_autofree char *line = json_to_string (node, FALSE);

  g_string_append (lines, line);
  g_string_append_c (lines, '\n');
  json_node_unref (node);
}

static gboolean
append_article (Run *run,
                const char *input,
                DeskArticle *article,
                GString *lines,
                GError **error)
{
  g_autoptr (DeskAnalysis) analysis = NULL;
  g_autoptr (DeskPageWriter) writer = NULL;
  g_autoptr (GListModel) kinds = NULL;
  g_autofree char *page = NULL;
  JsonNode *node;

  if (run->published != NULL)
    desk_article_set_field (article, DESK_FIELD_PUBLISHED, run->published, DESK_ORIGIN_USER, DESK_CONFIDENCE_SURE);

  switch (run->format)
    {
    case FORMAT_TEXT:
      g_string_append (lines, desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article))));
      g_string_append_c (lines, '\n');
      return TRUE;

    case FORMAT_HTML:
      kinds = desk_kind_list_new ();
      writer = desk_page_writer_new (article, kinds);
      page = desk_page_writer_dup_page (writer, NULL);
      g_string_append (lines, page);
      g_string_append_c (lines, '\n');
      return TRUE;

    case FORMAT_JSON:
      break;
    }

  node = desk_article_to_json (article, input);
  if (run->analyzer != NULL)
    {
      analysis = desk_analyzer_run (run->analyzer, desk_article_get_version (article),
                                    desk_article_get_field (article, DESK_FIELD_LANGUAGE),
                                    desk_article_get_published (article), NULL, error);
      if (analysis == NULL)
        {
          json_node_unref (node);
          return FALSE;
        }
      desk_analysis_add_to_json (analysis, json_node_get_object (node));
    }
  append_node (lines, node);

  return TRUE;
}

static GPtrArray *
read_standard_input (Run *run,
                     GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportHints hints = { .url = run->url };

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));

  return desk_importer_read_bytes (bytes, &hints, &limits, NULL, error);
}

static GPtrArray *
read_input (Run *run,
            const char *input,
            GError **error)
{
  DeskImportLimits limits = desk_import_limits_default ();
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (input, "-"))
    return read_standard_input (run, error);

  file = g_file_new_for_commandline_arg (input);
  return desk_importer_read_file (file, run->url, &limits, NULL, error);
}

static void
answer_thread (gpointer data,
               gpointer user_data)
{
  Run *run = user_data;
  Answer *answer = g_new0 (Answer, 1);
  const char *input;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  answer->index = GPOINTER_TO_UINT (data) - 1;
  answer->lines = g_string_new (NULL);
  input = run->inputs[answer->index];

  articles = read_input (run, input, &error);
  for (guint i = 0; articles != NULL && error == NULL && i < articles->len; i++)
    append_article (run, input, g_ptr_array_index (articles, i), answer->lines, &error);

  if (error != NULL)
    {
      answer->failed = TRUE;
      if (run->format == FORMAT_JSON)
        append_node (answer->lines, desk_cli_error_node (input, desk_import_error_code (error), error->message));
      g_printerr ("%s: %s\n", input, error->message);
    }

  g_async_queue_push (run->done, answer);
}

/* Prints answers as soon as everything before them is printed. */
static int
print_in_order (Run *run,
                guint n_inputs)
{
  g_autofree Answer **waiting = g_new0 (Answer *, n_inputs);
  guint next = 0;
  int status = DESK_CLI_OK;

  while (next < n_inputs)
    {
      Answer *answer = g_async_queue_pop (run->done);

      waiting[answer->index] = answer;
      while (next < n_inputs && waiting[next] != NULL)
        {
          answer = g_steal_pointer (&waiting[next++]);
          if (answer->failed)
            status = DESK_CLI_SOME_FAILED;
          fwrite (answer->lines->str, 1, answer->lines->len, stdout);
          fflush (stdout);
          g_string_free (answer->lines, TRUE);
          g_free (answer);
        }
    }

  return status;
}

static gboolean
parse_format (const char *word,
              Format *format)
{
  const char *words[] = { "json", "text", "html" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *format = i;
        return TRUE;
      }

  g_printerr (_ ("There is no format “%s”; choose json, text or html.\n"), word);
  return FALSE;
}

static int
run_inputs (Run *run,
            char **inputs,
            guint n_inputs,
            int jobs)
{
  GThreadPool *pool;
  int status;

  run->inputs = inputs;
  run->done = g_async_queue_new ();
  pool = g_thread_pool_new (answer_thread, run, jobs > 0 ? jobs : (int) g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; i < n_inputs; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  status = print_in_order (run, n_inputs);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_async_queue_unref (run->done);

  return status;
}

int
desk_cli_read (int argc,
               char **argv)
{
  g_autofree char *url = NULL;
  g_autofree char *format = NULL;
  int jobs = 0;
  Run run = { 0 };
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("Address that the input came from"), N_ ("URL") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("Output: json, text or html"), N_ ("FORMAT") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &jobs, N_ ("Inputs that are read at the same time"), "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("read", _ ("INPUT…"), _ ("Reads articles from files of any supported format, without a library; “-” is standard input."), entries, 1, -1, &argc, &argv) ||
      (format != NULL && !parse_format (format, &run.format)))
    return DESK_CLI_USAGE;

  run.url = url;
  return run_inputs (&run, argv + 1, argc - 1, jobs);
}

int
desk_cli_analyze (int argc,
                  char **argv)
{
  g_autofree char *url = NULL;
  g_autofree char *published = NULL;
  g_autoptr (DeskAnalyzer) analyzer = NULL;
  int jobs = 0;
  Run run = { 0 };
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("Address that the input came from"), N_ ("URL") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &published, N_ ("Day of publication; relative dates depend on it"), N_ ("DATE") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &jobs, N_ ("Inputs that are read at the same time"), "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("analyze", _ ("INPUT…"), _ ("Reads articles and works out who, where and when."), entries, 1, -1, &argc, &argv))
    return DESK_CLI_USAGE;
  if (published != NULL && !desk_iso_date_is_valid (published))
    {
      g_printerr (_ ("“%s” is no date; write it like 2023-02-08.\n"), published);
      return DESK_CLI_USAGE;
    }

  analyzer = desk_analyzer_new ();
  run.url = url;
  run.published = published;
  run.analyzer = analyzer;
  return run_inputs (&run, argv + 1, argc - 1, jobs);
}
