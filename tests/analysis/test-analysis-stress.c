/* Texts that nobody writes: very long, without stops, nothing but marks or names, random.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "analysis-helpers.h"

static DeskAnalyzer *analyzer;

/* Offsets inside the text, ranges that are not empty, entities that exist. */
static void
check (DeskVersion *version,
       DeskAnalysis *analysis)
{
  guint length = desk_text_get_length (desk_version_get_text (version));
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  GPtrArray *statements = desk_analysis_get_statements (analysis);
  GArray *sentences = desk_analysis_get_sentences (analysis);
  guint last = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const DeskRange *range = &g_array_index (sentences, DeskRange, i);

      g_assert_cmpuint (range->start, >=, last);
      g_assert_cmpuint (range->end, >, range->start);
      last = range->end;
    }
  g_assert_cmpuint (last, <=, length);
  for (guint i = 0; i < entities->len; i++)
    {
      for (guint m = 0; m < desk_entity_get_n_mentions (entities->pdata[i]); m++)
        {
          DeskMention *mention = desk_entity_get_mention (entities->pdata[i], m);

          g_assert_cmpuint (desk_mention_get_start (mention), <, desk_mention_get_end (mention));
          g_assert_cmpuint (desk_mention_get_end (mention), <=, length);
        }
    }
  for (guint i = 0; i < quotes->len; i++)
    {
      const DeskQuote *quote = quotes->pdata[i];

      g_assert_cmpuint (quote->parts->len, >, 0);
      for (guint p = 0; p < quote->parts->len; p++)
        g_assert_cmpuint (g_array_index (quote->parts, DeskRange, p).end, <=, length);
      if (quote->speaker != NULL)
        g_assert_nonnull (desk_analysis_find_entity (analysis, quote->speaker));
    }
  for (guint i = 0; i < statements->len; i++)
    {
      const DeskStatement *statement = statements->pdata[i];

      g_assert_cmpuint (statement->content.start, <, statement->content.end);
      g_assert_cmpuint (statement->content.end, <=, length);
      g_assert_nonnull (statement->why);
      if (statement->speaker != NULL)
        g_assert_nonnull (desk_analysis_find_entity (analysis, statement->speaker));
    }
  for (guint i = 0; i < dates->len; i++)
    g_assert_cmpuint (((DeskDate *) dates->pdata[i])->span.end, <=, length);
}

/* Seconds for one text. */
static double
run (const char *text)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, "en", "2023-03-15", NULL, NULL);
  double seconds = (g_get_monotonic_time () - start) / 1e6;

  check (version, analysis);

  return seconds;
}

static char *
repeat (const char *piece,
        gsize n_bytes)
{
  GString *out = g_string_sized_new (n_bytes + strlen (piece));

  while (out->len < n_bytes)
    g_string_append (out, piece);

  return g_string_free (out, FALSE);
}

/* Eight times the text may take no more than a good eight times the time. */
static void
assert_linear (const char *piece,
               gsize n_bytes)
{
  g_autofree char *small = repeat (piece, n_bytes / 8);
  g_autofree char *large = repeat (piece, n_bytes);
  double one = run (small), eight = run (large);

  g_test_message ("%zu bytes of \"%.20s\": %.2f s, an eighth %.2f s", n_bytes, piece, eight, one);
  /* Times below a few milliseconds are noise. */
  g_assert_cmpfloat (eight, <, MAX (one, 0.02) * 24);
}

static void
test_plain (void)
{
  assert_linear ("word and more of it ", 5000000);
}

static void
test_capitals (void)
{
  assert_linear ("WORDS OF CAPITALS AND US ", 2000000);
  assert_linear ("Every Word Has One ", 2000000);
}

static void
test_marks (void)
{
  assert_linear ("\"", 1000000);
  assert_linear ("\" ", 500000);
  assert_linear ("' ", 500000);
  assert_linear (" 'a", 500000);
  assert_linear ("\xe2\x80\x9c ", 500000);
  assert_linear ("\xc2\xab\xe3\x80\x8c", 500000);
  assert_linear ("said \"a b c d e f\" ", 500000);
  assert_linear (". ", 500000);
  assert_linear ("!?", 500000);
}

