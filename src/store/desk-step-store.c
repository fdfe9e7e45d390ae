/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-step-store-private.h"

#include <glib/gi18n-lib.h>

#include "desk-annotation-store-private.h"
#include "desk-article-store-private.h"
#include "desk-changes-private.h"
#include "desk-error.h"
#include "desk-rule-store-private.h"
#include "desk-search-text-private.h"
#include "desk-sql-private.h"

#define STEP_TYPE ((const GVariantType *) "(sxa(ssmsmvmv))")

char *
desk_step_store_print (DeskStep *step)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (desk_step_to_variant (step));

  return g_variant_print (variant, TRUE);
}

DeskStep *
desk_step_store_parse (const char *text,
                       GError **error)
{
  g_autoptr (GVariant) variant = g_variant_parse (STEP_TYPE, text, NULL, NULL, error);

  return variant != NULL ? desk_step_new_from_variant (variant, error) : NULL;
}

static gboolean
read_flag (DeskDatabase *database,
           const char *sql,
           gint64 id,
           GVariant **value,
           GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);
  if (!desk_sql_find (statement, _ ("This article is no longer in the library."), error))
    return FALSE;

  *value = g_variant_ref_sink (g_variant_new_boolean (desk_sql_get_int (statement, 0) != 0));

  return TRUE;
}

static gboolean
write_flag (DeskDatabase *database,
            const char *sql,
            gint64 id,
            gboolean flag,
            GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  if (!desk_changes_touch (database, id, DESK_TOUCH_ARTICLE, error))
    return FALSE;

  statement = desk_sql_get (database, sql, error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, flag);
  desk_sql_bind_int (statement, 1, id);

  return desk_sql_run (statement, error);
}

/* What the library holds now where a change has its values. */
static gboolean
read_state (DeskDatabase *database,
            const DeskChange *change,
            gint64 id,
            GVariant **value,
            GError **error)
{
  *value = NULL;

  switch (change->kind)
    {
    case DESK_CHANGE_ANNOTATION:
      return desk_annotation_store_read (database, change->object_id, value, error);
    case DESK_CHANGE_FIELD:
      return desk_article_store_read_field (database, id, change->object_id, value, error);
    case DESK_CHANGE_STARRED:
      return read_flag (database, "SELECT starred FROM article WHERE id = ?", id, value, error);
    case DESK_CHANGE_UNREAD:
      return read_flag (database, "SELECT unread FROM article WHERE id = ?", id, value, error);
    case DESK_CHANGE_DELETED:
      return read_flag (database, "SELECT deleted FROM article WHERE id = ?", id, value, error);
    case DESK_CHANGE_RULE:
      return desk_rule_store_read (database, change->object_id, value, error);
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
write_state (DeskDatabase *database,
             const DeskChange *change,
             gint64 id,
             GVariant *value,
             GError **error)
{
  gboolean flag = value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);

  switch (change->kind)
    {
    case DESK_CHANGE_ANNOTATION:
      return desk_annotation_store_write (database, id, change->object_id, value, error);
    case DESK_CHANGE_FIELD:
      return desk_article_store_write_field (database, id, change->object_id, value, error);
    case DESK_CHANGE_STARRED:
      return write_flag (database, "UPDATE article SET starred = ? WHERE id = ?", id, flag, error);
    case DESK_CHANGE_UNREAD:
      return write_flag (database, "UPDATE article SET unread = ? WHERE id = ?", id, flag, error);
    case DESK_CHANGE_DELETED:
      return desk_article_store_set_deleted (database, id, flag, error);
    case DESK_CHANGE_RULE:
      return desk_rule_store_write (database, id, change->object_id, value, error);
    }

  g_return_val_if_reached (FALSE);
}

/* The article that a change concerns; 0 for a rule of the whole library. */
static gboolean
find_article (DeskDatabase *database,
              const DeskChange *change,
              gint64 *id,
              GError **error)
{
  *id = *change->article_id != '\0' ? desk_article_record_find_id (database, change->article_id, error) : 0;

  return *id != 0 || *change->article_id == '\0';
}

static gboolean
follow_kind (DeskDatabase *database,
             DeskStep *step,
             DeskChangeKind kind,
             gboolean (*follow) (DeskDatabase *database,
                                 gint64 article_id,
                                 GError **error),
             GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < desk_step_get_n_changes (step); i++)
    {
      const DeskChange *change = desk_step_get_change (step, i);
      gint64 id;

      if (change->kind != kind || !g_hash_table_add (done, change->article_id))
        continue;
      if (!find_article (database, change, &id, error) || (id != 0 && !follow (database, id, error)))
        return FALSE;
    }

  return TRUE;
}

