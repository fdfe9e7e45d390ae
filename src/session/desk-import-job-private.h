/* How the import is driven by its session.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-job.h"

G_BEGIN_DECLS

/* Files or folders; folders are read recursively. */
DeskImportJob *desk_import_job_new_for_files (DeskLibrary *library,
                                              GListModel  *files) G_GNUC_WARN_UNUSED_RESULT;
DeskImportJob *desk_import_job_new_for_bytes (DeskLibrary *library,
                                              GBytes      *bytes,
                                              const char  *media_type,
                                              const char  *name) G_GNUC_WARN_UNUSED_RESULT;
void           desk_import_job_start         (DeskImportJob *self);

G_END_DECLS
