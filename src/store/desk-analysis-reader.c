/* Derived data may be damaged or come from another program: what does not fit the text makes the whole analysis one that
 * is not there, and it is made again.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis-store-private.h"
#include "desk-core-types.h"
#include "desk-sql-private.h"

typedef struct
{
  DeskDatabase *database;
  gint64 id;
  guint length; /* of the text */
  DeskAnalysis *analysis;
  GPtrArray *entities; /* of DeskEntity, until they are whole */
  gboolean misfit;
} Reader;

/* Runs a query on one analysis and gives each row to a function. */
static gboolean
read_rows (Reader *self,
           const char *sql,
           void (*read) (Reader *self, DeskSql *row),
           GError **error)
{
  g_autoptr (DeskSql) rows = desk_sql_get (self->database, sql, error);
  DeskSqlState state;

  if (rows == NULL)
    return FALSE;

  desk_sql_bind_int (rows, 0, self->id);
  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    read (self, rows);

  return state == DESK_SQL_DONE;
}

static DeskRange
get_range (Reader *self,
           DeskSql *row,
           guint column,
           gboolean may_be_empty)
{
  DeskRange range = { desk_sql_get_uint (row, column), desk_sql_get_uint (row, column + 1) };

  if (range.end > self->length || range.start > range.end || (!may_be_empty && range.start == range.end))
    {
      self->misfit = TRUE;
      return (DeskRange) { 0, 1 };
    }

  return range;
}

static int
get_nick (Reader *self,
          DeskSql *row,
          guint column,
          GType type)
{
  int value = 0;

  if (!desk_sql_get_nick (row, column, type, &value))
    self->misfit = TRUE;

  return value;
}

/* A text that has to be there. */
static char *
dup_text (Reader *self,
          DeskSql *row,
          guint column)
{
  char *text = desk_sql_dup_text (row, column);

  if (text != NULL)
    return text;

  self->misfit = TRUE;

  return g_strdup ("");
}

static DeskEntity *
get_entity (Reader *self,
            DeskSql *row,
            guint column)
{
  guint index = desk_sql_get_uint (row, column);

  if (index < self->entities->len)
    return g_ptr_array_index (self->entities, index);

  self->misfit = TRUE;

  return NULL;
}

static void
read_sentence (Reader *self,
               DeskSql *row)
{
  DeskRange range = get_range (self, row, 0, FALSE);
  GArray *sentences = desk_analysis_get_sentences (self->analysis);

  if (sentences->len > 0 && g_array_index (sentences, DeskRange, sentences->len - 1).end > range.start)
    self->misfit = TRUE;
  if (!self->misfit)
    desk_analysis_add_sentence (self->analysis, range.start, range.end);
}

static void
read_entity (Reader *self,
             DeskSql *row)
{
  g_autofree char *id = dup_text (self, row, 0);
  g_autofree char *name = dup_text (self, row, 1);
  int kind = get_nick (self, row, 2, DESK_TYPE_ENTITY_KIND);

  g_ptr_array_add (self->entities, desk_entity_new (id, name, (DeskEntityKind) kind));
}

static void
read_alias (Reader *self,
            DeskSql *row)
{
  DeskEntity *entity = get_entity (self, row, 0);
  g_autofree char *alias = dup_text (self, row, 1);

  if (entity != NULL)
    desk_entity_add_alias (entity, alias);
}

static void
read_role (Reader *self,
           DeskSql *row)
{
  DeskEntity *entity = get_entity (self, row, 0);
  g_autofree char *text = dup_text (self, row, 1);
  DeskRange range = get_range (self, row, 2, TRUE);

  if (entity != NULL && !self->misfit)
    desk_entity_add_role (entity, text, range.start, range.end);
}

static void
read_mention (Reader *self,
              DeskSql *row)
{
  DeskEntity *entity = get_entity (self, row, 0);
  DeskRange range = get_range (self, row, 1, FALSE);
  g_autofree char *text = dup_text (self, row, 3);
  int confidence = get_nick (self, row, 4, DESK_TYPE_CONFIDENCE);
  g_autofree char *why = desk_sql_dup_text (row, 5);
  g_autofree char *other_reading = desk_sql_dup_text (row, 6);
  g_autoptr (DeskMention) mention = NULL;

  mention = desk_mention_new (range.start, range.end, text, (DeskConfidence) confidence, why);
  desk_mention_set_other_reading (mention, other_reading);
  if (entity != NULL)
    desk_entity_add_mention (entity, mention);
}

