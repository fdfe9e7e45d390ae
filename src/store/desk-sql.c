/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-sql-private.h"

#include <string.h>

#include "desk-enums.h"

struct _DeskSql
{
  DeskDatabase *database;
  sqlite3_stmt *stmt;
  int failure; /* the first bind that failed */
  gboolean in_use;
  gboolean cached;
};

/**
 * desk_sql_get:
 * @database: the database
 * @sql: one SQL statement; the same text gives the same prepared statement again
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): a statement without bindings, to be given back by desk_sql_release()
 */
DeskSql *
desk_sql_get (DeskDatabase *database,
              const char *sql,
              GError **error)
{
  GHashTable *statements;
  DeskSql *self;
  sqlite3_stmt *stmt = NULL;
  gboolean cached;
  int code;

  desk_database_assert_thread (database);

  statements = desk_database_get_prepared (database);
  self = g_hash_table_lookup (statements, sql);
  if (self != NULL && !self->in_use)
    {
      self->in_use = TRUE;
      return self;
    }

  /* A statement that is needed again while it runs gets a second one for that time. */
  cached = self == NULL;
  code = sqlite3_prepare_v3 (desk_database_get_connection (database), sql, -1,
                             cached ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);
  if (code != SQLITE_OK)
    {
      desk_database_take_failure (database, code, error);
      return NULL;
    }

  self = g_new0 (DeskSql, 1);
  self->database = database;
  self->stmt = stmt;
  self->in_use = TRUE;
  self->cached = cached;
  if (cached)
    g_hash_table_insert (statements, g_strdup (sql), self);

  return self;
}

/**
 * desk_sql_release:
 * @self: (transfer full) (nullable): a statement
 *
 * Gives a statement back: it is reset, so that it holds no lock, and forgets its bindings.
 */
void
desk_sql_release (DeskSql *self)
{
  if (self == NULL)
    return;

  if (!self->cached)
    {
      desk_sql_free (self);
      return;
    }

  desk_sql_reset (self);
  sqlite3_clear_bindings (self->stmt);
  self->in_use = FALSE;
}

void
desk_sql_free (DeskSql *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

static void
note_bind (DeskSql *self,
           int code)
{
  if (self->failure == SQLITE_OK)
    self->failure = code;
}

void
desk_sql_bind_null (DeskSql *self,
                    guint index)
{
  note_bind (self, sqlite3_bind_null (self->stmt, (int) index + 1));
}

void
desk_sql_bind_int (DeskSql *self,
                   guint index,
                   gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, (int) index + 1, value));
}

/**
 * desk_sql_bind_text:
 * @self: a statement
 * @index: a parameter, counted from 0
 * @text: (nullable): a text that stays as it is until the statement is released or bound again; %NULL for NULL
 */
void
desk_sql_bind_text (DeskSql *self,
                    guint index,
                    const char *text)
{
  if (text == NULL)
    desk_sql_bind_null (self, index);
  else
    desk_sql_bind_text_n (self, index, text, strlen (text));
}

void
desk_sql_bind_text_n (DeskSql *self,
                      guint index,
                      const char *text,
                      gsize n_bytes)
{
  note_bind (self, sqlite3_bind_text64 (self->stmt, (int) index + 1, text, n_bytes, SQLITE_STATIC, SQLITE_UTF8));
}

/**
 * desk_sql_bind_bytes:
 * @self: a statement
 * @index: a parameter, counted from 0
 * @bytes: (nullable): bytes that stay alive until the statement is released or bound again; %NULL for NULL
 */
void
desk_sql_bind_bytes (DeskSql *self,
                     guint index,
                     GBytes *bytes)
{
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    {
      desk_sql_bind_null (self, index);
      return;
    }

  /* A NULL pointer would store NULL and not no bytes. */
  data = g_bytes_get_data (bytes, &size);
  note_bind (self, sqlite3_bind_blob64 (self->stmt, (int) index + 1, size > 0 ? data : "", size, SQLITE_STATIC));
}

/**
 * desk_sql_bind_copy:
 * @self: a statement
 * @index: a parameter, counted from 0
 * @data: bytes, copied
 * @size: their number
 * @text: whether they are UTF-8 text
 */
