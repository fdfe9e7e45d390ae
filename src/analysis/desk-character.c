/* What a character is to the tokeniser.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-character.h"

gboolean
desk_character_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

gboolean
desk_character_is_quote (gunichar c)
{
  switch (c)
    {
    case '"':
    case '\'':
    case '`':
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x02BC:
    case 0xFF02:
    case 0xFF07:
      return TRUE;
    default:
      return c >= 0x2018 && c <= 0x201F;
    }
}

/* Continues the character before it, so no token may start here. */
gboolean
desk_character_is_extender (gunichar c)
{
  return c >= 0x0300 && (g_unichar_ismark (c) || c == 0x200C || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F));
}

gboolean
desk_character_is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);

  return g_unichar_isalpha (c);
}

/* Without the symbols, which g_unichar_ispunct() counts in. */
gboolean
desk_character_is_punctuation (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION;
}

/* Scripts whose words are not told apart by spaces: a character a word. */
gboolean
desk_character_is_single (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x3041 && c <= 0x309F);
}

gboolean
desk_character_is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && g_unichar_isspace (c)) || c == 0x0085 || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

DeskShape
desk_shape_of (const char *p,
               const char *end)
{
  gboolean first_upper = FALSE;
  guint n_upper = 0, n_lower = 0, n_letters = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!desk_character_is_letter (c))
        continue;
      n_letters++;
      if (g_unichar_isupper (c) || g_unichar_istitle (c))
        {
          n_upper++;
          first_upper |= n_letters == 1;
        }
      else if (g_unichar_islower (c))
        n_lower++;
    }

  if (n_upper == 0)
    return n_lower > 0 ? DESK_SHAPE_LOWER : DESK_SHAPE_NONE;
  if (n_upper == 1 && first_upper)
    return DESK_SHAPE_CAPITAL;

  return n_lower == 0 ? DESK_SHAPE_UPPER : DESK_SHAPE_MIXED;
}
