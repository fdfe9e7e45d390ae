/* Find in the article.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-reader-view.h"

G_BEGIN_DECLS

#define DESK_TYPE_FIND_BAR (desk_find_bar_get_type ())

/* Property: shown (b). */
G_DECLARE_FINAL_TYPE (DeskFindBar, desk_find_bar, DESK, FIND_BAR, AdwBin)

void desk_find_bar_set_view (DeskFindBar *self,
                             DeskReaderView *view);
/* Opens it with the focus in its entry; with `text` where something is to be looked for at once. */
void desk_find_bar_open (DeskFindBar *self,
                         const char *text);
void desk_find_bar_close (DeskFindBar *self);
gboolean desk_find_bar_get_shown (DeskFindBar *self);

G_END_DECLS
