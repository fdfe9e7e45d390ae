/* Turns bytes in any encoding into UTF-8.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-charset-guess.h"
#include "desk-charset-label.h"
#include "desk-decode.h"
#include "desk-phrase.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* What windows-1252 has from 0x80 to 0x9f; zero where it has nothing. */
static const guint16 windows_1252[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178
};

static gunichar
decode_windows_1252 (guint8 byte)
{
  return byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;
}

/* The length of the UTF-8 sequence at @p, 0 where it is none. */
static gsize
sequence_length (const char *p,
                 const char *end)
{
  gunichar c = g_utf8_get_char_validated (p, end - p);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 0;

  return g_utf8_skip[(guint8) *p];
}

static gboolean
is_continuation (guint8 byte)
{
  return (byte & 0xc0) == 0x80;
}

/* Whether a lone byte reads as a letter or punctuation of windows-1252 where it stands. */
static gboolean
is_plausible_windows_1252 (const char *p,
                           const char *start,
                           const char *end)
{
  gunichar c = decode_windows_1252 (*p);
  char before = p > start ? p[-1] : ' ';
  char after = p + 1 < end ? p[1] : ' ';

  if (c == 0)
    return FALSE;
  if ((guint8) *p >= 0xc0 && after != '\0' && is_continuation (after))
    return FALSE;
  if (g_unichar_isalpha (c))
    return g_ascii_isalpha (before) || g_ascii_isalpha (after) || g_ascii_isspace (before);

  return (before & 0x80) == 0 || (after & 0x80) == 0;
}

/* UTF-8 with stray bytes: those that read as windows-1252 are mended, the rest is replaced. */
static void
decode_utf_8 (DeskDecoded *self,
              const char *bytes,
              gsize size)
{
  GString *result = g_string_sized_new (size + 16);
  const char *end = bytes + size;
  const char *p = bytes;

  while (p < end)
    {
      const char *bad;
      gsize length;

      g_utf8_validate_len (p, end - p, &bad);
      g_string_append_len (result, p, bad - p);
      p = bad;
      if (p == end)
        break;

      if (*p == '\0')
        {
          g_string_append (result, REPLACEMENT);
          self->n_replaced++;
          p++;
          continue;
        }

      if (is_plausible_windows_1252 (p, bytes, end))
        {
          g_string_append_unichar (result, decode_windows_1252 (*p));
          self->n_mended++;
          p++;
          continue;
        }

      /* A cut sequence counts as one bad character. */
      g_string_append (result, REPLACEMENT);
      self->n_replaced++;
      for (length = 1; p + length < end && length < 4 && (guint8) *p >= 0xc2 && is_continuation (p[length]);)
        length++;
      p += length;
      while (p < end && is_continuation (*p) && sequence_length (p, end) == 0 && length++ < 4)
        p++;
    }

  self->length = result->len;
  self->utf8 = g_string_free (result, FALSE);
}

static void
decode_iconv (DeskDecoded *self,
              const char *bytes,
              gsize size)
{
  GString *result = g_string_sized_new (size + size / 2);
  GIConv conv = g_iconv_open ("UTF-8", self->charset);
  char *in = (char *) bytes;
  gsize n_in = size;

  /* An encoding that this system lacks: windows-1252 by the table loses nothing. */
  if (conv == (GIConv) -1)
    {
      for (gsize i = 0; i < size; i++)
        g_string_append_unichar (result, decode_windows_1252 (bytes[i]) != 0 ? decode_windows_1252 (bytes[i]) : 0xfffd);
      self->charset = "WINDOWS-1252";
      self->is_guess = TRUE;
      n_in = 0;
    }

  while (n_in > 0)
    {
      char buffer[16384];
      char *out = buffer;
      gsize n_out = sizeof buffer;
      gsize done = g_iconv (conv, &in, &n_in, &out, &n_out);

      g_string_append_len (result, buffer, out - buffer);
      if (done == (gsize) -1 && n_out >= 16 && n_in > 0)
        {
          gsize unit = desk_phrase_starts_with (self->charset, "UTF-16") ? 2 : desk_phrase_starts_with (self->charset, "UTF-32") ? 4
                                                                                                                                 : 1;

          g_string_append (result, REPLACEMENT);
          self->n_replaced++;
          in += MIN (unit, n_in);
          n_in -= MIN (unit, n_in);
          g_iconv (conv, NULL, NULL, NULL, NULL);
        }
    }
  if (conv != (GIConv) -1)
    g_iconv_close (conv);

  self->length = result->len;
  self->utf8 = g_string_free (result, FALSE);
}

/* iconv keeps byte order marks and zeros, and some tables reach outside of Unicode. */
static void
clean (DeskDecoded *self)
{
  const char *bad;
  gsize write = 0;

  if (!g_utf8_validate_len (self->utf8, self->length, &bad))
    {
      g_autoptr (GString) result = g_string_sized_new (self->length);
      const char *p = self->utf8;
      const char *end = self->utf8 + self->length;

      while (!g_utf8_validate_len (p, end - p, &bad))
        {
          g_string_append_len (result, p, bad - p);
          g_string_append (result, REPLACEMENT);
          self->n_replaced++;
          p = bad + 1;
        }
      g_string_append_len (result, p, end - p);
      g_free (self->utf8);
      self->length = result->len;
      self->utf8 = g_string_free (g_steal_pointer (&result), FALSE);
    }

  /* A mark at the start says nothing any more; one inside is a joint of two files. */
  if (strstr (self->utf8, "\xef\xbb\xbf") == NULL)
    return;
  for (gsize read = 0; read < self->length;)
    {
      if (memcmp (self->utf8 + read, "\xef\xbb\xbf", MIN (3, self->length - read)) == 0 && self->length - read >= 3)
        read += 3;
      else
        self->utf8[write++] = self->utf8[read++];
    }
  self->utf8[write] = '\0';
  self->length = write;
}