/* What hangs on marks and rules is made anew once for each article, however many of them a step changes. */
static gboolean
follow (DeskDatabase *database,
        DeskStep *step,
        GError **error)
{
  return (follow_kind (database, step, DESK_CHANGE_ANNOTATION, desk_search_text_update, error) &&
          follow_kind (database, step, DESK_CHANGE_RULE, desk_rule_store_follow, error));
}

static gboolean
equal_values (GVariant *a,
              GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_variant_equal (a, b);
}

static gboolean
insert_step (DeskDatabase *database,
             DeskStep *step,
             GError **error)
{
  g_autoptr (DeskSql) insert = NULL;
  g_autoptr (DeskSql) forget = NULL;
  g_autofree char *data = desk_step_store_print (step);

  if (!desk_database_exec (database, "DELETE FROM step WHERE undone", error))
    return FALSE;

  insert = desk_sql_get (database, "INSERT INTO step (name, created, data) VALUES (?, ?, ?)", error);
  if (insert == NULL)
    return FALSE;
  desk_sql_bind_text (insert, 0, desk_step_get_name (step));
  desk_sql_bind_int (insert, 1, desk_step_get_created (step));
  desk_sql_bind_text (insert, 2, data);
  if (!desk_sql_run (insert, error))
    return FALSE;

  forget = desk_sql_get (database, "DELETE FROM step WHERE id NOT IN (SELECT id FROM step ORDER BY id DESC LIMIT ?)", error);
  if (forget == NULL)
    return FALSE;
  desk_sql_bind_int (forget, 0, DESK_STEP_STORE_KEPT);

  return desk_sql_run (forget, error);
}

gboolean
desk_step_store_apply (DeskDatabase *database,
                       DeskStep *step,
                       GError **error)
{
  g_autoptr (DeskStep) stored = desk_step_new (desk_step_get_name (step));

  for (guint i = 0; i < desk_step_get_n_changes (step); i++)
    {
      const DeskChange *change = desk_step_get_change (step, i);
      g_autoptr (GVariant) before = NULL;
      gint64 id;

      if (!find_article (database, change, &id, error) || !read_state (database, change, id, &before, error) ||
          !write_state (database, change, id, change->after, error))
        return FALSE;

      /* What was really there is what an undo has to bring back, whatever the caller knew. */
      if (before != NULL || change->after != NULL)
        desk_step_add (stored, change->kind, change->article_id, change->object_id, before, change->after);
    }

  return follow (database, step, error) && insert_step (database, stored, error);
}

/* Marks, fields and rules only: a flag that somebody switched meanwhile is no work that could be lost. */
static gboolean
is_conflict (const DeskChange *change,
             GVariant *state)
{
  switch (change->kind)
    {
    case DESK_CHANGE_ANNOTATION:
    case DESK_CHANGE_FIELD:
    case DESK_CHANGE_RULE:
      return !equal_values (state, change->before) && !equal_values (state, change->after);
    case DESK_CHANGE_STARRED:
    case DESK_CHANGE_UNREAD:
    case DESK_CHANGE_DELETED:
      return FALSE;
    }

  g_return_val_if_reached (TRUE);
}

/* Brings the library from one side of a step to the other. */
static gboolean
change_over (DeskDatabase *database,
             DeskStep *step,
             GError **error)
{
  for (guint i = 0; i < desk_step_get_n_changes (step); i++)
    {
      const DeskChange *change = desk_step_get_change (step, i);
      g_autoptr (GVariant) state = NULL;
      gint64 id;

      if (!find_article (database, change, &id, error) || !read_state (database, change, id, &state, error))
        return FALSE;
      if (is_conflict (change, state))
        {
          g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT, "");
          return FALSE;
        }
      if (!write_state (database, change, id, change->after, error))
        return FALSE;
    }

  return follow (database, step, error);
}

typedef struct
{
  gint64 id;
  char *name;
  char *data;
} StoredStep;

static void
stored_step_clear (StoredStep *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->data, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoredStep, stored_step_clear)

