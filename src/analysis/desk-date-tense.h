/* Tells whether the words around a date speak of the past or of what is to come.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-prose.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_TENSE_UNKNOWN,
  DESK_TENSE_PAST,
  DESK_TENSE_FUTURE,
} DeskTense;

typedef struct _DeskTenseFinder DeskTenseFinder;

DeskTenseFinder *desk_tense_finder_new (const DeskProse *prose) G_GNUC_WARN_UNUSED_RESULT;
void desk_tense_finder_free (DeskTenseFinder *self);
DeskTense desk_tense_find (const DeskTenseFinder *self,
                           const DeskSentence *sentence,
                           guint first,
                           guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTenseFinder, desk_tense_finder_free)

G_END_DECLS
