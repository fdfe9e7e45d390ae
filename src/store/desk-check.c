/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-check-private.h"

#include <glib/gi18n-lib.h>

#include "desk-sql-private.h"

#define MAX_PROBLEMS 100

static void add_problem (GPtrArray *problems,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (GPtrArray *problems,
             const char *format,
             ...)
{
  va_list arguments;

  if (problems->len >= MAX_PROBLEMS)
    return;

  va_start (arguments, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Runs a query whose rows are all problems. */
static gboolean
check_rows (DeskDatabase *database,
            const char *sql,
            void (*report) (GPtrArray *problems, DeskSql *row),
            GPtrArray *problems,
            GError **error)
{
  g_autoptr (DeskSql) rows = desk_sql_get (database, sql, error);
  DeskSqlState state;

  if (rows == NULL)
    return FALSE;

  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    report (problems, rows);

  return state == DESK_SQL_DONE;
}

static void
report_structure (GPtrArray *problems,
                  DeskSql *row)
{
  const char *text = desk_sql_get_text (row, 0, NULL);

  if (g_strcmp0 (text, "ok") != 0)
    add_problem (problems, _ ("The file is damaged: %s"), text);
}

static void
report_orphan (GPtrArray *problems,
               DeskSql *row)
{
  add_problem (problems, _ ("A row of “%s” belongs to nothing"), desk_sql_get_text (row, 0, NULL));
}

static void
check_original (GPtrArray *problems,
                DeskSql *row)
{
  g_autoptr (GBytes) bytes = desk_sql_dup_bytes (row, 0);
  g_autofree char *sha256 = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  const char *stored = desk_sql_get_text (row, 1, NULL);

  if (g_strcmp0 (sha256, stored) != 0)
    add_problem (problems, _ ("The original with the SHA-256 %s was changed"), stored);
}

static void
check_version (GPtrArray *problems,
               DeskSql *row)
{
  gsize n_bytes;
  const char *text = desk_sql_get_text (row, 0, &n_bytes);
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, n_bytes);

  if (g_strcmp0 (sha256, desk_sql_get_text (row, 1, NULL)) != 0)
    add_problem (problems, _ ("The text of the article “%s” was changed"), desk_sql_get_text (row, 2, NULL));
}

static void
report_mark (GPtrArray *problems,
             DeskSql *row)
{
  add_problem (problems, _ ("A mark in the article “%s” does not stand on its words: “%s”"),
               desk_sql_get_text (row, 0, NULL), desk_sql_get_text (row, 1, NULL));
}

static void
report_block (GPtrArray *problems,
              DeskSql *row)
{
  add_problem (problems, _ ("The blocks of the article “%s” do not cover its text"), desk_sql_get_text (row, 0, NULL));
}

static void
report_count (GPtrArray *problems,
              DeskSql *row)
{
  add_problem (problems, _ ("A number is wrong: %s"), desk_sql_get_text (row, 0, NULL));
}

static void
report_search (GPtrArray *problems,
               DeskSql *row)
{
  /* A format macro inside a text could not be translated. */
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, desk_sql_get_int (row, 0));

  add_problem (problems, _ ("The article number %s is missing in the search index, or too much there"), number);
}

gboolean
desk_check_run (DeskDatabase *database,
                GPtrArray *problems,
                GError **error)
{
  return (check_rows (database, "PRAGMA integrity_check (100)", report_structure, problems, error) &&
          check_rows (database, "PRAGMA foreign_key_check", report_orphan, problems, error) &&
          check_rows (database, "SELECT bytes, sha256 FROM original", check_original, problems, error) &&
          check_rows (database,
                      "SELECT text, hash, headline FROM version JOIN article ON article.id = article_id",
                      check_version, problems, error) &&
          check_rows (database,
                      "SELECT headline FROM article JOIN version ON version.id = version_id WHERE length (text) <> "
                      "(SELECT ifnull (max (stop), 0) FROM block WHERE block.version_id = version.id)",
                      report_block, problems, error) &&
          check_rows (database,
                      "SELECT headline, exact FROM annotation JOIN article ON article.id = annotation.article_id "
                      "JOIN version ON version.article_id = article.id AND hash = version_hash "
                      "WHERE annotation.deleted = 0 AND substr (text, start + 1, stop - start) <> exact",
                      report_mark, problems, error) &&
          check_rows (database,
                      "SELECT format ('%d articles, %d counted', real, counted) FROM "
                      "(SELECT (SELECT count (*) FROM article WHERE deleted = 0) AS real, n_all AS counted FROM section_count WHERE sort = 'total' "
                      "UNION ALL SELECT (SELECT count (*) FROM article WHERE deleted = 0 AND unread = 1), n_unread FROM section_count WHERE sort = 'total' "
                      "UNION ALL SELECT (SELECT count (*) FROM article WHERE deleted = 0 AND starred = 1), n_starred FROM section_count WHERE sort = 'total' "
                      "UNION ALL SELECT (SELECT count (DISTINCT article_id) FROM annotation JOIN article ON article.id = article_id "
                      " WHERE annotation.deleted = 0 AND article.deleted = 0), n_marked FROM section_count WHERE sort = 'total') "
                      "WHERE real <> counted",
                      report_count, problems, error) &&
          check_rows (database,
                      "SELECT format ('%d of order %s', sum (n_all), sort) FROM section_count GROUP BY sort "
                      "HAVING sum (n_all) <> (SELECT n_all FROM section_count WHERE sort = 'total') "
                      "OR sum (n_unread) <> (SELECT n_unread FROM section_count WHERE sort = 'total')",
                      report_count, problems, error) &&
          check_rows (database,
                      "SELECT * FROM (SELECT id FROM search_docsize EXCEPT SELECT id FROM search_text WHERE live) "
                      "UNION ALL SELECT * FROM (SELECT id FROM article WHERE deleted = 0 EXCEPT SELECT id FROM search_docsize)",
                      report_search, problems, error));
}

gboolean
desk_check_run_search (DeskDatabase *database,
                       GPtrArray *problems,
                       GError **error)
{
  /* By hand: what is found here is a result, and no reason to build the index anew. */
  int code = sqlite3_exec (desk_database_get_connection (database),
                           "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) != SQLITE_CORRUPT)
    {
      desk_database_take_failure (database, code, error);
      return FALSE;
    }
  add_problem (problems, "%s", _ ("The search index does not fit the texts"));

  return TRUE;
}
