/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation-store-private.h"

#include <glib/gi18n-lib.h>

#include "desk-changes-private.h"
#include "desk-sql-private.h"

#define COLUMNS "annotation.uuid, article.uuid, version_hash, start, stop, exact, prefix, suffix, kind, note, created, modified"

static void
insert_text (GVariantDict *dict,
             const char *key,
             DeskSql *statement,
             guint column)
{
  g_autofree char *text = desk_sql_dup_text (statement, column);

  if (text != NULL)
    g_variant_dict_insert (dict, key, "s", text);
}

/* By way of the form that desk_annotation_new_from_variant() checks: a row may be damaged. */
static DeskAnnotation *
read_row (DeskSql *statement,
          GError **error)
{
  g_autoptr (GVariant) value = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  insert_text (&dict, "id", statement, 0);
  insert_text (&dict, "article", statement, 1);
  insert_text (&dict, "version", statement, 2);
  g_variant_dict_insert (&dict, "start", "u", desk_sql_get_uint (statement, 3));
  g_variant_dict_insert (&dict, "end", "u", desk_sql_get_uint (statement, 4));
  insert_text (&dict, "exact", statement, 5);
  insert_text (&dict, "prefix", statement, 6);
  insert_text (&dict, "suffix", statement, 7);
  insert_text (&dict, "kind", statement, 8);
  insert_text (&dict, "note", statement, 9);
  g_variant_dict_insert (&dict, "created", "x", desk_sql_get_int (statement, 10));
  g_variant_dict_insert (&dict, "modified", "x", desk_sql_get_int (statement, 11));
  value = g_variant_ref_sink (g_variant_dict_end (&dict));

  return desk_annotation_new_from_variant (value, error);
}

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return desk_annotation_compare_text (*(DeskAnnotation *const *) a, *(DeskAnnotation *const *) b);
}

GPtrArray *
desk_annotation_store_load (DeskDatabase *database,
                            const char *article_uuid,
                            GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  DeskSqlState state;

  statement = desk_sql_get (database,
                            "SELECT " COLUMNS " FROM article JOIN annotation ON article_id = article.id "
                            "WHERE article.uuid = ? AND annotation.deleted = 0",
                            error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_text (statement, 0, article_uuid);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      g_autoptr (GError) local_error = NULL;
      DeskAnnotation *annotation = read_row (statement, &local_error);

      /* One that cannot be read must not hide the others; `check` reports it. */
      if (annotation != NULL)
        g_ptr_array_add (annotations, annotation);
      else
        g_message ("A mark was passed over: %s", local_error->message);
    }
  if (state != DESK_SQL_DONE)
    return NULL;

  g_ptr_array_sort (annotations, compare_text);

  return g_steal_pointer (&annotations);
}

gboolean
desk_annotation_store_read (DeskDatabase *database,
                            const char *uuid,
                            GVariant **value,
                            GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (DeskAnnotation) annotation = NULL;

  *value = NULL;

  statement = desk_sql_get (database,
                            "SELECT " COLUMNS " FROM annotation JOIN article ON article.id = article_id "
                            "WHERE annotation.uuid = ? AND annotation.deleted = 0",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, uuid);
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      annotation = read_row (statement, error);
      if (annotation == NULL)
        return FALSE;
      *value = g_variant_ref_sink (desk_annotation_to_variant (annotation));
      return TRUE;
    case DESK_SQL_DONE:
      return TRUE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean delete (DeskDatabase *database,
                        gint64 article_id,
                        const char *uuid,
                        GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "UPDATE annotation SET deleted = ? WHERE uuid = ? AND article_id = ? AND deleted = 0", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, g_get_real_time ());
  desk_sql_bind_text (statement, 1, uuid);
  desk_sql_bind_int (statement, 2, article_id);

  return desk_sql_run (statement, error);
}

static gboolean
store (DeskDatabase *database,
       gint64 article_id,
       DeskAnnotation *annotation,
       GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database,
                            "INSERT INTO annotation (uuid, article_id, created, modified, version_hash, start, stop, "
                            "exact, prefix, suffix, kind, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
                            "ON CONFLICT (uuid) DO UPDATE SET deleted = 0, created = ?3, modified = ?4, version_hash = ?5, "
                            "start = ?6, stop = ?7, exact = ?8, prefix = ?9, suffix = ?10, kind = ?11, note = ?12 "
                            "WHERE article_id = ?2 RETURNING id",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_text (statement, 0, desk_annotation_get_id (annotation));
  desk_sql_bind_int (statement, 1, article_id);
  desk_sql_bind_int (statement, 2, desk_annotation_get_created (annotation));
  desk_sql_bind_int (statement, 3, desk_annotation_get_modified (annotation));
  desk_sql_bind_text (statement, 4, desk_annotation_get_version_hash (annotation));
  desk_sql_bind_int (statement, 5, desk_annotation_get_start (annotation));
  desk_sql_bind_int (statement, 6, desk_annotation_get_end (annotation));
  desk_sql_bind_text (statement, 7, desk_annotation_get_exact (annotation));
  desk_sql_bind_text (statement, 8, desk_annotation_get_prefix (annotation));
  desk_sql_bind_text (statement, 9, desk_annotation_get_suffix (annotation));
  desk_sql_bind_text (statement, 10, desk_annotation_get_kind_id (annotation));
  desk_sql_bind_text (statement, 11, desk_annotation_get_note (annotation));
  switch (desk_sql_step (statement, error))
    {
    case DESK_SQL_ROW:
      return desk_sql_step (statement, error) == DESK_SQL_DONE;
    case DESK_SQL_DONE:
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_CONFLICT,
                           _ ("This mark belongs to another article already."));
      return FALSE;
    case DESK_SQL_FAILED:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
desk_annotation_store_write (DeskDatabase *database,
                             gint64 article_id,
                             const char *uuid,
                             GVariant *value,
                             GError **error)
{
  g_autoptr (DeskAnnotation) annotation = NULL;

  if (!desk_changes_touch (database, article_id, DESK_TOUCH_ANNOTATIONS, error))
    return FALSE;

  if (value == NULL)
    return delete (database, article_id, uuid, error);

  annotation = desk_annotation_new_from_variant (value, error);

  return annotation != NULL && store (database, article_id, annotation, error);
}
