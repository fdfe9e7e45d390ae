/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-selection.h"
#include "desk-version-builder.h"

/* The text with | where the selection starts and ends. */
static DeskVersion *
make_version (const char *text,
              guint *start,
              guint *end)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  g_autofree char *whole = g_strjoinv ("", parts);
  g_auto (GStrv) blocks = g_strsplit (whole, "\n\n", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  *start = g_utf8_strlen (parts[0], -1);
  *end = *start + g_utf8_strlen (parts[1], -1);
  for (guint i = 0; blocks[i] != NULL; i++)
    desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, blocks[i]);

  return desk_version_builder_end (builder);
}

static char *
dup_marked (DeskVersion *version,
            guint start,
            guint end)
{
  DeskText *text = desk_version_get_text (version);
  g_autofree char *before = desk_text_dup_slice (text, 0, start);
  g_autofree char *inside = desk_text_dup_slice (text, start, end);
  g_autofree char *after = desk_text_dup_slice (text, end, G_MAXUINT);

  return g_strconcat (before, "|", inside, "|", after, NULL);
}

static const struct
{
  const char *drawn;
  const char *trimmed;
} cases[] = {
  /* nothing to do */
  { "a |white balloon| flew", "a |white balloon| flew" },
  { "|all|", "|all|" },
  /* white space */
  { "a| white balloon |flew", "a |white balloon| flew" },
  { "one|\n\ntwo\n\n|three", "one\n\n|two|\n\nthree" },
  { "a|\302\240b\302\240|c", "a\302\240|b|\302\240c" },
  /* what joins sentences and their parts */
  { "the |white balloon,| which", "the |white balloon|, which" },
  { "so| – it said – |flew", "so – |it said| – flew" },
  { "it—|said—|flew", "it—|said|—flew" },
  { "shot down|: the balloon;| then", "shot down: |the balloon|; then" },
  { "He left|. She stayed.|", "He left. |She stayed.|" },
  { "Why|? Because!|", "Why? |Because!|" },
  { "- |- item -| x", "- - |item| - x" },
  { "well|-known| man", "well|-known| man" },
  { "at |-5| degrees", "at |-5| degrees" },
  { "|.5 percent|", "|.5 percent|" },
  { "over |U.S.| airspace", "over |U.S.| airspace" },
  { "he waited |...and waited...|", "he waited |...and waited...|" },
  { "中国|,新华社,|北京", "中国,|新华社|,北京" },
  { "他说|。北京。|", "他说。|北京。|" },
  { "قال|، الوزير،| أمس", "قال، |الوزير|، أمس" },
  /* pairs */
  { "called |“immediately| after”", "called “|immediately| after”" },
  { "called “immediately |after”| it", "called “immediately |after|” it" },
  { "called |“immediately after”| it", "called |“immediately after”| it" },
  { "he said |“no.” She| left", "he said |“no.” She| left" },
  { "he |(the minister| said) so", "he (|the minister| said) so" },
  { "he (the |minister) said|", "he (the |minister) said|" },
  { "he (the |minister)| said", "he (the |minister|) said" },
  { "|(a) b (c)|", "|(a) b (c)|" },
  { "|((a)| b)", "(|(a)| b)" },
  { "(a |(b))| c", "(a |(b)|) c" },
  { "|[sic]| and {x}", "|[sic]| and {x}" },
  { "er sagte |„heute| nicht“", "er sagte „|heute| nicht“" },
  { "er sagte |„heute nicht“| und", "er sagte |„heute nicht“| und" },
  { "er sagte „heute |nicht“| und", "er sagte „heute |nicht|“ und" },
  { "er sagte |»heute nicht«| und", "er sagte |»heute nicht«| und" },
  { "er sagte »heute |nicht«| und", "er sagte »heute |nicht|« und" },
  { "il dit |« non »| hier", "il dit |« non »| hier" },
  { "il dit « |non »| hier", "il dit « |non| » hier" },
  { "hon sa |”nej”| idag", "hon sa |”nej”| idag" },
  { "|「北京」|", "|「北京」|" },
  { "他说|「北京|很好」", "他说「|北京|很好」" },
  { "said |\"no\"| twice", "said |\"no\"| twice" },
  { "said |\"no| way\"", "said \"|no| way\"" },
  { "said \"no |way\"| twice", "said \"no |way|\" twice" },
  { "“a |“b”,| c”", "“a |“b”|, c”" },
  /* apostrophes are no quotation marks */
  { "the |players’| union", "the |players’| union" },
  { "the |players'| union", "the |players'| union" },
  { "said ‘the |players’| today", "said ‘the |players|’ today" },
  { "said |‘the players’| today", "said |‘the players’| today" },
  { "in |’90s| fashion", "in |’90s| fashion" },
  { "|don’t| say it’s", "|don’t| say it’s" },
  { "‘we don’t’ and |players’| now", "‘we don’t’ and |players’| now" },
  /* nothing but punctuation stays */
  { "one| — |two", "one |—| two" },
  { "he said| “|no”", "he said |“|no”" },
  /* graphemes */
  { "a 👨‍👩|‍👧‍👦 b| c", "a |👨‍👩‍👧‍👦 b| c" },
  { "a |b 🇩|🇪 c", "a |b 🇩🇪| c" },
  { "Zu|\314\210rich| x", "Z|u\314\210rich| x" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint start;
      guint end;
      guint again_start;
      guint again_end;
      g_autoptr (DeskVersion) version = make_version (cases[i].drawn, &start, &end);
      g_autofree char *trimmed = NULL;

      g_assert_true (desk_selection_trim (version, &start, &end));
      trimmed = dup_marked (version, start, end);
      g_assert_cmpstr (trimmed, ==, cases[i].trimmed);

      /* Trimming what is trimmed changes nothing; nor does drawing it backwards. */
      again_start = end;
      again_end = start;
      g_assert_true (desk_selection_trim (version, &again_start, &again_end));
      g_assert_cmpuint (again_start, ==, start);
      g_assert_cmpuint (again_end, ==, end);
    }
}

