/* White space of running text: any run of it is one space, at the edges none.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-space.h"

void
desk_html_space_start (DeskHtmlSpace *self)
{
  self->is_pending = self->is_tab = FALSE;
}

void
desk_html_space_add (DeskHtmlSpace *self)
{
  self->is_pending = TRUE;
}

void
desk_html_space_add_tab (DeskHtmlSpace *self)
{
  self->is_pending = self->is_tab = TRUE;
}

/* Marks of breaking and direction that editors leave behind; joiners and direction marks carry meaning and stay. */
static gboolean
is_dropped (gunichar c)
{
  return c == 0xad || c == 0x200b || c == 0xfeff || c == 0x2060;
}

/* A no-break space belongs to the typography of French, and of numbers; elsewhere an editor left it there. */
static gboolean
holds_together (gunichar before,
                gunichar after)
{
  if (before == 0xab || before == 0x2039 || after == 0xbb || after == 0x203a)
    return TRUE;
  if (after == ':' || after == ';' || after == '!' || after == '?' || after == '%' || after == 0x20ac)
    return g_unichar_isalnum (before) || before == 0xbb;

  return g_unichar_isdigit (before) && g_unichar_isdigit (after);
}

static void
write_space (DeskHtmlSpace *self,
             GString *target)
{
  if (self->is_pending && target->len > 0 && target->str[target->len - 1] != '\n')
    g_string_append_c (target, self->is_tab ? '\t' : ' ');
  self->is_pending = self->is_tab = FALSE;
}

/**
 * desk_html_space_flush:
 * @next: the text that is written next
 *
 * Writes white space that waits, and that at the start of @next, so that a span that begins there does not hold it.
 *
 * Returns: the rest of @next
 */
const char *
desk_html_space_flush (DeskHtmlSpace *self,
                       GString *target,
                       const char *next)
{
  const char *rest = next;

  while (g_ascii_isspace (*rest))
    rest++;
  self->is_pending |= rest > next;
  write_space (self, target);

  return rest;
}

/**
 * desk_html_space_append:
 *
 * Adds a piece of text; white space at its end waits for the next piece.
 */
void
desk_html_space_append (DeskHtmlSpace *self,
                        GString *target,
                        const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;
      gunichar c;

      /* Most text is words of ASCII. */
      while ((guint8) *p > ' ' && (guint8) *p < 0x7f)
        p++;
      if (p > start)
        {
          write_space (self, target);
          g_string_append_len (target, start, p - start);
          continue;
        }

      c = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      if (c == 0xa0)
        {
          gunichar before = target->len > 0 && !self->is_pending ? g_utf8_get_char (g_utf8_prev_char (target->str + target->len)) : 0;

          if (holds_together (before, g_utf8_get_char (p)))
            g_string_append_len (target, start, p - start);
          else
            self->is_pending = TRUE;
        }
      else if (c < 0x20 || c == 0x7f || (g_unichar_isspace (c) && c != 0x202f))
        self->is_pending |= g_unichar_isspace (c);
      else if (!is_dropped (c))
        {
          write_space (self, target);
          g_string_append_len (target, start, p - start);
        }
    }
}

/**
 * desk_html_space_append_raw:
 *
 * Adds text as it stands, for code and poems.
 */
void
desk_html_space_append_raw (GString *target,
                            const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_c (target, *p);
}
