/* The JSON that `newsdesk-cli read` writes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "desk-analysis-json.h"
#include "desk-article.h"

G_BEGIN_DECLS

JsonNode *desk_article_to_json (DeskArticle *article,
                                const char *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
