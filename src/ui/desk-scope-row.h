/* How far a repair reaches: this place, this article, the whole library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-rule.h"

G_BEGIN_DECLS

/* Sets of scopes. */
#define DESK_SCOPES_PLACE (1u << DESK_RULE_SCOPE_MENTION)
#define DESK_SCOPES_ARTICLE (1u << DESK_RULE_SCOPE_ARTICLE)
#define DESK_SCOPES_LIBRARY (1u << DESK_RULE_SCOPE_LIBRARY)

#define DESK_TYPE_SCOPE_ROW (desk_scope_row_get_type ())

G_DECLARE_FINAL_TYPE (DeskScopeRow, desk_scope_row, DESK, SCOPE_ROW, GtkWidget)

GtkWidget    *desk_scope_row_new     (guint         scopes,
                                      DeskRuleScope active) G_GNUC_WARN_UNUSED_RESULT;
DeskRuleScope desk_scope_row_get     (DeskScopeRow *self);
void          desk_scope_row_set     (DeskScopeRow *self,
                                      DeskRuleScope active);
const char   *desk_scope_get_label   (DeskRuleScope scope);

G_END_DECLS
