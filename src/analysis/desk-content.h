/* What is said: the words that follow words of saying.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-cue.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_CONTENT_NONE,
  DESK_CONTENT_QUOTE,  /* words in quotation marks and nothing before them */
  DESK_CONTENT_MARKED, /* "that …", "whether …", "to …", "of …" */
  DESK_CONTENT_CLAUSE, /* "it was safe" */
  DESK_CONTENT_NAME,   /* "(called it) a mistake" */
} DeskContentKind;

typedef struct
{
  DeskContentKind kind;
  guint first; /* tokens, end exclusive */
  guint end;
} DeskContent;

gboolean desk_find_content (const DeskSyntax *syntax,
                            const DeskCue *cue,
                            guint upper,
                            DeskContent *content);
guint desk_find_content_end (const DeskSyntax *syntax,
                             guint first,
                             guint upper);
guint desk_skip_circumstances (const DeskSyntax *syntax,
                               guint first,
                               guint upper);

G_END_DECLS
