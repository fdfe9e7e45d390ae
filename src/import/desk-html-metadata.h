/* Decides on the metadata of a page among all that it tells of itself.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-facts.h"
#include "desk-html-headline.h"
#include "desk-link.h"
#include "desk-reading.h"

G_BEGIN_DECLS

void desk_html_metadata_decide (DeskReading *reading,
                                DeskHtmlTree *tree,
                                const DeskHtmlMark *marks,
                                const DeskHtmlFacts *facts,
                                const DeskHtmlHeadline *headline,
                                guint byline,
                                const char *url,
                                const DeskLinkBase *base);

G_END_DECLS
