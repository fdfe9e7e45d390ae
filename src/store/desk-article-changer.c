/* Changes to stored articles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-store-private.h"
#include "desk-changes-private.h"
#include "desk-core-types.h"
#include "desk-search-text-private.h"
#include "desk-sort-keys-private.h"
#include "desk-sql-private.h"

/* Articles whose keys are made again, or that are purged, in one transaction: others wait no longer than for an import. */
#define BATCH 200

static gboolean
write_keys (DeskDatabase *database,
            gint64 id,
            const char *headline,
            const char *source,
            const char *published,
            GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_auto (DeskSortKeys) keys = { NULL };

  statement = desk_sql_get (database,
                            "UPDATE article SET headline = ?, source = ?, published = ?, published_day = ?, published_time = ?, "
                            "letter = ?, letter_key = ?, headline_key = ?, headline_fold = ?, source_key = ? WHERE id = ?",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sort_keys_init (&keys, headline, source, published);
  desk_sql_bind_text (statement, 0, headline);
  desk_sql_bind_text (statement, 1, source);
  desk_sql_bind_text (statement, 2, published);
  desk_sql_bind_text (statement, 3, keys.published_day);
  desk_sql_bind_int (statement, 4, keys.published_time);
  desk_sql_bind_text (statement, 5, keys.letter);
  desk_sql_bind_bytes (statement, 6, keys.letter_key);
  desk_sql_bind_bytes (statement, 7, keys.headline_key);
  desk_sql_bind_text (statement, 8, keys.headline_fold);
  desk_sql_bind_bytes (statement, 9, keys.source_key);
  desk_sql_bind_int (statement, 10, id);

  return desk_sql_run (statement, error);
}

gboolean
desk_article_store_note_keys (DeskDatabase *database,
                              gint64 id,
                              GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autofree char *collation = desk_sort_dup_collation ();

  /* From there on they are made again when somebody opens the library who lives by its rules. */
  statement = desk_sql_get (database,
                            "INSERT INTO meta (key, value) SELECT 'keys_from', ?1 "
                            "WHERE (SELECT value FROM meta WHERE key = 'collation') <> ?2 "
                            "ON CONFLICT DO UPDATE SET value = excluded.value WHERE CAST (excluded.value AS INTEGER) < CAST (value AS INTEGER)",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);
  desk_sql_bind_text (statement, 1, collation);

  return desk_sql_run (statement, error);
}

gboolean
desk_article_store_read_field (DeskDatabase *database,
                               gint64 id,
                               const char *field,
                               GVariant **value,
                               GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autofree char *text = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *confidence = NULL;

  *value = NULL;

  statement = desk_sql_get (database, "SELECT value, origin, confidence FROM field WHERE article_id = ? AND field = ?", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);
  desk_sql_bind_text (statement, 1, field);
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      text = desk_sql_dup_text (statement, 0);
      origin = desk_sql_dup_text (statement, 1);
      confidence = desk_sql_dup_text (statement, 2);
      *value = g_variant_ref_sink (g_variant_new ("(sss)", text, origin, confidence));
      return TRUE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
store_field (DeskDatabase *database,
             gint64 id,
             const char *field,
             const char *text,
             const char *origin,
             const char *confidence,
             GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  if (text == NULL)
    statement = desk_sql_get (database, "DELETE FROM field WHERE article_id = ?1 AND field = ?2", error);
  else
    statement = desk_sql_get (database,
                              "INSERT INTO field (article_id, field, value, origin, confidence) VALUES (?1, ?2, ?3, ?4, ?5) "
                              "ON CONFLICT DO UPDATE SET value = ?3, origin = ?4, confidence = ?5",
                              error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);
  desk_sql_bind_text (statement, 1, field);
  if (text != NULL)
    {
      desk_sql_bind_text (statement, 2, text);
      desk_sql_bind_text (statement, 3, origin);
      desk_sql_bind_text (statement, 4, confidence);
    }

  return desk_sql_run (statement, error);
}

gboolean
desk_article_store_write_field (DeskDatabase *database,
                                gint64 id,
                                const char *field,
                                GVariant *value,
                                GError **error)
{
  g_autoptr (DeskArticleRecord) record = NULL;
  const char *text = NULL;
  const char *origin = NULL;
  const char *confidence = NULL;
  const char *shown;
  int which;

  if (value != NULL)
    g_variant_get (value, "(&s&s&s)", &text, &origin, &confidence);
  if (!desk_changes_touch (database, id, DESK_TOUCH_ARTICLE, error) ||
      !store_field (database, id, field, text, origin, confidence, error))
    return FALSE;

  if (!desk_enum_from_nick (DESK_TYPE_FIELD, field, &which))
    return TRUE;
  if (which != DESK_FIELD_HEADLINE && which != DESK_FIELD_SOURCE && which != DESK_FIELD_PUBLISHED)
    return TRUE;

  record = desk_article_record_load (database, id, error);
  if (record == NULL)
    return FALSE;

  shown = text != NULL ? text : "";
  if (!write_keys (database, id,
                   which != DESK_FIELD_HEADLINE ? record->headline
                   : text != NULL               ? text
                                                : record->lead,
                   which == DESK_FIELD_SOURCE ? shown : record->source,
                   which == DESK_FIELD_PUBLISHED ? shown : record->published,
                   error) ||
      !desk_article_store_note_keys (database, id, error))
    return FALSE;

  return which != DESK_FIELD_HEADLINE || desk_search_text_update (database, id, error);
}

gboolean
desk_article_store_set_deleted (DeskDatabase *database,
                                gint64 id,
                                gboolean deleted,
                                GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  if (!desk_changes_touch (database, id, DESK_TOUCH_ARTICLE, error))
    return FALSE;

  statement = desk_sql_get (database, "UPDATE article SET deleted = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, deleted ? g_get_real_time () : 0);
  desk_sql_bind_int (statement, 1, id);

  return desk_sql_run (statement, error) && desk_search_text_update (database, id, error);
}

static gboolean
remove_for_good (DeskDatabase *database,
                 gint64 id,
                 GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "DELETE FROM article WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);

  return desk_sql_run (statement, error);
}

static gboolean
remove_original (DeskDatabase *database,
                 gint64 id,
                 GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "DELETE FROM original WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM article WHERE original_id = ?1)",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);

  return desk_sql_run (statement, error);
}

gboolean
desk_article_store_purge (DeskDatabase *database,
                          gint64 before,
                          guint *n_removed,
                          GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskSqlState state;

  statement = desk_sql_get (database, "SELECT id, ifnull (original_id, 0) FROM article WHERE deleted > 0 AND deleted < ? LIMIT ?", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, before);
  desk_sql_bind_int (statement, 1, BATCH);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      gint64 pair[] = { desk_sql_get_int (statement, 0), desk_sql_get_int (statement, 1) };

      g_array_append_vals (ids, pair, G_N_ELEMENTS (pair));
    }
  if (state != DESK_SQL_DONE)
    return FALSE;
  desk_sql_reset (statement);

  for (guint i = 0; i < ids->len; i += 2)
    if (!remove_for_good (database, g_array_index (ids, gint64, i), error) ||
        !remove_original (database, g_array_index (ids, gint64, i + 1), error))
      return FALSE;

  *n_removed = ids->len / 2;

  return TRUE;
}

gboolean
desk_article_store_make_keys (DeskDatabase *database,
                              gint64 first,
                              gint64 *next,
                              GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_article_record_unref);
  DeskSqlState state;

  *next = 0;

  statement = desk_sql_get (database, "SELECT id FROM article WHERE id >= ? ORDER BY id LIMIT ?", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, first);
  desk_sql_bind_int (statement, 1, BATCH);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      DeskArticleRecord *record = desk_article_record_load (database, desk_sql_get_int (statement, 0), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  if (state != DESK_SQL_DONE)
    return FALSE;
  desk_sql_reset (statement);

  for (guint i = 0; i < records->len; i++)
    {
      DeskArticleRecord *record = g_ptr_array_index (records, i);

      if (!write_keys (database, record->id, record->headline, record->source, record->published, error))
        return FALSE;
      *next = record->id + 1;
    }
  if (records->len < BATCH)
    *next = 0;

  return TRUE;
}
