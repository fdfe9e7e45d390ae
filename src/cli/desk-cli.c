/* What the commands of newsdesk-cli share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-cli.h"

gboolean
desk_cli_parse (const char *command,
                const char *arguments,
                const char *summary,
                const GOptionEntry *entries,
                int min_arguments,
                int max_arguments,
                int *argc,
                char ***argv)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", command, arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr ("newsdesk-cli %s: %s\n", command, error->message);
      return FALSE;
    }

  /* The first one is the name of the command itself. */
  if (*argc - 1 < min_arguments || (max_arguments >= 0 && *argc - 1 > max_arguments))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return FALSE;
    }

  return TRUE;
}

void
desk_cli_print (JsonNode *node)
{
  g_autofree char *line = json_to_string (node, FALSE);

  g_print ("%s\n", line);
  json_node_unref (node);
}

JsonNode *
desk_cli_error_node (const char *file,
                     const char *code,
                     const char *message)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *error = json_object_new ();

  json_object_set_string_member (error, "code", code);
  json_object_set_string_member (error, "message", message);
  json_object_set_string_member (object, "file", file);
  json_object_set_object_member (object, "error", error);
  json_node_take_object (node, object);

  return node;
}

void
desk_cli_got_result_cb (GObject *object,
                        GAsyncResult *result,
                        gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

void
desk_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

DeskSession *
desk_cli_open_session (const char *folder)
{
  g_autoptr (DeskSession) session = desk_session_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk_session_open_async (session, NULL, desk_cli_got_result_cb, &result);
  desk_cli_wait (&result);
  if (!desk_session_open_finish (session, result, &error))
    {
      g_printerr ("newsdesk-cli: %s\n", error->message);
      return NULL;
    }
  if (desk_library_get_problem (desk_session_get_library (session)) != NULL)
    g_printerr ("newsdesk-cli: %s\n", desk_library_get_problem (desk_session_get_library (session)));

  return g_steal_pointer (&session);
}
