/* Tells the language of a text from its script and its most common words.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-enums.h"

G_BEGIN_DECLS

const char *desk_language_detect (const char *utf8,
                                  gssize n_bytes,
                                  DeskConfidence *confidence);

G_END_DECLS
