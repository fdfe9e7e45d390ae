/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-anchor-private.h"

#include <string.h>

/* Of the context, how much has to be the same, and how much more than around any other place. */
#define MIN_CONTEXT 0.5
#define CLEAR_LEAD 0.1
/* Code points from which a passage that stands only once is known by itself. */
#define MIN_LENGTH 12

/* How much of the end of one text is the end of the other, from 0 to 1. */
static double
compare_before (const char *prefix,
                const char *begin,
                const char *place)
{
  const gsize n_bytes = strlen (prefix);
  gsize n_same = 0;

  if (n_bytes == 0)
    return place == begin ? 1 : 0;

  while (n_same < n_bytes && place - begin > (gssize) n_same &&
         prefix[n_bytes - 1 - n_same] == *(place - 1 - n_same))
    n_same++;

  return (double) n_same / (double) n_bytes;
}

static double
compare_after (const char *suffix,
               const char *place)
{
  const gsize n_bytes = strlen (suffix);
  gsize n_same = 0;

  if (n_bytes == 0)
    return *place == '\0' ? 1 : 0;

  while (n_same < n_bytes && suffix[n_same] == place[n_same])
    n_same++;

  return (double) n_same / (double) n_bytes;
}

static double
compare_context (const DeskAnchor *self,
                 const char *begin,
                 const char *place)
{
  return (compare_before (self->prefix, begin, place) + compare_after (self->suffix, place + strlen (self->exact))) / 2;
}

static gboolean
stands_as_before (const DeskAnchor *self,
                  DeskText *text)
{
  const char *utf8 = desk_text_get_utf8 (text);
  const char *place;

  if (self->end > desk_text_get_length (text))
    return FALSE;

  place = utf8 + desk_text_get_byte_offset (text, self->start);

  return g_str_has_prefix (place, self->exact) && compare_context (self, utf8, place) == 1;
}

/**
 * desk_anchor_find:
 * @self: an anchor
 * @text: a text
 * @start: (out): its first code point
 * @end: (out): the code point after its last
 *
 * Finds a passage: where it stood, with the same words around it, or else where its own words stand in the most similar
 * company.
 *
 * Returns: whether it was found
 */
gboolean
desk_anchor_find (const DeskAnchor *self,
                  DeskText *text,
                  guint *start,
                  guint *end)
{
  const char *utf8 = desk_text_get_utf8 (text);
  const char *best = NULL;
  double best_context = -1;
  double second_context = -1;
  guint n_found = 0;

  if (stands_as_before (self, text))
    {
      *start = self->start;
      *end = self->end;
      return TRUE;
    }

  for (const char *place = strstr (utf8, self->exact); place != NULL; place = strstr (place + 1, self->exact))
    {
      double context = compare_context (self, utf8, place);

      n_found++;
      if (context > best_context)
        {
          second_context = best_context;
          best_context = context;
          best = place;
        }
      else if (context > second_context)
        {
          second_context = context;
        }
    }

  if (best == NULL)
    return FALSE;
  if (!(n_found == 1 && self->end - self->start >= MIN_LENGTH) &&
      !(best_context >= MIN_CONTEXT && best_context >= second_context + CLEAR_LEAD))
    return FALSE;

  *start = desk_text_get_code_point (text, (gsize) (best - utf8));
  *end = *start + (self->end - self->start);

  return TRUE;
}
