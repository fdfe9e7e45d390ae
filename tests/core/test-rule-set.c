/* What rules make of entities.
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
test_nothing (void)
{
  RuleFixture fixture;
  g_autoptr (DeskAnalysis) same = NULL;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  same = rule_fixture_apply (&fixture);
  g_assert_true (same == fixture.analysis);
  g_clear_object (&same);

  /* Rules about others. */
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Nobody", "person Pat Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "place Pat Ryder", "event Pat Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "person Ryder", NULL);
  same = rule_fixture_apply (&fixture);
  g_assert_true (same == fixture.analysis);
  g_clear_object (&same);
  rule_fixture_tear_down (&fixture);
}

static void
test_join (gconstpointer data)
{
  const DeskRuleScope scope = GPOINTER_TO_INT (data);
  RuleFixture fixture;
  g_autoptr (DeskAnalysis) result = NULL;
  DeskRule *rule;
  DeskEntity *entity;
  DeskMention *mention;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, scope, "person Patrick Ryder", "person Pat Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  result = rule_fixture_apply (&fixture);
  entity = rule_fixture_find_entity (result, "Pat Ryder");
  g_assert_cmpstr (desk_entity_get_id (entity), ==, "e1");
  g_assert_cmpuint (desk_entity_get_n_repairs (entity), ==, 1);
  g_assert_cmpstr (desk_entity_get_repair (entity, 0)->rule, ==, desk_rule_get_id (rule));
  g_assert_cmpstr (desk_entity_get_repair (entity, 0)->value, ==, "Patrick Ryder");
  g_assert_true (g_strv_contains (desk_entity_get_aliases (entity), "Patrick Ryder"));
  g_assert_cmpuint (desk_entity_get_n_parts (entity), ==, scope == DESK_RULE_SCOPE_LIBRARY ? 2 : 1);

  /* What was joined says so, and what the machine said is kept; the rest is as it was. */
  mention = desk_entity_get_mention (entity, 1);
  g_assert_cmpstr (desk_mention_get_why (mention), ==, "Joined by you");
  g_assert_cmpint (desk_mention_get_confidence (mention), ==, DESK_CONFIDENCE_SURE);
  g_assert_cmpstr (desk_mention_get_repair (mention)->value, ==, "Patrick Ryder");
  g_assert_cmpstr (desk_mention_get_repair (mention)->why, ==, "machine");
  g_assert_null (desk_mention_get_repair (desk_entity_get_mention (entity, 0)));
  g_assert_true (rule_fixture_find_entity (result, "Beijing") == rule_fixture_find_entity (fixture.analysis, "Beijing"));
  g_clear_object (&result);
  rule_fixture_tear_down (&fixture);
}

/* The target stands in other articles only. */
static void
test_join_with_absent (void)
{
  RuleFixture fixture;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person P. S. Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person P. S. Ryder");
  rule_fixture_assert_result (&fixture, "person P. S. Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  rule_fixture_tear_down (&fixture);
}

/* “Austin” is somebody whom only other articles name in full: at one place, in the article, everywhere. */
static void
test_join_with_library (void)
{
  static const struct
  {
    DeskRuleScope scope;
    const char *expected;
  } cases[] = {
    { DESK_RULE_SCOPE_MENTION, "person Ryder: Ryder; place Austin: Austin; person Austin: Austin; person Lloyd Austin: Austin" },
    { DESK_RULE_SCOPE_ARTICLE, "person Ryder: Ryder; place Austin: Austin; person Lloyd Austin: Austin, Austin" },
    { DESK_RULE_SCOPE_LIBRARY, "person Ryder: Ryder; place Austin: Austin; person Lloyd Austin: Austin, Austin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RuleFixture fixture;
      g_autoptr (DeskAnalysis) result = NULL;
      DeskEntity *entity;
      DeskRule *rule;

      rule_fixture_set_up (&fixture, "e1 person Ryder\ne2 place Austin\ne3 person Austin",
                           "{e1|Ryder} went to {e2|Austin}. {e3|Austin} stayed, said {e3|Austin}.");
      if (cases[i].scope == DESK_RULE_SCOPE_MENTION)
        rule = rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, "person Austin", "person Lloyd Austin", "Austin", 2);
      else
        rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, cases[i].scope, "person Austin", "person Lloyd Austin");
      rule_fixture_assert_result (&fixture, cases[i].expected);

      /* It says who joined it and what it was; whole, it goes on under its id. */
      result = rule_fixture_apply (&fixture);
      entity = rule_fixture_find_entity (result, "Lloyd Austin");
      g_assert_cmpstr (desk_mention_get_why (desk_entity_get_mention (entity, 0)), ==, "Joined by you");
      g_assert_cmpstr (desk_mention_get_repair (desk_entity_get_mention (entity, 0))->rule, ==, desk_rule_get_id (rule));
      g_assert_cmpstr (desk_mention_get_repair (desk_entity_get_mention (entity, 0))->value, ==, "Austin");
      if (cases[i].scope != DESK_RULE_SCOPE_MENTION)
        g_assert_cmpstr (desk_entity_get_id (entity), ==, "e3");
      else
        g_assert_null (desk_analysis_find_entity (fixture.analysis, desk_entity_get_id (entity)));

      /* What the library makes of the other one holds here, too. */
      rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "person Lloyd Austin", "person L. J. Austin");
      g_clear_object (&result);
      result = rule_fixture_apply (&fixture);
      rule_fixture_find_entity (result, "L. J. Austin");
      g_clear_object (&result);
      rule_fixture_tear_down (&fixture);
    }
}

