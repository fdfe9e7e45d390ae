/* Marks as `newsdesk-cli show` writes them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "desk-annotation.h"

G_BEGIN_DECLS

JsonNode *desk_annotations_to_json (GPtrArray *annotations) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
