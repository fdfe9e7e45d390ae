/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-search.h"

#include <string.h>

/* The longest decomposition of one character, and of what that becomes without case. */
#define MAX_DECOMPOSED 18

/* One character as it is compared, and the code points that it came from. */
typedef struct
{
  guint start;
  guint end;
} Origin;

struct _DeskReaderSearch
{
  GArray *letters; /* of gunichar */
  GArray *origins; /* of Origin, as many */
};

static gboolean
is_ignored (gunichar c)
{
  switch (c)
    {
    case 0x00ad: /* soft hyphen */
    case 0x200b: /* zero width space */
    case 0x200c: /* zero width non-joiner */
    case 0x200d: /* zero width joiner */
    case 0x2060: /* word joiner */
    case 0xfeff: /* zero width no-break space */
      return TRUE;
    default:
      return g_unichar_ismark (c);
    }
}

/* Typographic forms as they are on a keyboard. */
static gunichar
simplify (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201a: /* ‚ */
    case 0x201b: /* ‛ */
    case 0x2032: /* ′ */
    case 0x02bc: /* ʼ */
    case 0x2039: /* ‹ */
    case 0x203a: /* › */
    case 0x0060: /* ` */
    case 0x00b4: /* ´ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x201f: /* ‟ */
    case 0x2033: /* ″ */
    case 0x00ab: /* « */
    case 0x00bb: /* » */
      return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2015: /* ― */
    case 0x2212: /* minus */
      return '-';
    default:
      return c;
    }
}

static void
append (DeskReaderSearch *self,
        gunichar letter,
        guint start,
        guint end)
{
  gboolean has_last = self->letters->len > 0;

  /* Any white space is one space, so that a needle reaches over the end of a line. */
  if (g_unichar_isspace (letter))
    {
      letter = ' ';
      if (has_last && g_array_index (self->letters, gunichar, self->letters->len - 1) == ' ')
        {
          g_array_index (self->origins, Origin, self->origins->len - 1).end = end;
          return;
        }
    }

  g_array_append_val (self->letters, letter);
  g_array_append_val (self->origins, ((Origin) { start, end }));
}

static void
append_folded (DeskReaderSearch *self,
               gunichar c,
               guint start,
               guint end)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      char utf8[6];
      g_autofree char *folded = NULL;

      if (is_ignored (parts[i]))
        continue;

      if (parts[i] < 0x80)
        {
          append (self, g_ascii_tolower (simplify (parts[i])), start, end);
          continue;
        }

      /* Folding may make two of one: "ß" is found by "ss". */
      folded = g_utf8_casefold (utf8, g_unichar_to_utf8 (simplify (parts[i]), utf8));
      for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar letter = g_utf8_get_char (p);

          if (!is_ignored (letter))
            append (self, letter, start, end);
        }
    }
}

static DeskReaderSearch *
new_folded (const char *utf8)
{
  DeskReaderSearch *self = g_new0 (DeskReaderSearch, 1);
  guint at = 0;

  self->letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);

      /* An accent that stands on its own belongs to the letter before it. */
      if (is_ignored (c) && g_unichar_ismark (c) && self->origins->len > 0 &&
          g_array_index (self->origins, Origin, self->origins->len - 1).end == at)
        g_array_index (self->origins, Origin, self->origins->len - 1).end = at + 1;
      else
        append_folded (self, c, at, at + 1);
    }

  return self;
}

DeskReaderSearch *
desk_reader_search_new (DeskText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return new_folded (desk_text_get_utf8 (text));
}

void
desk_reader_search_free (DeskReaderSearch *self)
{
  g_array_unref (self->letters);
  g_array_unref (self->origins);
  g_free (self);
}

GArray *
desk_reader_search_find (DeskReaderSearch *self,
                         const char *needle)
{
  g_autoptr (DeskReaderSearch) wanted = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  const gunichar *letters, *first;
  guint n, i = 0;

  g_return_val_if_fail (self != NULL && needle != NULL, found);

  wanted = new_folded (needle);
  n = wanted->letters->len;
  if (n == 0 || (n == 1 && g_array_index (wanted->letters, gunichar, 0) == ' '))
    return found;

  letters = (const gunichar *) self->letters->data;
  first = (const gunichar *) wanted->letters->data;
  while (i + n <= self->letters->len)
    {
      const Origin *start = &g_array_index (self->origins, Origin, i);

      if (letters[i] == first[0] && memcmp (letters + i, first, n * sizeof (gunichar)) == 0)
        {
          const Origin *end = &g_array_index (self->origins, Origin, i + n - 1);
          DeskRange range = { start->start, end->end };

          g_array_append_val (found, range);
          i += n;
        }
      else
        i++;
    }

  return found;
}
