/* Rules applied to analyses that stand in their texts: {e1|Pat Ryder} is a mention of the entity e1.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-core-types.h"
#include "desk-rule-set.h"

#include <string.h>

#define ARTICLE "article"

typedef struct
{
  DeskText *text;
  DeskAnalysis *analysis;
  GPtrArray *rules; /* of DeskRule */
} Fixture;

/* Entities as “e1 person Pat Ryder”, one in a line. */
static void
set_up (Fixture *fixture,
        const char *entities,
        const char *marked)
{
  g_auto (GStrv) lines = g_strsplit (entities, "\n", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  fixture->analysis = desk_analysis_new ("test-1", "en");
  fixture->rules = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      g_autoptr (DeskEntity) entity = NULL;
      int kind;

      g_assert_true (desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, words[1], &kind));
      entity = desk_entity_new (words[0], words[2], (DeskEntityKind) kind);
      desk_analysis_add_entity (fixture->analysis, entity);
    }

  for (const char *p = marked; *p != '\0';)
    {
      const char *end = strchr (p, '}');
      const char *bar = strchr (p, '|');
      g_autofree char *id = NULL;
      g_autofree char *words = NULL;
      g_autoptr (DeskMention) mention = NULL;
      DeskEntity *entity;
      guint start;

      if (*p != '{')
        {
          g_string_append_unichar (plain, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }

      id = g_strndup (p + 1, bar - p - 1);
      words = g_strndup (bar + 1, end - bar - 1);
      start = (guint) g_utf8_strlen (plain->str, -1);
      g_string_append (plain, words);
      mention = desk_mention_new (start, (guint) g_utf8_strlen (plain->str, -1), words, DESK_CONFIDENCE_LIKELY, "machine");
      entity = desk_analysis_find_entity (fixture->analysis, id);
      desk_entity_add_mention (entity, mention);
      desk_entity_add_alias (entity, words);
      p = end + 1;
    }
  fixture->text = desk_text_new (plain->str, -1);
  desk_analysis_add_sentence (fixture->analysis, 0, desk_text_get_length (fixture->text));
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->text, desk_text_unref);
  g_clear_pointer (&fixture->rules, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&fixture->analysis));
}

static DeskRange
find_range (Fixture *fixture,
            const char *words,
            guint nth)
{
  const char *utf8 = desk_text_get_utf8 (fixture->text);
  const char *place = strstr (utf8, words);
  DeskRange range;

  for (guint i = 0; i < nth; i++)
    place = strstr (place + 1, words);
  g_assert_nonnull (place);
  range.start = desk_text_get_code_point (fixture->text, (gsize) (place - utf8));
  range.end = range.start + (guint) g_utf8_strlen (words, -1);

  return range;
}

static DeskIdentity *
parse_identity (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  int kind;

  g_assert_true (desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, words[0], &kind));

  return desk_identity_new ((DeskEntityKind) kind, words[1]);
}

/* Identities as “person Pat Ryder”; each may be NULL. */
static DeskRule *
add_rule (Fixture *fixture,
          DeskRuleAction action,
          DeskRuleScope scope,
          const char *subject,
          const char *target)
{
  DeskRule *rule = desk_rule_new (action, scope, scope != DESK_RULE_SCOPE_LIBRARY ? ARTICLE : NULL);
  static gint64 last;

  /* Two of one microsecond would be ordered by chance. */
  while (g_get_real_time () <= last)
    g_usleep (1);
  last = g_get_real_time ();
  g_object_unref (rule);
  rule = desk_rule_new (action, scope, scope != DESK_RULE_SCOPE_LIBRARY ? ARTICLE : NULL);

  if (subject != NULL)
    {
      g_autoptr (DeskIdentity) identity = parse_identity (subject);

      desk_rule_set_subject (rule, identity);
    }
  if (target != NULL)
    {
      g_autoptr (DeskIdentity) identity = parse_identity (target);

      desk_rule_set_target (rule, identity);
    }
  g_ptr_array_add (fixture->rules, rule);

  return rule;
}

static DeskRule *
add_place_rule (Fixture *fixture,
                DeskRuleAction action,
                const char *subject,
                const char *target,
                const char *words,
                guint nth)
{
  DeskRule *rule = add_rule (fixture, action, DESK_RULE_SCOPE_MENTION, subject, target);
  DeskRange range = find_range (fixture, words, nth);

  desk_rule_set_anchor (rule, fixture->text, range.start, range.end);

  return rule;
}

