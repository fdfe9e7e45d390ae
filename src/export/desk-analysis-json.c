/* The JSON that `newsdesk-cli analyze` writes besides that of `read`.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis-json.h"

#include "desk-core-types.h"

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonArray *
make_range (DeskRange range)
{
  JsonArray *array = json_array_sized_new (2);

  json_array_add_int_element (array, range.start);
  json_array_add_int_element (array, range.end);

  return array;
}

static JsonArray *
make_ranges (GArray *ranges)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    json_array_add_array_element (array, make_range (g_array_index (ranges, DeskRange, i)));

  return array;
}

static void
set_range (JsonObject *object,
           const char *name,
           DeskRange range)
{
  if (range.start < range.end)
    json_object_set_array_member (object, name, make_range (range));
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
make_repair (const DeskRepair *repair)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "rule", repair->rule);
  set_string (object, "was", repair->value);
  set_string (object, "why", repair->why);

  return object;
}

/* What the reader repaired says by which rule, and what the machine had said. */
static void
set_repair (JsonObject *object,
            const DeskRepair *repair)
{
  if (repair != NULL)
    json_object_set_object_member (object, "repair", make_repair (repair));
}

static JsonObject *
make_mention (DeskEntity *entity,
              DeskMention *mention)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "start", desk_mention_get_start (mention));
  json_object_set_int_member (object, "end", desk_mention_get_end (mention));
  json_object_set_string_member (object, "text", desk_mention_get_text (mention));
  set_string (object, "why", desk_mention_get_why (mention));
  set_string (object, "confidence", desk_enum_to_nick (DESK_TYPE_CONFIDENCE, desk_mention_get_confidence (mention)));
  if (desk_mention_get_other_reading (mention) != NULL)
    {
      json_object_set_string_member (object, "reading", desk_entity_get_id (entity));
      json_object_set_string_member (object, "other_reading", desk_mention_get_other_reading (mention));
    }
  set_repair (object, desk_mention_get_repair (mention));

  return object;
}

static JsonObject *
make_entity (DeskEntity *entity)
{
  JsonObject *object = json_object_new ();
  JsonArray *aliases = json_array_new ();
  JsonArray *roles = json_array_new ();
  JsonArray *mentions = json_array_new ();
  const char *const *names = desk_entity_get_aliases (entity);

  json_object_set_string_member (object, "id", desk_entity_get_id (entity));
  json_object_set_string_member (object, "name", desk_entity_get_name (entity));
  set_string (object, "kind", desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, desk_entity_get_kind (entity)));

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    json_array_add_string_element (aliases, names[i]);
  json_object_set_array_member (object, "aliases", aliases);

  for (guint i = 0; i < desk_entity_get_n_roles (entity); i++)
    {
      const DeskRole *role = desk_entity_get_role (entity, i);
      JsonObject *member = json_object_new ();

      json_object_set_string_member (member, "text", role->text);
      json_object_set_int_member (member, "start", role->start);
      json_object_set_int_member (member, "end", role->end);
      json_array_add_object_element (roles, member);
    }
  json_object_set_array_member (object, "roles", roles);

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    json_array_add_object_element (mentions, make_mention (entity, desk_entity_get_mention (entity, i)));
  json_object_set_array_member (object, "mentions", mentions);

  if (desk_entity_get_n_repairs (entity) > 0)
    {
      JsonArray *repairs = json_array_new ();

      for (guint i = 0; i < desk_entity_get_n_repairs (entity); i++)
        json_array_add_object_element (repairs, make_repair (desk_entity_get_repair (entity, i)));
      json_object_set_array_member (object, "repairs", repairs);
    }
  if (desk_entity_get_apart (entity))
    json_object_set_boolean_member (object, "apart", TRUE);

  return object;
}

