/* The verbs that tell whether a date lies in the past.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_VERB_OTHER,
  DESK_VERB_MODAL,    /* will, must */
  DESK_VERB_PLANNED,  /* due, expected */
  DESK_VERB_PAST,     /* was, told */
  DESK_VERB_AHEAD,    /* promised, postponed: past, but of something to come */
  DESK_VERB_BE,       /* is, are */
  DESK_VERB_HAVE,     /* has, have */
  DESK_VERB_SCHEDULE, /* meets, opens: in the present tense, of what is planned */
  DESK_VERB_PLURAL,   /* meet, open */
  DESK_VERB_TO,
  DESK_VERB_STOP, /* a word that no infinitive begins with */
} DeskVerbKind;

DeskVerbKind desk_verb_find (const char *folded);

G_END_DECLS
