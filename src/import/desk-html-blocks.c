/* Writes the text of a page as blocks and left-out texts, each text node into exactly one of them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-blocks.h"
#include "desk-html-images.h"
#include "desk-html-space.h"

typedef struct
{
  DeskHtmlTree *tree;
  const DeskHtmlPlan *plan;
  const DeskLinkBase *base;
  DeskDraft *draft;
  DeskHtmlContext *contexts;

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
  DeskLeftOutReason why = desk_html_context_find_reason (self->tree, index, &self->contexts[index]);
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
             const DeskHtmlContext *context,
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
  const DeskHtmlContext *context = &self->contexts[index];
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
  const DeskHtmlContext *context = &self->contexts[index];
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
  self->contexts[DESK_HTML_ROOT].is_kept = desk_html_plan_is_root (self->plan, DESK_HTML_ROOT);

  for (guint i = 1; i < self->tree->n_nodes; i++)
    {
      const DeskHtmlNode *node = &self->tree->nodes[i];
      const DeskHtmlContext *above = &self->contexts[node->parent];
      DeskHtmlContext *context = &self->contexts[i];

      if (!desk_import_guard_tick (guard, error))
        return FALSE;

      leave_elements (self, i);
      *context = *above;
      if (!node->is_text)
        {
          desk_html_context_derive (self->tree, self->plan, i, context, above);
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
  g_autofree DeskHtmlContext *contexts = g_new0 (DeskHtmlContext, tree->n_nodes);
  g_autoptr (DeskHtmlImages) images = desk_html_images_new (tree, draft, base);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) aside = g_ptr_array_new ();
  Writer self = { .tree = tree, .plan = plan, .base = base, .draft = draft, .contexts = contexts, .open = open, .aside = aside, .images = images };
  gboolean done = write_nodes (&self, guard, error);

  flush_aside (&self);

  return done;
}
