/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-changes-private.h"
#include "desk-database-private.h"
#include "desk-library.h"
#include "desk-step-store-private.h"

G_BEGIN_DECLS

struct _DeskLibrary
{
  GObject parent_instance;

  char *path; /* the folder */
  DeskDatabase *database;
  GMainContext *context;
  GFileMonitor *monitor;
  GSource *backup_timer;

  gboolean read_only;
  char *problem;
  DeskStepNames steps;
};

/* Articles that are deleted so long are removed for good. */
#define DESK_LIBRARY_PURGE_DAYS 30
/* Seconds after opening when the dated backup is made: not while the window starts. */
#define DESK_LIBRARY_BACKUP_DELAY 30

DeskDatabase *desk_library_get_database (DeskLibrary *self);

/* Starts a job whose result goes to a task of the library. */
void desk_library_push (DeskLibrary *self,
                        DeskJobKind kind,
                        DeskJobFunc func,
                        gpointer data,
                        GDestroyNotify free_data,
                        gpointer source_tag,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean desk_library_is_result (DeskLibrary *self,
                                 GAsyncResult *result,
                                 gpointer source_tag);

/* Hooks of the store thread; they tell the library's own thread. */
void desk_library_committed_cb (DeskDatabase *database,
                                DeskChanges *changes,
                                gpointer user_data);
void desk_library_problem_cb (DeskDatabase *database,
                              gpointer user_data);
void desk_library_foreign_change_cb (DeskDatabase *database,
                                     gpointer user_data);
void desk_library_tell_opened (DeskLibrary *self,
                               DeskDatabase *database);

/* Watches the file, empties the bin and plans the dated backup. */
void desk_library_start_care (DeskLibrary *self);
/* What is done quietly after opening. */
void desk_library_tidy_up (DeskLibrary *self);
/* Makes the dated backup now, if one is due; TRUE from the finish function if one was made. */
void desk_library_back_up_async (DeskLibrary *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean desk_library_back_up_finish (DeskLibrary *self,
                                      GAsyncResult *result,
                                      GError **error);
/* Looks whether another program changed the library. */
void desk_library_look_around (DeskLibrary *self);
/* Removes for good what was deleted before a time. */
void desk_library_purge (DeskLibrary *self,
                         gint64 before);

G_END_DECLS
