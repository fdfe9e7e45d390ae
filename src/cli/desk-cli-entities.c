/* The commands about entities of the whole library: `said` and `rules`.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-cli.h"
#include "desk-core-types.h"
#include "desk-rule-json.h"
#include "desk-said.h"

static JsonNode *
said_to_json (DeskSaid *said)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "text", desk_said_get_text (said));
  json_object_set_string_member (object, "speaker", desk_said_get_speaker (said));
  json_object_set_string_member (object, "role", desk_said_get_role (said));
  json_object_set_boolean_member (object, "indirect", desk_said_get_indirect (said));
  json_object_set_string_member (object, "confidence", desk_enum_to_nick (DESK_TYPE_CONFIDENCE, desk_said_get_confidence (said)));
  json_object_set_string_member (object, "article", desk_said_get_article_id (said));
  json_object_set_int_member (object, "start", desk_said_get_start (said));
  json_object_set_int_member (object, "end", desk_said_get_end (said));
  json_object_set_string_member (object, "headline", desk_said_get_headline (said));
  json_object_set_string_member (object, "source", desk_said_get_source (said));
  json_object_set_string_member (object, "published", desk_said_get_published (said));
  json_object_set_string_member (object, "url", desk_said_get_url (said));
  json_node_take_object (node, object);

  return node;
}

static void
print_answers (DeskSession *session,
               const DeskQuestion *question,
               guint limit)
{
  g_autoptr (DeskAnswerList) list = desk_library_ask (desk_session_get_library (session), question);
  guint n_printed = 0;

  while (n_printed < limit)
    {
      while (desk_answer_list_get_loading (list))
        g_main_context_iteration (NULL, TRUE);

      for (; n_printed < limit && n_printed < g_list_model_get_n_items (G_LIST_MODEL (list)); n_printed++)
        {
          g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), n_printed);

          desk_cli_print (DESK_IS_SAID (row) ? said_to_json (DESK_SAID (row)) : desk_rule_to_json (DESK_RULE (row)));
        }

      if (desk_answer_list_get_complete (list))
        break;
      desk_answer_list_load_more (list);
    }
}

static gboolean
parse_kind (const char *nick,
            int *kind)
{
  *kind = -1;
  if (nick == NULL || desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, nick, kind))
    return TRUE;

  g_printerr (_ ("newsdesk-cli said: there is no kind “%s”\n"), nick);

  return FALSE;
}

int
desk_cli_said (int argc,
               char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *kind_nick = NULL;
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *name = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (DeskQuestion) question = NULL;
  int limit = 0;
  int kind;
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_nick, N_ ("Only an entity of this kind: person, organisation, government, place, event"), N_ ("KIND") },
    { "words", 0, 0, G_OPTION_ARG_STRING, &words, N_ ("Only with words that begin so, in the quote or the headline"), N_ ("WORDS") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_ ("Only from sources with this in their names"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Only published on this day or later"), N_ ("DAY") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("Only published on this day or earlier"), N_ ("DAY") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Give the first N quotes only"), "N" },
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("said", _ ("NAME"), _ ("Gives all quotes of a person or an organisation over the library, newest articles first."),
                       entries, 1, -1, &argc, &argv) ||
      !parse_kind (kind_nick, &kind))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  name = g_strjoinv (" ", argv + 1);
  question = desk_question_new (DESK_QUESTION_KIND_SAID, name, kind);
  question->words = g_steal_pointer (&words);
  question->source = g_steal_pointer (&source);
  question->from = g_steal_pointer (&from);
  question->until = g_steal_pointer (&until);
  print_answers (session, question, limit > 0 ? (guint) limit : G_MAXUINT);

  return DESK_CLI_OK;
}

int
desk_cli_rules (int argc,
                char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autoptr (DeskQuestion) question = NULL;
  const GOptionEntry entries[] = {
    DESK_CLI_LIBRARY_ENTRY (&folder),
    G_OPTION_ENTRY_NULL
  };

  if (!desk_cli_parse ("rules", "", _ ("Lists the corrections of the reader as rules, newest first."), entries, 0, 0, &argc, &argv))
    return DESK_CLI_USAGE;
  session = desk_cli_open_session (folder);
  if (session == NULL)
    return DESK_CLI_SOME_FAILED;

  question = desk_question_new (DESK_QUESTION_KIND_RULES, NULL, -1);
  print_answers (session, question, G_MAXUINT);

  return DESK_CLI_OK;
}
