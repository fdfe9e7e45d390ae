/* Scores the nodes of a page by the text below them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-html-score.h"

/* Shorter paragraphs say nothing. */
#define MIN_PARAGRAPH 25
#define MAX_LEVELS 5
#define N_BEST 5
#define MIN_RIVALS 3
#define CLASS_WEIGHT 25

typedef struct
{
  float score;
  gboolean is_candidate;
  gboolean has_block; /* holds an element that starts a line */
} Score;

typedef struct
{
  DeskHtmlTree *tree;
  const DeskHtmlMark *marks;
  DeskHtmlTry how;
  Score *scores;
} Scorer;

/**
 * desk_html_score_class_weight:
 *
 * Returns: what class and id speak for a node, 25 each way
 */
int
desk_html_score_class_weight (const DeskHtmlNode *node)
{
  return (node->words & DESK_HTML_WORD_POSITIVE ? CLASS_WEIGHT : 0) - (node->words & DESK_HTML_WORD_NEGATIVE ? CLASS_WEIGHT : 0);
}

/**
 * desk_html_score_prune:
 * @marks: gets a mark for each node whose names speak against it
 * @words: the names that do
 *
 * Leaves out what is called a sidebar, a teaser, a comment.
 */
void
desk_html_score_prune (DeskHtmlTree *tree,
                       DeskHtmlMark *marks,
                       DeskHtmlWords words)
{
  guint total = tree->nodes[DESK_HTML_ROOT].length;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      const DeskHtmlNode *node = &tree->nodes[i];

      if (marks[i] != 0)
        {
          i = node->end - 1;
          continue;
        }
      if (!(node->words & words) || ((node->words & DESK_HTML_WORD_MAYBE) && !(node->words & DESK_HTML_WORD_COMMENTS)) || node->tag == GUMBO_TAG_BODY || node->tag == GUMBO_TAG_A || node->tag == GUMBO_TAG_HTML || node->tag == GUMBO_TAG_ARTICLE || node->tag == GUMBO_TAG_MAIN)
        continue;
      /* "page has-sidebar" names the whole page. */
      if (node->length * 2 > total && desk_html_link_density (node) < 0.5 && !(node->words & DESK_HTML_WORD_COMMENTS))
        continue;

      marks[i] = desk_html_marks_for_words (node->words, DESK_LEFT_OUT_REASON_OUTSIDE);
      i = node->end - 1;
    }
}

static int
start_value (const DeskHtmlNode *node)
{
  switch ((int) node->tag)
    {
    case GUMBO_TAG_DIV:
      return 5;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
      return 3;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
      return -3;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
      return -5;
    default:
      return 0;
    }
}

/* Gives the worth of a paragraph to its ancestors: all to the first, half to the second, less above. */
static void
give (Scorer *self,
      guint first,
      guint length,
      guint commas)
{
  float worth = 2.0f + commas + MIN (length / 100, 3);
  guint index = first;

  if (length < MIN_PARAGRAPH)
    return;

  for (guint level = 0; level < MAX_LEVELS; level++)
    {
      Score *score = &self->scores[index];

      if (!score->is_candidate)
        {
          score->is_candidate = TRUE;
          score->score = start_value (&self->tree->nodes[index]) + (self->how & DESK_HTML_TRY_WEIGH ? desk_html_score_class_weight (&self->tree->nodes[index]) : 0);
        }
      score->score += worth / (level == 0 ? 1 : level == 1 ? 2
                                                           : level * 3);
      if (index == DESK_HTML_ROOT)
        break;
      index = self->tree->nodes[index].parent;
    }
}

/* A div that holds one paragraph and nothing else is that paragraph. */
static gboolean
is_wrapper (Scorer *self,
            guint index)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  guint n_elements = 0;
  gboolean has_paragraph = FALSE;

  if (node->tag != GUMBO_TAG_DIV || desk_html_link_density (node) >= 0.25)
    return FALSE;

  for (guint i = index + 1; i < node->end; i = self->tree->nodes[i].end)
    {
      const DeskHtmlNode *child = &self->tree->nodes[i];

      if (child->is_text)
        {
          if (child->length > 0)
            return FALSE;
          continue;
        }
      if (self->marks[i] != 0)
        continue;
      if (++n_elements > 1)
        return FALSE;
      has_paragraph |= child->tag == GUMBO_TAG_P;
    }

  return n_elements == 1 && has_paragraph;
}

