/* Throws out of a story what looks unlike text, after the rules of mozilla/readability (ab4027a), in own code.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-html-clean.h"
#include "desk-html-score.h"

/* A box for sharing has no more text. */
#define MAX_SHARE_LENGTH 500

/* What is counted below each node. */
typedef struct
{
  gint n_paragraphs;
  gint n_images;
  gint n_items;
  gint n_inputs;
  gint n_embeds;
  gint heading_length;
  gint list_length;
  gboolean in_figure;
  gboolean in_data_table;
  gboolean in_code;
} Counts;

typedef struct
{
  DeskHtmlTree *tree;
  DeskHtmlMark *marks;
  Counts *counts; /* of the nodes of the root, from its index on */
  guint root;
} Cleaner;

static gboolean
is_heading (const DeskHtmlNode *node)
{
  return node->tag >= GUMBO_TAG_H1 && node->tag <= GUMBO_TAG_H6;
}

static gboolean
is_list (const DeskHtmlNode *node)
{
  return node->tag == GUMBO_TAG_UL || node->tag == GUMBO_TAG_OL;
}

static Counts *
get_counts (Cleaner *self,
            guint index)
{
  return &self->counts[index - self->root];
}

/* Flattened nodes may hang above the root. */
static guint
get_parent (Cleaner *self,
            guint index)
{
  return MAX (self->tree->nodes[index].parent, self->root);
}

static void
add_counts (Counts *sum,
            const Counts *part,
            int sign)
{
  sum->n_paragraphs += sign * part->n_paragraphs;
  sum->n_images += sign * part->n_images;
  sum->n_items += sign * part->n_items;
  sum->n_inputs += sign * part->n_inputs;
  sum->n_embeds += sign * part->n_embeds;
  sum->heading_length += sign * part->heading_length;
  sum->list_length += sign * part->list_length;
}

static Counts
count_own (const DeskHtmlNode *node)
{
  Counts own = { 0 };

  own.n_paragraphs = node->tag == GUMBO_TAG_P;
  own.n_images = node->tag == GUMBO_TAG_IMG || node->tag == GUMBO_TAG_PICTURE;
  own.n_items = node->tag == GUMBO_TAG_LI;
  own.n_inputs = node->tag == GUMBO_TAG_INPUT;
  own.n_embeds = node->tag == GUMBO_TAG_OBJECT || node->tag == GUMBO_TAG_EMBED || node->tag == GUMBO_TAG_IFRAME;
  own.heading_length = is_heading (node) ? (gint) node->length : 0;
  own.list_length = is_list (node) ? (gint) node->length : 0;

  return own;
}

static void
count (Cleaner *self)
{
  const DeskHtmlNode *root = &self->tree->nodes[self->root];

  for (guint i = self->root; i < root->end; i++)
    {
      const DeskHtmlNode *node = &self->tree->nodes[i];
      Counts *counts = get_counts (self, i);
      const Counts *above = i > self->root ? get_counts (self, get_parent (self, i)) : counts;

      counts->in_figure = above->in_figure || node->tag == GUMBO_TAG_FIGURE;
      counts->in_code = above->in_code || node->tag == GUMBO_TAG_CODE || node->tag == GUMBO_TAG_PRE;
      counts->in_data_table = above->in_data_table || (node->tag == GUMBO_TAG_TABLE && desk_html_marks_is_data_table (self->tree, i));
    }

  for (guint i = root->end; i-- > self->root;)
    {
      const DeskHtmlNode *node = &self->tree->nodes[i];
      Counts *counts = get_counts (self, i);
      Counts own = count_own (node);

      if (node->is_text)
        continue;
      if (self->marks[i] != 0)
        {
          /* What was thrown out before still tells what kind of box it stood in. */
          own.n_paragraphs = own.n_items = own.heading_length = own.list_length = 0;
          if (i > self->root)
            add_counts (get_counts (self, get_parent (self, i)), &own, 1);
          continue;
        }
      add_counts (counts, &own, 1);
      if (i > self->root)
        add_counts (get_counts (self, get_parent (self, i)), counts, 1);
    }
}

/* Marks a node and takes what it holds off the sums of its ancestors. */
static void
throw_out (Cleaner *self,
           guint index,
           DeskHtmlMark mark)
{
  DeskHtmlNode *node = &self->tree->nodes[index];
  const Counts *counts = get_counts (self, index);

  self->marks[index] = mark;
  for (guint parent = get_parent (self, index);; parent = get_parent (self, parent))
    {
      DeskHtmlNode *above = &self->tree->nodes[parent];

      above->length -= MIN (above->length, node->length);
      above->link_length -= MIN (above->link_length, node->link_length);
      above->commas -= MIN (above->commas, node->commas);
      add_counts (get_counts (self, parent), counts, -1);
      if (parent == self->root)
        break;
    }
}

