/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-hits.h"

#define HIT_START 0x2068
#define HIT_END 0x2069

static void
add_hit (PangoAttrList *hits,
         gsize start,
         gsize end)
{
  PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (hits, attribute);
}

char *
desk_hits_parse (const char *snippet,
                 PangoAttrList **hits)
{
  g_autoptr (GString) text = NULL;
  gssize hit = -1;

  g_return_val_if_fail (snippet != NULL, NULL);
  g_return_val_if_fail (hits != NULL, NULL);

  *hits = pango_attr_list_new ();
  text = g_string_sized_new (strlen (snippet));

  for (const char *p = snippet; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == HIT_START)
        {
          if (hit < 0)
            hit = text->len;
        }
      else if (c == HIT_END)
        {
          if (hit >= 0 && text->len > (gsize) hit)
            add_hit (*hits, hit, text->len);
          hit = -1;
        }
      else
        {
          /* One line only: a snippet may reach over the end of a block. */
          g_string_append_unichar (text, c == '\n' ? ' ' : c);
        }
    }

  /* A hit that was cut off at the end of the snippet. */
  if (hit >= 0 && text->len > (gsize) hit)
    add_hit (*hits, hit, text->len);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
