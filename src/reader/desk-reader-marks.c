/* The reader's marks on the page: only what has changed goes to the script.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-kind.h"
#include "desk-reader-json.h"
#include "desk-reader-view-private.h"

/* As much of a passage as is read out. */
#define ANNOUNCED 60

static gboolean
fits (DeskReaderView *self,
      DeskAnnotation *annotation)
{
  DeskVersion *version = desk_article_get_version (self->article);

  return g_strcmp0 (desk_annotation_get_version_hash (annotation), desk_version_get_hash (version)) == 0 &&
         desk_annotation_get_start (annotation) < desk_annotation_get_end (annotation) &&
         desk_annotation_get_end (annotation) <= desk_reader_view_get_length (self);
}

static void
append_mark (DeskReaderView *self,
             GString *json,
             DeskAnnotation *annotation)
{
  const char *kind_id = desk_annotation_get_kind_id (annotation);
  DeskKind *kind = desk_kind_list_find (self->kinds, kind_id);

  g_string_append (json, json->str[json->len - 1] == '[' ? "{\"id\":" : ",{\"id\":");
  desk_reader_json_append_string (json, desk_annotation_get_id (annotation));
  g_string_append_printf (json, ",\"start\":%u,\"end\":%u,\"kind\":", desk_annotation_get_start (annotation), desk_annotation_get_end (annotation));
  desk_reader_json_append_string (json, kind != NULL ? kind_id : "unknown");
  g_string_append (json, ",\"letter\":");
  desk_reader_json_append_string (json, kind != NULL ? desk_kind_get_letter (kind) : "?");
  g_string_append_printf (json, ",\"note\":%s}", desk_annotation_get_note (annotation) != NULL ? "true" : "false");
}

/* Marks are immutable, so one that is the same object needs no word. The ids that are keys belong to the marks. */
static void
append_difference (DeskReaderView *self,
                   GString *json)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->marks);
  GHashTableIter iter;
  const char *id;

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  g_string_append (json, ",\"set\":[");
  for (guint i = 0; i < self->annotations->len; i++)
    {
      DeskAnnotation *annotation = g_ptr_array_index (self->annotations, i);

      id = desk_annotation_get_id (annotation);
      if (!fits (self, annotation))
        continue;
      if (g_hash_table_lookup (before, id) != annotation)
        append_mark (self, json, annotation);
      g_hash_table_remove (before, id);
      g_hash_table_replace (self->marks, (gpointer) id, g_object_ref (annotation));
    }

  g_string_append (json, "],\"gone\":[");
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      if (json->str[json->len - 1] != '[')
        g_string_append_c (json, ',');
      desk_reader_json_append_string (json, id);
    }
  g_string_append_c (json, ']');
}

static void
append_blocks (DeskReaderView *self,
               GString *json)
{
  DeskVersion *version = desk_article_get_version (self->article);

  g_string_append (json, "\"blocks\":[");
  for (guint i = 0; i < self->dirty->len; i++)
    {
      guint block = g_array_index (self->dirty, guint, i);
      g_autofree char *content = desk_page_writer_dup_block_content (self->writer, block);

      g_string_append_printf (json, "%s[%u,", i > 0 ? "," : "", desk_version_get_block (version, block)->start);
      desk_reader_json_append_string (json, content);
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, ']');
}

static void
append_outline (DeskReaderView *self,
                GString *json,
                const char *name,
                const char *id)
{
  DeskAnnotation *annotation = id != NULL ? g_hash_table_lookup (self->marks, id) : NULL;

  if (annotation != NULL)
    g_string_append_printf (json, "\"%s\":[%u,%u]", name, desk_annotation_get_start (annotation), desk_annotation_get_end (annotation));
  else
    g_string_append_printf (json, "\"%s\":null", name);
}

static void
send_outlines (DeskReaderView *self)
{
  g_autoptr (GString) json = NULL;

  if (!self->ready)
    return;

  json = g_string_new ("{");
  append_outline (self, json, "hovered", self->hovered_mark);
  g_string_append_c (json, ',');
  append_outline (self, json, "selected", self->selected_mark);
  g_string_append_c (json, '}');
  desk_reader_bridge_call (self->bridge, "outlines", json->str);
}

static void
send_changes (DeskReaderView *self)
{
  g_autoptr (GString) json = g_string_new ("{");

  append_blocks (self, json);
  append_difference (self, json);
  g_string_append_c (json, '}');
  g_array_set_size (self->dirty, 0);
  desk_reader_bridge_call (self->bridge, "marks", json->str);
  send_outlines (self);
}

