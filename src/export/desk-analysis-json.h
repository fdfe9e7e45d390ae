/* The JSON that `newsdesk-cli analyze` writes besides that of `read`.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "desk-analysis.h"

G_BEGIN_DECLS

void desk_analysis_add_to_json (DeskAnalysis *analysis,
                                JsonObject *object);

G_END_DECLS
