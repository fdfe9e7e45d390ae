/* The thread that owns the connection to SQLite, and its queue of jobs.
 *
 *   any thread                       store thread
 *   desk_database_push () ─► queue ─► job, in a transaction ─► COMMIT ─► committed hook ─► callback in the
 *        cancel: drop or interrupt      (writes that stand next to each              context of the caller
 *                                        other share one COMMIT)
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "desk-library-error.h"

G_BEGIN_DECLS

#define DESK_TYPE_DATABASE (desk_database_get_type ())

G_DECLARE_FINAL_TYPE (DeskDatabase, desk_database, DESK, DATABASE, GObject)

typedef struct _DeskChanges DeskChanges;

typedef enum
{
  DESK_JOB_READ,  /* sees one state of the library from beginning to end; interrupted when cancelled */
  DESK_JOB_WRITE, /* in a savepoint; may be run again if its transaction failed, so it must not eat its data */
  DESK_JOB_BARE,  /* without a transaction; interrupted when cancelled */
} DeskJobKind;

/* What a job hands to its task once it is on disk. A long one that does not write may set @again to be run once more
 * after all that waits now. */
typedef struct
{
  gpointer data;
  GDestroyNotify free_data;
  gboolean again;
} DeskJobResult;

/* Runs in the store thread. */
typedef gboolean (*DeskJobFunc) (DeskDatabase *self,
                                 gpointer data,
                                 DeskJobResult *result,
                                 GCancellable *cancellable,
                                 GError **error);

/* Called in the store thread after each COMMIT, before the callbacks of its jobs are sent off. */
typedef void (*DeskCommittedFunc) (DeskDatabase *self,
                                   DeskChanges *changes,
                                   gpointer user_data);
/* Called in the store thread when the library turned read-only, and when another program changed it. */
typedef void (*DeskNoticeFunc) (DeskDatabase *self,
                                gpointer user_data);

DeskDatabase *desk_database_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_database_set_hooks (DeskDatabase *self,
                              DeskCommittedFunc committed,
                              DeskNoticeFunc problem,
                              DeskNoticeFunc foreign_change,
                              gpointer user_data);
/* `task` may be NULL; it is always completed, by error too. */
void desk_database_push (DeskDatabase *self,
                         DeskJobKind kind,
                         DeskJobFunc func,
                         gpointer data,
                         GDestroyNotify free_data,
                         GTask *task);
/* Runs what is queued, closes the connection and ends the thread. Later jobs fail. */
void desk_database_stop (DeskDatabase *self);

/* From here on: store thread only. */
void desk_database_assert_thread (DeskDatabase *self);
sqlite3 *desk_database_get_connection (DeskDatabase *self);
void desk_database_set_connection (DeskDatabase *self,
                                   sqlite3 *connection);
GHashTable *desk_database_get_prepared (DeskDatabase *self);
GCancellable *desk_database_get_cancellable (DeskDatabase *self);
gboolean desk_database_exec (DeskDatabase *self,
                             const char *sql,
                             GError **error);
/* Lists that follow the library; of DeskListIndex. */
GPtrArray *desk_database_get_lists (DeskDatabase *self);
/* Takes the number that SQLite changes when another program writes; TRUE if it is a new one. */
gboolean desk_database_notice_version (DeskDatabase *self,
                                       gint64 version);
/* TRUE the first time. */
gboolean desk_database_notice_search_damage (DeskDatabase *self);
/* What the running transaction touches; NULL outside of one that writes. */
DeskChanges *desk_database_get_changes (DeskDatabase *self);
/* The rules that were read under this stamp; NULL if there are others by now. */
gpointer desk_database_get_rules (DeskDatabase *self,
                                  const char *stamp);
/* (transfer full) */
void desk_database_take_rules (DeskDatabase *self,
                               const char *stamp,
                               gpointer rules);
gboolean desk_database_get_read_only (DeskDatabase *self);
const char *desk_database_get_problem (DeskDatabase *self);
/* Makes the library read-only from now on. */
void desk_database_set_problem (DeskDatabase *self,
                                const char *problem);
/* Turns a result code into an error with a message that says what to do; notices damage. */
void desk_database_take_failure (DeskDatabase *self,
                                 int code,
                                 GError **error);
/* The lock on the folder, held as long as the connection. */
void desk_database_set_lock (DeskDatabase *self,
                             int lock);
void desk_database_close_connection (DeskDatabase *self);

G_END_DECLS
