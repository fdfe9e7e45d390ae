/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-snippet-private.h"

#include <string.h>

#include "desk-sql-private.h"

#define HIT_START "\xe2\x81\xa8" /* U+2068 FIRST STRONG ISOLATE: a hit keeps its own direction */
#define HIT_END "\xe2\x81\xa9"   /* U+2069 POP DIRECTIONAL ISOLATE */
/* What the index puts there first: no article has it, for control characters do not survive an import. */
#define RAW_START '\x02'
#define RAW_END '\x03'

/* A text that takes long to look through is not shown by its passages. */
#define MAX_BYTES "4000000"
#define CONTEXT_LENGTH 40

/* Of a row of the index, before anything of it is read; the plus keeps it from being looked up one by one. */
#define IS_SMALL " AND +rowid IN (SELECT id FROM search_content WHERE id BETWEEN ?2 AND ?3 AND octet_length (body) < " MAX_BYTES ")"

/* Rows that are asked for together have at most so many times as many ids between the first and the last of them. */
#define MAX_SPREAD 4

/* A text of one's own may have isolates; unpaired ones would turn the hits around. */
static gboolean
is_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2069;
}

static void
append_clean (GString *line,
              const char *text,
              gsize n_bytes)
{
  const char *end = text + n_bytes;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == RAW_START)
        g_string_append (line, HIT_START);
      else if (c == RAW_END)
        g_string_append (line, HIT_END);
      else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          if (line->len > 0 && line->str[line->len - 1] != ' ')
            g_string_append_c (line, ' ');
        }
      else if (!is_isolate (c))
        g_string_append_unichar (line, c);
    }
}

static const char *
find_first (const char *text,
            GPtrArray *needles,
            const char **needle)
{
  const char *first = NULL;

  for (guint i = 0; i < needles->len; i++)
    {
      const char *found = strstr (text, g_ptr_array_index (needles, i));

      if (found != NULL && (first == NULL || found < first))
        {
          first = found;
          *needle = g_ptr_array_index (needles, i);
        }
    }

  return first;
}

char *
desk_snippet_cut (const char *text,
                  GPtrArray *needles)
{
  const char *needle = NULL;
  const char *hit = find_first (text, needles, &needle);
  const char *start = hit;
  const char *end;
  GString *line;

  if (hit == NULL)
    return NULL;

  line = g_string_new (NULL);
  for (guint i = 0; i < CONTEXT_LENGTH && start > text; i++)
    start = g_utf8_prev_char (start);
  end = hit + strlen (needle);
  for (guint i = 0; i < CONTEXT_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  if (start > text)
    g_string_append (line, "…");
  while (hit != NULL && hit + strlen (needle) <= end)
    {
      append_clean (line, start, hit - start);
      g_string_append (line, HIT_START);
      append_clean (line, hit, strlen (needle));
      g_string_append (line, HIT_END);
      start = hit + strlen (needle);
      hit = find_first (start, needles, &needle);
    }
  append_clean (line, start, end - start);
  if (*end != '\0')
    g_string_append (line, "…");

  return g_string_free (line, FALSE);
}

/* For scripts without spaces: what was typed stands in the text as it is. */
static char *
load_cut (DeskDatabase *database,
          DeskSearchQuery *search,
          gint64 id,
          GError **error)
{
  g_autoptr (DeskSql) row = NULL;

  row = desk_sql_get (database, "SELECT body, notes, names, headline FROM search_content WHERE id = ? AND octet_length (body) < " MAX_BYTES, error);
  if (row == NULL)
    return NULL;

  desk_sql_bind_int (row, 0, id);
  if (desk_sql_step (row, error) != DESK_SQL_ROW)
    return NULL;

  for (guint column = 0; column < 4; column++)
    {
      g_autofree char *text = desk_sql_dup_text (row, column);
      char *snippet = text != NULL ? desk_snippet_cut (text, search->singles) : NULL;

      if (snippet != NULL)
        return snippet;
    }

  return NULL;
}

static gboolean
is_small (DeskDatabase *database,
          gint64 id,
          GError **error)
{
  g_autoptr (DeskSql) row = NULL;

  row = desk_sql_get (database, "SELECT 1 FROM search_content WHERE id = ? AND octet_length (body) < " MAX_BYTES, error);
  if (row == NULL)
    return FALSE;

  desk_sql_bind_int (row, 0, id);

  return desk_sql_step (row, error) == DESK_SQL_ROW;
}

/* What the index says of one column, for those of the rows from `first` to `last` that have nothing yet. */
static gboolean
load_column (DeskDatabase *database,
             DeskSearchQuery *search,
             const char *sql,
             gint64 first,
             gint64 last,
             GHashTable *snippets,
             GError **error)
{
  g_autoptr (DeskSql) rows = desk_sql_get (database, sql, error);
  DeskSqlState state;

  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, search->match);
  desk_sql_bind_int (rows, 1, first);
  desk_sql_bind_int (rows, 2, last);
  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      gint64 id = desk_sql_get_int (rows, 0);
      g_autofree char *raw = desk_sql_dup_text (rows, 1);
      gpointer known;

      if (raw == NULL || strchr (raw, RAW_START) == NULL ||
          !g_hash_table_lookup_extended (snippets, &id, NULL, &known) || known != NULL)
        continue;

      {
        GString *line = g_string_new (NULL);

        append_clean (line, raw, strlen (raw));
        g_hash_table_replace (snippets, g_memdup2 (&id, sizeof id), g_string_free (line, FALSE));
      }
    }

  return state == DESK_SQL_DONE;
}

