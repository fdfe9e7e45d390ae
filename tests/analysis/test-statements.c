/* What somebody is said to say without quotation marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"

static DeskAnalyzer *analyzer;

/* "kind speaker [words for the speaker] cue: content; …", "-" for nobody. */
static void
assert_statements (const char *text,
                   const char *expected)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, "en", NULL, NULL, NULL);
  GPtrArray *statements = desk_analysis_get_statements (analysis);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const DeskStatement *statement = statements->pdata[i];
      DeskEntity *speaker = statement->speaker != NULL ? desk_analysis_find_entity (analysis, statement->speaker) : NULL;
      g_autofree char *source = test_slice (version, statement->speaker_span.start, statement->speaker_span.end);
      g_autofree char *cue = test_slice (version, statement->cue.start, statement->cue.end);
      g_autofree char *content = test_slice (version, statement->content.start, statement->content.end);

      g_string_append_printf (actual, "%s%s %s [%s] %s: %s", i > 0 ? "; " : "", statement->kind, speaker != NULL ? desk_entity_get_name (speaker) : "-", source, cue, content);
      g_assert_nonnull (statement->why);
    }
  if (g_strcmp0 (actual->str, expected) != 0)
    g_test_fail_printf ("%s\n#  got: %s\n# want: %s", text, actual->str, expected);
}

static void
test_clauses (void)
{
  assert_statements ("Maria Kole said that the mill was safe.", "indirect Maria Kole [Maria Kole] said: that the mill was safe");
  assert_statements ("Maria Kole said the mill was safe.", "indirect Maria Kole [Maria Kole] said: the mill was safe");
  assert_statements ("Maria Kole said on Monday that the mill was safe.", "indirect Maria Kole [Maria Kole] said: that the mill was safe");
  assert_statements ("Maria Kole told reporters the mill was safe.", "indirect Maria Kole [Maria Kole] told: the mill was safe");
  assert_statements ("Maria Kole told a news conference in Nairobi on Monday that the mill was safe.", "indirect Maria Kole [Maria Kole] told: that the mill was safe");
  assert_statements ("Maria Kole asked whether the mill was safe.", "indirect Maria Kole [Maria Kole] asked: whether the mill was safe");
  assert_statements ("Maria Kole said nothing and left.", "");
  assert_statements ("Maria Kole did not say that the mill was safe.", "");
  assert_statements ("Maria Kole would say that the mill is safe.", "");
  assert_statements ("The claim that the mill was safe is old.", "");
}

static void
test_infinitives (void)
{
  assert_statements ("Maria Kole urged Tom Birch to close the mill.", "indirect Maria Kole [Maria Kole] urged: to close the mill");
  assert_statements ("Maria Kole promised to close the mill and left.", "indirect Maria Kole [Maria Kole] promised: to close the mill");
  assert_statements ("Maria Kole denied closing the mill.", "indirect Maria Kole [Maria Kole] denied: closing the mill");
  assert_statements ("Maria Kole accused the owners of closing the mill.", "indirect Maria Kole [Maria Kole] accused: of closing the mill");
  assert_statements ("Maria Kole called it a mistake.", "indirect Maria Kole [Maria Kole] called: a mistake");
}

static void
test_apart (void)
{
  assert_statements ("The mill was safe, Maria Kole said.", "indirect Maria Kole [Maria Kole] said: The mill was safe");
  assert_statements ("The mill was safe, said Maria Kole, a teacher.", "indirect Maria Kole [Maria Kole] said: The mill was safe");
  assert_statements ("According to Maria Kole, the mill was safe.", "indirect Maria Kole [Maria Kole] According to: the mill was safe");
  assert_statements ("The mill was safe, according to Maria Kole.", "indirect Maria Kole [Maria Kole] according to: The mill was safe");
  /* Content on both sides is one range over the words of saying. */
  assert_statements ("The mill was old, she said, and it was safe.", "indirect - [she] said: The mill was old, she said, and it was safe");
}

