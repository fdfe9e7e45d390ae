/* Small questions about a piece of running text, in any script.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-phrase.h"

static gboolean
is_sentence_end (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff0e: /* ． */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0xff61: /* ｡ */
    case 0x061f: /* Arabic question mark */
    case 0x06d4: /* Urdu full stop */
    case 0x0964: /* Devanagari danda */
    case 0x104b: /* Burmese section */
    case 0x1362: /* Ethiopic full stop */
    case 0x0589: /* Armenian full stop */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_closing (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return TRUE;
    default:
      return c == '"' || c == '\'' || c == 0x201c || c == 0x300d || c == 0x300f;
    }
}

/**
 * desk_phrase_ends_sentence:
 * @text: UTF-8
 * @length: of @text in bytes
 *
 * Returns: whether a text ends like a sentence, with quotes and brackets after its last mark
 */
gboolean
desk_phrase_ends_sentence (const char *text,
                           gsize length)
{
  const char *p = text + length;

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (is_sentence_end (c) || c == ':' || c == 0xff1a)
        return TRUE;
      if (!g_unichar_isspace (c) && !is_closing (c))
        return FALSE;
    }

  return FALSE;
}

/* Whether the full stop at @p ends an abbreviation or an initial: one letter before it, or "U.S.". */
static gboolean
is_abbreviation (const char *text,
                 const char *p)
{
  static const char titles[] = " mr mrs ms dr st prof sen rep gov gen col capt lt sgt jr sr inc corp co ltd no vs hr fr ca bzw evtl ggf mme mlle sra av art ";
  const char *start = p;
  g_autofree char *word = NULL;
  g_autofree char *needle = NULL;
  glong n;

  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);

      if (!g_unichar_isalpha (g_utf8_get_char (before)))
        break;
      start = before;
    }

  n = g_utf8_strlen (start, p - start);
  if (n == 1)
    return TRUE;
  if (n == 0 || n > 5)
    return FALSE;

  word = g_utf8_strdown (start, p - start);
  needle = g_strconcat (" ", word, " ", NULL);

  return strstr (titles, needle) != NULL;
}

/**
 * desk_phrase_last_sentence:
 * @text: UTF-8
 * @length: of @text in bytes
 *
 * Returns: where the last sentence of a text begins; @text itself where it has one only
 */
const char *
desk_phrase_last_sentence (const char *text,
                           gsize length)
{
  const char *end = text + length;
  const char *result = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next;

      if (!is_sentence_end (c) || (c == '.' && is_abbreviation (text, p)))
        continue;

      next = g_utf8_next_char (p);
      while (next < end && is_closing (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (next >= end)
        break;
      if (c < 0x80 && !g_unichar_isspace (g_utf8_get_char (next)))
        continue;
      while (next < end && g_unichar_isspace (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (next < end)
        result = next;
    }

  return result;
}

/**
 * desk_phrase_is_wide:
 *
 * Returns: whether a character takes two columns and needs no spaces around it
 */
gboolean
desk_phrase_is_wide (gunichar c)
{
  if (c < 0x1100)
    return FALSE;

  return g_unichar_iswide (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
}

/**
 * desk_phrase_count_words:
 *
 * Returns: the number of words; two characters of Chinese or Japanese count as one
 */
guint
desk_phrase_count_words (const char *text,
                         gsize length)
{
  const char *end = text + length;
  gboolean in_word = FALSE;
  guint n = 0;
  guint n_wide = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (desk_phrase_is_wide (c))
        {
          n_wide++;
          in_word = FALSE;
        }
      else if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n++;
        }
    }

  return n + (n_wide + 1) / 2;
}

/**
 * desk_phrase_width:
 *
 * Returns: the columns that a text takes on a terminal
 */
guint
desk_phrase_width (const char *text,
                   gsize length)
{
  const char *end = text + length;
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += c < 0x300 ? 1 : g_unichar_iszerowidth (c) ? 0
                             : g_unichar_iswide (c)      ? 2
                                                         : 1;
    }

  return width;
}

/**
 * desk_phrase_is_capitals:
 *
 * Returns: whether a text has letters and all of those that have a case are capitals
 */
gboolean
desk_phrase_is_capitals (const char *text,
                         gsize length)
{
  const char *end = text + length;
  guint n_upper = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c) && g_unichar_toupper (c) != c)
        return FALSE;
      n_upper += g_unichar_isupper (c);
    }

  return n_upper > 1;
}

/* Compares without letter case; @word is in lower case and may hold spaces, each of which stands for any white space. */
static const char *
match_folded (const char *text,
              const char *word,
              gsize length)
{
  const char *end = word + length;

  while (word < end)
    {
      gunichar want = g_utf8_get_char (word);
      gunichar have = g_utf8_get_char (text);

      if (have == 0)
        return NULL;
      if (want == ' ')
        {
          if (!g_unichar_isspace (have))
            return NULL;
          while (g_unichar_isspace (g_utf8_get_char (text)))
            text = g_utf8_next_char (text);
        }
      else
        {
          if (have == 0x2019)
            have = '\'';
          if (have != want && g_unichar_tolower (have) != want)
            return NULL;
          text = g_utf8_next_char (text);
        }
      word = g_utf8_next_char (word);
    }

  return text;
}

/**
 * desk_phrase_skip_word:
 * @text: UTF-8
 * @words: words or phrases in lower case, each ended by "|"
 *
 * Looks whether a text begins with one of some phrases, in any letter case, and a letter does not follow.
 *
 * Returns: (nullable): what follows the longest one
 */
const char *
desk_phrase_skip_word (const char *text,
                       const char *words)
{
  const char *best = NULL;
  gunichar first = g_unichar_tolower (g_utf8_get_char (text));
  char folded[6];

  if (first == 0)
    return NULL;
  g_unichar_to_utf8 (first, folded);

  for (const char *bar; (bar = strchr (words, '|')) != NULL; words = bar + 1)
    {
      const char *after;
      gunichar last;

      /* Most phrases differ in the first byte already; curly apostrophes and spaces are told apart later. */
      if (*words != *folded && *words != '\'' && *words != ' ')
        continue;
      after = match_folded (text, words, bar - words);

      if (after == NULL || after <= best)
        continue;
      last = g_utf8_get_char (g_utf8_prev_char (bar));
      if (g_unichar_isalnum (last) && !desk_phrase_is_wide (last) && g_unichar_isalnum (g_utf8_get_char (after)))
        continue;
      best = after;
    }

  return best;
}

/**
 * desk_phrase_squeeze:
 * @length: of @text in bytes, or -1
 *
 * Returns: (transfer full): the text with single spaces and none at its ends
 */
char *
desk_phrase_squeeze (const char *text,
                     gssize length)
{
  GString *result = g_string_new (NULL);
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  gboolean space = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = TRUE;
          continue;
        }
      if (c == 0xad || c == 0x200b || c == 0xfeff || c == 0x2060)
        continue;
      if (space && result->len > 0)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}

/**
 * desk_phrase_dup_bare:
 *
 * Returns: (transfer full): the letters and digits of a text in lower case with single spaces between the words,
 *   to compare titles
 */
char *
desk_phrase_dup_bare (const char *text)
{
  GString *result = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          space |= c != 0xad && c != '\'' && c != 0x2019;
          continue;
        }
      if (space && result->len > 0)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_unichar (result, g_unichar_tolower (c));
    }

  return g_string_free (result, FALSE);
}
