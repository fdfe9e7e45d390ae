/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-core-types.h"
#include "desk-error.h"
#include "desk-rule.h"
#include "desk-step.h"

static const DeskIdentity ryder = { DESK_ENTITY_KIND_PERSON, (char *) "Ryder" };
static const DeskIdentity pat_ryder = { DESK_ENTITY_KIND_PERSON, (char *) "Pat Ryder" };

static void
test_identity (void)
{
  static const struct
  {
    const char *name;
    const char *folded;
  } names[] = {
    { "Pat Ryder", "pat ryder" },
    { "  Pat\n Ryder ", "pat ryder" },
    { "“Pat Ryder,”", "pat ryder" },
    { "Ryder’s", "ryder" },
    { "U.S.", "u.s" },
    { "The Pentagon", "pentagon" },
    { "the", "the" },
    { "Ángela Merkel", "angela merkel" },
    { "…", "…" },
    { "北京", "北京" },
  };
  g_autoptr (DeskIdentity) copy = desk_identity_copy (&pat_ryder);
  g_autoptr (DeskIdentity) shouted = desk_identity_new (DESK_ENTITY_KIND_PERSON, "PAT RYDER");
  g_autoptr (DeskIdentity) ship = desk_identity_new (DESK_ENTITY_KIND_PRODUCT, "Pat Ryder");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folded = desk_name_fold (names[i].name);

      g_assert_cmpstr (folded, ==, names[i].folded);
    }

  g_assert_true (desk_identity_equal (copy, &pat_ryder));
  g_assert_true (desk_identity_equal (shouted, &pat_ryder));
  g_assert_false (desk_identity_equal (ship, &pat_ryder));
  g_assert_false (desk_identity_equal (&ryder, &pat_ryder));
}

static DeskRule *
make_full (DeskText *text)
{
  DeskRule *rule = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_MENTION, "article");

  desk_rule_set_subject (rule, &ryder);
  desk_rule_add_name (rule, "General Ryder");
  desk_rule_add_name (rule, "General Ryder");
  desk_rule_set_form (rule, "Ryder");
  desk_rule_set_anchor (rule, text, 4, 9);
  desk_rule_set_target (rule, &pat_ryder);

  return rule;
}

static void
test_rule (void)
{
  g_autoptr (DeskText) text = desk_text_new ("Mr. Ryder spoke of 🎈 balloons.", -1);
  DeskRule *rule = make_full (text);
  const DeskAnchor *anchor = desk_rule_get_anchor (rule);
  DeskRuleAction action;
  DeskRuleScope scope;
  g_autofree char *id = NULL;
  g_autofree char *article_id = NULL;
  gint64 created;

  g_object_get (rule, "id", &id, "action", &action, "scope", &scope, "article-id", &article_id, "created", &created, NULL);
  g_assert_cmpstr (id, ==, desk_rule_get_id (rule));
  g_assert_cmpint (action, ==, DESK_RULE_ACTION_JOIN);
  g_assert_cmpint (scope, ==, DESK_RULE_SCOPE_MENTION);
  g_assert_cmpstr (article_id, ==, "article");
  g_assert_cmpint (created, >, 0);
  g_assert_cmpint (created, ==, desk_rule_get_created (rule));
  g_assert_cmpstr (desk_rule_get_author (rule), ==, "");
  g_assert_cmpstr (desk_rule_get_names (rule)[0], ==, "General Ryder");
  g_assert_null (desk_rule_get_names (rule)[1]);
  g_assert_cmpstr (desk_rule_get_form (rule), ==, "Ryder");
  g_assert_cmpstr (anchor->exact, ==, "Ryder");
  g_assert_cmpstr (anchor->prefix, ==, "Mr. ");
  g_assert_cmpstr (anchor->suffix, ==, " spoke of 🎈 balloons.");
  g_assert_null (desk_rule_get_value (rule));

  g_assert_finalize_object (rule);
}

static void
test_variant (void)
{
  g_autoptr (DeskText) text = desk_text_new ("Mr. Ryder spoke of 🎈 balloons.", -1);
  g_autoptr (DeskRule) rule = make_full (text);
  g_autoptr (DeskRule) date = desk_rule_new (DESK_RULE_ACTION_DATE, DESK_RULE_SCOPE_LIBRARY, NULL);
  DeskRule *rules[] = { rule, date };

  desk_rule_set_form (date, "last June");
  desk_rule_set_value (date, "2022-06");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (desk_rule_to_variant (rules[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskRule) read = desk_rule_new_from_variant (variant, &error);
      g_autoptr (GVariant) again = NULL;

      g_assert_no_error (error);
      again = g_variant_ref_sink (desk_rule_to_variant (read));
      g_assert_cmpvariant (variant, again);
      g_assert_cmpint (desk_rule_compare (rules[i], read), ==, 0);
    }
  g_assert_cmpint (desk_rule_compare (rule, date), !=, 0);
  g_assert_cmpint (desk_rule_compare (rule, date), ==, -desk_rule_compare (date, rule));
}

/* Each takes something from a rule that is well made, or puts something wrong into it. */
static void
test_faults (void)
{
  static const struct
  {
    const char *key;
    const char *value; /* text of a GVariant; NULL: taken away */
    const char *fault;
  } faults[] = {
    { "id", NULL, "id" },
    { "id", "'none'", "id" },
    { "action", "'bless'", "action" },
    { "scope", "'world'", "scope" },
    { "scope", "'library'", "article" },
    { "scope", "'article'", "anchor" },
    { "article", NULL, "article" },
    { "article", "''", "article" },
    { "subject", "('person', '')", "subject" },
    { "subject", "('angel', 'Ryder')", "subject" },
    { "subject", "'Ryder'", "subject" },
    { "names", "'Ryder'", "names" },
    { "form", "''", "form" },
    { "anchor", NULL, "anchor" },
    { "anchor", "(uint32 4, uint32 4, '', '', '')", "anchor" },
    { "anchor", "(uint32 4, uint32 9, 'Ryd', '', '')", "anchor" },
    { "anchor", "'here'", "anchor" },
    { "target", NULL, "target" },
    { "created", "int64 -1", "created" },
    { "author", NULL, "author" },
    { "value", "7", "value" },
  };
  g_autoptr (DeskText) text = desk_text_new ("Mr. Ryder spoke.", -1);
  g_autoptr (DeskRule) rule = make_full (text);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (desk_rule_to_variant (rule));
      g_autoptr (GVariant) bad = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *quoted = g_strdup_printf ("“%s”", faults[i].fault);
      GVariantDict dict;

      g_variant_dict_init (&dict, variant);
      g_variant_dict_remove (&dict, faults[i].key);
      if (faults[i].value != NULL)
        {
          g_autoptr (GVariant) value = g_variant_parse (NULL, faults[i].value, NULL, NULL, NULL);

          g_variant_dict_insert_value (&dict, faults[i].key, value);
        }
      bad = g_variant_ref_sink (g_variant_dict_end (&dict));

      g_assert_null (desk_rule_new_from_variant (bad, &error));
      g_assert_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, quoted));
    }
}

