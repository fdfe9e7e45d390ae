/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-store-private.h"

#include <glib/gi18n-lib.h>

#include "desk-changes-private.h"
#include "desk-core-types.h"
#include "desk-name-index-private.h"
#include "desk-search-text-private.h"
#include "desk-sql-private.h"

#define COLUMNS                                                                                                            \
  "rule.id, rule.uuid, article.uuid, author, rule.created, action, scope, subject_kind, subject_name, form, start, stop, " \
  "exact, prefix, suffix, target_kind, target_name, value"
#define FROM "FROM rule LEFT JOIN article ON article.id = article_id "

static void
insert_text (GVariantDict *dict,
             const char *key,
             DeskSql *row,
             guint column)
{
  g_autofree char *text = desk_sql_dup_text (row, column);

  if (text != NULL)
    g_variant_dict_insert (dict, key, "s", text);
}

static void
insert_identity (GVariantDict *dict,
                 const char *key,
                 DeskSql *row,
                 guint column)
{
  g_autofree char *kind = desk_sql_dup_text (row, column);
  g_autofree char *name = desk_sql_dup_text (row, column + 1);

  if (kind != NULL && name != NULL)
    g_variant_dict_insert (dict, key, "(ss)", kind, name);
}

static gboolean
insert_names (DeskDatabase *database,
              GVariantDict *dict,
              gint64 rule_id,
              GError **error)
{
  g_autoptr (DeskSql) rows = desk_sql_get (database, "SELECT name FROM rule_name WHERE rule_id = ? ORDER BY idx", error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  DeskSqlState state;

  if (rows == NULL)
    return FALSE;

  desk_sql_bind_int (rows, 0, rule_id);
  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    g_strv_builder_take (names, desk_sql_dup_text (rows, 0));
  strv = g_strv_builder_end (names);
  if (*strv != NULL)
    g_variant_dict_insert (dict, "names", "^as", strv);

  return state == DESK_SQL_DONE;
}

/* By way of the form that desk_rule_new_from_variant() checks: a row may be damaged, or of a newer program. */
static DeskRule *
read_row (DeskDatabase *database,
          DeskSql *row,
          GError **error)
{
  g_autoptr (GVariant) value = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  insert_text (&dict, "id", row, 1);
  insert_text (&dict, "article", row, 2);
  insert_text (&dict, "author", row, 3);
  g_variant_dict_insert (&dict, "created", "x", desk_sql_get_int (row, 4));
  insert_text (&dict, "action", row, 5);
  insert_text (&dict, "scope", row, 6);
  insert_identity (&dict, "subject", row, 7);
  insert_text (&dict, "form", row, 9);
  if (!desk_sql_is_null (row, 12))
    {
      g_autofree char *exact = desk_sql_dup_text (row, 12);
      g_autofree char *prefix = desk_sql_dup_text (row, 13);
      g_autofree char *suffix = desk_sql_dup_text (row, 14);

      g_variant_dict_insert (&dict, "anchor", "(uusss)", desk_sql_get_uint (row, 10), desk_sql_get_uint (row, 11), exact,
                             prefix != NULL ? prefix : "", suffix != NULL ? suffix : "");
    }
  insert_identity (&dict, "target", row, 15);
  insert_text (&dict, "value", row, 17);
  if (!insert_names (database, &dict, desk_sql_get_int (row, 0), error))
    {
      g_variant_dict_clear (&dict);
      return NULL;
    }
  value = g_variant_ref_sink (g_variant_dict_end (&dict));

  return desk_rule_new_from_variant (value, error);
}

gboolean
desk_rule_store_read (DeskDatabase *database,
                      const char *uuid,
                      GVariant **value,
                      GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (DeskRule) rule = NULL;

  *value = NULL;

  statement = desk_sql_get (database, "SELECT " COLUMNS " " FROM "WHERE rule.uuid = ? AND rule.deleted = 0", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, uuid);
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      rule = read_row (database, statement, error);
      if (rule == NULL)
        return FALSE;
      *value = g_variant_ref_sink (desk_rule_to_variant (rule));
      return TRUE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
remove_rule (DeskDatabase *database,
             const char *uuid,
             GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "UPDATE rule SET deleted = ? WHERE uuid = ? AND deleted = 0", error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, g_get_real_time ());
  desk_sql_bind_text (statement, 1, uuid);

  return desk_sql_run (statement, error);
}

static void
bind_identity (DeskSql *statement,
               guint index,
               const DeskIdentity *identity)
{
  if (identity == NULL)
    return;

  desk_sql_bind_nick (statement, index, DESK_TYPE_ENTITY_KIND, identity->kind);
  desk_sql_bind_text (statement, index + 1, identity->name);
}

static gboolean
store_names (DeskDatabase *database,
             gint64 id,
             DeskRule *rule,
             GError **error)
{
  const char *const *names = desk_rule_get_names (rule);
  g_autoptr (DeskSql) delete = desk_sql_get (database, "DELETE FROM rule_name WHERE rule_id = ?", error);
  g_autoptr (DeskSql) insert = NULL;

  if (delete == NULL)
    return FALSE;
  desk_sql_bind_int (delete, 0, id);
  if (!desk_sql_run (delete, error))
    return FALSE;

  insert = desk_sql_get (database, "INSERT INTO rule_name (rule_id, idx, name) VALUES (?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      desk_sql_bind_int (insert, 0, id);
      desk_sql_bind_int (insert, 1, i);
      desk_sql_bind_text (insert, 2, names[i]);
      if (!desk_sql_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
store_rule (DeskDatabase *database,
            gint64 article_id,
            DeskRule *rule,
            GError **error)
{
  const DeskAnchor *anchor = desk_rule_get_anchor (rule);
  g_autoptr (DeskSql) statement = NULL;
  gint64 id;

  statement = desk_sql_get (database,
                            "INSERT INTO rule (uuid, article_id, author, created, action, scope, subject_kind, subject_name, form, "
                            "start, stop, exact, prefix, suffix, target_kind, target_name, value) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
                            "ON CONFLICT (uuid) DO UPDATE SET deleted = 0, article_id = ?2, author = ?3, created = ?4, action = ?5, "
                            "scope = ?6, subject_kind = ?7, subject_name = ?8, form = ?9, start = ?10, stop = ?11, exact = ?12, "
                            "prefix = ?13, suffix = ?14, target_kind = ?15, target_name = ?16, value = ?17 RETURNING id",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, desk_rule_get_id (rule));
  if (desk_rule_get_article_id (rule) != NULL)
    desk_sql_bind_int (statement, 1, article_id);
  desk_sql_bind_text (statement, 2, desk_rule_get_author (rule));
  desk_sql_bind_int (statement, 3, desk_rule_get_created (rule));
  desk_sql_bind_nick (statement, 4, DESK_TYPE_RULE_ACTION, desk_rule_get_action (rule));
  desk_sql_bind_nick (statement, 5, DESK_TYPE_RULE_SCOPE, desk_rule_get_scope (rule));
  bind_identity (statement, 6, desk_rule_get_subject (rule));
  desk_sql_bind_text (statement, 8, desk_rule_get_form (rule));
  if (anchor != NULL)
    {
      desk_sql_bind_int (statement, 9, anchor->start);
      desk_sql_bind_int (statement, 10, anchor->end);
      desk_sql_bind_text (statement, 11, anchor->exact);
      desk_sql_bind_text (statement, 12, anchor->prefix);
      desk_sql_bind_text (statement, 13, anchor->suffix);
    }
  bind_identity (statement, 14, desk_rule_get_target (rule));
  desk_sql_bind_text (statement, 16, desk_rule_get_value (rule));
  if (desk_sql_step (statement, error) != DESK_SQL_ROW)
    return FALSE;
  id = desk_sql_get_int (statement, 0);
  if (desk_sql_step (statement, error) != DESK_SQL_DONE)
    return FALSE;

  return store_names (database, id, rule, error);
}

/* A rule that was there for the whole library concerns any article when it goes, too. */
static gboolean
note_former_scope (DeskDatabase *database,
                   const char *uuid,
                   GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "SELECT 1 FROM rule WHERE uuid = ? AND deleted = 0 AND article_id IS NULL", error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, uuid);
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      desk_changes_mark_rules (desk_database_get_changes (database));
      return TRUE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
desk_rule_store_write (DeskDatabase *database,
                       gint64 article_id,
                       const char *uuid,
                       GVariant *value,
                       GError **error)
{
  g_autoptr (DeskRule) rule = NULL;

  if (!note_former_scope (database, uuid, error) ||
      (article_id != 0 && !desk_changes_touch (database, article_id, DESK_TOUCH_RULES, error)))
    return FALSE;

  if (value == NULL)
    return remove_rule (database, uuid, error);

  rule = desk_rule_new_from_variant (value, error);
  if (rule == NULL)
    return FALSE;
  if (desk_rule_get_article_id (rule) == NULL)
    desk_changes_mark_rules (desk_database_get_changes (database));

  return store_rule (database, article_id, rule, error);
}

gboolean
desk_rule_store_follow (DeskDatabase *database,
                        gint64 article_id,
                        GError **error)
{
  return (desk_name_index_update (database, article_id, error) &&
          desk_search_text_update (database, article_id, error));
}

static GPtrArray *
load_all (DeskDatabase *database,
          GError **error)
{
  g_autoptr (DeskSql) rows = desk_sql_get (database, "SELECT " COLUMNS " " FROM "WHERE rule.deleted = 0", error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);
  DeskSqlState state;

  if (rows == NULL)
    return NULL;

  while ((state = desk_sql_step (rows, error)) == DESK_SQL_ROW)
    {
      g_autoptr (GError) local_error = NULL;
      DeskRule *rule = read_row (database, rows, &local_error);

      /* One that cannot be read must not hide the others. It stays where it is. */
      if (rule != NULL)
        g_ptr_array_add (rules, rule);
      else
        g_message ("A rule was passed over: %s", local_error->message);
    }

  return state == DESK_SQL_DONE ? g_steal_pointer (&rules) : NULL;
}

DeskRuleSet *
desk_rule_store_get_set (DeskDatabase *database,
                         GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "SELECT value FROM meta WHERE key = 'rules'", error);
  g_autoptr (GPtrArray) rules = NULL;
  DeskRuleSet *set;
  const char *stamp;

  if (statement == NULL || !desk_sql_find (statement, "", error))
    return NULL;

  stamp = desk_sql_get_text (statement, 0, NULL);
  set = desk_database_get_rules (database, stamp);
  if (set != NULL)
    return set;

  rules = load_all (database, error);
  if (rules == NULL)
    return NULL;

  set = desk_rule_set_new (rules);
  desk_database_take_rules (database, stamp, set);

  return set;
}

GPtrArray *
desk_rule_store_find (DeskDatabase *database,
                      const char *const *uuids,
                      GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uuids[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = NULL;
      DeskRule *rule;

      if (!desk_rule_store_read (database, uuids[i], &value, error))
        return NULL;
      if (value == NULL)
        continue;
      rule = desk_rule_new_from_variant (value, error);
      if (rule == NULL)
        return NULL;
      g_ptr_array_add (rules, rule);
    }

  return g_steal_pointer (&rules);
}
