/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-store-private.h"
#include "desk-core-types.h"
#include "desk-sql-private.h"
#include "desk-version-store-private.h"

static gboolean
load_fields (DeskDatabase *database,
             gint64 id,
             DeskArticle *article,
             GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  DeskSqlState state;

  statement = desk_sql_get (database, "SELECT field, value, origin, confidence FROM field WHERE article_id = ?", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      g_autofree char *value = desk_sql_dup_text (statement, 1);
      int origin = DESK_ORIGIN_NONE;
      int confidence = DESK_CONFIDENCE_WEAK;
      int field;

      desk_sql_get_nick (statement, 2, DESK_TYPE_ORIGIN, &origin);
      desk_sql_get_nick (statement, 3, DESK_TYPE_CONFIDENCE, &confidence);
      if (desk_sql_get_nick (statement, 0, DESK_TYPE_FIELD, &field))
        desk_article_set_field (article, (DeskField) field, value, (DeskOrigin) origin, (DeskConfidence) confidence);
    }

  return state == DESK_SQL_DONE;
}

static char **
load_list (DeskDatabase *database,
           const char *sql,
           gint64 id,
           GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  DeskSqlState state;

  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    g_strv_builder_take (builder, desk_sql_dup_text (statement, 0));

  return state == DESK_SQL_DONE ? g_strv_builder_end (builder) : NULL;
}

static gboolean
load_lists (DeskDatabase *database,
            gint64 id,
            DeskArticle *article,
            GError **error)
{
  g_auto (GStrv) authors = NULL;
  g_auto (GStrv) warnings = NULL;

  authors = load_list (database, "SELECT name FROM author WHERE article_id = ? ORDER BY idx", id, error);
  if (authors == NULL)
    return FALSE;
  warnings = load_list (database, "SELECT text FROM warning WHERE article_id = ? ORDER BY idx", id, error);
  if (warnings == NULL)
    return FALSE;

  desk_article_set_authors (article, (const char *const *) authors);
  for (guint i = 0; warnings[i] != NULL; i++)
    desk_article_add_warning (article, warnings[i]);

  return TRUE;
}

DeskArticle *
desk_article_store_load (DeskDatabase *database,
                         const char *uuid,
                         GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autofree char *media_type = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  statement = desk_sql_get (database,
                            "SELECT article.id, version_id, media_type, sha256, size, original_name, added, unread, starred, position "
                            "FROM article LEFT JOIN original ON original.id = original_id WHERE uuid = ? AND deleted = 0",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_text (statement, 0, uuid);
  if (!desk_sql_find (statement, _ ("This article is no longer in the library."), error))
    return NULL;

  id = desk_sql_get_int (statement, 0);
  version = desk_version_store_load (database, desk_sql_get_int (statement, 1), error);
  if (version == NULL)
    return NULL;

  article = desk_article_new (uuid, version);
  media_type = desk_sql_dup_text (statement, 2);
  sha256 = desk_sql_dup_text (statement, 3);
  name = desk_sql_dup_text (statement, 5);
  desk_article_set_original (article, media_type, sha256, MAX (desk_sql_get_int (statement, 4), 0), name);
  desk_article_set_added (article, desk_sql_get_int (statement, 6));
  desk_article_set_unread (article, desk_sql_get_int (statement, 7) != 0);
  desk_article_set_starred (article, desk_sql_get_int (statement, 8) != 0);
  desk_article_set_position (article, MIN (desk_sql_get_uint (statement, 9),
                                           desk_text_get_length (desk_version_get_text (version))));

  if (!load_fields (database, id, article, error) || !load_lists (database, id, article, error))
    return NULL;

  return g_steal_pointer (&article);
}

GBytes *
desk_article_store_load_original (DeskDatabase *database,
                                  const char *uuid,
                                  GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *stored = NULL;

  statement = desk_sql_get (database,
                            "SELECT bytes, sha256 FROM article JOIN original ON original.id = original_id WHERE uuid = ?",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_text (statement, 0, uuid);
  if (!desk_sql_find (statement, _ ("This article has no original file."), error))
    return NULL;

  bytes = desk_sql_dup_bytes (statement, 0);
  stored = desk_sql_dup_text (statement, 1);
  if (bytes != NULL)
    sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (sha256 == NULL || g_strcmp0 (sha256, stored) != 0)
    {
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                           _ ("The original file of this article is damaged. Restore a backup."));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

char *
desk_article_store_find_original (DeskDatabase *database,
                                  const char *sha256,
                                  GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "SELECT uuid FROM original JOIN article ON original_id = original.id "
                            "WHERE sha256 = ? AND deleted = 0 ORDER BY article.id LIMIT 1",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_text (statement, 0, sha256);
  if (desk_sql_step (statement, error) != DESK_SQL_ROW)
    return NULL;

  return desk_sql_dup_text (statement, 0);
}
