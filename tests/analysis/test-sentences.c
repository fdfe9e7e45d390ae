/* Where sentences end.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"

static DeskAnalyzer *analyzer;

/* @expected: the sentences with bars between them. */
static void
assert_split (const char *text,
              const char *expected)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, "en", NULL, NULL, NULL);
  g_autoptr (GString) actual = g_string_new (NULL);
  GArray *sentences = desk_analysis_get_sentences (analysis);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DeskRange *range = &g_array_index (sentences, DeskRange, i);
      g_autofree char *slice = test_slice (version, range->start, range->end);

      if (i > 0)
        g_string_append_c (actual, '|');
      g_string_append (actual, slice);
    }

  if (g_strcmp0 (actual->str, expected) != 0)
    g_test_fail_printf ("%s\n#  got: %s\n# want: %s", text, actual->str, expected);
}

static void
test_plain (void)
{
  assert_split ("It rained. It stopped.", "It rained.|It stopped.");
  assert_split ("Did it rain? It did! Good.", "Did it rain?|It did!|Good.");
  assert_split ("No end at all", "No end at all");
  assert_split ("It rose 3.5 percent. Sales fell.", "It rose 3.5 percent.|Sales fell.");
  assert_split ("One block\n\nAnother block", "One block|Another block");
}

static void
test_abbreviations (void)
{
  assert_split ("Brig. Gen. Pat Moss spoke. He left.", "Brig. Gen. Pat Moss spoke.|He left.");
  assert_split ("The U.S. Senate voted. It passed.", "The U.S. Senate voted.|It passed.");
  assert_split ("They flew over the U.S. It was cold.", "They flew over the U.S.|It was cold.");
  assert_split ("They met at 5 p.m. on Monday. All came.", "They met at 5 p.m. on Monday.|All came.");
  assert_split ("They met at 5 p.m. The hall was full.", "They met at 5 p.m.|The hall was full.");
  assert_split ("On Jan. 5 it began. On Feb. 6 it ended.", "On Jan. 5 it began.|On Feb. 6 it ended.");
  assert_split ("J. K. Moss wrote it. She said so.", "J. K. Moss wrote it.|She said so.");
  assert_split ("Acme Inc. Chairman Jo Moss quit. Why?", "Acme Inc. Chairman Jo Moss quit.|Why?");
  assert_split ("He works for Acme Inc. He is 40.", "He works for Acme Inc.|He is 40.");
  assert_split ("Mr. and Mrs. Moss, Dr. Kay et al. came. Fine.", "Mr. and Mrs. Moss, Dr. Kay et al. came.|Fine.");
  assert_split ("The answer is no. They left.", "The answer is no.|They left.");
}

static void
test_quotes (void)
{
  assert_split ("\"We won.\" The crowd sang.", "\"We won.\"|The crowd sang.");
  assert_split ("\"Stop!\" he cried. All did.", "\"Stop!\" he cried.|All did.");
  assert_split ("\"Why?\" Moss asked. No one knew.", "\"Why?\" Moss asked.|No one knew.");
  assert_split ("\"Why?\" The hall fell silent.", "\"Why?\"|The hall fell silent.");
  assert_split ("He called it \"a mess.\" \"It is,\" she said.", "He called it \"a mess.\"|\"It is,\" she said.");
  assert_split ("\xe2\x80\x9cWe won.\xe2\x80\x9d Then: \xe2\x80\x9cWe lost.\xe2\x80\x9d", "\xe2\x80\x9cWe won.\xe2\x80\x9d|Then: \xe2\x80\x9cWe lost.\xe2\x80\x9d");
  assert_split ("It ended (as planned.) They left.", "It ended (as planned.)|They left.");
}

static void
test_dots (void)
{
  assert_split ("We will ... see. Yes.", "We will ... see.|Yes.");
  assert_split ("We will see\xe2\x80\xa6 Then we left.", "We will see\xe2\x80\xa6|Then we left.");
  assert_split ("See example.com. It is good.", "See example.com.|It is good.");
  assert_split ("What?! Never.", "What?!|Never.");
}

static void
test_scripts (void)
{
  assert_split ("\xe4\xbb\x96\xe8\xb5\xb0\xe4\xba\x86\xe3\x80\x82\xe5\xa4\xa9\xe9\xbb\x91\xe4\xba\x86\xef\xbc\x81", "\xe4\xbb\x96\xe8\xb5\xb0\xe4\xba\x86\xe3\x80\x82|\xe5\xa4\xa9\xe9\xbb\x91\xe4\xba\x86\xef\xbc\x81");
  assert_split ("\xd9\x87\xd9\x84 \xd8\xb0\xd9\x87\xd8\xa8\xd8\x9f \xd9\x86\xd8\xb9\xd9\x85.", "\xd9\x87\xd9\x84 \xd8\xb0\xd9\x87\xd8\xa8\xd8\x9f|\xd9\x86\xd8\xb9\xd9\x85.");
  assert_split ("\xe0\xa4\xb5\xe0\xa4\xb9 \xe0\xa4\x97\xe0\xa4\xaf\xe0\xa4\xbe\xe0\xa5\xa4 \xe0\xa4\xa0\xe0\xa5\x80\xe0\xa4\x95\xe0\xa5\xa4", "\xe0\xa4\xb5\xe0\xa4\xb9 \xe0\xa4\x97\xe0\xa4\xaf\xe0\xa4\xbe\xe0\xa5\xa4|\xe0\xa4\xa0\xe0\xa5\x80\xe0\xa4\x95\xe0\xa5\xa4");
}

static void
test_lines (void)
{
  /* A caption's title stands on a line of its own; a paragraph's line break is only a wrap. */
  assert_split ("^ Storm Hits Coast\nA boat lies on the beach.", "Storm Hits Coast|A boat lies on the beach.");
}

static void
test_empty (void)
{
  g_autoptr (DeskVersion) version = test_version_new ("");
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (desk_analysis_get_sentences (analysis)->len, ==, 0);
  g_assert_cmpuint (desk_analysis_get_entities (analysis)->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/sentences/plain", test_plain);
  g_test_add_func ("/analysis/sentences/abbreviations", test_abbreviations);
  g_test_add_func ("/analysis/sentences/quotes", test_quotes);
  g_test_add_func ("/analysis/sentences/dots", test_dots);
  g_test_add_func ("/analysis/sentences/scripts", test_scripts);
  g_test_add_func ("/analysis/sentences/lines", test_lines);
  g_test_add_func ("/analysis/sentences/empty", test_empty);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
