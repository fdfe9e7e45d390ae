/* Results of the analysis at their places: which one is picked, what it is called, and how corrections are worded.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-finding-words.h"
#include "desk-passage-list.h"
#include "desk-passage.h"
#include "desk-rule-words.h"

#include "desk-version-builder.h"

/*                   0         1         2         3         4         5         6 */
#define PARAGRAPH "Ann Lee said \"we met Bo Dahl on Monday\" and Ann Lee left."

typedef struct
{
  DeskVersion *version;
  DeskAnalysis *analysis;
  DeskEntity *ann;
  DeskEntity *bo;
} Fixture;

static guint
add_mention (DeskEntity *entity,
             guint start,
             const char *words)
{
  g_autoptr (DeskMention) mention = desk_mention_new (start, start + g_utf8_strlen (words, -1), words, DESK_CONFIDENCE_SURE, "its full name");

  desk_entity_add_mention (entity, mention);
  return start;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);
  DeskRange part = { 14, 38 };

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, PARAGRAPH);
  fixture->version = desk_version_builder_end (builder);
  fixture->analysis = desk_analysis_new ("test", "en");
  desk_analysis_add_sentence (fixture->analysis, 0, strlen (PARAGRAPH));
  fixture->ann = desk_entity_new ("e1", "Ann Lee", DESK_ENTITY_KIND_PERSON);
  add_mention (fixture->ann, 0, "Ann Lee");
  add_mention (fixture->ann, 44, "Ann Lee");
  fixture->bo = desk_entity_new ("e2", "Bo Dahl", DESK_ENTITY_KIND_ORGANISATION);
  add_mention (fixture->bo, 21, "Bo Dahl");
  desk_analysis_add_entity (fixture->analysis, fixture->ann);
  desk_analysis_add_entity (fixture->analysis, fixture->bo);
  g_set_str (&quote->speaker, "e1");
  g_set_str (&quote->why, "named beside the words of saying");
  quote->cue = (DeskRange) { 8, 12 };
  g_array_append_val (quote->parts, part);
  desk_analysis_take_quote (fixture->analysis, quote);
  desk_analysis_take_date (fixture->analysis, desk_date_new ((DeskRange) { 32, 38 }, "Monday", "2023-02-06", DESK_DATE_TYPE_DATE));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->version);
  g_object_unref (fixture->analysis);
  g_object_unref (fixture->ann);
  g_object_unref (fixture->bo);
}

static char *
dup_titles (GPtrArray *findings)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *title = desk_finding_dup_title (g_ptr_array_index (findings, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free_and_steal (titles);
}

static void
assert_at (Fixture *fixture,
           guint at,
           guint layers,
           const char *expected)
{
  g_autoptr (GPtrArray) found = desk_finding_collect_at (fixture->analysis, at, layers);
  g_autofree char *titles = dup_titles (found);

  g_assert_cmpstr (titles, ==, expected);
}

/* The smallest first, and nothing of a layer that is hidden. */
static void
test_picking (Fixture *fixture,
              gconstpointer data)
{
  assert_at (fixture, 0, DESK_LAYERS_ALL, "Ann Lee");
  assert_at (fixture, 7, DESK_LAYERS_ALL, "");
  assert_at (fixture, 22, DESK_LAYERS_ALL, "Bo Dahl; Ann Lee");
  assert_at (fixture, 33, DESK_LAYERS_ALL, "Monday, 6 February 2023; Ann Lee");
  assert_at (fixture, 22, DESK_LAYERS_ALL & ~(1u << DESK_LAYER_ORGANISATIONS), "Ann Lee");
  assert_at (fixture, 22, 1u << DESK_LAYER_DATES, "");
  assert_at (fixture, 22, 0, "");
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) all = desk_finding_collect (fixture->analysis, DESK_LAYERS_ALL);
  g_autofree char *titles = dup_titles (all);
  g_autoptr (DeskAnalysis) other = desk_analysis_new ("test", "en");
  g_autoptr (DeskFinding) gone = NULL;
  g_autoptr (DeskFinding) same = NULL;

  g_assert_cmpstr (titles, ==, "Ann Lee; Ann Lee; Bo Dahl; Monday, 6 February 2023; Ann Lee");
  same = desk_finding_dup_in (all->pdata[2], fixture->analysis);
  g_assert_true (desk_finding_equal (same, all->pdata[2]));
  gone = desk_finding_dup_in (all->pdata[2], other);
  g_assert_null (gone);
}

