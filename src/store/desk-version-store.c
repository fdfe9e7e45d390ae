/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-version-store-private.h"

#include <glib/gi18n-lib.h>

#include "desk-core-types.h"
#include "desk-sql-private.h"

static gboolean
insert_spans (DeskDatabase *database,
              gint64 version_id,
              guint index,
              DeskBlock *block,
              GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  if (block->spans == NULL || block->spans->len == 0)
    return TRUE;

  statement = desk_sql_get (database, "INSERT INTO span (version_id, block, idx, kind, start, stop, href) VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < block->spans->len; i++)
    {
      DeskSpan *span = g_ptr_array_index (block->spans, i);

      desk_sql_bind_int (statement, 0, version_id);
      desk_sql_bind_int (statement, 1, index);
      desk_sql_bind_int (statement, 2, i);
      desk_sql_bind_nick (statement, 3, DESK_TYPE_SPAN_KIND, span->kind);
      desk_sql_bind_int (statement, 4, span->start);
      desk_sql_bind_int (statement, 5, span->end);
      desk_sql_bind_text (statement, 6, span->href);
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_blocks (DeskDatabase *database,
               gint64 version_id,
               DeskVersion *version,
               GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO block (version_id, idx, kind, start, stop) VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < desk_version_get_n_blocks (version); i++)
    {
      DeskBlock *block = desk_version_get_block (version, i);

      desk_sql_bind_int (statement, 0, version_id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_nick (statement, 2, DESK_TYPE_BLOCK_KIND, block->kind);
      desk_sql_bind_int (statement, 3, block->start);
      desk_sql_bind_int (statement, 4, block->end);
      if (!desk_sql_run (statement, error) || !insert_spans (database, version_id, i, block, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_left_out (DeskDatabase *database,
                 gint64 version_id,
                 GPtrArray *left_out,
                 GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO left_out (version_id, idx, why, after, text) VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < left_out->len; i++)
    {
      DeskLeftOut *text = g_ptr_array_index (left_out, i);

      desk_sql_bind_int (statement, 0, version_id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_nick (statement, 2, DESK_TYPE_LEFT_OUT_REASON, text->why);
      desk_sql_bind_int (statement, 3, text->after);
      desk_sql_bind_text (statement, 4, text->text);
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_images (DeskDatabase *database,
               gint64 version_id,
               GPtrArray *images,
               GError **error)
{
  g_autoptr (DeskSql) statement = NULL;

  statement = desk_sql_get (database, "INSERT INTO image (version_id, idx, src, alt, credit, caption_block) VALUES (?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < images->len; i++)
    {
      DeskImage *image = g_ptr_array_index (images, i);

      desk_sql_bind_int (statement, 0, version_id);
      desk_sql_bind_int (statement, 1, i);
      desk_sql_bind_text (statement, 2, image->src != NULL ? image->src : "");
      desk_sql_bind_text (statement, 3, image->alt);
      desk_sql_bind_text (statement, 4, image->credit);
      desk_sql_bind_int (statement, 5, image->caption_block);
      if (!desk_sql_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_current (DeskDatabase *database,
              gint64 article_id,
              gint64 version_id,
              GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "UPDATE article SET version_id = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, version_id);
  desk_sql_bind_int (statement, 1, article_id);

  return desk_sql_run (statement, error);
}

gboolean
desk_version_store_insert (DeskDatabase *database,
                           gint64 article_id,
                           DeskVersion *version,
                           GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  DeskText *text = desk_version_get_text (version);
  gint64 version_id;

  statement = desk_sql_get (database,
                            "INSERT INTO version (article_id, number, created, hash, text) "
                            "SELECT ?1, ifnull (max (number), 0) + 1, ?2, ?3, ?4 FROM version WHERE article_id = ?1",
                            error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, article_id);
  desk_sql_bind_int (statement, 1, g_get_real_time ());
  desk_sql_bind_text (statement, 2, desk_version_get_hash (version));
  desk_sql_bind_text_n (statement, 3, desk_text_get_utf8 (text), desk_text_get_n_bytes (text));
  if (!desk_sql_run (statement, error))
    return FALSE;

  version_id = sqlite3_last_insert_rowid (desk_database_get_connection (database));

  return (insert_blocks (database, version_id, version, error) &&
          insert_left_out (database, version_id, desk_version_get_left_out (version), error) &&
          insert_images (database, version_id, desk_version_get_images (version), error) &&
          make_current (database, article_id, version_id, error));
}

static DeskText *
load_text (DeskDatabase *database,
           gint64 version_id,
           char **hash,
           GError **error)
{
  g_autoptr (DeskSql) statement = desk_sql_get (database, "SELECT text, hash FROM version WHERE id = ?", error);
  const char *utf8;
  gsize n_bytes;

  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, version_id);
  if (!desk_sql_find (statement, _ ("The text of this article is missing."), error))
    return NULL;

  utf8 = desk_sql_get_text (statement, 0, &n_bytes);
  if (utf8 == NULL || !g_utf8_validate_len (utf8, n_bytes, NULL))
    {
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                           _ ("The text of this article is damaged. Restore a backup, or import it again."));
      return NULL;
    }

  *hash = desk_sql_dup_text (statement, 1);

  return desk_text_new (utf8, (gssize) n_bytes);
}

static gboolean
load_spans (DeskDatabase *database,
            gint64 version_id,
            GPtrArray *blocks,
            GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  DeskSqlState state;

  statement = desk_sql_get (database, "SELECT block, kind, start, stop, href FROM span WHERE version_id = ? ORDER BY block, idx", error);
  if (statement == NULL)
    return FALSE;

  desk_sql_bind_int (statement, 0, version_id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      guint index = desk_sql_get_uint (statement, 0);
      g_autofree char *href = desk_sql_dup_text (statement, 4);
      DeskBlock *block;
      int kind;

      /* What does not fit is looked at by desk_version_blocks_fit(); a kind that is not known is only not shown. */
      if (index >= blocks->len || !desk_sql_get_nick (statement, 1, DESK_TYPE_SPAN_KIND, &kind))
        continue;

      block = g_ptr_array_index (blocks, index);
      if (block->spans == NULL)
        block->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_span_free);
      g_ptr_array_add (block->spans, desk_span_new (desk_sql_get_uint (statement, 2),
                                                    desk_sql_get_uint (statement, 3),
                                                    (DeskSpanKind) kind, href));
    }

  return state == DESK_SQL_DONE;
}

static GPtrArray *
load_blocks (DeskDatabase *database,
             gint64 version_id,
             GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_block_free);
  DeskSqlState state;

  statement = desk_sql_get (database, "SELECT kind, start, stop FROM block WHERE version_id = ? ORDER BY idx", error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, version_id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      int kind = DESK_BLOCK_KIND_PARAGRAPH;

      desk_sql_get_nick (statement, 0, DESK_TYPE_BLOCK_KIND, &kind);
      g_ptr_array_add (blocks, desk_block_new ((DeskBlockKind) kind,
                                               desk_sql_get_uint (statement, 1),
                                               desk_sql_get_uint (statement, 2)));
    }

  if (state != DESK_SQL_DONE || !load_spans (database, version_id, blocks, error))
    return NULL;

  return g_steal_pointer (&blocks);
}

static GPtrArray *
load_left_out (DeskDatabase *database,
               gint64 version_id,
               GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_left_out_free);
  DeskSqlState state;

  statement = desk_sql_get (database, "SELECT text, why, after FROM left_out WHERE version_id = ? ORDER BY idx", error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, version_id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      g_autofree char *text = desk_sql_dup_text (statement, 0);
      gint64 after = desk_sql_get_int (statement, 2);
      int why = DESK_LEFT_OUT_REASON_OUTSIDE;

      desk_sql_get_nick (statement, 1, DESK_TYPE_LEFT_OUT_REASON, &why);
      g_ptr_array_add (left_out, desk_left_out_new (text != NULL ? text : "", (DeskLeftOutReason) why,
                                                    (int) CLAMP (after, -1, G_MAXINT)));
    }

  return state == DESK_SQL_DONE ? g_steal_pointer (&left_out) : NULL;
}

static GPtrArray *
load_images (DeskDatabase *database,
             gint64 version_id,
             guint n_blocks,
             GError **error)
{
  g_autoptr (DeskSql) statement = NULL;
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_image_free);
  DeskSqlState state;

  statement = desk_sql_get (database, "SELECT src, alt, credit, caption_block FROM image WHERE version_id = ? ORDER BY idx", error);
  if (statement == NULL)
    return NULL;

  desk_sql_bind_int (statement, 0, version_id);
  while ((state = desk_sql_step (statement, error)) == DESK_SQL_ROW)
    {
      g_autofree char *src = desk_sql_dup_text (statement, 0);
      g_autofree char *alt = desk_sql_dup_text (statement, 1);
      g_autofree char *credit = desk_sql_dup_text (statement, 2);
      guint caption = desk_sql_get_uint (statement, 3);

      g_ptr_array_add (images, desk_image_new (src, alt, credit, caption < n_blocks ? (int) caption : -1));
    }

  return state == DESK_SQL_DONE ? g_steal_pointer (&images) : NULL;
}

DeskVersion *
desk_version_store_load (DeskDatabase *database,
                         gint64 version_id,
                         GError **error)
{
  g_autoptr (DeskText) text = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) images = NULL;
  g_autoptr (DeskVersion) version = NULL;
  g_autofree char *hash = NULL;

  if ((text = load_text (database, version_id, &hash, error)) == NULL ||
      (blocks = load_blocks (database, version_id, error)) == NULL ||
      (left_out = load_left_out (database, version_id, error)) == NULL ||
      (images = load_images (database, version_id, blocks->len, error)) == NULL)
    return NULL;

  /* Marks stand on the text by number: another text would put them on other words. */
  if (desk_version_blocks_fit (text, blocks))
    version = desk_version_new (text, blocks, left_out, images);
  if (version == NULL || g_strcmp0 (hash, desk_version_get_hash (version)) != 0)
    {
      g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                           _ ("The text of this article is damaged. Restore a backup, or import it again."));
      return NULL;
    }

  return g_steal_pointer (&version);
}
