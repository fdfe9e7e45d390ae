/* The composition root: everything that NewsDesk does, without a display.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-analysis-provider.h"
#include "desk-analysis-queue.h"
#include "desk-analysis-worker.h"
#include "desk-document-private.h"
#include "desk-import-job-private.h"
#include "desk-kind.h"
#include "desk-session.h"

struct _DeskSession
{
  GObject parent_instance;

  char *folder;
  DeskLibrary *library;
  DeskAnalysisWorker *worker; /* NULL while there is no library, as the next two */
  DeskAnalysisProvider *analyses;
  DeskAnalysisQueue *queue;
  GListModel *kinds;
};

G_DEFINE_FINAL_TYPE (DeskSession, desk_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_ANALYSING,
} DeskSessionProps;

static GParamSpec *props[PROP_ANALYSING + 1];

static void
busy_cb (DeskSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANALYSING]);
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskSession *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->library = desk_library_open_finish (result, &error);
  if (self->library == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->worker = desk_analysis_worker_new ();
  self->analyses = desk_analysis_provider_new (self->library, self->worker);
  self->queue = desk_analysis_queue_new (self->library, self->worker);
  g_signal_connect_object (self->queue, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "article-added", G_CALLBACK (desk_session_analyze), self,
                           G_CONNECT_SWAPPED);
  /* Very many at once, or by another program. */
  g_signal_connect_object (self->library, "reset", G_CALLBACK (desk_session_analyze), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIBRARY]);
  g_task_return_boolean (task, TRUE);
}

static void
desk_session_dispose (GObject *object)
{
  desk_session_close (DESK_SESSION (object));

  G_OBJECT_CLASS (desk_session_parent_class)->dispose (object);
}

static void
desk_session_finalize (GObject *object)
{
  DeskSession *self = DESK_SESSION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->kinds);
  g_free (self->folder);

  G_OBJECT_CLASS (desk_session_parent_class)->finalize (object);
}

static void
desk_session_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DeskSession *self = DESK_SESSION (object);

  switch ((DeskSessionProps) prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, desk_session_get_library (self));
      break;
    case PROP_ANALYSING:
      g_value_set_boolean (value, desk_session_get_analysing (self));
      break;
    }
}

