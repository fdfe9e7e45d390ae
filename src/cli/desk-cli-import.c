/* The command `import`: files and folders into the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "desk-cli.h"
#include "desk-importer.h"

typedef struct
{
  GHashTable *waiting; /* index → node */
  guint next;
  int status;
} ImportOutput;

static void
input_done_cb (DeskImportJob *job,
               guint index,
               const char *id,
               gboolean added,
               GError *error,
               ImportOutput *output)
{
  g_autofree char *name = desk_import_job_dup_name (job, index);
  JsonNode *node;

  if (error != NULL)
    {
      node = desk_cli_error_node (name, desk_import_error_code (error), error->message);
      g_printerr ("%s: %s\n", name, error->message);
      output->status = DESK_CLI_SOME_FAILED;
    }
  else
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", name);
      json_object_set_string_member (object, "id", id);
      json_object_set_boolean_member (object, "added", added);
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, object);
    }

  g_hash_table_insert (output->waiting, GUINT_TO_POINTER (index), node);
  while (g_hash_table_steal_extended (output->waiting, GUINT_TO_POINTER (output->next), NULL, (gpointer *) &node))
    {
      desk_cli_print (node);
      output->next++;
    }
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u / %u ", desk_import_job_get_done (job), desk_import_job_get_total (job));
}

static void
analyze_all (DeskSession *session)
{
  desk_session_analyze (session);
  while (desk_session_get_analysing (session))
    g_main_context_iteration (NULL, TRUE);
}

int
desk_cli_import (int argc,
                 char **argv)
{
  g_autofree char *folder = NULL;
  gboolean analyze = FALSE;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (DeskImportJob) job = NULL;
  g_autoptr (GListStore) files = NULL;
  g_autoptr (GHashTable) waiting = NULL;
  ImportOutput output = { 0 };
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    { "analyze", 0, 0, G_OPTION_ARG_NONE, &analyze, N_ ("Analyse them too, instead of when NewsDesk runs next"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("import", _ ("INPUT…"), _ ("Adds files and folders to the library."), entries, 1, -1, &argc, &argv))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  files = g_list_store_new (G_TYPE_FILE);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);

      g_list_store_append (files, file);
    }

  waiting = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) json_node_unref);
  output.waiting = waiting;
  job = desk_session_import_files (session, G_LIST_MODEL (files));
  g_signal_connect (job, "input-done", G_CALLBACK (input_done_cb), &output);
  while (desk_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  if (isatty (STDERR_FILENO))
    g_printerr ("\n");

  if (analyze)
    analyze_all (session);

  return output.status;
}
