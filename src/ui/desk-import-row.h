/* A running import at the foot of the list: how far it is, and a button that stops it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-import-job.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_ROW (desk_import_row_get_type ())

G_DECLARE_FINAL_TYPE (DeskImportRow, desk_import_row, DESK, IMPORT_ROW, AdwBin)

/* Shows itself only when the job takes longer than a moment, and leaves its parent when it is done. */
GtkWidget *desk_import_row_new (DeskImportJob *job) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
