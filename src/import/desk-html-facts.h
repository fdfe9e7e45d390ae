/* What a page tells of its article besides the text: meta elements, JSON-LD, microdata, links, times.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-tree.h"
#include "desk-json-ld.h"

G_BEGIN_DECLS

/* Each string may be NULL; none is checked. */
typedef struct
{
  GHashTable *meta; /* name or property in lower case → content; the first one stays */
  DeskJsonLd *json_ld;
  char *title;
  char *canonical;
  char *base;
  char *language;

  /* Microdata and RDFa. */
  guint headline_node; /* 0 for none */
  char *item_published;
  char *item_modified;
  GPtrArray *item_authors; /* of char * */

  char *time_published; /* of a `time` that says so */
  char *time_first;     /* of the first `time` in an article */
  char *time_abbr;
  GPtrArray *rel_authors; /* of char * */
} DeskHtmlFacts;

DeskHtmlFacts *desk_html_facts_new (DeskHtmlTree *tree,
                                    DeskImportGuard *guard) G_GNUC_WARN_UNUSED_RESULT;
void desk_html_facts_free (DeskHtmlFacts *self);
const char *desk_html_facts_get (const DeskHtmlFacts *self,
                                 const char *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHtmlFacts, desk_html_facts_free)

G_END_DECLS
