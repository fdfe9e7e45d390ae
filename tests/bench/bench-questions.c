/* Measures questions about entities of a library, and how fast a repair of many articles shows.
 *
 *   bench-questions FOLDER [COUNT]   makes a library of so many analysed articles there if there is none (10,000), then
 *                                    prints one line a measure: name, value, unit
 *
 * “Pat Ryder” stands in a fifth of the articles and “Patrick Ryder” in another; both say something in each. Each article
 * has somebody who stands in no other.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "desk-library.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"

#define N_COUNT 10000
#define N_ENTITIES 25
#define N_PEOPLE 5000
#define N_PARAGRAPHS 12
#define N_WAITING 200

static double
milliseconds_since (gint64 begin)
{
  return (g_get_monotonic_time () - begin) / 1000.0;
}

/* What this process alone needed, however busy the machine is. */
static double
get_cpu_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
print (const char *name,
       double value,
       const char *unit)
{
  printf ("%-52s %10.2f %s\n", name, value, unit);
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(DeskLibrary **) data = desk_library_open_finish (result, &error);
  g_assert_no_error (error);
}

static DeskLibrary *
open_library (const char *folder)
{
  DeskLibrary *library = NULL;

  desk_library_open_async (folder, NULL, opened_cb, &library);
  while (library == NULL)
    g_main_context_iteration (NULL, TRUE);

  return library;
}

/* An invented person, some far more often than others. */
static char *
dup_person (guint number)
{
  static const char *const firsts[] = { "Ann", "Bo", "Carl", "Dora", "Erik", "Fay", "Gus", "Hal", "Ida", "Jo" };

  return g_strdup_printf ("%s Name%u", firsts[number % G_N_ELEMENTS (firsts)], number);
}

static void
add_mention (DeskEntity *entity,
             GString *text,
             guint offset,
             const char *words)
{
  guint start = offset + (guint) text->len;
  g_autoptr (DeskMention) mention = desk_mention_new (start, start + (guint) strlen (words), words, DESK_CONFIDENCE_LIKELY, "a name");

  g_string_append (text, words);
  desk_entity_add_mention (entity, mention);
  desk_entity_add_alias (entity, words);
}

/* A paragraph that names two entities and quotes one of them. All is ASCII, so bytes are code points. */
static char *
make_paragraph (GRand *random,
                GPtrArray *entities,
                DeskAnalysis *analysis,
                guint offset)
{
  GString *text = g_string_new (NULL);
  DeskEntity *first = g_ptr_array_index (entities, g_rand_int_range (random, 0, (int) entities->len));
  DeskEntity *second = g_ptr_array_index (entities, g_rand_int_range (random, 0, (int) entities->len));
  DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);
  DeskRange part;

  add_mention (first, text, offset, desk_entity_get_name (first));
  g_string_append (text, " met ");
  add_mention (second, text, offset, desk_entity_get_name (second));
  g_string_append (text, " to speak of the harbour and the long road that leads to it from the hills of the north. \"");
  part.start = offset + (guint) text->len;
  g_string_append_printf (text, "We saw matter number %d and thought of topic%d", g_rand_int_range (random, 0, 1000), g_rand_int_range (random, 0, 100));
  part.end = offset + (guint) text->len;
  g_string_append (text, "\", ");
  quote->speaker_span.start = offset + (guint) text->len;
  add_mention (first, text, offset, desk_entity_get_name (first));
  quote->speaker_span.end = offset + (guint) text->len;
  g_string_append (text, " said, as the ships came in and the evening fell over the town and its old walls.");
  g_array_append_val (quote->parts, part);
  quote->speaker = g_strdup (desk_entity_get_id (first));
  desk_analysis_take_quote (analysis, quote);
  desk_analysis_add_sentence (analysis, offset, offset + (guint) text->len);

  return g_string_free (text, FALSE);
}

