/* What the store thread does with its jobs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-changes-private.h"
#include "desk-database-struct-private.h"

/* Writes that wait next to each other share a COMMIT, and so one wait for the disk, but none waits long for others. */
#define MAX_GROUP 256
#define MAX_GROUP_MICROSECONDS (60 * G_TIME_SPAN_MILLISECOND)

static gboolean
run_job (DeskDatabase *self,
         DeskJob *job,
         DeskJobResult *result,
         GError **error)
{
  GCancellable *cancellable = desk_job_get_cancellable (job);
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  /* A write that is interrupted would take the whole transaction with it, the changes of others included. */
  self->cancellable = job->kind != DESK_JOB_WRITE ? cancellable : NULL;
  done = job->func (self, job->data, result, self->cancellable, error);
  self->cancellable = NULL;

  return done;
}

void
desk_database_finish_job (DeskJob *job,
                          DeskJobResult *result,
                          GError *error)
{
  GCancellable *cancellable = desk_job_get_cancellable (job);

  /* Not under the lock: it waits for a handler that runs, and that one waits for the lock. */
  if (cancellable != NULL && job->cancelled_id != 0)
    g_cancellable_disconnect (cancellable, job->cancelled_id);

  if (error != NULL)
    desk_job_take_error (job, error);
  else
    desk_job_take_result (job, result);
}

/* Puts a job that is not done yet behind all others. */
static gboolean
queue_again (DeskDatabase *self,
             DeskJob *job)
{
  gboolean queued;

  g_mutex_lock (&self->lock);
  queued = !self->stopping;
  if (queued)
    {
      /* It has begun something that only this thread may end: it is not dropped, but run and told that it is cancelled. */
      job->queued = FALSE;
      g_queue_push_tail (&self->queue, desk_job_ref (job));
    }
  g_mutex_unlock (&self->lock);

  return queued;
}

GError *
desk_database_new_closed_error (void)
{
  return g_error_new_literal (DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED, _ ("The library is closed."));
}

static void
run_read (DeskDatabase *self,
          DeskJob *job)
{
  const gboolean transaction = job->kind == DESK_JOB_READ;
  DeskJobResult result = { 0 };
  GError *error = NULL;

  if (!transaction || desk_database_exec (self, "BEGIN", &error))
    run_job (self, job, &result, &error);

  /* From here on an interrupt would hit something else. */
  g_mutex_lock (&self->lock);
  self->running = NULL;
  g_mutex_unlock (&self->lock);

  /* Nothing was written: it only ends the view on one state. */
  if (transaction && self->connection != NULL && !sqlite3_get_autocommit (self->connection))
    desk_database_exec (self, "ROLLBACK", NULL);

  if (error == NULL && result.again)
    {
      if (queue_again (self, job))
        return;
      error = desk_database_new_closed_error ();
    }
  desk_database_finish_job (job, &result, error);
}

/* Runs a job of a group in a savepoint of its own, so that its failure is only its own. */
static gboolean
run_in_savepoint (DeskDatabase *self,
                  DeskJob *job,
                  DeskJobResult *result,
                  GError **error)
{
  if (!desk_database_exec (self, "SAVEPOINT job", error))
    return FALSE;
  if (run_job (self, job, result, error))
    return desk_database_exec (self, "RELEASE job", error);

  if (!sqlite3_get_autocommit (self->connection))
    desk_database_exec (self, "ROLLBACK TO job; RELEASE job", NULL);

  return FALSE;
}

/* The next job, if it can join a group of writes. */
static DeskJob *
pop_write (DeskDatabase *self)
{
  DeskJob *job = NULL;

  g_mutex_lock (&self->lock);
  if (!g_queue_is_empty (&self->queue) && ((DeskJob *) g_queue_peek_head (&self->queue))->kind == DESK_JOB_WRITE)
    {
      job = g_queue_pop_head (&self->queue);
      job->queued = FALSE;
    }
  g_mutex_unlock (&self->lock);

  return job;
}

typedef struct
{
  DeskJob *job;
  DeskJobResult result;
  GError *error;
} GroupEntry;

static void
clear_entry (gpointer data)
{
  GroupEntry *entry = data;

  if (entry->result.data != NULL && entry->result.free_data != NULL)
    entry->result.free_data (entry->result.data);
  g_clear_error (&entry->error);
  desk_job_unref (entry->job);
}

