/* What one article has to say to a question: read from its analysis, with the rules applied.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"

#include <string.h>

#include "desk-analysis-store-private.h"
#include "desk-name-index-private.h"
#include "desk-naming-private.h"
#include "desk-rule-store-private.h"
#include "desk-said-private.h"
#include "desk-sql-private.h"

typedef struct
{
  char *uuid;
  char *headline;
  char *source;
  char *published;
  char *url;
  DeskText *text;
  DeskAnalysis *analysis;
  GPtrArray *entities; /* of DeskEntity: those that are asked about */
} Article;

static void
article_clear (Article *self)
{
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_object (&self->analysis);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Article, article_clear)

static gboolean
load_article (Article *self,
              DeskDatabase *database,
              gint64 id,
              GError **error)
{
  g_autoptr (DeskSql) row = NULL;

  row = desk_sql_get (database,
                      "SELECT uuid, headline, source, published, ifnull ((SELECT value FROM field WHERE article_id = article.id AND field = 'url'), '') "
                      "FROM article WHERE id = ?",
                      error);
  if (row == NULL)
    return FALSE;

  desk_sql_bind_int (row, 0, id);
  if (!desk_sql_find (row, "", error))
    return FALSE;

  self->uuid = desk_sql_dup_text (row, 0);
  self->headline = desk_sql_dup_text (row, 1);
  self->source = desk_sql_dup_text (row, 2);
  self->published = desk_sql_dup_text (row, 3);
  self->url = desk_sql_dup_text (row, 4);

  return TRUE;
}

/* The analysis as the reader sees it; none is no failure. */
static gboolean
load_analysis (Article *self,
               DeskDatabase *database,
               gint64 id,
               GError **error)
{
  DeskRuleSet *rules = desk_rule_store_get_set (database, error);
  g_autoptr (DeskAnalysis) machine = NULL;
  g_autoptr (GError) local_error = NULL;

  if (rules == NULL)
    return FALSE;

  machine = desk_analysis_store_load_current (database, id, &self->text, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (machine != NULL)
    self->analysis = desk_rule_set_apply (rules, self->uuid, self->text, machine);

  return TRUE;
}

static gboolean
is_asked_for (Article *self,
              const char *entity_id)
{
  DeskEntity *entity = desk_analysis_find_entity (self->analysis, entity_id);

  return entity != NULL && g_ptr_array_find (self->entities, entity, NULL);
}

static void
add_said (DeskAnswer *answer,
          Article *self,
          const char *speaker_id,
          DeskRange speaker,
          DeskRange first,
          DeskConfidence confidence,
          gboolean indirect,
          char *owned_text,
          GPtrArray *rows)
{
  g_autofree char *text = owned_text;
  g_autofree char *folded = desk_saying_fold (text);
  DeskEntity *entity = desk_analysis_find_entity (self->analysis, speaker_id);
  DeskSaid *said;

  if (!desk_answer_has_words (answer, folded, self->headline))
    return;

  said = g_object_new (DESK_TYPE_SAID, NULL);
  said->article_id = g_strdup (self->uuid);
  said->headline = g_strdup (self->headline);
  said->source = g_strdup (self->source);
  said->published = g_strdup (self->published);
  said->url = g_strdup (self->url);
  said->text = g_steal_pointer (&text);
  said->speaker = desk_text_dup_slice (self->text, speaker.start, speaker.end);
  said->role = g_strdup (desk_entity_get_n_roles (entity) > 0 ? desk_entity_get_role (entity, 0)->text : "");
  said->indirect = indirect;
  said->confidence = confidence;
  said->start = first.start;
  said->end = first.end;
  g_ptr_array_add (rows, said);
}

static int
compare_said (gconstpointer a,
              gconstpointer b)
{
  guint first = (*(DeskSaid *const *) a)->start;
  guint second = (*(DeskSaid *const *) b)->start;

  return first < second ? -1 : first > second;
}

static void
list_said (DeskAnswer *answer,
           Article *self,
           GPtrArray *rows)
{
  GPtrArray *quotes = desk_analysis_get_quotes (self->analysis);
  GPtrArray *statements = desk_analysis_get_statements (self->analysis);

  for (guint i = 0; i < quotes->len; i++)
    {
      const DeskQuote *quote = g_ptr_array_index (quotes, i);

      if (quote->parts->len > 0 && is_asked_for (self, quote->speaker))
        add_said (answer, self, quote->speaker, quote->speaker_span, g_array_index (quote->parts, DeskRange, 0),
                  quote->confidence, FALSE, desk_saying_dup_text (self->text, quote->parts), rows);
    }
  for (guint i = 0; i < statements->len; i++)
    {
      const DeskStatement *statement = g_ptr_array_index (statements, i);

      if (is_asked_for (self, statement->speaker))
        add_said (answer, self, statement->speaker, statement->speaker_span, statement->content, statement->confidence, TRUE,
                  desk_text_dup_slice (self->text, statement->content.start, statement->content.end), rows);
    }
  g_ptr_array_sort (rows, compare_said);
}

typedef struct
{
  const char *name;
  guint count;
  guint index;
} NameCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const NameCount *first = a;
  const NameCount *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;

  return first->index < second->index ? -1 : first->index > second->index;
}

