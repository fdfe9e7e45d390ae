/* The form of a word under which it is looked up: lower case, without accents.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void desk_fold_word (const char *utf8,
                     gsize n_bytes,
                     GString *folded);

G_END_DECLS
