/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-search.h"

/* Finds, and puts brackets around what was found. */
static void
check (const char *text,
       const char *needle,
       const char *expected)
{
  g_autoptr (DeskText) desk_text = desk_text_new (text, -1);
  g_autoptr (DeskReaderSearch) search = desk_reader_search_new (desk_text);
  g_autoptr (GArray) found = desk_reader_search_find (search, needle);
  g_autoptr (GString) marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      DeskRange range = g_array_index (found, DeskRange, i);
      g_autofree char *before = desk_text_dup_slice (desk_text, at, range.start);
      g_autofree char *hit = desk_text_dup_slice (desk_text, range.start, range.end);

      g_string_append_printf (marked, "%s[%s]", before, hit);
      at = range.end;
    }
  {
    g_autofree char *rest = desk_text_dup_slice (desk_text, at, desk_text_get_length (desk_text));

    g_string_append (marked, rest);
  }
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_case (void)
{
  check ("The Ferry and the ferry", "FERRY", "The [Ferry] and the [ferry]");
  check ("STRASSE Straße strasse", "straße", "[STRASSE] [Straße] [strasse]");
  check ("ΟΔΟΣ οδος", "οδοσ", "[ΟΔΟΣ] [οδος]");
}

static void
test_accents (void)
{
  check ("café cafe\xcc\x81 cafe", "cafe", "[café] [cafe\xcc\x81] [cafe]");
  check ("café cafe\xcc\x81 cafe", "CAFÉ", "[café] [cafe\xcc\x81] [cafe]");
  check ("Đặng Văn naïve Łódź", "naive", "Đặng Văn [naïve] Łódź");
  check ("Ångström", "angstrom", "[Ångström]");
}

static void
test_quotes (void)
{
  check ("She said “it’s over” to ‘them’.", "\"it's over\"", "She said [“it’s over”] to ‘them’.");
  check ("« oui »", "\"", "[«] oui [»]");
  check ("1998–2004 — ‐", "1998-2004", "[1998–2004] — ‐");
}

static void
test_hyphenation (void)
{
  check ("sur\xc2\xadveil\xc2\xadlance balloon", "surveillance", "[sur\xc2\xadveil\xc2\xadlance] balloon");
  check ("zero\xe2\x80\x8bwidth", "zerowidth", "[zero\xe2\x80\x8bwidth]");
}

static void
test_space (void)
{
  check ("end of one\n\nStart of two", "one start", "end of [one\n\nStart] of two");
  check ("no\xc2\xa0"
         "break",
         "no break", "[no\xc2\xa0"
                     "break]");
  check ("a  b", "a b", "[a  b]");
  check ("anything", "   ", "anything");
  check ("anything", "", "anything");
}

static void
test_scripts (void)
{
  check ("船，法官说这艘船", "船", "[船]，法官说这艘[船]");
  check ("قَالَ القاضي", "قال", "[قَالَ] القاضي");
  check ("a 👨‍👩‍👧 b 👨 c", "👨", "a [👨]‍👩‍👧 b [👨] c");
  check ("ﬁnance Ⅳ ｆｕｌｌ", "full", "ﬁnance Ⅳ [ｆｕｌｌ]");
  check ("ﬁnance", "finance", "[ﬁnance]");
}

static void
test_overlap (void)
{
  check ("aaaa", "aa", "[aa][aa]");
  check ("", "a", "");
  check ("ab", "abc", "ab");
}

/* No offset may leave the text, whatever it is made of. */
static void
test_random (void)
{
  static const gunichar stock[] = { 'a', 'A', 0xe4, 0x301, 0xad, ' ', '\n', 0x1f468, 0x200d, 0xdf, 0x130, 0xfb01, 0x2019, 0xac00, 0x1100, 0x1161 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) needle = g_string_new (NULL);
      g_autoptr (DeskText) desk_text = NULL;
      g_autoptr (DeskReaderSearch) search = NULL;
      g_autoptr (GArray) found = NULL;
      guint last = 0;

      for (int i = g_rand_int_range (random, 0, 40); i > 0; i--)
        g_string_append_unichar (text, stock[g_rand_int_range (random, 0, G_N_ELEMENTS (stock))]);
      for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
        g_string_append_unichar (needle, stock[g_rand_int_range (random, 0, G_N_ELEMENTS (stock))]);
      desk_text = desk_text_new (text->str, -1);
      search = desk_reader_search_new (desk_text);
      found = desk_reader_search_find (search, needle->str);
      for (guint i = 0; i < found->len; i++)
        {
          DeskRange range = g_array_index (found, DeskRange, i);

          g_assert_cmpuint (range.start, <, range.end);
          g_assert_cmpuint (range.end, <=, desk_text_get_length (desk_text));
          g_assert_cmpuint (range.end, >, last);
          last = range.end;
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/search/case", test_case);
  g_test_add_func ("/reader/search/accents", test_accents);
  g_test_add_func ("/reader/search/quotes", test_quotes);
  g_test_add_func ("/reader/search/hyphenation", test_hyphenation);
  g_test_add_func ("/reader/search/space", test_space);
  g_test_add_func ("/reader/search/scripts", test_scripts);
  g_test_add_func ("/reader/search/overlap", test_overlap);
  g_test_add_func ("/reader/search/random", test_random);

  return g_test_run ();
}