static GPtrArray *
make_entities (GRand *random,
               guint number)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ENTITIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);
      g_autofree char *name = NULL;

      if (i == 0 && number % 5 < 2)
        name = g_strdup (number % 5 == 0 ? "Pat Ryder" : "Patrick Ryder");
      else if (i == 1)
        name = g_strdup_printf ("Once %c%u", 'A' + (char) (number % 26), number);
      else
        name = dup_person ((guint) (g_rand_double (random) * g_rand_double (random) * N_PEOPLE));
      g_ptr_array_add (entities, desk_entity_new (id, name, DESK_ENTITY_KIND_PERSON));
    }

  return entities;
}

/* `analysis`: (out) what belongs to it. */
static DeskArticle *
make_article (GRand *random,
              guint number,
              DeskAnalysis **analysis)
{
  static const char *const sources[] = { "Harbour Herald", "The Tide", "Morning Post", "Northern Wire" };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (GPtrArray) entities = make_entities (random, number);
  g_autofree char *headline = g_strdup_printf ("What happened on day %u", number);
  g_autofree char *id = desk_uuid_new ();
  g_autofree char *published = g_strdup_printf ("20%02u-%02u-%02u", number / 336 % 24, number / 28 % 12 + 1, number % 28 + 1);
  guint offset = (guint) strlen (headline) + 2;
  DeskArticle *article;

  *analysis = desk_analysis_new ("bench-1", "en");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, headline);
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *paragraph = NULL;

      /* The one who is asked about says something in each article. */
      if (i == 0)
        {
          g_autoptr (GPtrArray) one = g_ptr_array_new ();

          g_ptr_array_add (one, g_ptr_array_index (entities, 0));
          paragraph = make_paragraph (random, one, *analysis, offset);
        }
      else
        {
          paragraph = make_paragraph (random, entities, *analysis, offset);
        }
      desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, paragraph);
      offset += (guint) strlen (paragraph) + 2;
    }
  for (guint i = 0; i < entities->len; i++)
    desk_analysis_add_entity (*analysis, g_ptr_array_index (entities, i));

  version = desk_version_builder_end (builder);
  article = desk_article_new (id, version);
  desk_article_set_field (article, DESK_FIELD_HEADLINE, headline, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_SOURCE, sources[number % G_N_ELEMENTS (sources)], DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_PUBLISHED, published, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);

  return article;
}

static void
saved_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_library_save_analysis_finish (DESK_LIBRARY (object), result, &error);
  g_assert_no_error (error);
  (*(guint *) data)--;
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = desk_library_add_article_finish (DESK_LIBRARY (object), result, NULL, &error);

  g_assert_no_error (error);
}

static void
fill (DeskLibrary *library,
      guint count)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  gint64 begin = g_get_monotonic_time ();
  guint n_waiting = 0;

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (DeskAnalysis) analysis = NULL;
      g_autoptr (DeskArticle) article = make_article (random, i, &analysis);
      DeskVersion *version = desk_article_get_version (article);
      const char *utf8 = desk_text_get_utf8 (desk_version_get_text (version));
      g_autoptr (GBytes) original = g_bytes_new (utf8, strlen (utf8));

      desk_library_add_article_async (library, article, original, NULL, added_cb, NULL);
      desk_library_save_analysis_async (library, desk_article_get_id (article), desk_version_get_hash (version),
                                        desk_article_get_published (article), analysis, NULL, saved_cb, &n_waiting);
      n_waiting++;
      while (n_waiting > N_WAITING)
        g_main_context_iteration (NULL, TRUE);
    }
  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  print ("articles stored with their analyses", count / (milliseconds_since (begin) / 1000), "articles/s");
}

