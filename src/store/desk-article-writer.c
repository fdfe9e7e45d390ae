/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-store-private.h"
#include "desk-changes-private.h"
#include "desk-core-types.h"
#include "desk-search-text-private.h"
#include "desk-sort-keys-private.h"
#include "desk-sql-private.h"
#include "desk-version-store-private.h"

/* Of what a row of the list shows, in code points. */
#define LEAD_LENGTH 160

/* The id of the original with these bytes, stored now if it is not there yet. */
static gboolean
insert_original (DeskDatabase *database,
                 GBytes *original,
                 const char *sha256,
                 gint64 *id,
                 GError **error)
{
  g_autoptr (DeskSql) find = desk_sql_get (database, "SELECT id FROM original WHERE sha256 = ?", error);
  g_autoptr (DeskSql) insert = NULL;

  if (find == NULL)
    return FALSE;

  desk_sql_bind_text (find, 0, sha256);
  switch (desk_sql_step (find, error))
    {
    case DESK_SQL_ROW:
      *id = desk_sql_get_int (find, 0);
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    case DESK_SQL_DONE:
      break;
    }

  insert = desk_sql_get (database, "INSERT INTO original (sha256, size, bytes) VALUES (?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;

  desk_sql_bind_text (insert, 0, sha256);
  desk_sql_bind_int (insert, 1, (gint64) g_bytes_get_size (original));
  desk_sql_bind_bytes (insert, 2, original);
  if (!desk_sql_run (insert, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (desk_database_get_connection (database));

  return TRUE;
}

/* The same bytes may hold several articles; the same text or the same headline tells which of them this one is. */
static gboolean
find_same (DeskDatabase *database,
           DeskArticle *article,
           gint64 original_id,
           gint64 *id,
           GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  const char *headline = desk_article_get_headline (article);

  statement = desk_sql_get (database,
                            "SELECT article.id FROM article LEFT JOIN version ON version.id = version_id "
                            "WHERE original_id = ?1 AND (hash = ?2 OR headline = ?3) "
                            "ORDER BY hash = ?2 DESC, article.id LIMIT 1",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, original_id);
  desk_sql_bind_text (statement, 1, desk_version_get_hash (desk_article_get_version (article)));
  desk_sql_bind_text (statement, 2, headline);
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      *id = desk_sql_get_int (statement, 0);
      return TRUE;
    case DESK_SQL_DONE:
      *id = 0;
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* The day under which an article is listed. It never goes back, so that days are sections of the order of adding; a
 * clock that once ran ahead by more than a time zone is corrected in the articles that it stamped. */
static char *
dup_added_day (DeskDatabase *database,
               gint64 now,
               GError **error)
{
  g_autofree char *today = desk_sort_dup_day (now);
  g_autofree char *limit = desk_sort_dup_day (now + 2 * G_TIME_SPAN_DAY);
  g_autofree char *last = NULL;
  g_autoptr (DeskSql) find = NULL;
  g_autoptr (DeskSql) correct = NULL;

  find = desk_sql_get (database, "SELECT added_day FROM article ORDER BY id DESC LIMIT 1", error);
  if (find == NULL)
    return NULL;
  switch (desk_sql_step (find, error))
    {
    case DESK_SQL_ROW:
      last = desk_sql_dup_text (find, 0);
      break;
    case DESK_SQL_DONE:
      return g_steal_pointer (&today);
    case DESK_SQL_FAILED:
      return NULL;
    }

  if (g_strcmp0 (last, today) <= 0)
    return g_steal_pointer (&today);
  if (g_strcmp0 (last, limit) <= 0)
    return g_steal_pointer (&last);

  desk_sql_reset (find);
  correct = desk_sql_get (database, "UPDATE article SET added_day = ?1 WHERE added_day > ?1", error);
  if (correct == NULL)
    return NULL;
  desk_sql_bind_text (correct, 0, today);
  if (!desk_sql_run (correct, error))
    return NULL;
  desk_changes_mark_all (desk_database_get_changes (database));

  return g_steal_pointer (&today);
}

static gboolean
insert_fields (DeskDatabase *database,
               gint64 id,
               DeskArticle *article,
               GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO field (article_id, field, value, origin, confidence) VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (int field = 0; field < DESK_N_FIELDS; field++)
    {
      const char *value = desk_article_get_field (article, (DeskField) field);

      if (value == NULL)
        continue;

      desk_sql_bind_int (statement, 0, id);
      desk_sql_bind_nick (statement, 1, DESK_TYPE_FIELD, field);
      desk_sql_bind_text (statement, 2, value);
      desk_sql_bind_nick (statement, 3, DESK_TYPE_ORIGIN, desk_article_get_origin (article, (DeskField) field));
      desk_sql_bind_nick (statement, 4, DESK_TYPE_CONFIDENCE, desk_article_get_confidence (article, (DeskField) field));
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_list (DeskDatabase *database,
             const char *sql,
             gint64 id,
             const char *const *values,
             GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    {
      desk_sql_bind_int (statement, 0, id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_text (statement, 2, values[i]);
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Without a headline the beginning of the text stands for it in lists. */
static char *
dup_shown_headline (DeskArticle *article)
{
  const char *headline = desk_article_get_headline (article);

  return headline != NULL ? g_strdup (headline) : desk_version_dup_lead (desk_article_get_version (article), LEAD_LENGTH);
}

static gboolean
insert_row (DeskDatabase *database,
            DeskArticle *article,
            gint64 original_id,
            gint64 *id,
            GError **error)
{
  g_autofree char *headline = dup_shown_headline (article);
  g_autofree char *lead = desk_version_dup_lead (desk_article_get_version (article), LEAD_LENGTH);
  const char *source = desk_article_get_field (article, DESK_FIELD_SOURCE);
  const char *published = desk_article_get_published (article);
  gint64 now = g_get_real_time ();
  g_autofree char *added_day = dup_added_day (database, now, error);
  g_auto (DeskSortKeys) keys = { NULL };
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "INSERT INTO article (uuid, original_id, media_type, original_name, added, unread, starred, position, "
                            "headline, source, published, lead, added_day, published_day, published_time, "
                            "letter, letter_key, headline_key, headline_fold, source_key, id, ordinal, backward) "
                            "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
                            "next, next, -next FROM (SELECT ifnull (max (seq), 0) + 1 AS next FROM sqlite_sequence WHERE name = 'article')",
                            error);
  if (statement == NULL || added_day == NULL)
    return FALSE;

  desk_sort_keys_init (&keys, headline, source, published);

  desk_sql_bind_text (statement, 0, desk_article_get_id (article));
  if (original_id != 0)
    desk_sql_bind_int (statement, 1, original_id);
  desk_sql_bind_text (statement, 2, desk_article_get_media_type (article));
  desk_sql_bind_text (statement, 3, desk_article_get_original_name (article));
  desk_sql_bind_int (statement, 4, now);
  desk_sql_bind_int (statement, 5, desk_article_get_unread (article));
  desk_sql_bind_int (statement, 6, desk_article_get_starred (article));
  desk_sql_bind_int (statement, 7, desk_article_get_position (article));
  desk_sql_bind_text (statement, 8, headline);
  desk_sql_bind_text (statement, 9, source != NULL ? source : "");
  desk_sql_bind_text (statement, 10, published != NULL ? published : "");
  desk_sql_bind_text (statement, 11, lead);
  desk_sql_bind_text (statement, 12, added_day);
  desk_sql_bind_text (statement, 13, keys.published_day);
  desk_sql_bind_int (statement, 14, keys.published_time);
  desk_sql_bind_text (statement, 15, keys.letter);
  desk_sql_bind_bytes (statement, 16, keys.letter_key);
  desk_sql_bind_bytes (statement, 17, keys.headline_key);
  desk_sql_bind_text (statement, 18, keys.headline_fold);
  desk_sql_bind_bytes (statement, 19, keys.source_key);
  if (!desk_sql_run (statement, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (desk_database_get_connection (database));

  return TRUE;
}

static char *
revive (DeskDatabase *database,
        gint64 id,
        GError **error)
{
  g_autoptr (DeskArticleRecord) record = desk_article_record_load (database, id, error);

  if (record == NULL)
    return NULL;
  if (record->deleted && !desk_article_store_set_deleted (database, id, FALSE, error))
    return NULL;

  return g_strdup (record->uuid);
}

char *
desk_article_store_add (DeskDatabase *database,
                        DeskArticle *article,
                        GBytes *original,
                        gboolean *added,
                        GError **error)
{
  gint64 original_id = 0;
  gint64 id = 0;

  *added = FALSE;

  if (original != NULL)
    {
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);

      if (!insert_original (database, original, sha256, &original_id, error) ||
          !find_same (database, article, original_id, &id, error))
        return NULL;
    }
  if (id != 0)
    return revive (database, id, error);

  if (!insert_row (database, article, original_id, &id, error) ||
      !desk_version_store_insert (database, id, desk_article_get_version (article), error) ||
      !insert_fields (database, id, article, error) ||
      !insert_list (database, "INSERT INTO author (article_id, idx, name) VALUES (?, ?, ?)", id,
                    desk_article_get_authors (article), error) ||
      !insert_list (database, "INSERT INTO warning (article_id, idx, text) VALUES (?, ?, ?)", id,
                    desk_article_get_warnings (article), error) ||
      !desk_search_text_update (database, id, error) ||
      !desk_article_store_note_keys (database, id, error) ||
      !desk_changes_touch (database, id, DESK_TOUCH_NEW, error))
    return NULL;

  *added = TRUE;

  return g_strdup (desk_article_get_id (article));
}
