/* Reads a page back as a browser does and holds it against the version that it was written from.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gumbo.h>

#include "desk-article.h"

G_BEGIN_DECLS

typedef struct
{
  GumboOutput *output;
  char *html;
  GPtrArray *blocks; /* GumboNode of the element of each block */
} PageCheck;

PageCheck   *page_check_new      (const char  *html,
                                  DeskVersion *version);
void         page_check_free     (PageCheck   *self);
/* The element of the run that each code point of the text stands in, NULL where there is none. */
GPtrArray   *page_check_get_runs (PageCheck   *self,
                                  DeskVersion *version);
char        *page_check_dup_text (GumboNode   *node);
/* Elements of a name with a class (or any) in order. */
GPtrArray   *page_check_find     (PageCheck   *self,
                                  const char  *tag,
                                  const char  *class);
const char  *page_check_get      (GumboNode   *node,
                                  const char  *attribute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageCheck, page_check_free)

G_END_DECLS