static DeskAnalysis *
apply_to (Fixture *fixture,
          DeskText *text,
          DeskAnalysis *analysis)
{
  g_autoptr (DeskRuleSet) set = desk_rule_set_new (fixture->rules);

  return desk_rule_set_apply (set, ARTICLE, text, analysis);
}

static DeskAnalysis *
apply (Fixture *fixture)
{
  return apply_to (fixture, fixture->text, fixture->analysis);
}

/* “person Pat Ryder: Pat Ryder, Ryder; place Beijing: Beijing”. */
static char *
describe (DeskAnalysis *analysis)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);

      g_string_append_printf (text, "%s%s %s%s:", i > 0 ? "; " : "",
                              desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, desk_entity_get_kind (entity)),
                              desk_entity_get_name (entity), desk_entity_get_apart (entity) ? " apart" : "");
      for (guint j = 0; j < desk_entity_get_n_mentions (entity); j++)
        g_string_append_printf (text, "%s%s", j > 0 ? ", " : " ", desk_mention_get_text (desk_entity_get_mention (entity, j)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_result (Fixture *fixture,
               const char *expected)
{
  g_autoptr (DeskAnalysis) result = apply (fixture);
  g_autofree char *text = describe (result);

  g_assert_cmpstr (text, ==, expected);
}

static DeskEntity *
find_entity (DeskAnalysis *analysis,
             const char *name)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);

  for (guint i = 0; i < entities->len; i++)
    if (strcmp (desk_entity_get_name (g_ptr_array_index (entities, i)), name) == 0)
      return g_ptr_array_index (entities, i);

  g_assert_not_reached ();
}

#define ENTITIES "e1 person Pat Ryder\ne2 person Patrick Ryder\ne3 place Beijing\ne4 organisation Air"
#define TEXT "{e1|Pat Ryder} spoke. {e2|Patrick Ryder} met {e1|Ryder} in {e3|Beijing}; {e4|Air} said {e3|Beijing} refused."

static void
test_nothing (void)
{
  Fixture fixture;
  g_autoptr (DeskAnalysis) same = NULL;

  set_up (&fixture, ENTITIES, TEXT);
  same = apply (&fixture);
  g_assert_true (same == fixture.analysis);
  g_clear_object (&same);

  /* Rules about others. */
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Nobody", "person Pat Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "place Pat Ryder", "event Pat Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "person Ryder", NULL);
  same = apply (&fixture);
  g_assert_true (same == fixture.analysis);
  g_clear_object (&same);
  tear_down (&fixture);
}

static void
test_join (gconstpointer data)
{
  const DeskRuleScope scope = GPOINTER_TO_INT (data);
  Fixture fixture;
  g_autoptr (DeskAnalysis) result = NULL;
  DeskRule *rule;
  DeskEntity *entity;
  DeskMention *mention;

  set_up (&fixture, ENTITIES, TEXT);
  rule = add_rule (&fixture, DESK_RULE_ACTION_JOIN, scope, "person Patrick Ryder", "person Pat Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  result = apply (&fixture);
  entity = find_entity (result, "Pat Ryder");
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
  g_assert_true (find_entity (result, "Beijing") == find_entity (fixture.analysis, "Beijing"));
  g_clear_object (&result);
  tear_down (&fixture);
}

/* The target stands in other articles only. */
static void
test_join_with_absent (void)
{
  Fixture fixture;

  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person P. S. Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person P. S. Ryder");
  assert_result (&fixture, "person P. S. Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  tear_down (&fixture);
}

static void
test_chains (void)
{
  Fixture fixture;
  g_autoptr (DeskRuleSet) set = NULL;
  g_autoptr (DeskRuleSources) sources = NULL;
  g_autoptr (DeskIdentity) subject = parse_identity ("person Patrick Ryder");
  g_autoptr (DeskIdentity) end = NULL;

  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person General Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "person General Ryder", "group General Ryder");
  assert_result (&fixture, "group General Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  set = desk_rule_set_new (fixture.rules);
  end = desk_rule_set_resolve (set, subject);
  g_assert_cmpstr (end->name, ==, "General Ryder");
  g_assert_cmpint (end->kind, ==, DESK_ENTITY_KIND_GROUP);
  sources = desk_rule_set_find_sources (set, end);
  g_assert_cmpuint (sources->identities->len, ==, 4);
  tear_down (&fixture);
}

/* In a circle of joins the latest one holds, for whatever stands in it. */
static void
test_circles (void)
{
  Fixture fixture;

  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Patrick Ryder");
  assert_result (&fixture, "person Patrick Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  g_ptr_array_set_size (fixture.rules, 0);

  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Pat Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "government Beijing");
  add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_LIBRARY, "government Beijing", "place Beijing");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  tear_down (&fixture);
}

static void
test_reject (void)
{
  Fixture fixture;
  DeskRule *rule;

  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "organisation Air", NULL);
  add_place_rule (&fixture, DESK_RULE_ACTION_REJECT, "place Beijing", NULL, "Beijing", 1);
  rule = add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", NULL);
  desk_rule_set_form (rule, "Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing");

  /* Something else of that name stays. */
  g_ptr_array_set_size (fixture.rules, 0);
  add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "government Beijing", NULL);
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  tear_down (&fixture);
}

