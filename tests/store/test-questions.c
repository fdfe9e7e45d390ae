/* Questions about entities of the whole library, answered with the rules of the reader.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"
#include "desk-co-named.h"
#include "desk-core-types.h"
#include "desk-database-open-private.h"
#include "desk-known.h"
#include "desk-library-private.h"
#include "desk-naming.h"
#include "desk-said.h"
#include "marked-article.h"
#include "store-fixture.h"

#define RYDER "{person:Pat Ryder|Pat Ryder}"

static void
add_articles (DeskLibrary *library)
{
  g_autofree char *one = marked_add (library, "Balloon seen", "Harbour Herald", "2023-02-04",
                                     RYDER " and {person:Ann Lee|Ann Lee} met in {place:Beijing|Beijing}. "
                                           "<person:Pat Ryder|We saw the balloon.> <person:Ann Lee|No balloon here.>");
  g_autofree char *two = marked_add (library, "Balloon shot", "The Tide", "2023-02-08T10:00:00Z",
                                     "{person:Patrick Ryder|Patrick Ryder} spoke. <person:Patrick Ryder|It came down.> "
                                     "~person:Patrick Ryder|nobody was hurt~ {place:Beijing|Beijing} said <place:Beijing|We regret it>.");
  g_autofree char *three = marked_add (library, "An old story", "Harbour Herald", "2020-01-01",
                                       "{person:Gen. Pat Ryder|Gen. Pat Ryder}, {person:Gen. Pat Ryder|Pat Ryder}: "
                                       "<person:Gen. Pat Ryder|Those were the days.> {organisation:Air|Air} flies. <|Who said so?>");
  g_autofree char *four = marked_add (library, "Without a date", NULL, NULL,
                                      RYDER " and {person:Ann Lee|Ann Lee}. <person:Pat Ryder|Balloons, again!>");
}

static void
settle (DeskAnswerList *list)
{
  store_wait_until (!desk_answer_list_get_loading (list));
}

static DeskAnswerList *
ask (DeskLibrary *library,
     DeskQuestionKind kind,
     const char *name,
     int entity_kind)
{
  g_autoptr (DeskQuestion) question = desk_question_new (kind, name, entity_kind);
  DeskAnswerList *list = desk_library_ask (library, question);

  g_assert_true (desk_answer_list_get_loading (list));
  settle (list);

  return list;
}

static char *
dup_rows (DeskAnswerList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (row, g_list_model_get_item_type (G_LIST_MODEL (list))));
      if (i > 0)
        g_string_append (text, " | ");
      if (DESK_IS_SAID (row))
        g_string_append (text, desk_said_get_text (DESK_SAID (row)));
      else if (DESK_IS_NAMING (row))
        g_string_append_printf (text, "%s: %s %u", desk_naming_get_headline (DESK_NAMING (row)),
                                desk_naming_get_names (DESK_NAMING (row))[0], desk_naming_get_n_mentions (DESK_NAMING (row)));
      else if (DESK_IS_CO_NAMED (row))
        g_string_append_printf (text, "%s %u", desk_co_named_get_name (DESK_CO_NAMED (row)), desk_co_named_get_n_articles (DESK_CO_NAMED (row)));
      else if (DESK_IS_KNOWN (row))
        {
          const char *other = desk_known_get_other_name (DESK_KNOWN (row));

          g_string_append_printf (text, "%s %s %u%s%s", desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, desk_known_get_kind (DESK_KNOWN (row))),
                                  desk_known_get_name (DESK_KNOWN (row)), desk_known_get_n_articles (DESK_KNOWN (row)),
                                  other != NULL ? " also " : "", other != NULL ? other : "");
        }
      else
        g_string_append (text, desk_rule_get_subject (DESK_RULE (row))->name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_answer (DeskLibrary *library,
               DeskQuestionKind kind,
               const char *name,
               int entity_kind,
               const char *expected)
{
  g_autoptr (DeskAnswerList) list = ask (library, kind, name, entity_kind);
  g_autofree char *rows = dup_rows (list);

  g_assert_cmpstr (rows, ==, expected);
  g_assert_true (desk_answer_list_get_complete (list));
}

static DeskRule *
add_rule (DeskLibrary *library,
          DeskRuleAction action,
          const char *article_id,
          const DeskIdentity *subject,
          const char *form,
          const DeskIdentity *target)
{
  DeskRule *rule = desk_rule_new (action, article_id != NULL ? DESK_RULE_SCOPE_ARTICLE : DESK_RULE_SCOPE_LIBRARY, article_id);
  g_autoptr (DeskStep) step = desk_step_new ("Repair");
  g_autoptr (GError) error = NULL;

  if (subject != NULL)
    desk_rule_set_subject (rule, subject);
  desk_rule_set_form (rule, form);
  desk_rule_set_target (rule, target);
  desk_step_add (step, DESK_CHANGE_RULE, article_id != NULL ? article_id : "", desk_rule_get_id (rule), NULL, desk_rule_to_variant (rule));
  store_apply (library, step, &error);
  g_assert_no_error (error);

  return rule;
}

#define IDENTITY(kind, name) (&(const DeskIdentity) { DESK_ENTITY_KIND_##kind, (char *) name })

static void
test_said (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskAnswerList) list = NULL;
  g_autoptr (DeskSaid) said = NULL;

  add_articles (fixture->library);

  /* Newest first, those without a date last; a name of several words is found among other names, too. */
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON,
                 "We saw the balloon. | Those were the days. | Balloons, again!");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "PATRICK  RYDER", DESK_ENTITY_KIND_PERSON, "It came down. | nobody was hurt");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PLACE, "");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Nobody", -1, "");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "beijing", -1, "We regret it");

  list = ask (fixture->library, DESK_QUESTION_KIND_SAID, "Patrick Ryder", DESK_ENTITY_KIND_PERSON);
  said = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (desk_said_get_headline (said), ==, "Balloon shot");
  g_assert_cmpstr (desk_said_get_source (said), ==, "The Tide");
  g_assert_cmpstr (desk_said_get_published (said), ==, "2023-02-08T10:00:00Z");
  g_assert_cmpstr (desk_said_get_url (said), ==, "https://news.example/1");
  g_assert_cmpstr (desk_said_get_speaker (said), ==, "");
  g_assert_cmpstr (desk_said_get_role (said), ==, "");
  g_assert_true (desk_said_get_indirect (said));
  g_assert_cmpint (desk_said_get_confidence (said), ==, DESK_CONFIDENCE_LIKELY);
  g_assert_cmpuint (desk_said_get_end (said) - desk_said_get_start (said), ==, strlen ("nobody was hurt"));
}