static void
read_quote (Reader *self,
            DeskSql *row)
{
  DeskQuote *quote = desk_quote_new ((DeskQuoteKind) get_nick (self, row, 0, DESK_TYPE_QUOTE_KIND));

  quote->speaker = desk_sql_dup_text (row, 1);
  quote->speaker_span = get_range (self, row, 2, TRUE);
  quote->cue = get_range (self, row, 4, TRUE);
  quote->confidence = (DeskConfidence) get_nick (self, row, 6, DESK_TYPE_CONFIDENCE);
  quote->why = desk_sql_dup_text (row, 7);
  desk_analysis_take_quote (self->analysis, quote);
}

static void
read_part (Reader *self,
           DeskSql *row)
{
  GPtrArray *quotes = desk_analysis_get_quotes (self->analysis);
  guint index = desk_sql_get_uint (row, 0);
  gboolean insertion = desk_sql_get_int (row, 1) != 0;
  DeskRange range = get_range (self, row, 2, FALSE);
  DeskQuote *quote;

  if (index >= quotes->len)
    {
      self->misfit = TRUE;
      return;
    }

  quote = g_ptr_array_index (quotes, index);
  if (insertion && quote->insertions == NULL)
    quote->insertions = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  g_array_append_val (insertion ? quote->insertions : quote->parts, range);
}

static void
read_date (Reader *self,
           DeskSql *row)
{
  DeskRange range = get_range (self, row, 0, FALSE);
  g_autofree char *text = dup_text (self, row, 2);
  g_autofree char *value = desk_sql_dup_text (row, 3);
  DeskDate *date = desk_date_new (range, text, value, (DeskDateType) get_nick (self, row, 4, DESK_TYPE_DATE_TYPE));

  date->relative = desk_sql_get_int (row, 5) != 0;
  date->confidence = (DeskConfidence) get_nick (self, row, 6, DESK_TYPE_CONFIDENCE);
  date->why = desk_sql_dup_text (row, 7);
  desk_analysis_take_date (self->analysis, date);
}

static void
read_statement (Reader *self,
                DeskSql *row)
{
  DeskStatement *statement = desk_statement_new (get_range (self, row, 0, FALSE));

  statement->kind = desk_sql_dup_text (row, 2);
  statement->speaker = desk_sql_dup_text (row, 3);
  statement->speaker_span = get_range (self, row, 4, TRUE);
  statement->cue = get_range (self, row, 6, TRUE);
  statement->confidence = (DeskConfidence) get_nick (self, row, 8, DESK_TYPE_CONFIDENCE);
  statement->why = desk_sql_dup_text (row, 9);
  desk_analysis_take_statement (self->analysis, statement);
}

static gboolean
read_entities (Reader *self,
               GError **error)
{
  if (!read_rows (self, "SELECT local_id, name, kind FROM entity WHERE analysis_id = ? ORDER BY idx", read_entity, error) ||
      !read_rows (self, "SELECT entity, alias FROM entity_alias WHERE analysis_id = ? ORDER BY entity, idx", read_alias, error) ||
      !read_rows (self, "SELECT entity, text, start, stop FROM entity_role WHERE analysis_id = ? ORDER BY entity, idx", read_role, error) ||
      !read_rows (self,
                  "SELECT entity, start, stop, text, confidence, why, other_reading FROM mention WHERE analysis_id = ? ORDER BY entity, idx",
                  read_mention, error))
    return FALSE;

  for (guint i = 0; i < self->entities->len && !self->misfit; i++)
    {
      DeskEntity *entity = g_ptr_array_index (self->entities, i);

      if (desk_analysis_find_entity (self->analysis, desk_entity_get_id (entity)) != NULL)
        self->misfit = TRUE;
      else
        desk_analysis_add_entity (self->analysis, entity);
    }

  return TRUE;
}

static gboolean
read_all (Reader *self,
          GError **error)
{
  return (read_rows (self, "SELECT start, stop FROM sentence WHERE analysis_id = ? ORDER BY idx", read_sentence, error) &&
          read_entities (self, error) &&
          read_rows (self,
                     "SELECT kind, speaker, speaker_start, speaker_stop, cue_start, cue_stop, confidence, why FROM quote "
                     "WHERE analysis_id = ? ORDER BY idx",
                     read_quote, error) &&
          read_rows (self,
                     "SELECT quote, insertion, start, stop FROM quote_part WHERE analysis_id = ? ORDER BY quote, insertion, idx",
                     read_part, error) &&
          read_rows (self,
                     "SELECT start, stop, text, value, type, relative, confidence, why FROM dating WHERE analysis_id = ? ORDER BY idx",
                     read_date, error) &&
          read_rows (self,
                     "SELECT start, stop, kind, speaker, speaker_start, speaker_stop, cue_start, cue_stop, confidence, why FROM statement "
                     "WHERE analysis_id = ? ORDER BY idx",
                     read_statement, error));
}

