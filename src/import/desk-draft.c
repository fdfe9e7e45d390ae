/* The pieces of an article while it is being read, in the order of the source.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "desk-draft.h"

#include "desk-version-builder.h"

static void
item_free (DeskDraftItem *self)
{
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_free (self);
}

static void
image_free (DeskDraftImage *self)
{
  g_free (self->src);
  g_free (self->alt);
  g_free (self);
}

DeskDraft *
desk_draft_new (void)
{
  DeskDraft *self = g_new0 (DeskDraft, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) image_free);

  return self;
}

void
desk_draft_free (DeskDraft *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->images);
  g_free (self);
}

static DeskDraftItem *
add_item (DeskDraft *self,
          const char *text,
          gssize length)
{
  DeskDraftItem *item = g_new0 (DeskDraftItem, 1);

  item->text = length < 0 ? g_string_new (text) : g_string_new_len (text, length);
  g_ptr_array_add (self->items, item);

  return item;
}

/**
 * desk_draft_add:
 * @text: UTF-8
 * @length: of @text in bytes, or -1
 *
 * Returns: (transfer none): the new block, at the end
 */
DeskDraftItem *
desk_draft_add (DeskDraft *self,
                DeskBlockKind kind,
                const char *text,
                gssize length)
{
  DeskDraftItem *item = add_item (self, text, length);

  item->kind = kind;

  return item;
}

/**
 * desk_draft_leave_out:
 * @text: UTF-8
 * @length: of @text in bytes, or -1
 *
 * Returns: (transfer none): the new left-out text, at the end
 */
DeskDraftItem *
desk_draft_leave_out (DeskDraft *self,
                      DeskLeftOutReason why,
                      const char *text,
                      gssize length)
{
  DeskDraftItem *item = add_item (self, text, length);

  desk_draft_item_leave_out (item, why);

  return item;
}

DeskDraftImage *
desk_draft_add_image (DeskDraft *self,
                      const char *src,
                      const char *alt)
{
  DeskDraftImage *image = g_new0 (DeskDraftImage, 1);

  image->src = g_strdup (src);
  image->alt = g_strdup (alt);
  g_ptr_array_add (self->images, image);

  return image;
}

DeskDraftItem *
desk_draft_get (DeskDraft *self,
                guint index)
{
  return g_ptr_array_index (self->items, index);
}

/**
 * desk_draft_split:
 * @offset: where the second half starts, in bytes
 * @kind: of the second half
 *
 * Makes two blocks of one. Spans go to the half where they lie, or are cut.
 *
 * Returns: (transfer none): the second half
 */
DeskDraftItem *
desk_draft_split (DeskDraft *self,
                  guint index,
                  gsize offset,
                  DeskBlockKind kind)
{
  DeskDraftItem *first = desk_draft_get (self, index);
  DeskDraftItem *second = g_new0 (DeskDraftItem, 1);

  second->kind = kind;
  second->is_tail = TRUE;
  second->text = g_string_new_len (first->text->str + offset, first->text->len - offset);
  g_string_truncate (first->text, offset);

  for (guint i = 0; first->spans != NULL && i < first->spans->len; i++)
    {
      DeskSpan *span = g_ptr_array_index (first->spans, i);

      if (span->end > offset)
        desk_draft_item_add_span (second, MAX (span->start, offset) - offset, span->end - offset, span->kind, span->href);
      span->start = MIN (span->start, offset);
      span->end = MIN (span->end, offset);
    }

  g_ptr_array_insert (self->items, index + 1, second);

  return second;
}

/**
 * desk_draft_has_text:
 *
 * Returns: whether any block has a character to read; a headline that the source does not show is none
 */
gboolean
desk_draft_has_text (DeskDraft *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (self, i);

      if (item->is_left_out || (item->is_added && item->kind == DESK_BLOCK_KIND_HEADLINE))
        continue;
      for (const char *p = item->text->str; *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isgraph (g_utf8_get_char (p)))
          return TRUE;
    }

  return FALSE;
}

void
desk_draft_item_leave_out (DeskDraftItem *self,
                           DeskLeftOutReason why)
{
  self->is_left_out = TRUE;
  self->why = why;
  g_clear_pointer (&self->spans, g_ptr_array_unref);
}

