/* Rules of the reader in the database.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"
#include "desk-rule-set.h"

G_BEGIN_DECLS

/* A rule as a change of a step sees it; NULL where there is none. */
gboolean desk_rule_store_read (DeskDatabase *database,
                               const char *uuid,
                               GVariant **value,
                               GError **error);
/* Stores what a rule is now; NULL removes it. `article_id`: of the change; 0 for none. */
gboolean desk_rule_store_write (DeskDatabase *database,
                                gint64 article_id,
                                const char *uuid,
                                GVariant *value,
                                GError **error);
/* After rules of an article were written: what is derived from them. */
gboolean desk_rule_store_follow (DeskDatabase *database,
                                 gint64 article_id,
                                 GError **error);
/* All rules as they are now; valid until the next call. */
DeskRuleSet *desk_rule_store_get_set (DeskDatabase *database,
                                      GError **error);
/* Of DeskRule. */
GPtrArray *desk_rule_store_find (DeskDatabase *database,
                                 const char *const *uuids,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
