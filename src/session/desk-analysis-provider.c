/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis-provider.h"

#include "desk-analyzer.h"

struct _DeskAnalysisProvider
{
  GObject parent_instance;

  DeskLibrary *library;
  DeskAnalysisWorker *worker;
};

G_DEFINE_FINAL_TYPE (DeskAnalysisProvider, desk_analysis_provider, G_TYPE_OBJECT)

typedef struct
{
  DeskArticle *article;
  char *published; /* at the time of the analysis: the reader may change it meanwhile */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->article);
  g_free (question->published);
  g_free (question);
}

static void
got_saved_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Derived data: it is worked out again next time. */
  if (!desk_library_save_analysis_finish (DESK_LIBRARY (object), result, &error))
    g_debug ("An analysis was not stored: %s", error->message);
}

static void
got_analyzed_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskAnalysisProvider *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  g_autoptr (DeskAnalysis) analysis = NULL;
  GError *error = NULL;

  analysis = desk_analysis_worker_run_finish (DESK_ANALYSIS_WORKER (object), result, &error);
  if (analysis == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (!desk_library_get_read_only (self->library))
    desk_library_save_analysis_async (self->library, desk_article_get_id (question->article),
                                      desk_version_get_hash (desk_article_get_version (question->article)),
                                      question->published, analysis, NULL, got_saved_cb, NULL);
  g_task_return_pointer (task, g_steal_pointer (&analysis), g_object_unref);
}

static void
got_stored_cb (GObject *object,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskAnalysisProvider *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  DeskAnalysis *analysis;

  analysis = desk_library_load_analysis_finish (DESK_LIBRARY (object), result, NULL);
  if (analysis != NULL)
    {
      g_task_return_pointer (task, analysis, g_object_unref);
      return;
    }

  g_set_str (&question->published, desk_article_get_published (question->article));
  desk_analysis_worker_run_async (self->worker, question->article, DESK_ANALYSIS_AT_ONCE, g_task_get_cancellable (task),
                                  got_analyzed_cb, g_object_ref (task));
}

static void
desk_analysis_provider_finalize (GObject *object)
{
  DeskAnalysisProvider *self = DESK_ANALYSIS_PROVIDER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (desk_analysis_provider_parent_class)->finalize (object);
}

static void
desk_analysis_provider_class_init (DeskAnalysisProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_analysis_provider_finalize;
}

static void
desk_analysis_provider_init (DeskAnalysisProvider *self)
{
}

/**
 * desk_analysis_provider_new:
 * @library: the library where analyses are stored
 * @worker: what makes those that are not
 *
 * Returns: (transfer full): a provider
 */
DeskAnalysisProvider *
desk_analysis_provider_new (DeskLibrary *library,
                            DeskAnalysisWorker *worker)
{
  DeskAnalysisProvider *self = g_object_new (DESK_TYPE_ANALYSIS_PROVIDER, NULL);

  self->library = g_object_ref (library);
  self->worker = g_object_ref (worker);

  return self;
}

/**
 * desk_analysis_provider_get_async:
 * @article: an article of the library
 *
 * Reads the stored analysis, or works it out at once, before everything that waits in the background.
 */
void
desk_analysis_provider_get_async (DeskAnalysisProvider *self,
                                  DeskArticle *article,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (DESK_IS_ANALYSIS_PROVIDER (self));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  question = g_new0 (Question, 1);
  question->article = g_object_ref (article);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_analysis_provider_get_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  desk_library_load_analysis_async (self->library, desk_article_get_id (article), DESK_ANALYSIS_ENGINE, cancellable,
                                    got_stored_cb, g_object_ref (task));
}

/**
 * desk_analysis_provider_get_finish:
 *
 * Returns: (transfer full): the analysis
 */
DeskAnalysis *
desk_analysis_provider_get_finish (DeskAnalysisProvider *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_analysis_provider_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