static void
test_split (void)
{
  Fixture fixture;
  DeskRule *rule;

  /* One form, in the article: a thing by itself, which no rule of the library joins back. */
  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Ryder", "person Pat Ryder");
  rule = add_rule (&fixture, DESK_RULE_ACTION_SPLIT, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person Ryder");
  desk_rule_set_form (rule, "Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder; person Ryder apart: Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* And then it can be given to somebody. */
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Ryder", "person Patrick Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* In the library: an earlier join back does not hold against it. */
  g_ptr_array_set_size (fixture.rules, 0);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Ryder", "person Pat Ryder");
  rule = add_rule (&fixture, DESK_RULE_ACTION_SPLIT, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Ryder");
  desk_rule_set_form (rule, "Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder; person Patrick Ryder: Patrick Ryder; person Ryder: Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* Nor does what was said of whole entities before, wherever it leads. */
  g_ptr_array_set_size (fixture.rules, 0);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Patrick Ryder", "person Pat Ryder");
  rule = add_place_rule (&fixture, DESK_RULE_ACTION_SPLIT, "person Pat Ryder", "person Patrick Ryder", "Patrick Ryder", 0);
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder apart: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");

  /* One place under another name, for what bears this name is there already. */
  g_ptr_array_set_size (fixture.rules, 0);
  add_place_rule (&fixture, DESK_RULE_ACTION_SPLIT, "place Beijing", "place Beijing (2)", "Beijing", 1);
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing; organisation Air: Air; place Beijing (2) apart: Beijing");

  /* The name itself: the rest goes by what is left. */
  g_ptr_array_set_size (fixture.rules, 0);
  rule = add_rule (&fixture, DESK_RULE_ACTION_SPLIT, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person Pat Ryder");
  desk_rule_set_form (rule, "Pat Ryder");
  assert_result (&fixture, "person Pat Ryder apart: Pat Ryder; person Patrick Ryder: Patrick Ryder; person Ryder: Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  tear_down (&fixture);
}

static void
test_apart (void)
{
  Fixture fixture;

  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person Pat Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "organisation Air", NULL);
  add_rule (&fixture, DESK_RULE_ACTION_APART, DESK_RULE_SCOPE_ARTICLE, "person Patrick Ryder", NULL);
  add_rule (&fixture, DESK_RULE_ACTION_APART, DESK_RULE_SCOPE_ARTICLE, "organisation Air", NULL);
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder apart: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air apart: Air");

  /* Of two that are one here, too. */
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person Patrick Ryder");
  assert_result (&fixture, "person Patrick Ryder apart: Pat Ryder, Patrick Ryder, Ryder; place Beijing: Beijing, Beijing; organisation Air apart: Air");
  g_ptr_array_set_size (fixture.rules, 4);

  /* It stays so under another kind, and ends when it is given to somebody. */
  add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_ARTICLE, "organisation Air", "product Air");
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, "person Patrick Ryder", "person P. S. Ryder");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person P. S. Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; product Air apart: Air");
  tear_down (&fixture);
}

static void
test_read (void)
{
  Fixture fixture;
  DeskRule *rule;
  g_autoptr (DeskAnalysis) result = NULL;
  DeskEntity *government;

  /* Where the machine saw both readings, its own entity is meant, whatever the rule calls it. */
  set_up (&fixture, "e1 government China\ne2 place Beijing", "{e1|China} said so. {e1|Beijing} refused. They met in {e2|Beijing}.");
  desk_mention_set_other_reading (desk_entity_get_mention (desk_analysis_find_entity (fixture.analysis, "e2"), 0), "e1");
  desk_mention_set_other_reading (desk_entity_get_mention (desk_analysis_find_entity (fixture.analysis, "e1"), 1), "e2");
  rule = add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);
  desk_rule_set_form (rule, "Beijing");
  assert_result (&fixture, "government China: China, Beijing, Beijing");
  result = apply (&fixture);
  government = find_entity (result, "China");
  g_assert_cmpstr (desk_mention_get_why (desk_entity_get_mention (government, 2)), ==, "Reading chosen by you");
  g_assert_cmpstr (desk_mention_get_repair (desk_entity_get_mention (government, 2))->value, ==, "Beijing");
  g_clear_object (&result);

  g_ptr_array_set_size (fixture.rules, 0);
  rule = add_rule (&fixture, DESK_RULE_ACTION_READ, DESK_RULE_SCOPE_LIBRARY, "government China", "place Beijing");
  desk_rule_set_form (rule, "Beijing");
  assert_result (&fixture, "government China: China; place Beijing: Beijing, Beijing");

  /* The other way round, later: what stands so already stays. */
  rule = add_rule (&fixture, DESK_RULE_ACTION_READ, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "government China");
  desk_rule_set_form (rule, "Beijing");
  assert_result (&fixture, "government China: China, Beijing, Beijing");
  g_ptr_array_set_size (fixture.rules, 1);

  /* What was said of one place holds against it. */
  add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);
  assert_result (&fixture, "government China: China, Beijing; place Beijing: Beijing");
  tear_down (&fixture);

  /* Where it saw one only, the rule says what the other is. */
  set_up (&fixture, ENTITIES, TEXT);
  rule = add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing; organisation Air: Air; government Beijing: Beijing");
  result = apply (&fixture);
  government = desk_analysis_find_entity (result, "u:2:beijing");
  g_assert_nonnull (government);
  g_assert_cmpstr (desk_mention_get_other_reading (desk_entity_get_mention (government, 0)), ==, "e3");
  tear_down (&fixture);
}

/* A passage that the machine passed over. */
static void
test_name (void)
{
  Fixture fixture;

  set_up (&fixture, ENTITIES, TEXT);
  add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, NULL, "event spoke", "spoke", 0);
  add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, NULL, "person Pat Ryder", "met", 0);
  add_place_rule (&fixture, DESK_RULE_ACTION_JOIN, NULL, "person Pat", "Pat", 0);
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, met, Ryder; person Pat: Pat; event spoke: spoke; person Patrick Ryder: Patrick Ryder; place Beijing: Beijing, Beijing; organisation Air: Air");
  tear_down (&fixture);
}

