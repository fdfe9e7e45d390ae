/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-text.h"

/* ZWJ family, flag, skin tone, decomposed accents, Hangul in parts, Devanagari, CJK, Arabic with marks, Thai. */
#define MIXED "Zu\314\210rich 👨‍👩‍👧‍👦 und 🇩🇪🇫🇷, 👍🏽: 한글 \341\204\222\341\205\241\341\206\253 क्षि 新华社 مُحَمَّد ที่นี่ \r\nend"

/* The slow and obvious way. */
static void
check_offsets (const char *utf8)
{
  g_autoptr (DeskText) text = desk_text_new (utf8, -1);
  guint length = g_utf8_strlen (utf8, -1);

  g_assert_cmpuint (desk_text_get_length (text), ==, length);
  g_assert_cmpuint (desk_text_get_n_bytes (text), ==, strlen (utf8));
  g_assert_cmpstr (desk_text_get_utf8 (text), ==, utf8);

  for (guint i = 0; i <= length; i++)
    {
      gsize byte = g_utf8_offset_to_pointer (utf8, i) - utf8;

      g_assert_cmpuint (desk_text_get_byte_offset (text, i), ==, byte);
      g_assert_cmpuint (desk_text_get_code_point (text, byte), ==, i);
    }

  for (gsize byte = 0; byte < strlen (utf8); byte++)
    {
      gsize lead = byte;

      while (((guchar) utf8[lead] & 0xc0) == 0x80)
        lead--;
      g_assert_cmpuint (desk_text_get_code_point (text, byte), ==, g_utf8_pointer_to_offset (utf8, utf8 + lead));
    }

  g_assert_cmpuint (desk_text_get_byte_offset (text, length + 1), ==, strlen (utf8));
  g_assert_cmpuint (desk_text_get_byte_offset (text, G_MAXUINT), ==, strlen (utf8));
  g_assert_cmpuint (desk_text_get_code_point (text, G_MAXSIZE), ==, length);
}

static void
test_offsets (void)
{
  g_autoptr (GString) longer = g_string_new (NULL);

  check_offsets ("");
  check_offsets ("a");
  check_offsets ("é");
  check_offsets ("Plain words.");
  check_offsets (MIXED);

  /* Around the borders of the index. */
  for (guint i = 0; i < 300; i++)
    {
      g_string_append (longer, i % 3 == 0 ? "😀" : i % 3 == 1 ? "é"
                                                              : "x");
      check_offsets (longer->str);
    }
}

