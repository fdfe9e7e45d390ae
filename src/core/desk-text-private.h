/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-text.h"

G_BEGIN_DECLS

DeskText *desk_text_new_take (char  *utf8,
                              gsize  n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
