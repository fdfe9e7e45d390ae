/* What an import could not read, and why.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-import-job.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_SUMMARY (desk_import_summary_get_type ())

G_DECLARE_FINAL_TYPE (DeskImportSummary, desk_import_summary, DESK, IMPORT_SUMMARY, AdwDialog)

AdwDialog *desk_import_summary_new (DeskImportJob *job) G_GNUC_WARN_UNUSED_RESULT;
/* One sentence: how many were added, were there already, could not be read. */
char *desk_import_summary_dup_text (DeskImportJob *job) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