static void
wait_for_answer (DeskAnswerList *list)
{
  while (desk_answer_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_question (DeskLibrary *library,
                  const char *name,
                  DeskQuestionKind kind,
                  const char *entity,
                  const char *words,
                  const char *source,
                  const char *from)
{
  g_autoptr (DeskQuestion) question = desk_question_new (kind, entity, DESK_ENTITY_KIND_PERSON);
  g_autoptr (DeskAnswerList) list = NULL;
  double best = G_MAXDOUBLE;
  double best_cpu = G_MAXDOUBLE;
  double first = 0;

  question->words = g_strdup (words);
  question->source = g_strdup (source);
  question->from = g_strdup (from);
  for (guint i = 0; i < 5; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double cpu = get_cpu_milliseconds ();

      g_clear_object (&list);
      list = desk_library_ask (library, question);
      wait_for_answer (list);
      if (i == 0)
        first = milliseconds_since (begin);
      best = MIN (best, milliseconds_since (begin));
      best_cpu = MIN (best_cpu, get_cpu_milliseconds () - cpu);
    }
  {
    g_autofree char *first_name = g_strconcat (name, ", first time", NULL);

    print (first_name, first, "ms");
    print (name, best, "ms");
    print ("", best_cpu, "ms of CPU");
    print ("", g_list_model_get_n_items (G_LIST_MODEL (list)), "rows");
  }
}

static void
measure_typing (DeskLibrary *library,
                const char *typed)
{
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_KNOWN, NULL, DESK_ENTITY_KIND_PERSON);
  g_autofree char *name = g_strdup_printf ("names for “%s”", typed);
  guint n_rows = 0;
  double best = G_MAXDOUBLE;
  double worst = 0;

  question->words = g_strdup (typed);
  for (guint i = 0; i < 5; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (DeskAnswerList) list = desk_library_ask (library, question);
      double time;

      wait_for_answer (list);
      time = milliseconds_since (begin);
      best = MIN (best, time);
      worst = MAX (worst, time);
      n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
    }
  print (name, best, "ms");
  print ("  at worst", worst, "ms");
  print ("", n_rows, "rows");
}

static void
applied_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_library_apply_finish (DESK_LIBRARY (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
undone_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskStep) step = desk_library_undo_finish (DESK_LIBRARY (object), result, NULL);

  g_assert_nonnull (step);
  *(gboolean *) data = TRUE;
}

static void
changed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* From the command until a list that is open shows it. */
static void
measure_join (DeskLibrary *library)
{
  const DeskIdentity subject = { DESK_ENTITY_KIND_PERSON, (char *) "Patrick Ryder" };
  const DeskIdentity target = { DESK_ENTITY_KIND_PERSON, (char *) "Pat Ryder" };
  g_autoptr (DeskQuestion) question = desk_question_new (DESK_QUESTION_KIND_ARTICLES, "Pat Ryder", DESK_ENTITY_KIND_PERSON);
  g_autoptr (DeskAnswerList) list = desk_library_ask (library, question);
  g_autoptr (DeskRule) rule = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, NULL);
  g_autoptr (DeskStep) step = desk_step_new ("Join");
  gboolean done = FALSE;
  gboolean changed = FALSE;
  gint64 begin;

  wait_for_answer (list);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (changed_cb), &changed);
  desk_rule_set_subject (rule, &subject);
  desk_rule_set_target (rule, &target);
  desk_step_add (step, DESK_CHANGE_RULE, "", desk_rule_get_id (rule), NULL, desk_rule_to_variant (rule));

  begin = g_get_monotonic_time ();
  desk_library_apply_async (library, step, NULL, applied_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  print ("join over two fifths of the library, on disk", milliseconds_since (begin), "ms");
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  print ("join over two fifths of the library, in an open list", milliseconds_since (begin), "ms");

  measure_question (library, "articles of both", DESK_QUESTION_KIND_ARTICLES, "Pat Ryder", NULL, NULL, NULL);
  measure_question (library, "quotes of both", DESK_QUESTION_KIND_SAID, "Pat Ryder", NULL, NULL, NULL);
  measure_question (library, "quotes of both with a word", DESK_QUESTION_KIND_SAID, "Pat Ryder", "topic7", NULL, NULL);
  measure_typing (library, "ryder");
  measure_question (library, "who is named with both", DESK_QUESTION_KIND_COMPANY, "Pat Ryder", NULL, NULL, NULL);

  done = changed = FALSE;
  begin = g_get_monotonic_time ();
  desk_library_undo_async (library, NULL, undone_cb, &done);
  while (!done || !changed)
    g_main_context_iteration (NULL, TRUE);
  print ("undo of the join, in an open list", milliseconds_since (begin), "ms");
}

