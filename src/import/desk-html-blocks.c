/* Writes the text of a page as blocks and left-out texts, each text node into exactly one of them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-blocks.h"
#include "desk-html-images.h"
#include "desk-html-score.h"
#include "desk-html-space.h"

/* Longer captions are paragraphs under a wrong name. */
#define MAX_CAPTION 1200
#define MAX_NOTE 1500

/* What a node hands down to what is in it. */
typedef struct
{
  guint8 kind; /* DeskBlockKind */
  DeskHtmlMark mark;
  DeskHtmlMark outside; /* the reason where nothing else speaks against it */
  guint is_kept : 1;
  guint is_fixed : 1; /* the kind stays whatever elements follow */
  guint in_row : 1;
  guint link; /* node indices; 0 for none */
  guint strong;
  guint emphasis;
  guint figure;
} Context;

typedef struct
{
  DeskHtmlTree *tree;
  const DeskHtmlPlan *plan;
  const DeskLinkBase *base;
  DeskDraft *draft;
  Context *contexts;

  DeskDraftItem *item; /* the open block */
  guint item_figure;
  DeskHtmlSpace space;
  guint n_breaks; /* line breaks since the last text */
  guint spans[3]; /* node of the newest span of each kind in the open block */
  gsize span_starts[3];

  DeskDraftItem *out; /* the open left-out text */
  DeskHtmlSpace out_space;
  gboolean out_is_new_line;
  GPtrArray *aside; /* of DeskDraftItem: left out amid the open block */

  GArray *open; /* of guint: where the open block elements end */
  DeskHtmlImages *images;
} Writer;

static DeskBlockKind
kind_of_tag (const Writer *self,
             guint index,
             const Context *above)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];

  switch ((int) node->tag)
    {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return above->kind == DESK_BLOCK_KIND_LIST_ITEM ? DESK_BLOCK_KIND_LIST_ITEM : DESK_BLOCK_KIND_SUBHEADING;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
      return DESK_BLOCK_KIND_LIST_ITEM;
    case GUMBO_TAG_BLOCKQUOTE:
      return DESK_BLOCK_KIND_BLOCKQUOTE;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_XMP:
      return DESK_BLOCK_KIND_PREFORMATTED;
    case GUMBO_TAG_FIGCAPTION:
      return DESK_BLOCK_KIND_CAPTION;
    case GUMBO_TAG_FIGURE:
      /* Text in a figure describes it, unless the figure holds a table or a quotation. */
      return node->length < MAX_CAPTION ? DESK_BLOCK_KIND_CAPTION : above->kind;
    case GUMBO_TAG_TABLE:
      return above->kind == DESK_BLOCK_KIND_CAPTION ? DESK_BLOCK_KIND_PARAGRAPH : above->kind;
    case GUMBO_TAG_CAPTION:
      return DESK_BLOCK_KIND_CAPTION;
    default:
      return above->kind;
    }
}

static DeskBlockKind
kind_of_words (const DeskHtmlNode *node,
               const Context *above,
               DeskBlockKind kind)
{
  if (node->words == 0 || node->tag == GUMBO_TAG_BODY || node->tag == GUMBO_TAG_HTML || node->tag == GUMBO_TAG_ARTICLE || node->tag == GUMBO_TAG_MAIN)
    return kind;

  if ((node->words & DESK_HTML_WORD_CREDIT) && node->length < 300 && (kind == DESK_BLOCK_KIND_CAPTION || !node->is_block || node->length < 120) && (kind == DESK_BLOCK_KIND_CAPTION || node->is_block))
    return DESK_BLOCK_KIND_CREDIT;
  if ((node->words & DESK_HTML_WORD_CAPTION) && node->length < MAX_CAPTION && node->is_block)
    return DESK_BLOCK_KIND_CAPTION;
  if ((node->words & DESK_HTML_WORD_CORRECTION) && node->length < MAX_NOTE && node->is_block)
    return DESK_BLOCK_KIND_CORRECTION;
  if ((node->words & DESK_HTML_WORD_ABOUT) && node->length < MAX_NOTE && node->is_block)
    return DESK_BLOCK_KIND_BOILERPLATE;

  return kind;
}

