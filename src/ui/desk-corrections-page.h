/* The page of the preferences with all corrections of the reader: each can be removed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_CORRECTIONS_PAGE (desk_corrections_page_get_type ())

G_DECLARE_FINAL_TYPE (DeskCorrectionsPage, desk_corrections_page, DESK, CORRECTIONS_PAGE, AdwBin)

/* NULL: there is no library. */
void desk_corrections_page_set_session (DeskCorrectionsPage *self,
                                        DeskSession         *session);

G_END_DECLS
