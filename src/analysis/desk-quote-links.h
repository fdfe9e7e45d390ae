/* Which words of saying a quotation belongs to.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-sayings.h"

G_BEGIN_DECLS

#define DESK_NO_LINK G_MAXUINT

typedef enum
{
  DESK_LINK_NONE,
  DESK_LINK_BEHIND, /* the words of saying stand behind the quotation */
  DESK_LINK_BEFORE, /* they stand before it */
  DESK_LINK_AROUND, /* it is part of what is said without marks */
} DeskLinkKind;

typedef struct
{
  guint attribution; /* DESK_NO_LINK for none */
  DeskLinkKind kind;
} DeskLink;

DeskLink *desk_link_quotations (const DeskSayings *sayings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
