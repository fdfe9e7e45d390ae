/* Which entities of the library may be meant by a few letters.
 *
 *   words ─► rows of the table that have them ─► what they are by the rules of the library ─► sorted, the first of them
 *              few: found by the index of words    with what only a rule calls so
 *              many: picked from the most frequent
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"

#include <string.h>

#include "desk-core-types.h"
#include "desk-known-private.h"
#include "desk-name-index-private.h"
#include "desk-rule-store-private.h"
#include "desk-sql-private.h"

/* Whoever is not among so many is found sooner by a letter more. */
#define MAX_ROWS 60
/* The most frequent ones of a kind that are looked at. */
#define MAX_WALKED 3000
/* Rows between two looks at the cancellable. */
#define ROWS_PER_LOOK 256

#define COLUMNS "kind, folded, name, others, n_articles"

typedef struct
{
  DeskIdentity *identity;
  GPtrArray *sources; /* of DeskIdentity: what the rules made this of; nullable */
  guint n_articles;
  char *other; /* the name that has the words where its own has not; nullable */
  gboolean found;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  desk_identity_free (candidate->identity);
  g_clear_pointer (&candidate->sources, g_ptr_array_unref);
  g_free (candidate->other);
  g_free (candidate);
}

typedef struct
{
  DeskAnswer *answer;
  DeskDatabase *database;
  DeskRuleSet *rules;
  gboolean any_rules;
  GHashTable *candidates; /* kind and folded name after the rules → Candidate */
  guint n_found;
} Search;

static Candidate *
add_candidate (Search *self,
               const DeskIdentity *identity)
{
  g_autofree char *folded = desk_name_fold (identity->name);
  g_autofree char *key = g_strdup_printf ("%d %s", (int) identity->kind, folded);
  Candidate *candidate = g_hash_table_lookup (self->candidates, key);

  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->identity = desk_identity_copy (identity);
      g_hash_table_insert (self->candidates, g_steal_pointer (&key), candidate);
    }

  return candidate;
}

static gboolean
has_words (Search *self,
           const char *name)
{
  g_autofree char *words = desk_saying_fold (name);

  return desk_answer_has_words (self->answer, words, "");
}

static void
find (Search *self,
      Candidate *candidate)
{
  self->n_found += !candidate->found;
  candidate->found = TRUE;
}

/* What rules of the library make of whole entities. */
static void
add_ends (Search *self)
{
  GPtrArray *rules = desk_rule_set_get_rules (self->rules);

  for (guint i = 0; i < rules->len; i++)
    {
      DeskRule *rule = g_ptr_array_index (rules, i);
      const DeskIdentity *subject = desk_rule_get_subject (rule);
      g_autoptr (DeskIdentity) end = NULL;
      Candidate *candidate;

      if (desk_rule_get_article_id (rule) != NULL)
        continue;
      self->any_rules = TRUE;
      if (subject == NULL || desk_rule_get_form (rule) != NULL)
        continue;
      end = desk_rule_set_resolve (self->rules, subject);
      if (end == NULL)
        continue;

      candidate = add_candidate (self, end);
      if (candidate->sources == NULL)
        {
          candidate->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_identity_free);
          g_ptr_array_add (candidate->sources, desk_identity_copy (end));
          if (has_words (self, end->name))
            find (self, candidate);
        }
      if (!g_ptr_array_find_with_equal_func (candidate->sources, subject, (GEqualFunc) desk_identity_equal, NULL))
        g_ptr_array_add (candidate->sources, desk_identity_copy (subject));
    }
}

/* The first of several names, each with a bar before it, that has the words; all together may have them, too. */
static char *
dup_other_name (Search *self,
                const char *others)
{
  g_auto (GStrv) names = g_strsplit (others, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && has_words (self, names[i]))
      return g_strdup (names[i]);

  return NULL;
}