static const char *
find_byte_order_mark (const char *bytes,
                      gsize size)
{
  /* UTF-32LE begins like UTF-16LE: longest first. */
  if (size >= 4 && memcmp (bytes, "\xff\xfe\0\0", 4) == 0)
    return "UTF-32LE";
  if (size >= 4 && memcmp (bytes, "\0\0\xfe\xff", 4) == 0)
    return "UTF-32BE";
  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return "UTF-8";
  if (size >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (size >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return "UTF-16BE";

  return NULL;
}

static void
count_sequences (const char *bytes,
                 gsize size,
                 guint *n_good,
                 guint *n_bad)
{
  const char *end = bytes + size;

  *n_good = *n_bad = 0;
  for (const char *p = bytes; p < end;)
    {
      gsize length;

      if ((*p & 0x80) == 0)
        {
          p++;
          continue;
        }

      length = sequence_length (p, end);
      *n_good += length > 0;
      *n_bad += length == 0;
      p += MAX (length, 1);
    }
}

/* Whether whole lines are UTF-8 beside lines that are not: files put together from several. In another encoding
 * the sequences that are good UTF-8 by chance stand among bad ones. */
static gboolean
has_lines_of_utf_8 (const char *bytes,
                    gsize size)
{
  const char *end = bytes + size;
  guint n_pure = 0;
  guint n_both = 0;

  for (const char *line = bytes; line < end;)
    {
      const char *newline = memchr (line, '\n', end - line);
      const char *line_end = newline != NULL ? newline : end;
      guint n_good;
      guint n_bad;

      count_sequences (line, line_end - line, &n_good, &n_bad);
      n_pure += n_good > 0 && n_bad == 0;
      n_both += n_good > 0 && n_bad > 0;
      line = newline != NULL ? newline + 1 : end;
    }

  return n_pure > n_both * 4;
}

/* Whether decoding with a declared encoding gives a text rather than rubble. */
static gboolean
is_sane (const DeskDecoded *self,
         gsize size)
{
  guint n_control = 0;

  for (const char *p = self->utf8; p < self->utf8 + self->length; p++)
    n_control += (guint8) *p == 0xc2 && ((guint8) p[1] & 0xe0) == 0x80;

  return (gsize) (self->n_replaced + n_control) * 100 <= size / 2 + 200;
}

/**
 * desk_decode:
 * @bytes: the bytes as they came
 * @size: of @bytes
 * @charset: (nullable): the encoding that a server told
 * @is_markup: whether a `meta` element may tell it
 *
 * Finds out the encoding: byte order mark, valid UTF-8 with other than ASCII in it, what the server or the page says,
 * UTF-8 with a few foreign lines, zero bytes of UTF-16, and last a guess by statistics.
 *
 * Returns: (transfer full): the text
 */
DeskDecoded *
desk_decode (const char *bytes,
             gsize size,
             const char *charset,
             gboolean is_markup)
{
  g_autoptr (DeskDecoded) self = g_new0 (DeskDecoded, 1);
  g_autofree char *declared = is_markup && charset == NULL ? desk_charset_dup_declared (bytes, size) : NULL;
  const char *told = desk_charset_resolve (charset != NULL ? charset : declared, -1);
  guint n_good;
  guint n_bad;

  if ((self->charset = find_byte_order_mark (bytes, size)) == NULL)
    {
      const char *zero_bytes = desk_charset_guess_utf_16 (bytes, size);

      count_sequences (bytes, size, &n_good, &n_bad);
      if (zero_bytes != NULL)
        self->charset = zero_bytes;
      else if (memmem (bytes, MIN (size, 4096), "\x1b$B", 3) != NULL || memmem (bytes, MIN (size, 4096), "\x1b$@", 3) != NULL)
        self->charset = "ISO-2022-JP";
      else if (n_bad == 0)
        self->charset = "UTF-8";
      else if (told != NULL && !g_str_equal (told, "UTF-8") && !desk_phrase_starts_with (told, "UTF-") && n_good < n_bad * 4)
        {
          /* Pages lie: what comes out must look like a text. */
          self->charset = told;
          decode_iconv (self, bytes, size);
          if (!is_sane (self, size))
            {
              g_clear_pointer (&self->utf8, g_free);
              self->n_replaced = 0;
              self->charset = NULL;
            }
        }
      /* By chance a two-byte sequence of another encoding is good UTF-8 about once in eight. */
      else if (n_good > n_bad || (told != NULL && n_bad <= 2) ||
               (n_good * 4 > n_bad && has_lines_of_utf_8 (bytes, size)))
        self->charset = "UTF-8";

      if (self->charset == NULL)
        {
          self->charset = desk_charset_guess (bytes, size, is_markup);
          self->is_guess = TRUE;
        }
    }

  if (self->utf8 == NULL)
    {
      if (g_str_equal (self->charset, "UTF-8"))
        decode_utf_8 (self, bytes, size);
      else
        decode_iconv (self, bytes, size);
    }
  clean (self);

  return g_steal_pointer (&self);
}

void
desk_decoded_free (DeskDecoded *self)
{
  g_free (self->utf8);
  g_free (self);
}
