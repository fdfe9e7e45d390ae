/* The words of the inspector: dates, initials, lines about entities, passages, stepping through mentions.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-label.h"
#include "desk-labels.h"
#include "desk-mention-stepper.h"
#include "desk-passage-list.h"
#include "desk-passage.h"

#include "desk-version-builder.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *value;
    const char *words;
  } dates[] = {
    { "2023-02-07", "Tuesday, 7 February 2023" },
    { "2022-06", "June 2022" },
    { "2022", "2022" },
    { "202X", "the 2020s" },
    { "2023-W05", "week of 30 January 2023" },
    { "2021-W01", "week of 4 January 2021" },
    { "2020-W53", "week of 28 December 2020" },
    { "2023-02-07T09:30", "Tuesday, 7 February 2023, 09:30" },
    { "2023-02-07T09:30:15Z", "Tuesday, 7 February 2023, 09:30 UTC" },
    { "2023-02-07TMO", "morning of Tuesday, 7 February 2023" },
    { "2022-23", "autumn 2022" },
    { "2022-34", "quarter 2 of 2022" },
    { "2023~", "about 2023" },
    { "2023-02?", "perhaps February 2023" },
    { "2022/2023-02", "2022 to February 2023" },
    { "../2023", "until 2023" },
    { "2023/..", "from 2023" },
    { "P3D", "3 days" },
    { "P1Y", "1 year" },
    { "PT30M", "30 minutes" },
    /* Not understood: as it is. */
    { "", "" },
    { "2023-13", "2023-13" },
    { "2023-02-31", "2023-02-31" },
    { "2023-W54", "2023-W54" },
    { "2023-02-07Tx", "2023-02-07Tx" },
    { "P99999999999999999999D", "P99999999999999999999D" },
    { "P1Y2M", "P1Y2M" },
    { "P", "P" },
    { "PT", "PT" },
    { "a/b/c", "a/b/c" },
    { "0000-01-01", "0000-01-01" },
    { "tomorrow", "tomorrow" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *words = desk_date_label_dup (dates[i].value);

      g_assert_cmpstr (words, ==, dates[i].words);
    }
  g_assert_null (desk_date_label_dup (NULL));
}

static void
test_typed_days (void)
{
  static const struct
  {
    const char *typed;
    const char *day;
  } days[] = {
    { "2023-02-08", "2023-02-08" },
    { "  2023-2-8 ", "2023-02-08" },
    { "8.2.2023", "2023-02-08" },
    { "25/12/2022", "2022-12-25" },
    { "12/25/2022", "2022-12-25" },
    { "8 February 2023", "2023-02-08" },
    { "2024-02-29", "2024-02-29" },
    /* 8 February or 2 August: not guessed. */
    { "2/8/2023", NULL },
    { "2023-02-29", NULL },
    { "2023-13-01", NULL },
    { "2023-02-08x", NULL },
    { "2023", NULL },
    /* A month has no day. */
    { "June 2021", NULL },
    { "8.2.23", NULL },
    { "Tuesday", NULL },
    { "", NULL },
    { "99999999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = desk_date_label_parse (days[i].typed);

      g_assert_cmpstr (day, ==, days[i].day);
    }
}

static void
test_typed_months (void)
{
  static const struct
  {
    const char *typed;
    const char *month;
  } months[] = {
    { "June 2021", "2021-06" },
    { " february 2023 ", "2023-02" },
    { "Sep 1999", "1999-09" },
    { "8 June 2021", NULL },
    { "June 21", NULL },
    { "2021", NULL },
    { "last June", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *month = desk_date_label_parse_month (months[i].typed);

      g_assert_cmpstr (month, ==, months[i].month);
    }
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } names[] = {
    { "Lloyd Austin", "LA" },
    { "Department of Defense", "DD" },
    { "Foundation for Defense of Democracies", "FD" },
    { "Newsweek", "N" },
    { "Jean-Luc Picard", "JP" },
    { "bell hooks", "B" },
    { "王毅", "王" },
    { "Émile Zola", "ÉZ" },
    { "42", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *initials = desk_label_dup_initials (names[i].name);

      g_assert_cmpstr (initials, ==, names[i].initials);
    }
}

static void
test_languages (void)
{
  g_autofree char *english = desk_label_dup_language ("en");
  g_autofree char *brazilian = desk_label_dup_language ("pt-BR");
  g_autofree char *unknown = desk_label_dup_language ("qq");
  g_autofree char *none = desk_label_dup_language ("?!");

  g_assert_cmpstr (english, ==, "English");
  g_assert_cmpstr (brazilian, ==, "Portuguese (Brazil)");
  g_assert_cmpstr (unknown, ==, "qq");
  g_assert_cmpstr (none, ==, "?!");
}

static void
test_origins (void)
{
  g_autofree char *user = desk_label_dup_origin (DESK_ORIGIN_USER, DESK_CONFIDENCE_WEAK);
  g_autofree char *text = desk_label_dup_origin (DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
  g_autofree char *sure = desk_label_dup_origin (DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_SURE);

  g_assert_cmpstr (user, ==, "given by you");
  g_assert_cmpstr (text, ==, "from the text, likely");
  g_assert_cmpstr (sure, ==, "from the data of the page");
  g_assert_null (desk_label_dup_origin (DESK_ORIGIN_NONE, DESK_CONFIDENCE_SURE));
}

/* Headline (0–9), two paragraphs (11–60, 62–…). */
#define FIRST "🎈 Ann Lee spoke. “It <is> so,” Lee & co. said."
#define SECOND "Lee left."

static DeskVersion *
create_version (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, "The News");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, FIRST);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, SECOND);
  return desk_version_builder_end (builder);
}

