/* A correction of the reader in words.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-rule.h"

G_BEGIN_DECLS

/* “Austin” is “Lloyd Austin” */
char *desk_rule_dup_title    (DeskRule *self) G_GNUC_WARN_UNUSED_RESULT;
/* Where it holds and when it was made. */
char *desk_rule_dup_subtitle (DeskRule *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
