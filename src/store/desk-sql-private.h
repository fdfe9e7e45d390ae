/* A prepared statement, kept by the database and used again.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

typedef struct _DeskSql DeskSql;

typedef enum
{
  DESK_SQL_FAILED,
  DESK_SQL_DONE,
  DESK_SQL_ROW,
} DeskSqlState;

/* Gives a statement that nobody uses at the moment, without bindings; g_autoptr gives it back. */
DeskSql *desk_sql_get (DeskDatabase *database,
                       const char *sql,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void desk_sql_release (DeskSql *self);
void desk_sql_free (DeskSql *self);

/* Parameters count from 0, as columns do. A failure is reported by the next step. */
void desk_sql_bind_null (DeskSql *self,
                         guint index);
void desk_sql_bind_int (DeskSql *self,
                        guint index,
                        gint64 value);
void desk_sql_bind_text (DeskSql *self,
                         guint index,
                         const char *text);
void desk_sql_bind_text_n (DeskSql *self,
                           guint index,
                           const char *text,
                           gsize n_bytes);
void desk_sql_bind_bytes (DeskSql *self,
                          guint index,
                          GBytes *bytes);
void desk_sql_bind_copy (DeskSql *self,
                         guint index,
                         gconstpointer data,
                         gsize size,
                         gboolean text);
void desk_sql_bind_nick (DeskSql *self,
                         guint index,
                         GType type,
                         int value);

DeskSqlState desk_sql_step (DeskSql *self,
                            GError **error);
/* Runs a statement that gives no rows, and readies it for other bindings. */
gboolean desk_sql_run (DeskSql *self,
                       GError **error);
/* Steps to a row that has to be there, else fails as NOT_FOUND with a message for the reader. */
gboolean desk_sql_find (DeskSql *self,
                        const char *missing,
                        GError **error);
void desk_sql_reset (DeskSql *self);

gboolean desk_sql_is_null (DeskSql *self,
                           guint column);
gint64 desk_sql_get_int (DeskSql *self,
                         guint column);
/* An offset or an index; what does not fit is G_MAXUINT, which no text reaches. */
guint desk_sql_get_uint (DeskSql *self,
                         guint column);
/* Borrowed until the next step; maybe not valid UTF-8. */
const char *desk_sql_get_text (DeskSql *self,
                               guint column,
                               gsize *n_bytes);
/* Valid UTF-8; NULL for NULL. */
char *desk_sql_dup_text (DeskSql *self,
                         guint column) G_GNUC_WARN_UNUSED_RESULT;
GBytes *desk_sql_dup_bytes (DeskSql *self,
                            guint column) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_sql_get_nick (DeskSql *self,
                            guint column,
                            GType type,
                            int *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSql, desk_sql_release)

G_END_DECLS