static void
test_nothing (void)
{
  const struct
  {
    guint start;
    guint end;
  } nothing[] = { { 0, 0 }, { 3, 3 }, { 3, 4 }, { 7, 8 }, { 8, 7 }, { 99, 100 }, { G_MAXUINT, 11 } };
  guint start;
  guint end;
  g_autoptr (DeskVersion) version = make_version ("|abc def\n\nghi|", &start, &end);

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      start = nothing[i].start;
      end = nothing[i].end;
      /* The last block starts at 9, so 7 to 8 is in the gap; 11 is the last letter. */
      if (MIN (start, end) < 12 && MAX (start, end) > 11)
        {
          g_assert_true (desk_selection_trim (version, &start, &end));
          g_assert_cmpuint (start, ==, 11);
          g_assert_cmpuint (end, ==, 12);
          continue;
        }
      g_assert_false (desk_selection_trim (version, &start, &end));
      g_assert_cmpuint (start, ==, end);
      g_assert_cmpuint (end, <=, 12);
    }

  {
    g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
    g_autoptr (DeskVersion) empty = desk_version_builder_end (builder);

    start = 0;
    end = 5;
    g_assert_false (desk_selection_trim (empty, &start, &end));
    g_assert_cmpuint (end, ==, 0);
  }
}

static void
test_random (void)
{
  static const char *const pieces[] = { "a", "b ", " ", "(", ")", "“", "”", "‘", "’", "'", "\"", "«", "»", "—", ".", ",",
                                        "👍🏽", "e\314\201", "\314\201", "中", "🇩", "\n" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
      g_autoptr (DeskVersion) version = NULL;
      DeskText *text;
      guint length;

      for (int block = g_test_rand_int_range (1, 4); block > 0; block--)
        {
          desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
          for (int i = g_test_rand_int_range (1, 25); i > 0; i--)
            desk_version_builder_append_text (builder, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))], -1);
          desk_version_builder_end_block (builder);
        }
      version = desk_version_builder_end (builder);
      text = desk_version_get_text (version);
      length = desk_text_get_length (text);

      for (guint i = 0; i < 10; i++)
        {
          guint start = g_test_rand_int_range (0, length + 2);
          guint end = g_test_rand_int_range (0, length + 2);

          if (!desk_selection_trim (version, &start, &end))
            continue;
          g_assert_cmpuint (start, <, end);
          g_assert_cmpuint (end, <=, length);
          g_assert_cmpuint (desk_text_align_grapheme (text, start), ==, start);
          g_assert_cmpuint (desk_text_align_grapheme (text, end), ==, end);
        }
    }
}

/* A hostile text is no slower than its length. */
static void
test_long (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autofree char *brackets = g_strnfill (200000, '(');
  double seconds;
  guint start = 0;
  guint end;

  desk_version_builder_begin_block (builder, DESK_BLOCK_KIND_PARAGRAPH);
  desk_version_builder_append_text (builder, brackets, -1);
  desk_version_builder_append_text (builder, " ’ x ", -1);
  for (guint i = 0; i < 200000; i++)
    desk_version_builder_append_text (builder, "s’ ", -1);
  desk_version_builder_end_block (builder);
  version = desk_version_builder_end (builder);
  end = desk_text_get_length (desk_version_get_text (version));

  g_test_timer_start ();
  g_assert_true (desk_selection_trim (version, &start, &end));
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "trimmed in %.3f s", seconds);
  g_assert_cmpuint (start, ==, 200003);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/selection/cases", test_cases);
  g_test_add_func ("/core/selection/nothing", test_nothing);
  g_test_add_func ("/core/selection/random", test_random);
  g_test_add_func ("/core/selection/long", test_long);

  return g_test_run ();
}