static void
test_scope (void)
{
  g_autoptr (DeskText) text = desk_text_new ("Mr. Ryder spoke.", -1);
  g_autoptr (DeskRule) rule = make_full (text);
  g_autoptr (DeskRule) wide = desk_rule_copy_with_scope (rule, DESK_RULE_SCOPE_LIBRARY, NULL);
  g_autoptr (DeskRule) narrow = desk_rule_copy_with_scope (wide, DESK_RULE_SCOPE_ARTICLE, "other");
  g_autoptr (DeskRule) apart = desk_rule_new (DESK_RULE_ACTION_APART, DESK_RULE_SCOPE_ARTICLE, "article");

  g_assert_cmpstr (desk_rule_get_id (wide), ==, desk_rule_get_id (rule));
  g_assert_cmpint (desk_rule_get_created (wide), ==, desk_rule_get_created (rule));
  g_assert_null (desk_rule_get_article_id (wide));
  g_assert_null (desk_rule_get_anchor (wide));
  g_assert_cmpstr (desk_rule_get_form (wide), ==, "Ryder");
  g_assert_true (desk_identity_equal (desk_rule_get_target (wide), &pat_ryder));
  g_assert_cmpstr (desk_rule_get_article_id (narrow), ==, "other");

  /* There is no place to go back to, and nothing that could be apart in the whole library. */
  g_assert_null (desk_rule_copy_with_scope (wide, DESK_RULE_SCOPE_MENTION, "article"));
  desk_rule_set_subject (apart, &ryder);
  g_assert_null (desk_rule_copy_with_scope (apart, DESK_RULE_SCOPE_LIBRARY, NULL));
}

/* A rule of the library is a change without an article. */
static void
test_step (void)
{
  g_autoptr (DeskText) text = desk_text_new ("Mr. Ryder spoke.", -1);
  g_autoptr (DeskRule) own = make_full (text);
  g_autoptr (DeskRule) wide = desk_rule_copy_with_scope (own, DESK_RULE_SCOPE_LIBRARY, NULL);
  g_autoptr (DeskStep) step = desk_step_new ("Join “Ryder” with “Pat Ryder”");
  g_autoptr (DeskStep) read = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_RULE, "", desk_rule_get_id (wide), NULL, desk_rule_to_variant (wide));
  desk_step_add (step, DESK_CHANGE_RULE, "article", desk_rule_get_id (own), desk_rule_to_variant (own), NULL);
  desk_step_add (step, DESK_CHANGE_RULE, "article", desk_rule_get_id (own), desk_rule_to_variant (wide), desk_rule_to_variant (own));
  variant = g_variant_ref_sink (desk_step_to_variant (step));
  read = desk_step_new_from_variant (variant, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_step_get_n_changes (read), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const bad[] = { "''", "'other'", "'article'" };
      g_autofree char *changed = g_variant_print (variant, TRUE);
      g_auto (GStrv) parts = g_strsplit (changed, i < 2 ? "'rule', 'article'" : "'rule', ''", -1);
      g_autofree char *with = g_strconcat ("'rule', ", bad[i], NULL);
      g_autofree char *joined = g_strjoinv (with, parts);
      g_autoptr (GVariant) foreign = g_variant_parse (G_VARIANT_TYPE ("(sxa(ssmsmvmv))"), joined, NULL, NULL, &error);
      g_autoptr (DeskStep) refused = NULL;

      g_assert_no_error (error);
      refused = desk_step_new_from_variant (foreign, NULL);
      /* Anything may be said of an article where the rule is the library's. */
      g_assert_true ((refused == NULL) == (i < 2));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/rule/identity", test_identity);
  g_test_add_func ("/rule/properties", test_rule);
  g_test_add_func ("/rule/variant", test_variant);
  g_test_add_func ("/rule/faults", test_faults);
  g_test_add_func ("/rule/scope", test_scope);
  g_test_add_func ("/rule/step", test_step);

  return g_test_run ();
}
