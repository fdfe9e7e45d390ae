/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rule-fixture.h"

#include <string.h>

#include "desk-core-types.h"

/* Entities as “e1 person Pat Ryder”, one in a line. */
void
rule_fixture_set_up (RuleFixture *fixture,
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

void
rule_fixture_tear_down (RuleFixture *fixture)
{
  g_clear_pointer (&fixture->text, desk_text_unref);
  g_clear_pointer (&fixture->rules, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&fixture->analysis));
}

DeskRange
rule_fixture_find_range (RuleFixture *fixture,
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

DeskIdentity *
rule_fixture_parse_identity (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  int kind;

  g_assert_true (desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, words[0], &kind));

  return desk_identity_new ((DeskEntityKind) kind, words[1]);
}

/* Identities as “person Pat Ryder”; each may be NULL. */
DeskRule *
rule_fixture_add_rule (RuleFixture *fixture,
                       DeskRuleAction action,
                       DeskRuleScope scope,
                       const char *subject,
                       const char *target)
{
  DeskRule *rule = desk_rule_new (action, scope, scope != DESK_RULE_SCOPE_LIBRARY ? RULE_FIXTURE_ARTICLE : NULL);
  static gint64 last;

  /* Two of one microsecond would be ordered by chance. */
  while (g_get_real_time () <= last)
    g_usleep (1);
  last = g_get_real_time ();
  g_object_unref (rule);
  rule = desk_rule_new (action, scope, scope != DESK_RULE_SCOPE_LIBRARY ? RULE_FIXTURE_ARTICLE : NULL);

  if (subject != NULL)
    {
      g_autoptr (DeskIdentity) identity = rule_fixture_parse_identity (subject);

      desk_rule_set_subject (rule, identity);
    }
  if (target != NULL)
    {
      g_autoptr (DeskIdentity) identity = rule_fixture_parse_identity (target);

      desk_rule_set_target (rule, identity);
    }
  g_ptr_array_add (fixture->rules, rule);

  return rule;
}

DeskRule *
rule_fixture_add_place_rule (RuleFixture *fixture,
                             DeskRuleAction action,
                             const char *subject,
                             const char *target,
                             const char *words,
                             guint nth)
{
  DeskRule *rule = rule_fixture_add_rule (fixture, action, DESK_RULE_SCOPE_MENTION, subject, target);
  DeskRange range = rule_fixture_find_range (fixture, words, nth);

  desk_rule_set_anchor (rule, fixture->text, range.start, range.end);

  return rule;
}

DeskAnalysis *
rule_fixture_apply_to (RuleFixture *fixture,
                       DeskText *text,
                       DeskAnalysis *analysis)
{
  g_autoptr (DeskRuleSet) set = desk_rule_set_new (fixture->rules);

  return desk_rule_set_apply (set, RULE_FIXTURE_ARTICLE, text, analysis);
}

DeskAnalysis *
rule_fixture_apply (RuleFixture *fixture)
{
  return rule_fixture_apply_to (fixture, fixture->text, fixture->analysis);
}

/* “person Pat Ryder: Pat Ryder, Ryder; place Beijing: Beijing”. */
char *
rule_fixture_describe (DeskAnalysis *analysis)
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

void
rule_fixture_assert_result (RuleFixture *fixture,
                            const char *expected)
{
  g_autoptr (DeskAnalysis) result = rule_fixture_apply (fixture);
  g_autofree char *text = rule_fixture_describe (result);

  g_assert_cmpstr (text, ==, expected);
}

DeskEntity *
rule_fixture_find_entity (DeskAnalysis *analysis,
                          const char *name)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);

  for (guint i = 0; i < entities->len; i++)
    if (strcmp (desk_entity_get_name (g_ptr_array_index (entities, i)), name) == 0)
      return g_ptr_array_index (entities, i);

  g_assert_not_reached ();
}