/* Rules on one analysis, as an open article applies them. */
static void
measure_apply (guint n_paragraphs,
               guint n_rules)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) entities = make_entities (random, 0);
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new ("bench-1", "en");
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (DeskText) text = NULL;
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DeskRuleSet) set = NULL;
  g_autofree char *name = NULL;
  double best = G_MAXDOUBLE;
  gint64 begin;

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *paragraph = make_paragraph (random, entities, analysis, (guint) utf8->len);

      g_string_append_printf (utf8, "%s\n\n", paragraph);
    }
  for (guint i = 0; i < entities->len; i++)
    desk_analysis_add_entity (analysis, g_ptr_array_index (entities, i));
  text = desk_text_new (utf8->str, -1);

  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *from = dup_person (i);
      g_autofree char *to = dup_person (i + N_PEOPLE);
      const DeskIdentity subject = { DESK_ENTITY_KIND_PERSON, i == 0 ? (char *) "Pat Ryder" : from };
      const DeskIdentity target = { DESK_ENTITY_KIND_PERSON, to };
      DeskRule *rule = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, NULL);

      desk_rule_set_subject (rule, &subject);
      desk_rule_set_target (rule, &target);
      g_ptr_array_add (rules, rule);
    }
  begin = g_get_monotonic_time ();
  set = desk_rule_set_new (rules);
  print ("set of rules made ready", milliseconds_since (begin), "ms");

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DeskAnalysis) applied = NULL;

      begin = g_get_monotonic_time ();
      applied = desk_rule_set_apply (set, "article", text, analysis);
      best = MIN (best, milliseconds_since (begin));
    }
  name = g_strdup_printf ("%u rules applied to %u words, %u mentions", n_rules, n_paragraphs * 50, n_paragraphs * 3);
  print (name, best, "ms");
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (DeskLibrary) library = NULL;
  g_autofree char *path = NULL;
  gboolean is_new;

  if (argc < 2)
    {
      fprintf (stderr, "Usage: bench-questions FOLDER [COUNT]\n");
      return 2;
    }

  path = g_build_filename (argv[1], "library.db", NULL);
  is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  library = open_library (argv[1]);
  if (is_new)
    fill (library, argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : N_COUNT);

  measure_question (library, "articles", DESK_QUESTION_KIND_ARTICLES, "Pat Ryder", NULL, NULL, NULL);
  measure_question (library, "quotes", DESK_QUESTION_KIND_SAID, "Pat Ryder", NULL, NULL, NULL);
  measure_question (library, "quotes with a word", DESK_QUESTION_KIND_SAID, "Pat Ryder", "topic7", NULL, NULL);
  measure_question (library, "quotes with a rare word", DESK_QUESTION_KIND_SAID, "Pat Ryder", "777", NULL, NULL);
  measure_question (library, "quotes of a source since a day", DESK_QUESTION_KIND_SAID, "Pat Ryder", NULL, "tide", "2015-01-01");
  measure_question (library, "quotes of somebody rare", DESK_QUESTION_KIND_SAID, "Ann Name4000", NULL, NULL, NULL);
  measure_typing (library, "n");
  measure_typing (library, "o");
  measure_typing (library, "a");
  measure_typing (library, "pat");
  measure_typing (library, "ann name4");
  measure_typing (library, "name4000");
  measure_typing (library, "nobody");
  measure_question (library, "who is named with", DESK_QUESTION_KIND_COMPANY, "Pat Ryder", NULL, NULL, NULL);
  measure_join (library);
  desk_library_close (library);

  measure_apply (12, 1);
  measure_apply (12, 1000);
  measure_apply (2000, 1000);

  return 0;
}
