/* Finds the headline of a page, and where it stands in its text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-html-facts.h"
#include "desk-html-marks.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;  /* nullable */
  guint index; /* of the node that shows it; 0 for none */
  DeskOrigin origin;
  DeskConfidence confidence;
} DeskHtmlHeadline;

void desk_html_headline_find (DeskHtmlTree *tree,
                              const DeskHtmlMark *marks,
                              const DeskHtmlFacts *facts,
                              DeskHtmlHeadline *headline);
void desk_html_headline_clear (DeskHtmlHeadline *headline);

G_END_DECLS
