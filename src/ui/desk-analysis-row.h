/* How far the analysis of the library is; hidden while there is nothing to do. Can be paused.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_ANALYSIS_ROW (desk_analysis_row_get_type ())

G_DECLARE_FINAL_TYPE (DeskAnalysisRow, desk_analysis_row, DESK, ANALYSIS_ROW, AdwBin)

/* NULL: there is no library. */
void desk_analysis_row_set_session (DeskAnalysisRow *self,
                                    DeskSession     *session);

G_END_DECLS
