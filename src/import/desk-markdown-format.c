/* Reads Markdown with md4c.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <md4c.h>
#include <string.h>

#include "desk-credit.h"
#include "desk-entity-name.h"
#include "desk-front-matter.h"
#include "desk-html-format.h"
#include "desk-importer.h"
#include "desk-language.h"
#include "desk-link.h"
#include "desk-markdown-format.h"
#include "desk-phrase.h"
#include "desk-text-roles.h"

/* An inline element that is open. */
typedef struct
{
  DeskSpanKind kind;
  gsize start;
  char *href; /* nullable */
} OpenSpan;

typedef struct
{
  DeskReading *reading;
  DeskImportGuard *guard;
  GError **error;
  DeskLinkBase *base;

  DeskDraftItem *item; /* the open block */
  DeskBlockKind kind;  /* of the next text */
  GArray *spans;       /* of OpenSpan */
  guint quote_depth;
  guint list_depth;
  gboolean has_headline;

  GString *html; /* of an HTML block; NULL outside */
  GString *alt;  /* of an image; NULL outside */
} Parser;

static void
clear_span (gpointer data)
{
  g_free (((OpenSpan *) data)->href);
}

static void
end_item (Parser *self)
{
  self->item = NULL;
}

static DeskDraftItem *
ensure_item (Parser *self)
{
  if (self->item == NULL)
    {
      self->item = desk_draft_add (self->reading->draft, self->kind, "", 0);
      for (guint i = 0; i < self->spans->len; i++)
        g_array_index (self->spans, OpenSpan, i).start = 0;
    }

  return self->item;
}

static DeskBlockKind
text_kind (Parser *self)
{
  return self->list_depth > 0 ? DESK_BLOCK_KIND_LIST_ITEM : self->quote_depth > 0 ? DESK_BLOCK_KIND_BLOCKQUOTE
                                                                                  : DESK_BLOCK_KIND_PARAGRAPH;
}

static int
enter_block (MD_BLOCKTYPE type,
             void *detail,
             void *data)
{
  Parser *self = data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      self->quote_depth++;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      end_item (self);
      self->list_depth++;
      break;
    case MD_BLOCK_H:
      end_item (self);
      self->kind = ((MD_BLOCK_H_DETAIL *) detail)->level == 1 && !self->has_headline ? DESK_BLOCK_KIND_HEADLINE : DESK_BLOCK_KIND_SUBHEADING;
      self->has_headline |= self->kind == DESK_BLOCK_KIND_HEADLINE;
      return 0;
    case MD_BLOCK_CODE:
      end_item (self);
      self->kind = DESK_BLOCK_KIND_PREFORMATTED;
      return 0;
    case MD_BLOCK_TR:
      end_item (self);
      self->kind = DESK_BLOCK_KIND_TABLE_ROW;
      return 0;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (self->item != NULL)
        g_string_append_c (self->item->text, '\t');
      return 0;
    case MD_BLOCK_HTML:
      end_item (self);
      self->html = g_string_new (NULL);
      return 0;
    case MD_BLOCK_DOC:
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      end_item (self);
      break;
    }
  self->kind = text_kind (self);

  return 0;
}

static int
leave_block (MD_BLOCKTYPE type,
             void *detail,
             void *data)
{
  Parser *self = data;

  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    return 0;

  if (type == MD_BLOCK_QUOTE)
    self->quote_depth--;
  else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    self->list_depth--;
  else if (type == MD_BLOCK_HTML && self->html != NULL)
    {
      g_autoptr (GString) html = g_steal_pointer (&self->html);

      if (!desk_html_format_append_fragment (self->reading->draft, html->str, html->len, self->base, self->guard, self->error))
        return -1;
    }

  end_item (self);
  self->kind = text_kind (self);

  return 0;
}

static char *
dup_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *value = g_string_new (NULL);

  for (guint i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *part = attribute->text + attribute->substr_offsets[i];
      gsize length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        desk_entity_name_append (value, part, length);
      else
        g_string_append_len (value, part, length);
    }

  return g_string_free (value, FALSE);
}

static int
enter_span (MD_SPANTYPE type,
            void *detail,
            void *data)
{
  Parser *self = data;
  OpenSpan span = { DESK_SPAN_KIND_EMPHASIS, 0, NULL };

  switch (type)
    {
    case MD_SPAN_EM:
      break;
    case MD_SPAN_STRONG:
      span.kind = DESK_SPAN_KIND_STRONG;
      break;
    case MD_SPAN_A:
      {
        g_autofree char *href = dup_attribute (&((MD_SPAN_A_DETAIL *) detail)->href);

        span.kind = DESK_SPAN_KIND_LINK;
        span.href = desk_link_base_resolve (self->base, href);
        break;
      }
    case MD_SPAN_IMG:
      if (self->alt == NULL)
        self->alt = g_string_new (NULL);
      return 0;
    case MD_SPAN_CODE:
    case MD_SPAN_DEL:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
      return 0;
    }

  if (self->alt == NULL)
    span.start = self->item != NULL ? self->item->text->len : 0;
  g_array_append_val (self->spans, span);

  return 0;
}

static void
end_image (Parser *self,
           const MD_SPAN_IMG_DETAIL *detail)
{
  g_autofree char *raw = dup_attribute (&detail->src);
  g_autofree char *src = desk_link_base_resolve (self->base, raw);
  g_autofree char *title = dup_attribute (&detail->title);
  g_autoptr (GString) alt = g_steal_pointer (&self->alt);

  if (src != NULL || *raw != '\0')
    {
      DeskDraftImage *image = desk_draft_add_image (self->reading->draft, src != NULL ? src : raw, alt->len > 0 ? alt->str : NULL);

      if (*title != '\0' && self->item == NULL)
        image->caption = desk_draft_add (self->reading->draft, DESK_BLOCK_KIND_CAPTION, title, -1);
    }
}