/* From a row of id, language, engine and text. NULL without error where it does not fit its text. */
static DeskAnalysis *
read_analysis (DeskDatabase *database,
               DeskSql *row,
               DeskText **text,
               GError **error)
{
  g_autofree char *language = desk_sql_dup_text (row, 1);
  g_autofree char *engine = desk_sql_dup_text (row, 2);
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new (engine != NULL ? engine : "", language);
  g_autoptr (DeskText) own_text = NULL;
  Reader reader = { .database = database, .id = desk_sql_get_int (row, 0), .analysis = analysis, .entities = entities };
  const char *utf8;
  gsize n_bytes;

  utf8 = desk_sql_get_text (row, 3, &n_bytes);
  if (utf8 == NULL || !g_utf8_validate_len (utf8, n_bytes, NULL))
    return NULL;

  own_text = desk_text_new (utf8, (gssize) n_bytes);
  reader.length = desk_text_get_length (own_text);
  if (!read_all (&reader, error))
    return NULL;

  if (reader.misfit)
    {
      g_message ("A stored analysis does not fit its text and is made again");
      return NULL;
    }
  if (text != NULL)
    *text = g_steal_pointer (&own_text);

  return g_steal_pointer (&analysis);
}

DeskAnalysis *
desk_analysis_store_load (DeskDatabase *database,
                          const char *article_uuid,
                          const char *engine,
                          GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "SELECT analysis.id, language, engine, text FROM article "
                            "JOIN version ON version.id = article.version_id "
                            "JOIN analysis ON analysis.version_id = version.id "
                            "WHERE uuid = ? AND engine = ? AND analysis.published = article.published",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_text (statement, 0, article_uuid);
  desk_sql_bind_text (statement, 1, engine);

  return desk_sql_step (statement, error) == DESK_SQL_ROW ? read_analysis (database, statement, NULL, error) : NULL;
}

DeskAnalysis *
desk_analysis_store_load_current (DeskDatabase *database,
                                  gint64 article_id,
                                  DeskText **text,
                                  GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "SELECT analysis.id, language, engine, text FROM article "
                            "JOIN version ON version.id = article.version_id "
                            "JOIN analysis ON analysis.version_id = version.id "
                            "WHERE article.id = ?",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, article_id);

  return desk_sql_step (statement, error) == DESK_SQL_ROW ? read_analysis (database, statement, text, error) : NULL;
}

char *
desk_analysis_store_find_unanalysed (DeskDatabase *database,
                                     const char *engine,
                                     GError **error)
{
  /* Ranges of the index in place of one “is not”, which would read across the whole library. Those that never were
   * analysed come first. */
  static const char *const queries[] = {
    "SELECT uuid FROM article INDEXED BY article_analysed WHERE deleted = 0 AND analysed = '' AND ?1 <> '' ORDER BY id DESC LIMIT 1",
    "SELECT uuid FROM article INDEXED BY article_analysed WHERE deleted = 0 AND analysed > ?1 ORDER BY analysed DESC, id DESC LIMIT 1",
    "SELECT uuid FROM article INDEXED BY article_analysed WHERE deleted = 0 AND analysed < ?1 AND analysed > '' "
    "ORDER BY analysed DESC, id DESC LIMIT 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (DeskSql) statement = desk_sql_get (database, queries[i], error);

      if (statement == NULL)
        return NULL;

      desk_sql_bind_text (statement, 0, engine);
      switch (desk_sql_step (statement, error))
        {
        case DESK_SQL_ROW:
          return desk_sql_dup_text (statement, 0);
        case DESK_SQL_FAILED:
          return NULL;
        case DESK_SQL_DONE:
          break;
        }
    }

  return NULL;
}

gboolean
desk_analysis_store_count_unanalysed (DeskDatabase *database,
                                      const char *engine,
                                      guint *count,
                                      GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "SELECT (SELECT count(*) FROM article INDEXED BY article_analysed WHERE deleted = 0 AND analysed = '' AND ?1 <> '')"
                            " + (SELECT count(*) FROM article INDEXED BY article_analysed WHERE deleted = 0 AND analysed > ?1)"
                            " + (SELECT count(*) FROM article INDEXED BY article_analysed WHERE deleted = 0 AND analysed < ?1 AND analysed > '')",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, engine);
  if (desk_sql_step (statement, error) != DESK_SQL_ROW)
    return FALSE;

  *count = (guint) desk_sql_get_int (statement, 0);

  return TRUE;
}
