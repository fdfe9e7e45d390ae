/* The form of a word under which it is looked up: lower case, without accents.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-fold.h"

#include <string.h>

/* Letters that Unicode does not decompose, though they are written without their stroke elsewhere. */
static const char *
undecomposed (gunichar c)
{
  switch (c)
    {
    case 0x00DF: /* ß */
    case 0x1E9E:
      return "ss";
    case 0x00E6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x00F8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
    case 0x00F0: /* ð */
      return "d";
    case 0x00FE: /* þ */
      return "th";
    case 0x0131: /* ı */
      return "i";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
      return "'";
    case 0x2010:
    case 0x2011:
      return "-";
    default:
      return NULL;
    }
}

static void
fold_character (gunichar c,
                GString *folded)
{
  const char *spelled;

  c = g_unichar_tolower (c);
  spelled = undecomposed (c);
  if (spelled != NULL)
    g_string_append (folded, spelled);
  else if (c != 0x00AD && !(c >= 0x0300 && c <= 0x036F) && !(c >= 0x200B && c <= 0x200D) && c != 0xFEFF)
    g_string_append_unichar (folded, c);
}

/**
 * desk_fold_word:
 * @utf8: valid UTF-8, need not end in a zero
 * @n_bytes: its length
 * @folded: is set to the folded word
 *
 * Lower case by Unicode's simple mapping (never by the locale), Latin, Greek and Cyrillic accents
 * taken off, apostrophes and hyphens of one kind, soft hyphens and joiners dropped.
 */
void
desk_fold_word (const char *utf8,
                gsize n_bytes,
                GString *folded)
{
  const char *end = utf8 + n_bytes;

  g_string_truncate (folded, 0);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar c;
      gsize n;

      if ((guchar) *p < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower (*p));
          continue;
        }

      c = g_utf8_get_char (p);
      /* Only letters with accents are taken apart; Hangul and the scripts of India stay whole. */
      n = c < 0x0590 || (c >= 0x1E00 && c < 0x2000)
            ? g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts))
            : 1;
      if (n == 1)
        fold_character (c, folded);
      else
        for (gsize i = 0; i < n; i++)
          fold_character (parts[i], folded);
    }
}
