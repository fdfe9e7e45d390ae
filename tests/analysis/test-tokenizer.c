/* The tokeniser: offsets, clitics, abbreviations, scripts, time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-fold.h"
#include "desk-tokenizer.h"

static DeskLexicon *lexicon;

/* The tokens of a text with bars between them. */
static char *
cut (const char *text)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  GString *out = g_string_new (NULL);

  desk_tokenize (lexicon, text, strlen (text), 0, 0, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const DeskToken *token = desk_token_at (tokens, i);

      if (i > 0)
        g_string_append_c (out, '|');
      g_string_append_len (out, text + token->byte, token->n_bytes);
    }

  return g_string_free (out, FALSE);
}

static void
assert_cut (const char *text,
            const char *expected)
{
  g_autofree char *actual = cut (text);

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_words (void)
{
  assert_cut ("", "");
  assert_cut ("  \n\t ", "");
  assert_cut ("The vote, held late, failed.", "The|vote|,|held|late|,|failed|.");
  assert_cut ("Austin-Wei call", "Austin|-|Wei|call");
  assert_cut ("a multi-year plan", "a|multi|-|year|plan");
  assert_cut ("rock \xe2\x80\x94 and roll--loud", "rock|\xe2\x80\x94|and|roll|--|loud");
  assert_cut ("G7 and A320neo and 5th", "G7|and|A320neo|and|5|th");
  assert_cut ("1,000.50 at 10:30 in the 1990s", "1,000.50|at|10:30|in|the|1990|s");
  assert_cut ("Wait... what?! No!!!", "Wait|...|what|?|!|No|!!!");
  assert_cut ("50% of $3.5bn", "50|%|of|$|3.5|bn");
}

static void
test_clitics (void)
{
  assert_cut ("China's foreign minister", "China|'s|foreign|minister");
  assert_cut ("China\xe2\x80\x99s", "China|\xe2\x80\x99s");
  assert_cut ("the U.S.'s view", "the|U.S.|'s|view");
  assert_cut ("CHINA'S VIEW", "CHINA|'S|VIEW");
  assert_cut ("They don't, can't and won\xe2\x80\x99t", "They|do|n't|,|ca|n't|and|wo|n\xe2\x80\x99t");
  assert_cut ("we're they've I'll he'd I'm", "we|'re|they|'ve|I|'ll|he|'d|I|'m");
  assert_cut ("O'Brien met Xi'an's Qur'an reader", "O'Brien|met|Xi'an|'s|Qur'an|reader");
  assert_cut ("the workers' vote", "the|workers|'|vote");
  assert_cut ("'Not now,' she said", "'|Not|now|,|'|she|said");
  assert_cut ("C\xc3\xb4te d'Ivoire", "C\xc3\xb4te|d'Ivoire");
}

static void
test_abbreviations (void)
{
  assert_cut ("Brig. Gen. Pat Moss", "Brig.|Gen.|Pat|Moss");
  assert_cut ("U.S. and U.K. and a.m. and Ph.D. end", "U.S.|and|U.K.|and|a.m.|and|Ph.D.|end");
  assert_cut ("On Jan. 5 No. 10 said no. He left.", "On|Jan.|5|No.|10|said|no|.|He|left|.");
  assert_cut ("J. K. Moss and J.R. Moss", "J.|K.|Moss|and|J.R.|Moss");
  assert_cut ("He sat. It was Sat. 5 May, under the Sun. Hot.", "He|sat|.|It|was|Sat.|5|May|,|under|the|Sun|.|Hot|.");
  assert_cut ("Acme Inc. and Acme Co. Ltd.", "Acme|Inc.|and|Acme|Co.|Ltd.");
  assert_cut ("So do I. Then", "So|do|I|.|Then");
  assert_cut ("ends.Next one", "ends|.|Next|one");
}

static void
test_addresses (void)
{
  assert_cut ("see https://example.org/a?b=c, or", "see|https://example.org/a?b=c|,|or");
  assert_cut ("write to a.b-c@example.org now", "write|to|a.b-c@example.org|now");
  assert_cut ("by @some_one on #topic1", "by|@some_one|on|#topic1");
  assert_cut ("at example.com.", "at|example.com|.");
  assert_cut ("a @ b # c", "a|@|b|#|c");
}

static void
test_scripts (void)
{
  assert_cut ("\xe5\x8c\x97\xe4\xba\xac\xe3\x80\x82", "\xe5\x8c\x97|\xe4\xba\xac|\xe3\x80\x82");
  assert_cut ("\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0, \xd0\xb4\xd0\xb0", "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0|,|\xd0\xb4\xd0\xb0");
  /* A letter with a combining accent, a flag, a family of joined pictures: each in one token. */
  assert_cut ("cafe\xcc\x81 x", "cafe\xcc\x81|x");
  assert_cut ("\xf0\x9f\x87\xab\xf0\x9f\x87\xb7 ok", "\xf0\x9f\x87\xab\xf0\x9f\x87\xb7|ok");
  assert_cut ("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7!", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7|!");
}

static void
test_offsets (void)
{
  const char *text = "Zo\xc3\xab \xf0\x9f\x98\x80 said \xe2\x80\x9cyes\xe2\x80\x9d";
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  const DeskToken *token;

  desk_tokenize (lexicon, text, strlen (text), 100, 1000, tokens);
  g_assert_cmpuint (tokens->len, ==, 6);
  token = desk_token_at (tokens, 1);
  g_assert_cmpuint (token->start, ==, 104);
  g_assert_cmpuint (token->end, ==, 105);
  g_assert_cmpuint (token->byte, ==, 1005);
  token = desk_token_at (tokens, 4);
  g_assert_cmpuint (token->start, ==, 112);
  g_assert_cmpuint (token->end, ==, 115);
  g_assert_true (token->glued);
  g_assert_cmpint (desk_token_at (tokens, 5)->kind, ==, DESK_TOKEN_QUOTE);
}

static void
test_shapes (void)
{
  const char *text = "the Kim NATO U.S. McKay 5 A iPhone";
  const DeskShape shapes[] = { DESK_SHAPE_LOWER, DESK_SHAPE_CAPITAL, DESK_SHAPE_UPPER, DESK_SHAPE_UPPER, DESK_SHAPE_MIXED, DESK_SHAPE_NONE, DESK_SHAPE_CAPITAL, DESK_SHAPE_MIXED };
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));

  desk_tokenize (lexicon, text, strlen (text), 0, 0, tokens);
  g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (shapes));
  for (guint i = 0; i < tokens->len; i++)
    g_assert_cmpint (desk_token_at (tokens, i)->shape, ==, shapes[i]);
}