static void
test_boundaries (void)
{
  assert_statements ("Maria Kole said the mill was safe and told Tom Birch that it would stay.",
                     "indirect Maria Kole [Maria Kole] said: the mill was safe; indirect Maria Kole [Maria Kole] told: that it would stay");
  assert_statements ("Maria Kole said the mill was safe, but Tom Birch said it was not.",
                     "indirect Maria Kole [Maria Kole] said: the mill was safe; indirect Tom Birch [Tom Birch] said: it was not");
  assert_statements ("Maria Kole said the mill was safe; it rained.", "indirect Maria Kole [Maria Kole] said: the mill was safe");
  assert_statements ("Maria Kole closed the mill, saying it was old.", "indirect Maria Kole [Maria Kole] saying: it was old");
  assert_statements ("Maria Kole said the mill was safe, adding that it would stay.",
                     "indirect Maria Kole [Maria Kole] said: the mill was safe; indirect Maria Kole [Maria Kole] adding: that it would stay");
}

static void
test_sources (void)
{
  assert_statements ("Inspector Maria Kole, 43, a teacher from Leeds, said the mill was safe.", "indirect Maria Kole [Inspector Maria Kole] said: the mill was safe");
  assert_statements ("Maria Kole, who owns the mill, said it was safe.", "indirect Maria Kole [Maria Kole] said: it was safe");
  assert_statements ("Its owner, Maria Kole, said the mill was safe.", "indirect Maria Kole [Its owner, Maria Kole] said: the mill was safe");
  assert_statements ("In London officials said the mill was safe.", "indirect - [officials] said: the mill was safe");
  assert_statements ("On Monday the owner of the mill said it was safe.", "indirect - [the owner of the mill] said: it was safe");
  assert_statements ("A spokesman for Oxfam said the mill was safe.", "indirect Oxfam [A spokesman for Oxfam] said: the mill was safe");
  assert_statements ("The Oxfam report said the mill was safe.", "indirect Oxfam [The Oxfam report] said: the mill was safe");
}

static void
test_mixed (void)
{
  assert_statements ("Maria Kole said the mill was \"safe and sound\".", "mixed Maria Kole [Maria Kole] said: the mill was \"safe and sound\"");
  /* A quotation alone is no statement. */
  assert_statements ("Maria Kole said: \"The mill is safe.\"", "");
  assert_statements ("\"The mill is safe,\" Maria Kole said.", "");
}

static void
test_why (void)
{
  static const struct
  {
    const char *text;
    const char *why;
  } cases[] = {
    { "Maria Kole denied that the mill was safe.", "what somebody denies" },
    { "Maria Kole asked whether the mill was safe.", "what somebody asks" },
    { "Maria Kole urged Tom Birch to go.", "what somebody calls for" },
    { "Maria Kole believes that the mill is safe.", "what somebody thinks" },
    { "Maria Kole said that the mill was safe.", "a conjunction after words of saying" },
    { "Maria Kole said the mill was safe.", "a clause after words of saying" },
    { "The mill was safe, Maria Kole said.", "words of saying apart from what is said" },
    { "The mill was safe, according to Maria Kole.", "the source is named" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, cases[i].text, NULL);
      GPtrArray *statements = desk_analysis_get_statements (analysis);

      g_assert_cmpuint (statements->len, ==, 1);
      g_assert_cmpstr (((DeskStatement *) statements->pdata[0])->why, ==, cases[i].why);
    }
}

static void
test_languages (void)
{
  g_autoptr (DeskVersion) version = test_version_new ("Maria Kole said that the mill was safe.");
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, "de", NULL, NULL, NULL);

  g_assert_cmpuint (desk_analysis_get_statements (analysis)->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/statements/clauses", test_clauses);
  g_test_add_func ("/analysis/statements/infinitives", test_infinitives);
  g_test_add_func ("/analysis/statements/apart", test_apart);
  g_test_add_func ("/analysis/statements/boundaries", test_boundaries);
  g_test_add_func ("/analysis/statements/sources", test_sources);
  g_test_add_func ("/analysis/statements/mixed", test_mixed);
  g_test_add_func ("/analysis/statements/why", test_why);
  g_test_add_func ("/analysis/statements/languages", test_languages);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
