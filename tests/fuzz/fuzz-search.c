/* Anything typed into the search box becomes an expression that the index takes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>

#include "desk-query.h"
#include "desk-search-query-private.h"
#include "fuzz-target.h"

static sqlite3_stmt *
prepare (void)
{
  static const char setup[] =
    "CREATE VIRTUAL TABLE search USING fts5 (headline, body, cjk, prefix = '2 3', "
    "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\");"
    "INSERT INTO search VALUES ('River', 'The river rose by two metres; the F-16 did not fly.', '河 水 上 涨');";
  sqlite3 *connection = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, setup, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (connection, "SELECT rowid FROM search WHERE search MATCH ?", -1, &stmt, NULL), ==, SQLITE_OK);

  return stmt;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t size)
{
  static sqlite3_stmt *stmt;
  g_autofree char *typed = g_strndup ((const char *) bytes, size);
  g_autoptr (DeskQuery) query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, typed);
  g_autoptr (DeskSearchQuery) search = NULL;
  int code;

  if (query->search == NULL)
    return 0;

  search = desk_search_query_parse (query->search);
  if (search->match == NULL)
    return 0;

  if (stmt == NULL)
    stmt = prepare ();
  g_assert_true (g_utf8_validate (search->match, -1, NULL));
  sqlite3_bind_text (stmt, 1, search->match, -1, SQLITE_STATIC);
  do
    code = sqlite3_step (stmt);
  while (code == SQLITE_ROW);
  if (code != SQLITE_DONE)
    g_error ("%s: %s", search->match, sqlite3_errmsg (sqlite3_db_handle (stmt)));
  sqlite3_reset (stmt);

  return 0;
}
