/* Copies of the library: dated ones, one before a migration, and those that the reader asks for.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

/* Dated backups that are kept. */
#define DESK_BACKUP_KEPT 7

/* A copy in the making. The file appears under its name when it is whole. Store thread only. */
typedef struct _DeskBackup DeskBackup;

DeskBackup *desk_backup_begin (sqlite3 *source,
                               const char *path,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Copies some pages. TRUE and *done when all were copied and are on disk. */
gboolean desk_backup_step (DeskBackup *self,
                           int n_pages,
                           gboolean *done,
                           GError **error);
void desk_backup_free (DeskBackup *self);

gboolean desk_backup_before_migration (sqlite3 *source,
                                       const char *folder,
                                       int version,
                                       GError **error);
gboolean desk_backup_exist (const char *folder);

/* The path of the dated backup that is to be made now; NULL where there is one of today, where nothing changed since the
 * last one, or where the disk has no room for it. */
char *desk_backup_dup_due_path (sqlite3 *source,
                                const char *folder) G_GNUC_WARN_UNUSED_RESULT;
void desk_backup_prune (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackup, desk_backup_free)

G_END_DECLS
