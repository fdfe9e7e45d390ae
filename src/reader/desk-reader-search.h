/* Finds text in an article the way a reader types it: no matter the case, accents, quotes or hyphenation.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-text.h"

G_BEGIN_DECLS

typedef struct _DeskReaderSearch DeskReaderSearch;

DeskReaderSearch *desk_reader_search_new  (DeskText         *text) G_GNUC_WARN_UNUSED_RESULT;
void              desk_reader_search_free (DeskReaderSearch *self);
/* All places that do not overlap, as an array of DeskRange in text order. */
GArray           *desk_reader_search_find (DeskReaderSearch *self,
                                           const char       *needle) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskReaderSearch, desk_reader_search_free)

G_END_DECLS
