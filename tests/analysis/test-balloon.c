/* The acceptance article against its hand-made truth, through the importer.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "desk-analyzer.h"
#include "desk-core-types.h"
#include "desk-importer.h"

typedef struct
{
  JsonObject *truth;
  JsonParser *parser;
  DeskVersion *version;
  DeskAnalysis *analysis;
  char *source; /* the file's text, which the truth counts in */
} Fixture;

static char *
shared_path (const char *name)
{
  const char *shared = g_getenv ("NEWSDESK_SHARED");

  return g_build_filename (shared != NULL ? shared : "../shared", "articles", name, NULL);
}

static gboolean
set_up (Fixture *self)
{
  g_autofree char *article_path = shared_path ("balloon.txt");
  g_autofree char *truth_path = shared_path ("balloon.expected.json");
  g_autoptr (GFile) file = g_file_new_for_path (article_path);
  g_autoptr (DeskAnalyzer) analyzer = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (article_path, G_FILE_TEST_EXISTS) || !g_file_test (truth_path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("skipped: no ../shared");
      return FALSE;
    }

  self->parser = json_parser_new_immutable ();
  json_parser_load_from_file (self->parser, truth_path, &error);
  g_assert_no_error (error);
  self->truth = json_node_get_object (json_parser_get_root (self->parser));
  g_file_get_contents (article_path, &self->source, NULL, &error);
  g_assert_no_error (error);

  articles = desk_importer_read_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  self->version = g_object_ref (desk_article_get_version (articles->pdata[0]));

  analyzer = desk_analyzer_new ();
  self->analysis = desk_analyzer_run (analyzer, self->version, "en", json_object_get_string_member (self->truth, "published"), NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static void
tear_down (Fixture *self)
{
  g_clear_object (&self->parser);
  g_clear_object (&self->version);
  g_clear_object (&self->analysis);
  g_free (self->source);
}

/* The place in the canonical text of a place in the file: by how often the words came before. */
static guint
find_place (Fixture *self,
            const char *text,
            guint start)
{
  const char *canonical = desk_text_get_utf8 (desk_version_get_text (self->version));
  const char *at = canonical, *in_source = self->source;
  guint nth = 0;

  /* The file is plain ASCII, so bytes are code points there. */
  while ((in_source = strstr (in_source, text)) != NULL && in_source < self->source + start)
    {
      nth++;
      in_source++;
    }
  for (at = strstr (canonical, text); at != NULL && nth > 0; nth--)
    at = strstr (at + 1, text);
  if (at == NULL)
    return G_MAXUINT;

  return desk_text_get_code_point (desk_version_get_text (self->version), at - canonical);
}

/* The entity with a mention over the place; "China" may be told by "People's Republic of China". */
static DeskEntity *
find_entity (Fixture *self,
             guint start,
             guint end,
             DeskEntityKind kind)
{
  GPtrArray *entities = desk_analysis_get_entities (self->analysis);

  for (guint i = 0; i < entities->len; i++)
    for (guint m = 0; m < desk_entity_get_n_mentions (entities->pdata[i]); m++)
      {
        DeskMention *mention = desk_entity_get_mention (entities->pdata[i], m);

        if (desk_entity_get_kind (entities->pdata[i]) == kind && desk_mention_get_start (mention) <= start && desk_mention_get_end (mention) >= end && desk_mention_get_end (mention) - desk_mention_get_start (mention) <= end - start + 21)
          return entities->pdata[i];
      }

  return NULL;
}

static DeskEntityKind
kind_of (JsonObject *entity)
{
  int kind = -1;

  g_assert_true (desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, json_object_get_string_member (entity, "kind"), &kind));

  return kind;
}

static gboolean
is_in_story (JsonObject *entity)
{
  return !json_object_has_member (entity, "where");
}

/* The one entity of all the mentions, NULL when some are missing or stand apart. */
static DeskEntity *
find_joined (Fixture *self,
             JsonObject *expected,
             gboolean complain)
{
  JsonArray *mentions = json_object_get_array_member (expected, "mentions");
  DeskEntity *found = NULL;

  for (guint i = 0; i < json_array_get_length (mentions); i++)
    {
      JsonObject *mention = json_array_get_object_element (mentions, i);
      const char *text = json_object_get_string_member (mention, "text");
      guint start = find_place (self, text, json_object_get_int_member (mention, "start"));
      DeskEntity *entity = start == G_MAXUINT ? NULL : find_entity (self, start, start + g_utf8_strlen (text, -1), kind_of (expected));

      /* The boilerplate at the end is no part of the story. */
      if (entity == NULL && start != G_MAXUINT && desk_version_get_block (self->version, desk_version_find_block (self->version, start))->kind == DESK_BLOCK_KIND_BOILERPLATE)
        continue;
      if (entity == NULL || (found != NULL && entity != found))
        {
          if (complain)
            g_test_message ("%s: \"%s\" at %u is %s", json_object_get_string_member (expected, "name"), text, start,
                            entity == NULL ? "missing" : desk_entity_get_name (entity));
          return NULL;
        }
      found = entity;
    }

  return found;
}

static void
test_people (void)
{
  Fixture self = { 0 };
  JsonArray *entities;
  guint n = 0;

  if (!set_up (&self))
    return;
  entities = json_object_get_array_member (self.truth, "entities");
  for (guint i = 0; i < json_array_get_length (entities); i++)
    {
      JsonObject *expected = json_array_get_object_element (entities, i);
      DeskEntity *found;

      if (kind_of (expected) != DESK_ENTITY_KIND_PERSON || !is_in_story (expected))
        continue;
      found = find_joined (&self, expected, TRUE);
      g_assert_nonnull (found);
      g_assert_cmpstr (desk_entity_get_name (found), ==, json_object_get_string_member (expected, "name"));
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
  tear_down (&self);
}

static void
test_others (void)
{
  Fixture self = { 0 };
  JsonArray *entities;
  guint n = 0, n_found = 0;

  if (!set_up (&self))
    return;
  entities = json_object_get_array_member (self.truth, "entities");
  for (guint i = 0; i < json_array_get_length (entities); i++)
    {
      JsonObject *expected = json_array_get_object_element (entities, i);

      if (kind_of (expected) == DESK_ENTITY_KIND_PERSON || !is_in_story (expected))
        continue;
      n++;
      n_found += find_joined (&self, expected, TRUE) != NULL;
    }
  g_test_message ("%u of %u organisations, governments, places and events", n_found, n);
  g_assert_cmpuint (n_found * 10, >=, n * 9);
  tear_down (&self);
}

static void
test_dates (void)
{
  Fixture self = { 0 };
  JsonArray *expected;
  GPtrArray *dates;

  if (!set_up (&self))
    return;
  expected = json_object_get_array_member (self.truth, "dates");
  dates = desk_analysis_get_dates (self.analysis);
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *date = json_array_get_object_element (expected, i);
      const char *text = json_object_get_string_member (date, "text");
      guint start = find_place (&self, text, json_object_get_int_member (date, "start"));
      const char *value = NULL;

      for (guint d = 0; d < dates->len; d++)
        {
          const DeskDate *found = dates->pdata[d];

          if (found->span.start == start && found->span.end == start + g_utf8_strlen (text, -1))
            value = found->value;
        }
      g_assert_cmpstr (value, ==, json_object_get_string_member (date, "value"));
    }
  tear_down (&self);
}

static void
test_quotes (void)
{
  Fixture self = { 0 };
  JsonArray *expected;
  GPtrArray *quotes;

  if (!set_up (&self))
    return;
  expected = json_object_get_array_member (self.truth, "quotes");
  quotes = desk_analysis_get_quotes (self.analysis);
  g_assert_cmpuint (quotes->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *quote = json_array_get_object_element (expected, i);
      JsonArray *parts = json_object_get_array_member (quote, "parts");
      const DeskQuote *found = quotes->pdata[i];
      DeskEntity *speaker = found->speaker != NULL ? desk_analysis_find_entity (self.analysis, found->speaker) : NULL;
      g_autofree char *cue = desk_text_dup_slice (desk_version_get_text (self.version), found->cue.start, found->cue.end);

      g_assert_cmpuint (found->parts->len, ==, json_array_get_length (parts));
      for (guint p = 0; p < found->parts->len; p++)
        {
          const DeskRange *range = &g_array_index (found->parts, DeskRange, p);
          g_autofree char *text = desk_text_dup_slice (desk_version_get_text (self.version), range->start, range->end);

          g_assert_cmpstr (text, ==, json_object_get_string_member (json_array_get_object_element (parts, p), "text"));
        }
      g_assert_cmpstr (desk_enum_to_nick (DESK_TYPE_QUOTE_KIND, found->kind), ==, json_object_get_string_member (quote, "kind"));
      g_assert_cmpstr (speaker != NULL ? desk_entity_get_name (speaker) : NULL, ==, json_object_get_string_member (quote, "speaker"));
      g_assert_cmpstr (cue, ==, json_object_get_string_member (quote, "cue"));
    }
  tear_down (&self);
}

static void
test_roles (void)
{
  Fixture self = { 0 };
  JsonArray *entities;

  if (!set_up (&self))
    return;
  entities = json_object_get_array_member (self.truth, "entities");
  for (guint i = 0; i < json_array_get_length (entities); i++)
    {
      JsonObject *expected = json_array_get_object_element (entities, i);
      JsonArray *roles = json_object_get_array_member (expected, "roles");
      DeskEntity *entity;

      if (kind_of (expected) != DESK_ENTITY_KIND_PERSON || !is_in_story (expected))
        continue;
      entity = find_joined (&self, expected, TRUE);
      g_assert_nonnull (entity);
      for (guint r = 0; r < json_array_get_length (roles); r++)
        {
          const char *role = json_array_get_string_element (roles, r);
          gboolean found = FALSE;

          for (guint k = 0; k < desk_entity_get_n_roles (entity); k++)
            found |= g_str_equal (desk_entity_get_role (entity, k)->text, role);
          if (!found)
            g_test_message ("%s lacks the role \"%s\"", desk_entity_get_name (entity), role);
          g_assert_true (found);
        }
    }
  tear_down (&self);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/balloon/people", test_people);
  g_test_add_func ("/analysis/balloon/others", test_others);
  g_test_add_func ("/analysis/balloon/dates", test_dates);
  g_test_add_func ("/analysis/balloon/quotes", test_quotes);
  g_test_add_func ("/analysis/balloon/roles", test_roles);

  return g_test_run ();
}