static void
filter (DeskAnswerList *list,
        const char *words,
        const char *source,
        const char *from,
        const char *until,
        const char *expected)
{
  g_autoptr (DeskQuestion) question = desk_question_copy (desk_answer_list_get_question (list));
  g_autofree char *rows = NULL;

  g_set_str (&question->words, words);
  g_set_str (&question->source, source);
  g_set_str (&question->from, from);
  g_set_str (&question->until, until);
  desk_answer_list_set_question (list, question);
  settle (list);
  rows = dup_rows (list);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_filters (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (DeskAnswerList) list = NULL;

  add_articles (fixture->library);
  list = ask (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON);

  /* Beginnings of words, of the quote or the headline. */
  filter (list, "ball", NULL, NULL, NULL, "We saw the balloon. | Balloons, again!");
  filter (list, "alloon", NULL, NULL, NULL, "");
  filter (list, "  BALL, we ", NULL, NULL, NULL, "We saw the balloon.");
  filter (list, "old", NULL, NULL, NULL, "Those were the days.");
  filter (list, "", NULL, NULL, NULL, "We saw the balloon. | Those were the days. | Balloons, again!");

  filter (list, NULL, "herald", NULL, NULL, "We saw the balloon. | Those were the days.");
  filter (list, NULL, "tide", NULL, NULL, "");
  filter (list, NULL, NULL, "2020-01-02", NULL, "We saw the balloon.");
  filter (list, NULL, NULL, "2020-01-01", "2020-01-01", "Those were the days.");
  filter (list, NULL, NULL, NULL, "2023-02-04", "We saw the balloon. | Those were the days.");
  filter (list, "days", "Harbour", "2019-01-01", "2021-01-01", "Those were the days.");
}

static void
test_articles (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (DeskAnswerList) list = NULL;
  g_autoptr (DeskNaming) naming = NULL;

  add_articles (fixture->library);
  assert_answer (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Pat Ryder", DESK_ENTITY_KIND_PERSON,
                 "Balloon seen: Pat Ryder 1 | An old story: Gen. Pat Ryder 2 | Without a date: Pat Ryder 1");
  list = ask (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Gen. Pat Ryder", DESK_ENTITY_KIND_PERSON);
  naming = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (desk_naming_get_names (naming)[1], ==, "Pat Ryder");
  g_assert_cmpuint (desk_naming_get_start (naming), ==, strlen ("An old story") + 2);
  g_assert_cmpuint (desk_naming_get_end (naming), ==, strlen ("An old story") + 2 + strlen ("Gen. Pat Ryder"));
  g_assert_cmpstr (desk_naming_get_source (naming), ==, "Harbour Herald");
  g_assert_cmpstr (desk_naming_get_published (naming), ==, "2020-01-01");

  assert_answer (fixture->library, DESK_QUESTION_KIND_COMPANY, "Pat Ryder", DESK_ENTITY_KIND_PERSON,
                 "Ann Lee 2 | Air 1 | Beijing 1 | Gen. Pat Ryder 1");
}

static void
assert_known (DeskLibrary *library,
              const char *words,
              int entity_kind,
              const char *expected)
{
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_KNOWN, NULL, entity_kind);
  g_autoptr (DeskAnswerList) list = NULL;
  g_autofree char *rows = NULL;

  question->words = g_strdup (words);
  list = desk_library_ask (library, question);
  settle (list);
  rows = dup_rows (list);
  g_assert_cmpstr (rows, ==, expected);
  g_assert_true (desk_answer_list_get_complete (list));
}

static void
test_known (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *later = NULL;

  add_articles (fixture->library);

  /* Beginnings of words in any order; those of the kind first, then those in most articles. */
  assert_known (fixture->library, "ryd", DESK_ENTITY_KIND_PERSON, "person Pat Ryder 2 | person Gen. Pat Ryder 1 | person Patrick Ryder 1");
  assert_known (fixture->library, "RYDER pat", DESK_ENTITY_KIND_PERSON, "person Pat Ryder 2 | person Gen. Pat Ryder 1 | person Patrick Ryder 1");
  assert_known (fixture->library, "yder", -1, "");
  assert_known (fixture->library, "ryder, gen.", -1, "person Gen. Pat Ryder 1");
  assert_known (fixture->library, "ryder lee", -1, "");
  assert_known (fixture->library, "the Bei", -1, "place Beijing 2");
  assert_known (fixture->library, "a", DESK_ENTITY_KIND_ORGANISATION, "organisation Air 1 | person Ann Lee 2");
  assert_known (fixture->library, "a", -1, "person Ann Lee 2 | organisation Air 1");
  assert_known (fixture->library, "", -1, "");
  assert_known (fixture->library, " -\"* ", -1, "");
  assert_known (fixture->library, NULL, -1, "");

  /* Accents and marks of a search language are letters like others, or none. */
  g_free (marked_add (fixture->library, "Elsewhere", NULL, NULL, "{person:Žofie O'Brien|Žofie O'Brien} {work:NEAR AND OR|NEAR AND OR} {place:北京市|北京市}"));
  assert_known (fixture->library, "zof o'br", -1, "person Žofie O'Brien 1");
  assert_known (fixture->library, "near or", -1, "work NEAR AND OR 1");
  assert_known (fixture->library, "北京", -1, "place 北京市 1");

  /* Two of one name in one article are one article, and what is called otherwise there is found by that, after the others. */
  later = marked_add (fixture->library, "Later", NULL, "2024-01-01",
                      "{organisation:North Atlantic Treaty Organization|NATO} and {organisation:Nato Lines|Nato Lines}, "
                      "{organisation:North Atlantic Treaty Organization|the alliance}; {person:Ann Lee|Ann Lee}.");
  assert_known (fixture->library, "nato", -1,
                "organisation Nato Lines 1 | organisation North Atlantic Treaty Organization 1 also NATO");
  assert_known (fixture->library, "treaty", -1, "organisation North Atlantic Treaty Organization 1");
  assert_known (fixture->library, "ann", -1, "person Ann Lee 3");
}

static void
delete_article (DeskLibrary *library,
                const char *id,
                gboolean deleted)
{
  g_autoptr (DeskStep) step = desk_step_new ("Delete");
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_DELETED, id, NULL, g_variant_new_boolean (!deleted), g_variant_new_boolean (deleted));
  store_apply (library, step, &error);
  g_assert_no_error (error);
}

