/* Which entities stand together, and which rules there are.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"

#include <string.h>

#include "desk-co-named-private.h"
#include "desk-core-types.h"
#include "desk-name-index-private.h"
#include "desk-rule-store-private.h"
#include "desk-sql-private.h"

/* Of somebody who is in the news every day, the newest articles tell who belongs to him; of the company, the most frequent
 * is worth a look. */
#define MAX_ARTICLES 2000
#define MAX_COMPANY 200

/* One that is named with the entity. */
typedef struct
{
  DeskIdentity *identity;
  guint n_articles;
  gint64 last; /* the article that it was counted in last */
} Companion;

static void
companion_free (gpointer data)
{
  Companion *companion = data;

  desk_identity_free (companion->identity);
  g_free (companion);
}

typedef struct
{
  DeskRuleSet *rules;
  GString *key;        /* of what is being looked up */
  GHashTable *by_name; /* nick of the kind and folded name → Companion, or NULL for what is no entity; borrowed */
  GHashTable *by_end;  /* kind and folded name after the rules → Companion */
} Company;

static char *
dup_key (int kind,
         const char *folded)
{
  return g_strdup_printf ("%d %s", kind, folded);
}

static Companion *
add_companion (Company *self,
               int kind,
               const char *name)
{
  const DeskIdentity found = { (DeskEntityKind) kind, (char *) name };
  g_autoptr (DeskIdentity) end = desk_rule_set_resolve (self->rules, &found);
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  Companion *companion;

  if (end == NULL)
    return NULL;

  folded = desk_name_fold (end->name);
  key = dup_key (end->kind, folded);
  companion = g_hash_table_lookup (self->by_end, key);
  if (companion == NULL)
    {
      companion = g_new0 (Companion, 1);
      companion->identity = g_steal_pointer (&end);
      companion->last = -1;
      g_hash_table_insert (self->by_end, g_steal_pointer (&key), companion);
    }

  return companion;
}

static void
count (Company *self,
       gint64 article_id,
       const char *nick,
       const char *folded,
       DeskSql *row)
{
  gpointer known;
  Companion *companion = NULL;

  /* There are tens of thousands of rows, and few different ones. */
  g_string_assign (self->key, nick);
  g_string_append_c (self->key, ' ');
  g_string_append (self->key, folded);
  if (g_hash_table_lookup_extended (self->by_name, self->key->str, NULL, &known))
    {
      companion = known;
    }
  else
    {
      g_autofree char *name = desk_sql_dup_text (row, 2);
      int kind;

      if (name != NULL && desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, nick, &kind))
        companion = add_companion (self, kind, name);
      g_hash_table_insert (self->by_name, g_strdup (self->key->str), companion);
    }

  if (companion != NULL && companion->last != article_id)
    {
      companion->n_articles++;
      companion->last = article_id;
    }
}

static gboolean
count_article (Company *self,
               DeskDatabase *database,
               gint64 article_id,
               GError **error)
{
  g_autoptr (DeskSql) rows = desk_sql_get (database, "SELECT kind, folded, name FROM naming WHERE article_id = ? AND idx = 0 AND apart = 0", error);
  DeskSqlState state;

  if (rows == NULL)
    return FALSE;

  desk_sql_bind_int (rows, 0, article_id);
  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      const char *nick = desk_sql_get_text (rows, 0, NULL);
      const char *folded = desk_sql_get_text (rows, 1, NULL);

      if (nick != NULL && folded != NULL)
        count (self, article_id, nick, folded, rows);
    }

  return state == DESK_SQL_DONE;
}

static int
compare_companions (gconstpointer a,
                    gconstpointer b)
{
  const Companion *first = *(const Companion *const *) a;
  const Companion *second = *(const Companion *const *) b;

  if (first->n_articles != second->n_articles)
    return first->n_articles > second->n_articles ? -1 : 1;

  return strcmp (first->identity->name, second->identity->name);
}

/* The entity is no company for itself. */
static gboolean
is_asked_about (DeskAnswer *self,
                const DeskIdentity *identity)
{
  g_autofree char *folded = desk_name_fold (identity->name);

  return (strcmp (folded, self->folded) == 0 &&
          (self->question->entity_kind < 0 || self->question->entity_kind == (int) identity->kind));
}

gboolean
desk_answer_read_company (DeskAnswer *self,
                          DeskDatabase *database,
                          GPtrArray *rows,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_end = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, companion_free);
  g_autoptr (GString) key = g_string_new (NULL);
  Company company = { desk_rule_store_get_set (database, error), key, by_name, by_end };
  g_autoptr (GPtrArray) found = NULL;
  gboolean complete = FALSE;
  guint n_articles = 0;

  if (company.rules == NULL)
    return FALSE;

  while (!complete && n_articles < MAX_ARTICLES)
    {
      gint64 id;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !desk_answer_next_article (self, database, &id, &complete, error) ||
          (id != 0 && !count_article (&company, database, id, error)))
        return FALSE;
      n_articles += id != 0;
    }

  found = g_hash_table_get_values_as_ptr_array (by_end);
  g_ptr_array_sort (found, compare_companions);
  for (guint i = 0; i < found->len && rows->len < MAX_COMPANY; i++)
    {
      const Companion *companion = g_ptr_array_index (found, i);

      if (!is_asked_about (self, companion->identity))
        g_ptr_array_add (rows, desk_co_named_new (companion->identity, companion->n_articles));
    }

  return TRUE;
}

static void
append_name (GString *text,
             const char *name)
{
  if (name != NULL)
    g_string_append_printf (text, " %s", name);
}

/* All that a rule speaks of. */
static char *
dup_words (DeskRule *rule)
{
  const DeskIdentity *subject = desk_rule_get_subject (rule);
  const DeskIdentity *target = desk_rule_get_target (rule);
  const DeskAnchor *anchor = desk_rule_get_anchor (rule);
  g_autoptr (GString) text = g_string_new (NULL);

  append_name (text, subject != NULL ? subject->name : NULL);
  append_name (text, target != NULL ? target->name : NULL);
  append_name (text, desk_rule_get_form (rule));
  append_name (text, desk_rule_get_value (rule));
  append_name (text, anchor != NULL ? anchor->exact : NULL);

  return desk_saying_fold (text->str);
}

gboolean
desk_answer_read_rules (DeskAnswer *self,
                        DeskDatabase *database,
                        guint n_rows,
                        GPtrArray *rows,
                        gboolean *complete,
                        GError **error)
{
  DeskRuleSet *set = desk_rule_store_get_set (database, error);
  GPtrArray *rules;

  if (set == NULL)
    return FALSE;

  rules = desk_rule_set_get_rules (set);
  for (; self->next < rules->len && rows->len < n_rows; self->next++)
    {
      DeskRule *rule = g_ptr_array_index (rules, rules->len - 1 - self->next);
      g_autofree char *words = dup_words (rule);

      if (desk_answer_has_words (self, words, ""))
        g_ptr_array_add (rows, g_object_ref (rule));
    }
  *complete = self->next >= rules->len;

  return TRUE;
}