/* Runs of inline content between the blocks of a div are paragraphs without a tag. */
static void
score_runs (Scorer *self,
            guint index)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  guint length = 0;
  guint commas = 0;

  for (guint i = index + 1; i < node->end; i = self->tree->nodes[i].end)
    {
      const DeskHtmlNode *child = &self->tree->nodes[i];
      gboolean ends = child->is_block || self->scores[i].has_block;

      if (self->marks[i] != 0)
        continue;
      if (!ends)
        {
          length += child->length;
          commas += child->commas;
        }
      if (ends || (child->tag == GUMBO_TAG_BR && length > MIN_PARAGRAPH))
        {
          give (self, index, length, commas);
          length = commas = 0;
        }
    }
  give (self, index, length, commas);
}

static void
score_node (Scorer *self,
            guint index)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  guint parent = node->parent;

  switch ((int) node->tag)
    {
    case GUMBO_TAG_P:
      if (is_wrapper (self, parent))
        parent = self->tree->nodes[parent].parent;
      give (self, parent, node->length, node->commas);
      break;
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_PRE:
      give (self, parent, node->length, node->commas);
      break;
    case GUMBO_TAG_DIV:
      if (!self->scores[index].has_block)
        give (self, parent, node->length, node->commas);
      else if (!is_wrapper (self, index))
        score_runs (self, index);
      break;
    default:
      break;
    }
}

static void
find_blocks (Scorer *self)
{
  for (guint i = self->tree->n_nodes; i-- > 1;)
    {
      const DeskHtmlNode *node = &self->tree->nodes[i];

      if (self->marks[i] == 0 && (node->is_block || self->scores[i].has_block))
        self->scores[node->parent].has_block = TRUE;
    }
}

static guint
pick_best (Scorer *self,
           guint best[N_BEST])
{
  guint n = 0;

  for (guint i = 0; i < self->tree->n_nodes; i++)
    {
      const DeskHtmlNode *node = &self->tree->nodes[i];
      guint place;

      if (self->marks[i] != 0)
        {
          i = node->end - 1;
          continue;
        }
      if (!self->scores[i].is_candidate)
        continue;

      self->scores[i].score *= 1.0f - desk_html_link_density (node);
      for (place = n; place > 0 && self->scores[best[place - 1]].score < self->scores[i].score; place--)
        if (place < N_BEST)
          best[place] = best[place - 1];
      if (place < N_BEST)
        {
          best[place] = i;
          n = MIN (n + 1, N_BEST);
        }
    }

  return n;
}

static gboolean
is_top (Scorer *self,
        guint index)
{
  return index == DESK_HTML_ROOT || self->tree->nodes[index].tag == GUMBO_TAG_BODY || self->tree->nodes[index].tag == GUMBO_TAG_HTML;
}

/* Where several good candidates lie in one container, that is the story. */
static guint
find_common (Scorer *self,
             const guint best[N_BEST],
             guint n)
{
  guint top = best[0];
  guint n_rivals = 0;

  for (guint i = 1; i < n; i++)
    n_rivals += self->scores[best[i]].score >= self->scores[top].score * 0.75f;
  if (n_rivals < MIN_RIVALS)
    return top;

  for (guint parent = self->tree->nodes[top].parent; !is_top (self, parent); parent = self->tree->nodes[parent].parent)
    {
      guint n_inside = 0;

      for (guint i = 1; i < n; i++)
        n_inside += self->scores[best[i]].score >= self->scores[top].score * 0.75f && best[i] != parent && desk_html_tree_contains (self->tree, parent, best[i]);
      if (n_inside >= MIN_RIVALS)
        return parent;
    }

  return top;
}

