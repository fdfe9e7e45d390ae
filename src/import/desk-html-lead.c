/* Finds what stands between the headline of a page and its story.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-byline.h"
#include "desk-furniture.h"
#include "desk-html-lead.h"
#include "desk-html-score.h"
#include "desk-phrase.h"

/* How far from the headline it is looked, in elements. */
#define NEAR_AFTER 160
#define NEAR_BEFORE 60

#define MAX_BYLINE 160
#define MIN_DEK 25
#define MAX_DEK 500
#define MIN_LEAD 60

static gboolean
is_byline_node (DeskHtmlTree *tree,
                guint index)
{
  const DeskHtmlNode *node = &tree->nodes[index];
  g_autofree char *text = NULL;
  g_auto (GStrv) authors = NULL;

  if (node->is_text || node->is_silent || node->length < 3 || node->length > MAX_BYLINE)
    return FALSE;
  if (!(node->words & DESK_HTML_WORD_BYLINE) && !desk_html_node_has_token (node, "rel", "author") && !desk_html_node_has_token (node, "itemprop", "author"))
    {
      if (!node->is_block)
        return FALSE;
      text = desk_html_tree_dup_text (tree, index, MAX_BYLINE * 4);

      return desk_byline_is_line (text) && desk_phrase_skip_word (text, "by|von|par|por|di|door|av|af|przez|автор|text:|autor:|") != NULL;
    }
  text = desk_html_tree_dup_text (tree, index, MAX_BYLINE * 4);
  authors = desk_byline_dup_authors (text, desk_html_node_has_token (node, "rel", "author") || desk_html_node_has_token (node, "itemprop", "author"));

  return authors[0] != NULL;
}

/**
 * desk_html_lead_find_byline:
 * @base: what no story holds
 * @headline: the node of the headline; 0 for none
 *
 * Returns: the node that names the authors, the nearest one after the headline or before it; 0 for none
 */
guint
desk_html_lead_find_byline (DeskHtmlTree *tree,
                            const DeskHtmlMark *base,
                            guint headline)
{
  guint start = headline != 0 ? tree->nodes[headline].end : 1;
  guint end = MIN (tree->n_nodes, start + (headline != 0 ? NEAR_AFTER * 2 : 600));

  for (guint i = start; i < end; i++)
    {
      if (base[i] != 0)
        i = tree->nodes[i].end - 1;
      else if (is_byline_node (tree, i))
        return i;
    }
  for (guint i = headline, n = 0; headline != 0 && i > 1 && n < NEAR_BEFORE; i--, n++)
    if (!desk_html_tree_contains (tree, i, headline) && base[i] == 0 && is_byline_node (tree, i))
      return i;

  return 0;
}

static gboolean
is_sentence_like (const char *text)
{
  gsize length = strlen (text);

  return desk_phrase_ends_sentence (text, length) && desk_phrase_count_words (text, length) >= 8;
}

/**
 * desk_html_lead_find_dek:
 *
 * Returns: the node that says in a sentence what the article is about, near the headline: by its name, or because the
 *   page describes itself in the same words; 0 for none
 */
guint
desk_html_lead_find_dek (DeskHtmlTree *tree,
                         const DeskHtmlMark *base,
                         const DeskHtmlFacts *facts,
                         guint headline)
{
  const char *description = desk_html_facts_get (facts, "og:description|description|twitter:description|");
  g_autofree char *bare_description = description != NULL ? desk_phrase_dup_bare (description) : NULL;
  guint start = headline != 0 ? tree->nodes[headline].end : 0;
  guint end = MIN (tree->n_nodes, start + NEAR_AFTER);

  if (headline == 0)
    return 0;

  for (guint i = start; i < end; i++)
    {
      const DeskHtmlNode *node = &tree->nodes[i];
      g_autofree char *text = NULL;
      g_autofree char *bare = NULL;
      gboolean named;
      gboolean heading;

      if (base[i] != 0)
        {
          i = node->end - 1;
          continue;
        }
      if (node->is_text || node->is_silent || node->length < MIN_DEK || node->length > MAX_DEK || desk_html_link_density (node) > 0.3)
        continue;
      named = (node->words & DESK_HTML_WORD_DEK) || desk_html_node_has_token (node, "itemprop", "description") || desk_html_node_has_token (node, "itemprop", "alternativeHeadline");
      heading = node->tag == GUMBO_TAG_H2 && i - start < 30;
      if (!named && !heading && !node->is_block)
        continue;

      text = desk_html_tree_dup_text (tree, i, MAX_DEK * 4);
      if (desk_byline_is_line (text) || desk_furniture_classify (text, FALSE) != DESK_FURNITURE_NONE)
        continue;
      bare = desk_phrase_dup_bare (text);
      if (named || (bare_description != NULL && strlen (bare) > 30 && strncmp (bare, bare_description, MIN (strlen (bare), MAX (30, strlen (bare_description) - 3))) == 0 && node->tag != GUMBO_TAG_P && node->tag != GUMBO_TAG_LI))
        return i;
    }

  return 0;
}