static gint64
count_known (StoreFixture *fixture)
{
  g_autofree char *path = store_dup_path (fixture, "library.db");
  sqlite3 *connection = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  n = desk_database_query_number (connection, "SELECT count (*) FROM known");
  sqlite3_close (connection);

  return n;
}

/* What is known follows articles that go and come back, and analyses that are made anew. */
static void
test_known_follows (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (DeskRule) apart = NULL;
  g_autoptr (DeskAnalysis) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = marked_add (fixture->library, "One", NULL, NULL, RYDER " and {person:Ann Lee|Ann Lee}");
  g_autofree char *two = marked_add (fixture->library, "Two", NULL, NULL, RYDER " and {place:Rye|Rye}");

  assert_known (fixture->library, "r", -1, "person Pat Ryder 2 | place Rye 1");
  delete_article (fixture->library, two, TRUE);
  assert_known (fixture->library, "r", -1, "person Pat Ryder 1");
  delete_article (fixture->library, two, FALSE);
  assert_known (fixture->library, "r", -1, "person Pat Ryder 2 | place Rye 1");

  /* Somebody else there: not the one of the library. */
  apart = add_rule (fixture->library, DESK_RULE_ACTION_APART, two, IDENTITY (PERSON, "Pat Ryder"), NULL, NULL);
  assert_known (fixture->library, "r", -1, "person Pat Ryder 1 | place Rye 1");
  g_object_unref (store_undo (fixture->library, &error));
  g_assert_no_error (error);
  assert_known (fixture->library, "r", -1, "person Pat Ryder 2 | place Rye 1");

  other = desk_analysis_new ("another", "en");
  g_assert_true (store_save_analysis (fixture->library, two, NULL, other, &error));
  assert_known (fixture->library, "r", -1, "person Pat Ryder 1");

  /* Of what is purged nothing is left. */
  delete_article (fixture->library, one, TRUE);
  desk_library_purge (fixture->library, g_get_real_time () + G_TIME_SPAN_DAY);
  assert_known (fixture->library, "r", -1, "");
  g_assert_null (store_load (fixture->library, one, NULL));
  g_assert_cmpint (count_known (fixture), ==, 0);
  store_assert_sound (fixture->library);
}

