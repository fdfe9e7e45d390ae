/* Backups of an open library, some pages at a time between other jobs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "desk-backup-private.h"
#include "desk-library-file-private.h"
#include "desk-library-private.h"

/* 4 MB: some milliseconds. */
#define PAGES_AT_ONCE 1024

typedef struct
{
  char *folder;
  char *path;    /* of the copy; nullable until it is known that a dated one is due */
  GFile *target; /* nullable: where the copy goes in the end, if that is no place to work in */
  DeskBackup *backup;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  desk_backup_free (work->backup);
  g_clear_object (&work->target);
  g_free (work->path);
  g_free (work->folder);
  g_free (work);
}

/* One stretch; *done when the copy stands under its name. */
static gboolean
go_on (Work *work,
       DeskDatabase *database,
       gboolean *done,
       GError **error)
{
  if (work->backup == NULL)
    {
      work->backup = desk_backup_begin (desk_database_get_connection (database), work->path, error);
      if (work->backup == NULL)
        return FALSE;
    }

  if (desk_backup_step (work->backup, PAGES_AT_ONCE, done, error))
    return TRUE;

  /* What was begun is gone before anybody is told. */
  g_clear_pointer (&work->backup, desk_backup_free);

  return FALSE;
}

static gboolean
move_to_target (Work *work,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean copied;

  if (work->target == NULL)
    return TRUE;

  copy = g_file_new_for_path (work->path);
  copied = g_file_copy (copy, work->target, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, &local_error);
  g_unlink (work->path);
  if (!copied)
    g_set_error (error, DESK_LIBRARY_ERROR,
                 g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? DESK_LIBRARY_ERROR_FULL : DESK_LIBRARY_ERROR_FAILED,
                 _ ("The backup could not be written: %s."), local_error->message);

  return copied;
}

/* What stands for the library in memory is no library. */
static gboolean
check_file (Work *work,
            GError **error)
{
  g_autofree char *file = g_build_filename (work->folder, DESK_LIBRARY_FILE, NULL);
  int version;
  DeskLibraryFileState state = desk_library_file_look (file, &version);

  if (state == DESK_LIBRARY_FILE_GOOD || state == DESK_LIBRARY_FILE_CUT)
    return TRUE;

  g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                       _ ("There is nothing to back up: the library file is damaged or missing."));

  return FALSE;
}

static gboolean
backup_job (DeskDatabase *database,
            gpointer data,
            DeskJobResult *result,
            GCancellable *cancellable,
            GError **error)
{
  Work *work = data;
  gboolean done;

  if ((work->backup == NULL && !check_file (work, error)) || !go_on (work, database, &done, error))
    return FALSE;

  result->again = !done;
  result->data = GINT_TO_POINTER (TRUE);

  return !done || move_to_target (work, cancellable, error);
}

/* The place may be a folder in which nothing but the one file can be made. */
static gboolean
can_work_beside (const char *path)
{
  g_autofree char *probe = path != NULL ? g_strconcat (path, ".part", NULL) : NULL;
  FILE *file = probe != NULL ? g_fopen (probe, "we") : NULL;

  if (file == NULL)
    return FALSE;

  fclose (file);
  g_unlink (probe);

  return TRUE;
}

/**
 * desk_library_backup_async:
 * @self: a library
 * @file: where the copy is to stand; a file that is there is replaced when the copy is whole
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is on disk
 * @user_data: data for @callback
 *
 * Copies the whole library into one file, while work goes on.
 */
void
desk_library_backup_async (DeskLibrary *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Work *work;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  work = g_new0 (Work, 1);
  work->folder = g_strdup (desk_library_get_path (self));
  work->path = g_file_get_path (file);
  if (!can_work_beside (work->path))
    {
      g_free (work->path);
      work->path = g_build_filename (work->folder, "library.copy", NULL);
      work->target = g_object_ref (file);
    }
  desk_library_push (self, DESK_JOB_BARE, backup_job, work, work_free, desk_library_backup_async, cancellable, callback, user_data);
}

/**
 * desk_library_backup_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE if the copy is whole
 */
gboolean
desk_library_backup_finish (DeskLibrary *self,
                            GAsyncResult *result,
                            GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_backup_async))
    return FALSE;

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

static gboolean
dated_job (DeskDatabase *database,
           gpointer data,
           DeskJobResult *result,
           GCancellable *cancellable,
           GError **error)
{
  Work *work = data;
  gboolean done;

  if (work->path == NULL)
    {
      if (!desk_database_get_read_only (database))
        work->path = desk_backup_dup_due_path (desk_database_get_connection (database), work->folder);
      if (work->path == NULL)
        return TRUE;
    }

  if (!go_on (work, database, &done, error))
    return FALSE;
  if (done)
    desk_backup_prune (work->folder);

  result->again = !done;
  result->data = GINT_TO_POINTER (TRUE);

  return TRUE;
}

void
desk_library_back_up_async (DeskLibrary *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Work *work = g_new0 (Work, 1);

  work->folder = g_strdup (desk_library_get_path (self));
  desk_library_push (self, DESK_JOB_BARE, dated_job, work, work_free, desk_library_back_up_async, cancellable, callback, user_data);
}

gboolean
desk_library_back_up_finish (DeskLibrary *self,
                             GAsyncResult *result,
                             GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_back_up_async))
    return FALSE;

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