static void
add_row (Search *self,
         DeskSql *row)
{
  g_autofree char *name = desk_sql_dup_text (row, 2);
  g_autoptr (DeskIdentity) end = NULL;
  DeskIdentity identity = { DESK_ENTITY_KIND_OTHER, name };
  Candidate *candidate;
  int kind;

  if (name == NULL || !desk_sql_get_nick (row, 0, DESK_TYPE_ENTITY_KIND, &kind))
    return;
  identity.kind = (DeskEntityKind) kind;
  if (self->any_rules)
    {
      end = desk_rule_set_resolve (self->rules, &identity);
      if (end == NULL)
        return;
    }

  candidate = add_candidate (self, end != NULL ? end : &identity);
  if (candidate->sources == NULL)
    candidate->n_articles = desk_sql_get_uint (row, 4);
  find (self, candidate);
  if (candidate->other == NULL && !has_words (self, candidate->identity->name))
    {
      const char *others = desk_sql_get_text (row, 3, NULL);

      candidate->other = has_words (self, name) ? g_strdup (name) : dup_other_name (self, others != NULL ? others : "");
    }
}

static gboolean
take_rows (Search *self,
           DeskSql *rows,
           gboolean all,
           guint max_found,
           guint *n_rows,
           GCancellable *cancellable,
           GError **error)
{
  DeskSqlState state = DESK_SQL_DONE;

  *n_rows = 0;
  while (self->n_found < max_found && (state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      if (++*n_rows % ROWS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!all)
        {
          const char *folded = desk_sql_get_text (rows, 1, NULL);
          const char *others = desk_sql_get_text (rows, 3, NULL);
          g_autofree char *words = desk_saying_fold (folded != NULL ? folded : "");

          if (!desk_answer_has_words (self->answer, words, others != NULL ? others : ""))
            continue;
        }
      /* What stands in deleted articles only counts as a row that was looked at. */
      if (desk_sql_get_uint (rows, 4) > 0)
        add_row (self, rows);
    }

  return state != DESK_SQL_FAILED;
}

static char *
dup_match (DeskAnswer *answer)
{
  g_autoptr (GString) match = g_string_new (NULL);

  /* Nothing but letters and digits is in them. */
  for (guint i = 0; answer->words[i] != NULL; i++)
    g_string_append_printf (match, "\"%s\"* ", answer->words[i] + 1);

  return g_string_free_and_steal (g_steal_pointer (&match));
}

/* `*few`: there were no more than could be taken. */
static gboolean
search (Search *self,
        gboolean *few,
        GCancellable *cancellable,
        GError **error)
{
  const guint max = desk_answer_limits.max_known;
  g_autofree char *match = dup_match (self->answer);
  g_autoptr (DeskSql) rows = NULL;
  guint n_rows;

  rows = desk_sql_get (self->database,
                       "SELECT " COLUMNS " FROM known WHERE id IN "
                       "(SELECT rowid FROM known_search WHERE known_search MATCH ? LIMIT ?)",
                       error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_text (rows, 0, match);
  desk_sql_bind_int (rows, 1, max + 1);
  if (!take_rows (self, rows, TRUE, G_MAXUINT, &n_rows, cancellable, error))
    return FALSE;
  *few = n_rows <= max;

  return TRUE;
}

/* The most frequent ones of a kind. */
static gboolean
walk (Search *self,
      DeskEntityKind kind,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (DeskSql) rows = NULL;
  guint n_rows;

  rows = desk_sql_get (self->database,
                       "SELECT " COLUMNS " FROM known WHERE kind = ? AND n_articles > 0 ORDER BY n_articles DESC LIMIT ?", error);
  if (rows == NULL)
    return FALSE;

  desk_sql_bind_nick (rows, 0, DESK_TYPE_ENTITY_KIND, kind);
  desk_sql_bind_int (rows, 1, MAX_WALKED);

  return take_rows (self, rows, FALSE, self->n_found + MAX_ROWS, &n_rows, cancellable, error);
}

static guint
count_one (Search *self,
           const DeskIdentity *identity,
           GError **error)
{
  g_autofree char *folded = desk_name_fold (identity->name);
  g_autoptr (DeskSql) row = desk_sql_get (self->database, "SELECT n_articles FROM known WHERE folded = ? AND kind = ?", error);

  if (row == NULL)
    return 0;

  desk_sql_bind_text (row, 0, folded);
  desk_sql_bind_nick (row, 1, DESK_TYPE_ENTITY_KIND, identity->kind);

  return desk_sql_step (row, error) == DESK_SQL_ROW ? desk_sql_get_uint (row, 0) : 0;
}

/* As if no article named two of them: good enough to be sorted by. */
static void
estimate (Search *self,
          Candidate *candidate)
{
  candidate->n_articles = 0;
  for (guint i = 0; i < candidate->sources->len; i++)
    candidate->n_articles += count_one (self, g_ptr_array_index (candidate->sources, i), NULL);
}

static gboolean
count_all (Search *self,
           Candidate *candidate,
           GError **error)
{
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < candidate->sources->len; i++)
    {
      const DeskIdentity *source = g_ptr_array_index (candidate->sources, i);
      g_autofree char *folded = desk_name_fold (source->name);
      g_autoptr (DeskSql) rows = NULL;
      DeskSqlState state;

      rows = desk_sql_get (self->database,
                           "SELECT article_id FROM naming JOIN article ON article.id = article_id "
                           "WHERE folded = ? AND naming.kind = ? AND idx = 0 AND apart = 0 AND deleted = 0",
                           error);
      if (rows == NULL)
        return FALSE;
      desk_sql_bind_text (rows, 0, folded);
      desk_sql_bind_nick (rows, 1, DESK_TYPE_ENTITY_KIND, source->kind);
      while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
        {
          gint64 id = desk_sql_get_int (rows, 0);

          g_hash_table_add (articles, g_memdup2 (&id, sizeof id));
        }
      if (state == DESK_SQL_FAILED)
        return FALSE;
    }
  candidate->n_articles = g_hash_table_size (articles);

  return TRUE;
}

/* Of the kind that is looked for; called so rather than also called so; in most articles. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  const Candidate *first = *(const Candidate *const *) a;
  const Candidate *second = *(const Candidate *const *) b;
  const int kind = ((Search *) data)->answer->question->entity_kind;
  const gboolean first_fits = (int) first->identity->kind == kind;
  const gboolean second_fits = (int) second->identity->kind == kind;

  if (first_fits != second_fits)
    return first_fits ? -1 : 1;
  if ((first->other == NULL) != (second->other == NULL))
    return first->other == NULL ? -1 : 1;
  if (first->n_articles != second->n_articles)
    return first->n_articles > second->n_articles ? -1 : 1;

  return strcmp (first->identity->name, second->identity->name);
}

static gboolean
append_rows (Search *self,
             GPtrArray *rows,
             GError **error)
{
  g_autoptr (GPtrArray) candidates = g_hash_table_get_values_as_ptr_array (self->candidates);

  for (guint i = candidates->len; i-- > 0;)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->sources != NULL && candidate->found)
        estimate (self, candidate);
      if (!candidate->found || candidate->n_articles == 0)
        g_ptr_array_remove_index_fast (candidates, i);
    }
  g_ptr_array_sort_with_data (candidates, compare, self);

  for (guint i = 0; i < candidates->len && i < MAX_ROWS; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->sources != NULL && !count_all (self, candidate, error))
        return FALSE;
      g_ptr_array_add (rows, desk_known_new (candidate->identity, candidate->n_articles, candidate->other));
    }

  return TRUE;
}

gboolean
desk_answer_read_known (DeskAnswer *self,
                        DeskDatabase *database,
                        GPtrArray *rows,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GHashTable) candidates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, candidate_free);
  Search known = { .answer = self, .database = database, .candidates = candidates };
  gboolean few = TRUE;

  known.rules = desk_rule_store_get_set (database, error);
  if (known.rules == NULL)
    return FALSE;
  if (self->words[0] == NULL)
    return TRUE;

  add_ends (&known);
  if (!search (&known, &few, cancellable, error))
    return FALSE;
  if (!few)
    for (int kind = 0; kind < DESK_N_ENTITY_KINDS; kind++)
      if (!walk (&known, (DeskEntityKind) kind, cancellable, error))
        return FALSE;

  return append_rows (&known, rows, error);
}
