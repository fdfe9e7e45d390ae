/* Finds the part of a page that is the story.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-marks.h"

G_BEGIN_DECLS

typedef struct
{
  DeskHtmlMark *marks; /* of all nodes; those that are cleaned out of the story too */
  GArray *roots;       /* of guint: the nodes that hold the story, in order, none in another */
  guint length;        /* code points */
} DeskHtmlStory;

DeskHtmlStory *desk_html_story_find (DeskHtmlTree *tree,
                                     const DeskHtmlMark *base,
                                     DeskImportGuard *guard,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void desk_html_story_free (DeskHtmlStory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHtmlStory, desk_html_story_free)

G_END_DECLS
