/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis.h"
#include "desk-core-types.h"

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

static void
test_mention (void)
{
  DeskMention *mention = desk_mention_new (4, 9, "Ryder", DESK_CONFIDENCE_LIKELY, "title before name");
  int notified = 0;
  g_autofree char *text = NULL;
  g_autofree char *why = NULL;
  g_autofree char *other = NULL;
  guint start;
  guint end;
  DeskConfidence confidence;

  g_assert_cmpuint (desk_mention_get_start (mention), ==, 4);
  g_assert_cmpuint (desk_mention_get_end (mention), ==, 9);
  g_assert_cmpstr (desk_mention_get_text (mention), ==, "Ryder");
  g_assert_cmpint (desk_mention_get_confidence (mention), ==, DESK_CONFIDENCE_LIKELY);
  g_assert_cmpstr (desk_mention_get_why (mention), ==, "title before name");
  g_assert_null (desk_mention_get_other_reading (mention));

  g_signal_connect_swapped (mention, "notify::other-reading", G_CALLBACK (count_cb), &notified);
  desk_mention_set_other_reading (mention, NULL);
  g_assert_cmpint (notified, ==, 0);
  desk_mention_set_other_reading (mention, "e2");
  desk_mention_set_other_reading (mention, "e2");
  g_assert_cmpint (notified, ==, 1);
  g_object_set (mention, "other-reading", "e3", NULL);
  g_assert_cmpint (notified, ==, 2);

  g_object_get (mention,
                "start", &start,
                "end", &end,
                "text", &text,
                "confidence", &confidence,
                "why", &why,
                "other-reading", &other,
                NULL);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 9);
  g_assert_cmpstr (text, ==, "Ryder");
  g_assert_cmpint (confidence, ==, DESK_CONFIDENCE_LIKELY);
  g_assert_cmpstr (why, ==, "title before name");
  g_assert_cmpstr (other, ==, "e3");

  g_assert_finalize_object (mention);
}

static void
test_entity (void)
{
  DeskEntity *entity = desk_entity_new ("e1", "Pat Ryder", DESK_ENTITY_KIND_PERSON);
  const guint starts[] = { 50, 10, 90, 30, 10 };
  const guint sorted[] = { 10, 10, 30, 50, 90 };
  int aliases = 0;
  int roles = 0;
  int mentions = 0;
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_auto (GStrv) alias_list = NULL;
  guint n_mentions;
  guint n_roles;
  DeskEntityKind kind;

  g_signal_connect_swapped (entity, "notify::aliases", G_CALLBACK (count_cb), &aliases);
  g_signal_connect_swapped (entity, "notify::role", G_CALLBACK (count_cb), &roles);
  g_signal_connect_swapped (entity, "notify::n-mentions", G_CALLBACK (count_cb), &mentions);

  g_assert_null (desk_entity_get_aliases (entity)[0]);
  desk_entity_add_alias (entity, "Ryder");
  desk_entity_add_alias (entity, "Pat Ryder");
  desk_entity_add_alias (entity, "Ryder");
  desk_entity_add_alias (entity, "Gen. Ryder");
  g_assert_cmpint (aliases, ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) desk_entity_get_aliases (entity)), ==, 2);

  g_object_get (entity, "role", &role, NULL);
  g_assert_null (role);
  desk_entity_add_role (entity, "Pentagon press secretary", 5, 29);
  desk_entity_add_role (entity, "Pentagon press secretary", 105, 129);
  desk_entity_add_role (entity, "general", 60, 67);
  g_assert_cmpint (roles, ==, 1);
  g_assert_cmpuint (desk_entity_get_n_roles (entity), ==, 2);
  g_assert_cmpstr (desk_entity_get_role (entity, 1)->text, ==, "general");
  g_assert_cmpuint (desk_entity_get_role (entity, 0)->start, ==, 5);
  g_assert_cmpuint (desk_entity_get_role (entity, 0)->end, ==, 29);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (DeskMention) mention = desk_mention_new (starts[i], starts[i] + 5, "Ryder", DESK_CONFIDENCE_SURE, NULL);

      desk_entity_add_mention (entity, mention);
    }
  g_assert_cmpint (mentions, ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    g_assert_cmpuint (desk_mention_get_start (desk_entity_get_mention (entity, i)), ==, sorted[i]);

  g_object_get (entity,
                "name", &name,
                "kind", &kind,
                "aliases", &alias_list,
                "role", &role,
                "n-roles", &n_roles,
                "n-mentions", &n_mentions,
                NULL);
  g_assert_cmpstr (name, ==, "Pat Ryder");
  g_assert_cmpint (kind, ==, DESK_ENTITY_KIND_PERSON);
  g_assert_cmpstr (alias_list[1], ==, "Gen. Ryder");
  g_assert_cmpstr (role, ==, "Pentagon press secretary");
  g_assert_cmpuint (n_roles, ==, 2);
  g_assert_cmpuint (n_mentions, ==, G_N_ELEMENTS (starts));

  g_assert_finalize_object (entity);
}