static void
test_fold (void)
{
  static const char *const pairs[][2] = {
    { "China", "china" },
    { "S\xc3\xa3o", "sao" },
    { "\xc5\x81\xc3\xb3\x64\xc5\xba", "lodz" },
    { "Stra\xc3\x9f"
      "e",
      "strasse" },
    { "cafe\xcc\x81", "cafe" },
    { "O\xe2\x80\x99"
      "Brien",
      "o'brien" },
    { "co\xc2\xadoperate", "cooperate" },
    { "\xed\x95\x9c\xea\xb5\xad", "\xed\x95\x9c\xea\xb5\xad" },
  };
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      desk_fold_word (pairs[i][0], strlen (pairs[i][0]), folded);
      g_assert_cmpstr (folded->str, ==, pairs[i][1]);
    }
}

/* Whatever comes: every character that is no space is in one token, in order. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", "B", "U.S.", "'", "\"", ".", ". ", " ", "\n", "\xe2\x80\x99", "s", "t", "n't", "@", "#", "1", ",", "-", "\xcc\x81", "\xe2\x80\x8d", "\xf0\x9f\x98\x80", "\xe5\x8c\x97", "www.", "http://", "x.org", "\xef\xbb\xbf", "\xd8\x9f", "(", ")" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint n = 0; n < 3000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
      guint length = g_rand_int_range (random, 0, 40);
      gsize byte = 0;
      guint code_point = 0;

      for (guint i = 0; i < length; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      desk_tokenize (lexicon, text->str, text->len, 0, 0, tokens);

      for (guint i = 0; i < tokens->len; i++)
        {
          const DeskToken *token = desk_token_at (tokens, i);

          g_assert_cmpuint (token->n_bytes, >, 0);
          g_assert_cmpuint (token->byte, >=, byte);
          g_assert_cmpuint (token->start, >=, code_point);
          if (i > 0)
            g_assert_cmpint (token->glued, ==, token->byte == byte);
          for (; byte < token->byte; byte = g_utf8_next_char (text->str + byte) - text->str)
            {
              gunichar c = g_utf8_get_char (text->str + byte);

              g_assert_true (g_unichar_isspace (c) || c == 0xFEFF);
              code_point++;
            }
          g_assert_cmpuint (token->start, ==, code_point);
          g_assert_true (g_utf8_validate (text->str + token->byte, token->n_bytes, NULL));
          code_point += g_utf8_strlen (text->str + token->byte, token->n_bytes);
          byte += token->n_bytes;
          g_assert_cmpuint (token->end, ==, code_point);
        }
    }
}

static void
test_lexicon_time (void)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (DeskLexicon) again = desk_lexicon_new ();
  double elapsed = (g_get_monotonic_time () - start) / 1000.0;
  DeskClass classes;

  g_test_minimized_result (elapsed, "word lists read in %.1f ms", elapsed);
  classes = desk_lexicon_get_classes (again, desk_lexicon_find_word (again, "said", 4));
  g_assert_true (classes & DESK_CLASS_CUE);
  g_assert_cmpstr (desk_lexicon_find_country (again, "KH")->name, ==, "Cambodia");
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = desk_lexicon_new ();

  g_test_add_func ("/analysis/tokenizer/words", test_words);
  g_test_add_func ("/analysis/tokenizer/clitics", test_clitics);
  g_test_add_func ("/analysis/tokenizer/abbreviations", test_abbreviations);
  g_test_add_func ("/analysis/tokenizer/addresses", test_addresses);
  g_test_add_func ("/analysis/tokenizer/scripts", test_scripts);
  g_test_add_func ("/analysis/tokenizer/offsets", test_offsets);
  g_test_add_func ("/analysis/tokenizer/shapes", test_shapes);
  g_test_add_func ("/analysis/tokenizer/fold", test_fold);
  g_test_add_func ("/analysis/tokenizer/random", test_random);
  g_test_add_func ("/analysis/lexicon/time", test_lexicon_time);

  result = g_test_run ();
  g_object_unref (lexicon);

  return result;
}