/* Words of saying without a stop: each may look a bounded way only. */
static void
test_sayings (void)
{
  assert_linear ("said ", 500000);
  assert_linear ("said that he ", 500000);
  assert_linear ("he said, ", 500000);
  assert_linear ("Pia Kole said and told Tom Birch that ", 500000);
  assert_linear ("Kole, a teacher, ", 300000);
  assert_linear ("who said, which told, ", 300000);
  assert_linear ("according to the ", 300000);
  assert_linear ("of the mill and ", 500000);
  assert_linear (", and but he said ", 300000);
  assert_linear ("\"a,\" he said, ", 300000);
  assert_linear ("said \"a b\" and ", 300000);
  assert_linear ("called it a ", 300000);
  assert_linear ("(said (", 500000);
  assert_linear ("\"We came,\" Pia Kole said. \"We saw.\" ", 500000);
  assert_linear ("KOLE: We came.\n\n", 300000);
  assert_linear ("# \"a b\"\n\n", 500000);
  assert_linear ("\"We came.\n\n", 500000);
  assert_linear ("we came.\"\n\n", 500000);
  assert_linear ("Kole: \"a b\"\n\n", 500000);
}

static void
test_one_word (void)
{
  assert_linear ("a", 5000000);
  assert_linear ("Ab-", 1000000);
  assert_linear ("a.b@", 500000);
  assert_linear ("U.S.", 1000000);
  assert_linear ("1,", 1000000);
  assert_linear ("\xcc\x81", 1000000);
}

static void
test_dates (void)
{
  assert_linear ("Monday ", 500000);
  assert_linear ("5 June - ", 500000);
  assert_linear ("the end of the last early ", 500000);
}

static void
test_people (void)
{
  GString *text = g_string_new (NULL);
  double seconds;

  /* All different, then all of one family. */
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "President %c%c%c%c Kol%c%c%c left. ", 'A' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17576 % 26, 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26);
  seconds = run (text->str);
  g_test_message ("100,000 people: %.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 30);

  g_string_truncate (text, 0);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "President %c%c%c%c Kole met Kole. ", 'A' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17576 % 26);
  seconds = run (text->str);
  g_test_message ("20,000 people of one family: %.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 30);

  /* One person with very many forms of one name. */
  g_string_truncate (text, 0);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "President Ann %c%c%c%c Kole left. ", 'A' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17576 % 26);
  seconds = run (text->str);
  g_test_message ("20,000 forms of one name: %.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 30);
  g_string_free (text, TRUE);
}

static void
test_random (void)
{
  static const char *const pieces[] = { "Kole", "Pia", "the", "of", "said", "said that", "told", ", he said", "accused", "of lying", "who", "called it", "KOLE:", "according to", "President", "Ministry", "China", "'s", "\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "'", ",", ".", "\n", "\n\n", "\n\n# ", "\n\n^ ", "(", ")", "[", "]", "-", "Beijing", "foreign ministry", "last", "week", "June", "5", "2023", "1990s", "Brig.", "U.S.", "he", "who", "and", "to", ":", "von", "al", "a", "WHO", "\xe5\x8c\x97\xe4\xba\xac", "\xcc\x81", "every", "ago", "Inc.", "for", "&", "/", "AFP", "via", "Getty Images", "\xf0\x9f\x98\x80", "early", "the end of", "noon", "at", "10:30", "Q3", "third quarter", "'90s", "mid", "Jr." };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint n = 0; n < 4000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint length = g_rand_int_range (random, 0, 60);

      for (guint i = 0; i < length; i++)
        {
          g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_int_range (random, 0, 4) > 0)
            g_string_append_c (text, ' ');
        }
      run (text->str);
    }
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/stress/random", test_random);
  g_test_add_func ("/analysis/stress/plain", test_plain);
  g_test_add_func ("/analysis/stress/capitals", test_capitals);
  g_test_add_func ("/analysis/stress/marks", test_marks);
  g_test_add_func ("/analysis/stress/sayings", test_sayings);
  g_test_add_func ("/analysis/stress/one-word", test_one_word);
  g_test_add_func ("/analysis/stress/dates", test_dates);
  g_test_add_func ("/analysis/stress/people", test_people);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
