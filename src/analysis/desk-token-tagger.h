/* Tags text that was cut into tokens elsewhere, for comparing with other taggers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"
#include "desk-tag-model.h"

G_BEGIN_DECLS

GString *desk_tag_given_tokens (const DeskTagModel *model,
                                DeskLexicon *lexicon,
                                const char *lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