/* The next engine calls it otherwise, or sees the other one there itself. */
static void
test_join_with_library_anew (void)
{
  static const struct
  {
    const char *entities;
    const char *marked;
    const char *expected;
  } engines[] = {
    { "e1 person Secretary Austin", "{e1|Secretary Austin} said so. {e1|Austin} left.", "person Lloyd Austin: Secretary Austin, Austin" },
    { "e1 organisation Austin", "Secretary {e1|Austin} said so. {e1|Austin} left.", "person Lloyd Austin: Austin, Austin" },
    { "e1 person Austin\ne2 person Lloyd Austin", "Secretary {e1|Austin} said so. {e2|Austin} left.", "person Lloyd Austin: Austin, Austin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    {
      RuleFixture fixture;
      DeskRule *rule;

      rule_fixture_set_up (&fixture, engines[i].entities, engines[i].marked);
      rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Austin", "person Lloyd Austin");
      desk_rule_add_name (rule, "Austin");
      desk_rule_add_name (rule, "Secretary Austin");
      rule_fixture_assert_result (&fixture, engines[i].expected);
      rule_fixture_tear_down (&fixture);
    }
}

static void
test_chains (void)
{
  RuleFixture fixture;
  g_autoptr (DeskRuleSet) set = NULL;
  g_autoptr (DeskRuleSources) sources = NULL;
  g_autoptr (DeskIdentity) subject = rule_fixture_parse_identity ("person Patrick Ryder");
  g_autoptr (DeskIdentity) end = NULL;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person General Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "person General Ryder", "group General Ryder");
  rule_fixture_assert_result (&fixture, "group General Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  set = desk_rule_set_new (fixture.rules);
  end = desk_rule_set_resolve (set, subject);
  g_assert_cmpstr (end->name, ==, "General Ryder");
  g_assert_cmpint (end->kind, ==, DESK_ENTITY_KIND_GROUP);
  sources = desk_rule_set_find_sources (set, end);
  g_assert_cmpuint (sources->identities->len, ==, 4);
  rule_fixture_tear_down (&fixture);
}

/* In a circle of joins the latest one holds, for whatever stands in it. */
static void
test_circles (void)
{
  RuleFixture fixture;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Patrick Ryder");
  rule_fixture_assert_result (&fixture, "person Patrick Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  g_ptr_array_set_size (fixture.rules, 0);

  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Pat Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "government Beijing");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "government Beijing", "place Beijing");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  rule_fixture_tear_down (&fixture);
}