/* By the rules of the library, with articles that name both counted once. */
static void
test_known_rules (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DeskRule) first = NULL;
  g_autoptr (DeskRule) second = NULL;
  g_autoptr (DeskRule) third = NULL;
  g_autoptr (DeskRule) fourth = NULL;
  g_autofree char *one = NULL;

  add_articles (fixture->library);
  one = marked_add (fixture->library, "Both", NULL, NULL, RYDER " and {person:Patrick Ryder|Patrick Ryder}");
  first = add_rule (fixture->library, DESK_RULE_ACTION_JOIN, NULL, IDENTITY (PERSON, "Patrick Ryder"), NULL, IDENTITY (PERSON, "Pat Ryder"));
  assert_known (fixture->library, "ryder", -1, "person Pat Ryder 4 | person Gen. Pat Ryder 1");
  assert_known (fixture->library, "patrick", -1, "person Pat Ryder 4 also Patrick Ryder");

  /* What only a rule calls so. */
  second = add_rule (fixture->library, DESK_RULE_ACTION_RENAME, NULL, IDENTITY (PERSON, "Ann Lee"), NULL, IDENTITY (PERSON, "Zoe Lee"));
  third = add_rule (fixture->library, DESK_RULE_ACTION_REJECT, NULL, IDENTITY (ORGANISATION, "Air"), NULL, NULL);
  fourth = add_rule (fixture->library, DESK_RULE_ACTION_JOIN, NULL, IDENTITY (PERSON, "Nobody Here"), NULL, IDENTITY (PERSON, "No Lee"));
  assert_known (fixture->library, "zo", -1, "person Zoe Lee 2");
  assert_known (fixture->library, "lee", -1, "person Zoe Lee 2");
  assert_known (fixture->library, "a", -1, "person Zoe Lee 2 also Ann Lee");
}

