/* Finds what stands between the headline of a page and its story: dek, byline, paragraphs that the scores missed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-facts.h"
#include "desk-html-story.h"

G_BEGIN_DECLS

guint desk_html_lead_find_byline (DeskHtmlTree *tree,
                                  const DeskHtmlMark *base,
                                  guint headline);
guint desk_html_lead_find_dek (DeskHtmlTree *tree,
                               const DeskHtmlMark *base,
                               const DeskHtmlFacts *facts,
                               guint headline);
void desk_html_lead_rescue (DeskHtmlTree *tree,
                            DeskHtmlStory *story,
                            const DeskHtmlMark *base,
                            guint headline);

G_END_DECLS
