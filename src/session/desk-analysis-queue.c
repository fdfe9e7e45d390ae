/* Analyses the library in the background, one article at a time, newest first.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sys/resource.h>

#include "desk-analysis-queue.h"

/* Reading an article must not wait behind the analysis of others. */
#define NICE_LEVEL 10

struct _DeskAnalysisQueue
{
  GObject parent_instance;

  DeskLibrary *library;
  DeskAnalyzer *analyzer; /* made by the first job, in the worker */
  GMutex analyzer_lock;
  GThreadPool *background; /* NULL once it was stopped, as the next */
  GThreadPool *at_once;
  GCancellable *cancellable;
  gboolean busy;
  gboolean again; /* something was added while busy */
  gboolean paused;
  gboolean waiting; /* there is more, but it is paused */
  guint done;       /* articles since the queue became busy */
  guint total;
};

G_DEFINE_FINAL_TYPE (DeskAnalysisQueue, desk_analysis_queue, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUSY = 1,
  PROP_PAUSED,
  PROP_DONE,
  PROP_TOTAL,
} DeskAnalysisQueueProps;

static GParamSpec *props[PROP_TOTAL + 1];

typedef struct
{
  DeskAnalysisQueue *queue; /* borrowed: the task holds it */
  DeskArticle *article;
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
  g_object_unref (job->article);
  g_free (job->language);
  g_free (job->published);
  g_free (job);
}

static Job *
job_new (DeskAnalysisQueue *self,
         DeskArticle *article)
{
  Job *job = g_new0 (Job, 1);

  /* Copies, since the article belongs to the main thread. */
  job->queue = self;
  job->article = g_object_ref (article);
  job->language = g_strdup (desk_article_get_field (article, DESK_FIELD_LANGUAGE));
  job->published = g_strdup (desk_article_get_published (article));

  return job;
}

/* Reading the word lists takes a moment, so no thread that draws does it. */
static DeskAnalyzer *
ref_analyzer (DeskAnalysisQueue *self)
{
  g_mutex_lock (&self->analyzer_lock);
  if (self->analyzer == NULL)
    self->analyzer = desk_analyzer_new ();
  g_mutex_unlock (&self->analyzer_lock);

  return g_object_ref (self->analyzer);
}

static void
analyze (GTask *task,
         Job *job)
{
  g_autoptr (DeskAnalyzer) analyzer = NULL;
  g_autoptr (GError) error = NULL;
  DeskAnalysis *analysis;

  if (g_task_return_error_if_cancelled (task))
    return;
  analyzer = ref_analyzer (job->queue);
  analysis = desk_analyzer_run (analyzer, desk_article_get_version (job->article), job->language, job->published,
                                g_task_get_cancellable (task), &error);
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

  analyze (task, g_task_get_task_data (task));
}

static void
at_once_thread (gpointer data,
                gpointer user_data)
{
  g_autoptr (GTask) task = data;

  analyze (task, g_task_get_task_data (task));
}

