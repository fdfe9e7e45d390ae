/* Goes over the blocks of a page once more: captions, credits, lines that are no part of the story.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-byline.h"
#include "desk-credit.h"
#include "desk-date-reader.h"
#include "desk-furniture.h"
#include "desk-html-finish.h"
#include "desk-phrase.h"

#define MAX_CREDIT_LINE 160
#define MAX_CAPTION 400
#define HEAD_BLOCKS 6
#define TAIL_BLOCKS 4

static gboolean
is_body (const DeskDraftItem *item)
{
  if (item->is_left_out)
    return FALSE;

  return item->kind == DESK_BLOCK_KIND_PARAGRAPH || item->kind == DESK_BLOCK_KIND_LIST_ITEM || item->kind == DESK_BLOCK_KIND_SUBHEADING || item->kind == DESK_BLOCK_KIND_BLOCKQUOTE;
}

/* The share of a block's text that is links, in percent. */
static guint
link_share (const DeskDraftItem *item)
{
  gsize linked = 0;

  for (guint i = 0; item->spans != NULL && i < item->spans->len; i++)
    {
      const DeskSpan *span = g_ptr_array_index (item->spans, i);

      if (span->kind == DESK_SPAN_KIND_LINK)
        linked += span->end - span->start;
    }

  return item->text->len > 0 ? linked * 100 / item->text->len : 0;
}

static DeskDraftImage *
find_image (DeskDraft *draft,
            const DeskDraftItem *caption)
{
  for (guint i = 0; i < draft->images->len; i++)
    {
      DeskDraftImage *image = g_ptr_array_index (draft->images, i);

      if (image->caption == caption)
        return image;
    }

  return NULL;
}

static void
split_caption (DeskDraft *draft,
               guint index)
{
  DeskDraftItem *item = desk_draft_get (draft, index);
  const char *credit = desk_credit_find (item->text->str, TRUE);
  DeskDraftImage *image = find_image (draft, item);
  DeskDraftItem *split;

  if (credit == NULL)
    return;

  if (credit == item->text->str)
    {
      item->kind = DESK_BLOCK_KIND_CREDIT;
      split = item;
    }
  else
    split = desk_draft_split (draft, index, credit - item->text->str, DESK_BLOCK_KIND_CREDIT);

  if (image != NULL && image->credit == NULL)
    image->credit = split;
  if (image != NULL && split == item)
    image->caption = NULL;
}

static void
classify (DeskDraftItem *item,
          gboolean is_at_end)
{
  switch (desk_furniture_classify (item->text->str, is_at_end))
    {
    case DESK_FURNITURE_NONE:
      break;
    case DESK_FURNITURE_BOILERPLATE:
    case DESK_FURNITURE_NEWSLETTER:
      item->kind = DESK_BLOCK_KIND_BOILERPLATE;
      break;
    case DESK_FURNITURE_RELATED:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_RELATED);
      break;
    case DESK_FURNITURE_CORRECTION:
      item->kind = DESK_BLOCK_KIND_CORRECTION;
      break;
    case DESK_FURNITURE_SHARE:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_SHARE);
      break;
    case DESK_FURNITURE_ADVERT:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_ADVERT);
      break;
    case DESK_FURNITURE_COMMENTS:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_COMMENTS);
      break;
    case DESK_FURNITURE_COOKIE_NOTICE:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_COOKIE_NOTICE);
      break;
    case DESK_FURNITURE_SEPARATOR:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_OUTSIDE);
      break;
    }
}

static void
check_body (DeskReading *reading,
            DeskDraftItem *item,
            const char *bare_headline,
            gboolean is_at_start,
            gboolean is_at_end)
{
  const char *text = item->text->str;
  gboolean is_short = item->text->len < 400;
  DeskDateHit hit;

  if (is_short && bare_headline != NULL)
    {
      g_autofree char *bare = desk_phrase_dup_bare (text);

      if (g_str_equal (bare, bare_headline))
        {
          desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_DUPLICATE_TITLE);
          return;
        }
    }
  if (link_share (item) >= 90 && item->kind != DESK_BLOCK_KIND_SUBHEADING)
    {
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_LINK_LIST);
      return;
    }

  classify (item, is_at_end);
  if (item->is_left_out || !is_body (item) || !is_short)
    return;

  if (item->text->len < MAX_CREDIT_LINE && desk_credit_is_line (text))
    item->kind = DESK_BLOCK_KIND_CREDIT;
  else if (desk_date_is_line (text, desk_reading_get (reading, DESK_FIELD_LANGUAGE), &hit))
    item->kind = DESK_BLOCK_KIND_BYLINE;
  else if ((is_at_start || is_at_end) && desk_byline_is_line (text))
    {
      item->kind = DESK_BLOCK_KIND_BYLINE;
      if (desk_reading_get (reading, DESK_FIELD_BYLINE) == NULL)
        {
          desk_reading_set (reading, DESK_FIELD_BYLINE, text, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_WEAK);
          desk_reading_set_authors (reading, desk_byline_dup_authors (text, FALSE));
        }
    }
}

