/* The tables of a model that are made of lists and vectors, before anything is learnt.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"
#include "desk-tag-model.h"

G_BEGIN_DECLS

DeskTagModel *train_make_tables (DeskLexicon *lexicon,
                                 const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
