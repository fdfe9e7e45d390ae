/* Decides on the day of publication by a vote of all that a page tells of it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-date-reader.h"
#include "desk-html-date.h"

/* Dates stand near the headline, in short pieces of text. */
#define MAX_PIECE 160
#define PIECES_AFTER 60
#define PIECES_BEFORE 25

/* Sources in the order in which they are believed where the vote does not decide. */
typedef enum
{
  SOURCE_ITEM,
  SOURCE_META,
  SOURCE_JSON_LD,
  SOURCE_TIME_PUBLISHED,
  SOURCE_ADDRESS,
  SOURCE_OTHER_META,
  SOURCE_TIME,
  SOURCE_ABBR,
  SOURCE_TEXT,
  N_SOURCES
} Source;

static const DeskOrigin origins[N_SOURCES] = {
  DESK_ORIGIN_MICRODATA, DESK_ORIGIN_META, DESK_ORIGIN_JSON_LD, DESK_ORIGIN_MARKUP, DESK_ORIGIN_ADDRESS, DESK_ORIGIN_META, DESK_ORIGIN_MARKUP, DESK_ORIGIN_MARKUP, DESK_ORIGIN_TEXT
};

static void
take (char **slot,
      const char *value)
{
  if (*slot == NULL && value != NULL)
    {
      *slot = desk_date_dup_iso (value);
      if (*slot != NULL && !desk_date_is_plausible (*slot))
        g_clear_pointer (slot, g_free);
    }
}

static gboolean
is_same_day (const char *a,
             const char *b)
{
  return a != NULL && b != NULL && strncmp (a, b, 10) == 0;
}

/* The text of the block around a text node, where it is short. */
static char *
dup_piece (DeskHtmlTree *tree,
           guint index)
{
  guint block = index;

  while (block != DESK_HTML_ROOT && !tree->nodes[tree->nodes[block].parent].is_block && tree->nodes[tree->nodes[block].parent].length <= MAX_PIECE)
    block = tree->nodes[block].parent;
  if (block != DESK_HTML_ROOT && tree->nodes[tree->nodes[block].parent].length <= MAX_PIECE)
    block = tree->nodes[block].parent;

  return desk_html_tree_dup_text (tree, block, MAX_PIECE * 4);
}

static gboolean
is_left_out_for_good (DeskHtmlMark mark)
{
  return mark == DESK_HTML_MARK (DESK_LEFT_OUT_REASON_HIDDEN) || mark == DESK_HTML_MARK (DESK_LEFT_OUT_REASON_SCRIPT_FALLBACK) || mark == DESK_HTML_MARK (DESK_LEFT_OUT_REASON_FORM) || mark == DESK_HTML_MARK (DESK_LEFT_OUT_REASON_NAVIGATION);
}

/* The first visible date around the headline; one that tells of an update is kept apart. */
static void
find_visible (DeskHtmlTree *tree,
              const DeskHtmlMark *marks,
              guint headline,
              const char *language,
              char **published,
              char **modified)
{
  guint from = 1;
  guint n_after = 0;
  guint n_before = 0;

  if (headline != 0)
    for (from = headline; from > 1 && n_before < PIECES_BEFORE; from--)
      n_before += tree->nodes[from].is_text && tree->nodes[from].length > 0;

  /* What stands after the headline first, then what stands before it. */
  for (guint turn = 0; turn < 2 && *published == NULL; turn++)
    {
      guint start = turn == 0 && headline != 0 ? headline : from;
      guint end = turn == 0 ? tree->n_nodes : headline;

      for (guint i = start; i < end && *published == NULL && (turn == 1 || n_after < PIECES_AFTER * (headline != 0 ? 1 : 4)); i++)
        {
          const DeskHtmlNode *node = &tree->nodes[i];
          DeskDateHit hit;
          g_autofree char *piece = NULL;
          const char *digit;

          if (is_left_out_for_good (marks[i]))
            {
              i = node->end - 1;
              continue;
            }
          if (!node->is_text || node->is_silent || node->length == 0)
            continue;
          n_after += turn == 0;
          digit = node->length <= MAX_PIECE ? strpbrk (node->node->v.text.text, "0123456789") : NULL;
          if (digit == NULL)
            continue;

          piece = dup_piece (tree, i);
          if (strlen (piece) > MAX_PIECE * 2 || !desk_date_find (piece, language, &hit) || !desk_date_is_plausible (hit.value))
            continue;
          if (desk_date_is_update (piece))
            {
              if (*modified == NULL)
                *modified = g_strdup (hit.value);
              continue;
            }
          *published = g_strdup (hit.value);
        }
    }
}

