/* Finds the part of a page that is the story.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-clean.h"
#include "desk-html-score.h"
#include "desk-html-story.h"

/* A story shorter than this may be the wrong part: try again with fewer rules. */
#define MIN_STORY 500

/* And one that is shorter than this may be told in what is called a comment. */
#define MIN_MUTE_STORY 140

/* Text is told from labels by this length. */
#define MIN_SENTENCE 60

static DeskHtmlStory *
story_new (GArray *roots,
           DeskHtmlMark *marks,
           guint length)
{
  DeskHtmlStory *self = g_new0 (DeskHtmlStory, 1);

  self->roots = roots;
  self->marks = marks;
  self->length = length;

  return self;
}

void
desk_html_story_free (DeskHtmlStory *self)
{
  g_array_unref (self->roots);
  g_free (self->marks);
  g_free (self);
}

static DeskHtmlStory *
clean_roots (DeskHtmlTree *tree,
             GArray *roots,
             const DeskHtmlMark *marks,
             DeskHtmlTry how,
             DeskImportGuard *guard,
             GError **error)
{
  g_autofree DeskHtmlMark *copy = g_memdup2 (marks, tree->n_nodes * sizeof (DeskHtmlMark));
  guint length = 0;

  for (guint i = 0; i < roots->len; i++)
    {
      guint root = g_array_index (roots, guint, i);

      if (!desk_html_clean (tree, copy, root, (how & DESK_HTML_TRY_CLEAN) != 0, guard, error))
        return NULL;
      length += tree->nodes[root].length;
    }

  return story_new (g_array_ref (roots), g_steal_pointer (&copy), length);
}

static DeskHtmlStory *
attempt (DeskHtmlTree *tree,
         const DeskHtmlMark *base,
         DeskHtmlTry how,
         DeskImportGuard *guard,
         GError **error)
{
  g_autofree DeskHtmlMark *marks = g_memdup2 (base, tree->n_nodes * sizeof (DeskHtmlMark));
  g_autoptr (GArray) roots = NULL;

  desk_html_tree_measure (tree, marks);
  if (how & (DESK_HTML_TRY_PRUNE | DESK_HTML_TRY_MUTE))
    {
      desk_html_score_prune (tree, marks, (how & DESK_HTML_TRY_PRUNE ? DESK_HTML_WORD_UNLIKELY : 0) | (how & DESK_HTML_TRY_MUTE ? DESK_HTML_WORD_COMMENTS : 0));
      desk_html_tree_measure (tree, marks);
    }

  roots = desk_html_score_pick (tree, marks, how, guard, error);
  if (roots == NULL)
    return NULL;

  return clean_roots (tree, roots, marks, how, guard, error);
}

/* The length of the sentences in a node: leaves of text that are no labels and no links. */
static guint
measure_prose (DeskHtmlTree *tree,
               const DeskHtmlMark *marks,
               guint index)
{
  guint prose = 0;

  for (guint i = index; i < tree->nodes[index].end; i++)
    {
      const DeskHtmlNode *node = &tree->nodes[i];

      if (marks[i] != 0)
        {
          i = node->end - 1;
          continue;
        }
      if (node->tag == GUMBO_TAG_A || node->is_silent)
        i = node->end - 1;
      else if (node->is_text && node->length >= MIN_SENTENCE)
        prose += node->length;
    }

  return prose;
}

static guint
measure_story (DeskHtmlTree *tree,
               DeskHtmlStory *story)
{
  guint prose = 0;

  for (guint i = 0; i < story->roots->len; i++)
    prose += measure_prose (tree, story->marks, g_array_index (story->roots, guint, i));

  return prose;
}

static gboolean
is_container (const DeskHtmlNode *node)
{
  if (node->is_text || node->is_silent)
    return FALSE;
  if (desk_html_node_has_token (node, "itemprop", "articleBody"))
    return TRUE;

  return node->is_block && node->tag != GUMBO_TAG_BODY && (node->tag == GUMBO_TAG_ARTICLE || node->tag == GUMBO_TAG_MAIN || (node->words & DESK_HTML_WORD_BODY));
}

