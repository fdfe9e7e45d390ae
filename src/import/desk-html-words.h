/* What the class and id of an element say about it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_HTML_WORD_UNLIKELY = 1 << 0, /* not part of the article as a rule */
  DESK_HTML_WORD_MAYBE = 1 << 1,    /* but perhaps still */
  DESK_HTML_WORD_POSITIVE = 1 << 2,
  DESK_HTML_WORD_NEGATIVE = 1 << 3,
  DESK_HTML_WORD_SHARE = 1 << 4,
  DESK_HTML_WORD_RELATED = 1 << 5,
  DESK_HTML_WORD_COMMENTS = 1 << 6,
  DESK_HTML_WORD_ADVERT = 1 << 7,
  DESK_HTML_WORD_NAVIGATION = 1 << 8,
  DESK_HTML_WORD_COOKIE = 1 << 9,
  DESK_HTML_WORD_NEWSLETTER = 1 << 10,
  DESK_HTML_WORD_CAPTION = 1 << 11,
  DESK_HTML_WORD_CREDIT = 1 << 12,
  DESK_HTML_WORD_BYLINE = 1 << 13,
  DESK_HTML_WORD_DATE = 1 << 14,
  DESK_HTML_WORD_DEK = 1 << 15,
  DESK_HTML_WORD_HIDDEN = 1 << 16,
  DESK_HTML_WORD_BODY = 1 << 17, /* names the container of the story */
  DESK_HTML_WORD_HEADLINE = 1 << 18,
  DESK_HTML_WORD_ABOUT = 1 << 19, /* about the author, the paper */
  DESK_HTML_WORD_CORRECTION = 1 << 20,
} DeskHtmlWords;

DeskHtmlWords desk_html_words_find (const char *class_names,
                                    const char *id);

G_END_DECLS
