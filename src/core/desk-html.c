/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-html-private.h"

#include <string.h>

/**
 * desk_html_append_escaped:
 * @html: where to
 * @utf8: valid UTF-8
 * @n_bytes: its size, -1 if it ends with a NUL
 *
 * Adds text so that a parser gives back exactly the same text, in an element as in a quoted attribute.
 */
void
desk_html_append_escaped (GString *html,
                          const char *utf8,
                          gssize n_bytes)
{
  const char *end = utf8 + (n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes);

  for (const char *p = utf8; p < end;)
    {
      const char *plain = p;

      while (p < end && *p != '&' && *p != '<' && *p != '>' && *p != '"' && *p != '\'' && *p != '\r')
        p++;
      g_string_append_len (html, plain, p - plain);
      if (p == end)
        break;

      switch (*p++)
        {
        case '&':
          g_string_append (html, "&amp;");
          break;
        case '<':
          g_string_append (html, "&lt;");
          break;
        case '>':
          g_string_append (html, "&gt;");
          break;
        case '"':
          g_string_append (html, "&quot;");
          break;
        case '\'':
          g_string_append (html, "&#39;");
          break;
        default: /* a parser would make a line end of it */
          g_string_append (html, "&#13;");
          break;
        }
    }
}

/**
 * desk_html_is_safe_href:
 * @href: (nullable): where a link of an article leads
 *
 * Allows addresses of the web and of mail, and our own. The scheme must stand at the very beginning: browsers skip
 * spaces and control characters there, and a `javascript:` can hide behind them.
 *
 * Returns: %TRUE if it may be written into a page
 */
gboolean
desk_html_is_safe_href (const char *href)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:", "newsdesk:" };

  if (href == NULL || !g_utf8_validate (href, -1, NULL))
    return FALSE;

  for (const char *p = href; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}
