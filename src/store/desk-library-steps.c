/* Steps: doing, undoing and redoing them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-private.h"
#include "desk-step-store-private.h"

static gboolean
apply_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  result->data = GINT_TO_POINTER (TRUE);

  return desk_step_store_apply (database, data, error);
}

/**
 * desk_library_apply_async:
 * @self: a library
 * @step: a step, not changed any more
 * @cancellable: (nullable): a cancellable; what is being written is written to the end
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Does what a step says and remembers it, both or nothing. Steps that were undone can no longer be redone then. An undo
 * will bring back what the library really held, whatever the step says was there before.
 */
void
desk_library_apply_async (DeskLibrary *self,
                          DeskStep *step,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_STEP (step));

  desk_library_push (self, DESK_JOB_WRITE, apply_job, g_object_ref (step), g_object_unref, desk_library_apply_async,
                     cancellable, callback, user_data);
}

/**
 * desk_library_apply_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: %TRUE if the step is done and on disk
 */
gboolean
desk_library_apply_finish (DeskLibrary *self,
                           GAsyncResult *result,
                           GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_apply_async))
    return FALSE;

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/* A refusal is an answer of a job that did its work: the step left the history. */
typedef struct
{
  DeskStep *step;
  GError *refusal;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_object (&outcome->step);
  g_clear_error (&outcome->refusal);
  g_free (outcome);
}

static gboolean
run_job (DeskDatabase *database,
         gboolean (*run) (DeskDatabase *database,
                          DeskStep **step,
                          GError **refusal,
                          GError **error),
         DeskJobResult *result,
         GError **error)
{
  Outcome *outcome = g_new0 (Outcome, 1);

  if (!run (database, &outcome->step, &outcome->refusal, error))
    {
      outcome_free (outcome);
      return FALSE;
    }

  result->data = outcome;
  result->free_data = outcome_free;

  return TRUE;
}

static gboolean
undo_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  return run_job (database, desk_step_store_undo, result, error);
}

static gboolean
redo_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  return run_job (database, desk_step_store_redo, result, error);
}

static DeskStep *
finish (DeskLibrary *self,
        GAsyncResult *result,
        gpointer source_tag,
        GError **error)
{
  Outcome *outcome;
  DeskStep *step;

  if (!desk_library_is_result (self, result, source_tag))
    return NULL;

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return NULL;

  step = g_steal_pointer (&outcome->step);
  if (step == NULL)
    g_propagate_error (error, g_steal_pointer (&outcome->refusal));
  outcome_free (outcome);

  return step;
}

/**
 * desk_library_undo_async:
 * @self: a library
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Takes back the last step.
 */
void
desk_library_undo_async (DeskLibrary *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_push (self, DESK_JOB_WRITE, undo_job, NULL, NULL, desk_library_undo_async, cancellable, callback, user_data);
}

/**
 * desk_library_redo_async:
 * @self: a library
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Does again the step that was taken back last.
 */
void
desk_library_redo_async (DeskLibrary *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_push (self, DESK_JOB_WRITE, redo_job, NULL, NULL, desk_library_redo_async, cancellable, callback, user_data);
}

/**
 * desk_library_undo_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR: NOT_FOUND if there is nothing to undo, CONFLICT if what the
 *   step made is not there any more, by which it left the history
 *
 * Returns: (transfer full): the step that was undone
 */
DeskStep *
desk_library_undo_finish (DeskLibrary *self,
                          GAsyncResult *result,
                          GError **error)
{
  return finish (self, result, desk_library_undo_async, error);
}

/**
 * desk_library_redo_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR, as that of desk_library_undo_finish()
 *
 * Returns: (transfer full): the step that was redone
 */
DeskStep *
desk_library_redo_finish (DeskLibrary *self,
                          GAsyncResult *result,
                          GError **error)
{
  return finish (self, result, desk_library_redo_async, error);
}
