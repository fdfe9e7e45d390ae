/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-database-private.h"

#include <glib/gi18n-lib.h>

#include "desk-database-struct-private.h"
#include "desk-list-index-private.h"
#include "desk-sql-private.h"

G_DEFINE_FINAL_TYPE (DeskDatabase, desk_database, G_TYPE_OBJECT)

static void
desk_database_finalize (GObject *object)
{
  DeskDatabase *self = DESK_DATABASE (object);

  desk_database_stop (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_object (&self->rules);
  g_clear_pointer (&self->rules_stamp, g_free);
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

  self->thread = g_thread_new ("newsdesk-store", desk_database_run, self);

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
      desk_database_finish_job (job, NULL, desk_database_new_closed_error ());
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
  g_clear_object (&self->rules);
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

gpointer
desk_database_get_rules (DeskDatabase *self,
                         const char *stamp)
{
  desk_database_assert_thread (self);

  return self->rules != NULL && g_strcmp0 (self->rules_stamp, stamp) == 0 ? self->rules : NULL;
}

void
desk_database_take_rules (DeskDatabase *self,
                          const char *stamp,
                          gpointer rules)
{
  desk_database_assert_thread (self);

  g_clear_object (&self->rules);
  self->rules = rules;
  g_set_str (&self->rules_stamp, stamp);
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