/* Runs the jobs of a group that nobody was told about yet; FALSE if the transaction failed as a whole. */
static gboolean
run_transaction (DeskDatabase *self,
                 GArray *group,
                 gboolean may_grow,
                 GError **error)
{
  const gint64 begin = g_get_monotonic_time ();

  if (!desk_database_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  for (guint i = 0; i < group->len; i++)
    {
      GroupEntry *entry = &g_array_index (group, GroupEntry, i);

      run_in_savepoint (self, entry->job, &entry->result, &entry->error);
      if (sqlite3_get_autocommit (self->connection))
        {
          /* SQLite took everything back: a full disk, say. The failed job has its reason already. */
          g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED, "");
          return FALSE;
        }

      if (may_grow && i + 1 == group->len && group->len < MAX_GROUP &&
          g_get_monotonic_time () - begin < MAX_GROUP_MICROSECONDS)
        {
          GroupEntry next = { pop_write (self), { 0 }, NULL };

          if (next.job != NULL)
            g_array_append_val (group, next);
        }
    }

  if (desk_changes_finish (self->changes, self, error) && desk_database_exec (self, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (self->connection))
    desk_database_exec (self, "ROLLBACK", NULL);

  return FALSE;
}

static void
run_group (DeskDatabase *self,
           GArray *group,
           gboolean may_grow)
{
  g_autoptr (GError) error = NULL;
  gboolean committed;

  self->changes = desk_changes_new (self->connection);
  committed = run_transaction (self, group, may_grow, &error);

  if (committed && self->committed != NULL)
    {
      /* The hook reads; it sees what was just written. */
      self->committed (self, self->changes, self->hook_data);
    }
  g_clear_pointer (&self->changes, desk_changes_unref);

  for (guint i = 0; i < group->len; i++)
    {
      GroupEntry *entry = &g_array_index (group, GroupEntry, i);

      if (committed || entry->error != NULL)
        {
          desk_database_finish_job (entry->job, &entry->result, g_steal_pointer (&entry->error));
        }
      else if (group->len == 1)
        {
          desk_database_finish_job (entry->job, &entry->result, g_error_copy (error));
        }
      else
        {
          /* It failed because of its company, maybe: once more, alone. */
          g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (GroupEntry));
          GroupEntry again = { desk_job_ref (entry->job), { 0 }, NULL };

          g_array_set_clear_func (alone, clear_entry);
          g_array_append_val (alone, again);
          run_group (self, alone, FALSE);
        }
    }
}

static void
run_write (DeskDatabase *self,
           DeskJob *job)
{
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (GroupEntry));
  GroupEntry first = { desk_job_ref (job), { 0 }, NULL };

  /* Running writes are not interrupted, see run_job(). */
  g_mutex_lock (&self->lock);
  self->running = NULL;
  g_mutex_unlock (&self->lock);

  if (self->read_only)
    {
      GError *error = g_error_new (DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_READ_ONLY,
                                   _ ("The library can’t be changed. %s"),
                                   self->problem != NULL ? self->problem : "");

      desk_database_finish_job (job, &first.result, error);
      desk_job_unref (first.job);
      return;
    }

  g_array_set_clear_func (group, clear_entry);
  g_array_append_val (group, first);
  run_group (self, group, TRUE);
}

gpointer
desk_database_run (gpointer data)
{
  DeskDatabase *self = data;

  for (;;)
    {
      DeskJob *job;

      g_mutex_lock (&self->lock);
      while (g_queue_is_empty (&self->queue) && !self->stopping)
        g_cond_wait (&self->wake, &self->lock);
      job = g_queue_pop_head (&self->queue);
      if (job != NULL)
        job->queued = FALSE;
      self->running = job;
      g_mutex_unlock (&self->lock);

      if (job == NULL)
        break;

      if (job->kind == DESK_JOB_WRITE)
        run_write (self, job);
      else
        run_read (self, job);
      desk_job_unref (job);
    }

  desk_database_close_connection (self);
  g_ptr_array_set_size (self->lists, 0);
  g_clear_fd (&self->lock_fd, NULL);

  return NULL;
}
