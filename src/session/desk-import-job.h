/* Files on their way into the library: runs in the background, can be cancelled, tells what failed and why.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-failure.h"
#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_JOB (desk_import_job_get_type ())

/* Properties, all readable: total, done, added, duplicates (uint), fraction (double), running (b),
 * cancelled (b), failures (GListModel of DeskImportFailure), first-id (string, nullable: the first article).
 * Signals: "input-done" (uint index, string id nullable, gboolean added, GError* nullable), "finished" (). */
G_DECLARE_FINAL_TYPE (DeskImportJob, desk_import_job, DESK, IMPORT_JOB, GObject)

guint       desk_import_job_get_total      (DeskImportJob *self);
guint       desk_import_job_get_done       (DeskImportJob *self);
guint       desk_import_job_get_added      (DeskImportJob *self);
guint       desk_import_job_get_duplicates (DeskImportJob *self);
double      desk_import_job_get_fraction   (DeskImportJob *self);
gboolean    desk_import_job_get_running    (DeskImportJob *self);
gboolean    desk_import_job_get_cancelled  (DeskImportJob *self);
GListModel *desk_import_job_get_failures   (DeskImportJob *self);
const char *desk_import_job_get_first_id   (DeskImportJob *self);
char       *desk_import_job_dup_name       (DeskImportJob *self,
                                            guint          index) G_GNUC_WARN_UNUSED_RESULT;
void        desk_import_job_cancel         (DeskImportJob *self);

G_END_DECLS
