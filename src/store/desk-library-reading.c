/* What reading leaves behind: quietly, and no step to undo.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-private.h"
#include "desk-sql-private.h"

typedef struct
{
  char *article_id;
  guint position;
} Reading;

static void
reading_free (gpointer data)
{
  g_free (((Reading *) data)->article_id);
  g_free (data);
}

static gboolean
position_job (DeskDatabase *database,
              gpointer data,
              DeskJobResult *result,
              GCancellable *cancellable,
              GError **error)
{
  Reading *reading = data;
  g_autoptr (DeskSql) statement = desk_sql_get (database, "UPDATE article SET position = ? WHERE uuid = ?", error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, reading->position);
  desk_sql_bind_text (statement, 1, reading->article_id);

  return desk_sql_run (statement, error);
}

/**
 * desk_library_set_position:
 * @self: a library
 * @article_id: id of an article
 * @position: code point of the first text in view
 *
 * Remembers where somebody stopped reading. In a library that can only be read nothing happens.
 */
void
desk_library_set_position (DeskLibrary *self,
                           const char *article_id,
                           guint position)
{
  Reading *reading;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);

  reading = g_new0 (Reading, 1);
  reading->article_id = g_strdup (article_id);
  reading->position = position;
  desk_database_push (desk_library_get_database (self), DESK_JOB_WRITE, position_job, reading, reading_free, NULL);
}

static gboolean
read_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  gint64 id = desk_article_record_find_id (database, data, error);
  g_autoptr (DeskArticleRecord) record = id != 0 ? desk_article_record_load (database, id, error) : NULL;
  g_autoptr (DeskSql) statement = NULL;

  if (record == NULL)
    return FALSE;
  /* Opened once more: nothing to write, nobody to tell. */
  if (!record->unread)
    return TRUE;
  if (!desk_changes_touch (database, id, DESK_TOUCH_ARTICLE, error))
    return FALSE;

  statement = desk_sql_get (database, "UPDATE article SET unread = 0 WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  desk_sql_bind_int (statement, 0, id);

  return desk_sql_run (statement, error);
}

/**
 * desk_library_mark_read:
 * @self: a library
 * @article_id: id of an article
 *
 * Marks an article as read because it was opened. In a library that can only be read nothing happens.
 */
void
desk_library_mark_read (DeskLibrary *self,
                        const char *article_id)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (article_id != NULL);

  desk_database_push (desk_library_get_database (self), DESK_JOB_WRITE, read_job, g_strdup (article_id), g_free, NULL);
}
