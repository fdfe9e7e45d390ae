/* What the reader repairs in an open article: it shows at once, is one step, and holds after restarts and new analyses.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-core-types.h"
#include "desk-known.h"
#include "desk-naming.h"
#include "desk-said.h"
#include "session-fixture.h"

static const char story[] =
  "Balloon Over Montana\n"
  "\n"
  "WASHINGTON — John Miller spoke on Sunday about the balloon. \xe2\x80\x9cWe saw it over Montana,\xe2\x80\x9d Miller said.\n"
  "\n"
  "Edward Sanders met Mary Jones in Paris last June. \xe2\x80\x9cIt was very large,\xe2\x80\x9d Mary Jones said.\n";

static const char later_story[] =
  "Another Balloon\n"
  "\n"
  "Edward Sanders spoke again. \xe2\x80\x9cIt is the last one,\xe2\x80\x9d Edward Sanders said.\n";

static DeskEntity *
find_entity (DeskDocument *document,
             const char *name)
{
  DeskAnalysis *analysis = desk_document_get_analysis (document);
  GPtrArray *entities = analysis != NULL ? desk_analysis_get_entities (analysis) : NULL;

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    if (g_str_equal (desk_entity_get_name (g_ptr_array_index (entities, i)), name))
      return g_ptr_array_index (entities, i);

  return NULL;
}

static const char *
find_id (DeskDocument *document,
         const char *name)
{
  DeskEntity *entity = find_entity (document, name);

  g_assert_nonnull (entity);

  return desk_entity_get_id (entity);
}

static DeskMention *
find_mention (DeskDocument *document,
              const char *name,
              const char *words)
{
  DeskEntity *entity = find_entity (document, name);

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    if (g_str_equal (desk_mention_get_text (desk_entity_get_mention (entity, i)), words))
      return desk_entity_get_mention (entity, i);

  g_assert_not_reached ();
}

/* The words of an entity's mentions, joined by commas; NULL where there is none. */
static char *
dup_words (DeskDocument *document,
           const char *name)
{
  DeskEntity *entity = find_entity (document, name);
  g_autoptr (GString) words = g_string_new (NULL);

  if (entity == NULL)
    return NULL;

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", desk_mention_get_text (desk_entity_get_mention (entity, i)));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_words (DeskDocument *document,
              const char *name,
              const char *expected)
{
  g_autofree char *words = dup_words (document, name);

  g_assert_cmpstr (words, ==, expected);
}

static DeskDocument *
open_story (Fixture *fixture,
            const char *text)
{
  DeskDocument *document = fixture_open_text (fixture, text);

  wait_for_analysis (document);
  g_assert_nonnull (desk_document_get_analysis (document));

  return document;
}

static void
finish (DeskDocument *document,
        GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  wait_for_result (result);
  g_assert_true (desk_document_action_finish (document, *result, &error));
  g_assert_no_error (error);
  g_clear_object (result);
}

