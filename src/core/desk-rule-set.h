/* The rules that hold for an article, ready to be applied: immutable, any thread.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-rule.h"

G_BEGIN_DECLS

#define DESK_TYPE_RULE_SET (desk_rule_set_get_type ())

G_DECLARE_FINAL_TYPE (DeskRuleSet, desk_rule_set, DESK, RULE_SET, GObject)

/* Of DeskRule, in any order: those of the library and those of one article, or of several. */
DeskRuleSet  *desk_rule_set_new   (GPtrArray    *rules) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *desk_rule_set_get_rules (DeskRuleSet *self); /* of DeskRule, earliest first */

/* A new analysis that follows the rules; the same object where no rule has anything to say. What a rule changed says so
 * in its "why" and carries a DeskRepair. */
DeskAnalysis *desk_rule_set_apply (DeskRuleSet  *self,
                                   const char   *article_id,
                                   DeskText     *text,
                                   DeskAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;
/* The rules of the article only. */
DeskAnalysis *desk_rule_set_apply_own (DeskRuleSet  *self,
                                       const char   *article_id,
                                       DeskText     *text,
                                       DeskAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;

/* What an identity is by the rules of the library; NULL: no entity. */
DeskIdentity *desk_rule_set_resolve (DeskRuleSet        *self,
                                     const DeskIdentity *identity) G_GNUC_WARN_UNUSED_RESULT;
/* What an entity that is called so is called elsewhere, by the rules of the library; NULL for nothing. */
char       **desk_rule_set_dup_other_names (DeskRuleSet *self,
                                            const char  *name) G_GNUC_WARN_UNUSED_RESULT;

/* What rules of the library may have made an identity of. */
typedef struct
{
  GPtrArray *identities; /* of DeskIdentity: entities, the identity itself first */
  GPtrArray *forms;      /* of DeskIdentity: words that stand for entities of a kind, whatever these are called */
  GPtrArray *speakers;   /* of strings: words that quotes are given to */
} DeskRuleSources;

DeskRuleSources *desk_rule_set_find_sources (DeskRuleSet        *self,
                                             const DeskIdentity *identity) G_GNUC_WARN_UNUSED_RESULT;
void             desk_rule_sources_free     (DeskRuleSources    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRuleSources, desk_rule_sources_free)

G_END_DECLS
