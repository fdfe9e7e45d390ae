/* Files on their way into the library: runs in the background, can be cancelled, tells what failed and why.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-import-input-private.h"
#include "desk-import-job-private.h"
#include "desk-import-scan.h"
#include "desk-importer.h"

struct _DeskImportJob
{
  GObject parent_instance;

  DeskLibrary *library;
  GListModel *roots; /* as asked for; NULL for bytes */
  GPtrArray *files;  /* what they stand for */
  GBytes *bytes;
  char *media_type;
  char *name;

  GCancellable *cancellable;
  GListStore *failures;
  char *first_id;
  guint total;
  guint next;
  guint in_flight;
  guint done;
  guint added;
  guint duplicates;
  gboolean running;
};

G_DEFINE_FINAL_TYPE (DeskImportJob, desk_import_job, G_TYPE_OBJECT)

typedef enum
{
  PROP_TOTAL = 1,
  PROP_DONE,
  PROP_ADDED,
  PROP_DUPLICATES,
  PROP_FRACTION,
  PROP_RUNNING,
  PROP_CANCELLED,
  PROP_FAILURES,
  PROP_FIRST_ID,
} DeskImportJobProps;

static GParamSpec *props[PROP_FIRST_ID + 1];

enum
{
  INPUT_DONE,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  DeskImportJob *job;
  guint index;
} Place;

static void pump (DeskImportJob *self);

static void
finish_if_done (DeskImportJob *self)
{
  if (self->in_flight > 0 || (self->next < self->total && !g_cancellable_is_cancelled (self->cancellable)))
    return;

  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
input_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autofree Place *place = data;
  g_autoptr (DeskImportJob) self = place->job;
  g_autoptr (GError) error = NULL;
  gboolean added = FALSE;
  g_autofree char *id = desk_import_input_finish (result, &added, &error);
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
                     g_error_matches (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_CANCELLED);

  self->in_flight--;

  if (!stopped)
    {
      g_object_freeze_notify (G_OBJECT (self));
      self->done++;
      if (error != NULL)
        {
          g_autofree char *name = desk_import_job_dup_name (self, place->index);
          g_autoptr (DeskImportFailure) failure = NULL;

          failure = desk_import_failure_new (name, desk_import_error_code (error), error->message);
          g_list_store_append (self->failures, failure);
        }
      else if (added)
        self->added++;
      else
        self->duplicates++;

      if (self->first_id == NULL && id != NULL)
        {
          self->first_id = g_strdup (id);
          g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIRST_ID]);
        }
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DONE]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ADDED]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DUPLICATES]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
      g_object_thaw_notify (G_OBJECT (self));
      g_signal_emit (self, signals[INPUT_DONE], 0, place->index, id, added, error);
    }

  pump (self);
}

/* Keeps a few inputs under way: enough to use every core, few enough to hold little in memory. */
static void
pump (DeskImportJob *self)
{
  guint limit = g_get_num_processors () + 1;

  while (self->in_flight < limit && self->next < self->total && !g_cancellable_is_cancelled (self->cancellable))
    {
      Place *place = g_new0 (Place, 1);

      place->job = g_object_ref (self);
      place->index = self->next++;
      self->in_flight++;
      if (self->files != NULL)
        desk_import_file_async (self->library, g_ptr_array_index (self->files, place->index), self->cancellable,
                                input_cb, place);
      else
        desk_import_bytes_async (self->library, self->bytes, self->media_type, self->name, self->cancellable,
                                 input_cb, place);
    }

  finish_if_done (self);
}

static void
scanned_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskImportJob) self = data;

  self->files = desk_import_scan_finish (result, NULL);
  self->total = self->files != NULL ? self->files->len : 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOTAL]);
  pump (self);
}

void
desk_import_job_start (DeskImportJob *self)
{
  g_return_if_fail (DESK_IS_IMPORT_JOB (self));
  g_return_if_fail (!self->running);

  self->running = TRUE;
  if (self->roots != NULL)
    {
      desk_import_scan_async (self->roots, self->cancellable, scanned_cb, g_object_ref (self));
      return;
    }

  self->total = 1;
  pump (self);
}

static void
desk_import_job_finalize (GObject *object)
{
  DeskImportJob *self = DESK_IMPORT_JOB (object);

  g_clear_object (&self->library);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->failures);
  g_free (self->media_type);
  g_free (self->name);
  g_free (self->first_id);

  G_OBJECT_CLASS (desk_import_job_parent_class)->finalize (object);
}

