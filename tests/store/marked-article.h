/* Articles whose analysis stands in their text:
 *
 *   {person:Pat Ryder|Ryder}      a mention of an entity, in other words or its own
 *   <person:Pat Ryder|We saw it>  a quote of the entity; <|We saw it> of nobody that is known
 *   ~person:Pat Ryder|it was big~ reported without quotation marks
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-library.h"

/* Without the marks. */
char *marked_dup_plain (const char *marked);
/* `offset`: of the text in the article, in code points. */
DeskAnalysis *marked_new_analysis (const char *marked,
                                   guint offset);
/* Adds an article of a headline and one paragraph, with its analysis; hands out its id. */
char *marked_add (DeskLibrary *library,
                  const char *headline,
                  const char *source,
                  const char *published,
                  const char *marked);