/**
 * desk_draft_item_add_span:
 * @start: first byte in the item's text
 * @end: byte after the last
 * @href: (nullable): of links
 */
void
desk_draft_item_add_span (DeskDraftItem *self,
                          gsize start,
                          gsize end,
                          DeskSpanKind kind,
                          const char *href)
{
  if (start >= end)
    return;

  if (self->spans == NULL)
    self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_span_free);
  g_ptr_array_add (self->spans, desk_span_new (start, end, kind, href));
}

gboolean
desk_draft_item_is (const DeskDraftItem *self,
                    DeskBlockKind kind)
{
  return !self->is_left_out && self->kind == kind;
}

/* An edge of a span, and the code point that it falls on. */
typedef struct
{
  gsize byte;
  guint edge; /* twice the index of the span, plus one for its end */
} Border;

static int
compare_borders (gconstpointer a,
                 gconstpointer b)
{
  const Border *first = a;
  const Border *second = b;

  if (first->byte != second->byte)
    return first->byte < second->byte ? -1 : 1;

  return first->edge < second->edge ? -1 : first->edge > second->edge;
}

/* The builder counts code points and drops what cannot be seen, so a text goes there in slices between span borders. */
static gboolean
build_block (DeskVersionBuilder *builder,
             DeskDraftItem *item)
{
  guint n_spans = item->spans != NULL ? item->spans->len : 0;
  g_autofree Border *borders = g_new (Border, 2 * n_spans);
  g_autofree guint *places = g_new (guint, 2 * n_spans);
  gsize done = 0;

  desk_version_builder_begin_block (builder, item->kind);

  for (guint i = 0; i < n_spans; i++)
    {
      DeskSpan *span = g_ptr_array_index (item->spans, i);

      borders[2 * i] = (Border) { MIN (span->start, item->text->len), 2 * i };
      borders[2 * i + 1] = (Border) { MIN (span->end, item->text->len), 2 * i + 1 };
    }
  if (n_spans > 0)
    qsort (borders, 2 * n_spans, sizeof (Border), compare_borders);

  for (guint i = 0; i < 2 * n_spans; i++)
    {
      desk_version_builder_append_text (builder, item->text->str + done, borders[i].byte - done);
      done = borders[i].byte;
      places[borders[i].edge] = desk_version_builder_get_offset (builder);
    }
  desk_version_builder_append_text (builder, item->text->str + done, item->text->len - done);

  for (guint i = 0; i < n_spans; i++)
    {
      DeskSpan *span = g_ptr_array_index (item->spans, i);

      if (places[2 * i] < places[2 * i + 1])
        desk_version_builder_add_span (builder, places[2 * i], places[2 * i + 1], span->kind, span->href);
    }

  return desk_version_builder_end_block (builder);
}

/**
 * desk_draft_to_version:
 * @limits: how many blocks there may be
 * @is_cut: (out) (optional): whether texts were left out for their number
 *
 * Freezes the pieces.
 *
 * Returns: (transfer full): a version
 */
DeskVersion *
desk_draft_to_version (DeskDraft *self,
                       const DeskImportLimits *limits,
                       gboolean *is_cut)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (GHashTable) index_of = g_hash_table_new (NULL, NULL);
  gboolean cut = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (self, i);
      guint index = desk_version_builder_get_n_blocks (builder);

      if (!item->is_left_out && index < limits->max_blocks)
        {
          if (build_block (builder, item))
            g_hash_table_insert (index_of, item, GUINT_TO_POINTER (index + 1));
          continue;
        }

      cut |= !item->is_left_out;
      desk_version_builder_add_left_out (builder, item->text->str, item->is_left_out ? item->why : DESK_LEFT_OUT_REASON_OUTSIDE);
    }

  for (guint i = 0; i < self->images->len; i++)
    {
      DeskDraftImage *image = g_ptr_array_index (self->images, i);
      guint caption = GPOINTER_TO_UINT (g_hash_table_lookup (index_of, image->caption));

      desk_version_builder_add_image (builder, image->src, image->alt,
                                      image->credit != NULL ? image->credit->text->str : NULL,
                                      (int) caption - 1);
    }

  if (is_cut != NULL)
    *is_cut = cut;

  return desk_version_builder_end (builder);
}