static void
test_reject (void)
{
  RuleFixture fixture;
  DeskRule *rule;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "organisation Air", NULL);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_REJECT, "place Beijing", NULL, "Beijing", 1);
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", NULL);
  desk_rule_set_form (rule, "Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing");

  /* Something else of that name stays. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "government Beijing", NULL);
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  rule_fixture_tear_down (&fixture);
}

static void
test_split (void)
{
  RuleFixture fixture;
  DeskRule *rule;

  /* One form, in the article: a thing by itself, which no rule of the library joins back. */
  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Ryder", "person Pat Ryder");
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_SPLIT, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person Ryder");
  desk_rule_set_form (rule, "Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder; person Ryder apart: Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* And then it can be given to somebody. */
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Ryder", "person Patrick Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* In the library: an earlier join back does not hold against it. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Ryder", "person Pat Ryder");
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_SPLIT, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Ryder");
  desk_rule_set_form (rule, "Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder; person Ryder: Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* Nor does what was said of whole entities before, wherever it leads. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Patrick Ryder", "person Pat Ryder");
  rule = rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_SPLIT, "person Pat Ryder", "person Patrick Ryder", "Patrick Ryder", 0);
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder apart: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* One place under another name, for what bears this name is there already. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_SPLIT, "place Beijing", "place Beijing (2)", "Beijing", 1);
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing; organisation Air: Air; place Beijing (2) apart: Beijing");

  /* The name itself: the rest goes by what is left. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_SPLIT, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person Pat Ryder");
  desk_rule_set_form (rule, "Pat Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder apart: Pat Ryder; person Patrick Ryder: Patrick Ryder; person Ryder: Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  rule_fixture_tear_down (&fixture);
}

static void
test_apart (void)
{
  RuleFixture fixture;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "organisation Air", NULL);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_APART, DESK_RULE_SCOPE_ARTICLE, "person Patrick Ryder", NULL);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_APART, DESK_RULE_SCOPE_ARTICLE, "organisation Air", NULL);
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder apart: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air apart: Air");

  /* Of two that are one here, too. */
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person Patrick Ryder");
  rule_fixture_assert_result (&fixture, "person Patrick Ryder apart: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air apart: Air");
  g_ptr_array_set_size (fixture.rules, 4);

  /* It stays so under another kind, and ends when it is given to somebody. */
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_ARTICLE, "organisation Air", "product Air");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Patrick Ryder", "person P. S. Ryder");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person P. S. Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; product Air apart: Air");
  rule_fixture_tear_down (&fixture);
}

static void
test_read (void)
{
  RuleFixture fixture;
  DeskRule *rule;
  g_autoptr (DeskAnalysis) result = NULL;
  DeskEntity *government;

  /* Where the machine saw both readings, its own entity is meant, whatever the rule calls it. */
  rule_fixture_set_up (&fixture, "e1 government China\ne2 place Beijing", "{e1|China} said so. {e1|Beijing} refused. They met in {e2|Beijing}.");
  desk_mention_set_other_reading (desk_entity_get_mention (desk_analysis_find_entity (fixture.analysis, "e2"), 0), "e1");
  desk_mention_set_other_reading (desk_entity_get_mention (desk_analysis_find_entity (fixture.analysis, "e1"), 1), "e2");
  rule = rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);
  desk_rule_set_form (rule, "Beijing");
  rule_fixture_assert_result (&fixture, "government China: China, Beijing, Beijing");
  result = rule_fixture_apply (&fixture);
  government = rule_fixture_find_entity (result, "China");
  g_assert_cmpstr (desk_mention_get_why (desk_entity_get_mention (government, 2)), ==, "Reading chosen by you");
  g_assert_cmpstr (desk_mention_get_repair (desk_entity_get_mention (government, 2))->value, ==, "Beijing");
  g_clear_object (&result);

  g_ptr_array_set_size (fixture.rules, 0);
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_READ, DESK_RULE_SCOPE_LIBRARY, "government China", "place Beijing");
  desk_rule_set_form (rule, "Beijing");
  rule_fixture_assert_result (&fixture, "government China: China; place Beijing: Beijing, Beijing");

  /* The other way round, later: what stands so already stays. */
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_READ, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "government China");
  desk_rule_set_form (rule, "Beijing");
  rule_fixture_assert_result (&fixture, "government China: China, Beijing, Beijing");
  g_ptr_array_set_size (fixture.rules, 1);

  /* What was said of one place holds against it. */
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);
  rule_fixture_assert_result (&fixture, "government China: China, Beijing; place Beijing: Beijing");
  rule_fixture_tear_down (&fixture);

  /* Where it saw one only, the rule says what the other is. */
  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule = rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing; organisation Air: Air; government Beijing: Beijing");
  result = rule_fixture_apply (&fixture);
  government = desk_analysis_find_entity (result, "u:2:beijing");
  g_assert_nonnull (government);
  g_assert_cmpstr (desk_mention_get_other_reading (desk_entity_get_mention (government, 0)), ==, "e3");
  rule_fixture_tear_down (&fixture);
}

/* A passage that the machine passed over. */
static void
test_name (void)
{
  RuleFixture fixture;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, NULL, "event spoke", "spoke", 0);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, NULL, "person Pat Ryder", "met", 0);
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, NULL, "person Pat", "Pat", 0);
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, met, Ryder; person Pat: Pat; event spoke: spoke; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  rule_fixture_tear_down (&fixture);
}