/* Letters that are typed while the answer to those before is on its way. */
static void
test_known_typing (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_KNOWN, NULL, -1);
  g_autoptr (DeskAnswerList) list = NULL;
  static const char *const typed[] = { "b", "be", "bei", "p", "pa", "patr" };
  g_autofree char *rows = NULL;

  add_articles (fixture->library);
  list = desk_library_ask (fixture->library, question);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_set_str (&question->words, typed[i]);
      desk_answer_list_set_question (list, question);
      g_assert_true (desk_answer_list_get_loading (list));
    }
  settle (list);
  rows = dup_rows (list);
  g_assert_cmpstr (rows, ==, "person Patrick Ryder 1");
}

/* One row for the whole library, seen in every answer, and taken back by one undo. */
static void
test_join (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskAnswerList) said = NULL;
  g_autoptr (DeskRule) rule = NULL;
  g_autoptr (DeskSaid) first = NULL;
  g_autoptr (DeskSaid) still = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  add_articles (fixture->library);
  said = ask (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON);
  first = g_list_model_get_item (G_LIST_MODEL (said), 0);

  rule = add_rule (fixture->library, DESK_RULE_ACTION_JOIN, NULL, IDENTITY (PERSON, "Patrick Ryder"), NULL, IDENTITY (PERSON, "Pat Ryder"));
  store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (said)) == 5);
  rows = dup_rows (said);
  g_assert_cmpstr (rows, ==, "It came down. | nobody was hurt | We saw the balloon. | Those were the days. | Balloons, again!");
  /* A row that stayed the same is the same. */
  still = g_list_model_get_item (G_LIST_MODEL (said), 2);
  g_assert_true (still == first);
  assert_answer (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Pat Ryder", DESK_ENTITY_KIND_PERSON,
                 "Balloon shot: Patrick Ryder 1 | Balloon seen: Pat Ryder 1 | An old story: Gen. Pat Ryder 2 | Without a date: Pat Ryder 1");
  assert_answer (fixture->library, DESK_QUESTION_KIND_COMPANY, "Ann Lee", DESK_ENTITY_KIND_PERSON, "Pat Ryder 2 | Beijing 1");

  g_object_unref (store_undo (fixture->library, &error));
  g_assert_no_error (error);
  store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (said)) == 3);
}

