/* Named and numbered characters of HTML, where no page is parsed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-entity-name.h"

/* The ones that news texts use. */
static const struct
{
  const char *name;
  gunichar c;
} names[] = {
  { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }, { "nbsp", 0xa0 }, { "iexcl", 0xa1 }, { "cent", 0xa2 }, { "pound", 0xa3 }, { "yen", 0xa5 }, { "sect", 0xa7 }, { "copy", 0xa9 }, { "laquo", 0xab }, { "shy", 0xad }, { "reg", 0xae }, { "deg", 0xb0 }, { "plusmn", 0xb1 }, { "acute", 0xb4 }, { "para", 0xb6 }, { "middot", 0xb7 }, { "ordm", 0xba }, { "ordf", 0xaa }, { "raquo", 0xbb }, { "frac12", 0xbd }, { "iquest", 0xbf }, { "Agrave", 0xc0 }, { "Aacute", 0xc1 }, { "Auml", 0xc4 }, { "Aring", 0xc5 }, { "AElig", 0xc6 }, { "Ccedil", 0xc7 }, { "Egrave", 0xc8 }, { "Eacute", 0xc9 }, { "Ntilde", 0xd1 }, { "Ouml", 0xd6 }, { "times", 0xd7 }, { "Oslash", 0xd8 }, { "Uuml", 0xdc }, { "szlig", 0xdf }, { "agrave", 0xe0 }, { "aacute", 0xe1 }, { "acirc", 0xe2 }, { "atilde", 0xe3 }, { "auml", 0xe4 }, { "aring", 0xe5 }, { "aelig", 0xe6 }, { "ccedil", 0xe7 }, { "egrave", 0xe8 }, { "eacute", 0xe9 }, { "ecirc", 0xea }, { "euml", 0xeb }, { "igrave", 0xec }, { "iacute", 0xed }, { "icirc", 0xee }, { "iuml", 0xef }, { "ntilde", 0xf1 }, { "ograve", 0xf2 }, { "oacute", 0xf3 }, { "ocirc", 0xf4 }, { "otilde", 0xf5 }, { "ouml", 0xf6 }, { "oslash", 0xf8 }, { "ugrave", 0xf9 }, { "uacute", 0xfa }, { "ucirc", 0xfb }, { "uuml", 0xfc }, { "OElig", 0x152 }, { "oelig", 0x153 }, { "Scaron", 0x160 }, { "scaron", 0x161 }, { "ensp", 0x2002 }, { "emsp", 0x2003 }, { "thinsp", 0x2009 }, { "zwnj", 0x200c }, { "zwj", 0x200d }, { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "sbquo", 0x201a }, { "ldquo", 0x201c }, { "rdquo", 0x201d }, { "bdquo", 0x201e }, { "bull", 0x2022 }, { "hellip", 0x2026 }, { "prime", 0x2032 }, { "lsaquo", 0x2039 }, { "rsaquo", 0x203a }, { "euro", 0x20ac }, { "trade", 0x2122 }, { "rarr", 0x2192 }, { "minus", 0x2212 }
};

/**
 * desk_entity_name_append:
 * @entity: "&name;" or "&#number;"
 * @length: of @entity in bytes
 *
 * Adds the character that is meant, or the text itself where none is known.
 */
void
desk_entity_name_append (GString *target,
                         const char *entity,
                         gsize length)
{
  if (length > 3 && entity[1] == '#')
    {
      gboolean hex = entity[2] == 'x' || entity[2] == 'X';
      g_autofree char *digits = g_strndup (entity + (hex ? 3 : 2), MIN (length - 1, 10) - (hex ? 3 : 2));
      guint64 c = g_ascii_strtoull (digits, NULL, hex ? 16 : 10);

      if (c >= 0x20 && c < 0x110000 && g_unichar_validate (c) && (c < 0x7f || c >= 0xa0))
        {
          g_string_append_unichar (target, c);
          return;
        }
    }
  else if (length > 2)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      if (strlen (names[i].name) == length - 2 && memcmp (names[i].name, entity + 1, length - 2) == 0)
        {
          g_string_append_unichar (target, names[i].c);
          return;
        }

  g_string_append_len (target, entity, length);
}

/**
 * desk_entity_name_dup_decoded:
 *
 * Returns: (transfer full): a text with its "&name;" replaced
 */
char *
desk_entity_name_dup_decoded (const char *text)
{
  GString *result = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '&' ? strchr (text, ';') : NULL;

      if (end != NULL && end - text <= 10)
        {
          desk_entity_name_append (result, text, end + 1 - text);
          text = end + 1;
        }
      else
        g_string_append_c (result, *text++);
    }

  return g_string_free (result, FALSE);
}