static gboolean
is_root (const DeskHtmlPlan *plan,
         guint index)
{
  for (guint i = 0; i < plan->roots->len; i++)
    if (g_array_index (plan->roots, guint, i) == index)
      return TRUE;

  return FALSE;
}

static void
fix (Context *context,
     DeskBlockKind kind)
{
  context->kind = kind;
  context->mark = 0;
  context->is_kept = context->is_fixed = TRUE;
}

static void
derive_element (Writer *self,
                guint index,
                Context *context,
                const Context *above)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  const DeskHtmlPlan *plan = self->plan;

  if (node->words != 0)
    {
      DeskHtmlMark mark = desk_html_marks_for_words (node->words, DESK_LEFT_OUT_REASON_OUTSIDE);

      if (mark != DESK_HTML_MARK (DESK_LEFT_OUT_REASON_OUTSIDE) && node->tag != GUMBO_TAG_BODY)
        context->outside = mark;
    }

  if (index == plan->headline && index != 0)
    fix (context, DESK_BLOCK_KIND_HEADLINE);
  else if (index == plan->dek && index != 0)
    fix (context, DESK_BLOCK_KIND_DEK);
  else if (index == plan->byline && index != 0)
    fix (context, DESK_BLOCK_KIND_BYLINE);
  else
    {
      if (context->mark == 0 && plan->marks[index] != 0)
        {
          context->mark = plan->marks[index];
          context->is_fixed = FALSE;
        }
      context->is_kept |= is_root (plan, index);
      if (!context->is_fixed)
        {
          context->kind = kind_of_words (node, above, kind_of_tag (self, index, above));
          if (node->tag == GUMBO_TAG_TR && !context->in_row)
            {
              guint table = node->parent;

              while (table != DESK_HTML_ROOT && self->tree->nodes[table].tag != GUMBO_TAG_TABLE)
                table = self->tree->nodes[table].parent;
              if (table != DESK_HTML_ROOT && desk_html_marks_is_data_table (self->tree, table))
                {
                  context->in_row = TRUE;
                  context->kind = DESK_BLOCK_KIND_TABLE_ROW;
                }
            }
          if (context->in_row)
            context->kind = DESK_BLOCK_KIND_TABLE_ROW;
        }
    }

  switch ((int) node->tag)
    {
    case GUMBO_TAG_A:
      if (desk_html_node_get (node, "href") != NULL)
        context->link = index;
      break;
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_B:
      context->strong = index;
      break;
    case GUMBO_TAG_EM:
    case GUMBO_TAG_I:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
      context->emphasis = index;
      break;
    case GUMBO_TAG_FIGURE:
      context->figure = index;
      break;
    default:
      break;
    }
}

/* The reason of a left-out text, told finer where nothing but its place speaks against it. */
static DeskLeftOutReason
find_reason (Writer *self,
             guint index)
{
  const Context *context = &self->contexts[index];
  guint parent = self->tree->nodes[index].parent;

  if (context->mark != 0 && context->mark != DESK_HTML_MARK (DESK_LEFT_OUT_REASON_OUTSIDE))
    return DESK_HTML_MARK_REASON (context->mark);
  if (context->outside != DESK_HTML_MARK (DESK_LEFT_OUT_REASON_OUTSIDE))
    return DESK_HTML_MARK_REASON (context->outside);

  for (guint level = 0; level < 3 && parent != DESK_HTML_ROOT; level++, parent = self->tree->nodes[parent].parent)
    if (self->tree->nodes[parent].tag == GUMBO_TAG_LI || self->tree->nodes[parent].tag == GUMBO_TAG_UL)
      return context->link != 0 ? DESK_LEFT_OUT_REASON_LINK_LIST : DESK_LEFT_OUT_REASON_OUTSIDE;

  return DESK_LEFT_OUT_REASON_OUTSIDE;
}

/* Texts of these reasons are for nobody to read one by one. */
static gboolean
is_gathered (DeskLeftOutReason why)
{
  return why != DESK_LEFT_OUT_REASON_OUTSIDE && why != DESK_LEFT_OUT_REASON_HIDDEN && why != DESK_LEFT_OUT_REASON_DUPLICATE_TITLE;
}

