/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-index-private.h"

#include <string.h>

#include "desk-analysis-store-private.h"
#include "desk-core-types.h"
#include "desk-fold.h"
#include "desk-rule-store-private.h"
#include "desk-sql-private.h"

/* Articles that get their entries in one transaction: others wait no longer than for an import. */
#define BATCH 50

char *
desk_saying_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GString *words;
  gboolean in_word = FALSE;

  desk_fold_word (text, strlen (text), folded);
  words = g_string_sized_new (folded->len + 1);
  for (const char *p = folded->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = g_unichar_isalnum (c) || g_unichar_ismark (c);

      if (inside && !in_word)
        g_string_append_c (words, ' ');
      if (inside)
        g_string_append_unichar (words, c);
      in_word = inside;
    }

  return g_string_free (words, FALSE);
}

char *
desk_saying_dup_text (DeskText *text,
                      GArray *parts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const DeskRange *part = &g_array_index (parts, DeskRange, i);
      g_autofree char *slice = desk_text_dup_slice (text, part->start, part->end);

      if (i > 0)
        g_string_append (joined, " … ");
      g_string_append (joined, slice);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static gboolean
run_with_id (DeskDatabase *database,
             const char *sql,
             gint64 article_id,
             GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);

  return desk_sql_run (statement, error);
}