static gboolean
is_kept (DeskHtmlTree *tree,
         DeskHtmlStory *story,
         guint index)
{
  for (guint i = 0; i < story->roots->len; i++)
    if (desk_html_tree_contains (tree, g_array_index (story->roots, guint, i), index))
      return TRUE;

  return FALSE;
}

static gboolean
is_furniture (const DeskHtmlNode *node)
{
  return (node->words & (DESK_HTML_WORD_SHARE | DESK_HTML_WORD_RELATED | DESK_HTML_WORD_COMMENTS | DESK_HTML_WORD_ADVERT | DESK_HTML_WORD_NAVIGATION | DESK_HTML_WORD_COOKIE | DESK_HTML_WORD_NEWSLETTER | DESK_HTML_WORD_CAPTION | DESK_HTML_WORD_CREDIT | DESK_HTML_WORD_BYLINE | DESK_HTML_WORD_DATE | DESK_HTML_WORD_ABOUT)) != 0;
}

/**
 * desk_html_lead_rescue:
 * @story: gets the paragraphs between headline and story as further roots
 *
 * Saves the first paragraphs where they stand in a container of their own, which scores lose.
 */
void
desk_html_lead_rescue (DeskHtmlTree *tree,
                       DeskHtmlStory *story,
                       const DeskHtmlMark *base,
                       guint headline)
{
  guint first = story->roots->len > 0 ? g_array_index (story->roots, guint, 0) : 0;
  guint n_before = 0;

  if (headline == 0 || first == 0 || tree->nodes[headline].end >= first)
    return;

  for (guint i = tree->nodes[headline].end; i < first; i++)
    {
      const DeskHtmlNode *node = &tree->nodes[i];
      g_autofree char *text = NULL;

      if (base[i] != 0 || is_furniture (node) || node->tag == GUMBO_TAG_FIGURE || node->tag == GUMBO_TAG_UL || node->tag == GUMBO_TAG_OL || node->tag == GUMBO_TAG_TABLE || node->tag == GUMBO_TAG_FORM || node->is_silent)
        {
          i = node->end - 1;
          continue;
        }
      /* Only what has no block in it, and is not in the story already. */
      if (node->is_text || !node->is_block || node->length < MIN_LEAD || desk_html_link_density (node) > 0.3 || is_kept (tree, story, i) || desk_html_tree_contains (tree, i, first))
        continue;
      if (node->tag != GUMBO_TAG_P && node->tag != GUMBO_TAG_DIV && node->tag != GUMBO_TAG_H2)
        continue;
      {
        gboolean inner = FALSE;

        for (guint k = i + 1; k < node->end && !inner; k++)
          inner = tree->nodes[k].is_block && tree->nodes[k].length > 0;
        if (inner)
          continue;
      }
      text = desk_html_tree_dup_text (tree, i, 4000);
      if (!is_sentence_like (text) || desk_byline_is_line (text) || desk_furniture_classify (text, FALSE) != DESK_FURNITURE_NONE)
        continue;

      g_array_insert_val (story->roots, n_before, i);
      n_before++;
      story->marks[i] = 0;
      i = node->end - 1;
    }
}
