/* The JSON that `newsdesk-cli analyze` writes besides that of `read`, and that of `newsdesk-cli dates`.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "desk-analysis.h"

G_BEGIN_DECLS

JsonArray *desk_analysis_dates_to_json (DeskAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;
void desk_analysis_add_to_json (DeskAnalysis *analysis,
                                JsonObject *object);

G_END_DECLS
