/* Guesses the encoding of bytes that do not tell it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unicode/ucsdet.h>

#include "desk-charset-guess.h"
#include "desk-charset-label.h"

/* What is looked at: enough to be sure, little enough to be fast. */
#define SAMPLE_BYTES (64 * 1024)

/* Encodings of texts on the web, most common first: the earlier one wins a tie. */
static const char *const candidates[] = {
  "WINDOWS-1252", "WINDOWS-1251", "CP932", "GB18030", "CP949", "BIG5-HKSCS", "EUC-JP", "WINDOWS-1250",
  "WINDOWS-1256", "ISO-8859-2", "WINDOWS-1254", "WINDOWS-1253", "KOI8-R", "WINDOWS-1255", "ISO-8859-5",
  "WINDOWS-874", "WINDOWS-1257", "CP866", "ISO-8859-15", "MACINTOSH", "ISO-8859-6", "KOI8-U"
};

/* Letters that real words are full of, by script: the wrong table of the same script gives the rare ones. */
static const char common_letters[] =
  "éèàâêîôûùçëïüöäßáíóúñåæøãõìòąęłśżźćńřěščžýůőűğşıțșăāēīūņļķģ"
  "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєґ"
  "αειοτνσρκπμλδάέίόύώηυςθγ"
  "ובלהימנרתשאכדקעמסחצןםפז"
  "اليمنرتبدسعوهفكحقجشصخطذءةأ";

/* The slice of the most common two-byte characters of each encoding, by its lead byte (JIS and GB level 1, Big5 level 1, KS X 1001 hangul). */
typedef struct
{
  const char *name;
  guint8 common[4][2]; /* ranges of lead bytes */
} DoubleByte;

static const DoubleByte double_bytes[] = {
  { "CP932", { { 0x81, 0x83 }, { 0x88, 0x97 } } },
  { "EUC-JP", { { 0xa1, 0xa1 }, { 0xa4, 0xa5 }, { 0xb0, 0xcf } } },
  { "GB18030", { { 0xa1, 0xa1 }, { 0xa3, 0xa3 }, { 0xb0, 0xd7 } } },
  { "BIG5-HKSCS", { { 0xa1, 0xa1 }, { 0xa4, 0xc6 } } },
  { "CP949", { { 0xa1, 0xa1 }, { 0xb0, 0xc8 } } },
};

/* Where the multi-byte encodings meet: kana tells EUC-JP and Shift_JIS from the Chinese and Korean ones. */
static double
score_double_byte (const DoubleByte *encoding,
                   const guint8 *bytes,
                   gsize size)
{
  guint n_common = 0;
  guint n_kana = 0;
  guint n_all = 0;
  gboolean is_sjis = g_str_equal (encoding->name, "CP932");

  for (gsize i = 0; i + 1 < size; i++)
    {
      gboolean common = FALSE;

      if (bytes[i] < 0x80)
        continue;

      n_all++;
      /* Half-width kana, which Japanese prose avoids and other encodings are full of. */
      if (is_sjis && bytes[i] >= 0xa1 && bytes[i] <= 0xdf)
        continue;

      for (guint range = 0; range < G_N_ELEMENTS (encoding->common); range++)
        common |= encoding->common[range][0] != 0 && bytes[i] >= encoding->common[range][0] && bytes[i] <= encoding->common[range][1];
      n_common += common;
      n_kana += (is_sjis && (bytes[i] == 0x82 || bytes[i] == 0x83)) || (g_str_equal (encoding->name, "EUC-JP") && (bytes[i] == 0xa4 || bytes[i] == 0xa5));
      i++;
    }

  if (n_all == 0)
    return 0.0;

  /* Japanese prose is at least a quarter kana. */
  if (is_sjis || g_str_equal (encoding->name, "EUC-JP"))
    return (double) n_common / n_all * (n_kana * 5 > n_all ? 1.1 : 0.6);

  return (double) n_common / n_all;
}

static gboolean
is_typographic (gunichar c)
{
  static const gunichar others[] = { 0xa0, 0xa1, 0xa7, 0xa9, 0xab, 0xb0, 0xb7, 0xbb, 0xbf, 0x2022, 0x2026, 0x20ac, 0x2122 };

  if (c >= 0x2013 && c <= 0x201e)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (c == others[i])
      return TRUE;

  return FALSE;
}

