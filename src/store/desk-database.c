/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-changes-private.h"
#include "desk-job-private.h"
#include "desk-list-index-private.h"
#include "desk-sql-private.h"

/* Writes that wait next to each other share a COMMIT, and so one wait for the disk, but none waits long for others. */
#define MAX_GROUP 256
#define MAX_GROUP_MICROSECONDS (60 * G_TIME_SPAN_MILLISECOND)

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
  gboolean search_damaged;
  gboolean read_only;
  char *problem;
  int lock_fd; /* on the folder; -1 for none */

  DeskCommittedFunc committed;
  DeskNoticeFunc found_problem;
  DeskNoticeFunc found_foreign_change;
  gpointer hook_data;
};

G_DEFINE_FINAL_TYPE (DeskDatabase, desk_database, G_TYPE_OBJECT)

static void
desk_database_finalize (GObject *object)
{
  DeskDatabase *self = DESK_DATABASE (object);

  desk_database_stop (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);

  G_OBJECT_CLASS (desk_database_parent_class)->finalize (object);
}

static void
desk_database_class_init (DeskDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_database_finalize;
}

static void
desk_database_init (DeskDatabase *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_queue_init (&self->queue);
  self->lock_fd = -1;
  self->version = -1;
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_list_index_unref);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) desk_sql_free);
}

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

static void
finish_job (DeskJob *job,
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

static GError *
new_closed_error (void)
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
      error = new_closed_error ();
    }
  finish_job (job, &result, error);
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
          finish_job (entry->job, &entry->result, g_steal_pointer (&entry->error));
        }
      else if (group->len == 1)
        {
          finish_job (entry->job, &entry->result, g_error_copy (error));
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

      finish_job (job, &first.result, error);
      desk_job_unref (first.job);
      return;
    }

  g_array_set_clear_func (group, clear_entry);
  g_array_append_val (group, first);
  run_group (self, group, TRUE);
}

static gpointer
store_thread (gpointer data)
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

/* Any thread. */
static void
job_cancelled_cb (GCancellable *cancellable,
                  DeskJob *job)
{
  DeskDatabase *self = job->database;
  gboolean dropped;

  g_mutex_lock (&self->lock);
  dropped = job->queued;
  if (dropped)
    {
      g_queue_remove (&self->queue, job);
      job->queued = FALSE;
    }
  else if (self->running == job && job->kind != DESK_JOB_WRITE && self->connection != NULL)
    {
      sqlite3_interrupt (self->connection);
    }
  g_mutex_unlock (&self->lock);

  if (dropped)
    {
      desk_job_take_error (job, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled")));
      /* The cancellable may keep the job for long, but not what it was to work on. */
      desk_job_clear_data (job);
      desk_job_unref (job);
    }
}

/**
 * desk_database_new:
 *
 * Returns: (transfer full): a database without connection; its thread runs
 */
DeskDatabase *
desk_database_new (void)
{
  DeskDatabase *self = g_object_new (DESK_TYPE_DATABASE, NULL);

  self->thread = g_thread_new ("newsdesk-store", store_thread, self);

  return self;
}

void
desk_database_set_hooks (DeskDatabase *self,
                         DeskCommittedFunc committed,
                         DeskNoticeFunc problem,
                         DeskNoticeFunc foreign_change,
                         gpointer user_data)
{
  g_return_if_fail (DESK_IS_DATABASE (self));

  self->committed = committed;
  self->found_problem = problem;
  self->found_foreign_change = foreign_change;
  self->hook_data = user_data;
}

void
desk_database_push (DeskDatabase *self,
                    DeskJobKind kind,
                    DeskJobFunc func,
                    gpointer data,
                    GDestroyNotify free_data,
                    GTask *task)
{
  DeskJob *job;
  GCancellable *cancellable;
  gboolean closed;

  g_return_if_fail (DESK_IS_DATABASE (self));
  g_return_if_fail (func != NULL);

  job = desk_job_new (kind, func, data, free_data, task);
  job->database = self;
  cancellable = desk_job_get_cancellable (job);

  if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    {
      desk_job_take_error (job, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled")));
      desk_job_unref (job);
      return;
    }

  /* Before it is queued, for the thread disconnects it. If it is cancelled just now, the queue drops it below. */
  if (cancellable != NULL)
    job->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (job_cancelled_cb),
                                               desk_job_ref (job), (GDestroyNotify) desk_job_unref);

  g_mutex_lock (&self->lock);
  closed = self->stopping;
  if (!closed)
    {
      job->queued = TRUE;
      g_queue_push_tail (&self->queue, job);
      g_cond_signal (&self->wake);
    }
  g_mutex_unlock (&self->lock);

  if (closed)
    {
      finish_job (job, NULL, new_closed_error ());
      desk_job_unref (job);
    }
}

void
desk_database_stop (DeskDatabase *self)
{
  g_return_if_fail (DESK_IS_DATABASE (self));

  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);

  /* It asserts that it is this one until its end. */
  if (self->thread != NULL)
    g_thread_join (self->thread);
  self->thread = NULL;
}

