/* A parsed page as an array of nodes in the order of the document.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gumbo.h>

#include "desk-html-words.h"
#include "desk-import-guard.h"

G_BEGIN_DECLS

/* Of the root: itself. */
#define DESK_HTML_ROOT 0

typedef struct
{
  const GumboNode *node;
  guint parent; /* index; deep nodes hang on the ancestor at the depth limit */
  guint end;    /* index after the last descendant */
  guint16 depth;
  guint16 tag; /* GumboTag; GUMBO_TAG_LAST for text */
  guint is_text : 1;
  guint is_block : 1;  /* starts a new line of text */
  guint is_silent : 1; /* script, style, template, head and what is in them: no text of the page */

  DeskHtmlWords words; /* of class and id */

  /* Of the subtree without what is removed; see desk_html_tree_measure(). */
  guint length; /* code points, white space collapsed */
  guint link_length;
  guint commas;
} DeskHtmlNode;

typedef struct
{
  DeskHtmlNode *nodes;
  guint n_nodes;
  gboolean is_cut; /* deeper levels were flattened */

  struct _DeskHtmlArena *arena;
} DeskHtmlTree;

DeskHtmlTree *desk_html_tree_parse (const char *html,
                                    gsize length,
                                    gboolean is_fragment,
                                    DeskImportGuard *guard,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void desk_html_tree_free (DeskHtmlTree *self);
void desk_html_tree_measure (DeskHtmlTree *self,
                             const guint8 *removed);
const char *desk_html_node_get (const DeskHtmlNode *self,
                                const char *attribute);
gboolean desk_html_node_has_token (const DeskHtmlNode *self,
                                   const char *attribute,
                                   const char *token);
char *desk_html_tree_dup_text (DeskHtmlTree *self,
                               guint index,
                               gsize max_bytes) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
desk_html_tree_contains (const DeskHtmlTree *self,
                         guint ancestor,
                         guint index)
{
  return index >= ancestor && index < self->nodes[ancestor].end;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHtmlTree, desk_html_tree_free)

G_END_DECLS