/* What is narrower holds against what is wider, and later against earlier. */
static void
test_precedence (void)
{
  Fixture fixture;

  set_up (&fixture, ENTITIES, TEXT);
  add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_ARTICLE, "organisation Air", "organisation Air France");
  add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "organisation Air", "organisation Air China");
  add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "place Peking");
  add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "place Beijing", "place Beiping");
  assert_result (&fixture, "person Pat Ryder: Pat Ryder, Ryder; person Patrick Ryder: Patrick Ryder; place Beiping: Beijing, Beijing; organisation Air France: Air");
  tear_down (&fixture);
}

/* The next engine calls it otherwise. */
static void
test_other_engine (void)
{
  Fixture fixture;
  Fixture next;
  DeskRule *rule;
  g_autoptr (DeskAnalysis) result = NULL;
  g_autofree char *text = NULL;

  set_up (&fixture, ENTITIES, TEXT);
  rule = add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_ARTICLE, "person Pat Ryder", "person General Ryder");
  desk_rule_add_name (rule, "Ryder");
  add_rule (&fixture, DESK_RULE_ACTION_RETYPE, DESK_RULE_SCOPE_ARTICLE, "organisation Air", "product Air");
  add_rule (&fixture, DESK_RULE_ACTION_RENAME, DESK_RULE_SCOPE_LIBRARY, "person Patrick Ryder", "person P. Ryder");
  add_place_rule (&fixture, DESK_RULE_ACTION_READ, "place Beijing", "government Beijing", "Beijing", 1);

  set_up (&next, "x1 person Ryder\nx2 person Gen. Patrick Ryder\nx4 group Air\nx5 other in Beijing",
          "Pat {x1|Ryder} spoke. {x2|Patrick Ryder} met {x1|Ryder} {x5|in Beijing}; {x4|Air} said Beijing refused.");
  result = apply_to (&fixture, next.text, next.analysis);
  text = describe (result);
  g_assert_cmpstr (text, ==,
                   "person General Ryder: Ryder, Ryder; person P. Ryder: Patrick Ryder; other in Beijing: in Beijing; "
                   "product Air: Air; government Beijing: Beijing");
  g_clear_object (&result);
  tear_down (&next);
  tear_down (&fixture);
}

