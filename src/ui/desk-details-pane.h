/* What is known about an article: its fields with where they came from, and the original bytes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-document.h"

G_BEGIN_DECLS

#define DESK_TYPE_DETAILS_PANE (desk_details_pane_get_type ())

G_DECLARE_FINAL_TYPE (DeskDetailsPane, desk_details_pane, DESK, DETAILS_PANE, AdwBin)

void desk_details_pane_set_document (DeskDetailsPane *self,
                                     DeskDocument *document);
void desk_details_pane_edit_published (DeskDetailsPane *self);
/* What came of checking the original bytes. */
void desk_details_pane_set_verified (DeskDetailsPane *self,
                                     const char *words,
                                     gboolean good);

G_END_DECLS