/* A page that is nothing but a notice is about that. */
static void
spare_only_text (DeskDraft *draft)
{
  gsize body = 0;
  gsize boilerplate = 0;

  for (guint i = 0; i < draft->items->len; i++)
    {
      const DeskDraftItem *item = desk_draft_get (draft, i);

      body += is_body (item) ? item->text->len : 0;
      boilerplate += desk_draft_item_is (item, DESK_BLOCK_KIND_BOILERPLATE) ? item->text->len : 0;
    }
  if (boilerplate <= body)
    return;

  for (guint i = 0; i < draft->items->len; i++)
    if (desk_draft_item_is (desk_draft_get (draft, i), DESK_BLOCK_KIND_BOILERPLATE))
      desk_draft_get (draft, i)->kind = DESK_BLOCK_KIND_PARAGRAPH;
}

/* A heading with nothing below it headed a box that is gone. */
static void
drop_bare_headings (DeskDraft *draft)
{
  gboolean has_body = FALSE;

  for (guint i = draft->items->len; i-- > 0;)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      if (item->is_left_out)
        continue;
      if (item->kind == DESK_BLOCK_KIND_SUBHEADING && !has_body)
        desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_RELATED);
      has_body |= !item->is_left_out && item->kind != DESK_BLOCK_KIND_BOILERPLATE && item->kind != DESK_BLOCK_KIND_BYLINE && item->kind != DESK_BLOCK_KIND_CREDIT;
    }
}

/* What stands above the headline is a notice or a kicker, unless the story itself stands there. */
static void
drop_above_headline (DeskDraft *draft)
{
  guint headline = 0;
  gsize before = 0;
  gsize after = 0;

  while (headline < draft->items->len && !desk_draft_item_is (desk_draft_get (draft, headline), DESK_BLOCK_KIND_HEADLINE))
    headline++;
  if (headline == draft->items->len)
    return;

  for (guint i = 0; i < draft->items->len; i++)
    if (is_body (desk_draft_get (draft, i)))
      *(i < headline ? &before : &after) += desk_draft_get (draft, i)->text->len;
  if (before * 3 > after)
    return;

  for (guint i = 0; i < headline; i++)
    if (is_body (desk_draft_get (draft, i)))
      desk_draft_item_leave_out (desk_draft_get (draft, i), DESK_LEFT_OUT_REASON_OUTSIDE);
}

/**
 * desk_html_finish:
 * @reading: the pieces of a page
 * @headline: (nullable): its headline, whose repetitions are left out
 */
void
desk_html_finish (DeskReading *reading,
                  const char *headline)
{
  DeskDraft *draft = reading->draft;
  g_autofree char *bare_headline = headline != NULL ? desk_phrase_dup_bare (headline) : NULL;
  guint n_body = 0;
  guint n_done = 0;

  for (guint i = 0; i < draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      /* A short paragraph that ends with a credit describes a picture. */
      if (desk_draft_item_is (item, DESK_BLOCK_KIND_PARAGRAPH) && item->text->len < MAX_CAPTION && desk_credit_find (item->text->str, FALSE) > item->text->str)
        item->kind = DESK_BLOCK_KIND_CAPTION;
      if (desk_draft_item_is (item, DESK_BLOCK_KIND_CAPTION))
        split_caption (draft, i);
    }
  drop_above_headline (draft);
  for (guint i = 0; i < draft->items->len; i++)
    n_body += is_body (desk_draft_get (draft, i));

  for (guint i = 0; i < draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      if (desk_draft_item_is (item, DESK_BLOCK_KIND_DEK))
        desk_reading_set (reading, DESK_FIELD_DEK, item->text->str, DESK_ORIGIN_MARKUP, DESK_CONFIDENCE_LIKELY);
      if (!is_body (item))
        continue;
      check_body (reading, item, bare_headline, n_done < HEAD_BLOCKS, n_done + TAIL_BLOCKS >= n_body);
      n_done++;
    }
  spare_only_text (draft);
  drop_bare_headings (draft);
}
