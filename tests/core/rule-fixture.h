/* Rules and an analysis that stands in its text: {e1|Pat Ryder} is a mention of the entity e1.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-rule-set.h"

#define RULE_FIXTURE_ARTICLE "article"

typedef struct
{
  DeskText *text;
  DeskAnalysis *analysis;
  GPtrArray *rules; /* of DeskRule */
} RuleFixture;

/* Entities as “e1 person Pat Ryder”, one in a line. */
void          rule_fixture_set_up         (RuleFixture    *fixture,
                                           const char     *entities,
                                           const char     *marked);
void          rule_fixture_tear_down      (RuleFixture    *fixture);
/* The nth place of these words, counted from 0. */
DeskRange     rule_fixture_find_range     (RuleFixture    *fixture,
                                           const char     *words,
                                           guint           nth);
/* “person Pat Ryder”. */
DeskIdentity *rule_fixture_parse_identity (const char     *text);
/* Each later than the one before; identities may be NULL. The fixture keeps it. */
DeskRule     *rule_fixture_add_rule       (RuleFixture    *fixture,
                                           DeskRuleAction  action,
                                           DeskRuleScope   scope,
                                           const char     *subject,
                                           const char     *target);
DeskRule     *rule_fixture_add_place_rule (RuleFixture    *fixture,
                                           DeskRuleAction  action,
                                           const char     *subject,
                                           const char     *target,
                                           const char     *words,
                                           guint           nth);
DeskAnalysis *rule_fixture_apply_to       (RuleFixture    *fixture,
                                           DeskText       *text,
                                           DeskAnalysis   *analysis);
DeskAnalysis *rule_fixture_apply          (RuleFixture    *fixture);
/* “person Pat Ryder: Pat Ryder, Ryder; place Beijing: Beijing”. */
char         *rule_fixture_describe       (DeskAnalysis   *analysis);
void          rule_fixture_assert_result  (RuleFixture    *fixture,
                                           const char     *expected);
DeskEntity   *rule_fixture_find_entity    (DeskAnalysis   *analysis,
                                           const char     *name);