static gboolean
load_step (DeskDatabase *database,
           const char *sql,
           StoredStep *stored,
           GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);

  if (statement == NULL || !desk_sql_find (statement, _ ("There is nothing to undo or redo."), error))
    return FALSE;

  stored->id = desk_sql_get_int (statement, 0);
  stored->name = desk_sql_dup_text (statement, 1);
  stored->data = desk_sql_dup_text (statement, 2);

  return TRUE;
}

static gboolean
run_with_id (DeskDatabase *database,
             const char *sql,
             gint64 id,
             GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, id);

  return desk_sql_run (statement, error);
}

/* Does a step in either direction, or nothing of it. */
static DeskStep *
run_step (DeskDatabase *database,
          StoredStep *stored,
          gboolean backwards,
          GError **error)
{
  g_autoptr (DeskStep) step = desk_step_store_parse (stored->data, error);
  g_autoptr (DeskStep) inverse = NULL;

  if (step == NULL || !desk_database_exec (database, "SAVEPOINT step", error))
    return NULL;

  inverse = backwards ? desk_step_invert (step) : NULL;
  if (change_over (database, backwards ? inverse : step, error) && desk_database_exec (database, "RELEASE step", error))
    return g_steal_pointer (&step);

  if (!sqlite3_get_autocommit (desk_database_get_connection (database)))
    desk_database_exec (database, "ROLLBACK TO step; RELEASE step", NULL);

  return NULL;
}

/* Such a step will never work again, and would bar the way to those behind it. */
static gboolean
is_refusal (const GError *error)
{
  return (error->domain == G_VARIANT_PARSE_ERROR || error->domain == DESK_CORE_ERROR ||
          g_error_matches (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT) ||
          g_error_matches (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND));
}

gboolean
desk_step_store_undo (DeskDatabase *database,
                      DeskStep **step,
                      GError **refusal,
                      GError **error)
{
  g_auto (StoredStep) stored = { 0 };
  g_autoptr (GError) local_error = NULL;

  if (!load_step (database, "SELECT id, name, data FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1", &stored, error))
    return FALSE;

  *step = run_step (database, &stored, TRUE, &local_error);
  if (*step != NULL)
    return run_with_id (database, "UPDATE step SET undone = 1 WHERE id = ?", stored.id, error);

  if (!is_refusal (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_set_error (refusal, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT,
               _ ("“%s” can’t be undone any more: what it changed was changed or removed by something else since."), stored.name);

  return run_with_id (database, "DELETE FROM step WHERE id = ?", stored.id, error);
}

gboolean
desk_step_store_redo (DeskDatabase *database,
                      DeskStep **step,
                      GError **refusal,
                      GError **error)
{
  g_auto (StoredStep) stored = { 0 };
  g_autoptr (GError) local_error = NULL;

  if (!load_step (database, "SELECT id, name, data FROM step WHERE undone ORDER BY id LIMIT 1", &stored, error))
    return FALSE;

  *step = run_step (database, &stored, FALSE, &local_error);
  if (*step != NULL)
    return run_with_id (database, "UPDATE step SET undone = 0 WHERE id = ?", stored.id, error);

  if (!is_refusal (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_set_error (refusal, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT,
               _ ("“%s” can’t be redone any more: what it changed was changed or removed by something else since."), stored.name);

  /* Those behind it build on it. */
  return run_with_id (database, "DELETE FROM step WHERE undone AND id >= ?", stored.id, error);
}

static gboolean
read_name (DeskDatabase *database,
           const char *sql,
           char **name,
           gint64 *id,
           GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, sql, error);

  if (statement == NULL)
    return FALSE;

  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      *name = desk_sql_dup_text (statement, 0);
      *id = desk_sql_get_int (statement, 1);
      return TRUE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
desk_step_store_read_names (DeskDatabase *database,
                            DeskStepNames *names,
                            GError **error)
{
  gint64 redo_id;

  return (read_name (database, "SELECT name, id FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1", &names->undo, &names->undo_id, error) &&
          read_name (database, "SELECT name, id FROM step WHERE undone ORDER BY id LIMIT 1", &names->redo, &redo_id, error));
}

void
desk_step_names_clear (DeskStepNames *self)
{
  g_clear_pointer (&self->undo, g_free);
  g_clear_pointer (&self->redo, g_free);
}