static void
set_progress (DeskAnalysisQueue *self,
              guint done,
              guint total)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->done != done)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DONE]);
  if (self->total != total)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOTAL]);
  self->done = done;
  self->total = total;
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_busy (DeskAnalysisQueue *self,
          gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  self->waiting = FALSE;
  if (!busy)
    set_progress (self, 0, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void next_article (DeskAnalysisQueue *self);

static void
background_saved_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer data)
{
  g_autoptr (DeskAnalysisQueue) self = data;
  g_autoptr (GError) error = NULL;

  if (desk_library_save_analysis_finish (DESK_LIBRARY (object), result, &error))
    {
      set_progress (self, self->done + 1, MAX (self->total, self->done + 1));
      next_article (self);
    }
  else
    set_busy (self, FALSE);
}

static void
background_analyzed_cb (GObject *object,
                        GAsyncResult *result,
                        gpointer data)
{
  DeskAnalysisQueue *self = DESK_ANALYSIS_QUEUE (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (DeskAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  analysis = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_busy (self, FALSE);
      return;
    }
  /* An empty result keeps a text that cannot be analysed from being tried for ever. */
  if (analysis == NULL)
    analysis = desk_analysis_new (DESK_ANALYSIS_ENGINE, job->language);

  desk_library_save_analysis_async (self->library, desk_article_get_id (job->article),
                                    desk_version_get_hash (desk_article_get_version (job->article)),
                                    job->published, analysis, self->cancellable,
                                    background_saved_cb, g_object_ref (self));
}

static void
background_loaded_cb (GObject *object,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (DeskAnalysisQueue) self = data;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task;

  article = desk_library_load_article_finish (DESK_LIBRARY (object), result, &error);
  if (article == NULL || self->background == NULL)
    {
      set_busy (self, FALSE);
      return;
    }

  task = g_task_new (self, self->cancellable, background_analyzed_cb, NULL);
  g_task_set_source_tag (task, background_loaded_cb);
  g_task_set_task_data (task, job_new (self, article), (GDestroyNotify) job_free);
  g_thread_pool_push (self->background, task, NULL);
}

static void
next_found_cb (GObject *object,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (DeskAnalysisQueue) self = data;
  g_autofree char *id = desk_library_next_unanalysed_finish (DESK_LIBRARY (object), result, NULL);

  if (id != NULL)
    {
      desk_library_load_article_async (self->library, id, self->cancellable, background_loaded_cb,
                                       g_object_ref (self));
      return;
    }

  if (self->again)
    next_article (self);
  else
    set_busy (self, FALSE);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskAnalysisQueue) self = data;
  guint left;

  if (desk_library_count_unanalysed_finish (DESK_LIBRARY (object), result, &left, NULL) && self->busy)
    set_progress (self, self->done, self->done + left);
}

static void
next_article (DeskAnalysisQueue *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      set_busy (self, FALSE);
      return;
    }

  set_busy (self, TRUE);
  if (self->paused)
    {
      self->waiting = TRUE;
      return;
    }
  if (self->again || self->total == 0)
    desk_library_count_unanalysed_async (self->library, DESK_ANALYSIS_ENGINE, self->cancellable, counted_cb, g_object_ref (self));
  self->again = FALSE;
  desk_library_next_unanalysed_async (self->library, DESK_ANALYSIS_ENGINE, self->cancellable, next_found_cb,
                                      g_object_ref (self));
}

static void
desk_analysis_queue_dispose (GObject *object)
{
  DeskAnalysisQueue *self = DESK_ANALYSIS_QUEUE (object);

  desk_analysis_queue_stop (self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (desk_analysis_queue_parent_class)->dispose (object);
}

static void
desk_analysis_queue_finalize (GObject *object)
{
  DeskAnalysisQueue *self = DESK_ANALYSIS_QUEUE (object);

  g_clear_object (&self->analyzer);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->analyzer_lock);

  G_OBJECT_CLASS (desk_analysis_queue_parent_class)->finalize (object);
}

static void
desk_analysis_queue_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  DeskAnalysisQueue *self = DESK_ANALYSIS_QUEUE (object);

  switch ((DeskAnalysisQueueProps) prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, desk_analysis_queue_get_busy (self));
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, desk_analysis_queue_get_paused (self));
      break;
    case PROP_DONE:
      g_value_set_uint (value, self->done);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    }
}

static void
desk_analysis_queue_class_init (DeskAnalysisQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_analysis_queue_dispose;
  object_class->finalize = desk_analysis_queue_finalize;
  object_class->get_property = desk_analysis_queue_get_property;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_analysis_queue_init (DeskAnalysisQueue *self)
{
  g_mutex_init (&self->analyzer_lock);
  self->cancellable = g_cancellable_new ();
  self->background = g_thread_pool_new (background_thread, NULL, 1, TRUE, NULL);
  self->at_once = g_thread_pool_new (at_once_thread, NULL, (int) g_get_num_processors (), FALSE, NULL);
}

/**
 * desk_analysis_queue_new:
 * @library: the library to analyse
 *
 * Returns: (transfer full): a queue at rest
 */
DeskAnalysisQueue *
desk_analysis_queue_new (DeskLibrary *library)
{
  DeskAnalysisQueue *self = g_object_new (DESK_TYPE_ANALYSIS_QUEUE, NULL);

  self->library = g_object_ref (library);

  return self;
}

/**
 * desk_analysis_queue_start:
 *
 * Works through everything that this engine has not analysed yet. Called again whenever an article was added.
 */
void
desk_analysis_queue_start (DeskAnalysisQueue *self)
{
  g_return_if_fail (DESK_IS_ANALYSIS_QUEUE (self));

  if (desk_library_get_read_only (self->library))
    return;
  if (self->busy)
    self->again = TRUE;
  else
    next_article (self);
}

/**
 * desk_analysis_queue_stop:
 *
 * Gives up what is under way and waits for it to end, which is a moment; nothing half-done is stored. The queue cannot
 * be started again.
 */
void
desk_analysis_queue_stop (DeskAnalysisQueue *self)
{
  g_return_if_fail (DESK_IS_ANALYSIS_QUEUE (self));

  g_cancellable_cancel (self->cancellable);
  /* When the program ends, what the threads read goes with it. */
  if (self->background != NULL)
    g_thread_pool_free (g_steal_pointer (&self->background), FALSE, TRUE);
  if (self->at_once != NULL)
    g_thread_pool_free (g_steal_pointer (&self->at_once), FALSE, TRUE);
}

/**
 * desk_analysis_queue_get_busy:
 *
 * Returns: whether articles are being analysed in the background
 */
gboolean
desk_analysis_queue_get_busy (DeskAnalysisQueue *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS_QUEUE (self), FALSE);

  return self->busy;
}

