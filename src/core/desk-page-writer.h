/* Writes the safe page of an article: blocks and marks in, HTML out. The only place that makes HTML.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-annotation.h"
#include "desk-article.h"

G_BEGIN_DECLS

#define DESK_TYPE_PAGE_WRITER (desk_page_writer_get_type ())

G_DECLARE_FINAL_TYPE (DeskPageWriter, desk_page_writer, DESK, PAGE_WRITER, GObject)

DeskPageWriter *desk_page_writer_new               (DeskArticle    *article,
                                                    GListModel     *kinds) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the marks of the article (of DeskAnnotation) and tells which blocks look different now:
 * an array of guint indices, in order. */
GArray         *desk_page_writer_set_annotations   (DeskPageWriter *self,
                                                    GPtrArray      *annotations) G_GNUC_WARN_UNUSED_RESULT;
/* The whole document; `root_class` carries colour scheme and contrast. */
char           *desk_page_writer_dup_page          (DeskPageWriter *self,
                                                    const char     *root_class) G_GNUC_WARN_UNUSED_RESULT;
/* What stands inside the element of one block. */
char           *desk_page_writer_dup_block_content (DeskPageWriter *self,
                                                    guint           block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
