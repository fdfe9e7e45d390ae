/* The model for English, which is a part of the program.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-tag-model.h"

G_BEGIN_DECLS

const DeskTagModel *desk_english_model_get (void);

G_END_DECLS