/* What is narrower holds against what is wider, and later against earlier. */
static void
test_precedence (void)
{
  RuleFixture fixture;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_ARTICLE, "organisation Air", "organisation Air France");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "organisation Air", "organisation Air China");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "place Peking");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "place Beiping");
  rule_fixture_assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beiping: Beijing, Beijing; organisation Air France: Air");
  rule_fixture_tear_down (&fixture);
}

/* The next engine calls it otherwise. */
static void
test_other_engine (void)
{
  RuleFixture fixture;
  RuleFixture next;
  DeskRule *rule;
  g_autoptr (DeskAnalysis) result = NULL;
  g_autofree char *text = NULL;

  rule_fixture_set_up (&fixture, ENTITIES, TEXT);
  rule = rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person General Ryder");
  desk_rule_add_name (rule, "Ryder");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_ARTICLE, "organisation Air", "product Air");
  rule_fixture_add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person P. Ryder");
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);

  rule_fixture_set_up (&next, "x1 person Ryder\nx2 person Gen. Patrick Ryder\nx4 group Air\nx5 other in Beijing",
                       "Pat {x1|Ryder} spoke. {x2|Patrick Ryder} met {x1|Ryder} {x5|in Beijing}; {x4|Air} said Beijing refused.");
  result = rule_fixture_apply_to (&fixture, next.text, next.analysis);
  text = rule_fixture_describe (result);
  g_assert_cmpstr (text, ==,
                   "person General Ryder: Ryder, Ryder; person P. Ryder: Patrick Ryder; other in Beijing: in Beijing; "
                   "product Air: Air; government Beijing: Beijing");
  g_clear_object (&result);
  rule_fixture_tear_down (&next);
  rule_fixture_tear_down (&fixture);
}

/* The text moved, too. */
static void
test_other_version (void)
{
  RuleFixture fixture;
  RuleFixture next;
  g_autoptr (DeskAnalysis) result = NULL;
  g_autofree char *text = NULL;

  rule_fixture_set_up (&fixture, "e1 place Beijing", "{e1|Beijing} said no. Envoys in {e1|Beijing} said nothing. {e1|Beijing} refused.");
  rule_fixture_add_place_rule (&fixture, DESK_RULE_ACTION_REJECT, "place Beijing", NULL, "Beijing", 1);
  rule_fixture_set_up (&next, "e1 place Beijing", "On Monday {e1|Beijing} said yes. Two envoys in {e1|Beijing} said nothing. {e1|Beijing} refused.");
  result = rule_fixture_apply_to (&fixture, next.text, next.analysis);
  text = rule_fixture_describe (result);
  g_assert_cmpstr (text, ==, "place Beijing: Beijing, Beijing");
  g_assert_cmpuint (desk_mention_get_start (desk_entity_get_mention (rule_fixture_find_entity (result, "Beijing"), 1)), ==, 64);
  g_clear_object (&result);
  rule_fixture_tear_down (&next);

  /* Where it cannot be told which one was meant, nothing is done. */
  rule_fixture_set_up (&next, "e1 place Beijing", "{e1|Beijing}, {e1|Beijing}, {e1|Beijing}.");
  result = rule_fixture_apply_to (&fixture, next.text, next.analysis);
  g_assert_true (result == next.analysis);
  g_clear_object (&result);
  rule_fixture_tear_down (&next);
  rule_fixture_tear_down (&fixture);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/rule-set/nothing", test_nothing);
  g_test_add_data_func ("/rule-set/join/article", GINT_TO_POINTER (DESK_RULE_SCOPE_ARTICLE), test_join);
  g_test_add_data_func ("/rule-set/join/library", GINT_TO_POINTER (DESK_RULE_SCOPE_LIBRARY), test_join);
  g_test_add_func ("/rule-set/join/absent", test_join_with_absent);
  g_test_add_func ("/rule-set/join/with-library", test_join_with_library);
  g_test_add_func ("/rule-set/join/with-library-anew", test_join_with_library_anew);
  g_test_add_func ("/rule-set/chains", test_chains);
  g_test_add_func ("/rule-set/circles", test_circles);
  g_test_add_func ("/rule-set/reject", test_reject);
  g_test_add_func ("/rule-set/split", test_split);
  g_test_add_func ("/rule-set/apart", test_apart);
  g_test_add_func ("/rule-set/read", test_read);
  g_test_add_func ("/rule-set/name", test_name);
  g_test_add_func ("/rule-set/precedence", test_precedence);
  g_test_add_func ("/rule-set/other-engine", test_other_engine);
  g_test_add_func ("/rule-set/other-version", test_other_version);

  return g_test_run ();
}