/* The text moved, too. */
static void
test_other_version (void)
{
  Fixture fixture;
  Fixture next;
  g_autoptr (DeskAnalysis) result = NULL;
  g_autofree char *text = NULL;

  set_up (&fixture, "e1 place Beijing", "{e1|Beijing} said no. Envoys in {e1|Beijing} said nothing. {e1|Beijing} refused.");
  add_place_rule (&fixture, DESK_RULE_ACTION_REJECT, "place Beijing", NULL, "Beijing", 1);
  set_up (&next, "e1 place Beijing", "On Monday {e1|Beijing} said yes. Two envoys in {e1|Beijing} said nothing. {e1|Beijing} refused.");
  result = apply_to (&fixture, next.text, next.analysis);
  text = describe (result);
  g_assert_cmpstr (text, ==, "place Beijing: Beijing, Beijing");
  g_assert_cmpuint (desk_mention_get_start (desk_entity_get_mention (find_entity (result, "Beijing"), 1)), ==, 64);
  g_clear_object (&result);
  tear_down (&next);

  /* Where it cannot be told which one was meant, nothing is done. */
  set_up (&next, "e1 place Beijing", "{e1|Beijing}, {e1|Beijing}, {e1|Beijing}.");
  result = apply_to (&fixture, next.text, next.analysis);
  g_assert_true (result == next.analysis);
  g_clear_object (&result);
  tear_down (&next);
  tear_down (&fixture);
}

static void
add_quote (Fixture *fixture,
           const char *words,
           const char *speaker_words,
           const char *speaker)
{
  DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);
  DeskRange range = find_range (fixture, words, 0);

  g_array_append_val (quote->parts, range);
  quote->speaker = g_strdup (speaker);
  quote->speaker_span = find_range (fixture, speaker_words, 0);
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
  Fixture fixture;
  g_autoptr (DeskAnalysis) result = NULL;
  const DeskQuote *quote;
  const DeskStatement *statement;
  DeskStatement *made;
  DeskRule *rule;

  set_up (&fixture, "e1 person Pat Ryder\ne2 person Ann Lee\ne3 organisation Air",
          "“One,” {e1|Ryder} said. “Two,” he said. “Three,” the official said. “Four,” {e3|Air} said. {e2|Ann Lee} denied it all.");
  add_quote (&fixture, "One", "Ryder", "e1");
  add_quote (&fixture, "Two", "he said", "e1");
  add_quote (&fixture, "Three", "the official", NULL);
  add_quote (&fixture, "Four", "Air", "e3");
  made = desk_statement_new (find_range (&fixture, "denied it all", 0));
  made->speaker = g_strdup ("e2");
  desk_analysis_take_statement (fixture.analysis, made);

  /* Quotes follow their speakers. */
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person Pat Ryder", "person Ann Lee");
  add_rule (&fixture, DESK_RULE_ACTION_REJECT, DESK_RULE_SCOPE_LIBRARY, "organisation Air", NULL);
  result = apply (&fixture);
  g_assert_cmpstr (get_speaker (result, 0), ==, "Ann Lee");
  g_assert_cmpstr (get_speaker (result, 1), ==, "Ann Lee");
  g_assert_null (get_speaker (result, 3));
  g_clear_object (&result);

  /* Set by hand: here, and for all that is given to these words; to somebody whom the text does not name. */
  g_ptr_array_set_size (fixture.rules, 0);
  add_place_rule (&fixture, DESK_RULE_ACTION_SPEAKER, NULL, "person Ann Lee", "Two", 0);
  add_place_rule (&fixture, DESK_RULE_ACTION_SPEAKER, NULL, NULL, "One", 0);
  add_place_rule (&fixture, DESK_RULE_ACTION_SPEAKER, NULL, "person Mo Salt", "denied it all", 0);
  rule = add_rule (&fixture, DESK_RULE_ACTION_SPEAKER, DESK_RULE_SCOPE_ARTICLE, NULL, "person John Kirby");
  desk_rule_set_form (rule, "The official");
  add_rule (&fixture, DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, "person John Kirby", "person J. Kirby");
  result = apply (&fixture);
  g_assert_null (get_speaker (result, 0));
  g_assert_cmpstr (get_speaker (result, 1), ==, "Ann Lee");
  g_assert_cmpstr (get_speaker (result, 2), ==, "J. Kirby");
  g_assert_cmpstr (get_speaker (result, 3), ==, "Air");
  quote = g_ptr_array_index (desk_analysis_get_quotes (result), 0);
  g_assert_cmpstr (quote->why, ==, "Speaker set by you");
  g_assert_cmpstr (quote->repair->value, ==, "Pat Ryder");
  g_assert_cmpstr (quote->repair->why, ==, "machine");
  g_assert_cmpint (quote->confidence, ==, DESK_CONFIDENCE_SURE);
  g_assert_cmpuint (desk_entity_get_n_mentions (find_entity (result, "J. Kirby")), ==, 1);
  statement = g_ptr_array_index (desk_analysis_get_statements (result), 0);
  g_assert_cmpstr (desk_entity_get_name (desk_analysis_find_entity (result, statement->speaker)), ==, "Mo Salt");
  g_assert_cmpuint (desk_entity_get_n_mentions (find_entity (result, "Mo Salt")), ==, 0);
  g_clear_object (&result);
  tear_down (&fixture);
}