static void
desk_import_job_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DeskImportJob *self = DESK_IMPORT_JOB (object);

  switch ((DeskImportJobProps) prop_id)
    {
    case PROP_TOTAL:
      g_value_set_uint (value, desk_import_job_get_total (self));
      break;
    case PROP_DONE:
      g_value_set_uint (value, desk_import_job_get_done (self));
      break;
    case PROP_ADDED:
      g_value_set_uint (value, desk_import_job_get_added (self));
      break;
    case PROP_DUPLICATES:
      g_value_set_uint (value, desk_import_job_get_duplicates (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, desk_import_job_get_fraction (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, desk_import_job_get_running (self));
      break;
    case PROP_CANCELLED:
      g_value_set_boolean (value, desk_import_job_get_cancelled (self));
      break;
    case PROP_FAILURES:
      g_value_set_object (value, desk_import_job_get_failures (self));
      break;
    case PROP_FIRST_ID:
      g_value_set_string (value, desk_import_job_get_first_id (self));
      break;
    }
}

static void
desk_import_job_class_init (DeskImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = desk_import_job_finalize;
  object_class->get_property = desk_import_job_get_property;

  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ADDED] = g_param_spec_uint ("added", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_DUPLICATES] = g_param_spec_uint ("duplicates", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  props[PROP_CANCELLED] = g_param_spec_boolean ("cancelled", NULL, NULL, FALSE, flags);
  props[PROP_FAILURES] = g_param_spec_object ("failures", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_FIRST_ID] = g_param_spec_string ("first-id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * DeskImportJob::input-done:
   * @index: which input, from 0
   * @id: (nullable): the article that it became or was already
   * @added: whether it was new
   * @error: (nullable): why it became none
   */
  signals[INPUT_DONE] = g_signal_new ("input-done", DESK_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_ERROR);
  signals[FINISHED] = g_signal_new ("finished", DESK_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
desk_import_job_init (DeskImportJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->failures = g_list_store_new (DESK_TYPE_IMPORT_FAILURE);
}

DeskImportJob *
desk_import_job_new_for_files (DeskLibrary *library,
                               GListModel *files)
{
  DeskImportJob *self = g_object_new (DESK_TYPE_IMPORT_JOB, NULL);

  self->library = g_object_ref (library);
  self->roots = g_object_ref (files);

  return self;
}

DeskImportJob *
desk_import_job_new_for_bytes (DeskLibrary *library,
                               GBytes *bytes,
                               const char *media_type,
                               const char *name)
{
  DeskImportJob *self = g_object_new (DESK_TYPE_IMPORT_JOB, NULL);

  self->library = g_object_ref (library);
  self->bytes = g_bytes_ref (bytes);
  self->media_type = g_strdup (media_type);
  self->name = g_strdup (name);

  return self;
}

/**
 * desk_import_job_get_total:
 *
 * Returns: number of inputs; 0 while folders are still being looked into
 */
guint
desk_import_job_get_total (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), 0);

  return self->total;
}

/**
 * desk_import_job_get_done:
 *
 * Returns: number of inputs that are through, failed ones too
 */
guint
desk_import_job_get_done (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), 0);

  return self->done;
}

/**
 * desk_import_job_get_added:
 *
 * Returns: number of inputs that were new and are stored
 */
guint
desk_import_job_get_added (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), 0);

  return self->added;
}

/**
 * desk_import_job_get_duplicates:
 *
 * Returns: number of inputs whose bytes were in the library already
 */
guint
desk_import_job_get_duplicates (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), 0);

  return self->duplicates;
}

/**
 * desk_import_job_get_fraction:
 *
 * Returns: how much is through, from 0 to 1
 */
double
desk_import_job_get_fraction (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), 0);

  return self->total > 0 ? (double) self->done / self->total : 0;
}

/**
 * desk_import_job_get_running:
 *
 * Returns: %TRUE until everything is through or the cancelled job has come to rest
 */
gboolean
desk_import_job_get_running (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), FALSE);

  return self->running;
}

/**
 * desk_import_job_get_cancelled:
 *
 * Returns: whether the user stopped it
 */
gboolean
desk_import_job_get_cancelled (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), FALSE);

  return g_cancellable_is_cancelled (self->cancellable);
}

/**
 * desk_import_job_get_failures:
 *
 * Returns: (transfer none): a list model of `DeskImportFailure`
 */
GListModel *
desk_import_job_get_failures (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), NULL);

  return G_LIST_MODEL (self->failures);
}

/**
 * desk_import_job_get_first_id:
 *
 * Returns: (nullable): the first article that is in the library because of this job, or was already
 */
const char *
desk_import_job_get_first_id (DeskImportJob *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), NULL);

  return self->first_id;
}

/**
 * desk_import_job_dup_name:
 * @index: which input, from 0
 *
 * Returns: (transfer full) (nullable): the input as the user knows it
 */
char *
desk_import_job_dup_name (DeskImportJob *self,
                          guint index)
{
  g_return_val_if_fail (DESK_IS_IMPORT_JOB (self), NULL);
  g_return_val_if_fail (index < self->total, NULL);

  return self->files != NULL ? g_file_get_parse_name (g_ptr_array_index (self->files, index)) : g_strdup (self->name);
}

/**
 * desk_import_job_cancel:
 *
 * Stops as soon as possible. What is stored by then stays.
 */
void
desk_import_job_cancel (DeskImportJob *self)
{
  g_return_if_fail (DESK_IS_IMPORT_JOB (self));

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CANCELLED]);
}