static void
test_slice (void)
{
  g_autoptr (DeskText) text = desk_text_new ("x😀é中z", -1);
  const struct
  {
    guint start;
    guint end;
    const char *slice;
  } cases[] = {
    { 0, 5, "x😀é中z" },
    { 1, 2, "😀" },
    { 2, 4, "é中" },
    { 4, 99, "z" },
    { 0, G_MAXUINT, "x😀é中z" },
    { 3, 3, "" },
    { 4, 2, "" },
    { 99, 100, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slice = desk_text_dup_slice (text, cases[i].start, cases[i].end);

      g_assert_cmpstr (slice, ==, cases[i].slice);
    }
}

static void
test_part (void)
{
  g_autoptr (DeskText) text = desk_text_new ("abcdef", 3);
  g_autoptr (DeskText) empty = desk_text_new (NULL, 0);

  g_assert_cmpstr (desk_text_get_utf8 (text), ==, "abc");
  g_assert_cmpstr (desk_text_get_utf8 (empty), ==, "");
  g_assert_cmpuint (desk_text_get_length (empty), ==, 0);
}

static void
test_refuses (void)
{
  const struct
  {
    const char *bytes;
    gssize n_bytes;
  } cases[] = {
    { "\xff", 1 },
    { "a\xc3", 2 },
    { "a\0b", 3 },
    { "\xed\xa0\x80", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskText *text;

      g_test_expect_message ("desk-core", G_LOG_LEVEL_CRITICAL, "*g_utf8_validate_len*");
      text = desk_text_new (cases[i].bytes, cases[i].n_bytes);
      g_test_assert_expected_messages ();
      g_assert_null (text);
    }
}

static void
check_graphemes (const char *utf8,
                 const guint *borders,
                 guint n_borders)
{
  g_autoptr (DeskText) text = desk_text_new (utf8, -1);
  guint length = desk_text_get_length (text);

  g_assert_cmpuint (borders[n_borders - 1], ==, length);

  for (guint border = 0; border + 1 < n_borders; border++)
    for (guint i = borders[border]; i < borders[border + 1]; i++)
      {
        g_assert_cmpuint (desk_text_align_grapheme (text, i), ==, borders[border]);
        g_assert_cmpuint (desk_text_next_grapheme (text, i), ==, borders[border + 1]);
      }

  g_assert_cmpuint (desk_text_align_grapheme (text, length), ==, length);
  g_assert_cmpuint (desk_text_align_grapheme (text, length + 7), ==, length);
  g_assert_cmpuint (desk_text_next_grapheme (text, length), ==, length);
  g_assert_cmpuint (desk_text_next_grapheme (text, G_MAXUINT), ==, length);
}

#define CHECK_GRAPHEMES(utf8, ...)                             \
  G_STMT_START                                                 \
  {                                                            \
    const guint _borders[] = { __VA_ARGS__ };                  \
    check_graphemes (utf8, _borders, G_N_ELEMENTS (_borders)); \
  }                                                            \
  G_STMT_END

static void
test_graphemes (void)
{
  CHECK_GRAPHEMES ("", 0);
  CHECK_GRAPHEMES ("abc", 0, 1, 2, 3);
  CHECK_GRAPHEMES ("a\r\nb", 0, 1, 3, 4);
  CHECK_GRAPHEMES ("e\314\201x", 0, 2, 3);
  CHECK_GRAPHEMES ("👨‍👩‍👧‍👦!", 0, 7, 8);
  CHECK_GRAPHEMES ("🇩🇪🇫🇷", 0, 2, 4);
  CHECK_GRAPHEMES ("👍🏽 ok", 0, 2, 3, 4, 5);
  CHECK_GRAPHEMES ("\341\204\222\341\205\241\341\206\253", 0, 3);
  CHECK_GRAPHEMES ("新华社", 0, 1, 2, 3);
  CHECK_GRAPHEMES ("مُحَ", 0, 2, 4);
}

/* The borders found one by one are those of one walk. */
static void
test_graphemes_far (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (DeskText) text = NULL;
  guint n = 0;

  for (guint i = 0; i < 200; i++)
    g_string_append (string, MIXED);
  text = desk_text_new (string->str, string->len);

  for (guint i = 0; i < desk_text_get_length (text); n++)
    {
      guint next = desk_text_next_grapheme (text, i);

      g_assert_cmpuint (next, >, i);
      g_assert_cmpuint (desk_text_align_grapheme (text, next - 1), ==, i);
      g_assert_cmpuint (desk_text_align_grapheme (text, next), ==, next);
      i = next;
    }

  g_assert_cmpuint (n, >, 200 * 30);
}

static gpointer
read_thread (gpointer data)
{
  DeskText *text = data;

  for (guint i = 0; i < desk_text_get_length (text); i++)
    g_assert_cmpuint (desk_text_align_grapheme (text, i), <=, i);
  desk_text_unref (text);

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (DeskText) text = desk_text_new (MIXED, -1);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_thread, desk_text_ref (text));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  DeskText *text = desk_text_new ("x", 1);

  g_value_init (&value, DESK_TYPE_TEXT);
  g_value_take_boxed (&value, text);
  g_assert_true (g_value_get_boxed (&value) == text);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/text/offsets", test_offsets);
  g_test_add_func ("/core/text/slice", test_slice);
  g_test_add_func ("/core/text/part", test_part);
  g_test_add_func ("/core/text/refuses", test_refuses);
  g_test_add_func ("/core/text/graphemes", test_graphemes);
  g_test_add_func ("/core/text/graphemes-far", test_graphemes_far);
  g_test_add_func ("/core/text/threads", test_threads);
  g_test_add_func ("/core/text/boxed", test_boxed);

  return g_test_run ();
}
