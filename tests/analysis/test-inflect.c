/* The forms of verbs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-inflect.h"

static void
assert_forms (const char *base,
              const char *irregular,
              const char *expected)
{
  DeskVerb verb;
  g_autofree char *actual = NULL;

  g_assert_true (desk_inflect (base, strlen (base), irregular, strlen (irregular), &verb));
  actual = g_strdup_printf ("%s %s %s %s", verb.forms[DESK_VERB_THIRD], verb.forms[DESK_VERB_PAST], verb.forms[DESK_VERB_PARTICIPLE], verb.forms[DESK_VERB_ING]);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_regular (void)
{
  assert_forms ("add", "", "adds added added adding");
  assert_forms ("note", "", "notes noted noted noting");
  assert_forms ("deny", "", "denies denied denied denying");
  assert_forms ("pray", "", "prays prayed prayed praying");
  assert_forms ("stress", "", "stresses stressed stressed stressing");
  assert_forms ("veto", "", "vetoes vetoed vetoed vetoing");
  assert_forms ("agree", "", "agrees agreed agreed agreeing");
  assert_forms ("tie", "", "ties tied tied tying");
}

static void
test_doubled (void)
{
  assert_forms ("quip", "", "quips quipped quipped quipping");
  assert_forms ("admit", "", "admits admitted admitted admitting");
  assert_forms ("quiz", "", "quizzes quizzed quizzed quizzing");
  assert_forms ("offer", "", "offers offered offered offering");
  assert_forms ("shout", "", "shouts shouted shouted shouting");
  assert_forms ("vow", "", "vows vowed vowed vowing");
}

static void
test_irregular (void)
{
  assert_forms ("say", "said", "says said said saying");
  assert_forms ("write", "wrote;written", "writes wrote written writing");
  assert_forms ("put", "put", "puts put put putting");
}

static void
test_particles (void)
{
  DeskVerb verb;
  g_autofree char *long_verb = g_strnfill (64, 'a');

  assert_forms ("point out", "", "points out pointed out pointed out pointing out");
  assert_forms ("shoot back", "shot", "shoots back shot back shot back shooting back");
  g_assert_false (desk_inflect (long_verb, strlen (long_verb), "", 0, &verb));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/inflect/regular", test_regular);
  g_test_add_func ("/analysis/inflect/doubled", test_doubled);
  g_test_add_func ("/analysis/inflect/irregular", test_irregular);
  g_test_add_func ("/analysis/inflect/particles", test_particles);

  return g_test_run ();
}
