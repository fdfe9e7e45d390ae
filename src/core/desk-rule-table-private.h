/* Rules of one reach, the library's or one article's, as they are looked up. Where two contradict each other, only the
 * later one is in it, so the order in which rules came plays no part.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-rule.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *changes;  /* key of an identity → DeskRule: join, rename, retype, reject */
  GHashTable *aparts;   /* key of an identity → DeskRule */
  GHashTable *forms;    /* folded form → GPtrArray of DeskRule, the latest last */
  GHashTable *speakers; /* folded form → DeskRule */
  GHashTable *dates;    /* folded form → DeskRule */
  GPtrArray *anchored;  /* rules of single places, the latest last */
  guint n_rules;
} DeskRuleTable;

DeskRuleTable *desk_rule_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_rule_table_free (DeskRuleTable *self);
/* In their order, earliest first. */
void desk_rule_table_add (DeskRuleTable *self,
                          DeskRule *rule);

/* The key of an identity: equal for equal ones. */
char *desk_identity_dup_key (DeskEntityKind kind,
                             const char *folded) G_GNUC_WARN_UNUSED_RESULT;

/* What an identity becomes step by step. */
typedef struct
{
  DeskEntityKind kind;
  char *name;
  char *folded;
  gboolean rejected;
  gboolean apart;
  GPtrArray *rules; /* of DeskRule, the steps */
  GPtrArray *names; /* of strings: what stood there before each step, a name or the nick of a kind */
} DeskRulePath;

/* Follows the rules from an identity to its end. `barrier`: nullable; the rule by which the reader took it away from
 * something, so that what was said before holds for it no more. */
void desk_rule_table_follow (DeskRuleTable *self,
                             DeskRulePath *path,
                             DeskRule *barrier);
/* Goes one step by a rule that was found otherwise. */
void desk_rule_path_step (DeskRulePath *self,
                          DeskRule *rule);
void desk_rule_path_init (DeskRulePath *self,
                          DeskEntityKind kind,
                          const char *name);
void desk_rule_path_clear (DeskRulePath *self);
/* The last rule that joined, else the last that gave a kind; NULL for none. */
DeskRule *desk_rule_path_get_cause (DeskRulePath *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRuleTable, desk_rule_table_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskRulePath, desk_rule_path_clear)

G_END_DECLS
