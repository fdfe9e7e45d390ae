/* Search hits in a line of text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-hits.h"

#define ON "\xe2\x81\xa8"
#define OFF "\xe2\x81\xa9"

static void
assert_snippet (const char *snippet,
                const char *expected_text,
                const char *expected_hits)
{
  g_autoptr (PangoAttrList) hits = NULL;
  g_autofree char *text = desk_hits_parse (snippet, &hits);
  g_autoptr (GString) found = g_string_new (NULL);
  GSList *attributes = pango_attr_list_get_attributes (hits);

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      g_assert_cmpint (attribute->klass->type, ==, PANGO_ATTR_WEIGHT);
      g_assert_cmpuint (attribute->end_index, <=, strlen (text));
      g_string_append_printf (found, "[%.*s]", (int) (attribute->end_index - attribute->start_index),
                              text + attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpstr (found->str, ==, expected_hits);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_parse (void)
{
  assert_snippet ("nothing here", "nothing here", "");
  assert_snippet ("", "", "");
  assert_snippet ("a " ON "balloon" OFF " over " ON "Čína 🎈" OFF, "a balloon over Čína 🎈", "[balloon][Čína 🎈]");
  assert_snippet ("two\n\nblocks " ON "hit" OFF, "two  blocks hit", "[hit]");
}

/* In a narrow list the hit is seen, not what stands far before it. */
static void
test_far_hit (void)
{
  assert_snippet ("…government, represents a clear violation of international law,” said " ON "Craig" OFF " " ON "Singleton" OFF ", senior",
                  "…law,” said Craig Singleton, senior", "[Craig][Singleton]");
  assert_snippet ("Sechzehn Zeichen" ON "hier" OFF, "Sechzehn Zeichenhier", "[hier]");
  assert_snippet ("没有空格的很长很长很长很长很长很长的句子" ON "气球" OFF, "…的很长很长很长很长很长很长的句子气球", "[气球]");
  assert_snippet ("one two three four five six 🎈🎈 " ON "seven" OFF, "…five six 🎈🎈 seven", "[seven]");
}

/* Marks that do not match: of a cut snippet, or of a text that has such characters itself. */
static void
test_unbalanced (void)
{
  assert_snippet (ON "cut", "cut", "[cut]");
  assert_snippet ("cut" OFF " off", "cut off", "");
  assert_snippet (ON ON "twice" OFF OFF " x", "twice x", "[twice]");
  assert_snippet (ON OFF "empty", "empty", "");
  assert_snippet (OFF ON, "", "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hits/parse", test_parse);
  g_test_add_func ("/hits/far-hit", test_far_hit);
  g_test_add_func ("/hits/unbalanced", test_unbalanced);

  return g_test_run ();
}