static gboolean
has_list_of_pictures (const Counts *counts)
{
  return counts->n_items > 0 && counts->n_images == counts->n_items;
}

/* The rules for boxes with few commas. */
static gboolean
is_unlike_text (Cleaner *self,
                guint index)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  const Counts *counts = get_counts (self, index);
  int weight = desk_html_score_class_weight (node);
  double density = desk_html_link_density (node);
  gboolean list = is_list (node) || (node->length > 0 && counts->list_length * 10 > (gint) node->length * 9);
  double headings = node->length > 0 ? (double) counts->heading_length / node->length : 0.0;

  if (weight < 0)
    return TRUE;
  if (node->commas >= 10)
    return FALSE;
  if (list && has_list_of_pictures (counts))
    return FALSE;

  if (counts->n_images > 1 && counts->n_paragraphs * 2 < counts->n_images && !counts->in_figure)
    return TRUE;
  if (!list && counts->n_items - 100 > counts->n_paragraphs)
    return TRUE;
  if (counts->n_inputs > counts->n_paragraphs / 3)
    return TRUE;
  if (!list && headings < 0.9 && node->length < 25 && (counts->n_images == 0 || counts->n_images > 2) && !counts->in_figure && node->length > 0)
    return density > 0;
  if (!list && weight < 25 && density > 0.2)
    return TRUE;
  if (weight >= 25 && density > 0.5)
    return TRUE;

  return (counts->n_embeds == 1 && node->length < 75 && node->length > 0) || (counts->n_embeds > 1 && node->length < 300);
}

static gboolean
is_checked (const DeskHtmlNode *node)
{
  switch ((int) node->tag)
    {
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_DL:
      return TRUE;
    default:
      return FALSE;
    }
}

static DeskHtmlMark
find_reason (const DeskHtmlNode *node)
{
  if (node->tag == GUMBO_TAG_FORM || node->tag == GUMBO_TAG_FIELDSET)
    return desk_html_marks_for_words (node->words, DESK_LEFT_OUT_REASON_FORM);

  return desk_html_marks_for_words (node->words, desk_html_link_density (node) > 0.4 ? DESK_LEFT_OUT_REASON_LINK_LIST : DESK_LEFT_OUT_REASON_OUTSIDE);
}

/**
 * desk_html_clean:
 * @tree: a page that is measured without what @marks leaves out; its sums are kept right
 * @marks: gets the marks of what is thrown out
 * @root: the node that holds the story
 * @is_strict: whether boxes are judged by what they hold
 *
 * Returns: %FALSE with @error where it was stopped
 */
gboolean
desk_html_clean (DeskHtmlTree *tree,
                 DeskHtmlMark *marks,
                 guint root,
                 gboolean is_strict,
                 DeskImportGuard *guard,
                 GError **error)
{
  guint end = tree->nodes[root].end;
  g_autofree Counts *counts = g_new0 (Counts, end - root);
  Cleaner self = { tree, marks, counts, root };

  count (&self);

  /* From the last to the first: inner boxes go before the ones around them are judged. */
  for (guint i = end; i-- > root + 1;)
    {
      DeskHtmlNode *node = &tree->nodes[i];

      if (!desk_import_guard_tick (guard, error))
        return FALSE;
      if (node->is_text || node->is_silent || marks[i] != 0)
        continue;

      if ((node->words & DESK_HTML_WORD_SHARE) && node->length < MAX_SHARE_LENGTH && (node->length < MAX_SHARE_LENGTH / 4 || desk_html_link_density (node) > 0.4) && node->tag != GUMBO_TAG_P)
        throw_out (&self, i, DESK_HTML_MARK (DESK_LEFT_OUT_REASON_SHARE));
      else if ((node->tag == GUMBO_TAG_H1 || node->tag == GUMBO_TAG_H2) && desk_html_score_class_weight (node) < 0)
        throw_out (&self, i, find_reason (node));
      else if (is_strict && is_checked (node) && !get_counts (&self, i)->in_data_table && !get_counts (&self, i)->in_code && is_unlike_text (&self, i))
        throw_out (&self, i, find_reason (node));
    }

  return TRUE;
}
