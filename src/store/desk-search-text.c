/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-search-text-private.h"

#include <string.h>

#include "desk-changes-private.h"
#include "desk-sql-private.h"

typedef struct
{
  gint64 version_id;
  gboolean live;
  char *headline;
  char *notes;
  char *names;
  char *split;
} SearchText;

static void
search_text_clear (SearchText *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->split, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SearchText, search_text_clear)

/**
 * desk_search_text_is_single:
 * @c: a character
 *
 * Tells whether a character belongs to a script that writes without spaces between words. The tokenizer would take a
 * whole clause of them for one word; by themselves they are found in any combination, as a phrase.
 *
 * Returns: %TRUE if it does
 */
gboolean
desk_search_text_is_single (gunichar c)
{
  /* All before are written with spaces, and nearly all text ends here. */
  if (c < 0x0e00)
    return FALSE;

  /* The mark of a long vowel, which is shared by two scripts. */
  if (c == 0x30fc)
    return TRUE;

  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return g_unichar_isalnum (c) || g_unichar_ismark (c);
    default:
      return FALSE;
    }
}

void
desk_search_text_split (GString *split,
                        const char *text,
                        gsize n_bytes)
{
  const char *end = text + n_bytes;
  gboolean in_run = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c;

      /* ASCII is passed over fast. */
      if (!(*p & 0x80))
        {
          in_run = FALSE;
          continue;
        }

      c = g_utf8_get_char (p);
      if (!desk_search_text_is_single (c))
        {
          in_run = FALSE;
          continue;
        }

      if (!in_run && split->len > 0)
        {
          g_string_append_c (split, ' ');
          g_string_append_unichar (split, DESK_SEARCH_TEXT_GAP);
        }
      /* A sign above or below a letter stays with it. */
      if (!g_unichar_ismark (c) && split->len > 0)
        g_string_append_c (split, ' ');
      g_string_append_unichar (split, c);
      in_run = TRUE;
    }
}

static char *
load_joined (DeskDatabase *database,
             const char *sql,
             gint64 article_id,
             GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);
  g_autoptr (GString) joined = g_string_new (NULL);
  DeskSqlState state;

  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, article_id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      g_autofree char *text = desk_sql_dup_text (statement, 0);

      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, text);
    }

  return state == DESK_SQL_DONE ? g_string_free (g_steal_pointer (&joined), FALSE) : NULL;
}

static void
add_split (GString *split,
           const char *text)
{
  desk_search_text_split (split, text, strlen (text));
}

static gboolean
collect (DeskDatabase *database,
         gint64 article_id,
         SearchText *wanted,
         GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  GString *split;
  const char *body;
  gsize n_bytes;

  statement = desk_sql_get (database,
                            "SELECT version_id, deleted = 0, headline, text FROM article JOIN version ON version.id = version_id "
                            "WHERE article.id = ?",
                            error);
  if (statement == NULL)
    return FALSE;
  desk_sql_bind_int (statement, 0, article_id);
  if (!desk_sql_find (statement, "", error))
    return FALSE;

  wanted->version_id = desk_sql_get_int (statement, 0);
  wanted->live = desk_sql_get_int (statement, 1) != 0;
  wanted->headline = desk_sql_dup_text (statement, 2);
  wanted->notes = load_joined (database,
                               "SELECT note FROM annotation WHERE article_id = ? AND deleted = 0 AND note <> '' ORDER BY start, id",
                               article_id, error);
  /* Names that stand in the text as they are would be found twice; of a huge text it is not worth looking. */
  wanted->names = load_joined (database,
                               "SELECT entity.name FROM article"
                               " JOIN version ON version.id = article.version_id"
                               " JOIN analysis ON analysis.version_id = version.id"
                               " JOIN entity ON entity.analysis_id = analysis.id"
                               " WHERE article.id = ?1 AND (octet_length (version.text) > 1000000 OR instr (version.text, entity.name) = 0)"
                               " UNION SELECT alias FROM article"
                               " JOIN version ON version.id = article.version_id"
                               " JOIN analysis ON analysis.version_id = version.id"
                               " JOIN entity_alias ON entity_alias.analysis_id = analysis.id"
                               " WHERE article.id = ?1 AND (octet_length (version.text) > 1000000 OR instr (version.text, alias) = 0)"
                               /* And what the reader calls them. */
                               " UNION SELECT name FROM article"
                               " JOIN version ON version.id = article.version_id"
                               " JOIN naming ON naming.article_id = article.id"
                               " WHERE article.id = ?1 AND (octet_length (version.text) > 1000000 OR instr (version.text, name) = 0)",
                               article_id, error);
  if (wanted->notes == NULL || wanted->names == NULL)
    return FALSE;

  body = desk_sql_get_text (statement, 3, &n_bytes);
  split = g_string_new (NULL);
  add_split (split, wanted->headline);
  if (body != NULL && g_utf8_validate_len (body, n_bytes, NULL))
    desk_search_text_split (split, body, n_bytes);
  add_split (split, wanted->notes);
  add_split (split, wanted->names);
  wanted->split = g_string_free (split, FALSE);

  return TRUE;
}

gboolean
desk_search_text_update (DeskDatabase *database,
                         gint64 article_id,
                         GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_auto (SearchText) wanted = { 0 };

  if (!collect (database, article_id, &wanted, error))
    return FALSE;

  /* The triggers of the table tokenize the whole text again: only when something is different. */
  statement = desk_sql_get (database,
                            "INSERT INTO search_text (id, version_id, live, headline, notes, names, cjk) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE "
                            "SET version_id = ?2, live = ?3, headline = ?4, notes = ?5, names = ?6, cjk = ?7 "
                            "WHERE (version_id, live, headline, notes, names, cjk) <> (?2, ?3, ?4, ?5, ?6, ?7)",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);
  desk_sql_bind_int (statement, 1, wanted.version_id);
  desk_sql_bind_int (statement, 2, wanted.live);
  desk_sql_bind_text (statement, 3, wanted.headline);
  desk_sql_bind_text (statement, 4, wanted.notes);
  desk_sql_bind_text (statement, 5, wanted.names);
  desk_sql_bind_text (statement, 6, wanted.split);

  return desk_sql_run (statement, error);
}

static gboolean
rebuild_job (DeskDatabase *database,
             gpointer data,
             DeskJobResult *result,
             GCancellable *cancellable,
             GError **error)
{
  gboolean rebuilt = desk_database_exec (database, "INSERT INTO search (search) VALUES ('rebuild')", error);

  /* If that fails as well, something worse is wrong than the index. */
  if (rebuilt)
    {
      g_message ("The search index was built again");
      desk_changes_mark_all (desk_database_get_changes (database));
    }

  return rebuilt;
}

void
desk_search_text_rebuild (DeskDatabase *database)
{
  if (desk_database_get_read_only (database) || !desk_database_notice_search_damage (database))
    return;

  desk_database_push (database, DESK_JOB_WRITE, rebuild_job, NULL, NULL, NULL);
}