static gboolean
has_missing (GHashTable *snippets)
{
  GHashTableIter iter;
  gpointer snippet;

  g_hash_table_iter_init (&iter, snippets);
  while (g_hash_table_iter_next (&iter, NULL, &snippet))
    if (snippet == NULL)
      return TRUE;

  return FALSE;
}

/* Rows that stand together are asked for at once: what is still being typed makes the index bring all words together that
 * begin with it, each time anew. */
static gboolean
load_columns (DeskDatabase *database,
              DeskSearchQuery *search,
              GArray *ids,
              GHashTable *snippets,
              GError **error)
{
  /* The columns headline, body, notes, names are 0 to 3; each is tokenized only when it is asked for. As many words as
   * the index gives: they begin with a sentence, and its last word may be the hit. */
  static const char *const queries[] = {
    "SELECT rowid, snippet (search, 1, char (2), char (3), '…', 64) FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3" IS_SMALL,
    "SELECT rowid, snippet (search, 2, char (2), char (3), '…', 64) FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3" IS_SMALL,
    "SELECT rowid, snippet (search, 3, char (2), char (3), '…', 64) FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3" IS_SMALL,
    "SELECT rowid, snippet (search, 0, char (2), char (3), '…', 64) FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3" IS_SMALL,
  };
  gint64 first = G_MAXINT64;
  gint64 last = 0;
  gboolean together = g_hash_table_size (snippets) == ids->len;

  for (guint i = 0; i < ids->len; i++)
    {
      first = MIN (first, g_array_index (ids, gint64, i));
      last = MAX (last, g_array_index (ids, gint64, i));
    }
  together = together && last - first < MAX_SPREAD * (gint64) ids->len;

  for (guint i = 0; i < G_N_ELEMENTS (queries) && has_missing (snippets); i++)
    {
      if (together && !load_column (database, search, queries[i], first, last, snippets, error))
        return FALSE;
      for (guint k = 0; !together && k < ids->len; k++)
        {
          gint64 id = g_array_index (ids, gint64, k);
          gpointer known;

          if (g_hash_table_lookup_extended (snippets, &id, NULL, &known) && known == NULL &&
              !load_column (database, search, queries[i], id, id, snippets, error))
            return FALSE;
        }
    }

  return TRUE;
}

GHashTable *
desk_snippet_load (DeskDatabase *database,
                   DeskSearchQuery *search,
                   GArray *ids,
                   GError **error)
{
  g_autoptr (GHashTable) snippets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (search->match == NULL || search->complement)
    return g_steal_pointer (&snippets);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GError) local_error = NULL;
      char *cut = search->only_singles ? load_cut (database, search, id, &local_error) : NULL;
      gboolean small = search->only_singles || is_small (database, id, &local_error);

      if (local_error != NULL)
        {
          g_free (cut);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (small)
        g_hash_table_replace (snippets, g_memdup2 (&id, sizeof id), cut);
    }

  if (!search->only_singles && !load_columns (database, search, ids, snippets, error))
    return NULL;

  return g_steal_pointer (&snippets);
}
