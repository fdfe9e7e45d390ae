/* Decides on the day of publication by a vote of all that a page tells of it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-facts.h"
#include "desk-html-headline.h"
#include "desk-reading.h"

G_BEGIN_DECLS

void desk_html_date_decide (DeskReading *reading,
                            DeskHtmlTree *tree,
                            const DeskHtmlMark *marks,
                            const DeskHtmlFacts *facts,
                            const DeskHtmlHeadline *headline,
                            const char *url);

G_END_DECLS