static DeskRange
find (DeskVersion *version,
      const char *words,
      guint from)
{
  DeskText *text = desk_version_get_text (version);
  const char *utf8 = desk_text_get_utf8 (text);
  const char *place = strstr (utf8 + desk_text_get_byte_offset (text, from), words);
  DeskRange range;

  g_assert_nonnull (place);
  range.start = desk_text_get_code_point (text, place - utf8);
  range.end = range.start + g_utf8_strlen (words, -1);
  return range;
}

static DeskMention *
mention (DeskVersion *version,
         const char *words,
         guint from)
{
  DeskRange range = find (version, words, from);

  return desk_mention_new (range.start, range.end, words, DESK_CONFIDENCE_SURE, "a name");
}

static DeskAnalysis *
create_analysis (DeskVersion *version)
{
  DeskAnalysis *analysis = desk_analysis_new ("test", "en");
  g_autoptr (DeskEntity) entity = desk_entity_new ("e1", "Ann Lee", DESK_ENTITY_KIND_PERSON);
  DeskRange first = find (version, FIRST, 0), second = find (version, SECOND, 0);
  DeskRange quoted = find (version, "It <is> so,", 0), role = find (version, "co.", 0);
  DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);
  DeskQuote *scare = desk_quote_new (DESK_QUOTE_KIND_SCARE);
  g_autoptr (DeskMention) m1 = mention (version, "Ann Lee", 0);
  g_autoptr (DeskMention) m2 = mention (version, "Lee", m1 ? desk_mention_get_end (m1) : 0);
  g_autoptr (DeskMention) m3 = mention (version, "Lee", second.start);

  desk_analysis_add_sentence (analysis, first.start, first.start + 16);
  desk_analysis_add_sentence (analysis, first.start + 17, first.end);
  desk_analysis_add_sentence (analysis, second.start, second.end);
  desk_entity_add_mention (entity, m1);
  desk_entity_add_mention (entity, m2);
  desk_entity_add_mention (entity, m3);
  desk_entity_add_alias (entity, "Lee");
  desk_entity_add_role (entity, "head of co.", role.start, role.end);
  desk_analysis_add_entity (analysis, entity);
  if (quote->parts == NULL)
    quote->parts = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  g_array_append_val (quote->parts, quoted);
  quote->speaker = g_strdup ("e1");
  quote->confidence = DESK_CONFIDENCE_LIKELY;
  quote->why = g_strdup ("a verb of saying");
  desk_analysis_take_quote (analysis, quote);
  desk_analysis_take_quote (analysis, scare);
  return analysis;
}