void
desk_database_assert_thread (DeskDatabase *self)
{
  g_assert (DESK_IS_DATABASE (self));
  g_assert (g_thread_self () == self->thread);
}

sqlite3 *
desk_database_get_connection (DeskDatabase *self)
{
  desk_database_assert_thread (self);

  return self->connection;
}

/* Under the lock: a cancel in another thread uses it. */
void
desk_database_set_connection (DeskDatabase *self,
                              sqlite3 *connection)
{
  desk_database_assert_thread (self);

  g_mutex_lock (&self->lock);
  self->connection = connection;
  g_mutex_unlock (&self->lock);
}

void
desk_database_close_connection (DeskDatabase *self)
{
  sqlite3 *connection = self->connection;

  desk_database_assert_thread (self);

  g_hash_table_remove_all (self->statements);
  desk_database_set_connection (self, NULL);
  if (connection != NULL && sqlite3_close (connection) != SQLITE_OK)
    g_critical ("The library was closed while a statement was in use");
}

void
desk_database_set_lock (DeskDatabase *self,
                        int lock)
{
  desk_database_assert_thread (self);

  self->lock_fd = lock;
}

GHashTable *
desk_database_get_prepared (DeskDatabase *self)
{
  return self->statements;
}

GPtrArray *
desk_database_get_lists (DeskDatabase *self)
{
  desk_database_assert_thread (self);

  return self->lists;
}

gboolean
desk_database_notice_version (DeskDatabase *self,
                              gint64 version)
{
  gboolean is_new = self->version != -1 && self->version != version;

  desk_database_assert_thread (self);

  self->version = version;
  if (is_new && self->found_foreign_change != NULL)
    self->found_foreign_change (self, self->hook_data);

  return is_new;
}

GCancellable *
desk_database_get_cancellable (DeskDatabase *self)
{
  return self->cancellable;
}

gboolean
desk_database_exec (DeskDatabase *self,
                    const char *sql,
                    GError **error)
{
  int code;

  desk_database_assert_thread (self);

  code = sqlite3_exec (self->connection, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  desk_database_take_failure (self, code, error);

  return FALSE;
}

gboolean
desk_database_notice_search_damage (DeskDatabase *self)
{
  gboolean is_new = !self->search_damaged;

  desk_database_assert_thread (self);

  self->search_damaged = TRUE;

  return is_new;
}

DeskChanges *
desk_database_get_changes (DeskDatabase *self)
{
  desk_database_assert_thread (self);

  return self->changes;
}

gboolean
desk_database_get_read_only (DeskDatabase *self)
{
  desk_database_assert_thread (self);

  return self->read_only;
}

const char *
desk_database_get_problem (DeskDatabase *self)
{
  desk_database_assert_thread (self);

  return self->problem;
}

void
desk_database_set_problem (DeskDatabase *self,
                           const char *problem)
{
  desk_database_assert_thread (self);

  self->read_only = TRUE;
  if (g_set_str (&self->problem, problem) && self->found_problem != NULL)
    self->found_problem (self, self->hook_data);
}
