/* Addresses of the web inside a text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-web-address.h"

#include <string.h>

#include "desk-character.h"

static gboolean
is_domain_end (const char *p,
               gsize n_bytes)
{
  static const char *const domains[] = { "com", "org", "net", "gov", "edu", "info", "int", "io", "eu", "uk", "de", "fr", "tv" };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (n_bytes == strlen (domains[i]) && strncmp (p, domains[i], n_bytes) == 0)
      return TRUE;

  return FALSE;
}

/**
 * desk_match_domain:
 * @p: the stop behind a word
 * @end: the end of the text
 *
 * Returns: (nullable): the end of ".example.org", where it is one
 */
const char *
desk_match_domain (const char *p,
                   const char *end)
{
  for (guint n_parts = 0; n_parts < 4 && p < end && *p == '.'; n_parts++)
    {
      const char *q = p + 1;

      while (q < end && q - p < 24 && g_ascii_islower (*q))
        q++;
      if (is_domain_end (p + 1, q - p - 1) && !(q < end && desk_character_is_letter (g_utf8_get_char (q))))
        return q;
      if (q == p + 1)
        break;
      p = q;
    }

  return NULL;
}

/**
 * desk_match_url:
 * @p: the start of a word
 * @end: the end of the text
 * @max_bytes: how long it may be
 *
 * Returns: (nullable): the end of the address that starts there, without the stop of its sentence
 */
const char *
desk_match_url (const char *p,
                const char *end,
                gsize max_bytes)
{
  static const char *const starts[] = { "http://", "https://", "www." };
  const char *at = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (starts) && at == NULL; i++)
    if ((gsize) (end - p) > strlen (starts[i]) && g_ascii_strncasecmp (p, starts[i], strlen (starts[i])) == 0)
      at = p + strlen (starts[i]);
  if (at == NULL)
    return NULL;

  while (at < end && (gsize) (at - p) < max_bytes)
    {
      gunichar c = g_utf8_get_char (at);

      if (desk_character_is_space (c) || desk_character_is_quote (c) || c == '<' || c == '>')
        break;
      at = g_utf8_next_char (at);
    }
  while (at > p && strchr (".,;:!?)", at[-1]) != NULL)
    at--;

  return at;
}
