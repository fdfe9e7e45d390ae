/* Dates of any precision, as EDTF (ISO 8601-2, level 1) writes them, with ISO weeks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* “2022-06”, “2023-02-07”, “2023~”, “202X”, “2023-21”, “2023-W05”, “2022-06/2022-08”, “2023-01-01/..”, a time, “P3D”. */
gboolean desk_edtf_is_valid (const char *text);

G_END_DECLS