/**
 * desk_analysis_queue_set_paused:
 * @paused: whether to rest
 *
 * The article under way is finished; what is opened is analysed all the same.
 */
void
desk_analysis_queue_set_paused (DeskAnalysisQueue *self,
                                gboolean paused)
{
  g_return_if_fail (DESK_IS_ANALYSIS_QUEUE (self));

  if (self->paused == !!paused)
    return;

  self->paused = !!paused;
  if (!self->paused && self->waiting)
    {
      self->waiting = FALSE;
      next_article (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

/**
 * desk_analysis_queue_get_paused:
 *
 * Returns: whether it rests, or will after the article under way
 */
gboolean
desk_analysis_queue_get_paused (DeskAnalysisQueue *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS_QUEUE (self), FALSE);

  return self->paused;
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
  DeskAnalysisQueue *self = DESK_ANALYSIS_QUEUE (object);
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (DeskAnalysis) analysis = NULL;
  GError *error = NULL;

  analysis = g_task_propagate_pointer (G_TASK (result), &error);
  if (analysis == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (self->library != NULL && !desk_library_get_read_only (self->library))
    desk_library_save_analysis_async (self->library, desk_article_get_id (job->article),
                                      desk_version_get_hash (desk_article_get_version (job->article)),
                                      job->published, analysis, NULL, got_saved_cb, NULL);
  g_task_return_pointer (task, g_steal_pointer (&analysis), g_object_unref);
}

static void
cancelled_cb (GCancellable *asker,
              GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Ends when whoever asked gives up, and when the queue does. */
static GTask *
create_work (DeskAnalysisQueue *self,
             GTask *question)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job *job = job_new (self, ((Job *) g_task_get_task_data (question))->article);
  GTask *work = g_task_new (self, cancellable, got_analyzed_cb, g_object_ref (question));

  g_task_set_source_tag (work, create_work);
  g_task_set_task_data (work, job, (GDestroyNotify) job_free);
  g_set_object (&job->causes[0], self->cancellable);
  g_set_object (&job->causes[1], g_task_get_cancellable (question));
  for (guint i = 0; i < G_N_ELEMENTS (job->causes); i++)
    if (job->causes[i] != NULL)
      job->cause_ids[i] = g_cancellable_connect (job->causes[i], G_CALLBACK (cancelled_cb), g_object_ref (cancellable), g_object_unref);

  return work;
}

static void
got_stored_cb (GObject *object,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskAnalysisQueue *self = g_task_get_source_object (task);
  DeskAnalysis *analysis;

  analysis = desk_library_load_analysis_finish (DESK_LIBRARY (object), result, NULL);
  if (analysis != NULL)
    {
      g_task_return_pointer (task, analysis, g_object_unref);
      return;
    }

  if (self->at_once != NULL)
    g_thread_pool_push (self->at_once, create_work (self, task), NULL);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Cancelled"));
}

/**
 * desk_analysis_queue_get_async:
 * @article: an article of the library
 *
 * Reads the stored analysis, or works it out at once, before everything that waits in the background.
 */
void
desk_analysis_queue_get_async (DeskAnalysisQueue *self,
                               DeskArticle *article,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_ANALYSIS_QUEUE (self));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_analysis_queue_get_async);
  g_task_set_task_data (task, job_new (self, article), (GDestroyNotify) job_free);
  desk_library_load_analysis_async (self->library, desk_article_get_id (article), DESK_ANALYSIS_ENGINE, cancellable,
                                    got_stored_cb, g_object_ref (task));
}

/**
 * desk_analysis_queue_get_finish:
 *
 * Returns: (transfer full): the analysis
 */
DeskAnalysis *
desk_analysis_queue_get_finish (DeskAnalysisQueue *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_analysis_queue_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * desk_analysis_queue_knows_language:
 * @language: (nullable): a language tag like "pt-BR"; %NULL where it is not known
 *
 * Returns: whether the engine has word lists for it. A text in an unknown language is not said to be in the wrong one
 */
gboolean
desk_analysis_queue_knows_language (const char *language)
{
  return language == NULL || *language == '\0' ||
         (g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]));
}