static void
flush_aside (Writer *self)
{
  for (guint i = 0; i < self->aside->len; i++)
    g_ptr_array_add (self->draft->items, g_ptr_array_index (self->aside, i));
  g_ptr_array_set_size (self->aside, 0);
}

static void
end_block (Writer *self)
{
  self->item = NULL;
  self->n_breaks = 0;
  memset (self->spans, 0, sizeof self->spans);
  if (self->aside->len > 0)
    {
      flush_aside (self);
      self->out = NULL;
    }
  if (self->out != NULL && !is_gathered (self->out->why))
    self->out = NULL;
  self->out_is_new_line = TRUE;
}

static void
write_left_out (Writer *self,
                guint index)
{
  DeskLeftOutReason why = find_reason (self, index);
  const char *text = self->tree->nodes[index].node->v.text.text;

  if (self->tree->nodes[index].length == 0)
    {
      desk_html_space_add (&self->out_space);
      return;
    }

  if (self->out == NULL || self->out->why != why)
    {
      self->out = desk_draft_leave_out (self->draft, why, "", 0);
      desk_html_space_start (&self->out_space);
      /* What stands amid a paragraph follows it. */
      if (self->item != NULL)
        {
          self->out->is_aside = TRUE;
          g_ptr_array_add (self->aside, g_ptr_array_steal_index (self->draft->items, self->draft->items->len - 1));
        }
    }
  else if (self->out_is_new_line && self->out->text->len > 0)
    {
      g_string_append_c (self->out->text, '\n');
      desk_html_space_start (&self->out_space);
    }
  self->out_is_new_line = FALSE;
  desk_html_space_append (&self->out_space, self->out->text, text);
}

static void
write_spans (Writer *self,
             const Context *context,
             gsize start)
{
  static const DeskSpanKind kinds[3] = { DESK_SPAN_KIND_LINK, DESK_SPAN_KIND_STRONG, DESK_SPAN_KIND_EMPHASIS };
  const guint nodes[3] = { context->link, context->strong, context->emphasis };

  for (guint i = 0; i < 3; i++)
    {
      if (nodes[i] == 0)
        {
          self->spans[i] = 0;
          continue;
        }
      /* The same element goes on: its span grows. */
      if (self->spans[i] == nodes[i] && self->item->spans != NULL)
        {
          for (guint k = self->item->spans->len; k-- > 0;)
            {
              DeskSpan *span = g_ptr_array_index (self->item->spans, k);

              if (span->kind == kinds[i])
                {
                  span->end = self->item->text->len;
                  break;
                }
            }
          continue;
        }
      if (i == 0)
        {
          g_autofree char *href = desk_link_base_resolve (self->base, desk_html_node_get (&self->tree->nodes[nodes[i]], "href"));

          if (href == NULL)
            {
              self->spans[i] = 0;
              continue;
            }
          desk_draft_item_add_span (self->item, start, self->item->text->len, kinds[i], href);
        }
      else
        desk_draft_item_add_span (self->item, start, self->item->text->len, kinds[i], NULL);
      self->spans[i] = nodes[i];
    }
}

static void
write_kept (Writer *self,
            guint index)
{
  const Context *context = &self->contexts[index];
  const DeskHtmlNode *node = &self->tree->nodes[index];
  const char *text = node->node->v.text.text;
  gboolean is_raw = context->kind == DESK_BLOCK_KIND_PREFORMATTED;
  gsize start;

  if (node->length == 0 && !(is_raw && self->item != NULL))
    {
      if (self->item != NULL)
        desk_html_space_add (&self->space);
      return;
    }

  if (self->item != NULL && (self->n_breaks > 1 || self->item->kind != (DeskBlockKind) context->kind))
    end_block (self);
  if (self->item == NULL)
    {
      self->item = desk_draft_add (self->draft, context->kind, "", 0);
      self->out = NULL;
      desk_html_space_start (&self->space);
      desk_html_images_caption (self->images, context->figure, self->item);
    }
  else if (self->n_breaks == 1)
    {
      g_string_append_c (self->item->text, '\n');
      desk_html_space_start (&self->space);
    }
  self->n_breaks = 0;

  if (!is_raw)
    text = desk_html_space_flush (&self->space, self->item->text, text);
  start = self->item->text->len;
  if (is_raw)
    desk_html_space_append_raw (self->item->text, text);
  else
    desk_html_space_append (&self->space, self->item->text, text);
  write_spans (self, context, start);
}

