/* Which articles may have something to say to a question, newest first.
 *
 * The index tells in which articles the names stand. Few articles are sorted by their dates; where there are many the order
 * of the dates is walked, and those that are among them are picked, so that the first page does not wait for all.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"

#include <string.h>

#include "desk-core-types.h"
#include "desk-rule-store-private.h"
#include "desk-sql-private.h"

DeskAnswerLimits desk_answer_limits = { .max_sorted = 400, .walk_rows = 512, .max_known = 4000 };

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const DeskAnswerPlace *first = a;
  const DeskAnswerPlace *second = b;

  if (first->article_id != second->article_id)
    return first->article_id < second->article_id ? -1 : 1;

  return first->entity < second->entity ? -1 : first->entity > second->entity;
}

static gboolean
take_places (DeskAnswer *self,
             DeskSql *rows,
             GError **error)
{
  DeskSqlState state;

  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      DeskAnswerPlace place = { desk_sql_get_int (rows, 0), desk_sql_get_int (rows, 1) };

      g_array_append_val (self->places, place);
    }

  return state == DESK_SQL_DONE;
}

static gboolean
find_by_name (DeskAnswer *self,
              DeskDatabase *database,
              const DeskIdentity *identity,
              gboolean other_names,
              GError **error)
{
  g_autofree char *folded = desk_name_fold (identity->name);
  g_autoptr (DeskSql) rows = NULL;

  rows = desk_sql_get (database,
                       "SELECT article_id, entity FROM naming WHERE folded = ?1 AND kind = ?2 AND (idx = 0 OR ?3) AND apart = 0",
                       error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, folded);
  desk_sql_bind_nick (rows, 1, DESK_TYPE_ENTITY_KIND, identity->kind);
  desk_sql_bind_int (rows, 2, other_names || desk_answer_counts_other_names (self, folded));

  return take_places (self, rows, error);
}

static gboolean
find_by_speaker (DeskAnswer *self,
                 DeskDatabase *database,
                 const char *words,
                 GError **error)
{
  g_autofree char *folded = desk_name_fold (words);
  g_autoptr (DeskSql) rows = desk_sql_get (database, "SELECT article_id, -1 FROM saying WHERE speaker = ?", error);

  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, folded);

  return take_places (self, rows, error);
}

static gboolean
find_of_kind (DeskAnswer *self,
              DeskDatabase *database,
              DeskRuleSet *rules,
              DeskEntityKind kind,
              GError **error)
{
  const DeskIdentity identity = { kind, self->question->name };
  g_autoptr (DeskRuleSources) sources = desk_rule_set_find_sources (rules, &identity);

  for (guint i = 0; i < sources->identities->len; i++)
    if (!find_by_name (self, database, g_ptr_array_index (sources->identities, i), FALSE, error))
      return FALSE;
  for (guint i = 0; i < sources->forms->len; i++)
    if (!find_by_name (self, database, g_ptr_array_index (sources->forms, i), TRUE, error))
      return FALSE;
  for (guint i = 0; i < sources->speakers->len && self->question->kind == DESK_QUESTION_KIND_SAID; i++)
    if (!find_by_speaker (self, database, g_ptr_array_index (sources->speakers, i), error))
      return FALSE;

  return TRUE;
}

/* Several names may stand in one article, and several quotes be given to one name. */
static void
sort_places (GArray *places)
{
  guint n_kept = 0;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      const DeskAnswerPlace *place = &g_array_index (places, DeskAnswerPlace, i);

      if (n_kept == 0 || compare_places (place, &g_array_index (places, DeskAnswerPlace, n_kept - 1)) != 0)
        g_array_index (places, DeskAnswerPlace, n_kept++) = *place;
    }
  g_array_set_size (places, n_kept);
}

static guint
parse_day (const char *day,
           gsize size)
{
  guint number = 0;

  for (gsize i = 0; i < size; i++)
    if (g_ascii_isdigit (day[i]))
      number = number * 10 + (guint) g_ascii_digit_value (day[i]);

  return number;
}

