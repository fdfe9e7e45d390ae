/* What rules make of quotes and dates; and that whatever rules there are, what comes out is whole.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rule-fixture.h"

#include <string.h>

#include "desk-core-types.h"

#define ENTITIES "e1 person Pat Ryder\ne2 person Patrick Ryder\ne3 place Beijing\ne4 organisation Air"
#define TEXT "{e1|Pat Ryder} spoke. {e2|Patrick Ryder} met {e1|Ryder} in {e3|Beijing}; {e4|Air} said {e3|Beijing} refused."

static void
add_quote (RuleFixture *fixture,
           const char *words,
           const char *speaker_words,
           const char *speaker)
{
  DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);
  DeskRange range = rule_fixture_find_range (fixture, words, 0);

  g_array_append_val (quote->parts, range);
  quote->speaker = g_strdup (speaker);
  quote->speaker_span = rule_fixture_find_range (fixture, speaker_words, 0);
  quote->why = g_strdup ("machine");
  desk_analysis_take_quote (fixture->analysis, quote);
}

static const char *
get_speaker (DeskAnalysis *analysis,
             guint index)
{
  const DeskQuote *quote = g_ptr_array_index (desk_analysis_get_quotes (analysis), index);
  DeskEntity *entity = desk_analysis_find_entity (analysis, quote->speaker);

  g_assert_true ((quote->speaker != NULL) == (entity != NULL));

  return entity != NULL ? desk_entity_get_name (entity) : NULL;
}

static void
test_speakers (void)
{
  RuleFixture fixture;
  g_autoptr (DeskAnalysis) result = NULL;
  const DeskQuote *quote;
  const DeskStatement *statement;
  DeskStatement *made;
  DeskRule *rule;

  rule_fixture_set_up (&fixture, "e1 person Pat Ryder\ne2 person Ann Lee\ne3 organisation Air",
                       "“One,” {e1|Ryder} said. “Two,” he said. “Three,” the official said. “Four,” {e3|Air} said. {e2|Ann Lee} denied it all.");
  add_quote (&fixture, "One", "Ryder", "e1");
  add_quote (&fixture, "Two", "he said", "e1");
  add_quote (&fixture, "Three", "the official", NULL);
  add_quote (&fixture, "Four", "Air", "e3");
  made = desk_statement_new (rule_fixture_find_range (&fixture, "denied it all", 0));
  made->speaker = g_strdup ("e2");
  desk_analysis_take_statement (fixture.analysis, made);

  /* Quotes follow their speakers. */
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Ann Lee");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "organisation Air", NULL);
  result = rule_fixture_apply (&fixture);
  g_assert_cmpstr (get_speaker (result, 0), ==, "Ann Lee");
  g_assert_cmpstr (get_speaker (result, 1), ==, "Ann Lee");
  g_assert_null (get_speaker (result, 3));
  g_clear_object (&result);

  /* Set by hand: here, and for all that is given to these words; to somebody whom the text does not name. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_SPEAKER, NULL, "person Ann Lee", "Two", 0);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_SPEAKER, NULL, NULL, "One", 0);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_SPEAKER, NULL, "person Mo Salt", "denied it all", 0);
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_SPEAKER, DESK_RULE_SCOPE_ARTICLE, NULL, "person John Kirby");
  desk_rule_set_form (rule, "The official");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person John Kirby", "person J. Kirby");
  result = rule_fixture_apply (&fixture);
  g_assert_null (get_speaker (result, 0));
  g_assert_cmpstr (get_speaker (result, 1), ==, "Ann Lee");
  g_assert_cmpstr (get_speaker (result, 2), ==, "J. Kirby");
  g_assert_cmpstr (get_speaker (result, 3), ==, "Air");
  quote = g_ptr_array_index (desk_analysis_get_quotes (result), 0);
  g_assert_cmpstr (quote->why, ==, "Speaker set by you");
  g_assert_cmpstr (quote->repair->value, ==, "Pat Ryder");
  g_assert_cmpstr (quote->repair->why, ==, "machine");
  g_assert_cmpint (quote->confidence, ==, DESK_CONFIDENCE_SURE);
  g_assert_cmpuint (desk_entity_get_n_mentions (rule_fixture_find_entity (result, "J. Kirby")), ==, 1);
  statement = g_ptr_array_index (desk_analysis_get_statements (result), 0);
  g_assert_cmpstr (desk_entity_get_name (desk_analysis_find_entity (result, statement->speaker)), ==, "Mo Salt");
  g_assert_cmpuint (desk_entity_get_n_mentions (rule_fixture_find_entity (result, "Mo Salt")), ==, 0);
  g_clear_object (&result);
  rule_fixture_tear_down (&fixture);
}

static void
test_dates (void)
{
  RuleFixture fixture;
  g_autoptr (DeskAnalysis) result = NULL;
  GPtrArray *dates;
  const DeskDate *date;
  DeskRule *rule;

  rule_fixture_set_up (&fixture, "e1 person Pat Ryder", "{e1|Ryder} spoke last June, on Sunday and on 9/11, as in May.");
  desk_analysis_take_date (fixture.analysis, desk_date_new (rule_fixture_find_range (&fixture, "last June", 0), "last June", "2022-06", DESK_DATE_TYPE_DATE));
  desk_analysis_take_date (fixture.analysis, desk_date_new (rule_fixture_find_range (&fixture, "Sunday", 0), "Sunday", "2023-02-05", DESK_DATE_TYPE_DATE));
  desk_analysis_take_date (fixture.analysis, desk_date_new (rule_fixture_find_range (&fixture, "9/11", 0), "9/11", NULL, DESK_DATE_TYPE_DATE));
  ((DeskDate *) g_ptr_array_index (desk_analysis_get_dates (fixture.analysis), 0))->relative = TRUE;

  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_DATE, DESK_RULE_SCOPE_LIBRARY, NULL, NULL);
  desk_rule_set_form (rule, "9/11");
  desk_rule_set_value (rule, "2001-09-11");
  rule = rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_DATE, NULL, NULL, "last June", 0);
  desk_rule_set_value (rule, "2021-06~");
  rule = rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_DATE, NULL, NULL, "May", 0);
  desk_rule_set_value (rule, "2020-05T10:00");
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_DATE, NULL, NULL, "Sunday", 0);

  result = rule_fixture_apply (&fixture);
  dates = desk_analysis_get_dates (result);
  g_assert_cmpuint (dates->len, ==, 3);
  date = g_ptr_array_index (dates, 0);
  g_assert_cmpstr (date->value, ==, "2021-06~");
  g_assert_false (date->relative);
  g_assert_cmpstr (date->why, ==, "Date set by you");
  g_assert_cmpstr (date->repair->value, ==, "2022-06");
  date = g_ptr_array_index (dates, 1);
  g_assert_cmpstr (date->value, ==, "2001-09-11");
  g_assert_null (date->repair->value);
  date = g_ptr_array_index (dates, 2);
  g_assert_cmpstr (date->text, ==, "May");
  g_assert_cmpint (date->type, ==, DESK_DATE_TYPE_TIME);
  g_clear_object (&result);
  rule_fixture_tear_down (&fixture);
}

static void
check_whole (DeskAnalysis *analysis,
             DeskText *text)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);
      guint last = 0;

      g_assert_cmpuint (desk_entity_get_n_parts (entity), >=, 1);
      for (guint j = 0; j < desk_entity_get_n_mentions (entity); j++)
        {
          DeskMention *mention = desk_entity_get_mention (entity, j);
          const char *other = desk_mention_get_other_reading (mention);
          g_autofree char *words = desk_text_dup_slice (text, desk_mention_get_start (mention), desk_mention_get_end (mention));

          g_assert_cmpstr (words, ==, desk_mention_get_text (mention));
          g_assert_cmpuint (desk_mention_get_start (mention), >=, last);
          g_assert_true (other == NULL || desk_analysis_find_entity (analysis, other) != NULL);
          last = desk_mention_get_start (mention);
        }
    }
  for (guint i = 0; i < desk_analysis_get_quotes (analysis)->len; i++)
    get_speaker (analysis, i);
}

/* Whatever rules there are, and in whatever order they come: what comes out is whole, and always the same. */
static void
test_random (void)
{
  static const char *const identities[] = {
    "person Pat Ryder",
    "person Patrick Ryder",
    "place Beijing",
    "organisation Air",
    "government Beijing",
    "person Ryder",
    "person Beijing",
  };
  static const char *const words[] = { "Ryder", "Beijing", "Pat Ryder", "Air", "spoke" };

  for (guint round = 0; round < 2000; round++)
    {
      RuleFixture fixture;
      g_autoptr (DeskAnalysis) result = NULL;
      g_autoptr (DeskAnalysis) shuffled = NULL;
      g_autofree char *text = NULL;
      g_autofree char *shuffled_text = NULL;
      guint n_rules = (guint) g_test_rand_int_range (1, 9);

      rule_fixture_set_up (&fixture, ENTITIES, TEXT);
      add_quote (&fixture, "spoke", "Ryder", "e1");
      desk_mention_set_other_reading (desk_entity_get_mention (desk_analysis_find_entity (fixture.analysis, "e3"), 0), "e4");
      for (guint i = 0; i < n_rules; i++)
        {
          DeskRuleAction action = (DeskRuleAction) g_test_rand_int_range (0, DESK_RULE_ACTION_DATE + 1);
          DeskRuleScope scope = (DeskRuleScope) g_test_rand_int_range (0, DESK_RULE_SCOPE_LIBRARY + 1);
          const char *subject = identities[g_test_rand_int_range (0, G_N_ELEMENTS (identities))];
          const char *target = identities[g_test_rand_int_range (0, G_N_ELEMENTS (identities))];
          const char *form = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

          if (action == DESK_RULE_ACTION_APART)
            scope = DESK_RULE_SCOPE_ARTICLE;
          if (scope == DESK_RULE_SCOPE_MENTION)
            {
              rule_fixture_add_place_rule (&fixture, action, subject, target, form, 0);
            }
          else
            {
              DeskRule *rule = rule_fixture_add_rule (&fixture, action, scope, subject, target);

              if (action >= DESK_RULE_ACTION_READ || action == DESK_RULE_ACTION_SPLIT || g_test_rand_bit ())
                desk_rule_set_form (rule, form);
            }
        }

      result = rule_fixture_apply (&fixture);
      check_whole (result, fixture.text);
      text = rule_fixture_describe (result);
      for (guint i = n_rules; i-- > 1;)
        {
          guint j = (guint) g_test_rand_int_range (0, (int) i + 1);
          gpointer swapped = fixture.rules->pdata[i];

          fixture.rules->pdata[i] = fixture.rules->pdata[j];
          fixture.rules->pdata[j] = swapped;
        }
      shuffled = rule_fixture_apply (&fixture);
      shuffled_text = rule_fixture_describe (shuffled);
      g_assert_cmpstr (text, ==, shuffled_text);
      g_clear_object (&result);
      g_clear_object (&shuffled);
      rule_fixture_tear_down (&fixture);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/rule-findings/speakers", test_speakers);
  g_test_add_func ("/rule-findings/dates", test_dates);
  g_test_add_func ("/rule-findings/random", test_random);

  return g_test_run ();
}
