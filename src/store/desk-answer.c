/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"

#include <string.h>

#include "desk-core-types.h"
#include "desk-name-index-private.h"
#include "desk-rule-store-private.h"
#include "desk-sql-private.h"

/* After so long others have their turn. */
#define MAX_MICROSECONDS (50 * G_TIME_SPAN_MILLISECOND)

DeskAnswer *
desk_answer_new (const DeskQuestion *question)
{
  DeskAnswer *self = g_new0 (DeskAnswer, 1);
  g_autofree char *words = desk_saying_fold (question->words != NULL ? question->words : "");
  g_auto (GStrv) split = g_strsplit (g_strchug (words), " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_atomic_ref_count_init (&self->ref_count);
  self->question = desk_question_copy (question);
  if (question->name != NULL)
    self->folded = desk_name_fold (question->name);
  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_strv_builder_take (builder, g_strconcat (" ", split[i], NULL));
  self->words = g_strv_builder_end (builder);
  if (question->source != NULL && *question->source != '\0')
    self->source = desk_name_fold (question->source);

  return self;
}

DeskAnswer *
desk_answer_ref (DeskAnswer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
desk_answer_unref (DeskAnswer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  desk_question_free (self->question);
  g_free (self->folded);
  g_strfreev (self->words);
  g_free (self->source);
  g_clear_pointer (&self->articles, g_array_unref);
  g_free (self);
}

gboolean
desk_answer_has_words (DeskAnswer *self,
                       const char *text,
                       const char *headline)
{
  g_autofree char *folded = NULL;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (text, self->words[i]) != NULL)
        continue;
      if (folded == NULL)
        folded = desk_saying_fold (headline);
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_any_kind (DeskAnswer *self)
{
  return self->question->entity_kind < 0;
}

/* A name of one word is shared by many, so others go by it only for somebody who asks loosely. */
static gboolean
counts_other_names (DeskAnswer *self,
                    const char *folded)
{
  return is_any_kind (self) || strchr (folded, ' ') != NULL;
}

gboolean
desk_answer_is_about (DeskAnswer *self,
                      DeskEntity *entity)
{
  const char *const *aliases = desk_entity_get_aliases (entity);
  g_autofree char *name = NULL;

  if (desk_entity_get_apart (entity) ||
      (!is_any_kind (self) && (int) desk_entity_get_kind (entity) != self->question->entity_kind))
    return FALSE;

  name = desk_name_fold (desk_entity_get_name (entity));
  if (strcmp (name, self->folded) == 0)
    return TRUE;
  if (!counts_other_names (self, self->folded))
    return FALSE;

  for (guint i = 0; aliases[i] != NULL; i++)
    {
      g_autofree char *alias = desk_name_fold (aliases[i]);

      if (strcmp (alias, self->folded) == 0)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  gint64 id;
  guint day; /* 20261123; 0 for unknown */
  gint64 time;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;

  return first->id > second->id ? -1 : first->id < second->id;
}

static guint
parse_day (const char *day)
{
  guint number = 0;

  for (const char *p = day != NULL ? day : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      number = number * 10 + (guint) g_ascii_digit_value (*p);

  return number;
}

static gboolean
has_source (DeskAnswer *self,
            const char *source)
{
  g_autofree char *folded = desk_name_fold (source != NULL ? source : "");

  return strstr (folded, self->source) != NULL;
}

/* Takes up the articles of a query: id, day, time, source, headline, and for quotes their folded words. */
static gboolean
take_rows (DeskAnswer *self,
           DeskSql *rows,
           GHashTable *known,
           GArray *candidates,
           GError **error)
{
  const gboolean has_words = self->words[0] != NULL;
  const gboolean quotes = self->question->kind == DESK_QUESTION_KIND_SAID;
  const guint from = parse_day (self->question->from);
  const guint until = parse_day (self->question->until);
  DeskSqlState state;

  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      Candidate candidate = { desk_sql_get_int (rows, 0), parse_day (desk_sql_get_text (rows, 1, NULL)), desk_sql_get_int (rows, 2) };

      if (g_hash_table_contains (known, &candidate.id) ||
          (from > 0 && candidate.day < from) || (until > 0 && (candidate.day == 0 || candidate.day > until)) ||
          (self->source != NULL && !has_source (self, desk_sql_get_text (rows, 3, NULL))))
        continue;

      if (has_words)
        {
          const char *words = quotes ? desk_sql_get_text (rows, 5, NULL) : NULL;
          const char *headline = desk_sql_get_text (rows, 4, NULL);

          if (!desk_answer_has_words (self, words != NULL ? words : "", headline != NULL ? headline : ""))
            continue;
        }

      g_hash_table_add (known, g_memdup2 (&candidate.id, sizeof candidate.id));
      g_array_append_val (candidates, candidate);
    }

  return state == DESK_SQL_DONE;
}

#define ARTICLE_COLUMNS "article.id, published_day, published_time, source, headline"

static gboolean
find_by_name (DeskAnswer *self,
              DeskDatabase *database,
              const DeskIdentity *identity,
              gboolean other_names,
              GHashTable *known,
              GArray *candidates,
              GError **error)
{
  g_autofree char *folded = desk_name_fold (identity->name);
  g_autoptr (DeskSql) rows = NULL;

  if (self->question->kind == DESK_QUESTION_KIND_SAID)
    rows = desk_sql_get (database,
                         "SELECT " ARTICLE_COLUMNS ", saying.folded FROM naming "
                         "JOIN saying ON saying.article_id = naming.article_id AND saying.entity = naming.entity "
                         "JOIN article ON article.id = naming.article_id "
                         "WHERE naming.folded = ?1 AND kind = ?2 AND (naming.idx = 0 OR ?3) AND apart = 0 AND deleted = 0",
                         error);
  else
    rows = desk_sql_get (database,
                         "SELECT " ARTICLE_COLUMNS " FROM naming JOIN article ON article.id = naming.article_id "
                         "WHERE folded = ?1 AND kind = ?2 AND (idx = 0 OR ?3) AND apart = 0 AND deleted = 0",
                         error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, folded);
  desk_sql_bind_nick (rows, 1, DESK_TYPE_ENTITY_KIND, identity->kind);
  desk_sql_bind_int (rows, 2, other_names || counts_other_names (self, folded));

  return take_rows (self, rows, known, candidates, error);
}

static gboolean
find_by_speaker (DeskAnswer *self,
                 DeskDatabase *database,
                 const char *words,
                 GHashTable *known,
                 GArray *candidates,
                 GError **error)
{
  g_autofree char *folded = desk_name_fold (words);
  g_autoptr (DeskSql) rows = NULL;

  rows = desk_sql_get (database,
                       "SELECT " ARTICLE_COLUMNS ", saying.folded FROM saying JOIN article ON article.id = article_id "
                       "WHERE speaker = ? AND deleted = 0",
                       error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, folded);

  return take_rows (self, rows, known, candidates, error);
}

static gboolean
find_of_kind (DeskAnswer *self,
              DeskDatabase *database,
              DeskRuleSet *rules,
              DeskEntityKind kind,
              GHashTable *known,
              GArray *candidates,
              GError **error)
{
  const DeskIdentity identity = { kind, self->question->name };
  g_autoptr (DeskRuleSources) sources = desk_rule_set_find_sources (rules, &identity);

  for (guint i = 0; i < sources->identities->len; i++)
    if (!find_by_name (self, database, g_ptr_array_index (sources->identities, i), FALSE, known, candidates, error))
      return FALSE;
  for (guint i = 0; i < sources->forms->len; i++)
    if (!find_by_name (self, database, g_ptr_array_index (sources->forms, i), TRUE, known, candidates, error))
      return FALSE;
  for (guint i = 0; i < sources->speakers->len && self->question->kind == DESK_QUESTION_KIND_SAID; i++)
    if (!find_by_speaker (self, database, g_ptr_array_index (sources->speakers, i), known, candidates, error))
      return FALSE;

  return TRUE;
}

/* The articles that may have an answer, newest first. */
static gboolean
find_articles (DeskAnswer *self,
               DeskDatabase *database,
               GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  DeskRuleSet *rules = desk_rule_store_get_set (database, error);

  if (rules == NULL)
    return FALSE;

  for (int kind = 0; kind < DESK_N_ENTITY_KINDS; kind++)
    if ((is_any_kind (self) || kind == self->question->entity_kind) &&
        !find_of_kind (self, database, rules, (DeskEntityKind) kind, known, candidates, error))
      return FALSE;
  g_array_sort (candidates, compare_candidates);

  self->articles = g_array_sized_new (FALSE, FALSE, sizeof (gint64), candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (self->articles, g_array_index (candidates, Candidate, i).id);

  return TRUE;
}

static gboolean
read_articles (DeskAnswer *self,
               DeskDatabase *database,
               guint n_rows,
               GPtrArray *rows,
               gboolean *complete,
               GCancellable *cancellable,
               GError **error)
{
  const gint64 begin = g_get_monotonic_time ();

  while (self->next < self->articles->len && rows->len < n_rows)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !desk_answer_read_article (self, database, g_array_index (self->articles, gint64, self->next), rows, error))
        return FALSE;

      self->next++;
      if (g_get_monotonic_time () - begin > MAX_MICROSECONDS)
        break;
    }
  *complete = self->next == self->articles->len;

  return TRUE;
}

gboolean
desk_answer_read (DeskAnswer *self,
                  DeskDatabase *database,
                  guint n_rows,
                  GPtrArray *rows,
                  gboolean *complete,
                  GCancellable *cancellable,
                  GError **error)
{
  if (self->question->kind == DESK_QUESTION_KIND_RULES)
    return desk_answer_read_rules (self, database, n_rows, rows, complete, error);
  if (self->articles == NULL && !find_articles (self, database, error))
    return FALSE;

  *complete = TRUE;
  switch (self->question->kind)
    {
    case DESK_QUESTION_KIND_SAID:
    case DESK_QUESTION_KIND_ARTICLES:
      return read_articles (self, database, n_rows, rows, complete, cancellable, error);
    case DESK_QUESTION_KIND_COMPANY:
      return desk_answer_read_company (self, database, rows, cancellable, error);
    case DESK_QUESTION_KIND_RULES:
      break;
    }

  g_return_val_if_reached (FALSE);
}
