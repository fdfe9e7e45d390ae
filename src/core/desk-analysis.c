/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis.h"

struct _DeskAnalysis
{
  GObject parent_instance;

  char *engine;
  char *language;
  GArray *sentences;
  GPtrArray *entities;
  GHashTable *entities_by_id;
  GPtrArray *quotes;
  GPtrArray *dates;
  GPtrArray *statements;
};

G_DEFINE_FINAL_TYPE (DeskAnalysis, desk_analysis, G_TYPE_OBJECT)

static void
desk_analysis_finalize (GObject *object)
{
  DeskAnalysis *self = DESK_ANALYSIS (object);

  g_clear_pointer (&self->engine, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->entities_by_id, g_hash_table_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_analysis_parent_class)->finalize (object);
}

static void
desk_analysis_class_init (DeskAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_analysis_finalize;
}

static void
desk_analysis_init (DeskAnalysis *self)
{
  self->sentences = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
  self->entities_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_quote_free);
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_date_free);
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_statement_free);
}

/**
 * desk_analysis_new:
 * @engine: name and version of what made it
 * @language: (nullable): language that the text was taken for, as in BCP 47
 *
 * Returns: (transfer full): an empty analysis
 */
DeskAnalysis *
desk_analysis_new (const char *engine,
                   const char *language)
{
  DeskAnalysis *self;

  g_return_val_if_fail (engine != NULL, NULL);

  self = g_object_new (DESK_TYPE_ANALYSIS, NULL);
  self->engine = g_strdup (engine);
  self->language = g_strdup (language);

  return self;
}

/**
 * desk_analysis_get_engine:
 * @self: an analysis
 *
 * Returns: name and version of what made it
 */
const char *
desk_analysis_get_engine (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->engine;
}

/**
 * desk_analysis_get_language:
 * @self: an analysis
 *
 * Returns: (nullable): language that the text was taken for
 */
const char *
desk_analysis_get_language (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->language;
}

/**
 * desk_analysis_get_sentences:
 * @self: an analysis
 *
 * Returns: (transfer none) (element-type DeskRange): the sentences in order of the text
 */
GArray *
desk_analysis_get_sentences (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->sentences;
}

/**
 * desk_analysis_get_entities:
 * @self: an analysis
 *
 * Returns: (transfer none) (element-type DeskEntity): the entities
 */
GPtrArray *
desk_analysis_get_entities (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->entities;
}

/**
 * desk_analysis_get_quotes:
 * @self: an analysis
 *
 * Returns: (transfer none) (element-type DeskQuote): the quotes
 */
GPtrArray *
desk_analysis_get_quotes (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->quotes;
}

/**
 * desk_analysis_get_dates:
 * @self: an analysis
 *
 * Returns: (transfer none) (element-type DeskDate): the dates
 */
GPtrArray *
desk_analysis_get_dates (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->dates;
}

/**
 * desk_analysis_get_statements:
 * @self: an analysis
 *
 * Returns: (transfer none) (element-type DeskStatement): the statements
 */
GPtrArray *
desk_analysis_get_statements (DeskAnalysis *self)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return self->statements;
}

/**
 * desk_analysis_add_sentence:
 * @self: an analysis
 * @start: first code point, not before the end of the last sentence
 * @end: code point after the last
 *
 * Adds the next sentence.
 */
void
desk_analysis_add_sentence (DeskAnalysis *self,
                            guint start,
                            guint end)
{
  DeskRange sentence = { start, end };

  g_return_if_fail (DESK_IS_ANALYSIS (self));
  g_return_if_fail (start < end);
  g_return_if_fail (self->sentences->len == 0 ||
                    g_array_index (self->sentences, DeskRange, self->sentences->len - 1).end <= start);

  g_array_append_val (self->sentences, sentence);
}

/**
 * desk_analysis_add_entity:
 * @self: an analysis
 * @entity: (transfer none): an entity whose id is new
 *
 * Adds an entity.
 */
void
desk_analysis_add_entity (DeskAnalysis *self,
                          DeskEntity *entity)
{
  g_return_if_fail (DESK_IS_ANALYSIS (self));
  g_return_if_fail (DESK_IS_ENTITY (entity));
  g_return_if_fail (!g_hash_table_contains (self->entities_by_id, desk_entity_get_id (entity)));

  g_ptr_array_add (self->entities, g_object_ref (entity));
  g_hash_table_insert (self->entities_by_id, (gpointer) desk_entity_get_id (entity), entity);
}

/**
 * desk_analysis_take_quote:
 * @self: an analysis
 * @quote: (transfer full): a quote
 *
 * Adds a quote.
 */
void
desk_analysis_take_quote (DeskAnalysis *self,
                          DeskQuote *quote)
{
  g_return_if_fail (DESK_IS_ANALYSIS (self));
  g_return_if_fail (quote != NULL);

  g_ptr_array_add (self->quotes, quote);
}

/**
 * desk_analysis_take_date:
 * @self: an analysis
 * @date: (transfer full): a date
 *
 * Adds a date.
 */
void
desk_analysis_take_date (DeskAnalysis *self,
                         DeskDate *date)
{
  g_return_if_fail (DESK_IS_ANALYSIS (self));
  g_return_if_fail (date != NULL);

  g_ptr_array_add (self->dates, date);
}

/**
 * desk_analysis_take_statement:
 * @self: an analysis
 * @statement: (transfer full): a statement
 *
 * Adds a statement.
 */
void
desk_analysis_take_statement (DeskAnalysis *self,
                              DeskStatement *statement)
{
  g_return_if_fail (DESK_IS_ANALYSIS (self));
  g_return_if_fail (statement != NULL);

  g_ptr_array_add (self->statements, statement);
}

/**
 * desk_analysis_find_entity:
 * @self: an analysis
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the entity with that id
 */
DeskEntity *
desk_analysis_find_entity (DeskAnalysis *self,
                           const char *id)
{
  g_return_val_if_fail (DESK_IS_ANALYSIS (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->entities_by_id, id) : NULL;
}

/**
 * desk_analysis_find_sentence:
 * @self: an analysis
 * @code_point: a code point of the canonical text
 *
 * Returns: the sentence that holds the code point; an empty range where there is none
 */
DeskRange
desk_analysis_find_sentence (DeskAnalysis *self,
                             guint code_point)
{
  const DeskRange none = { 0, 0 };
  guint low = 0;
  guint high;

  g_return_val_if_fail (DESK_IS_ANALYSIS (self), none);

  high = self->sentences->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const DeskRange *sentence = &g_array_index (self->sentences, DeskRange, middle);

      if (code_point < sentence->start)
        high = middle;
      else if (code_point >= sentence->end)
        low = middle + 1;
      else
        return *sentence;
    }

  return none;
}
