/* Collects the pictures of a story, each with its caption.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "desk-html-images.h"

#define MAX_IMAGES 200

/* Smaller ones are icons and what counts readers. */
#define MIN_SIDE 60

struct _DeskHtmlImages
{
  DeskHtmlTree *tree;
  DeskDraft *draft;
  const DeskLinkBase *base;
  GHashTable *seen;    /* addresses */
  GHashTable *figures; /* node index of a figure → DeskDraftImage */
};

DeskHtmlImages *
desk_html_images_new (DeskHtmlTree *tree,
                      DeskDraft *draft,
                      const DeskLinkBase *base)
{
  DeskHtmlImages *self = g_new0 (DeskHtmlImages, 1);

  self->tree = tree;
  self->draft = draft;
  self->base = base;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->figures = g_hash_table_new (NULL, NULL);

  return self;
}

void
desk_html_images_free (DeskHtmlImages *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->figures);
  g_free (self);
}

static gboolean
is_small (const DeskHtmlNode *node)
{
  const char *width = desk_html_node_get (node, "width");
  const char *height = desk_html_node_get (node, "height");

  return (width != NULL && g_ascii_isdigit (*width) && atoi (width) < MIN_SIDE) || (height != NULL && g_ascii_isdigit (*height) && atoi (height) < MIN_SIDE);
}

/* The largest picture of "a.jpg 320w, b.jpg 1280w". */
static char *
dup_largest (const char *srcset)
{
  g_autofree char *best = NULL;
  double best_size = -1;
  const char *p = srcset;

  while (*p != '\0')
    {
      const char *start;
      const char *end;
      double size;

      p += strspn (p, " \t\r\n,");
      start = p;
      p += strcspn (p, " \t\r\n");
      end = p;
      while (end > start && end[-1] == ',')
        end--;
      size = end == p ? g_ascii_strtod (p, NULL) : 0;
      if (end > start && size > best_size)
        {
          g_free (best);
          best = g_strndup (start, end - start);
          best_size = size;
        }
      if (end == p)
        p += strcspn (p, ",");
    }

  return g_steal_pointer (&best);
}

static char *
dup_source (DeskHtmlImages *self,
            const DeskHtmlNode *node)
{
  static const char *const sets[] = { "srcset", "data-srcset", "data-lazy-srcset" };
  static const char *const sources[] = { "data-src", "data-lazy-src", "data-original", "data-url", "src" };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const char *value = desk_html_node_get (node, sets[i]);
      g_autofree char *largest = value != NULL && strlen (value) < 20000 ? dup_largest (value) : NULL;
      char *src = desk_link_base_resolve (self->base, largest);

      if (src != NULL)
        return src;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      char *src = desk_link_base_resolve (self->base, desk_html_node_get (node, sources[i]));

      if (src != NULL)
        return src;
    }

  return NULL;
}

/**
 * desk_html_images_add:
 * @index: the node of an img
 * @figure: the node of the figure around it; 0 for none
 */
void
desk_html_images_add (DeskHtmlImages *self,
                      guint index,
                      guint figure)
{
  const DeskHtmlNode *node = &self->tree->nodes[index];
  g_autofree char *src = NULL;
  const char *alt;
  DeskDraftImage *image;

  if (self->draft->images->len >= MAX_IMAGES || is_small (node))
    return;
  src = dup_source (self, node);
  if (src == NULL || !g_hash_table_add (self->seen, g_strdup (src)))
    return;

  alt = desk_html_node_get (node, "alt");
  image = desk_draft_add_image (self->draft, src, alt != NULL && strlen (alt) < 4000 ? alt : NULL);
  if (figure != 0)
    g_hash_table_insert (self->figures, GUINT_TO_POINTER (figure), image);
}

/**
 * desk_html_images_caption:
 * @figure: the node of the figure in which a block lies; 0 for none
 * @item: the block
 *
 * Takes a caption or a credit for the picture of its figure.
 */
void
desk_html_images_caption (DeskHtmlImages *self,
                          guint figure,
                          DeskDraftItem *item)
{
  DeskDraftImage *image = figure != 0 ? g_hash_table_lookup (self->figures, GUINT_TO_POINTER (figure)) : NULL;

  if (image == NULL)
    return;
  if (item->kind == DESK_BLOCK_KIND_CAPTION && image->caption == NULL)
    image->caption = item;
  else if (item->kind == DESK_BLOCK_KIND_CREDIT && image->credit == NULL)
    image->credit = item;
}