/* How much the decoded text looks like words: letters of one script side by side, capitals only at their start. */
static double
score_single_byte (const char *utf8)
{
  double sum = 0.0;
  guint n = 0;
  guint n_plain = 0;
  guint n_latin = 0;
  gunichar before = ' ';

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (c < 0x80)
        {
          n_plain += g_ascii_isalpha (c);
          before = c;
          continue;
        }

      n++;
      n_latin += c < 0x250 && g_unichar_isalpha (c);
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        {
          GUnicodeScript script = g_unichar_get_script (c);
          gboolean joins = FALSE;

          for (guint side = 0; side < 2; side++)
            {
              gunichar other = side == 0 ? before : after;

              if (!g_unichar_isalpha (other))
                continue;
              if (g_unichar_get_script (other) == script)
                joins = TRUE;
              else
                sum -= 1.5;
            }

          sum += joins ? 0.8 : 0.2;
          if (g_unichar_isupper (c) && g_unichar_islower (before))
            sum -= 2.0;
          if (g_unichar_islower (c) && g_unichar_isupper (before) && g_unichar_isupper (after))
            sum -= 1.5;

          if (g_utf8_strchr (common_letters, sizeof common_letters - 1, g_unichar_tolower (c)) != NULL)
            sum += 0.4;
          else
            sum -= 0.3;
        }
      else if (is_typographic (c))
        {
          /* An apostrophe stands inside words, the others at their edge. */
          gboolean inside = g_unichar_isalpha (before) && g_unichar_isalpha (after);

          sum += inside && c != 0x2019 && c != 0xb7 ? -1.5 : 0.9;
        }
      else
        {
          sum -= g_unichar_isdefined (c) && !g_unichar_iscntrl (c) ? 0.8 : 4.0;
          if (g_unichar_isalpha (before) && g_unichar_isalpha (after))
            sum -= 1.5;
        }

      before = c;
    }

  /* Words of accented letters alone are none. */
  if (n_latin > n_plain)
    sum -= n_latin;

  return n > 0 ? sum / n : 0.0;
}

/* The lines with bytes above ASCII: what stands between them says nothing. */
static GString *
collect_sample (const char *bytes,
                gsize size,
                gboolean is_markup)
{
  GString *sample = g_string_sized_new (4096);
  const char *end = bytes + size;
  const char *line = bytes;

  while (line < end && sample->len < SAMPLE_BYTES)
    {
      const char *line_end = memchr (line, '\n', end - line);
      gboolean foreign = FALSE;

      if (line_end == NULL)
        line_end = end;
      for (const char *p = line; p < line_end && !foreign; p++)
        foreign = (guint8) *p >= 0x80;
      if (foreign)
        {
          gboolean in_tag = FALSE;

          for (const char *p = line; p < line_end && sample->len < SAMPLE_BYTES; p++)
            {
              if (is_markup && *p == '<')
                in_tag = TRUE;
              if (!in_tag && *p != '\0')
                g_string_append_c (sample, *p);
              if (in_tag && *p == '>')
                {
                  in_tag = FALSE;
                  g_string_append_c (sample, ' ');
                }
            }
          g_string_append_c (sample, '\n');
        }
      line = line_end + 1;
    }

  return sample;
}

/* What ICU's statistics say, 0 to 1, for an encoding or its windows-125x superset. */
static double
ask_icu (const UCharsetMatch **matches,
         int n_matches,
         const char *name)
{
  double best = 0.0;

  for (int i = 0; i < n_matches; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      const char *resolved = desk_charset_resolve (ucsdet_getName (matches[i], &status), -1);

      if (resolved != NULL && g_str_equal (resolved, "ISO-8859-8"))
        resolved = "WINDOWS-1255";
      else if (resolved != NULL && g_str_equal (resolved, "ISO-8859-7"))
        resolved = "WINDOWS-1253";
      if (resolved != NULL && g_str_equal (resolved, name))
        {
          status = U_ZERO_ERROR;
          best = MAX (best, ucsdet_getConfidence (matches[i], &status) / 100.0);
        }
    }

  return best;
}