static void
count_name (GArray *counts,
            const char *name)
{
  NameCount count = { name, 1, counts->len };

  for (guint i = 0; i < counts->len; i++)
    {
      NameCount *known = &g_array_index (counts, NameCount, i);

      if (strcmp (known->name, name) == 0)
        {
          known->count++;
          return;
        }
    }

  g_array_append_val (counts, count);
}

static void
add_naming (Article *self,
            GPtrArray *rows)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (NameCount));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  DeskNaming *naming = g_object_new (DESK_TYPE_NAMING, NULL);

  naming->article_id = g_strdup (self->uuid);
  naming->headline = g_strdup (self->headline);
  naming->source = g_strdup (self->source);
  naming->published = g_strdup (self->published);
  naming->start = G_MAXUINT;
  for (guint i = 0; i < self->entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (self->entities, i);

      for (guint j = 0; j < desk_entity_get_n_mentions (entity); j++)
        {
          DeskMention *mention = desk_entity_get_mention (entity, j);

          count_name (counts, desk_mention_get_text (mention));
          naming->n_mentions++;
          if (desk_mention_get_start (mention) < naming->start)
            {
              naming->start = desk_mention_get_start (mention);
              naming->end = desk_mention_get_end (mention);
            }
        }
    }
  if (naming->n_mentions == 0)
    naming->start = 0;

  g_array_sort (counts, compare_counts);
  for (guint i = 0; i < counts->len; i++)
    g_strv_builder_add (names, g_array_index (counts, NameCount, i).name);
  naming->names = g_strv_builder_end (names);
  g_ptr_array_add (rows, naming);
}

gboolean
desk_answer_read_article (DeskAnswer *self,
                          DeskDatabase *database,
                          gint64 article_id,
                          GPtrArray *rows,
                          GError **error)
{
  g_auto (Article) article = { 0 };
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *entities;

  if (!load_article (&article, database, article_id, error) || !load_analysis (&article, database, article_id, error))
    return FALSE;
  if (article.analysis == NULL)
    return TRUE;

  article.entities = g_ptr_array_new ();
  entities = desk_analysis_get_entities (article.analysis);
  for (guint i = 0; i < entities->len; i++)
    if (desk_answer_is_about (self, g_ptr_array_index (entities, i)))
      g_ptr_array_add (article.entities, g_ptr_array_index (entities, i));
  if (article.entities->len == 0)
    return TRUE;

  if (self->question->kind == DESK_QUESTION_KIND_SAID)
    list_said (self, &article, own);
  else
    add_naming (&article, own);
  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&own));

  return TRUE;
}