static JsonObject *
make_quote (const DeskQuote *quote)
{
  JsonObject *object = json_object_new ();

  set_string (object, "kind", desk_enum_to_nick (DESK_TYPE_QUOTE_KIND, quote->kind));
  set_string (object, "speaker", quote->speaker);
  set_range (object, "speaker_span", quote->speaker_span);
  set_range (object, "cue", quote->cue);
  json_object_set_array_member (object, "parts", make_ranges (quote->parts));
  json_object_set_array_member (object, "insertions", make_ranges (quote->insertions));
  set_string (object, "confidence", desk_enum_to_nick (DESK_TYPE_CONFIDENCE, quote->confidence));
  set_string (object, "why", quote->why);
  set_repair (object, quote->repair);

  return object;
}

/* TIMEX3 writes its types in capitals. */
static JsonObject *
make_date (const DeskDate *date)
{
  JsonObject *object = json_object_new ();
  g_autofree char *type = g_ascii_strup (desk_enum_to_nick (DESK_TYPE_DATE_TYPE, date->type), -1);

  json_object_set_int_member (object, "start", date->span.start);
  json_object_set_int_member (object, "end", date->span.end);
  json_object_set_string_member (object, "text", date->text);
  set_string (object, "value", date->value);
  json_object_set_string_member (object, "type", type);
  json_object_set_boolean_member (object, "relative", date->relative);
  set_string (object, "confidence", desk_enum_to_nick (DESK_TYPE_CONFIDENCE, date->confidence));
  set_string (object, "why", date->why);
  set_repair (object, date->repair);

  return object;
}

static JsonObject *
make_statement (const DeskStatement *statement)
{
  JsonObject *object = json_object_new ();

  set_string (object, "speaker", statement->speaker);
  set_range (object, "speaker_span", statement->speaker_span);
  set_range (object, "cue", statement->cue);
  set_range (object, "content", statement->content);
  set_string (object, "kind", statement->kind);
  set_string (object, "confidence", desk_enum_to_nick (DESK_TYPE_CONFIDENCE, statement->confidence));
  set_repair (object, statement->repair);
  set_string (object, "why", statement->why);

  return object;
}

/**
 * desk_analysis_dates_to_json:
 * @analysis: what a machine worked out about a version
 *
 * Returns: (transfer full): its dates; offsets are code points, end exclusive
 */
JsonArray *
desk_analysis_dates_to_json (DeskAnalysis *analysis)
{
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < dates->len; i++)
    json_array_add_object_element (array, make_date (g_ptr_array_index (dates, i)));

  return array;
}

/**
 * desk_analysis_add_to_json:
 * @analysis: what a machine worked out about a version
 * @object: the JSON object of its article, which gets the members
 *
 * Adds entities, quotes, dates and statements to what desk_article_to_json() made. Offsets are code points, end
 * exclusive.
 */
void
desk_analysis_add_to_json (DeskAnalysis *analysis,
                           JsonObject *object)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  GPtrArray *statements = desk_analysis_get_statements (analysis);
  JsonArray *array;

  json_object_set_string_member (object, "engine", desk_analysis_get_engine (analysis));
  json_object_set_array_member (object, "sentences", make_ranges (desk_analysis_get_sentences (analysis)));

  array = json_array_new ();
  for (guint i = 0; i < entities->len; i++)
    json_array_add_object_element (array, make_entity (g_ptr_array_index (entities, i)));
  json_object_set_array_member (object, "entities", array);

  array = json_array_new ();
  for (guint i = 0; i < quotes->len; i++)
    json_array_add_object_element (array, make_quote (g_ptr_array_index (quotes, i)));
  json_object_set_array_member (object, "quotes", array);

  json_object_set_array_member (object, "dates", desk_analysis_dates_to_json (analysis));

  array = json_array_new ();
  for (guint i = 0; i < statements->len; i++)
    json_array_add_object_element (array, make_statement (g_ptr_array_index (statements, i)));
  json_object_set_array_member (object, "statements", array);
}
