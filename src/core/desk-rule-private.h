/* The inside of a rule, for the two files that share it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-rule.h"

G_BEGIN_DECLS

/* Length in code points of the context kept before and after a passage, as of a mark. */
#define DESK_RULE_CONTEXT 32

struct _DeskRule
{
  GObject parent_instance;

  char *id;
  DeskRuleAction action;
  DeskRuleScope scope;
  char *article_id;      /* nullable */
  DeskIdentity *subject; /* nullable */
  GPtrArray *names;      /* of strings, ends with NULL */
  char *form;            /* nullable */
  DeskAnchor *anchor;    /* nullable */
  DeskIdentity *target;  /* nullable */
  char *value;           /* nullable */
  char *author;
  gint64 created;
};

void desk_anchor_free (DeskAnchor *self);
/* What is missing in a rule or does not fit its action and scope; NULL for nothing. */
const char *desk_rule_find_fault (DeskRule *self);

G_END_DECLS