void
desk_sql_bind_copy (DeskSql *self,
                    guint index,
                    gconstpointer data,
                    gsize size,
                    gboolean text)
{
  note_bind (self, text ? sqlite3_bind_text64 (self->stmt, (int) index + 1, data, size, SQLITE_TRANSIENT, SQLITE_UTF8)
                        : sqlite3_bind_blob64 (self->stmt, (int) index + 1, data, size, SQLITE_TRANSIENT));
}

void
desk_sql_bind_nick (DeskSql *self,
                    guint index,
                    GType type,
                    int value)
{
  desk_sql_bind_text (self, index, desk_enum_to_nick (type, value));
}

/**
 * desk_sql_step:
 * @self: a statement
 * @error: return location for an error of %DESK_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Goes to the next row. An interrupt that comes between two statements is lost on SQLite, so the job's cancellable is
 * asked as well.
 *
 * Returns: whether there is a row, the end, or a failure
 */
DeskSqlState
desk_sql_step (DeskSql *self,
               GError **error)
{
  int code;

  if (g_cancellable_set_error_if_cancelled (desk_database_get_cancellable (self->database), error))
    return DESK_SQL_FAILED;

  code = self->failure != SQLITE_OK ? self->failure : sqlite3_step (self->stmt);
  switch (code)
    {
    case SQLITE_ROW:
      return DESK_SQL_ROW;
    case SQLITE_DONE:
      return DESK_SQL_DONE;
    default:
      desk_database_take_failure (self->database, code, error);
      return DESK_SQL_FAILED;
    }
}

gboolean
desk_sql_run (DeskSql *self,
              GError **error)
{
  DeskSqlState state;

  do
    state = desk_sql_step (self, error);
  while (state == DESK_SQL_ROW);

  desk_sql_reset (self);

  return state == DESK_SQL_DONE;
}

gboolean
desk_sql_find (DeskSql *self,
               const char *missing,
               GError **error)
{
  DeskSqlState state = desk_sql_step (self, error);

  if (state == DESK_SQL_DONE)
    g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND, missing);

  return state == DESK_SQL_ROW;
}

void
desk_sql_reset (DeskSql *self)
{
  sqlite3_reset (self->stmt);
  self->failure = SQLITE_OK;
}

gboolean
desk_sql_is_null (DeskSql *self,
                  guint column)
{
  return sqlite3_column_type (self->stmt, (int) column) == SQLITE_NULL;
}

gint64
desk_sql_get_int (DeskSql *self,
                  guint column)
{
  return sqlite3_column_int64 (self->stmt, (int) column);
}

guint
desk_sql_get_uint (DeskSql *self,
                   guint column)
{
  gint64 value = desk_sql_get_int (self, column);

  return value < 0 || value > G_MAXUINT ? G_MAXUINT : (guint) value;
}

const char *
desk_sql_get_text (DeskSql *self,
                   guint column,
                   gsize *n_bytes)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, (int) column);

  if (n_bytes != NULL)
    *n_bytes = sqlite3_column_bytes (self->stmt, (int) column);

  return text;
}

/**
 * desk_sql_dup_text:
 * @self: a statement on a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): valid UTF-8, whatever a damaged file holds; %NULL for NULL
 */
char *
desk_sql_dup_text (DeskSql *self,
                   guint column)
{
  gsize n_bytes;
  const char *text = desk_sql_get_text (self, column, &n_bytes);

  if (text == NULL)
    return NULL;
  if (g_utf8_validate_len (text, n_bytes, NULL))
    return g_strndup (text, n_bytes);

  return g_utf8_make_valid (text, (gssize) n_bytes);
}

GBytes *
desk_sql_dup_bytes (DeskSql *self,
                    guint column)
{
  gconstpointer data;

  if (desk_sql_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->stmt, (int) column);

  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, (int) column));
}

gboolean
desk_sql_get_nick (DeskSql *self,
                   guint column,
                   GType type,
                   int *value)
{
  return desk_enum_from_nick (type, desk_sql_get_text (self, column, NULL), value);
}