/* Renamed, of another kind, rejected, read as something else, in the library. */
static void
test_library_rules (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (DeskRule) first = NULL;
  g_autoptr (DeskRule) second = NULL;
  g_autoptr (DeskRule) third = NULL;
  g_autoptr (DeskRule) fourth = NULL;

  add_articles (fixture->library);
  first = add_rule (fixture->library, DESK_RULE_ACTION_RENAME, NULL, IDENTITY (PERSON, "Ann Lee"), NULL, IDENTITY (PERSON, "Anna Lee"));
  second = add_rule (fixture->library, DESK_RULE_ACTION_READ, NULL, IDENTITY (PLACE, "Beijing"), "Beijing", IDENTITY (GOVERNMENT, "China"));
  third = add_rule (fixture->library, DESK_RULE_ACTION_REJECT, NULL, IDENTITY (ORGANISATION, "Air"), NULL, NULL);
  fourth = add_rule (fixture->library, DESK_RULE_ACTION_RETYPE, NULL, IDENTITY (PERSON, "Anna Lee"), NULL, IDENTITY (GROUP, "Anna Lee"));
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Anna Lee", DESK_ENTITY_KIND_GROUP, "No balloon here.");
  assert_answer (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Anna Lee", DESK_ENTITY_KIND_PERSON, "");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "China", DESK_ENTITY_KIND_GOVERNMENT, "We regret it");
  assert_answer (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Beijing", DESK_ENTITY_KIND_PLACE, "");
  assert_answer (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Air", -1, "");
  assert_answer (fixture->library, DESK_QUESTION_KIND_COMPANY, "Gen. Pat Ryder", DESK_ENTITY_KIND_PERSON, "");

  assert_answer (fixture->library, DESK_QUESTION_KIND_RULES, NULL, -1, "Anna Lee | Air | Beijing | Ann Lee");
}

/* Rules of one article, and what comes in later. */
static void
test_article_rules (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (DeskRule) join = NULL;
  g_autoptr (DeskRule) apart = NULL;
  g_autoptr (DeskRule) wide = NULL;
  g_autoptr (DeskRule) speaker = NULL;

  one = marked_add (fixture->library, "One", NULL, "2023-01-01", "{person:Ryder|Ryder}: <person:Ryder|One.> <|Two.>");
  join = add_rule (fixture->library, DESK_RULE_ACTION_JOIN, one, IDENTITY (PERSON, "Ryder"), NULL, IDENTITY (PERSON, "Pat Ryder"));
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON, "One.");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Ryder", DESK_ENTITY_KIND_PERSON, "");

  /* Another man of that name. */
  two = marked_add (fixture->library, "Two", NULL, "2023-01-02", RYDER ": <person:Pat Ryder|I am a plumber.>");
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON, "I am a plumber. | One.");
  apart = add_rule (fixture->library, DESK_RULE_ACTION_APART, two, IDENTITY (PERSON, "Pat Ryder"), NULL, NULL);
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON, "One.");
  assert_answer (fixture->library, DESK_QUESTION_KIND_ARTICLES, "Pat Ryder", DESK_ENTITY_KIND_PERSON, "One: Ryder 1");

  /* A rule of the library holds for what comes later, too. */
  wide = add_rule (fixture->library, DESK_RULE_ACTION_JOIN, NULL, IDENTITY (PERSON, "P. S. Ryder"), NULL, IDENTITY (PERSON, "Pat Ryder"));
  g_free (marked_add (fixture->library, "Three", NULL, "2023-01-03", "{person:P. S. Ryder|P. S. Ryder}: <person:P. S. Ryder|Three.>"));
  assert_answer (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON, "Three. | One.");
}

