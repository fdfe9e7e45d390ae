/* The JSON of a rule, as `newsdesk-cli rules` writes it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "desk-rule.h"

G_BEGIN_DECLS

JsonNode *desk_rule_to_json (DeskRule *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