static void
test_dates (void)
{
  Fixture fixture;
  g_autoptr (DeskAnalysis) result = NULL;
  GPtrArray *dates;
  const DeskDate *date;
  DeskRule *rule;

  set_up (&fixture, "e1 person Pat Ryder", "{e1|Ryder} spoke last June, on Sunday and on 9/11, as in May.");
  desk_analysis_take_date (fixture.analysis, desk_date_new (find_range (&fixture, "last June", 0), "last June", "2022-06", DESK_DATE_TYPE_DATE));
  desk_analysis_take_date (fixture.analysis, desk_date_new (find_range (&fixture, "Sunday", 0), "Sunday", "2023-02-05", DESK_DATE_TYPE_DATE));
  desk_analysis_take_date (fixture.analysis, desk_date_new (find_range (&fixture, "9/11", 0), "9/11", NULL, DESK_DATE_TYPE_DATE));
  ((DeskDate *) g_ptr_array_index (desk_analysis_get_dates (fixture.analysis), 0))->relative = TRUE;

  rule = add_rule (&fixture, DESK_RULE_ACTION_DATE, DESK_RULE_SCOPE_LIBRARY, NULL, NULL);
  desk_rule_set_form (rule, "9/11");
  desk_rule_set_value (rule, "2001-09-11");
  rule = add_place_rule (&fixture, DESK_RULE_ACTION_DATE, NULL, NULL, "last June", 0);
  desk_rule_set_value (rule, "2021-06~");
  rule = add_place_rule (&fixture, DESK_RULE_ACTION_DATE, NULL, NULL, "May", 0);
  desk_rule_set_value (rule, "2020-05T10:00");
  add_place_rule (&fixture, DESK_RULE_ACTION_DATE, NULL, NULL, "Sunday", 0);

  result = apply (&fixture);
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
  tear_down (&fixture);
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
      Fixture fixture;
      g_autoptr (DeskAnalysis) result = NULL;
      g_autoptr (DeskAnalysis) shuffled = NULL;
      g_autofree char *text = NULL;
      g_autofree char *shuffled_text = NULL;
      guint n_rules = (guint) g_test_rand_int_range (1, 9);

      set_up (&fixture, ENTITIES, TEXT);
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
              add_place_rule (&fixture, action, subject, target, form, 0);
            }
          else
            {
              DeskRule *rule = add_rule (&fixture, action, scope, subject, target);

              if (action >= DESK_RULE_ACTION_READ || action == DESK_RULE_ACTION_SPLIT || g_test_rand_bit ())
                desk_rule_set_form (rule, form);
            }
        }

      result = apply (&fixture);
      check_whole (result, fixture.text);
      text = describe (result);
      for (guint i = n_rules; i-- > 1;)
        {
          guint j = (guint) g_test_rand_int_range (0, (int) i + 1);
          gpointer swapped = fixture.rules->pdata[i];

          fixture.rules->pdata[i] = fixture.rules->pdata[j];
          fixture.rules->pdata[j] = swapped;
        }
      shuffled = apply (&fixture);
      shuffled_text = describe (shuffled);
      g_assert_cmpstr (text, ==, shuffled_text);
      g_clear_object (&result);
      g_clear_object (&shuffled);
      tear_down (&fixture);
    }
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
  g_test_add_func ("/rule-set/speakers", test_speakers);
  g_test_add_func ("/rule-set/dates", test_dates);
  g_test_add_func ("/rule-set/random", test_random);

  return g_test_run ();
}
