/* The tagger: well-formed names whatever the text, the same for the same, and only models that fit.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-english-model.h"
#include "desk-tagger.h"
#include "desk-token-tagger.h"

static guint
add_words (DeskTagger *tagger,
           const char *text,
           GArray *words)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  g_array_set_size (words, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint word = desk_tagger_add_word (tagger, parts[i], strlen (parts[i]));

      g_array_append_val (words, word);
    }

  return words->len;
}

static void
assert_well_formed (const guint8 *labels,
                    guint n)
{
  gboolean open = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint place = labels[i] != DESK_TAG_OUTSIDE ? DESK_TAG_LABEL_PLACE (labels[i]) : DESK_TAG_UNIT;

      g_assert_cmpuint (labels[i], <, DESK_N_TAG_LABELS);
      g_assert_cmpint (open, ==, place == DESK_TAG_INSIDE || place == DESK_TAG_LAST);
      if (open)
        g_assert_cmpuint (DESK_TAG_LABEL_TYPE (labels[i]), ==, DESK_TAG_LABEL_TYPE (labels[i - 1]));
      open = place == DESK_TAG_BEGIN || place == DESK_TAG_INSIDE;
    }
  g_assert_false (open);
}

static void
test_names (void)
{
  g_autoptr (DeskTagger) tagger = desk_tagger_new (desk_english_model_get ());
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  guint8 labels[16];
  float margins[16];
  guint n = add_words (tagger, "The minister , Ines Okonkwo , flew to Kenya on Tuesday .", words);

  desk_tagger_run (tagger, (const guint *) words->data, n, labels, margins);
  assert_well_formed (labels, n);
  g_assert_cmpuint (labels[3], ==, DESK_TAG_LABEL (DESK_TAG_PERSON, DESK_TAG_BEGIN));
  g_assert_cmpuint (labels[4], ==, DESK_TAG_LABEL (DESK_TAG_PERSON, DESK_TAG_LAST));
  g_assert_cmpuint (labels[8], ==, DESK_TAG_LABEL (DESK_TAG_PLACE, DESK_TAG_UNIT));
  g_assert_cmpuint (labels[10], ==, DESK_TAG_OUTSIDE);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (margins[i], >=, 0);
}

/* More distinct words than are kept, sentences longer than are taken at once, and no sense in them. */
static void
test_noise (void)
{
  g_autoptr (DeskTagger) tagger = desk_tagger_new (desk_english_model_get ());
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *first = g_new0 (guint8, 40000);
  g_autofree guint8 *second = g_new0 (guint8, 40000);

  for (guint i = 0; i < 40000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%x%s", i % 3 == 0 ? 'X' : 'q', i * 2654435761u, i % 5 == 0 ? "’s" : i % 7 == 0 ? "\xf0\x9f\x98\x80"
                                                                                                                                 : "");
      guint word = desk_tagger_add_word (tagger, name, strlen (name));

      g_array_append_val (words, word);
    }
  desk_tagger_run (tagger, (const guint *) words->data, words->len, first, NULL);
  desk_tagger_run (tagger, (const guint *) words->data, words->len, second, NULL);
  g_assert_cmpmem (first, words->len, second, words->len);
  for (guint i = 0; i < words->len; i++)
    g_assert_cmpuint (first[i], <, DESK_N_TAG_LABELS);
}

static void
test_given_tokens (void)
{
  g_autoptr (DeskLexicon) lexicon = desk_lexicon_new ();
  g_autoptr (GString) tags = desk_tag_given_tokens (desk_english_model_get (), lexicon,
                                                    "Ines\nOkonkwo\tB-X\nmet\nKenyan-born\nrunners\n.\n\nKenya\n");
  g_autoptr (GString) empty = desk_tag_given_tokens (desk_english_model_get (), lexicon, "");

  g_assert_cmpstr (tags->str, ==, "Ines\tB-PER\nOkonkwo\tI-PER\nmet\tO\nKenyan-born\tB-MISC\nrunners\tO\n.\tO\n\nKenya\tB-LOC\n\n");
  g_assert_cmpstr (empty->str, ==, "");
}

static void
test_bad_models (void)
{
  g_autoptr (GByteArray) bytes = desk_tag_model_write (desk_english_model_get ());
  g_autofree guint8 *cut = g_memdup2 (bytes->data, bytes->len);

  g_assert_null (desk_tag_model_new_from_bytes (cut, 0));
  g_assert_null (desk_tag_model_new_from_bytes (cut, 63));
  g_assert_null (desk_tag_model_new_from_bytes (cut, bytes->len / 2));
  cut[0] = 'X';
  g_assert_null (desk_tag_model_new_from_bytes (cut, bytes->len));
  cut[0] = bytes->data[0];
  cut[8] = 3; /* a table whose size is no power of two */
  g_assert_null (desk_tag_model_new_from_bytes (cut, bytes->len));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/tagger/names", test_names);
  g_test_add_func ("/analysis/tagger/noise", test_noise);
  g_test_add_func ("/analysis/tagger/given-tokens", test_given_tokens);
  g_test_add_func ("/analysis/tagger/bad-models", test_bad_models);

  return g_test_run ();
}
