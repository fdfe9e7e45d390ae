/* A whole date of a text: one date, or two with what joins them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-parser.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_JOIN_NONE,
  DESK_JOIN_RANGE,  /* from @when to @last */
  DESK_JOIN_PART,   /* the @nth @unit of @when, or @count of them; -1 is the last */
  DESK_JOIN_AROUND, /* the week of @when */
  DESK_JOIN_AWAY,   /* @count units from @when */
} DeskDateJoin;

typedef struct
{
  DeskDateJoin join;
  DeskWhen when;
  DeskWhen last;
  DeskUnit unit;
  int nth;
  int count;
  int weekday;
  int hour; /* of the day; -1 where none is given */
  int minute;
  gboolean portion; /* early, late, the end of */
} DeskDatePhrase;

guint desk_date_parse_phrase (const DeskDateParser *self,
                              guint token,
                              gboolean english,
                              DeskDatePhrase *phrase);

G_END_DECLS
