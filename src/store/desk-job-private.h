/* One job in the queue of the store thread.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  DeskDatabase *database; /* not owned; the database outlives its jobs */
  DeskJobKind kind;
  DeskJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GTask *task;     /* nullable; NULL too once it was answered */
  gboolean queued; /* under the lock of the queue */
  gulong cancelled_id;
} DeskJob;

DeskJob *desk_job_new (DeskJobKind kind,
                       DeskJobFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       GTask *task) G_GNUC_WARN_UNUSED_RESULT;
DeskJob *desk_job_ref (DeskJob *self);
void desk_job_unref (DeskJob *self);
GCancellable *desk_job_get_cancellable (DeskJob *self);
void desk_job_take_result (DeskJob *self,
                           DeskJobResult *result);
void desk_job_take_error (DeskJob *self,
                          GError *error);
void desk_job_clear_data (DeskJob *self);

G_END_DECLS
