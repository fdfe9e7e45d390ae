/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-record-private.h"

#include <glib/gi18n-lib.h>

#include "desk-sql-private.h"

enum
{
  COLUMN_UUID,
  COLUMN_ADDED,
  COLUMN_DELETED,
  COLUMN_UNREAD,
  COLUMN_STARRED,
  COLUMN_N_MARKS,
  COLUMN_HEADLINE,
  COLUMN_SOURCE,
  COLUMN_PUBLISHED,
  COLUMN_LEAD,
  COLUMN_ADDED_DAY,
  COLUMN_PUBLISHED_DAY,
  COLUMN_PUBLISHED_TIME,
  COLUMN_LETTER,
  COLUMN_HEADLINE_KEY,
  COLUMN_SOURCE_KEY,
};

DeskArticleRecord *
desk_article_record_load (DeskDatabase *database,
                          gint64 id,
                          GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  DeskArticleRecord *self;

  statement = desk_sql_get (database,
                            "SELECT uuid, added, deleted, unread, starred, n_marks, headline, source, published, lead, "
                            "added_day, published_day, published_time, letter, headline_key, source_key "
                            "FROM article WHERE id = ?",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, id);
  if (desk_sql_step (statement, error) != DESK_SQL_ROW)
    return NULL;

  self = g_new0 (DeskArticleRecord, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->uuid = desk_sql_dup_text (statement, COLUMN_UUID);
  self->added = desk_sql_get_int (statement, COLUMN_ADDED);
  self->deleted = desk_sql_get_int (statement, COLUMN_DELETED) != 0;
  self->unread = desk_sql_get_int (statement, COLUMN_UNREAD) != 0;
  self->starred = desk_sql_get_int (statement, COLUMN_STARRED) != 0;
  self->n_marks = desk_sql_get_uint (statement, COLUMN_N_MARKS);
  self->headline = desk_sql_dup_text (statement, COLUMN_HEADLINE);
  self->source = desk_sql_dup_text (statement, COLUMN_SOURCE);
  self->published = desk_sql_dup_text (statement, COLUMN_PUBLISHED);
  self->lead = desk_sql_dup_text (statement, COLUMN_LEAD);
  self->added_day = desk_sql_dup_text (statement, COLUMN_ADDED_DAY);
  self->published_day = desk_sql_dup_text (statement, COLUMN_PUBLISHED_DAY);
  self->published_time = desk_sql_get_int (statement, COLUMN_PUBLISHED_TIME);
  self->letter = desk_sql_dup_text (statement, COLUMN_LETTER);
  self->headline_key = desk_sql_dup_bytes (statement, COLUMN_HEADLINE_KEY);
  self->source_key = desk_sql_dup_bytes (statement, COLUMN_SOURCE_KEY);

  return self;
}

gint64
desk_article_record_find_id (DeskDatabase *database,
                             const char *uuid,
                             GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "SELECT id FROM article WHERE uuid = ?", error);

  if (statement == NULL)
    return 0;

  desk_sql_bind_text (statement, 0, uuid);
  if (!desk_sql_find (statement, _ ("This article is no longer in the library."), error))
    return 0;

  return desk_sql_get_int (statement, 0);
}

DeskArticleRecord *
desk_article_record_ref (DeskArticleRecord *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
desk_article_record_unref (DeskArticleRecord *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->uuid);
  g_free (self->headline);
  g_free (self->source);
  g_free (self->published);
  g_free (self->lead);
  g_free (self->snippet);
  g_free (self->added_day);
  g_free (self->published_day);
  g_free (self->letter);
  g_clear_pointer (&self->headline_key, g_bytes_unref);
  g_clear_pointer (&self->source_key, g_bytes_unref);
  g_free (self);
}

gboolean
desk_article_record_passes (DeskArticleRecord *self,
                            DeskFilter filter)
{
  if (self->deleted)
    return FALSE;

  switch (filter)
    {
    case DESK_FILTER_UNREAD:
      return self->unread;
    case DESK_FILTER_STARRED:
      return self->starred;
    case DESK_FILTER_MARKED:
      return self->n_marks > 0;
    case DESK_FILTER_ALL:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

const char *
desk_article_record_get_section (DeskArticleRecord *self,
                                 DeskSort sort)
{
  switch (sort)
    {
    case DESK_SORT_ADDED:
      return self->added_day;
    case DESK_SORT_PUBLISHED:
      return self->published_day;
    case DESK_SORT_HEADLINE:
      return self->letter;
    case DESK_SORT_SOURCE:
      return self->source;
    }

  g_return_val_if_reached (NULL);
}