static void
desk_session_class_init (DeskSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = desk_session_dispose;
  object_class->finalize = desk_session_finalize;
  object_class->get_property = desk_session_get_property;

  props[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, DESK_TYPE_LIBRARY, flags);
  props[PROP_ANALYSING] = g_param_spec_boolean ("analysing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_session_init (DeskSession *self)
{
  self->kinds = desk_kind_list_new ();
}

/**
 * desk_session_new:
 * @folder: (nullable): folder of the library; %NULL for the default one
 *
 * Returns: (transfer full): a session whose library is not open yet
 */
DeskSession *
desk_session_new (const char *folder)
{
  DeskSession *self = g_object_new (DESK_TYPE_SESSION, NULL);

  self->folder = folder != NULL ? g_strdup (folder) : desk_library_dup_default_path ();

  return self;
}

/**
 * desk_session_open_async:
 *
 * Opens the library, or makes it.
 */
void
desk_session_open_async (DeskSession *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_SESSION (self));
  g_return_if_fail (self->library == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_session_open_async);
  desk_library_open_async (self->folder, cancellable, opened_cb, g_steal_pointer (&task));
}

/**
 * desk_session_open_finish:
 *
 * Returns: whether there is a library now, perhaps a read-only one
 */
gboolean
desk_session_open_finish (DeskSession *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_session_open_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * desk_session_close:
 *
 * Finishes what is being written and closes the library.
 */
void
desk_session_close (DeskSession *self)
{
  g_return_if_fail (DESK_IS_SESSION (self));

  if (self->queue != NULL)
    desk_analysis_queue_stop (self->queue);
  if (self->worker != NULL)
    desk_analysis_worker_stop (self->worker);
  g_clear_object (&self->queue);
  g_clear_object (&self->analyses);
  g_clear_object (&self->worker);
  if (self->library != NULL)
    desk_library_close (self->library);
  g_clear_object (&self->library);
}

/**
 * desk_session_get_folder:
 *
 * Returns: path of the library's folder
 */
const char *
desk_session_get_folder (DeskSession *self)
{
  g_return_val_if_fail (DESK_IS_SESSION (self), NULL);

  return self->folder;
}

/**
 * desk_session_get_library:
 *
 * Returns: (transfer none) (nullable): the library, once it is open
 */
DeskLibrary *
desk_session_get_library (DeskSession *self)
{
  g_return_val_if_fail (DESK_IS_SESSION (self), NULL);

  return self->library;
}

/**
 * desk_session_get_analysing:
 *
 * Returns: whether articles are being analysed in the background
 */
gboolean
desk_session_get_analysing (DeskSession *self)
{
  g_return_val_if_fail (DESK_IS_SESSION (self), FALSE);

  return self->queue != NULL && desk_analysis_queue_get_busy (self->queue);
}

/**
 * desk_session_get_analysis_queue:
 *
 * Returns: (transfer none) (nullable): the queue of articles to be analysed, to show and pause it
 */
DeskAnalysisQueue *
desk_session_get_analysis_queue (DeskSession *self)
{
  g_return_val_if_fail (DESK_IS_SESSION (self), NULL);

  return self->queue;
}

/**
 * desk_session_analyze:
 *
 * Starts to analyse in the background what is not analysed yet; new articles follow by themselves.
 */
void
desk_session_analyze (DeskSession *self)
{
  g_return_if_fail (DESK_IS_SESSION (self));

  if (self->queue != NULL)
    desk_analysis_queue_start (self->queue);
}

/**
 * desk_session_import_files:
 * @files: a list model of `GFile`; folders are read recursively
 *
 * Returns: (transfer full): the job, already running
 */
DeskImportJob *
desk_session_import_files (DeskSession *self,
                           GListModel *files)
{
  DeskImportJob *job;

  g_return_val_if_fail (DESK_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->library != NULL, NULL);

  job = desk_import_job_new_for_files (self->library, files);
  desk_import_job_start (job);

  return job;
}

/**
 * desk_session_import_bytes:
 * @media_type: "text/plain" or "text/html"
 * @name: (nullable): what the user would call it
 *
 * Returns: (transfer full): the job, already running
 */
DeskImportJob *
desk_session_import_bytes (DeskSession *self,
                           GBytes *bytes,
                           const char *media_type,
                           const char *name)
{
  DeskImportJob *job;

  g_return_val_if_fail (DESK_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->library != NULL, NULL);

  job = desk_import_job_new_for_bytes (self->library, bytes, media_type, name);
  desk_import_job_start (job);

  return job;
}

/**
 * desk_session_import_samples:
 *
 * Adds the bundled sample articles. They can be deleted like any other.
 *
 * Returns: (transfer full): the job, already running
 */
DeskImportJob *
desk_session_import_samples (DeskSession *self)
{
  const char *folder = g_getenv ("NEWSDESK_SAMPLES_DIR");
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) samples = g_file_new_for_path (folder != NULL ? folder : PKGDATADIR "/samples");

  g_list_store_append (files, samples);

  return desk_session_import_files (self, G_LIST_MODEL (files));
}

typedef struct
{
  char *article_id;
  DeskArticle *article;
} OpenData;

static void
open_data_free (OpenData *data)
{
  g_free (data->article_id);
  g_clear_object (&data->article);
  g_free (data);
}

static void
annotations_loaded_cb (GObject *object,
                       GAsyncResult *result,
                       gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DeskSession *self = g_task_get_source_object (task);
  OpenData *data = g_task_get_task_data (task);
  g_autoptr (GPtrArray) annotations = NULL;
  GError *error = NULL;

  annotations = desk_library_load_annotations_finish (DESK_LIBRARY (object), result, &error);
  if (annotations == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->library == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library was closed");
      return;
    }

  if (!desk_library_get_read_only (self->library))
    desk_library_mark_read (self->library, data->article_id);
  g_task_return_pointer (task, desk_document_new (self->library, self->analyses, self->kinds, data->article, annotations),
                         g_object_unref);
}

static void
article_loaded_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenData *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->article = desk_library_load_article_finish (DESK_LIBRARY (object), result, &error);
  if (data->article == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  desk_library_load_annotations_async (DESK_LIBRARY (object), data->article_id, g_task_get_cancellable (task),
                                       annotations_loaded_cb, g_object_ref (task));
}

/**
 * desk_session_open_article_async:
 * @article_id: id of an article
 *
 * Opens an article for reading; it counts as read from then on.
 */
void
desk_session_open_article_async (DeskSession *self,
                                 const char *article_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OpenData *data;

  g_return_if_fail (DESK_IS_SESSION (self));
  g_return_if_fail (self->library != NULL);
  g_return_if_fail (article_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_session_open_article_async);
  data = g_new0 (OpenData, 1);
  data->article_id = g_strdup (article_id);
  g_task_set_task_data (task, data, (GDestroyNotify) open_data_free);
  desk_library_load_article_async (self->library, article_id, cancellable, article_loaded_cb, g_steal_pointer (&task));
}

/**
 * desk_session_open_article_finish:
 *
 * Returns: (transfer full): the open article; its analysis follows
 */
DeskDocument *
desk_session_open_article_finish (DeskSession *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_session_open_article_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
