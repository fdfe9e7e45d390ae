/* What a node of a page hands down to what is in it: kind of block, reason, link.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-html-context.h"

/* Longer captions are paragraphs under a wrong name. */
#define MAX_CAPTION 1200
#define MAX_NOTE 1500

static DeskBlockKind
kind_of_tag (DeskHtmlTree *tree,
             guint index,
             const DeskHtmlContext *above)
{
  const DeskHtmlNode *node = &tree->nodes[index];

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
               const DeskHtmlContext *above,
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

gboolean
desk_html_plan_is_root (const DeskHtmlPlan *plan,
                        guint index)
{
  for (guint i = 0; i < plan->roots->len; i++)
    if (g_array_index (plan->roots, guint, i) == index)
      return TRUE;

  return FALSE;
}

static void
fix (DeskHtmlContext *context,
     DeskBlockKind kind)
{
  context->kind = kind;
  context->mark = 0;
  context->is_kept = context->is_fixed = TRUE;
}

/**
 * desk_html_context_derive:
 * @tree: a page
 * @plan: what is kept
 * @index: an element
 * @context: gets what holds in it; a copy of @above so far
 * @above: what holds around it
 */
void
desk_html_context_derive (DeskHtmlTree *tree,
                          const DeskHtmlPlan *plan,
                          guint index,
                          DeskHtmlContext *context,
                          const DeskHtmlContext *above)
{
  const DeskHtmlNode *node = &tree->nodes[index];

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
      context->is_kept |= desk_html_plan_is_root (plan, index);
      if (!context->is_fixed)
        {
          context->kind = kind_of_words (node, above, kind_of_tag (tree, index, above));
          if (node->tag == GUMBO_TAG_TR && !context->in_row)
            {
              guint table = node->parent;

              while (table != DESK_HTML_ROOT && tree->nodes[table].tag != GUMBO_TAG_TABLE)
                table = tree->nodes[table].parent;
              if (table != DESK_HTML_ROOT && desk_html_marks_is_data_table (tree, table))
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

/**
 * desk_html_context_find_reason:
 * @index: a text that is left out
 * @context: what holds there
 *
 * Returns: the reason, told finer where nothing but its place speaks against it
 */
DeskLeftOutReason
desk_html_context_find_reason (DeskHtmlTree *tree,
                               guint index,
                               const DeskHtmlContext *context)
{
  guint parent = tree->nodes[index].parent;

  if (context->mark != 0 && context->mark != DESK_HTML_MARK (DESK_LEFT_OUT_REASON_OUTSIDE))
    return DESK_HTML_MARK_REASON (context->mark);
  if (context->outside != DESK_HTML_MARK (DESK_LEFT_OUT_REASON_OUTSIDE))
    return DESK_HTML_MARK_REASON (context->outside);

  for (guint level = 0; level < 3 && parent != DESK_HTML_ROOT; level++, parent = tree->nodes[parent].parent)
    if (tree->nodes[parent].tag == GUMBO_TAG_LI || tree->nodes[parent].tag == GUMBO_TAG_UL)
      return context->link != 0 ? DESK_LEFT_OUT_REASON_LINK_LIST : DESK_LEFT_OUT_REASON_OUTSIDE;

  return DESK_LEFT_OUT_REASON_OUTSIDE;
}