/* Where a container that calls itself the story holds clearly more of it, or the same without the rest, it is taken. */
static DeskHtmlStory *
ask_containers (DeskHtmlTree *tree,
                const DeskHtmlMark *base,
                DeskHtmlStory *story,
                DeskHtmlTry how,
                DeskImportGuard *guard,
                GError **error)
{
  g_autofree DeskHtmlMark *marks = g_memdup2 (base, tree->n_nodes * sizeof (DeskHtmlMark));
  guint have = measure_story (tree, story);
  guint best = 0;
  guint best_prose = 0;
  guint n = 0;
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint));

  desk_html_tree_measure (tree, marks);
  desk_html_score_prune (tree, marks, DESK_HTML_WORD_UNLIKELY | DESK_HTML_WORD_COMMENTS);
  desk_html_tree_measure (tree, marks);

  for (guint i = 1; i < tree->n_nodes && n < 200; i++)
    {
      guint prose;

      if (!desk_import_guard_tick (guard, error))
        return NULL;
      if (marks[i] != 0)
        {
          i = tree->nodes[i].end - 1;
          continue;
        }
      if (!is_container (&tree->nodes[i]) || desk_html_link_density (&tree->nodes[i]) > 0.4)
        continue;

      n++;
      prose = measure_prose (tree, marks, i);
      /* An inner container with nearly the same text is the better one. */
      if (prose > best_prose * 11 / 10 || (best != 0 && desk_html_tree_contains (tree, best, i) && prose * 20 >= best_prose * 19))
        {
          best = i;
          best_prose = MAX (prose, best_prose);
        }
    }

  if (best == 0)
    return NULL;

  {
    gboolean covers = story->roots->len > 0;
    gboolean is_inside = FALSE;

    for (guint i = 0; i < story->roots->len; i++)
      {
        guint root = g_array_index (story->roots, guint, i);

        covers &= desk_html_tree_contains (tree, best, root);
        is_inside |= desk_html_tree_contains (tree, root, best) && root != best;
      }

    if (best_prose * 10 < have * (is_inside ? 8 : 13) && !(covers && best_prose * 10 > have * 11))
      return NULL;
  }

  g_array_append_val (roots, best);

  return clean_roots (tree, roots, marks, how, guard, error);
}

/**
 * desk_html_story_find:
 * @tree: a page
 * @base: what no story holds
 *
 * Scores the page with all rules first and with fewer where little is found, then asks the containers that call
 * themselves the story.
 *
 * Returns: (transfer full): the longest story, perhaps empty; %NULL with @error where it was stopped
 */
DeskHtmlStory *
desk_html_story_find (DeskHtmlTree *tree,
                      const DeskHtmlMark *base,
                      DeskImportGuard *guard,
                      GError **error)
{
  static const DeskHtmlTry tries[] = {
    DESK_HTML_TRY_MUTE | DESK_HTML_TRY_PRUNE | DESK_HTML_TRY_WEIGH | DESK_HTML_TRY_CLEAN,
    DESK_HTML_TRY_MUTE | DESK_HTML_TRY_WEIGH | DESK_HTML_TRY_CLEAN,
    DESK_HTML_TRY_MUTE | DESK_HTML_TRY_CLEAN,
    DESK_HTML_TRY_MUTE,
    0,
  };
  g_autoptr (DeskHtmlStory) best = NULL;
  DeskHtmlTry how = tries[0];
  DeskHtmlStory *other;
  GError *local_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tries) && (best == NULL || best->length < (tries[i] == 0 ? MIN_MUTE_STORY : MIN_STORY)); i++)
    {
      g_autoptr (DeskHtmlStory) story = attempt (tree, base, tries[i], guard, error);

      if (story == NULL)
        return NULL;
      if (best == NULL || story->length > best->length)
        {
          g_clear_pointer (&best, desk_html_story_free);
          best = g_steal_pointer (&story);
          how = tries[i];
        }
    }

  other = ask_containers (tree, base, best, how | DESK_HTML_TRY_CLEAN, guard, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (other != NULL && measure_story (tree, other) * 10 >= measure_story (tree, best) * 8)
    {
      desk_html_story_free (best);
      best = other;
    }
  else if (other != NULL)
    desk_html_story_free (other);

  return g_steal_pointer (&best);
}