static guint
count_elements (Scorer *self,
                guint index)
{
  guint n = 0;

  for (guint i = index + 1; i < self->tree->nodes[index].end && n < 2; i = self->tree->nodes[i].end)
    n += !self->tree->nodes[i].is_text && self->marks[i] == 0 && !self->tree->nodes[i].is_silent;

  return n;
}

static guint
climb (Scorer *self,
       guint top)
{
  float last = self->scores[top].score;
  float least = last / 3;

  /* A parent that scores more holds more of the story. */
  for (guint parent = self->tree->nodes[top].parent; !is_top (self, parent); parent = self->tree->nodes[parent].parent)
    {
      if (!self->scores[parent].is_candidate)
        continue;
      if (self->scores[parent].score < least)
        break;
      if (self->scores[parent].score > last)
        {
          top = parent;
          break;
        }
      last = self->scores[parent].score;
    }

  while (!is_top (self, self->tree->nodes[top].parent) && count_elements (self, self->tree->nodes[top].parent) == 1)
    top = self->tree->nodes[top].parent;

  return top;
}

static gboolean
has_full_stop (Scorer *self,
               guint index)
{
  g_autofree char *text = desk_html_tree_dup_text (self->tree, index, 400);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '.' && (p[1] == ' ' || p[1] == '\0'))
      return TRUE;

  return FALSE;
}

static gboolean
joins (Scorer *self,
       guint top,
       guint index,
       float threshold)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  const char *class_names = desk_html_node_get (node, "class");
  float bonus = 0.0f;

  if (index == top)
    return TRUE;
  if (node->is_text || node->is_silent || self->marks[index] != 0)
    return FALSE;

  if (class_names != NULL && *class_names != '\0' && g_strcmp0 (class_names, desk_html_node_get (&self->tree->nodes[top], "class")) == 0)
    bonus = self->scores[top].score * 0.2f;
  if (self->scores[index].is_candidate && self->scores[index].score + bonus >= threshold)
    return TRUE;

  if (node->tag != GUMBO_TAG_P && (node->tag != GUMBO_TAG_DIV || self->scores[index].has_block))
    return FALSE;

  return (node->length > 80 && desk_html_link_density (node) < 0.25) || (node->length > 0 && node->length <= 80 && node->link_length == 0 && has_full_stop (self, index));
}

static GArray *
join_siblings (Scorer *self,
               guint top)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));
  guint parent = self->tree->nodes[top].parent;
  float threshold = MAX (10.0f, self->scores[top].score * 0.2f);

  if (is_top (self, top))
    {
      g_array_append_val (roots, top);
      return roots;
    }

  for (guint i = parent + 1; i < self->tree->nodes[parent].end; i = self->tree->nodes[i].end)
    if (joins (self, top, i, threshold))
      g_array_append_val (roots, i);

  return roots;
}

/**
 * desk_html_score_pick:
 * @tree: a page that is measured without what @marks leaves out
 * @marks: for each node, why it is left out
 * @how: what counts
 *
 * Returns: (transfer full) (element-type guint): the nodes that hold the story; empty where there is none; %NULL with
 *   @error where it was stopped
 */
GArray *
desk_html_score_pick (DeskHtmlTree *tree,
                      const DeskHtmlMark *marks,
                      DeskHtmlTry how,
                      DeskImportGuard *guard,
                      GError **error)
{
  g_autofree Score *scores = g_new0 (Score, tree->n_nodes);
  Scorer self = { tree, marks, how, scores };
  guint best[N_BEST] = { 0 };
  guint n;

  find_blocks (&self);
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      if (!desk_import_guard_tick (guard, error))
        return NULL;
      if (marks[i] != 0)
        i = tree->nodes[i].end - 1;
      else if (!tree->nodes[i].is_text && !tree->nodes[i].is_silent)
        score_node (&self, i);
    }

  n = pick_best (&self, best);
  if (n == 0)
    return g_array_new (FALSE, FALSE, sizeof (guint));

  return join_siblings (&self, climb (&self, find_common (&self, best, n)));
}