static int
leave_span (MD_SPANTYPE type,
            void *detail,
            void *data)
{
  Parser *self = data;

  if (type == MD_SPAN_IMG && self->alt != NULL)
    end_image (self, detail);
  else if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG || type == MD_SPAN_A) && self->spans->len > 0)
    {
      OpenSpan *span = &g_array_index (self->spans, OpenSpan, self->spans->len - 1);

      if (self->item != NULL && (span->kind != DESK_SPAN_KIND_LINK || span->href != NULL))
        desk_draft_item_add_span (self->item, span->start, self->item->text->len, span->kind, span->href);
      g_array_set_size (self->spans, self->spans->len - 1);
    }

  return 0;
}

static int
add_text (MD_TEXTTYPE type,
          const MD_CHAR *text,
          MD_SIZE size,
          void *data)
{
  Parser *self = data;
  GString *target;

  if (!desk_import_guard_tick (self->guard, self->error))
    return -1;

  if (self->html != NULL)
    {
      g_string_append_len (self->html, text, size);
      return 0;
    }

  target = self->alt != NULL ? self->alt : ensure_item (self)->text;
  switch (type)
    {
    case MD_TEXT_BR:
      g_string_append_c (target, '\n');
      break;
    case MD_TEXT_SOFTBR:
      g_string_append_c (target, ' ');
      break;
    case MD_TEXT_ENTITY:
      desk_entity_name_append (target, text, size);
      break;
    case MD_TEXT_NULLCHAR:
      break;
    case MD_TEXT_HTML:
      /* Tags amid a paragraph: "<br>" is the only one that changes the text. */
      if (size >= 4 && g_ascii_strncasecmp (text, "<br", 3) == 0)
        g_string_append_c (target, '\n');
      break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      g_string_append_len (target, text, size);
      break;
    }

  return 0;
}

/* Captions and credits under pictures, and headline block and field brought together. */
static void
finish (DeskReading *reading)
{
  DeskDraft *draft = reading->draft;
  const char *title = desk_reading_get (reading, DESK_FIELD_HEADLINE);

  for (guint i = 0; i < draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      if (desk_draft_item_is (item, DESK_BLOCK_KIND_HEADLINE))
        {
          desk_reading_set (reading, DESK_FIELD_HEADLINE, item->text->str, DESK_ORIGIN_MARKUP, DESK_CONFIDENCE_SURE);
          return;
        }
    }

  if (title != NULL)
    {
      DeskDraftItem *item = desk_draft_add (draft, DESK_BLOCK_KIND_HEADLINE, title, -1);

      g_ptr_array_insert (draft->items, 0, g_ptr_array_steal_index (draft->items, draft->items->len - 1));
      g_assert (desk_draft_get (draft, 0) == item);
    }
}

static void
split_credits (DeskDraft *draft)
{
  for (guint i = 0; i < draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);
      const char *credit;

      if (item->is_left_out || (item->kind != DESK_BLOCK_KIND_PARAGRAPH && item->kind != DESK_BLOCK_KIND_CAPTION) || item->text->len > 1500)
        continue;
      credit = desk_credit_find (item->text->str, item->kind == DESK_BLOCK_KIND_CAPTION);
      if (credit == NULL)
        {
          if (item->kind == DESK_BLOCK_KIND_PARAGRAPH && desk_credit_is_caption (item->text->str))
            item->kind = DESK_BLOCK_KIND_CAPTION;
          continue;
        }
      if (credit == item->text->str)
        item->kind = DESK_BLOCK_KIND_CREDIT;
      else
        {
          item->kind = DESK_BLOCK_KIND_CAPTION;
          desk_draft_split (draft, i++, credit - item->text->str, DESK_BLOCK_KIND_CREDIT);
        }
    }
}

/**
 * desk_markdown_format_read:
 * @text: UTF-8
 * @length: of @text in bytes
 * @url: (nullable): where it came from, for links relative to it
 *
 * Returns: (transfer full): what the text is made of; %NULL with @error where it was stopped
 */
DeskReading *
desk_markdown_format_read (const char *text,
                           gsize length,
                           const char *url,
                           DeskImportGuard *guard,
                           GError **error)
{
  static const MD_PARSER callbacks = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = add_text,
  };
  g_autoptr (DeskReading) reading = desk_reading_new ();
  g_autoptr (DeskLinkBase) base = desk_link_base_new (url, guard->limits->max_href_bytes);
  gsize start = desk_front_matter_read (text, length, reading);
  Parser parser = { .reading = reading, .guard = guard, .error = error, .base = base, .kind = DESK_BLOCK_KIND_PARAGRAPH };
  int status;

  parser.spans = g_array_new (FALSE, FALSE, sizeof (OpenSpan));
  g_array_set_clear_func (parser.spans, clear_span);
  status = md_parse (text + start, length - start, &callbacks, &parser);
  g_array_unref (parser.spans);
  if (parser.html != NULL)
    g_string_free (parser.html, TRUE);
  if (parser.alt != NULL)
    g_string_free (parser.alt, TRUE);

  if (status != 0)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE,
                             _ ("This Markdown text could not be read. Rename the file so that it ends in “.txt” to open it as plain text."));
      return NULL;
    }

  split_credits (reading->draft);
  if (!desk_text_roles_assign (reading, TRUE, guard, error))
    return NULL;
  finish (reading);

  return g_steal_pointer (&reading);
}