static void
enter_element (Writer *self,
               guint index)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  const Context *context = &self->contexts[index];
  gboolean is_kept = context->is_kept && context->mark == 0;

  if (node->tag == GUMBO_TAG_BR)
    {
      self->n_breaks++;
      desk_html_space_add (&self->out_space);
      if (context->in_row)
        {
          self->n_breaks = 0;
          desk_html_space_add (&self->space);
        }
      return;
    }
  if (node->tag == GUMBO_TAG_IMG && is_kept && !node->is_silent)
    desk_html_images_add (self->images, index, context->figure);
  if (!node->is_block || node->is_silent)
    return;

  /* Cells and paragraphs in a row of data stay on its line. */
  if (context->in_row && node->tag != GUMBO_TAG_TR)
    {
      if (self->item != NULL && (node->tag == GUMBO_TAG_TD || node->tag == GUMBO_TAG_TH))
        desk_html_space_add_tab (&self->space);
      else
        desk_html_space_add (&self->space);
      desk_html_space_add (&self->out_space);
      return;
    }

  end_block (self);
  g_array_append_val (self->open, node->end);
}

static void
leave_elements (Writer *self,
                guint index)
{
  gboolean left = FALSE;

  while (self->open->len > 0 && g_array_index (self->open, guint, self->open->len - 1) <= index)
    {
      g_array_set_size (self->open, self->open->len - 1);
      left = TRUE;
    }
  if (left)
    end_block (self);
}

static gboolean
write_nodes (Writer *self,
             DeskImportGuard *guard,
             GError **error)
{
  self->contexts[DESK_HTML_ROOT].kind = DESK_BLOCK_KIND_PARAGRAPH;
  self->contexts[DESK_HTML_ROOT].outside = DESK_HTML_MARK (DESK_LEFT_OUT_REASON_OUTSIDE);
  self->contexts[DESK_HTML_ROOT].is_kept = is_root (self->plan, DESK_HTML_ROOT);

  for (guint i = 1; i < self->tree->n_nodes; i++)
    {
      const DeskHtmlNode *node = &self->tree->nodes[i];
      const Context *above = &self->contexts[node->parent];
      Context *context = &self->contexts[i];

      if (!desk_import_guard_tick (guard, error))
        return FALSE;

      leave_elements (self, i);
      *context = *above;
      if (!node->is_text)
        {
          derive_element (self, i, context, above);
          enter_element (self, i);
        }
      else if (node->is_silent)
        continue;
      else if (context->is_kept && context->mark == 0)
        write_kept (self, i);
      else
        write_left_out (self, i);
    }
  end_block (self);

  return TRUE;
}

/**
 * desk_html_blocks_write:
 * @tree: a page
 * @plan: what is kept
 * @base: for the addresses of links
 * @draft: gets the blocks and the left-out texts, in the order of the page
 *
 * Every text node outside script, style, template and head goes into exactly one item. Where something is left out
 * amid a paragraph, it follows the paragraph.
 *
 * Returns: %FALSE with @error where it was stopped
 */
gboolean
desk_html_blocks_write (DeskHtmlTree *tree,
                        const DeskHtmlPlan *plan,
                        const DeskLinkBase *base,
                        DeskDraft *draft,
                        DeskImportGuard *guard,
                        GError **error)
{
  g_autofree Context *contexts = g_new0 (Context, tree->n_nodes);
  g_autoptr (DeskHtmlImages) images = desk_html_images_new (tree, draft, base);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) aside = g_ptr_array_new ();
  Writer self = { .tree = tree, .plan = plan, .base = base, .draft = draft, .contexts = contexts, .open = open, .aside = aside, .images = images };
  gboolean done = write_nodes (&self, guard, error);

  flush_aside (&self);

  return done;
}