static void
undo (Fixture *fixture,
      const char *expected_name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = NULL;

  g_assert_cmpstr (desk_library_get_undo_name (desk_session_get_library (fixture->session)), ==, expected_name);
  desk_session_undo_async (fixture->session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  step = desk_session_undo_finish (fixture->session, result, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskStep) step = NULL;

  desk_session_redo_async (fixture->session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  step = desk_session_redo_finish (fixture->session, result, NULL);
  g_assert_nonnull (step);
}

#define IDENTITY(kind, name) (&(const DeskIdentity) { DESK_ENTITY_KIND_##kind, (char *) name })

static void
join (DeskDocument *document,
      const char *name,
      const DeskIdentity *target,
      DeskRuleScope scope)
{
  g_autoptr (GAsyncResult) result = NULL;

  desk_document_join_async (document, find_id (document, name), NULL, target, scope, NULL, got_result_cb, &result);
  finish (document, &result);
}

static void
count_cb (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_join (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (DeskDocument) other = NULL;
  g_autofree char *kept_id = g_strdup (find_id (document, "John Miller"));
  guint n_notified = 0;

  assert_words (document, "John Miller", "John Miller, Miller");
  assert_words (document, "Edward Sanders", "Edward Sanders");
  g_signal_connect_swapped (document, "notify::analysis", G_CALLBACK (count_cb), &n_notified);

  join (document, "Edward Sanders", IDENTITY (PERSON, "John Miller"), DESK_RULE_SCOPE_LIBRARY);
  assert_words (document, "John Miller", "John Miller, Miller, Edward Sanders");
  g_assert_cmpstr (find_id (document, "John Miller"), ==, kept_id);
  g_assert_null (find_entity (document, "Edward Sanders"));
  wait_until (!g_main_context_pending (NULL));
  g_assert_cmpuint (n_notified, ==, 1);

  /* It holds for what comes in later, and after a restart. */
  other = open_story (fixture, later_story);
  assert_words (other, "John Miller", "Edward Sanders, Edward Sanders");
  g_clear_object (&document);
  g_clear_object (&other);
  fixture_restart (fixture);
  document = open_story (fixture, story);
  other = open_story (fixture, later_story);
  assert_words (document, "John Miller", "John Miller, Miller, Edward Sanders");

  /* One undo takes it out of both, one redo puts it back. */
  undo (fixture, "Join “Edward Sanders” with “John Miller”");
  wait_until (find_entity (document, "Edward Sanders") != NULL && find_entity (other, "Edward Sanders") != NULL);
  assert_words (document, "John Miller", "John Miller, Miller");
  redo (fixture);
  wait_until (find_entity (document, "Edward Sanders") == NULL && find_entity (other, "Edward Sanders") == NULL);
}

static void
save_stale_analysis (Fixture *fixture,
                     DeskDocument *document)
{
  DeskLibrary *library = desk_session_get_library (fixture->session);
  DeskArticle *article = desk_document_get_article (document);
  g_autoptr (DeskAnalysis) stale = desk_analysis_new ("an older one", "en");
  g_autoptr (GAsyncResult) result = NULL;

  desk_library_save_analysis_async (library, desk_article_get_id (article), desk_version_get_hash (desk_article_get_version (article)),
                                    desk_article_get_published (article), stale, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_library_save_analysis_finish (library, result, NULL));
}

static char *
dup_answers (Fixture *fixture,
             DeskQuestionKind kind,
             const char *name)
{
  g_autoptr (DeskQuestion) question = desk_question_new (kind, kind == DESK_QUESTION_KIND_KNOWN ? NULL : name, DESK_ENTITY_KIND_PERSON);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DeskAnswerList) list = NULL;

  if (kind == DESK_QUESTION_KIND_KNOWN)
    question->words = g_strdup (name);
  list = desk_library_ask (desk_session_get_library (fixture->session), question);
  wait_until (!desk_answer_list_get_loading (list));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (kind == DESK_QUESTION_KIND_KNOWN)
        g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", desk_known_get_name (DESK_KNOWN (row)), desk_known_get_n_articles (DESK_KNOWN (row)));
      else
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", desk_naming_get_headline (DESK_NAMING (row)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_answers (Fixture *fixture,
                DeskQuestionKind kind,
                const char *name,
                const char *expected)
{
  g_autofree char *text = dup_answers (fixture, kind, name);

  g_assert_cmpstr (text, ==, expected);
}

/* Joined with somebody whom another article names: found there, one step, and true after a restart and a new analysis. */
static void
test_join_with_library (Fixture *fixture,
                        gconstpointer data)
{
  const DeskRuleScope scope = GPOINTER_TO_INT (data);
  const gboolean whole = scope != DESK_RULE_SCOPE_MENTION;
  g_autoptr (DeskDocument) other = open_story (fixture, later_story);
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;

  assert_answers (fixture, DESK_QUESTION_KIND_KNOWN, "sand", "Edward Sanders 2");
  assert_answers (fixture, DESK_QUESTION_KIND_KNOWN, "mil", "John Miller 1");

  /* The whole entity, or its short form at one place. */
  desk_document_join_async (document, find_id (document, "John Miller"), whole ? NULL : find_mention (document, "John Miller", "Miller"),
                            IDENTITY (PERSON, "Kate Miller"), scope, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "Kate Miller", whole ? "John Miller, Miller" : "Miller");
  assert_words (document, "John Miller", whole ? NULL : "John Miller");
  assert_answers (fixture, DESK_QUESTION_KIND_KNOWN, "kate", "Kate Miller 1");
  assert_answers (fixture, DESK_QUESTION_KIND_ARTICLES, "Kate Miller", "Balloon Over Montana");

  fixture_restart (fixture);
  g_clear_object (&document);
  document = open_story (fixture, story);
  assert_words (document, "Kate Miller", whole ? "John Miller, Miller" : "Miller");
  save_stale_analysis (fixture, document);
  g_clear_object (&document);
  document = open_story (fixture, story);
  assert_words (document, "Kate Miller", whole ? "John Miller, Miller" : "Miller");
  assert_answers (fixture, DESK_QUESTION_KIND_ARTICLES, "Kate Miller", "Balloon Over Montana");

  undo (fixture, whole ? "Join “John Miller” with “Kate Miller”" : "Join “Miller” with “Kate Miller”");
  wait_until (find_entity (document, "Kate Miller") == NULL);
  assert_words (document, "John Miller", "John Miller, Miller");
  assert_answers (fixture, DESK_QUESTION_KIND_KNOWN, "kate", "");
  redo (fixture);
  wait_until (find_entity (document, "Kate Miller") != NULL);
}

/* A name and a kind at once: one step, and nothing else that has either. */
static void
test_identity (Fixture *fixture,
               gconstpointer data)
{
  const DeskRuleScope scope = GPOINTER_TO_INT (data);
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;

  desk_document_set_identity_async (document, find_id (document, "Edward Sanders"), IDENTITY (ORGANISATION, " Sanders & Sons "), scope, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "Sanders & Sons", "Edward Sanders");
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Sanders & Sons")), ==, DESK_ENTITY_KIND_ORGANISATION);
  undo (fixture, "Change Name and Kind of “Edward Sanders”");
  wait_until (find_entity (document, "Edward Sanders") != NULL);
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Edward Sanders")), ==, DESK_ENTITY_KIND_PERSON);
  g_assert_null (desk_library_get_undo_name (desk_session_get_library (fixture->session)));

  desk_document_set_identity_async (document, find_id (document, "Edward Sanders"), IDENTITY (GROUP, "Edward Sanders"), scope, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Edward Sanders")), ==, DESK_ENTITY_KIND_GROUP);
  undo (fixture, "Change Kind of “Edward Sanders”");

  /* No name is no name. */
  desk_document_set_identity_async (document, find_id (document, "Edward Sanders"), IDENTITY (GROUP, "  "), scope, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_null (desk_library_get_undo_name (desk_session_get_library (fixture->session)));
}

/* Another engine, as an update brings it. */
static void
test_other_engine (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);

  join (document, "Edward Sanders", IDENTITY (PERSON, "John Miller"), DESK_RULE_SCOPE_ARTICLE);
  save_stale_analysis (fixture, document);
  g_clear_object (&document);

  document = open_story (fixture, story);
  assert_words (document, "John Miller", "John Miller, Miller, Edward Sanders");
}

static void
test_split (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;

  /* All in one form, in this article. */
  desk_document_split_async (document, find_id (document, "John Miller"), find_mention (document, "John Miller", "Miller"),
                             DESK_RULE_SCOPE_ARTICLE, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "John Miller", "John Miller");
  assert_words (document, "Miller", "Miller");
  undo (fixture, "Split “Miller” from “John Miller”");
  wait_until (find_entity (document, "Miller") == NULL);

  /* One mention whose name is taken gets another. */
  desk_document_split_async (document, find_id (document, "John Miller"), find_mention (document, "John Miller", "John Miller"),
                             DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "John Miller (2)", "John Miller");
  assert_words (document, "John Miller", "Miller");
  undo (fixture, "Split “John Miller” from “John Miller”");
  wait_until (find_entity (document, "John Miller (2)") == NULL);

  /* What was joined is split by taking the rule away: nothing is left of both but the steps. */
  join (document, "Edward Sanders", IDENTITY (PERSON, "John Miller"), DESK_RULE_SCOPE_LIBRARY);
  desk_document_split_async (document, find_id (document, "John Miller"), find_mention (document, "John Miller", "Edward Sanders"),
                             DESK_RULE_SCOPE_LIBRARY, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "Edward Sanders", "Edward Sanders");
  assert_words (document, "John Miller", "John Miller, Miller");

  /* In this article only, against a rule of the library. */
  undo (fixture, "Split “Edward Sanders” from “John Miller”");
  wait_until (find_entity (document, "Edward Sanders") == NULL);
  desk_document_split_async (document, find_id (document, "John Miller"), find_mention (document, "John Miller", "Edward Sanders"),
                             DESK_RULE_SCOPE_ARTICLE, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "Edward Sanders", "Edward Sanders");
  assert_words (document, "John Miller", "John Miller, Miller");
  g_assert_true (desk_entity_get_apart (find_entity (document, "Edward Sanders")));
}

static void
test_keep_apart (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean changed;

  join (document, "Edward Sanders", IDENTITY (PERSON, "John Miller"), DESK_RULE_SCOPE_LIBRARY);
  desk_document_keep_apart_async (document, find_id (document, "John Miller"), NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "John Miller", "John Miller, Miller, Edward Sanders");
  g_assert_true (desk_entity_get_apart (find_entity (document, "John Miller")));

  /* It is so already: there is no step that could be undone. */
  desk_document_keep_apart_async (document, find_id (document, "John Miller"), NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_document_repair_finish (document, result, &changed, NULL));
  g_assert_false (changed);
  g_clear_object (&result);

  /* What is said of it now is said of this article. */
  desk_document_set_identity_async (document, find_id (document, "John Miller"), IDENTITY (PERSON, "  Old Miller "), DESK_RULE_SCOPE_LIBRARY, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "Old Miller", "John Miller, Miller, Edward Sanders");
  undo (fixture, "Rename “John Miller”");
  undo (fixture, "Keep “John Miller” Apart in This Article");
  wait_until (find_entity (document, "John Miller") != NULL && !desk_entity_get_apart (find_entity (document, "John Miller")));
}

static void
test_reject_retype_rename (Fixture *fixture,
                           gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;

  desk_document_reject_async (document, find_id (document, "Paris"), NULL, DESK_RULE_SCOPE_LIBRARY, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_null (find_entity (document, "Paris"));
  undo (fixture, "Reject “Paris”");
  wait_until (find_entity (document, "Paris") != NULL);

  desk_document_reject_async (document, find_id (document, "John Miller"), find_mention (document, "John Miller", "Miller"),
                              DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "John Miller", "John Miller");
  undo (fixture, "Reject “Miller”");
  wait_until (desk_entity_get_n_mentions (find_entity (document, "John Miller")) == 2);

  /* With what a rule of the library had joined. */
  join (document, "Edward Sanders", IDENTITY (PERSON, "John Miller"), DESK_RULE_SCOPE_LIBRARY);
  desk_document_retype_async (document, find_id (document, "John Miller"), NULL, DESK_ENTITY_KIND_GROUP, DESK_RULE_SCOPE_ARTICLE, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "John Miller", "John Miller, Miller, Edward Sanders");
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "John Miller")), ==, DESK_ENTITY_KIND_GROUP);
  desk_document_set_identity_async (document, find_id (document, "John Miller"), IDENTITY (GROUP, "The Millers"), DESK_RULE_SCOPE_ARTICLE, NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "The Millers", "John Miller, Miller, Edward Sanders");
  undo (fixture, "Rename “John Miller”");
  undo (fixture, "Change Kind of “John Miller”");
  wait_until (find_entity (document, "John Miller") != NULL &&
              desk_entity_get_kind (find_entity (document, "John Miller")) == DESK_ENTITY_KIND_PERSON);

  /* Nothing to do is no step. */
  desk_document_set_identity_async (document, find_id (document, "John Miller"), IDENTITY (PERSON, "John Miller"), DESK_RULE_SCOPE_LIBRARY, NULL, got_result_cb, &result);
  finish (document, &result);
  undo (fixture, "Join “Edward Sanders” with “John Miller”");
}

static void
test_read (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskIdentity) other = NULL;
  g_autofree char *first_name = NULL;
  DeskMention *paris;

  paris = find_mention (document, "Paris", "Paris");
  other = desk_document_dup_other_reading (document, find_id (document, "Paris"), paris);
  g_assert_cmpint (other->kind, ==, DESK_ENTITY_KIND_GOVERNMENT);
  g_assert_cmpstr (other->name, ==, "Paris");
  g_assert_null (desk_document_dup_other_reading (document, find_id (document, "John Miller"), paris));

  /* Switched, and back by the same action. */
  desk_document_read_async (document, find_id (document, "Paris"), paris, DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Paris")), ==, DESK_ENTITY_KIND_GOVERNMENT);
  g_assert_cmpstr (desk_mention_get_why (find_mention (document, "Paris", "Paris")), ==, "Reading chosen by you");
  desk_document_read_async (document, find_id (document, "Paris"), find_mention (document, "Paris", "Paris"), DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Paris")), ==, DESK_ENTITY_KIND_PLACE);
  g_assert_null (desk_mention_get_repair (find_mention (document, "Paris", "Paris")));

  /* Everywhere, there and back. */
  desk_document_read_async (document, find_id (document, "Paris"), find_mention (document, "Paris", "Paris"), DESK_RULE_SCOPE_LIBRARY, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Paris")), ==, DESK_ENTITY_KIND_GOVERNMENT);
  desk_document_read_async (document, find_id (document, "Paris"), find_mention (document, "Paris", "Paris"), DESK_RULE_SCOPE_LIBRARY, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpint (desk_entity_get_kind (find_entity (document, "Paris")), ==, DESK_ENTITY_KIND_PLACE);
  undo (fixture, "Read “Paris” as Place");
  wait_until (desk_entity_get_kind (find_entity (document, "Paris")) == DESK_ENTITY_KIND_GOVERNMENT);
  undo (fixture, "Read “Paris” as Government");
  wait_until (desk_entity_get_kind (find_entity (document, "Paris")) == DESK_ENTITY_KIND_PLACE);
}

static void
test_name (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;
  const char *utf8 = desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (desk_document_get_article (document))));
  guint start = (guint) g_utf8_pointer_to_offset (utf8, strstr (utf8, "the balloon"));

  desk_document_name_async (document, start, start + 11, IDENTITY (PRODUCT, "Balloon One"), NULL, got_result_cb, &result);
  finish (document, &result);
  assert_words (document, "Balloon One", "the balloon");
  undo (fixture, "Join “the balloon” with “Balloon One”");
  wait_until (find_entity (document, "Balloon One") == NULL);
}

static const DeskQuote *
get_quote (DeskDocument *document,
           guint index)
{
  return g_ptr_array_index (desk_analysis_get_quotes (desk_document_get_analysis (document)), index);
}

static const char *
get_speaker (DeskDocument *document,
             guint index)
{
  DeskEntity *entity = desk_analysis_find_entity (desk_document_get_analysis (document), get_quote (document, index)->speaker);

  return entity != NULL ? desk_entity_get_name (entity) : NULL;
}

static void
test_speaker (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpstr (get_speaker (document, 0), ==, "John Miller");
  g_assert_cmpstr (get_speaker (document, 1), ==, "Mary Jones");
  desk_document_set_speaker_async (document, get_quote (document, 0), IDENTITY (PERSON, "Mary Jones"), DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpstr (get_speaker (document, 0), ==, "Mary Jones");
  g_assert_cmpstr (get_quote (document, 0)->why, ==, "Speaker set by you");

  /* Once more: the rule is replaced. */
  desk_document_set_speaker_async (document, get_quote (document, 0), NULL, DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_null (get_speaker (document, 0));
  g_assert_cmpstr (get_quote (document, 0)->repair->value, ==, "John Miller");
  undo (fixture, "Remove Speaker");
  wait_until (g_strcmp0 (get_speaker (document, 0), "Mary Jones") == 0);
  undo (fixture, "Set Speaker to “Mary Jones”");
  wait_until (g_strcmp0 (get_speaker (document, 0), "John Miller") == 0);
}

static const DeskDate *
find_date (DeskDocument *document,
           const char *words)
{
  GPtrArray *dates = desk_analysis_get_dates (desk_document_get_analysis (document));

  for (guint i = 0; i < dates->len; i++)
    if (g_str_equal (((DeskDate *) g_ptr_array_index (dates, i))->text, words))
      return g_ptr_array_index (dates, i);

  return NULL;
}

static void
test_date (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk_document_set_date_async (document, find_date (document, "last June"), "1999-06", DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpstr (find_date (document, "last June")->value, ==, "1999-06");

  /* The publication date moves the others, not this one; and they are there when the callback comes. */
  desk_document_set_field_async (document, DESK_FIELD_PUBLISHED, "2023-02-08", NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_cmpstr (find_date (document, "Sunday")->value, ==, "2023-02-05");
  g_assert_cmpstr (find_date (document, "last June")->value, ==, "1999-06");
  g_assert_cmpstr (find_date (document, "last June")->repair->value, ==, "2022-06");
  undo (fixture, "Change Publication Date");
  wait_until (find_date (document, "Sunday")->value == NULL);
  g_assert_cmpstr (find_date (document, "last June")->value, ==, "1999-06");

  desk_document_set_date_async (document, find_date (document, "last June"), "in summer", DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (desk_document_action_finish (document, result, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_clear_object (&result);

  desk_document_set_date_async (document, find_date (document, "last June"), "", DESK_RULE_SCOPE_MENTION, NULL, got_result_cb, &result);
  finish (document, &result);
  g_assert_null (find_date (document, "last June"));
  undo (fixture, "Correct Date “last June”");
  wait_until (find_date (document, "last June") != NULL);
}

static void
test_rules (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DeskDocument) document = open_story (fixture, story);
  g_autoptr (DeskDocument) other = open_story (fixture, later_story);
  const char *article_id = desk_article_get_id (desk_document_get_article (document));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_RULES, NULL, -1);
  g_autoptr (DeskAnswerList) list = desk_library_ask (desk_session_get_library (fixture->session), question);
  g_autoptr (DeskRule) rule = NULL;
  const char *ids[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  /* Without an open article. */
  desk_session_join_async (fixture->session, IDENTITY (PERSON, "Edward Sanders"), IDENTITY (PERSON, "John Miller"), NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_session_action_finish (fixture->session, result, &error));
  g_clear_object (&result);
  wait_until (find_entity (document, "Edward Sanders") == NULL && find_entity (other, "Edward Sanders") == NULL);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1);
  rule = g_list_model_get_item (G_LIST_MODEL (list), 0);

  /* Only in this article. */
  desk_session_set_rule_scope_async (fixture->session, desk_rule_get_id (rule), DESK_RULE_SCOPE_ARTICLE, article_id, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_session_action_finish (fixture->session, result, &error));
  g_clear_object (&result);
  wait_until (find_entity (other, "Edward Sanders") != NULL);
  assert_words (document, "John Miller", "John Miller, Miller, Edward Sanders");
  desk_session_set_rule_scope_async (fixture->session, desk_rule_get_id (rule), DESK_RULE_SCOPE_MENTION, article_id, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (desk_session_action_finish (fixture->session, result, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED);
  g_clear_error (&error);
  g_clear_object (&result);

  ids[0] = desk_rule_get_id (rule);
  desk_session_remove_rules_async (fixture->session, ids, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (desk_session_action_finish (fixture->session, result, &error));
  g_clear_object (&result);
  wait_until (find_entity (document, "Edward Sanders") != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
  desk_session_remove_rules_async (fixture->session, ids, NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (desk_session_action_finish (fixture->session, result, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);

  undo (fixture, "Remove Correction");
  undo (fixture, "Change Scope of Correction");
  wait_until (find_entity (document, "Edward Sanders") == NULL && find_entity (other, "Edward Sanders") == NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/repairs/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("join", test_join);
  for (DeskRuleScope scope = DESK_RULE_SCOPE_MENTION; scope <= DESK_RULE_SCOPE_LIBRARY; scope++)
    {
      static const char *const nicks[] = { "mention", "article", "library" };
      g_autofree char *joined = g_strconcat ("/repairs/join-with-library/", nicks[scope], NULL);
      g_autofree char *identity = g_strconcat ("/repairs/identity/", nicks[scope], NULL);

      g_test_add (joined, Fixture, GINT_TO_POINTER (scope), fixture_set_up, test_join_with_library, fixture_tear_down);
      if (scope != DESK_RULE_SCOPE_MENTION)
        g_test_add (identity, Fixture, GINT_TO_POINTER (scope), fixture_set_up, test_identity, fixture_tear_down);
    }
  ADD ("other-engine", test_other_engine);
  ADD ("split", test_split);
  ADD ("keep-apart", test_keep_apart);
  ADD ("reject-retype-rename", test_reject_retype_rename);
  ADD ("read", test_read);
  ADD ("name", test_name);
  ADD ("speaker", test_speaker);
  ADD ("date", test_date);
  ADD ("rules", test_rules);
#undef ADD

  return g_test_run ();
}
