/* Works out what a version is about: sentences, entities, quotes and dates.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analyzer.h"

#include <string.h>

#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#include "desk-alias-resolver.h"
#include "desk-date-finder.h"
#include "desk-english-model.h"
#include "desk-language.h"
#include "desk-lexicon.h"
#include "desk-metonym.h"
#include "desk-prose.h"
#include "desk-recognizer.h"
#include "desk-role-finder.h"
#include "desk-sayings.h"
#include "desk-team.h"

/* More forms of one name than any article has. */
#define MAX_ALIASES 64

/* Bytes. */
#define LARGE_TEXT 1000000

struct _DeskAnalyzer
{
  GObject parent_instance;

  DeskLexicon *lexicon;
  GAsyncQueue *taggers; /* of DeskTagger: those that no thread works with, with what they know of words */
};

G_DEFINE_FINAL_TYPE (DeskAnalyzer, desk_analyzer, G_TYPE_OBJECT)

static void
desk_analyzer_finalize (GObject *object)
{
  DeskAnalyzer *self = DESK_ANALYZER (object);

  g_clear_object (&self->lexicon);
  g_clear_pointer (&self->taggers, g_async_queue_unref);

  G_OBJECT_CLASS (desk_analyzer_parent_class)->finalize (object);
}

static void
desk_analyzer_class_init (DeskAnalyzerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_analyzer_finalize;
}

static void
desk_analyzer_init (DeskAnalyzer *self)
{
  self->lexicon = desk_lexicon_new ();
  self->taggers = g_async_queue_new_full ((GDestroyNotify) desk_tagger_free);
}

/**
 * desk_analyzer_new:
 *
 * Reads the word lists, which takes some milliseconds.
 *
 * Returns: (transfer full): an analyser, immutable and safe in any thread
 */
DeskAnalyzer *
desk_analyzer_new (void)
{
  return g_object_new (DESK_TYPE_ANALYZER, NULL);
}

static GArray *
recognize (DeskAnalyzer *self,
           const DeskProse *prose,
           gboolean english)
{
  DeskTagger *tagger = english ? g_async_queue_try_pop (self->taggers) : NULL;
  GArray *names;

  if (english && tagger == NULL)
    tagger = desk_tagger_new (desk_english_model_get ());
  names = desk_recognize (prose, tagger);
  if (tagger != NULL)
    g_async_queue_push (self->taggers, tagger);

  return names;
}

static void
add_sentences (const DeskProse *prose,
               DeskAnalysis *analysis)
{
  for (guint i = 0; i < desk_prose_get_n_sentences (prose); i++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

      desk_analysis_add_sentence (analysis,
                                  desk_prose_get_token (prose, sentence->first)->start,
                                  desk_prose_get_token (prose, sentence->end - 1)->end);
    }
}

static DeskMention *
mention_new (const DeskProse *prose,
             const DeskName *name)
{
  g_autofree char *text = desk_prose_dup_text (prose, name->first, name->end);

  return desk_mention_new (desk_prose_get_token (prose, name->first)->start, desk_prose_get_token (prose, name->end - 1)->end,
                           text, name->confidence, name->why);
}

static void
add_roles (const DeskProse *prose,
           GArray *names,
           guint name,
           DeskEntity *entity)
{
  DeskRoleSpan roles[DESK_MAX_ROLES];
  guint n = desk_find_roles (prose, names, name, roles);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = desk_prose_dup_text (prose, roles[i].first, roles[i].end);

      desk_entity_add_role (entity, text, desk_prose_get_token (prose, roles[i].first)->start, desk_prose_get_token (prose, roles[i].end - 1)->end);
    }
}

static void
add_entities (const DeskProse *prose,
              GArray *names,
              const DeskClusters *clusters,
              DeskAnalysis *analysis)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < clusters->clusters->len; i++)
    {
      const DeskCluster *cluster = &g_array_index (clusters->clusters, DeskCluster, i);
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);

      g_ptr_array_add (entities, desk_entity_new (id, cluster->name, cluster->kind));
    }
  for (guint i = 0; i < names->len; i++)
    {
      const DeskName *name = &g_array_index (names, DeskName, i);
      DeskEntity *entity = entities->pdata[g_array_index (clusters->of_name, guint, i)];
      guint other = g_array_index (clusters->other, guint, i);
      g_autoptr (DeskMention) mention = mention_new (prose, name);

      if (other != DESK_NO_CLUSTER)
        desk_mention_set_other_reading (mention, desk_entity_get_id (entities->pdata[other]));
      desk_entity_add_mention (entity, mention);
      if (g_strv_length ((char **) desk_entity_get_aliases (entity)) < MAX_ALIASES)
        desk_entity_add_alias (entity, desk_mention_get_text (mention));
      if (name->kind == DESK_ENTITY_KIND_PERSON)
        add_roles (prose, names, i, entity);
    }
  for (guint i = 0; i < entities->len; i++)
    desk_analysis_add_entity (analysis, entities->pdata[i]);
}