static gboolean
is_in_time (DeskAnswer *self,
            const char *day,
            gsize size)
{
  const char *from = self->question->from;
  const char *until = self->question->until;
  guint number = parse_day (day, size);

  return ((from == NULL || *from == '\0' || number >= parse_day (from, strlen (from))) &&
          (until == NULL || *until == '\0' || (number > 0 && number <= parse_day (until, strlen (until)))));
}

static gboolean
is_key_in_time (DeskAnswer *self,
                const DeskSortKey *key)
{
  gsize size = 0;
  const char *day = key->major != NULL ? g_bytes_get_data (key->major, &size) : NULL;

  return is_in_time (self, day, size);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return desk_sort_key_compare (DESK_SORT_PUBLISHED, a, b);
}

static void
clear_key (gpointer data)
{
  desk_sort_key_clear (data);
}

/* All of few articles, in order. */
static gboolean
sort_articles (DeskAnswer *self,
               DeskDatabase *database,
               GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (DeskSortKey));
  g_autoptr (DeskSql) statement = NULL;
  gint64 last = 0;

  g_array_set_clear_func (keys, clear_key);
  statement = desk_sql_get (database, "SELECT published_day, published_time, id FROM article WHERE id = ? AND deleted = 0", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      gint64 id = g_array_index (self->places, DeskAnswerPlace, i).article_id;

      if (id == last)
        continue;
      last = id;
      desk_sql_bind_int (statement, 0, id);
      switch (desk_sql_step (statement, error))
        {
        case DESK_SQL_ROW:
          {
            DeskSortKey key = desk_sort_key_read (statement);

            if (is_key_in_time (self, &key))
              g_array_append_val (keys, key);
            else
              desk_sort_key_clear (&key);
          }
          break;
        case DESK_SQL_DONE:
          break;
        case DESK_SQL_FAILED:
          return FALSE;
        }
      desk_sql_reset (statement);
    }

  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (self->articles, g_array_index (keys, DeskSortKey, i).id);
  self->all = TRUE;

  return TRUE;
}

gboolean
desk_answer_find (DeskAnswer *self,
                  DeskDatabase *database,
                  GError **error)
{
  DeskRuleSet *rules = desk_rule_store_get_set (database, error);

  if (rules == NULL)
    return FALSE;

  self->places = g_array_new (FALSE, FALSE, sizeof (DeskAnswerPlace));
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int kind = 0; kind < DESK_N_ENTITY_KINDS; kind++)
    if ((desk_answer_is_any_kind (self) || kind == self->question->entity_kind) &&
        !find_of_kind (self, database, rules, (DeskEntityKind) kind, error))
      return FALSE;
  sort_places (self->places);

  return self->places->len > desk_answer_limits.max_sorted || sort_articles (self, database, error);
}

/* The first of the places in an article; the number of all where there is none. */
static guint
find_place (DeskAnswer *self,
            gint64 article_id)
{
  guint low = 0;
  guint high = self->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->places, DeskAnswerPlace, middle).article_id < article_id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->places->len && g_array_index (self->places, DeskAnswerPlace, low).article_id == article_id ? low : self->places->len;
}

/* Picks from the next rows of the order. */
static gboolean
walk_some (DeskAnswer *self,
           DeskDatabase *database,
           GError **error)
{
  g_autoptr (DeskSql) walk = NULL;
  DeskSqlState state;
  guint n_rows = 0;

  walk = desk_list_order_walk (database, DESK_SORT_PUBLISHED, DESK_FILTER_ALL, self->walking ? &self->walked : NULL, desk_answer_limits.walk_rows, error);
  if (walk == NULL)
    return FALSE;

  g_array_set_size (self->articles, 0);
  self->next = 0;
  while ((state = desk_sql_step (walk, error)) == DESK_SQL_ROW)
    {
      DeskSortKey key = desk_sort_key_read (walk);
      /* The walk begins with the row that it ended with. */
      gboolean again = self->walking && desk_sort_key_compare (DESK_SORT_PUBLISHED, &key, &self->walked) == 0;

      n_rows++;
      desk_sort_key_clear (&self->walked);
      self->walked = key;
      self->walking = TRUE;
      if (!again && is_key_in_time (self, &key) && find_place (self, key.id) < self->places->len)
        g_array_append_val (self->articles, key.id);
    }
  self->all = n_rows < desk_answer_limits.walk_rows;

  return state == DESK_SQL_DONE;
}

