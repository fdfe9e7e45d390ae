/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-json.h"

#include "desk-core-types.h"

static void
set_identity (JsonObject *object,
              const char *name,
              const DeskIdentity *identity)
{
  JsonObject *member;

  if (identity == NULL)
    return;

  member = json_object_new ();
  json_object_set_string_member (member, "kind", desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, identity->kind));
  json_object_set_string_member (member, "name", identity->name);
  json_object_set_object_member (object, name, member);
}

static void
set_anchor (JsonObject *object,
            const DeskAnchor *anchor)
{
  JsonObject *member;

  if (anchor == NULL)
    return;

  member = json_object_new ();
  json_object_set_int_member (member, "start", anchor->start);
  json_object_set_int_member (member, "end", anchor->end);
  json_object_set_string_member (member, "exact", anchor->exact);
  json_object_set_string_member (member, "prefix", anchor->prefix);
  json_object_set_string_member (member, "suffix", anchor->suffix);
  json_object_set_object_member (object, "passage", member);
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/**
 * desk_rule_to_json:
 * @rule: a rule
 *
 * Writes what the reader decided; what a rule does not have is left out. Offsets are code points, end exclusive.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
desk_rule_to_json (DeskRule *rule)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  const char *const *names = desk_rule_get_names (rule);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc_usec (desk_rule_get_created (rule));
  g_autofree char *created_text = created != NULL ? g_date_time_format_iso8601 (created) : NULL;

  json_object_set_string_member (object, "id", desk_rule_get_id (rule));
  json_object_set_string_member (object, "action", desk_enum_to_nick (DESK_TYPE_RULE_ACTION, desk_rule_get_action (rule)));
  json_object_set_string_member (object, "scope", desk_enum_to_nick (DESK_TYPE_RULE_SCOPE, desk_rule_get_scope (rule)));
  set_text (object, "article", desk_rule_get_article_id (rule));
  set_identity (object, "subject", desk_rule_get_subject (rule));
  if (names != NULL && names[0] != NULL)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; names[i] != NULL; i++)
        json_array_add_string_element (array, names[i]);
      json_object_set_array_member (object, "names", array);
    }
  set_text (object, "form", desk_rule_get_form (rule));
  set_anchor (object, desk_rule_get_anchor (rule));
  set_identity (object, "target", desk_rule_get_target (rule));
  set_text (object, "value", desk_rule_get_value (rule));
  if (*desk_rule_get_author (rule) != '\0')
    json_object_set_string_member (object, "author", desk_rule_get_author (rule));
  set_text (object, "created", created_text);
  json_node_take_object (node, object);

  return node;
}