/**
 * desk_analyzer_knows_language:
 * @language: (nullable): a language tag like "pt-BR"; %NULL where it is not known
 *
 * Returns: whether the engine has word lists for it. A text in an unknown language is not said to be in the wrong one
 */
gboolean
desk_analyzer_knows_language (const char *language)
{
  return language == NULL || *language == '\0' ||
         (g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]));
}

static DeskAnalysis *
analyze (DeskAnalyzer *self,
         DeskVersion *version,
         const char *language,
         const char *published,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (DeskAnalysis) analysis = NULL;
  g_autoptr (DeskProse) prose = NULL;
  g_autoptr (GArray) names = NULL;
  g_autoptr (DeskClusters) clusters = NULL;
  gboolean english;

  if (language == NULL || *language == '\0')
    {
      DeskText *text = desk_version_get_text (version);
      DeskConfidence confidence;

      language = desk_language_detect (desk_text_get_utf8 (text), desk_text_get_n_bytes (text), &confidence);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  analysis = desk_analysis_new (DESK_ANALYSIS_ENGINE, language);
  prose = desk_prose_new (self->lexicon, version);
  add_sentences (prose, analysis);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  english = language != NULL && g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
  names = recognize (self, prose, english);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (english)
    {
      desk_read_metonyms (prose, names);
      desk_read_teams (prose, names);
    }
  clusters = desk_resolve_aliases (prose, names);
  add_entities (prose, names, clusters, analysis);
  desk_find_sayings (prose, names, clusters, english, analysis);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  desk_find_dates (prose, language, published, analysis);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&analysis);
}

/* What was needed for a text of megabytes lies about in small pieces when it is freed, and the library of C would keep
 * it for good. */
static void
give_memory_back (DeskVersion *version)
{
#ifdef HAVE_MALLOC_TRIM
  if (desk_text_get_n_bytes (desk_version_get_text (version)) >= LARGE_TEXT)
    malloc_trim (0);
#endif
}

/**
 * desk_analyzer_run:
 * @version: what is to be analysed
 * @language: (nullable): its language, as BCP 47 writes it; %NULL to let the text tell
 * @published: (nullable): day or time of publication in ISO 8601, which relative dates depend on
 * @cancellable: (nullable): asked between the steps
 *
 * Blocks, so it belongs into a thread. The result depends on the arguments only: not on the clock,
 * the locale or the time zone. The "why" of mentions, quotes and dates is a message id in English,
 * to be translated where it is shown.
 *
 * Returns: (transfer full): what was found; %NULL only when it was cancelled
 */
DeskAnalysis *
desk_analyzer_run (DeskAnalyzer *self,
                   DeskVersion *version,
                   const char *language,
                   const char *published,
                   GCancellable *cancellable,
                   GError **error)
{
  DeskAnalysis *analysis;

  g_return_val_if_fail (DESK_IS_ANALYZER (self), NULL);
  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);

  /* Results of texts before may have been freed as well. */
  give_memory_back (version);
  analysis = analyze (self, version, language, published, cancellable, error);
  give_memory_back (version);

  return analysis;
}

/**
 * desk_analyzer_find_dates:
 * @version: what is to be analysed
 * @language: its language, as BCP 47 writes it
 * @published: (nullable): day or time of publication in ISO 8601
 *
 * Finds the dates alone, which takes a small part of the time of desk_analyzer_run().
 *
 * Returns: (transfer full): an analysis that holds nothing else
 */
DeskAnalysis *
desk_analyzer_find_dates (DeskAnalyzer *self,
                          DeskVersion *version,
                          const char *language,
                          const char *published)
{
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new (DESK_ANALYSIS_ENGINE, language);
  g_autoptr (DeskProse) prose = desk_prose_new (self->lexicon, version);

  desk_find_dates (prose, language, published, analysis);

  return g_steal_pointer (&analysis);
}

typedef struct
{
  DeskVersion *version;
  char *language;
  char *published;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->version);
  g_free (job->language);
  g_free (job->published);
  g_free (job);
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer data,
            GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  DeskAnalysis *analysis = desk_analyzer_run (source, job->version, job->language, job->published, cancellable, &error);

  if (analysis != NULL)
    g_task_return_pointer (task, analysis, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * desk_analyzer_run_async:
 *
 * Runs desk_analyzer_run() in a thread.
 */
void
desk_analyzer_run_async (DeskAnalyzer *self,
                         DeskVersion *version,
                         const char *language,
                         const char *published,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (DESK_IS_ANALYZER (self));
  g_return_if_fail (DESK_IS_VERSION (version));

  job = g_new0 (Job, 1);
  job->version = g_object_ref (version);
  job->language = g_strdup (language);
  job->published = g_strdup (published);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_analyzer_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_thread);
}

/**
 * desk_analyzer_run_finish:
 *
 * Returns: (transfer full): what was found; %NULL when it was cancelled
 */
DeskAnalysis *
desk_analyzer_run_finish (DeskAnalyzer *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_analyzer_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