static gboolean
insert_name (DeskDatabase *database,
             gint64 article_id,
             guint entity,
             guint index,
             DeskEntity *value,
             const char *name,
             GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autofree char *folded = desk_name_fold (name);

  statement = desk_sql_get (database, "INSERT INTO naming (article_id, entity, idx, kind, folded, name, apart) VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);
  desk_sql_bind_int (statement, 1, entity);
  desk_sql_bind_int (statement, 2, index);
  desk_sql_bind_nick (statement, 3, DESK_TYPE_ENTITY_KIND, desk_entity_get_kind (value));
  desk_sql_bind_text (statement, 4, folded);
  desk_sql_bind_text (statement, 5, name);
  desk_sql_bind_int (statement, 6, desk_entity_get_apart (value));

  return desk_sql_run (statement, error);
}

static gboolean
insert_names (DeskDatabase *database,
              gint64 article_id,
              DeskAnalysis *analysis,
              GHashTable *indices,
              GError **error)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);
      const char *const *aliases = desk_entity_get_aliases (entity);

      g_hash_table_insert (indices, (gpointer) desk_entity_get_id (entity), GUINT_TO_POINTER (i));
      if (!insert_name (database, article_id, i, 0, entity, desk_entity_get_name (entity), error))
        return FALSE;
      for (guint j = 0; aliases != NULL && aliases[j] != NULL; j++)
        if (!insert_name (database, article_id, i, j + 1, entity, aliases[j], error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
insert_saying (DeskDatabase *database,
               gint64 article_id,
               gboolean indirect,
               guint index,
               GHashTable *indices,
               const char *speaker,
               const char *speaker_words,
               const char *text,
               GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autofree char *folded = desk_saying_fold (text);
  g_autofree char *folded_speaker = desk_name_fold (speaker_words);
  gpointer entity;

  statement = desk_sql_get (database, "INSERT INTO saying (article_id, indirect, idx, entity, speaker, folded) VALUES (?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);
  desk_sql_bind_int (statement, 1, indirect);
  desk_sql_bind_int (statement, 2, index);
  desk_sql_bind_int (statement, 3, speaker != NULL && g_hash_table_lookup_extended (indices, speaker, NULL, &entity) ? (gint64) GPOINTER_TO_UINT (entity) : -1);
  desk_sql_bind_text (statement, 4, folded_speaker);
  desk_sql_bind_text (statement, 5, folded);

  return desk_sql_run (statement, error);
}

static gboolean
insert_sayings (DeskDatabase *database,
                gint64 article_id,
                DeskAnalysis *analysis,
                DeskText *text,
                GHashTable *indices,
                GError **error)
{
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  GPtrArray *statements = desk_analysis_get_statements (analysis);

  for (guint i = 0; i < quotes->len; i++)
    {
      const DeskQuote *quote = g_ptr_array_index (quotes, i);
      g_autofree char *words = desk_saying_dup_text (text, quote->parts);
      g_autofree char *speaker = desk_text_dup_slice (text, quote->speaker_span.start, quote->speaker_span.end);

      if (!insert_saying (database, article_id, FALSE, i, indices, quote->speaker, speaker, words, error))
        return FALSE;
    }
  for (guint i = 0; i < statements->len; i++)
    {
      const DeskStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *words = desk_text_dup_slice (text, statement->content.start, statement->content.end);
      g_autofree char *speaker = desk_text_dup_slice (text, statement->speaker_span.start, statement->speaker_span.end);

      if (!insert_saying (database, article_id, TRUE, i, indices, statement->speaker, speaker, words, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put (DeskDatabase *database,
     gint64 article_id,
     const char *uuid,
     DeskText *text,
     DeskAnalysis *machine,
     GError **error)
{
  DeskRuleSet *rules = desk_rule_store_get_set (database, error);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DeskAnalysis) analysis = NULL;

  if (rules == NULL)
    return FALSE;

  analysis = desk_rule_set_apply_own (rules, uuid, text, machine);

  return (run_with_id (database, "DELETE FROM naming WHERE article_id = ?", article_id, error) &&
          run_with_id (database, "DELETE FROM saying WHERE article_id = ?", article_id, error) &&
          insert_names (database, article_id, analysis, indices, error) &&
          insert_sayings (database, article_id, analysis, text, indices, error) &&
          run_with_id (database, "UPDATE analysis SET named = 1 WHERE version_id = (SELECT version_id FROM article WHERE id = ?)", article_id, error));
}

/* The text of the current version, and what the article is called. */
static gboolean
load_text (DeskDatabase *database,
           gint64 article_id,
           char **uuid,
           DeskText **text,
           GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autofree char *utf8 = NULL;

  statement = desk_sql_get (database, "SELECT uuid, text FROM article JOIN version ON version.id = version_id WHERE article.id = ?", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);
  if (!desk_sql_find (statement, "", error))
    return FALSE;

  *uuid = desk_sql_dup_text (statement, 0);
  utf8 = desk_sql_dup_text (statement, 1);
  *text = desk_text_new (utf8, -1);

  return TRUE;
}

gboolean
desk_name_index_put (DeskDatabase *database,
                     gint64 article_id,
                     DeskAnalysis *analysis,
                     GError **error)
{
  g_autofree char *uuid = NULL;
  g_autoptr (DeskText) text = NULL;

  return (load_text (database, article_id, &uuid, &text, error) &&
          put (database, article_id, uuid, text, analysis, error));
}

gboolean
desk_name_index_update (DeskDatabase *database,
                        gint64 article_id,
                        GError **error)
{
  g_autofree char *uuid = NULL;
  g_autoptr (DeskText) text = NULL;
  g_autoptr (DeskAnalysis) analysis = NULL;
  g_autoptr (GError) local_error = NULL;

  analysis = desk_analysis_store_load_current (database, article_id, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* Not analysed yet, or damaged: the entries come with the next analysis. */
  if (analysis == NULL)
    return run_with_id (database, "UPDATE analysis SET named = 1 WHERE version_id = (SELECT version_id FROM article WHERE id = ?)", article_id, error);

  return (load_text (database, article_id, &uuid, &text, error) &&
          put (database, article_id, uuid, text, analysis, error));
}

gboolean
desk_name_index_make_some (DeskDatabase *database,
                           guint *n_made,
                           GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskSqlState state;

  *n_made = 0;

  /* Analyses of earlier versions need none. */
  statement = desk_sql_get (database,
                            "SELECT article.id, analysis.id, article.version_id = analysis.version_id "
                            "FROM analysis JOIN version ON version.id = analysis.version_id "
                            "JOIN article ON article.id = version.article_id WHERE named = 0 LIMIT ?",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, BATCH);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      gint64 row[] = { desk_sql_get_int (statement, 0), desk_sql_get_int (statement, 1), desk_sql_get_int (statement, 2) };

      g_array_append_vals (ids, row, G_N_ELEMENTS (row));
    }
  if (state != DESK_SQL_DONE)
    return FALSE;
  desk_sql_reset (statement);

  for (guint i = 0; i < ids->len; i += 3)
    {
      if (g_array_index (ids, gint64, i + 2) && !desk_name_index_update (database, g_array_index (ids, gint64, i), error))
        return FALSE;
      if (!run_with_id (database, "UPDATE analysis SET named = 1 WHERE id = ?", g_array_index (ids, gint64, i + 1), error))
        return FALSE;
      (*n_made)++;
    }

  return TRUE;
}
