/* Dates of texts that nobody writes: endless, nested, out of range, words of dates in any order.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"

#include <time.h>

/* What a value looks like in EDTF level 1 with ISO weeks, or as a length of ISO 8601. */
#define ONE "(\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d)?)?|-W\\d\\d)?|\\d{3}X|\\d{2}XX)"
#define LENGTH "P(\\d+(\\.\\d)?[YMWD])*(T(\\d+(\\.\\d)?[HMS])+)?"

static DeskAnalyzer *analyzer;
static GRegex *value_regex;

/* Seconds of the processor, which other programs do not lengthen; checks what was found. */
static double
run (const char *text,
     const char *language,
     const char *published)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  clock_t start = clock ();
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_find_dates (analyzer, version, language, published);
  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  guint last = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const DeskDate *date = dates->pdata[i];

      g_assert_cmpuint (date->span.start, >=, last);
      g_assert_cmpuint (date->span.end, >, date->span.start);
      g_assert_nonnull (date->why);
      if (date->value != NULL && !g_regex_match (value_regex, date->value, 0, NULL))
        g_test_fail_printf ("“%s” in “%.200s”: %s", date->text, text, date->value);
      if (published == NULL && date->relative && date->type == DESK_DATE_TYPE_DATE && date->confidence == DESK_CONFIDENCE_SURE)
        g_test_fail_printf ("“%s” is sure without a day of publication", date->text);
      last = date->span.end;
    }
  g_assert_cmpuint (last, <=, desk_text_get_length (desk_version_get_text (version)));

  return seconds;
}

static char *
repeat (const char *piece,
        guint n)
{
  GString *out = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (out, piece);

  return g_string_free (out, FALSE);
}

static void
test_linear (void)
{
  static const char *const pieces[] = {
    "one ", "the last of the ", "two days after ", "twenty-five and ", "Monday, May 3 to 5, 2020 and ", "12-", "the week of the week of ",
    "early mid late ", "at half past ", "every other every ", "a hundred and ", "next last this ", "May-", "2020/", "the the ", "Christmas Eve eve ",
    "was to be to be ", "5 and ", "[ten", "'99", "two months and ten days and "
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *small = repeat (pieces[i], 5000);
      g_autofree char *large = repeat (pieces[i], 20000);
      double one = run (small, "en", "2023-03-15");
      double four = run (large, "en", "2023-03-15");

      if (four > 10 * one + 0.25)
        g_test_fail_printf ("“%s”: %.3f s for one, %.3f s for four", pieces[i], one, four);
    }
}

/* Words of dates in any order. */
static void
test_soup (void)
{
  static const char *const words[] = {
    "the", "a", "last", "next", "this", "that", "same", "early", "mid", "late", "-", "–", "Monday", "Friday", "May", "March", "June", "Dec.", "5", "12", "29",
    "31", "99", "2020", "1914", "9999", "0", "1", "week", "weeks", "month", "year", "years", "decade", "century", "day", "days", "weekend", "quarter", "half",
    "first", "third", "twentieth", "of", "in", "on", "at", "to", "and", "between", "from", "until", "after", "before", "ago", "later", "earlier", "now", "two",
    "twenty", "hundred", "thousand", "few", "several", "every", "each", "other", "twice", "times", "summer", "winter", "Christmas", "Easter", "New", "Year",
    "'s", "Eve", "Thanksgiving", "weekend", "morning", "night", "noon", "midnight", "o'clock", "p.m.", "GMT", "10:30", "25:61", "/", ",", ".", "'", "90", "s",
    "th", "st", "Q3", "H1", "fiscal", "February", "29", "30", "will", "was", "would", "meets", "million", "million", "BC", "1582", "9998", "W53", "[", "]", "("
  };
  static const char *const days[] = { "2023-03-15", "2020-02-29", "2024-12-31", "0001-01-01", "9998-12-31", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260317);

  for (guint i = 0; i < 6000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = g_rand_int_range (rand, 1, 24);

      for (guint k = 0; k < n; k++)
        {
          g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
          if (g_rand_int_range (rand, 0, 5) > 0)
            g_string_append_c (text, ' ');
        }
      run (text->str, "en", days[i % G_N_ELEMENTS (days)]);
      run (text->str, i % 2 == 0 ? "de" : "pt-BR", days[i % G_N_ELEMENTS (days)]);
    }
}

/* Two microseconds a word are the target for the dates; cutting into words and checks come on top, and sanitizers. */
static void
test_speed (void)
{
  g_autofree char *text = repeat ("The minister told reporters on Tuesday that talks with the rebels would resume next week, two months after the truce of 3 May. ", 4000);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    best = MIN (best, run (text, "en", "2023-03-15"));
  g_test_message ("%.2f µs a word, with cutting into words", best * 1e6 / (4000 * 23));
  g_assert_cmpfloat (best * 1e6 / (4000 * 23), <, 20);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();
  value_regex = g_regex_new ("^(" ONE "(/" ONE ")?|" LENGTH ")$", 0, 0, NULL);

  g_test_add_func ("/analysis/dates-stress/linear", test_linear);
  g_test_add_func ("/analysis/dates-stress/soup", test_soup);
  g_test_add_func ("/analysis/dates-stress/speed", test_speed);

  result = g_test_run ();
  g_regex_unref (value_regex);
  g_object_unref (analyzer);

  return result;
}
