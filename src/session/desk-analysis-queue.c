/* Analyses the library in the background, one article at a time, newest first.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis-queue.h"

#include "desk-analyzer.h"

/* Milliseconds between counts of what is left. */
#define COUNT_INTERVAL 500

struct _DeskAnalysisQueue
{
  GObject parent_instance;

  DeskLibrary *library;
  DeskAnalysisWorker *worker;
  GCancellable *cancellable;
  DeskArticle *article; /* under way in the background */
  gboolean busy;
  gboolean again; /* something was added while busy */
  gboolean paused;
  gboolean waiting; /* there is more, but it is paused */
  gboolean counting;
  gboolean count_again; /* what was asked is outdated, or was asked for within a moment */
  guint count_id;
  guint done; /* articles since the queue became busy */
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

  if (desk_library_save_analysis_finish (DESK_LIBRARY (object), result, NULL))
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
  g_autoptr (DeskAnalysisQueue) self = data;
  g_autoptr (DeskArticle) article = g_steal_pointer (&self->article);
  g_autoptr (DeskAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  analysis = desk_analysis_worker_run_finish (DESK_ANALYSIS_WORKER (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_busy (self, FALSE);
      return;
    }
  /* An empty result keeps a text that cannot be analysed from being tried for ever. */
  if (analysis == NULL)
    analysis = desk_analysis_new (DESK_ANALYSIS_ENGINE, desk_article_get_field (article, DESK_FIELD_LANGUAGE));

  desk_library_save_analysis_async (self->library, desk_article_get_id (article),
                                    desk_version_get_hash (desk_article_get_version (article)),
                                    desk_article_get_published (article), analysis, self->cancellable,
                                    background_saved_cb, g_object_ref (self));
}

static void
background_loaded_cb (GObject *object,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (DeskAnalysisQueue) self = data;

  self->article = desk_library_load_article_finish (DESK_LIBRARY (object), result, NULL);
  if (self->article == NULL)
    {
      set_busy (self, FALSE);
      return;
    }

  desk_analysis_worker_run_async (self->worker, self->article, DESK_ANALYSIS_IN_BACKGROUND, self->cancellable,
                                  background_analyzed_cb, g_object_ref (self));
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

static void count_left (DeskAnalysisQueue *self);

static void
count_again_cb (gpointer data)
{
  DeskAnalysisQueue *self = data;

  self->count_id = 0;
  if (self->count_again)
    count_left (self);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskAnalysisQueue) self = data;
  gboolean counted;
  guint left;

  counted = desk_library_count_unanalysed_finish (DESK_LIBRARY (object), result, &left, NULL);
  self->counting = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->count_id = g_timeout_add_once (COUNT_INTERVAL, count_again_cb, self);
  if (!counted || !self->busy)
    return;
  set_progress (self, self->done, self->done + left);
  if (left == 0 && self->waiting && !self->count_again)
    set_busy (self, FALSE);
}

/* An import tells of each article; counting them all as often would hold it up. */
static void
count_left (DeskAnalysisQueue *self)
{
  self->count_again = self->counting || self->count_id != 0;
  if (self->count_again)
    return;

  self->counting = TRUE;
  desk_library_count_unanalysed_async (self->library, DESK_ANALYSIS_ENGINE, self->cancellable, counted_cb, g_object_ref (self));
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
  if (self->again || self->total == 0)
    count_left (self);
  self->again = FALSE;
  if (self->paused)
    {
      self->waiting = TRUE;
      return;
    }
  desk_library_next_unanalysed_async (self->library, DESK_ANALYSIS_ENGINE, self->cancellable, next_found_cb,
                                      g_object_ref (self));
}

/* While it works it counts by itself. */
static void
left_changed_cb (DeskAnalysisQueue *self)
{
  if (self->waiting)
    count_left (self);
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

  g_clear_object (&self->worker);
  g_clear_object (&self->article);
  g_clear_object (&self->cancellable);

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
  self->cancellable = g_cancellable_new ();
}

/**
 * desk_analysis_queue_new:
 * @library: the library to analyse
 * @worker: what analyses it
 *
 * Returns: (transfer full): a queue at rest
 */
DeskAnalysisQueue *
desk_analysis_queue_new (DeskLibrary *library,
                         DeskAnalysisWorker *worker)
{
  DeskAnalysisQueue *self = g_object_new (DESK_TYPE_ANALYSIS_QUEUE, NULL);

  self->library = g_object_ref (library);
  self->worker = g_object_ref (worker);
  g_signal_connect_object (library, "analysis-changed", G_CALLBACK (left_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "article-deleted", G_CALLBACK (left_changed_cb), self, G_CONNECT_SWAPPED);

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
  if (!self->busy)
    next_article (self);
  else if (self->waiting)
    count_left (self);
  else
    self->again = TRUE;
}

/**
 * desk_analysis_queue_stop:
 *
 * Gives up what is under way; nothing half-done is stored. The queue cannot be started again.
 */
void
desk_analysis_queue_stop (DeskAnalysisQueue *self)
{
  g_return_if_fail (DESK_IS_ANALYSIS_QUEUE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->count_id, g_source_remove);
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
