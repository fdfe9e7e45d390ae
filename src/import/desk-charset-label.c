/* Names of character encodings as the web uses them: the table of the WHATWG Encoding Standard.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-charset-label.h"

/* Where pages declare their encoding at the latest; browsers look at 1,024 bytes, real pages need more. */
#define DECLARATION_BYTES 8192

typedef struct
{
  const char *name;   /* what iconv calls it */
  const char *labels; /* in lower case, between spaces */
} Encoding;

/* clang-format off */
static const Encoding encodings[] = {
  { "UTF-8", " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 " },
  { "WINDOWS-1252", " windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 latin1 latin-1 l1 csisolatin1 ascii us-ascii ansi_x3.4-1968 ibm819 cp819 x-user-defined " },
  { "WINDOWS-1250", " windows-1250 cp1250 x-cp1250 " },
  { "WINDOWS-1251", " windows-1251 cp1251 x-cp1251 win-1251 " },
  { "WINDOWS-1253", " windows-1253 cp1253 x-cp1253 " },
  { "WINDOWS-1254", " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 csisolatin5 " },
  { "WINDOWS-1255", " windows-1255 cp1255 x-cp1255 " },
  { "WINDOWS-1256", " windows-1256 cp1256 x-cp1256 " },
  { "WINDOWS-1257", " windows-1257 cp1257 x-cp1257 " },
  { "WINDOWS-1258", " windows-1258 cp1258 x-cp1258 " },
  { "WINDOWS-874", " windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 " },
  { "ISO-8859-2", " iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 latin2 latin-2 l2 csisolatin2 " },
  { "ISO-8859-3", " iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 iso-ir-109 latin3 l3 csisolatin3 " },
  { "ISO-8859-4", " iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 iso-ir-110 latin4 l4 csisolatin4 " },
  { "ISO-8859-5", " iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144 cyrillic csisolatincyrillic " },
  { "ISO-8859-6", " iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 iso-8859-6-e iso-8859-6-i iso-ir-127 arabic asmo-708 ecma-114 csisolatinarabic " },
  { "ISO-8859-7", " iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 iso-ir-126 greek greek8 ecma-118 elot_928 sun_eu_greek csisolatingreek " },
  { "ISO-8859-8", " iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 iso-8859-8-e iso-8859-8-i iso-ir-138 hebrew visual logical csisolatinhebrew csiso88598i " },
  { "ISO-8859-10", " iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6 " },
  { "ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 " },
  { "ISO-8859-14", " iso-8859-14 iso8859-14 iso885914 " },
  { "ISO-8859-15", " iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9 csisolatin9 " },
  { "ISO-8859-16", " iso-8859-16 " },
  { "KOI8-R", " koi8-r koi8_r koi8 koi cskoi8r " },
  { "KOI8-U", " koi8-u koi8-ru " },
  { "CP866", " ibm866 866 cp866 csibm866 " },
  { "MACINTOSH", " macintosh mac x-mac-roman csmacintosh " },
  { "MAC-CYRILLIC", " x-mac-cyrillic x-mac-ukrainian " },
  { "CP932", " shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis " },
  { "EUC-JP", " euc-jp x-euc-jp cseucpkdfmtjapanese " },
  { "ISO-2022-JP", " iso-2022-jp csiso2022jp " },
  { "GB18030", " gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 " },
  { "BIG5-HKSCS", " big5 big5-hkscs big-5 cn-big5 x-x-big5 csbig5 " },
  { "CP949", " euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 iso-ir-149 cseuckr csksc56011987 " },
  { "UTF-16LE", " utf-16le utf-16 unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff " },
  { "UTF-16BE", " utf-16be unicodefffe " },
  { "UTF-32LE", " utf-32le utf-32 " },
  { "UTF-32BE", " utf-32be " },
};
/* clang-format on */

/**
 * desk_charset_resolve:
 * @label: the name of an encoding as a page or a server wrote it
 * @length: of @label in bytes, or -1
 *
 * Looks a name up as browsers do, so that "latin1" means windows-1252.
 *
 * Returns: (nullable): the name for iconv
 */
const char *
desk_charset_resolve (const char *label,
                      gssize length)
{
  g_autofree char *stripped = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *needle = NULL;

  if (label == NULL)
    return NULL;

  stripped = g_strstrip (length < 0 ? g_strdup (label) : g_strndup (label, length));
  if (*stripped == '\0' || strlen (stripped) > 40 || strchr (stripped, ' ') != NULL)
    return NULL;

  lower = g_ascii_strdown (stripped, -1);
  needle = g_strconcat (" ", lower, " ", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (strstr (encodings[i].labels, needle) != NULL)
      return encodings[i].name;

  return NULL;
}

static const char *
find_word (const char *from,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  for (const char *p = from; p + length <= end; p++)
    if (g_ascii_strncasecmp (p, word, length) == 0)
      return p;

  return NULL;
}

static gboolean
is_label_byte (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-' || byte == '_' || byte == ':' || byte == '.';
}

/* Reads the name after "charset=" or "encoding=", quoted or not. */
static char *
read_label (const char *p,
            const char *end)
{
  const char *start;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || *p != '=')
    return NULL;
  for (p++; p < end && (g_ascii_isspace (*p) || *p == '"' || *p == '\'');)
    p++;
  for (start = p; p < end && is_label_byte (*p);)
    p++;

  return p > start ? g_strndup (start, p - start) : NULL;
}

/**
 * desk_charset_dup_declared:
 * @bytes: the start of a page
 * @size: of @bytes
 *
 * Reads the encoding that a page tells of itself, in an XML declaration or a `meta` element.
 *
 * Returns: (transfer full) (nullable): the name as it stands there
 */
char *
desk_charset_dup_declared (const char *bytes,
                           gsize size)
{
  const char *end = bytes + MIN (size, DECLARATION_BYTES);
  const char *p = bytes;

  if (size > 5 && g_ascii_strncasecmp (bytes, "<?xml", 5) == 0)
    {
      const char *close = memchr (bytes, '>', end - bytes);
      const char *word = close != NULL ? find_word (bytes, close, "encoding") : NULL;
      char *label = word != NULL ? read_label (word + strlen ("encoding"), close) : NULL;

      if (label != NULL)
        return label;
    }

  while ((p = memchr (p, '<', end - p)) != NULL)
    {
      const char *close;

      if (end - p > 4 && memcmp (p, "<!--", 4) == 0)
        {
          const char *comment_end = find_word (p + 4, end, "-->");

          if (comment_end == NULL)
            break;
          p = comment_end;
          continue;
        }

      p++;
      if (end - p < 5 || g_ascii_strncasecmp (p, "meta", 4) != 0 || g_ascii_isalnum (p[4]))
        continue;

      close = memchr (p, '>', end - p);
      for (const char *word = p; close != NULL && (word = find_word (word, close, "charset")) != NULL; word++)
        {
          char *label = read_label (word + strlen ("charset"), close);

          if (label != NULL)
            return label;
        }
    }

  return NULL;
}