static void
test_sentences (void)
{
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new ("test-1", "en");
  const struct
  {
    guint code_point;
    DeskRange expected;
  } cases[] = {
    { 0, { 0, 0 } }, { 4, { 0, 0 } }, { 5, { 5, 10 } }, { 9, { 5, 10 } }, { 10, { 0, 0 } }, { 11, { 11, 20 } }, { 20, { 20, 30 } }, { 29, { 20, 30 } }, { 30, { 0, 0 } }, { G_MAXUINT, { 0, 0 } }
  };

  {
    DeskRange none = desk_analysis_find_sentence (analysis, 0);

    g_assert_cmpuint (none.end, ==, 0);
  }

  desk_analysis_add_sentence (analysis, 5, 10);
  desk_analysis_add_sentence (analysis, 11, 20);
  desk_analysis_add_sentence (analysis, 20, 30);
  g_assert_cmpuint (desk_analysis_get_sentences (analysis)->len, ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskRange found = desk_analysis_find_sentence (analysis, cases[i].code_point);

      g_assert_cmpuint (found.start, ==, cases[i].expected.start);
      g_assert_cmpuint (found.end, ==, cases[i].expected.end);
    }
}

static void
test_analysis (void)
{
  DeskAnalysis *analysis = desk_analysis_new ("test-1", NULL);
  DeskEntity *entity = desk_entity_new ("e1", "Pat Ryder", DESK_ENTITY_KIND_PERSON);
  DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);
  DeskRange part = { 3, 8 };
  DeskDate *date = desk_date_new ((DeskRange) { 1, 8 }, "Tuesday", NULL, DESK_DATE_TYPE_DATE);
  DeskStatement *statement = desk_statement_new ((DeskRange) { 1, 9 });

  g_assert_cmpstr (desk_analysis_get_engine (analysis), ==, "test-1");
  g_assert_null (desk_analysis_get_language (analysis));

  desk_analysis_add_entity (analysis, entity);
  g_assert_true (desk_analysis_find_entity (analysis, "e1") == entity);
  g_assert_null (desk_analysis_find_entity (analysis, "e2"));
  g_assert_null (desk_analysis_find_entity (analysis, NULL));
  g_assert_cmpuint (desk_analysis_get_entities (analysis)->len, ==, 1);

  g_array_append_val (quote->parts, part);
  quote->insertions = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  quote->speaker = g_strdup ("e1");
  quote->why = g_strdup ("cue after quote");
  desk_analysis_take_quote (analysis, quote);
  g_assert_true (desk_analysis_get_quotes (analysis)->pdata[0] == quote);

  date->why = g_strdup ("day of the week");
  desk_analysis_take_date (analysis, date);
  g_assert_true (desk_analysis_get_dates (analysis)->pdata[0] == date);

  statement->kind = g_strdup ("indirect");
  desk_analysis_take_statement (analysis, statement);
  g_assert_true (desk_analysis_get_statements (analysis)->pdata[0] == statement);

  g_assert_finalize_object (analysis);
  g_assert_finalize_object (entity);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/mention", test_mention);
  g_test_add_func ("/core/entity", test_entity);
  g_test_add_func ("/core/analysis/sentences", test_sentences);
  g_test_add_func ("/core/analysis/findings", test_analysis);

  return g_test_run ();
}