/* Of a page that has just started and knows of no marks yet. */
void
desk_reader_marks_send (DeskReaderView *self)
{
  g_hash_table_remove_all (self->marks);
  if (self->writer != NULL)
    send_changes (self);
}

void
desk_reader_marks_forget (DeskReaderView *self)
{
  g_ptr_array_set_size (self->annotations, 0);
  g_hash_table_remove_all (self->marks);
  g_array_set_size (self->dirty, 0);
  g_clear_pointer (&self->selected_mark, g_free);
  g_clear_pointer (&self->hovered_mark, g_free);
}

static void
add_dirty (DeskReaderView *self,
           GArray *blocks)
{
  if (self->dirty->len == 0)
    {
      g_array_append_vals (self->dirty, blocks->data, blocks->len);
      return;
    }

  for (guint i = 0; i < blocks->len; i++)
    {
      guint block = g_array_index (blocks, guint, i);
      gboolean known = FALSE;

      for (guint k = 0; k < self->dirty->len && !known; k++)
        known = g_array_index (self->dirty, guint, k) == block;
      if (!known)
        g_array_append_val (self->dirty, block);
    }
}

void
desk_reader_view_set_annotations (DeskReaderView *self,
                                  GPtrArray *annotations)
{
  g_autoptr (GArray) changed = NULL;

  g_return_if_fail (DESK_IS_READER_VIEW (self));

  if (self->writer == NULL)
    return;

  g_ptr_array_set_size (self->annotations, 0);
  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    g_ptr_array_add (self->annotations, g_object_ref (g_ptr_array_index (annotations, i)));

  changed = desk_page_writer_set_annotations (self->writer, self->annotations);
  /* A page that is not there yet is written with them; one that has been written waits for its script. */
  add_dirty (self, changed);
  if (self->ready)
    send_changes (self);
}

void
desk_reader_view_set_marks_shown (DeskReaderView *self,
                                  gboolean shown)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  if (self->marks_hidden == !shown)
    return;
  self->marks_hidden = !shown;
  desk_reader_look_update (self);
}

static int
compare_picking (gconstpointer a,
                 gconstpointer b)
{
  return desk_annotation_compare_picking (*(DeskAnnotation **) a, *(DeskAnnotation **) b);
}

char *
desk_reader_marks_dup_at (DeskReaderView *self,
                          guint at)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < self->annotations->len && !self->marks_hidden; i++)
    {
      DeskAnnotation *annotation = g_ptr_array_index (self->annotations, i);

      if (desk_annotation_get_start (annotation) <= at && at < desk_annotation_get_end (annotation) && fits (self, annotation))
        g_ptr_array_add (found, annotation);
    }
  g_ptr_array_sort (found, compare_picking);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", desk_annotation_get_id (g_ptr_array_index (found, i)));

  return g_string_free_and_steal (ids);
}

void
desk_reader_marks_hover (DeskReaderView *self,
                         const char *id)
{
  if (!g_set_str (&self->hovered_mark, id))
    return;

  send_outlines (self);
  g_signal_emit (self, desk_reader_view_signals[SIGNAL_MARK_HOVERED], 0, id);
}

static void
announce (DeskReaderView *self,
          DeskAnnotation *annotation)
{
  DeskKind *kind = desk_kind_list_find (self->kinds, desk_annotation_get_kind_id (annotation));
  g_autofree char *passage = g_utf8_truncate_middle (desk_annotation_get_exact (annotation), ANNOUNCED);
  g_autofree char *message = NULL;

  /* Translators: read out when a mark is selected: its kind and the passage, as in "Check: “a balloon”". */
  message = g_strdup_printf (_ ("%s: “%s”"), kind != NULL ? desk_kind_get_name (kind) : _ ("Mark"), passage);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
desk_reader_view_select_mark (DeskReaderView *self,
                              const char *annotation_id)
{
  DeskAnnotation *annotation;

  g_return_if_fail (DESK_IS_READER_VIEW (self));

  if (!g_set_str (&self->selected_mark, annotation_id))
    return;

  send_outlines (self);
  annotation = annotation_id != NULL ? g_hash_table_lookup (self->marks, annotation_id) : NULL;
  if (annotation != NULL)
    announce (self, annotation);
}
