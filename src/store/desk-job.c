/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-job-private.h"

DeskJob *
desk_job_new (DeskJobKind kind,
              DeskJobFunc func,
              gpointer data,
              GDestroyNotify free_data,
              GTask *task)
{
  DeskJob *self = g_new0 (DeskJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->task = task != NULL ? g_object_ref (task) : NULL;
  /* What is on disk must be reported as done, even if nobody wants to know any more. */
  if (task != NULL && kind != DESK_JOB_READ)
    g_task_set_check_cancellable (task, FALSE);

  return self;
}

DeskJob *
desk_job_ref (DeskJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static gboolean
nothing_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The last reference to a task may be the last one to the library, which has to go in its own thread. */
static void
release_task (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "[newsdesk] release task");
  g_source_set_callback (source, nothing_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

void
desk_job_clear_data (DeskJob *self)
{
  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  self->data = NULL;
}

void
desk_job_unref (DeskJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->task, release_task);
  desk_job_clear_data (self);
  g_free (self);
}

GCancellable *
desk_job_get_cancellable (DeskJob *self)
{
  return self->task != NULL ? g_task_get_cancellable (self->task) : NULL;
}

/* (transfer full) in @result. */
void
desk_job_take_result (DeskJob *self,
                      DeskJobResult *result)
{
  GTask *task = g_steal_pointer (&self->task);

  if (task != NULL)
    {
      g_task_return_pointer (task, result->data, result->free_data);
      release_task (task);
    }
  else if (result->free_data != NULL && result->data != NULL)
    {
      result->free_data (result->data);
    }
  result->data = NULL;
}

void
desk_job_take_error (DeskJob *self,
                     GError *error)
{
  GTask *task = g_steal_pointer (&self->task);

  if (task == NULL)
    {
      /* Nobody waits for it: a reading position, say. */
      g_debug ("A job without a listener failed: %s", error->message);
      g_error_free (error);
      return;
    }

  g_task_return_error (task, error);
  release_task (task);
}
