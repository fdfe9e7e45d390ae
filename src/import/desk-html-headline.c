/* Finds the headline of a page, and where it stands in its text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-headline.h"
#include "desk-phrase.h"

/* A headline is not longer than this, in bytes. */
#define MAX_LENGTH 1000
#define MAX_HEADINGS 200

/* What stands between headline and name of the site in a title. */
static const char *const separators[] = { " | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " / ", " « ", " < ", "|", " : " };

/* Whether words stand in a text as whole words. */
static gboolean
contains_words (const char *text,
                const char *words)
{
  gsize length = strlen (words);

  for (const char *p = text; length > 0 && (p = strstr (p, words)) != NULL; p++)
    if ((p == text || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;

  return FALSE;
}

/* The title without the name of the site: the longest piece that is not it. */
static char *
cut_title (const char *title,
           const char *site)
{
  g_autofree char *bare_site = site != NULL ? desk_phrase_dup_bare (site) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *last = g_strrstr (title, separators[i]);
      const char *first = strstr (title, separators[i]);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *bare_before = NULL;
      g_autofree char *bare_after = NULL;

      if (last == NULL)
        continue;

      before = g_strstrip (g_strndup (title, last - title));
      after = g_strstrip (g_strdup (first + strlen (separators[i])));
      bare_before = desk_phrase_dup_bare (before);
      bare_after = desk_phrase_dup_bare (last + strlen (separators[i]));

      if (bare_site != NULL && *bare_site != '\0' && g_str_equal (bare_after, bare_site) && *before != '\0')
        return g_steal_pointer (&before);
      {
        g_autofree char *head = g_strndup (title, first - title);
        g_autofree char *bare_head = desk_phrase_dup_bare (head);

        if (bare_site != NULL && *bare_site != '\0' && g_str_equal (bare_head, bare_site) && *after != '\0')
          return g_steal_pointer (&after);
      }
      if (i >= 8)
        continue;
      if (desk_phrase_count_words (before, strlen (before)) >= 3)
        return g_steal_pointer (&before);
      if (desk_phrase_count_words (after, strlen (after)) >= 4)
        return g_steal_pointer (&after);
    }

  return g_strdup (title);
}

static gboolean
is_in_story (DeskHtmlTree *tree,
             guint index)
{
  while (index != DESK_HTML_ROOT)
    {
      index = tree->nodes[index].parent;
      if (tree->nodes[index].tag == GUMBO_TAG_ARTICLE || tree->nodes[index].tag == GUMBO_TAG_MAIN)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_left_out (DeskHtmlTree *tree,
             const DeskHtmlMark *marks,
             guint index)
{
  for (;; index = tree->nodes[index].parent)
    {
      if (marks[index] != 0)
        return TRUE;
      if (index == DESK_HTML_ROOT)
        return FALSE;
    }
}

static void
set (DeskHtmlHeadline *headline,
     char *text,
     guint index,
     DeskOrigin origin,
     DeskConfidence confidence)
{
  headline->text = text;
  headline->index = index;
  headline->origin = origin;
  headline->confidence = confidence;
}

/* How well a heading fits what the page says of itself. */
static int
rate_heading (DeskHtmlTree *tree,
              guint index,
              const char *bare,
              const char *bare_title,
              const char *bare_og,
              const char *bare_ld)
{
  const DeskHtmlNode *node = &tree->nodes[index];
  int rate = 0;
  guint n_words = desk_phrase_count_words (bare, strlen (bare));
  gboolean same = g_strcmp0 (bare, bare_og) == 0 || g_strcmp0 (bare, bare_ld) == 0 || g_strcmp0 (bare, bare_title) == 0;

  if (same)
    rate = 60;
  else if ((bare_title != NULL && contains_words (bare_title, bare)) || (bare_og != NULL && contains_words (bare_og, bare)) || (bare_ld != NULL && contains_words (bare_ld, bare)))
    rate = 30 + MIN (n_words, 12) * 2;
  else if (node->tag != GUMBO_TAG_H1)
    return 0;

  if (rate > 0 && n_words < 2 && !same)
    rate -= 30;
  rate += node->tag == GUMBO_TAG_H1 ? 8 : node->tag == GUMBO_TAG_H2 ? 4
                                                                    : 0;
  rate += is_in_story (tree, index) ? 6 : 0;
  rate += node->words & DESK_HTML_WORD_HEADLINE ? 3 : 0;

  return rate;
}

static gboolean
is_heading (const DeskHtmlNode *node)
{
  return node->tag == GUMBO_TAG_H1 || node->tag == GUMBO_TAG_H2 || node->tag == GUMBO_TAG_H3 || ((node->words & DESK_HTML_WORD_HEADLINE) && !node->is_text && node->is_block);
}

static char *
dup_bare_or_null (const char *text)
{
  char *bare = text != NULL ? desk_phrase_dup_bare (text) : NULL;

  if (bare != NULL && *bare == '\0')
    g_clear_pointer (&bare, g_free);

  return bare;
}

/**
 * desk_html_headline_find:
 * @headline: (out): what was found; clear it with desk_html_headline_clear()
 *
 * A heading that the title or og:title contains is best, then the h1 of the story, then microdata and JSON-LD, last
 * the title without the name of the site.
 */
void
desk_html_headline_find (DeskHtmlTree *tree,
                         const DeskHtmlMark *marks,
                         const DeskHtmlFacts *facts,
                         DeskHtmlHeadline *headline)
{
  const char *site = desk_html_facts_get (facts, "og:site_name|application-name|");
  const char *og = desk_html_facts_get (facts, "og:title|twitter:title|dc.title|dcterms.title|");
  g_autofree char *bare_title = dup_bare_or_null (facts->title);
  g_autofree char *bare_og = dup_bare_or_null (og);
  g_autofree char *bare_ld = dup_bare_or_null (facts->json_ld->headline);
  guint best = 0;
  int best_rate = 0;
  guint n_headings = 0;
  guint n_main = 0;

  if (site == NULL)
    site = facts->json_ld->publisher;
  set (headline, NULL, 0, DESK_ORIGIN_NONE, DESK_CONFIDENCE_WEAK);

  for (guint i = 1; i < tree->n_nodes && n_headings < MAX_HEADINGS; i++)
    {
      const DeskHtmlNode *node = &tree->nodes[i];
      g_autofree char *text = NULL;
      g_autofree char *bare = NULL;
      int rate;

      if (!is_heading (node) || node->length == 0 || node->length > 400 || node->is_silent || is_left_out (tree, marks, i))
        continue;
      n_headings++;
      n_main += node->tag == GUMBO_TAG_H1;
      text = desk_html_tree_dup_text (tree, i, MAX_LENGTH);
      bare = desk_phrase_dup_bare (text);
      if (*bare == '\0')
        continue;

      rate = rate_heading (tree, i, bare, bare_title, bare_og, bare_ld);
      /* The name of the paper is no headline. */
      if (site != NULL)
        {
          g_autofree char *bare_site = desk_phrase_dup_bare (site);

          if (g_str_equal (bare, bare_site))
            rate = 0;
        }
      if (rate > best_rate)
        {
          best = i;
          best_rate = rate;
        }
    }

  if (best != 0 && (best_rate >= 30 || is_in_story (tree, best) || n_main == 1))
    {
      set (headline, desk_html_tree_dup_text (tree, best, MAX_LENGTH), best, DESK_ORIGIN_MARKUP, best_rate >= 30 ? DESK_CONFIDENCE_SURE : DESK_CONFIDENCE_LIKELY);
      return;
    }
  if (facts->headline_node != 0 && tree->nodes[facts->headline_node].length > 0 && tree->nodes[facts->headline_node].length < 400)
    set (headline, desk_html_tree_dup_text (tree, facts->headline_node, MAX_LENGTH), facts->headline_node, DESK_ORIGIN_MICRODATA, DESK_CONFIDENCE_SURE);
  else if (facts->json_ld->headline != NULL)
    set (headline, g_strdup (facts->json_ld->headline), 0, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_SURE);
  else if (og != NULL)
    set (headline, cut_title (og, site), 0, DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
  else if (facts->title != NULL)
    set (headline, cut_title (facts->title, site), 0, DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
  else if (best != 0)
    set (headline, desk_html_tree_dup_text (tree, best, MAX_LENGTH), best, DESK_ORIGIN_MARKUP, DESK_CONFIDENCE_WEAK);
}

void
desk_html_headline_clear (DeskHtmlHeadline *headline)
{
  g_clear_pointer (&headline->text, g_free);
}
