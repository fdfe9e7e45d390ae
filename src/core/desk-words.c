/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-words-private.h"

#include <unicode/ubrk.h>

#include "desk-text.h"

/* Scripts whose words are not set apart by spaces; they need a dictionary. */
static inline gboolean
is_unspaced (gunichar ch)
{
  if (ch < 0x0e00)
    return FALSE;

  switch ((int) g_unichar_get_script (ch))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static inline gboolean
is_word_gap (gunichar ch)
{
  if (ch < 0x80)
    return g_ascii_isspace (ch);

  return g_unichar_isspace (ch) || ch == 0x2014 /* em dash */ || ch == 0x2026 /* ellipsis */;
}

static guint
count_by_dictionary (UBreakIterator *words,
                     const char *utf8,
                     gsize n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  guint n_words = 0;

  utext_openUTF8 (&utext, utf8, n_bytes, &status);
  ubrk_setUText (words, &utext, &status);
  if (U_SUCCESS (status))
    {
      ubrk_first (words);
      while (ubrk_next (words) != UBRK_DONE)
        n_words += ubrk_getRuleStatus (words) >= UBRK_WORD_NUMBER;
    }
  utext_close (&utext);

  return n_words;
}

/**
 * desk_words_count:
 * @utf8: valid UTF-8
 * @n_bytes: its size
 *
 * Counts words: what stands between spaces, dashes or ellipses and has a letter or a digit in it. Where a script has
 * no spaces, the words of a dictionary are counted.
 *
 * Returns: the number of words
 */
guint
desk_words_count (const char *utf8,
                  gsize n_bytes)
{
  const char *end = utf8 + n_bytes;
  const char *word = utf8;
  gboolean has_letter = FALSE;
  gboolean unspaced = FALSE;
  UBreakIterator *words = NULL;
  guint n_words = 0;

  for (const char *p = utf8; p <= end; p = g_utf8_next_char (p))
    {
      gunichar ch = p < end ? g_utf8_get_char (p) : ' ';

      if (!is_word_gap (ch))
        {
          has_letter = has_letter || (ch < 0x80 ? g_ascii_isalnum (ch) : g_unichar_isalnum (ch));
          unspaced = unspaced || is_unspaced (ch);
          continue;
        }

      if (unspaced && words == NULL)
        {
          UErrorCode status = U_ZERO_ERROR;

          words = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
          if (U_FAILURE (status))
            g_error ("ICU has no rules for words: %s", u_errorName (status));
        }

      if (unspaced)
        n_words += count_by_dictionary (words, word, p - word);
      else if (has_letter)
        n_words++;

      if (p == end)
        break;
      word = g_utf8_next_char (p);
      has_letter = unspaced = FALSE;
    }

  g_clear_pointer (&words, ubrk_close);

  return n_words;
}

/**
 * desk_words_dup_shortened:
 * @utf8: valid UTF-8
 * @max_length: length in code points that the result keeps to, at least 1
 *
 * Puts a text on one line with single spaces. If it is too long it is cut after a word, or after a character where the
 * last word takes up most of the room, and ends with an ellipsis.
 *
 * Returns: (transfer full): the line
 */
char *
desk_words_dup_shortened (const char *utf8,
                          guint max_length)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DeskText) text = NULL;
  guint length = 0;
  guint last_gap = 0;
  gboolean gap = FALSE;
  guint cut;

  for (const char *p = utf8; *p != '\0' && length <= max_length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isspace (ch))
        {
          gap = length > 0;
          continue;
        }
      if (gap)
        {
          if (length < max_length)
            last_gap = length;
          g_string_append_c (line, ' ');
          length++;
          gap = FALSE;
        }
      g_string_append_unichar (line, ch);
      length++;
    }

  if (length <= max_length)
    return g_string_free_and_steal (g_steal_pointer (&line));

  text = desk_text_new (line->str, line->len);
  cut = last_gap > max_length / 3 ? last_gap : desk_text_align_grapheme (text, max_length - 1);
  g_string_truncate (line, desk_text_get_byte_offset (text, cut));
  g_string_append (line, "…");

  return g_string_free_and_steal (g_steal_pointer (&line));
}