static void
test_lines (void)
{
  g_autoptr (DeskVersion) version = create_version ();
  g_autoptr (DeskAnalysis) analysis = create_analysis (version);
  DeskText *text = desk_version_get_text (version);
  DeskEntity *entity = desk_analysis_find_entity (analysis, "e1");
  DeskRange sentence = find (version, "Lee & co. said.", 0);
  DeskRange name = { sentence.start, sentence.start + 3 };
  g_autofree char *subtitle = desk_label_dup_subtitle (entity, analysis);
  g_autofree char *context = desk_label_dup_context (text, sentence, name);
  g_autofree char *short_passage = desk_label_dup_passage (text, find (version, FIRST, 0), 12);
  g_autofree char *two_blocks = desk_label_dup_passage (text, (DeskRange) { 0, 12 }, 100);
  g_autofree char *headline = desk_label_dup_place (version, 3);
  g_autofree char *paragraph = desk_label_dup_place (version, find (version, SECOND, 0).start);

  g_assert_cmpstr (subtitle, ==, "head of co. · also “Lee” · 1 quote");
  g_assert_cmpstr (context, ==, "<b>Lee</b> &amp; co. said.");
  g_assert_cmpstr (short_passage, ==, "🎈 Ann Lee…");
  g_assert_cmpstr (two_blocks, ==, "The News 🎈");
  g_assert_cmpstr (headline, ==, "headline");
  g_assert_cmpstr (paragraph, ==, "paragraph 2");
}

static DeskPassage *
get_passage (GListModel *model,
             guint position)
{
  g_autoptr (DeskPassage) passage = g_list_model_get_item (model, position);

  g_assert_nonnull (passage);
  return passage;
}

static void
test_passages (void)
{
  g_autoptr (DeskVersion) version = create_version ();
  g_autoptr (DeskAnalysis) analysis = create_analysis (version);
  DeskEntity *entity = desk_analysis_find_entity (analysis, "e1");
  g_autoptr (GListModel) quotes = desk_passage_list_for_quotes (analysis, version, NULL);
  g_autoptr (GListModel) said = desk_passage_list_for_quotes (analysis, version, entity);
  g_autoptr (GListModel) mentions = desk_passage_list_for_mentions (analysis, version, entity);
  g_autoptr (GListModel) names = desk_passage_list_for_names (entity);
  g_autoptr (GListModel) roles = desk_passage_list_for_roles (analysis, version, entity);

  /* The scare quotes are no quote. */
  g_assert_cmpuint (g_list_model_get_n_items (quotes), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (said), ==, 1);
  g_assert_cmpstr (desk_passage_get_markup (get_passage (quotes, 0)), ==, "“It &lt;is&gt; so,”");
  g_assert_cmpstr (desk_passage_get_caption (get_passage (quotes, 0)), ==, "Ann Lee · likely");
  g_assert_cmpstr (desk_passage_get_why (get_passage (quotes, 0)), ==, "a verb of saying");

  g_assert_cmpuint (g_list_model_get_n_items (mentions), ==, 3);
  g_assert_cmpstr (desk_passage_get_markup (get_passage (mentions, 0)), ==, "🎈 <b>Ann Lee</b> spoke.");
  g_assert_cmpstr (desk_passage_get_markup (get_passage (mentions, 2)), ==, "<b>Lee</b> left.");

  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 2);
  g_assert_cmpstr (desk_passage_get_markup (get_passage (names, 0)), ==, "“Lee”");
  g_assert_cmpstr (desk_passage_get_caption (get_passage (names, 0)), ==, "2 mentions");

  g_assert_cmpuint (g_list_model_get_n_items (roles), ==, 1);
  g_assert_cmpstr (desk_passage_get_markup (get_passage (roles, 0)), ==, "head of co.");
  g_assert_cmpstr (desk_passage_get_caption (get_passage (roles, 0)), ==, "“It <is> so,” Lee & co. said.");
}

