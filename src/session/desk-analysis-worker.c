/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sys/resource.h>

#include "desk-analysis-worker.h"
#include "desk-analyzer.h"

/* Reading an article must not wait behind the analysis of others. */
#define NICE_LEVEL 10

struct _DeskAnalysisWorker
{
  GObject parent_instance;

  DeskAnalyzer *analyzer; /* made by the first job, in its thread */
  GMutex analyzer_lock;
  GThreadPool *background; /* NULL once it was stopped, as the next */
  GThreadPool *at_once;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskAnalysisWorker, desk_analysis_worker, G_TYPE_OBJECT)

/* Copies, since the article belongs to the main thread. */
typedef struct
{
  DeskVersion *version;
  char *language;
  char *published;
  GCancellable *causes[2]; /* either ends the job */
  gulong cause_ids[2];
} Job;

static void
job_free (Job *job)
{
  for (guint i = 0; i < G_N_ELEMENTS (job->causes); i++)
    {
      g_cancellable_disconnect (job->causes[i], job->cause_ids[i]);
      g_clear_object (&job->causes[i]);
    }
  g_object_unref (job->version);
  g_free (job->language);
  g_free (job->published);
  g_free (job);
}

static void
cancelled_cb (GCancellable *cause,
              GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Ends when whoever asked gives up, and when the worker does. */
static Job *
job_new (DeskAnalysisWorker *self,
         DeskArticle *article,
         GCancellable *asker,
         GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->version = g_object_ref (desk_article_get_version (article));
  job->language = g_strdup (desk_article_get_field (article, DESK_FIELD_LANGUAGE));
  job->published = g_strdup (desk_article_get_published (article));
  g_set_object (&job->causes[0], self->cancellable);
  g_set_object (&job->causes[1], asker);
  for (guint i = 0; i < G_N_ELEMENTS (job->causes); i++)
    if (job->causes[i] != NULL)
      job->cause_ids[i] = g_cancellable_connect (job->causes[i], G_CALLBACK (cancelled_cb), g_object_ref (cancellable),
                                                 g_object_unref);

  return job;
}

/* Reading the word lists takes a moment, so no thread that draws does it. */
static DeskAnalyzer *
ref_analyzer (DeskAnalysisWorker *self)
{
  g_mutex_lock (&self->analyzer_lock);
  if (self->analyzer == NULL)
    self->analyzer = desk_analyzer_new ();
  g_mutex_unlock (&self->analyzer_lock);

  return g_object_ref (self->analyzer);
}

static void
analyze (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (DeskAnalyzer) analyzer = NULL;
  g_autoptr (GError) error = NULL;
  DeskAnalysis *analysis;

  if (g_task_return_error_if_cancelled (task))
    return;
  analyzer = ref_analyzer (g_task_get_source_object (task));
  analysis = desk_analyzer_run (analyzer, job->version, job->language, job->published, g_task_get_cancellable (task), &error);
  if (analysis != NULL)
    g_task_return_pointer (task, analysis, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
background_thread (gpointer data,
                   gpointer user_data)
{
  g_autoptr (GTask) task = data;
  static __thread gboolean nice_done;

  if (!nice_done)
    {
      /* On Linux this is the priority of the calling thread alone. */
      if (setpriority (PRIO_PROCESS, 0, NICE_LEVEL) != 0)
        g_debug ("The analysis runs at normal priority");
      nice_done = TRUE;
    }

  analyze (task);
}

static void
at_once_thread (gpointer data,
                gpointer user_data)
{
  g_autoptr (GTask) task = data;

  analyze (task);
}

static void
desk_analysis_worker_dispose (GObject *object)
{
  desk_analysis_worker_stop (DESK_ANALYSIS_WORKER (object));

  G_OBJECT_CLASS (desk_analysis_worker_parent_class)->dispose (object);
}

static void
desk_analysis_worker_finalize (GObject *object)
{
  DeskAnalysisWorker *self = DESK_ANALYSIS_WORKER (object);

  g_clear_object (&self->analyzer);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->analyzer_lock);

  G_OBJECT_CLASS (desk_analysis_worker_parent_class)->finalize (object);
}

static void
desk_analysis_worker_class_init (DeskAnalysisWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_analysis_worker_dispose;
  object_class->finalize = desk_analysis_worker_finalize;
}

static void
desk_analysis_worker_init (DeskAnalysisWorker *self)
{
  g_mutex_init (&self->analyzer_lock);
  self->cancellable = g_cancellable_new ();
  self->background = g_thread_pool_new (background_thread, NULL, 1, TRUE, NULL);
  self->at_once = g_thread_pool_new (at_once_thread, NULL, (int) g_get_num_processors (), FALSE, NULL);
}

/**
 * desk_analysis_worker_new:
 *
 * Returns: (transfer full): a worker at rest; the word lists are read for its first job
 */
DeskAnalysisWorker *
desk_analysis_worker_new (void)
{
  return g_object_new (DESK_TYPE_ANALYSIS_WORKER, NULL);
}

/**
 * desk_analysis_worker_stop:
 *
 * Gives up what is under way and waits for it to end, which is a moment. Whatever is asked of it afterwards is
 * cancelled.
 */
void
desk_analysis_worker_stop (DeskAnalysisWorker *self)
{
  g_return_if_fail (DESK_IS_ANALYSIS_WORKER (self));

  g_cancellable_cancel (self->cancellable);
  /* When the program ends, what the threads read goes with it. */
  if (self->background != NULL)
    g_thread_pool_free (g_steal_pointer (&self->background), FALSE, TRUE);
  if (self->at_once != NULL)
    g_thread_pool_free (g_steal_pointer (&self->at_once), FALSE, TRUE);
}

/**
 * desk_analysis_worker_run_async:
 * @article: the article, read before this returns
 * @haste: whether it may wait behind others
 *
 * Analyses the current version of an article.
 */
void
desk_analysis_worker_run_async (DeskAnalysisWorker *self,
                                DeskArticle *article,
                                DeskAnalysisHaste haste,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GCancellable) either = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  GThreadPool *pool;

  g_return_if_fail (DESK_IS_ANALYSIS_WORKER (self));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  task = g_task_new (self, either, callback, user_data);
  g_task_set_source_tag (task, desk_analysis_worker_run_async);
  g_task_set_task_data (task, job_new (self, article, cancellable, either), (GDestroyNotify) job_free);

  pool = haste == DESK_ANALYSIS_AT_ONCE ? self->at_once : self->background;
  if (pool != NULL)
    g_thread_pool_push (pool, g_steal_pointer (&task), NULL);
  else
    g_task_return_error_if_cancelled (task);
}

/**
 * desk_analysis_worker_run_finish:
 *
 * Returns: (transfer full): the analysis
 */
DeskAnalysis *
desk_analysis_worker_run_finish (DeskAnalysisWorker *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_analysis_worker_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
