/* The commands on the library: `list`, `search`, `show`, `check` and `backup`.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-analyzer.h"
#include "desk-annotation-json.h"
#include "desk-article-json.h"
#include "desk-cli.h"

/* List and search */

static JsonNode *
row_to_json (DeskArticleRow *row)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GDateTime) added = g_date_time_new_from_unix_utc_usec (desk_article_row_get_added (row));
  g_autofree char *added_text = g_date_time_format_iso8601 (added);

  json_object_set_string_member (object, "id", desk_article_row_get_id (row));
  json_object_set_string_member (object, "headline", desk_article_row_get_headline (row));
  json_object_set_string_member (object, "source", desk_article_row_get_source (row));
  json_object_set_string_member (object, "published", desk_article_row_get_published (row));
  json_object_set_string_member (object, "added", added_text);
  json_object_set_string_member (object, "lead", desk_article_row_get_lead (row));
  if (desk_article_row_get_snippet (row) != NULL)
    json_object_set_string_member (object, "snippet", desk_article_row_get_snippet (row));
  json_object_set_boolean_member (object, "unread", desk_article_row_get_unread (row));
  json_object_set_boolean_member (object, "starred", desk_article_row_get_starred (row));
  json_object_set_int_member (object, "marks", desk_article_row_get_n_marks (row));
  json_node_take_object (node, object);

  return node;
}

static void
print_rows (DeskSession *session,
            const DeskQuery *query,
            guint limit)
{
  g_autoptr (DeskArticleList) list = desk_library_create_list (desk_session_get_library (session), query);

  while (desk_article_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < limit && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (DeskArticleRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      while (!desk_article_row_get_loaded (row))
        g_main_context_iteration (NULL, TRUE);
      desk_cli_print (row_to_json (row));
    }
}

static int
list_or_search (const char *command,
                int argc,
                char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *words = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (DeskQuery) query = NULL;
  int limit = 0;
  gboolean search = g_str_equal (command, "search");
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Give the first N articles only"), "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse (command, search ? _ ("QUERY") : "",
                       search ? _ ("Searches headlines, texts, notes and names, like the search box.") : _ ("Lists the articles of the library, newest first."),
                       entries, search ? 1 : 0, search ? -1 : 0, &argc, &argv))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  words = search ? g_strjoinv (" ", argv + 1) : NULL;
  query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, words);
  print_rows (session, query, limit > 0 ? (guint) limit : G_MAXUINT);

  return DESK_CLI_OK;
}

int
desk_cli_list (int argc,
               char **argv)
{
  return list_or_search ("list", argc, argv);
}

int
desk_cli_search (int argc,
                 char **argv)
{
  return list_or_search ("search", argc, argv);
}

/* Show */

static gboolean
print_article (DeskLibrary *library,
               const char *id,
               GError **error)
{
  g_autoptr (GAsyncResult) article_result = NULL;
  g_autoptr (GAsyncResult) annotations_result = NULL;
  g_autoptr (GAsyncResult) analysis_result = NULL;
  g_autoptr (GAsyncResult) rules_result = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (DeskAnalysis) machine = NULL;
  g_autoptr (DeskRuleSet) rules = NULL;
  JsonNode *node;

  desk_library_load_article_async (library, id, NULL, desk_cli_got_result_cb, &article_result);
  desk_cli_wait (&article_result);
  article = desk_library_load_article_finish (library, article_result, error);
  if (article == NULL)
    return FALSE;

  desk_library_load_annotations_async (library, id, NULL, desk_cli_got_result_cb, &annotations_result);
  desk_cli_wait (&annotations_result);
  annotations = desk_library_load_annotations_finish (library, annotations_result, error);
  if (annotations == NULL)
    return FALSE;

  desk_library_load_analysis_async (library, id, DESK_ANALYSIS_ENGINE, NULL, desk_cli_got_result_cb, &analysis_result);
  desk_cli_wait (&analysis_result);
  machine = desk_library_load_analysis_finish (library, analysis_result, NULL);

  desk_library_load_rules_async (library, NULL, desk_cli_got_result_cb, &rules_result);
  desk_cli_wait (&rules_result);
  rules = desk_library_load_rules_finish (library, rules_result, error);
  if (rules == NULL)
    return FALSE;

  node = desk_article_to_json (article, desk_article_get_original_name (article));
  json_object_set_string_member (json_node_get_object (node), "id", id);
  json_object_set_member (json_node_get_object (node), "marks", desk_annotations_to_json (annotations));
  if (machine != NULL)
    {
      DeskText *text = desk_version_get_text (desk_article_get_version (article));
      g_autoptr (DeskAnalysis) analysis = desk_rule_set_apply (rules, id, text, machine);

      desk_analysis_add_to_json (analysis, json_node_get_object (node));
    }
  desk_cli_print (node);

  return TRUE;
}

int
desk_cli_show (int argc,
               char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (DeskSession) session = NULL;
  int status = DESK_CLI_OK;
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("show", _ ("ID…"), _ ("Shows articles of the library with their marks."), entries, 1, -1, &argc, &argv))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!print_article (desk_session_get_library (session), argv[i], &error))
        {
          desk_cli_print (desk_cli_error_node (argv[i], "not-found", error->message));
          g_printerr ("%s: %s\n", argv[i], error->message);
          status = DESK_CLI_SOME_FAILED;
        }
    }

  return status;
}

/* Check and backup */

int
desk_cli_check (int argc,
                char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("check", "", _ ("Verifies the library and every stored SHA-256; repairs nothing."), entries, 0, 0, &argc, &argv))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  desk_library_check_async (desk_session_get_library (session), NULL, desk_cli_got_result_cb, &result);
  desk_cli_wait (&result);
  problems = desk_library_check_finish (desk_session_get_library (session), result, &error);
  if (problems == NULL)
    {
      g_printerr ("newsdesk-cli: %s\n", error->message);
      return DESK_CLI_SOME_FAILED;
    }

  for (guint i = 0; problems[i] != NULL; i++)
    g_print ("%s\n", problems[i]);
  if (problems[0] == NULL)
    g_print ("%s\n", _ ("The library is in order."));

  return problems[0] == NULL && desk_library_get_problem (desk_session_get_library (session)) == NULL ? DESK_CLI_OK : DESK_CLI_SOME_FAILED;
}

int
desk_cli_backup (int argc,
                 char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("backup", _ ("FILE"), _ ("Writes a whole copy of the library to a file."), entries, 1, 1, &argc, &argv))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  file = g_file_new_for_commandline_arg (argv[1]);
  desk_library_backup_async (desk_session_get_library (session), file, NULL, desk_cli_got_result_cb, &result);
  desk_cli_wait (&result);
  if (!desk_library_backup_finish (desk_session_get_library (session), result, &error))
    {
      g_printerr ("newsdesk-cli: %s\n", error->message);
      return DESK_CLI_SOME_FAILED;
    }

  return DESK_CLI_OK;
}
