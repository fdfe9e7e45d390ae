/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis-store-private.h"
#include "desk-changes-private.h"
#include "desk-core-types.h"
#include "desk-name-index-private.h"
#include "desk-search-text-private.h"
#include "desk-sql-private.h"

static void
bind_range (DeskSql *statement,
            guint index,
            DeskRange range)
{
  desk_sql_bind_int (statement, index, range.start);
  desk_sql_bind_int (statement, index + 1, range.end);
}

static gboolean
insert_sentences (DeskDatabase *database,
                  gint64 analysis_id,
                  DeskAnalysis *analysis,
                  GError **error)
{
  GArray *sentences = desk_analysis_get_sentences (analysis);
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO sentence (analysis_id, idx, start, stop) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < sentences->len; i++)
    {
      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, i);
      bind_range (statement, 2, g_array_index (sentences, DeskRange, i));
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_names (DeskDatabase *database,
              gint64 analysis_id,
              guint index,
              DeskEntity *entity,
              GError **error)
{
  const char *const *aliases = desk_entity_get_aliases (entity);
  g_autoptr (DeskSql) alias = NULL;
  g_autoptr (DeskSql) role = NULL;

  alias = desk_sql_get (database, "INSERT INTO entity_alias (analysis_id, entity, idx, alias) VALUES (?, ?, ?, ?)", error);
  role = desk_sql_get (database, "INSERT INTO entity_role (analysis_id, entity, idx, text, start, stop) VALUES (?, ?, ?, ?, ?, ?)", error);
  if (alias == NULL || role == NULL)
    return FALSE;

  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    {
      desk_sql_bind_int (alias, 0, analysis_id);
      desk_sql_bind_int (alias, 1, index);
      desk_sql_bind_int (alias, 2, i);
      desk_sql_bind_text (alias, 3, aliases[i]);
      if (!desk_sql_run (alias, error))
        return FALSE;
    }

  for (guint i = 0; i < desk_entity_get_n_roles (entity); i++)
    {
      const DeskRole *value = desk_entity_get_role (entity, i);

      desk_sql_bind_int (role, 0, analysis_id);
      desk_sql_bind_int (role, 1, index);
      desk_sql_bind_int (role, 2, i);
      desk_sql_bind_text (role, 3, value->text);
      bind_range (role, 4, (DeskRange) { value->start, value->end });
      if (!desk_sql_run (role, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_mentions (DeskDatabase *database,
                 gint64 analysis_id,
                 guint index,
                 DeskEntity *entity,
                 GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "INSERT INTO mention (analysis_id, entity, idx, start, stop, text, confidence, why, other_reading) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    {
      DeskMention *mention = desk_entity_get_mention (entity, i);

      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, index);
      desk_sql_bind_int (statement, 2, i);
      bind_range (statement, 3, (DeskRange) { desk_mention_get_start (mention), desk_mention_get_end (mention) });
      desk_sql_bind_text (statement, 5, desk_mention_get_text (mention));
      desk_sql_bind_nick (statement, 6, DESK_TYPE_CONFIDENCE, desk_mention_get_confidence (mention));
      desk_sql_bind_text (statement, 7, desk_mention_get_why (mention));
      desk_sql_bind_text (statement, 8, desk_mention_get_other_reading (mention));
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_entities (DeskDatabase *database,
                 gint64 analysis_id,
                 DeskAnalysis *analysis,
                 GError **error)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO entity (analysis_id, idx, local_id, name, kind) VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);

      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_text (statement, 2, desk_entity_get_id (entity));
      desk_sql_bind_text (statement, 3, desk_entity_get_name (entity));
      desk_sql_bind_nick (statement, 4, DESK_TYPE_ENTITY_KIND, desk_entity_get_kind (entity));
      if (!desk_sql_run (statement, error) ||
          !insert_names (database, analysis_id, i, entity, error) ||
          !insert_mentions (database, analysis_id, i, entity, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_parts (DeskDatabase *database,
              gint64 analysis_id,
              guint quote,
              gboolean insertions,
              GArray *parts,
              GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  if (parts == NULL)
    return TRUE;

  statement = desk_sql_get (database, "INSERT INTO quote_part (analysis_id, quote, idx, insertion, start, stop) VALUES (?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, quote);
      desk_sql_bind_int (statement, 2, i);
      desk_sql_bind_int (statement, 3, insertions);
      bind_range (statement, 4, g_array_index (parts, DeskRange, i));
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_quotes (DeskDatabase *database,
               gint64 analysis_id,
               DeskAnalysis *analysis,
               GError **error)
{
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "INSERT INTO quote (analysis_id, idx, kind, speaker, speaker_start, speaker_stop, cue_start, cue_stop, "
                            "confidence, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < quotes->len; i++)
    {
      DeskQuote *quote = g_ptr_array_index (quotes, i);

      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_nick (statement, 2, DESK_TYPE_QUOTE_KIND, quote->kind);
      desk_sql_bind_text (statement, 3, quote->speaker);
      bind_range (statement, 4, quote->speaker_span);
      bind_range (statement, 6, quote->cue);
      desk_sql_bind_nick (statement, 8, DESK_TYPE_CONFIDENCE, quote->confidence);
      desk_sql_bind_text (statement, 9, quote->why);
      if (!desk_sql_run (statement, error) ||
          !insert_parts (database, analysis_id, i, FALSE, quote->parts, error) ||
          !insert_parts (database, analysis_id, i, TRUE, quote->insertions, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_dates (DeskDatabase *database,
              gint64 analysis_id,
              DeskAnalysis *analysis,
              GError **error)
{
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "INSERT INTO dating (analysis_id, idx, start, stop, text, value, type, relative, confidence, why) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < dates->len; i++)
    {
      DeskDate *date = g_ptr_array_index (dates, i);

      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, i);
      bind_range (statement, 2, date->span);
      desk_sql_bind_text (statement, 4, date->text != NULL ? date->text : "");
      desk_sql_bind_text (statement, 5, date->value);
      desk_sql_bind_nick (statement, 6, DESK_TYPE_DATE_TYPE, date->type);
      desk_sql_bind_int (statement, 7, date->relative);
      desk_sql_bind_nick (statement, 8, DESK_TYPE_CONFIDENCE, date->confidence);
      desk_sql_bind_text (statement, 9, date->why);
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_statements (DeskDatabase *database,
                   gint64 analysis_id,
                   DeskAnalysis *analysis,
                   GError **error)
{
  GPtrArray *statements = desk_analysis_get_statements (analysis);
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "INSERT INTO statement (analysis_id, idx, kind, speaker, speaker_start, speaker_stop, "
                            "cue_start, cue_stop, start, stop, confidence, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < statements->len; i++)
    {
      DeskStatement *value = g_ptr_array_index (statements, i);

      desk_sql_bind_int (statement, 0, analysis_id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_text (statement, 2, value->kind);
      desk_sql_bind_text (statement, 3, value->speaker);
      bind_range (statement, 4, value->speaker_span);
      bind_range (statement, 6, value->cue);
      bind_range (statement, 8, value->content);
      desk_sql_bind_nick (statement, 10, DESK_TYPE_CONFIDENCE, value->confidence);
      desk_sql_bind_text (statement, 11, value->why);
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* The version that the analysis is of, if it is still the current one with the same date; else 0. */
static gboolean
find_version (DeskDatabase *database,
              gint64 article_id,
              const char *version_hash,
              const char *published,
              gint64 *version_id,
              GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  *version_id = 0;

  statement = desk_sql_get (database,
                            "SELECT version.id FROM article JOIN version ON version.id = version_id "
                            "WHERE article.id = ? AND hash = ? AND published = ?",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);
  desk_sql_bind_text (statement, 1, version_hash);
  desk_sql_bind_text (statement, 2, published);
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      *version_id = desk_sql_get_int (statement, 0);
      return TRUE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
insert_analysis (DeskDatabase *database,
                 gint64 version_id,
                 const char *published,
                 DeskAnalysis *analysis,
                 gint64 *id,
                 GError **error)
{
  g_autoptr (DeskSql) delete = desk_sql_get (database, "DELETE FROM analysis WHERE version_id = ?", error);
  g_autoptr (DeskSql) insert = NULL;

  if (delete == NULL)
    return FALSE;
  desk_sql_bind_int (delete, 0, version_id);
  if (!desk_sql_run (delete, error))
    return FALSE;

  insert = desk_sql_get (database, "INSERT INTO analysis (version_id, engine, language, published, made) VALUES (?, ?, ?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  desk_sql_bind_int (insert, 0, version_id);
  desk_sql_bind_text (insert, 1, desk_analysis_get_engine (analysis));
  desk_sql_bind_text (insert, 2, desk_analysis_get_language (analysis));
  desk_sql_bind_text (insert, 3, published);
  desk_sql_bind_int (insert, 4, g_get_real_time ());
  if (!desk_sql_run (insert, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (desk_database_get_connection (database));

  return TRUE;
}

static gboolean
set_analysed (DeskDatabase *database,
              gint64 article_id,
              const char *engine,
              GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "UPDATE article SET analysed = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, engine);
  desk_sql_bind_int (statement, 1, article_id);

  return desk_sql_run (statement, error);
}

gboolean
desk_analysis_store_save (DeskDatabase *database,
                          const char *article_uuid,
                          const char *version_hash,
                          const char *published,
                          DeskAnalysis *analysis,
                          GError **error)
{
  gint64 article_id = desk_article_record_find_id (database, article_uuid, error);
  gint64 version_id;
  gint64 id;

  if (published == NULL)
    published = "";

  if (article_id == 0 || !find_version (database, article_id, version_hash, published, &version_id, error))
    return FALSE;
  if (version_id == 0)
    return TRUE;

  return (desk_changes_touch (database, article_id, DESK_TOUCH_ANALYSIS, error) &&
          insert_analysis (database, version_id, published, analysis, &id, error) &&
          insert_sentences (database, id, analysis, error) &&
          insert_entities (database, id, analysis, error) &&
          insert_quotes (database, id, analysis, error) &&
          insert_dates (database, id, analysis, error) &&
          insert_statements (database, id, analysis, error) &&
          desk_name_index_put (database, article_id, analysis, error) &&
          set_analysed (database, article_id, desk_analysis_get_engine (analysis), error) &&
          desk_search_text_update (database, article_id, error));
}
