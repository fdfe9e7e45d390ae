/* The inside of the database, for the two files that share it: the queue, and what runs its jobs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"
#include "desk-job-private.h"

G_BEGIN_DECLS

struct _DeskDatabase
{
  GObject parent_instance;

  GMutex lock; /* of the queue */
  GCond wake;
  GQueue queue;     /* of DeskJob */
  DeskJob *running; /* borrowed */
  gboolean stopping;
  GThread *thread;

  /* Store thread only. */
  sqlite3 *connection;
  GHashTable *statements;
  GCancellable *cancellable; /* of the running job, where it may be interrupted */
  GPtrArray *lists;          /* of DeskListIndex */
  gint64 version;            /* -1 before the first look */
  DeskChanges *changes;
  GObject *rules;    /* what was read of them last; nullable */
  char *rules_stamp; /* nullable */
  gboolean search_damaged;
  gboolean read_only;
  char *problem;
  int lock_fd; /* on the folder; -1 for none */

  DeskCommittedFunc committed;
  DeskNoticeFunc found_problem;
  DeskNoticeFunc found_foreign_change;
  gpointer hook_data;
};

/* The body of the thread. */
gpointer desk_database_run (gpointer data);
/* Answers the task of a job; `error` is taken. */
void desk_database_finish_job (DeskJob *job,
                               DeskJobResult *result,
                               GError *error);
GError *desk_database_new_closed_error (void);

G_END_DECLS