/* Decodes a sample strictly; one broken character at its cut end is forgiven. */
static char *
decode_sample (const char *name,
               const GString *sample,
               guint *n_bad)
{
  g_autoptr (GString) result = g_string_sized_new (sample->len * 2);
  GIConv conv = g_iconv_open ("UTF-8", name);
  char *in = sample->str;
  gsize n_in = sample->len;

  *n_bad = 0;
  if (conv == (GIConv) -1)
    return NULL;

  while (n_in > 0 && *n_bad < 64)
    {
      char buffer[4096];
      char *out = buffer;
      gsize n_out = sizeof buffer;
      gsize done = g_iconv (conv, &in, &n_in, &out, &n_out);

      g_string_append_len (result, buffer, out - buffer);
      if (done == (gsize) -1 && n_out >= 16 && n_in > 0)
        {
          ++*n_bad;
          in++;
          n_in--;
          g_iconv (conv, NULL, NULL, NULL, NULL);
        }
    }
  g_iconv_close (conv);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * desk_charset_guess:
 * @bytes: bytes in an unknown encoding that is no form of Unicode
 * @size: of @bytes
 * @is_markup: whether they are a page, whose tags say nothing about its language
 *
 * Weighs ICU's statistics of letter triples with how much the text looks like words in each encoding.
 *
 * Returns: the name for iconv
 */
const char *
desk_charset_guess (const char *bytes,
                    gsize size,
                    gboolean is_markup)
{
  g_autoptr (GString) sample = collect_sample (bytes, size, is_markup);
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches = NULL;
  int n_matches = 0;
  const char *best = candidates[0];
  double best_score = -G_MAXDOUBLE;

  if (U_SUCCESS (status))
    {
      ucsdet_setText (detector, sample->str, sample->len, &status);
      matches = ucsdet_detectAll (detector, &n_matches, &status);
      if (U_FAILURE (status))
        n_matches = 0;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_bad;
      g_autofree char *utf8 = decode_sample (candidates[i], sample, &n_bad);
      double score = 0.0;
      gboolean is_double = FALSE;

      if (utf8 == NULL)
        continue;

      for (gsize k = 0; k < G_N_ELEMENTS (double_bytes); k++)
        if (g_str_equal (double_bytes[k].name, candidates[i]))
          {
            is_double = TRUE;
            score = score_double_byte (&double_bytes[k], (const guint8 *) sample->str, sample->len) * 1.2;
          }
      if (!is_double)
        score = score_single_byte (utf8);
      score += 0.5 * ask_icu (matches, n_matches, candidates[i]) - 0.3 * n_bad - 0.005 * i;

      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }

  if (detector != NULL)
    ucsdet_close (detector);

  return best;
}

/**
 * desk_charset_guess_utf_16:
 * @bytes: bytes without a byte order mark
 * @size: of @bytes
 *
 * Sees UTF-16 by its zero bytes, which stand at every other place in texts of Latin script, and elsewhere by the
 * line ends and spaces.
 *
 * Returns: (nullable): "UTF-16LE", "UTF-16BE" or %NULL
 */
const char *
desk_charset_guess_utf_16 (const char *bytes,
                           gsize size)
{
  gsize n_units = MIN (size, SAMPLE_BYTES) / 2;
  gsize zero[2] = { 0, 0 };  /* zero bytes at even and odd places */
  gsize space[2] = { 0, 0 }; /* U+000A, U+0020, U+3000, U+3002 when read big-endian and little-endian */

  if (n_units < 2 || memchr (bytes, '\0', MIN (size, SAMPLE_BYTES)) == NULL)
    return NULL;

  for (gsize i = 0; i < n_units; i++)
    {
      guint8 a = bytes[2 * i];
      guint8 b = bytes[2 * i + 1];

      zero[0] += a == 0 && b != 0;
      zero[1] += b == 0 && a != 0;
      space[0] += (a == 0 && (b == 0x0a || b == 0x20)) || (a == 0x30 && (b == 0x00 || b == 0x02));
      space[1] += (b == 0 && (a == 0x0a || a == 0x20)) || (b == 0x30 && (a == 0x00 || a == 0x02));
      if (a == 0 && b == 0)
        return NULL;
    }

  if (zero[1] * 2 > n_units && zero[0] * 20 < zero[1])
    return "UTF-16LE";
  if (zero[0] * 2 > n_units && zero[1] * 20 < zero[0])
    return "UTF-16BE";
  if (space[1] * 60 > n_units && space[0] * 10 < space[1])
    return "UTF-16LE";
  if (space[0] * 60 > n_units && space[1] * 10 < space[0])
    return "UTF-16BE";

  return NULL;
}