/* Of the values of one day the one with a time. */
static Source
most_precise (char *const values[N_SOURCES],
              Source day)
{
  if (strchr (values[day], 'T') != NULL)
    return day;

  for (guint i = 0; i < N_SOURCES; i++)
    if (is_same_day (values[i], values[day]) && strchr (values[i], 'T') != NULL)
      return i;

  return day;
}

static Source
vote (char *const values[N_SOURCES])
{
  /* The address never lies by chance. */
  for (guint i = 0; i < N_SOURCES; i++)
    if (i != SOURCE_ADDRESS && is_same_day (values[i], values[SOURCE_ADDRESS]))
      return SOURCE_ADDRESS;

  for (guint i = 0; i < N_SOURCES; i++)
    {
      guint n = 0;

      for (guint k = 0; k < N_SOURCES; k++)
        n += is_same_day (values[i], values[k]);
      if (n >= 3)
        return i;
    }

  for (guint i = 0; i < N_SOURCES; i++)
    if (values[i] != NULL)
      return i;

  return N_SOURCES;
}

/**
 * desk_html_date_decide:
 * @url: (nullable): where the page came from
 *
 * Sets the dates of publication and of the last change.
 */
void
desk_html_date_decide (DeskReading *reading,
                       DeskHtmlTree *tree,
                       const DeskHtmlMark *marks,
                       const DeskHtmlFacts *facts,
                       const DeskHtmlHeadline *headline,
                       const char *url)
{
  char *values[N_SOURCES] = { NULL };
  g_autofree char *modified = NULL;
  g_autofree char *visible_modified = NULL;
  Source winner;
  guint n_same = 0;

  take (&values[SOURCE_ITEM], facts->item_published);
  take (&values[SOURCE_META], desk_html_facts_get (facts, "article:published_time|og:published_time|og:article:published_time|article:published|rnews:datepublished|og:pubdate|article_date_original|datepublished|published_time|publishdate|publish_date|"));
  take (&values[SOURCE_JSON_LD], facts->json_ld->published);
  take (&values[SOURCE_TIME_PUBLISHED], facts->time_published);
  values[SOURCE_ADDRESS] = desk_date_dup_from_path (url != NULL ? url : facts->canonical != NULL ? facts->canonical
                                                                                                 : desk_html_facts_get (facts, "og:url|"));
  if (values[SOURCE_ADDRESS] != NULL && !desk_date_is_plausible (values[SOURCE_ADDRESS]))
    g_clear_pointer (&values[SOURCE_ADDRESS], g_free);
  take (&values[SOURCE_OTHER_META], desk_html_facts_get (facts, "parsely-pub-date|sailthru.date|dc.date.issued|dcterms.issued|dc.date.created|dcterms.created|dcterms.date|dc.date|date|pubdate|citation_publication_date|citation_date|cxenseparse:recs:publishtime|bt:pubdate|displaydate|last-published|created|article.published|originalpublicationdate|pubyear|date_published|vr:published_time|"));
  take (&values[SOURCE_TIME], facts->time_first);
  take (&values[SOURCE_ABBR], facts->time_abbr);
  find_visible (tree, marks, headline->index, desk_reading_get (reading, DESK_FIELD_LANGUAGE), &values[SOURCE_TEXT], &visible_modified);

  winner = vote (values);
  if (winner < N_SOURCES)
    {
      Source precise = most_precise (values, winner);

      for (guint i = 0; i < N_SOURCES; i++)
        n_same += is_same_day (values[i], values[winner]);
      desk_reading_set (reading, DESK_FIELD_PUBLISHED, values[precise], origins[precise],
                        n_same > 1 ? DESK_CONFIDENCE_SURE : winner <= SOURCE_ADDRESS ? DESK_CONFIDENCE_LIKELY
                                                                                     : DESK_CONFIDENCE_WEAK);
    }

  take (&modified, facts->json_ld->modified);
  if (modified != NULL)
    desk_reading_set (reading, DESK_FIELD_MODIFIED, modified, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_LIKELY);
  g_clear_pointer (&modified, g_free);
  take (&modified, facts->item_modified);
  if (modified != NULL)
    desk_reading_set (reading, DESK_FIELD_MODIFIED, modified, DESK_ORIGIN_MICRODATA, DESK_CONFIDENCE_LIKELY);
  g_clear_pointer (&modified, g_free);
  take (&modified, desk_html_facts_get (facts, "article:modified_time|og:updated_time|lastmod|last-modified|dcterms.modified|dc.date.modified|datemodified|revision_date|"));
  if (modified != NULL)
    desk_reading_set (reading, DESK_FIELD_MODIFIED, modified, DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
  if (visible_modified != NULL)
    desk_reading_set (reading, DESK_FIELD_MODIFIED, visible_modified, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_WEAK);

  for (guint i = 0; i < N_SOURCES; i++)
    g_free (values[i]);
}
