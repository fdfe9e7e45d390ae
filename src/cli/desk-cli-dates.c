/* The command `dates`: one text a line from standard input, one JSON array of dates a line.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "desk-analysis-json.h"
#include "desk-analyzer.h"
#include "desk-cli.h"
#include "desk-iso-date.h"
#include "desk-version-builder.h"

/* The text of a version begins with its first visible character; a line may begin with white space. */
static void
shift_dates (DeskAnalysis *analysis,
             const char *line)
{
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  guint n = 0;

  while (g_unichar_isspace (g_utf8_get_char (line)))
    {
      line = g_utf8_next_char (line);
      n++;
    }
  for (guint i = 0; i < dates->len; i++)
    {
      DeskDate *date = dates->pdata[i];

      date->span.start += n;
      date->span.end += n;
    }
}

static void
print_line (DeskAnalyzer *analyzer,
            const char *line,
            const char *language,
            const char *reference)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskAnalysis) analysis = NULL;
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, line);
  version = desk_version_builder_end (builder);
  analysis = desk_analyzer_find_dates (analyzer, version, language, reference);
  shift_dates (analysis, line);
  json_node_take_array (node, desk_analysis_dates_to_json (analysis));
  desk_cli_print (node);
}

int
desk_cli_dates (int argc,
                char **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *reference = NULL;
  const GOptionEntry entries[] = {
    { "reference", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("Day that relative dates are counted from"), N_ ("DATE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the texts, English if not given"), N_ ("CODE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (DeskAnalyzer) analyzer = NULL;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  char *line;

  if (!desk_cli_parse ("dates", "", _ ("Reads one text a line from standard input and writes its dates, one array a line."), entries, 0, 0, &argc, &argv))
    return DESK_CLI_USAGE;
  if (reference != NULL && !desk_iso_date_is_valid (reference))
    {
      g_printerr (_ ("“%s” is no date; write it like 2023-02-08.\n"), reference);
      return DESK_CLI_USAGE;
    }

  analyzer = desk_analyzer_new ();
  input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  lines = g_data_input_stream_new (input);
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
    {
      g_autofree char *utf8 = g_utf8_make_valid (line, -1);

      print_line (analyzer, utf8, language != NULL ? language : "en", reference);
      g_free (line);
    }
  if (error != NULL)
    {
      g_printerr ("newsdesk-cli dates: %s\n", error->message);
      return DESK_CLI_SOME_FAILED;
    }

  return DESK_CLI_OK;
}
