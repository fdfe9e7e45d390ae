/* Who does what a verb says.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-phrase.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_SUBJECT_NONE,
  DESK_SUBJECT_OWN,      /* right before the verb */
  DESK_SUBJECT_RELATIVE, /* "Kole, who said" */
  DESK_SUBJECT_SHARED,   /* "Kole left and said", "Kole left, saying" */
} DeskSubjectKind;

guint desk_find_clause_start (const DeskSyntax *syntax,
                              guint first,
                              guint token);
DeskSubjectKind desk_find_subject (const DeskSyntax *syntax,
                                   guint lower,
                                   guint verb,
                                   DeskPhrase *phrase);
gboolean desk_find_main_subject (const DeskSyntax *syntax,
                                 guint lower,
                                 guint verb,
                                 DeskPhrase *phrase);

G_END_DECLS