static void
test_long_sentence (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (DeskText) text = NULL;
  g_autofree char *context = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (words, "👨‍👩‍👧");
  g_string_append (words, "Lee");
  for (guint i = 0; i < 400; i++)
    g_string_append (words, "ü");
  text = desk_text_new (words->str, -1);
  context = desk_label_dup_context (text, (DeskRange) { 0, desk_text_get_length (text) }, (DeskRange) { 1000, 1003 });
  g_assert_true (g_str_has_prefix (context, "…👨‍👩‍👧"));
  g_assert_nonnull (strstr (context, "<b>Lee</b>ü"));
  g_assert_true (g_str_has_suffix (context, "ü…"));
  g_assert_cmpint (g_utf8_strlen (context, -1), <, 300);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_stepper (void)
{
  g_autoptr (DeskVersion) version = create_version ();
  g_autoptr (DeskAnalysis) analysis = create_analysis (version);
  DeskEntity *entity = desk_analysis_find_entity (analysis, "e1");
  DeskMentionStepper *stepper = desk_mention_stepper_new ();
  guint moved = 0, entity_notified = 0, index_notified = 0;

  g_signal_connect_swapped (stepper, "moved", G_CALLBACK (count_cb), &moved);
  g_signal_connect_swapped (stepper, "notify::entity", G_CALLBACK (count_cb), &entity_notified);
  g_signal_connect_swapped (stepper, "notify::index", G_CALLBACK (count_cb), &index_notified);

  g_assert_false (desk_mention_stepper_step (stepper, 1));
  g_assert_null (desk_mention_stepper_get_mention (stepper));

  desk_mention_stepper_start (stepper, entity, 0);
  g_assert_true (desk_mention_stepper_is_at (stepper, "e1"));
  g_assert_cmpuint (moved, ==, 1);
  g_assert_cmpuint (entity_notified, ==, 1);
  g_assert_cmpuint (index_notified, ==, 0);

  g_assert_true (desk_mention_stepper_step (stepper, -1));
  g_assert_cmpuint (desk_mention_stepper_get_index (stepper), ==, 2);
  g_assert_cmpstr (desk_mention_get_text (desk_mention_stepper_get_mention (stepper)), ==, "Lee");
  g_assert_true (desk_mention_stepper_step (stepper, 1));
  g_assert_cmpuint (desk_mention_stepper_get_index (stepper), ==, 0);
  g_assert_cmpuint (moved, ==, 3);
  g_assert_cmpuint (entity_notified, ==, 1);
  g_assert_cmpuint (index_notified, ==, 2);

  /* Lighting scrolls nothing. */
  desk_mention_stepper_light (stepper, entity, 1);
  g_assert_cmpuint (moved, ==, 3);
  desk_mention_stepper_clear (stepper);
  g_assert_null (desk_mention_stepper_get_entity (stepper));
  g_assert_false (desk_mention_stepper_is_at (stepper, "e1"));
  g_assert_cmpuint (entity_notified, ==, 2);

  g_assert_finalize_object (stepper);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/inspector/words/dates", test_dates);
  g_test_add_func ("/inspector/words/typed-days", test_typed_days);
  g_test_add_func ("/inspector/words/typed-months", test_typed_months);
  g_test_add_func ("/inspector/words/initials", test_initials);
  g_test_add_func ("/inspector/words/languages", test_languages);
  g_test_add_func ("/inspector/words/origins", test_origins);
  g_test_add_func ("/inspector/words/lines", test_lines);
  g_test_add_func ("/inspector/words/passages", test_passages);
  g_test_add_func ("/inspector/words/long-sentence", test_long_sentence);
  g_test_add_func ("/inspector/stepper", test_stepper);

  return g_test_run ();
}