static gboolean
has_source (DeskAnswer *self,
            const char *source)
{
  g_autofree char *folded = desk_name_fold (source != NULL ? source : "");

  return strstr (folded, self->source) != NULL;
}

/* Whether the entity says anything there, with the words that are looked for. */
static gboolean
says_something (DeskAnswer *self,
                DeskDatabase *database,
                const DeskAnswerPlace *place,
                const char *headline,
                gboolean *says,
                GError **error)
{
  g_autoptr (DeskSql) rows = NULL;
  DeskSqlState state = DESK_SQL_DONE;

  rows = desk_sql_get (database,
                       place->entity >= 0
                         ? "SELECT folded FROM saying WHERE article_id = ?1 AND entity = ?2"
                         : "SELECT folded FROM saying WHERE article_id = ?1 AND ?2 < 0",
                       error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_int (rows, 0, place->article_id);
  desk_sql_bind_int (rows, 1, place->entity);
  while (!*says && (state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      const char *folded = self->words[0] != NULL ? desk_sql_get_text (rows, 0, NULL) : "";

      *says = desk_answer_has_words (self, folded != NULL ? folded : "", headline);
    }

  return state != DESK_SQL_FAILED;
}

/* Looks closer, but not as close as reading the analysis. */
static gboolean
may_answer (DeskAnswer *self,
            DeskDatabase *database,
            gint64 article_id,
            gboolean *may,
            GError **error)
{
  const gboolean quotes = self->question->kind == DESK_QUESTION_KIND_SAID;
  g_autofree char *headline = NULL;

  *may = TRUE;
  if (self->source != NULL || self->words[0] != NULL)
    {
      g_autoptr (DeskSql) row = desk_sql_get (database, "SELECT source, headline FROM article WHERE id = ?", error);

      if (row == NULL)
        return FALSE;
      desk_sql_bind_int (row, 0, article_id);
      if (!desk_sql_find (row, "", error))
        return FALSE;
      headline = desk_sql_dup_text (row, 1);
      *may = self->source == NULL || has_source (self, desk_sql_get_text (row, 0, NULL));
    }
  if (!*may)
    return TRUE;
  if (!quotes)
    {
      *may = desk_answer_has_words (self, "", headline != NULL ? headline : "");
      return TRUE;
    }

  *may = FALSE;
  for (guint i = find_place (self, article_id); !*may && i < self->places->len; i++)
    {
      const DeskAnswerPlace *place = &g_array_index (self->places, DeskAnswerPlace, i);

      if (place->article_id != article_id)
        break;
      if (!says_something (self, database, place, headline != NULL ? headline : "", may, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
desk_answer_next_article (DeskAnswer *self,
                          DeskDatabase *database,
                          gint64 *id,
                          gboolean *complete,
                          GError **error)
{
  gboolean may;

  *id = 0;
  *complete = FALSE;
  if (self->next == self->articles->len)
    {
      if (self->all)
        {
          *complete = TRUE;
          return TRUE;
        }
      return walk_some (self, database, error);
    }

  if (!may_answer (self, database, g_array_index (self->articles, gint64, self->next), &may, error))
    return FALSE;

  if (may)
    *id = g_array_index (self->articles, gint64, self->next);
  self->next++;
  *complete = self->next == self->articles->len && self->all;

  return TRUE;
}