/* The search box knows, too, who is who. */
static void
test_search (StoreFixture *fixture,
             gconstpointer data)
{
  static const char *const typed[] = { "pat ryder", "\"Pat Ryder\"", "Patrick Ryder", "patrick ryder " };
  g_autoptr (DeskRule) join = NULL;
  g_autoptr (DeskRule) rename = NULL;

  add_articles (fixture->library);
  join = add_rule (fixture->library, DESK_RULE_ACTION_JOIN, NULL, IDENTITY (PERSON, "Patrick Ryder"), NULL, IDENTITY (PERSON, "Pat Ryder"));
  rename = add_rule (fixture->library, DESK_RULE_ACTION_RENAME, NULL, IDENTITY (PLACE, "Beijing"), NULL, IDENTITY (PLACE, "Peking 北京"));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, typed[i]);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DeskArticleList) list = store_list (fixture->library, DESK_SORT_ADDED, DESK_FILTER_ALL, i == 0 ? "peking 北京" : "beijing");

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
    }
}

static void
test_pages (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (DeskAnswerList) list = NULL;
  g_autoptr (DeskSaid) last = NULL;

  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Article %u", i);
      g_autofree char *marked = g_strdup_printf (RYDER " said <person:Pat Ryder|quote %u>", i);

      g_free (marked_add (fixture->library, headline, NULL, NULL, marked));
    }

  list = ask (fixture->library, DESK_QUESTION_KIND_SAID, "Pat Ryder", DESK_ENTITY_KIND_PERSON);
  g_assert_false (desk_answer_list_get_complete (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), <, 130);
  while (!desk_answer_list_get_complete (list))
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), n - 1);

      /* Looking at the last rows is asking for more. */
      store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) > n || desk_answer_list_get_complete (list));
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 130);
  last = g_list_model_get_item (G_LIST_MODEL (list), 129);
  g_assert_cmpstr (desk_said_get_text (last), ==, "quote 0");

  /* A change does not throw away what was loaded. */
  g_free (marked_add (fixture->library, "New", NULL, "2024-01-01", RYDER " said <person:Pat Ryder|the newest>"));
  store_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) >= 131 && !desk_answer_list_get_loading (list));
  g_clear_object (&last);
  last = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (desk_said_get_text (last), ==, "the newest");
}

/* A list that nobody wants any more, while its first page is on its way. */
static void
test_dropped (StoreFixture *fixture,
              gconstpointer data)
{
  add_articles (fixture->library);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_SAID, "Pat Ryder", -1);
      DeskAnswerList *list = desk_library_ask (fixture->library, question);

      g_assert_finalize_object (list);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (StoreFixture *fixture,
        gconstpointer data)
{
  const DeskAnswerLimits *limits = data;

  desk_answer_limits = *limits;
  store_set_up (fixture, data);
}

int
main (int argc,
      char *argv[])
{
  /* As it is; and as if the library were large, with steps so small that every row is at an end. */
  static const struct
  {
    const char *name;
    DeskAnswerLimits limits;
  } sizes[] = { { "sorted", { 400, 512, 4000 } }, { "walked", { 0, 2, 1 } }, { "walked-far", { 0, 512, 0 } } };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      static const struct
      {
        const char *name;
        void (*test) (StoreFixture *fixture, gconstpointer data);
      } tests[] = {
        { "said", test_said },
        { "filters", test_filters },
        { "articles", test_articles },
        { "known", test_known },
        { "known-follows", test_known_follows },
        { "known-rules", test_known_rules },
        { "known-typing", test_known_typing },
        { "join", test_join },
        { "library-rules", test_library_rules },
        { "article-rules", test_article_rules },
        { "search", test_search },
        { "pages", test_pages },
        { "dropped", test_dropped },
      };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/questions/%s/%s", sizes[i].name, tests[j].name);

          g_test_add (path, StoreFixture, &sizes[i].limits, set_up, tests[j].test, store_tear_down);
        }
    }

  return g_test_run ();
}
