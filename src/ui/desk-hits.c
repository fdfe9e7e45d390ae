/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-hits.h"

#define HIT_START 0x2068
#define HIT_END 0x2069

/* Characters before the first hit: a line of the list shows about forty, and the hit is what was searched for. */
#define MAX_BEFORE 16

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

/* Takes away what would push the first hit out of a line, by whole words. */
static void
cut_before (GString *text,
            PangoAttrList *hits,
            gsize first_hit)
{
  const char *ellipsis = "…";
  const char *hit = text->str + first_hit;
  const char *cut = hit;

  if (g_utf8_strlen (text->str, first_hit) <= MAX_BEFORE)
    return;

  for (guint i = 0; i < MAX_BEFORE; i++)
    cut = g_utf8_prev_char (cut);
  for (const char *p = cut; p < hit; p = g_utf8_next_char (p))
    if (*p == ' ')
      {
        cut = p + 1;
        break;
      }

  pango_attr_list_update (hits, 0, cut - text->str, strlen (ellipsis));
  g_string_erase (text, 0, cut - text->str);
  g_string_prepend (text, ellipsis);
}

char *
desk_hits_parse (const char *snippet,
                 PangoAttrList **hits)
{
  g_autoptr (GString) text = NULL;
  gssize hit = -1;
  gssize first_hit = -1;

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
          if (first_hit < 0)
            first_hit = hit;
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
  if (first_hit > 0)
    cut_before (text, *hits, first_hit);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