static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DeskFinding) quote = desk_finding_new_at (fixture->analysis, DESK_FINDING_KIND_QUOTE, 14);
  g_autoptr (DeskFinding) mention = desk_finding_new_for_mention (fixture->analysis, fixture->bo, 0);
  g_autofree char *why = desk_finding_dup_why (quote, fixture->version);
  g_autofree char *about = desk_finding_dup_subtitle (quote, fixture->version);
  g_autofree char *kind = desk_finding_dup_subtitle (mention, fixture->version);
  g_autofree char *spoken = desk_finding_dup_spoken (mention, fixture->version);

  g_assert_cmpstr (why, ==, "likely: named beside the words of saying, “said”");
  g_assert_cmpstr (about, ==, "Direct quote: “we met Bo Dahl on Monday”");
  g_assert_cmpstr (kind, ==, "Organisation");
  g_assert_cmpstr (spoken, ==, "Bo Dahl: Bo Dahl, Organisation");
}

static void
assert_passages (GListModel *model,
                 const char *expected)
{
  g_autoptr (GListModel) owned = model;
  g_autoptr (GString) markups = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (owned); i++)
    {
      g_autoptr (DeskPassage) passage = g_list_model_get_item (owned, i);

      g_string_append_printf (markups, "%s%s", i > 0 ? "; " : "", desk_passage_get_markup (passage));
    }
  g_assert_cmpstr (markups->str, ==, expected);
}

static void
test_page_of_entity (Fixture *fixture,
                     gconstpointer data)
{
  assert_passages (desk_passage_list_for_said_about (fixture->analysis, fixture->version, fixture->bo), "“we met Bo Dahl on Monday”");
  assert_passages (desk_passage_list_for_said_about (fixture->analysis, fixture->version, fixture->ann), "");
  assert_passages (desk_passage_list_for_quotes (fixture->analysis, fixture->version, fixture->ann), "“we met Bo Dahl on Monday”");
  assert_passages (desk_passage_list_for_company (fixture->analysis, fixture->version, fixture->ann), "Bo Dahl");
  assert_passages (desk_passage_list_for_dates (fixture->analysis, fixture->bo), "“Monday”");
}

static void
test_rules (void)
{
  g_autoptr (DeskIdentity) short_name = desk_identity_new (DESK_ENTITY_KIND_PERSON, "Lee");
  g_autoptr (DeskIdentity) full_name = desk_identity_new (DESK_ENTITY_KIND_PERSON, "Ann Lee");
  g_autoptr (DeskRule) join = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, NULL);
  g_autoptr (DeskRule) date = desk_rule_new (DESK_RULE_ACTION_DATE, DESK_RULE_SCOPE_ARTICLE, "a");
  g_autofree char *joined = NULL;
  g_autofree char *dated = NULL;

  desk_rule_set_subject (join, short_name);
  desk_rule_set_target (join, full_name);
  joined = desk_rule_dup_title (join);
  g_assert_cmpstr (joined, ==, "“Lee” is “Ann Lee”");
  desk_rule_set_form (date, "Monday");
  desk_rule_set_value (date, "2023-02-06");
  dated = desk_rule_dup_title (date);
  g_assert_cmpstr (dated, ==, "“Monday” is Monday, 6 February 2023");
}

static void
test_speaker_rules (void)
{
  g_autoptr (DeskIdentity) speaker = desk_identity_new (DESK_ENTITY_KIND_PERSON, "Ann Lee");
  g_autoptr (DeskText) text = desk_text_new ("“We met,” Lee said. “It rained,” she said.", -1);
  g_autoptr (DeskRule) quote = desk_rule_new (DESK_RULE_ACTION_SPEAKER, DESK_RULE_SCOPE_MENTION, "a");
  g_autoptr (DeskRule) article = desk_rule_new (DESK_RULE_ACTION_SPEAKER, DESK_RULE_SCOPE_ARTICLE, "a");
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;
  g_autofree char *unknown = NULL;

  /* What was said, not the words that name the speaker: "“she”: said by" says nothing. */
  desk_rule_set_anchor (quote, text, 21, 30);
  desk_rule_set_form (quote, "she");
  desk_rule_set_target (quote, speaker);
  one = desk_rule_dup_title (quote);
  g_assert_cmpstr (one, ==, "“It rained”: said by “Ann Lee”");

  desk_rule_set_form (article, "she");
  unknown = desk_rule_dup_title (article);
  g_assert_cmpstr (unknown, ==, "The speaker “she” is not known");
  desk_rule_set_target (article, speaker);
  all = desk_rule_dup_title (article);
  g_assert_cmpstr (all, ==, "The speaker “she” is “Ann Lee”");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/findings/picking", Fixture, NULL, set_up, test_picking, tear_down);
  g_test_add ("/findings/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/findings/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/findings/page-of-entity", Fixture, NULL, set_up, test_page_of_entity, tear_down);
  g_test_add_func ("/findings/rules", test_rules);
  g_test_add_func ("/findings/speaker-rules", test_speaker_rules);

  return g_test_run ();
}
